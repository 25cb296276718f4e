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
use std::{mem, ptr};

use ocaml_sys as sys;

/// The runtime's functions that run OCaml code and return its exceptions.
macro_rules! watched {
    ($($(#[$attribute:meta])* $name:ident($($argument:ident: $type:ty),*);)*) => {$(
        $(#[$attribute])*
        #[allow(non_snake_case, reason = "the C names")]
        #[inline(always)]
        pub(crate) unsafe fn $name($($argument: $type),*) -> sys::Value {
            /// Not inlined: who calls it would have to be ready for unwinding.
            #[inline(never)]
            unsafe extern "C" fn stopping($($argument: $type),*) -> sys::Value {
                let abort = AbortOnUnwind;
                // SAFETY: the caller's promise.
                let result = unsafe { sys::$name($($argument),*) };
                mem::forget(abort);
                result
            }
            // SAFETY: the caller's promise.
            watched(|| unsafe { stopping($($argument),*) })
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
    let here = 0_u8;
    let Ok(calls) = CALLS.try_with(ptr::from_ref) else {
        return call();
    };
    // SAFETY: a value of this thread, which is dropped when the thread ends, and then this does not go on.
    let calls = unsafe { &*calls };
    let before = calls.innermost.replace(ptr::from_ref(&here).addr());
    let result = call();
    calls.innermost.set(before);
    result
}

/// Dropped when a call into OCaml is left by unwinding. Rust does not say what an unwinding of the C library's does where there
/// are destructors; what the compilers do is run this one.
struct AbortOnUnwind;

impl Drop for AbortOnUnwind {
    fn drop(&mut self) {
        exited();
    }
}

thread_local! {
    static CALLS: Calls = const { Calls { innermost: Cell::new(0) } };
}

/// The calls into OCaml of this thread that have not come back.
struct Calls {
    /// Where the frame of the innermost is; 0 if there is none.
    innermost: Cell<usize>,
}

impl Drop for Calls {
    fn drop(&mut self) {
        let here = 0_u8;
        let innermost = self.innermost.get();
        // `exit` drops them too, further down the stack, which stays as it is.
        if innermost == 0 || ptr::from_ref(&here).addr() < innermost {
            return;
        }
        exited();
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
