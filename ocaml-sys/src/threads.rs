//! Threads that OCaml did not start (`threads.h`).
//!
//! These functions are in OCaml's threads library, which a program may lack; so they are looked up weakly.

use core::ffi::{c_int, c_void};

use crate::weak::weak_address;

/// A function of the threads library; the result is 1 for success.
pub type ThreadFunction = unsafe extern "C" fn() -> c_int;

/// `caml_c_thread_register`, which makes the calling thread known to OCaml. The thread does not hold the runtime lock,
/// neither before nor after. `None` without the threads library.
pub fn c_thread_register() -> Option<ThreadFunction> {
    function(weak_address!(caml_c_thread_register))
}

/// `caml_c_thread_unregister`, the reverse, called without the runtime lock. `None` without the threads library.
pub fn c_thread_unregister() -> Option<ThreadFunction> {
    function(weak_address!(caml_c_thread_unregister))
}

/// Whether the threads library, if the program has it, has been started: when its module `Thread` was initialised. Only
/// then may [`c_thread_register`] be called before OCaml 5, which checks it itself.
pub fn threads_are_initialized() -> bool {
    #[cfg(ocaml_5)]
    return true;
    #[cfg(not(ocaml_5))]
    {
        unsafe extern "C" {
            /// The runtime's hook, set by the threads library.
            static caml_channel_mutex_lock: *const c_void;
        }
        // SAFETY: an aligned word, written once.
        unsafe { !(&raw const caml_channel_mutex_lock).read_volatile().is_null() }
    }
}

fn function(address: *mut c_void) -> Option<ThreadFunction> {
    // SAFETY: null is `None`; any other address is a function of that type.
    unsafe { core::mem::transmute::<*mut c_void, Option<ThreadFunction>>(address) }
}
