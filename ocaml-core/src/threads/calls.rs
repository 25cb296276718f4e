//! The runtime's functions that run OCaml code and return its exceptions.

use ocaml_sys as sys;

#[cfg(not(ocaml_4_14))]
use super::exit::{is_outermost, watched, watched_outermost};

/// From OCaml 4.14 on, `Thread.exit` is an exception like others, and calls need no watching.
#[cfg(ocaml_4_14)]
mod unwatched {
    #[inline(always)]
    pub fn is_outermost() -> bool {
        true
    }

    #[inline(always)]
    pub fn watched<T>(call: impl FnOnce() -> T) -> T {
        call()
    }

    pub use watched as watched_outermost;
}
#[cfg(ocaml_4_14)]
use unwatched::{is_outermost, watched, watched_outermost};

/// Applies a closure to arguments.
///
/// # Safety
///
/// The runtime is held, `closure` is an OCaml function, and there is an argument, of the type that it expects; nothing but these
/// is needed afterwards that has no root.
#[inline(always)]
pub(crate) unsafe fn apply(closure: sys::Value, arguments: &mut [sys::Value]) -> sys::Value {
    match is_outermost() {
        // SAFETY: the caller's promise.
        true => watched_outermost(|| unsafe { apply_unwatched(closure, arguments) }),
        // SAFETY: the caller's promise.
        false => unsafe { apply_inside(closure, arguments) },
    }
}

/// The same inside of another call, or as the first of its thread.
///
/// # Safety
///
/// As for [`apply`].
#[cold]
#[inline(never)]
unsafe fn apply_inside(closure: sys::Value, arguments: &mut [sys::Value]) -> sys::Value {
    // SAFETY: the caller's promise.
    watched(|| unsafe { apply_unwatched(closure, arguments) })
}

/// # Safety
///
/// As for [`apply`].
#[inline(always)]
unsafe fn apply_unwatched(closure: sys::Value, arguments: &mut [sys::Value]) -> sys::Value {
    // SAFETY: the caller's promise; what `callback_asm` returns takes that many arguments.
    unsafe {
        match sys::callback_asm(arguments.len()) {
            Some(call) => call(sys::State::get().as_ptr(), closure, arguments.as_mut_ptr()),
            None => apply_by_c(closure, arguments),
        }
    }
}

/// The way that there is everywhere.
///
/// # Safety
///
/// As for [`apply`].
#[cfg_attr(all(ocaml_4_10, not(ocaml_4_14)), cold)]
#[inline(always)]
unsafe fn apply_by_c(closure: sys::Value, arguments: &mut [sys::Value]) -> sys::Value {
    // SAFETY: the caller's promise.
    unsafe {
        match *arguments {
            [a] => sys::caml_callback_exn(closure, a),
            [a, b] => sys::caml_callback2_exn(closure, a, b),
            [a, b, c] => sys::caml_callback3_exn(closure, a, b, c),
            _ => sys::caml_callbackN_exn(closure, arguments.len(), arguments.as_mut_ptr()),
        }
    }
}

/// Runs what is pending: signal handlers, finalisers, callbacks of the memory profiler.
///
/// # Safety
///
/// The runtime is held, and nothing is needed afterwards that has no root.
#[cfg(ocaml_4_10)]
pub(crate) unsafe fn process_pending_actions() -> sys::Value {
    // SAFETY: the caller's promise.
    watched(|| unsafe { sys::caml_process_pending_actions_exn() })
}
