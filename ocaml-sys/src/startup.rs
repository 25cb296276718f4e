//! Starting and stopping a runtime in a program whose `main` is not OCaml's (`callback.h`, `startup.h`).
//!
//! A library for OCaml must not use them: bytecode has no `caml_startup`, and then neither links nor loads.

use crate::{Char, Value};

unsafe extern "C" {
    /// Starts the runtime and runs the OCaml program; an uncaught exception ends the process. `argv` ends with null.
    pub fn caml_main(argv: *const *const Char);
    /// Native code: starts the runtime and runs the OCaml program.
    pub fn caml_startup(argv: *const *const Char);
    /// Native code: the same, returning an exception (see [`is_exception_result`](crate::is_exception_result)).
    pub fn caml_startup_exn(argv: *const *const Char) -> Value;
    /// Native code: the same, with memory that [`caml_shutdown`] frees.
    pub fn caml_startup_pooled(argv: *const *const Char);
    /// Runs `at_exit` and frees the runtime's memory.
    pub fn caml_shutdown();
    /// Starts the threads library, which must be linked; the argument is `()`.
    pub fn caml_thread_initialize(unit: Value) -> Value;
}
