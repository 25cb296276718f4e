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

/// Runs OCaml code.
#[inline(always)]
pub(crate) fn watched<T>(call: impl FnOnce() -> T) -> T {
    let here = 0_u8;
    let call = || {
        let unwound = Unwound;
        let result = call();
        mem::forget(unwound);
        result
    };
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

/// Dropped when a call into OCaml is left by unwinding.
struct Unwound;

impl Drop for Unwound {
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
