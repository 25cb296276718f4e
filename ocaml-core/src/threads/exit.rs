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

/// The runtime's functions that run OCaml code and return its exceptions.
macro_rules! watched {
    ($($(#[$attribute:meta])* $name:ident($($argument:ident: $type:ty),*);)*) => {$(
        $(#[$attribute])*
        #[allow(non_snake_case, reason = "the C names")]
        #[inline(always)]
        pub(crate) unsafe fn $name($($argument: $type),*) -> sys::Value {
            let abort = AbortOnUnwind;
            // SAFETY: the caller's promise.
            let result = watched(|| unsafe { sys::$name($($argument),*) });
            mem::forget(abort);
            result
        }
    )*};
}

watched! {
    caml_callback_exn(closure: sys::Value, argument: sys::Value);
    caml_callback2_exn(closure: sys::Value, first: sys::Value, second: sys::Value);
    caml_callback3_exn(closure: sys::Value, first: sys::Value, second: sys::Value, third: sys::Value);
    caml_callbackN_exn(closure: sys::Value, count: usize, arguments: *mut sys::Value);
    #[cfg(ocaml_4_10)]
    caml_process_pending_actions_exn();
}

#[inline(always)]
fn watched(call: impl FnOnce() -> sys::Value) -> sys::Value {
    let here = MaybeUninit::<u8>::uninit();
    let before = match INNERMOST.get() {
        UNWATCHED => watch(),
        before => before,
    };
    INNERMOST.set(ptr::from_ref(&here).addr());
    let result = call();
    INNERMOST.set(before);
    result
}

/// Has the end of this thread looked at.
#[cold]
#[inline(never)]
fn watch() -> usize {
    WATCH.with(|_| ());
    NONE
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

/// There has not been any.
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
