//! The runtime's functions that run OCaml code and return its exceptions.

use ocaml_sys as sys;

use crate::function::apply::unlikely;

#[cfg(not(ocaml_4_14))]
pub(crate) use super::exit::watched;
#[cfg(not(ocaml_4_14))]
use super::exit::{is_idle, watched_from_idle};

/// From OCaml 4.14 on, `Thread.exit` is an exception like others, and calls need no watching.
#[cfg(ocaml_4_14)]
mod unwatched {
    #[inline(always)]
    pub fn is_idle() -> bool {
        true
    }

    #[inline(always)]
    pub fn watched<T>(call: impl FnOnce() -> T) -> T {
        call()
    }

    pub use watched as watched_from_idle;
}
#[cfg(ocaml_4_14)]
pub(crate) use unwatched::watched;
#[cfg(ocaml_4_14)]
use unwatched::{is_idle, watched_from_idle};

/// Applies a closure to arguments.
///
/// # Safety
///
/// The runtime is held, `closure` is an OCaml function, and there is an argument, of the type that it expects. No value without a
/// root is needed afterwards, not even these.
#[inline(always)]
pub(crate) unsafe fn apply(closure: sys::Value, arguments: &mut [sys::Value]) -> sys::Value {
    debug_assert!(!arguments.is_empty());
    match is_idle() {
        // SAFETY: the caller's promise.
        true => watched_from_idle(|| unsafe { apply_unwatched(closure, arguments) }),
        // SAFETY: the caller's promise.
        false => unsafe { apply_from_elsewhere(closure, arguments) },
    }
}

/// The same inside of another call, or as the first of its thread.
///
/// # Safety
///
/// As for [`apply`].
#[cold]
#[inline(never)]
unsafe fn apply_from_elsewhere(closure: sys::Value, arguments: &mut [sys::Value]) -> sys::Value {
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
            None => {
                if sys::HAS_CALLBACK_ASM {
                    unlikely();
                }
                apply_by_c(closure, arguments)
            }
        }
    }
}

/// The same through C's wrappers, as in bytecode, on other targets, and for four arguments and more.
///
/// # Safety
///
/// As for [`apply`].
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
/// The runtime is held, and no value without a root is needed afterwards.
#[cfg(ocaml_4_10)]
pub(crate) unsafe fn process_pending_actions() -> sys::Value {
    // SAFETY: the caller's promise.
    watched(|| unsafe { sys::caml_process_pending_actions_exn() })
}
