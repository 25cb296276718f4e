//! `Thread.exit` in OCaml code that Rust calls.
//!
//! From OCaml 4.14 on it is an exception, and so an error of the call. Before, it ends the thread where it stands: in native
//! code by a jump out of the thread's first function, over the frames of Rust, whose destructors and scopes of threads are
//! then skipped. Nothing announces the jump and nothing can catch it; but the thread-local values of the thread are dropped
//! next, and one of them finds here that a call has not come back, and ends the process. In bytecode, and on threads that
//! Rust has started, the C library unwinds the stack, when the thread has given up the runtime already: no destructor of
//! Rust may run then, and the first frame that it meets ends the process.

use std::cell::Cell;
use std::io::Write;
use std::mem::{self, MaybeUninit};
use std::ptr;

use ocaml_sys as sys;

/// Whether a call that is made now is neither inside of another one nor the first of its thread.
#[inline(always)]
pub(super) fn is_outermost() -> bool {
    INNERMOST.get() == NONE
}

/// Makes a call into OCaml that is outermost. What there was before is a constant, which need not be kept meanwhile.
#[inline(always)]
pub(super) fn watched_outermost(call: impl FnOnce() -> sys::Value) -> sys::Value {
    watched_after(NONE, call)
}

/// Makes any call into OCaml.
pub(super) fn watched(call: impl FnOnce() -> sys::Value) -> sys::Value {
    let before = match INNERMOST.get() {
        UNWATCHED => {
            WATCH.with(|_| ());
            NONE
        }
        before => before,
    };
    watched_after(before, call)
}

#[inline(always)]
fn watched_after(before: usize, call: impl FnOnce() -> sys::Value) -> sys::Value {
    let abort = AbortOnUnwind;
    let here = MaybeUninit::<u8>::uninit();
    INNERMOST.set(ptr::from_ref(&here).addr());
    let result = call();
    INNERMOST.set(before);
    mem::forget(abort);
    result
}

/// Dropped when a call into OCaml is left by unwinding. Rust does not say what an unwinding of the C library's does where there
/// are destructors; what the compilers do is run this one, or, where panics abort, end the process themselves.
struct AbortOnUnwind;

impl Drop for AbortOnUnwind {
    fn drop(&mut self) {
        exited();
    }
}

thread_local! {
    /// Where the frame of the innermost call into OCaml is that has not come back, or one of the following. Apart from what is
    /// dropped, since Rust would ask at each access whether that has been registered.
    static INNERMOST: Cell<usize> = const { Cell::new(UNWATCHED) };
    static WATCH: Watch = const { Watch };
}

/// There has not been any, and nobody looks at the end of the thread.
const UNWATCHED: usize = 0;
/// All have come back.
const NONE: usize = 1;

/// Dropped when the thread ends.
struct Watch;

impl Drop for Watch {
    fn drop(&mut self) {
        let here = MaybeUninit::<u8>::uninit();
        match INNERMOST.get() {
            // Where Rust's thread-locals are keys of the C library it may be gone by now, and be made anew.
            UNWATCHED | NONE => {}
            // `exit` drops this too, further down the stack, which stays as it is.
            innermost if ptr::from_ref(&here).addr() < innermost => {}
            _ => exited(),
        }
    }
}

#[cold]
#[inline(never)]
fn exited() -> ! {
    let _ = std::io::stderr().write_all(
        b"fatal: Thread.exit was called by OCaml code that Rust had called, which would skip the destructors of Rust: \
          before OCaml 4.14, raise an exception instead\n",
    );
    std::process::abort();
}
