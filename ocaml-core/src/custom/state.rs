//! Who uses a Rust value on the OCaml heap: one word in its box.
//!
//! | bits | meaning | set by | cleared by |
//! |---|---|---|---|
//! | `DEAD` | the block is gone | the finalizer | never: the box is freed |
//! | `FINALIZED` | the box has a finalizer of its own behind it | the finalizer, with `DEAD` | never |
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
//!
//! Values that are dropped at the end of the program are the exception: whoever ends it need not hold the lock, so all of
//! their transitions are atomic ([`Users::Anybody`]).
//!
//! # The usual case
//!
//! A value that nobody uses is lent, and given back by its only user. These transitions store constants, so that a call does
//! not wait for the word that the call before has stored; all others are functions of their own.

use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed};

const DEAD: usize = 1 << (usize::BITS - 1);
const CLOSED: usize = DEAD >> 1;
const EXCLUSIVE: usize = CLOSED >> 1;
const FINALIZED: usize = EXCLUSIVE >> 1;
/// Leaves room above, so that a count never runs into the bits.
const MOST: usize = FINALIZED - 1;

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

/// Who touches the word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Users {
    /// Holders of the runtime lock.
    Runtime,
    /// Any thread.
    Anybody,
}

impl Users {
    /// Whether nobody else touches the word while this thread holds the runtime lock, which it does.
    #[inline(always)]
    fn is_alone(self) -> bool {
        self == Users::Runtime && alone()
    }
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

    /// From one state to the other, if it is in the first, and nobody else touches the word.
    #[inline(always)]
    fn pass(&self, users: Users, from: usize, to: usize) -> bool {
        if users.is_alone() && self.0.load(Relaxed) == from {
            self.0.store(to, Relaxed);
            return true;
        }
        false
    }

    /// From one state to the next, if there is one.
    #[inline(always)]
    fn change(&self, users: Users, next: impl Fn(usize) -> Option<usize>) -> Result<usize, Busy> {
        if !users.is_alone() {
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

    /// From one state to the next, which there always is. Gives the state before.
    #[inline(always)]
    fn turn(&self, users: Users, plain: impl Fn(usize) -> usize, atomic: impl Fn(&AtomicUsize) -> usize) -> usize {
        if !users.is_alone() {
            return atomic(&self.0);
        }
        let state = self.0.load(Relaxed);
        self.0.store(plain(state), Relaxed);
        state
    }

    /// Begins a shared use of a value that nobody uses, where nobody else touches the word.
    #[inline(always)]
    pub(super) fn share_quickly(&self, users: Users) -> bool {
        self.pass(users, 0, 1)
    }

    /// Ends it, where still nobody else touches the word, and the block is still there.
    #[inline(always)]
    pub(super) fn unshare_quickly(&self) {
        self.0.store(self.0.load(Relaxed) - 1, Relaxed);
    }

    /// As [`share_quickly`](Self::share_quickly), for the exclusive use.
    #[inline(always)]
    pub(super) fn seize_quickly(&self, users: Users) -> bool {
        self.pass(users, 0, EXCLUSIVE)
    }

    /// As [`unshare_quickly`](Self::unshare_quickly), for the exclusive use.
    #[inline(always)]
    pub(super) fn release_quickly(&self) {
        self.0.store(0, Relaxed);
    }

    /// Begins a shared use.
    #[inline(always)]
    pub(super) fn share(&self, users: Users) -> Result<(), Busy> {
        match self.share_quickly(users) {
            true => Ok(()),
            false => self.share_again(users),
        }
    }

    #[cold]
    #[inline(never)]
    fn share_again(&self, users: Users) -> Result<(), Busy> {
        self.change(users, |state| (state < MOST).then_some(state + 1))
            .map(drop)
    }

    /// Ends a shared use. Whether the box must be freed now.
    #[inline(always)]
    pub(super) fn unshare(&self, users: Users) -> bool {
        !self.pass(users, 1, 0) && self.unshare_again(users)
    }

    #[cold]
    #[inline(never)]
    fn unshare_again(&self, users: Users) -> bool {
        let state = self.turn(users, |state| state - 1, |state| state.fetch_sub(1, AcqRel));
        state & !(CLOSED | FINALIZED) == DEAD | 1
    }

    /// Begins the exclusive use.
    #[inline(always)]
    pub(super) fn seize(&self, users: Users) -> Result<(), Busy> {
        match self.seize_quickly(users) {
            true => Ok(()),
            false => self.seize_again(users),
        }
    }

    #[cold]
    #[inline(never)]
    fn seize_again(&self, users: Users) -> Result<(), Busy> {
        self.change(users, |state| (state == 0).then_some(EXCLUSIVE)).map(drop)
    }

    /// Ends the exclusive use. Whether the box must be freed now.
    #[inline(always)]
    pub(super) fn release(&self, users: Users) -> bool {
        !self.pass(users, EXCLUSIVE, 0) && self.release_again(users)
    }

    #[cold]
    #[inline(never)]
    fn release_again(&self, users: Users) -> bool {
        let state = self.turn(
            users,
            |state| state & !EXCLUSIVE,
            |state| state.fetch_and(!EXCLUSIVE, AcqRel),
        );
        state & DEAD != 0
    }

    /// Within the exclusive use: the value is gone.
    pub(super) fn close(&self, users: Users) {
        self.turn(users, |state| state | CLOSED, |state| state.fetch_or(CLOSED, AcqRel));
    }

    /// Once, by the finalizer. Whether the box must be freed now.
    #[inline(always)]
    pub(super) fn die(&self, users: Users, finalized: bool) -> bool {
        let dead = if finalized { DEAD | FINALIZED } else { DEAD };
        // Of a dead block: where nobody uses the value, nobody can begin to, in any domain.
        if users == Users::Runtime && self.0.load(Acquire) == 0 {
            self.0.store(dead, Relaxed);
            return true;
        }
        self.turn(users, |state| state | dead, |state| state.fetch_or(dead, AcqRel)) & !CLOSED == 0
    }

    /// In a box that nobody else has: the value can be used again, if it is there. For a last look at it.
    pub(super) fn revive(&self) {
        self.0.store(self.0.load(Relaxed) & CLOSED, Relaxed);
    }

    /// Whether the value is gone.
    #[inline(always)]
    pub(super) fn is_closed(&self) -> bool {
        self.0.load(Acquire) & CLOSED != 0
    }

    /// Whether the box has a finalizer of its own behind it, once it is dead.
    #[inline(always)]
    pub(super) fn is_finalized(&self) -> bool {
        self.0.load(Acquire) & FINALIZED != 0
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
