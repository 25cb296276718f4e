//! Who holds the runtime: giving it up for a while, and taking it from threads that OCaml does not know.
//!
//! A thread is in one of these situations:
//!
//! | | holds the runtime | how it got there |
//! |---|---|---|
//! | [`Unknown`](Situation::Unknown) | if OCaml called it | nothing has happened here yet |
//! | [`Released`](Situation::Released) | no | inside of `Runtime::release`, or attached once and not now |
//! | [`Attached`](Situation::Attached) | yes | inside of `Runtime::attach` |

mod attach;
#[cfg(not(ocaml_4_14))]
mod exit;
mod release;

pub use attach::AttachError;
#[cfg(not(ocaml_4_14))]
pub(crate) use exit::watched;

/// Runs OCaml code.
#[cfg(ocaml_4_14)]
#[inline(always)]
pub(crate) fn watched<T>(call: impl FnOnce() -> T) -> T {
    call()
}

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

/// Gives up the runtime until it is dropped.
struct Without {
    before: Situation,
}

impl Without {
    /// # Safety
    ///
    /// The thread holds the runtime, and no value of OCaml's is used until this is dropped, on this thread.
    unsafe fn new() -> Without {
        // SAFETY: the caller's promise. Pending signals stay pending: no handler runs, and nothing is raised.
        unsafe { sys::enter_blocking_section_no_pending() };
        Without {
            before: SITUATION.replace(Situation::Released),
        }
    }
}

impl Drop for Without {
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
    unsafe fn new() -> With {
        // SAFETY: the caller's promise.
        unsafe { sys::caml_leave_blocking_section() };
        With {
            before: SITUATION.replace(Situation::Attached),
        }
    }
}

impl Drop for With {
    fn drop(&mut self) {
        SITUATION.set(self.before);
        // SAFETY: `new` took what is given up here; the token that was lent meanwhile is gone.
        unsafe { sys::enter_blocking_section_no_pending() };
    }
}
