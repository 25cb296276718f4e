//! Starting and stopping a runtime in a program whose `main` is not OCaml's (`callback.h`, `startup.h`).
//!
//! A library for OCaml must not use them: bytecode has no `caml_startup`, and then neither links nor loads.

use core::ffi::c_void;

use crate::callback::may_unwind;
use crate::weak::weak_address;
use crate::{Char, Value};

may_unwind! {
    /// Starts the runtime and runs the OCaml program, returning an exception (see
    /// [`is_exception_result`](crate::is_exception_result)). (In bytecode this and the others belong to what
    /// `ocamlc -output-obj` makes.)
    pub fn caml_startup_exn(argv: *const *const Char) -> Value;
}

unsafe extern "C" {
    /// Starts the runtime and runs the OCaml program; an uncaught exception ends the process. `argv` ends with null.
    pub fn caml_main(argv: *const *const Char);
    /// Native code: starts the runtime and runs the OCaml program.
    pub fn caml_startup(argv: *const *const Char);
    /// Native code: the same, with memory that [`caml_shutdown`] frees.
    pub fn caml_startup_pooled(argv: *const *const Char);
    /// Native code: the same, with memory that [`caml_shutdown`] frees, returning an exception.
    pub fn caml_startup_pooled_exn(argv: *const *const Char) -> Value;
    /// Runs `at_exit` and frees the runtime's memory.
    pub fn caml_shutdown();
    /// Starts the threads library, which must be linked; the argument is `()`.
    pub fn caml_thread_initialize(unit: Value) -> Value;
}

/// Called where `Thread.exit` has jumped on the thread that has started OCaml.
pub type TerminationHook = unsafe extern "C" fn(*mut c_void);

/// `caml_termination_hook` (native code, before OCaml 4.14); null where there is none.
pub fn termination_hook() -> *mut Option<TerminationHook> {
    weak_address!(caml_termination_hook).cast()
}

/// Whether the process has a runtime that was started, on whatever thread, and by whom.
pub fn runtime_is_started() -> bool {
    #[cfg(ocaml_5)]
    {
        unsafe extern "C" {
            /// The reservation of all minor heaps, made once (`domain.c`).
            static caml_minor_heaps_start: usize;
        }
        // SAFETY: an aligned word of the runtime, which is linked: this crate's feature says so.
        unsafe { (&raw const caml_minor_heaps_start).read_volatile() != 0 }
    }
    #[cfg(not(ocaml_5))]
    // SAFETY: the runtime is linked: this crate's feature says so. The state, if there is one, is never freed.
    unsafe {
        crate::State::try_get().is_some_and(|state| state.young_start() != 0)
    }
}
