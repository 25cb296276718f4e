//! Who holds the runtime: giving it up for a while, and taking it from threads that OCaml does not know.
//!
//! A thread is in one of these situations:
//!
//! | | holds the runtime | how it got there |
//! |---|---|---|
//! | [`Unknown`](Situation::Unknown) | if OCaml called it | nothing has happened here yet |
//! | [`Released`](Situation::Released) | no | inside of `Runtime::release`, or attached once and not now |
//! | [`Attached`](Situation::Attached) | yes | inside of `Runtime::attach`, or it has started OCaml |

mod attach;
pub(crate) mod calls;
#[cfg(not(ocaml_4_14))]
mod exit;
#[cfg(all(feature = "link", not(ocaml_4_14)))]
pub(crate) use exit::abort_at_jump_to_start;
mod release;
#[cfg(all(unix, not(ocaml_5)))]
mod signals;

pub use attach::AttachError;

use std::cell::Cell;

use ocaml_sys as sys;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Situation {
    Unknown,
    Released,
    Attached,
}

thread_local! {
    static SITUATION: Cell<Situation> = const { Cell::new(Situation::Unknown) };
}

/// Whether the program has OCaml's threads, so that others may run OCaml code.
#[cfg(feature = "link")]
pub(crate) fn are_there() -> bool {
    sys::c_thread_register().is_some() && sys::threads_are_initialized()
}

/// This thread is about to start OCaml, and holds the runtime from then on.
#[cfg(feature = "link")]
pub(crate) fn hold() {
    SITUATION.set(Situation::Attached);
}

/// This thread gives up the runtime, which it has held since it started OCaml.
///
/// # Safety
///
/// It does hold it, OCaml knows it, and no value of OCaml's and no token is used any more on this thread.
#[cfg(feature = "link")]
pub(crate) unsafe fn leave() {
    SITUATION.set(Situation::Released);
    // SAFETY: the caller's promise.
    unsafe { sys::enter_blocking_section_no_pending() };
}

/// Gives up the runtime until it is dropped.
struct Without {
    before: Situation,
}

impl Without {
    /// # Safety
    ///
    /// The thread holds the runtime, and no value of OCaml's is used until this is dropped, on this thread.
    #[inline(always)]
    unsafe fn new() -> Without {
        // SAFETY: the caller's promise. Pending signals stay pending: no handler runs, and nothing is raised.
        unsafe { sys::enter_blocking_section_no_pending() };
        Without {
            before: SITUATION.replace(Situation::Released),
        }
    }
}

impl Drop for Without {
    #[inline(always)]
    fn drop(&mut self) {
        SITUATION.set(self.before);
        // SAFETY: `new` gave up what is taken back here.
        unsafe { sys::caml_leave_blocking_section() };
    }
}

/// Takes the runtime until it is dropped.
struct With {
    before: Situation,
}

impl With {
    /// # Safety
    ///
    /// OCaml knows the thread, which does not hold the runtime.
    #[inline(always)]
    unsafe fn new() -> With {
        // From now on: destructors that the collector runs while this waits must not attach.
        let before = SITUATION.replace(Situation::Attached);
        // SAFETY: the caller's promise.
        unsafe { sys::caml_leave_blocking_section() };
        With { before }
    }
}

impl Drop for With {
    #[inline(always)]
    fn drop(&mut self) {
        SITUATION.set(self.before);
        // SAFETY: `new` took what is given up here; the token that was lent meanwhile is gone.
        unsafe { sys::enter_blocking_section_no_pending() };
    }
}
