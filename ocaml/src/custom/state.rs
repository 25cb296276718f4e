//! Who uses a Rust value on the OCaml heap: one word in its box.
//!
//! | bits | meaning | set by | cleared by |
//! |---|---|---|---|
//! | `DEAD` | the block is gone | the finalizer | never: the box is freed |
//! | `CLOSED` | the value is gone (dropped, or taken out) | `close`, with exclusive use | never |
//! | `EXCLUSIVE` | lent as `&mut T` | a guard | the same guard |
//! | the others | how often it is lent as `&T` | guards | the same guards |
//!
//! Shared use needs that no bit is set, exclusive use that the word is 0. Whoever finds out that the block is dead *and*
//! nobody uses the value frees the box: the finalizer, or the last guard. Nobody can begin to use the value of a dead
//! block, so exactly one of them does.
//!
//! # Without atomic instructions
//!
//! An atomic read-modify-write takes as long as the rest of a call. Only the holder of the runtime lock touches the word:
//! guards are made from values; they are neither `Send` nor `Sync` and borrow from a token (or live in the frame of an
//! exported function), so they are dropped on their thread while it holds the runtime; and finalizers run inside of the
//! runtime. A guard may outlive a moment in which the lock is released, but then it lies untouched in the frame of the
//! function that released it. So where there is one domain, plain loads and stores are enough: always before OCaml 5, and
//! on OCaml 5 while [`alone`] says so. The lock, the start of a domain (a new thread) and its end (the acquiring load in
//! [`alone`]) order what was done before with what comes after.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed};

const DEAD: usize = 1 << (usize::BITS - 1);
const CLOSED: usize = DEAD >> 1;
const EXCLUSIVE: usize = CLOSED >> 1;
/// Leaves room above, so that a count never runs into the bits.
const MOST: usize = EXCLUSIVE - 1;

pub(super) struct State(AtomicUsize);

/// Why a value cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Busy {
    Closed,
    Exclusively,
    Shared,
    /// It may be used by the thread that made it only.
    Elsewhere,
}

/// Whether no other domain runs.
#[inline(always)]
fn alone() -> bool {
    #[cfg(ocaml_5)]
    // SAFETY: only the holder of the runtime lock gets here, see above.
    return unsafe { ocaml_sys::domain_alone() };
    #[cfg(not(ocaml_5))]
    return true;
}

impl State {
    pub(super) const fn new() -> State {
        State(AtomicUsize::new(0))
    }

    /// From one state to the next, if there is one.
    #[inline(always)]
    fn change(&self, next: impl Fn(usize) -> Option<usize>) -> Result<usize, Busy> {
        if !alone() {
            return self.0.fetch_update(AcqRel, Acquire, next).map_err(busy);
        }
        let state = self.0.load(Relaxed);
        match next(state) {
            Some(next) => {
                self.0.store(next, Relaxed);
                Ok(state)
            }
            None => Err(busy(state)),
        }
    }

    /// From one state to the next, which there always is.
    #[inline(always)]
    fn turn(&self, plain: impl Fn(usize) -> usize, atomic: impl Fn(&AtomicUsize) -> usize) -> usize {
        if !alone() {
            return atomic(&self.0);
        }
        let state = self.0.load(Relaxed);
        self.0.store(plain(state), Relaxed);
        state
    }

    /// Begins a shared use.
    #[inline(always)]
    pub(super) fn share(&self) -> Result<(), Busy> {
        self.change(|state| (state < MOST).then_some(state + 1)).map(drop)
    }

    /// Ends a shared use. Whether the box must be freed now.
    #[inline(always)]
    pub(super) fn unshare(&self) -> bool {
        self.turn(|state| state - 1, |state| state.fetch_sub(1, AcqRel)) & !CLOSED == DEAD | 1
    }

    /// Begins the exclusive use.
    #[inline(always)]
    pub(super) fn seize(&self) -> Result<(), Busy> {
        self.change(|state| (state == 0).then_some(EXCLUSIVE)).map(drop)
    }

    /// Ends the exclusive use. Whether the box must be freed now.
    #[inline(always)]
    pub(super) fn release(&self) -> bool {
        self.turn(|state| state & !EXCLUSIVE, |state| state.fetch_and(!EXCLUSIVE, AcqRel)) & DEAD != 0
    }

    /// Within the exclusive use: the value is gone.
    pub(super) fn close(&self) {
        self.turn(|state| state | CLOSED, |state| state.fetch_or(CLOSED, AcqRel));
    }

    /// Once, by the finalizer. Whether the box must be freed now.
    #[inline(always)]
    pub(super) fn die(&self) -> bool {
        self.turn(|state| state | DEAD, |state| state.fetch_or(DEAD, AcqRel)) & !CLOSED == 0
    }

    /// Whether the value is gone.
    #[inline(always)]
    pub(super) fn is_closed(&self) -> bool {
        self.0.load(Acquire) & CLOSED != 0
    }
}

#[cold]
fn busy(state: usize) -> Busy {
    if state & CLOSED != 0 {
        Busy::Closed
    } else if state & EXCLUSIVE != 0 {
        Busy::Exclusively
    } else {
        Busy::Shared
    }
}
