//! `Thread.exit` in OCaml code that Rust calls.
//!
//! From OCaml 4.14 on it is an exception, and so an error of the call. Before, it ends the thread where it stands: in native
//! code by a jump out of the thread's first function, over the frames of Rust, whose destructors and scopes of threads are
//! then skipped. Nothing announces the jump and nothing can catch it; but the thread ends next, for which the C library calls
//! the destructor of a key, and that finds here that a call has not come back, and ends the process. (A thread-local value of
//! Rust's would not do: the C library drops those of the main thread only when no other thread is left, and `exit` drops them,
//! too. And what waits for the thread, as `Thread.join` does, may go on before it.) In bytecode, and on threads that
//! Rust has started, the C library unwinds the stack, when the thread has given up the runtime already: no destructor of
//! Rust may run then, and the first frame that it meets ends the process.

use std::cell::Cell;
use std::io::Write;
use std::mem;

use ocaml_sys as sys;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// There has not been any call, and nobody looks at the end of the thread.
    Unwatched,
    /// All calls have come back.
    Idle,
    /// A call has not come back.
    Calling,
}

thread_local! {
    static STATE: Cell<State> = const { Cell::new(State::Unwatched) };
}

/// Whether this thread has called OCaml before, and is not inside of a call.
#[inline(always)]
pub(super) fn is_idle() -> bool {
    STATE.get() == State::Idle
}

/// Calls OCaml where the thread [`is_idle`]: there is no state to keep meanwhile.
#[inline(always)]
pub(super) fn watched_from_idle(call: impl FnOnce() -> sys::Value) -> sys::Value {
    let abort = AbortOnUnwind;
    STATE.set(State::Calling);
    let result = call();
    STATE.set(State::Idle);
    mem::forget(abort);
    result
}

/// Calls OCaml.
pub(crate) fn watched(call: impl FnOnce() -> sys::Value) -> sys::Value {
    match STATE.get() {
        State::Unwatched => end::watch(),
        State::Idle => {}
        State::Calling => {
            let abort = AbortOnUnwind;
            let result = call();
            mem::forget(abort);
            return result;
        }
    }
    watched_from_idle(call)
}

/// Dropped when a call into OCaml is left by unwinding. Rust does not say what an unwinding of the C library's does where there
/// are destructors; what the compilers do is run this one.
struct AbortOnUnwind;

impl Drop for AbortOnUnwind {
    fn drop(&mut self) {
        exited();
    }
}

/// The end of this thread.
#[cfg(unix)]
mod end {
    use core::ffi::{c_int, c_void};
    use core::ptr;
    use std::sync::OnceLock;

    use super::{STATE, State, exited};
    use crate::thrown::Thrown;

    /// `pthread_key_t`.
    #[cfg(target_vendor = "apple")]
    type Key = core::ffi::c_ulong;
    #[cfg(not(target_vendor = "apple"))]
    type Key = core::ffi::c_uint;

    unsafe extern "C" {
        fn pthread_key_create(key: *mut Key, destructor: unsafe extern "C" fn(*mut c_void)) -> c_int;
        fn pthread_setspecific(key: Key, value: *const c_void) -> c_int;
    }

    /// Has it looked at.
    pub(super) fn watch() {
        static KEY: OnceLock<Option<Key>> = OnceLock::new();
        // SAFETY: the destructor can be called on any thread that ends.
        let create = || unsafe {
            let mut key = 0;
            (pthread_key_create(&mut key, at_end) == 0).then_some(key)
        };
        // Anything but null.
        let value: *const c_void = ptr::without_provenance(1);
        // SAFETY: the key has been created.
        let watched = KEY
            .get_or_init(create)
            .is_some_and(|key| unsafe { pthread_setspecific(key, value) } == 0);
        if !watched {
            Thrown::OutOfMemory.throw();
        }
        STATE.set(State::Idle);
    }

    unsafe extern "C" fn at_end(_: *mut c_void) {
        // Where Rust's thread-locals are keys, too, it may be gone by now, and be made anew.
        if STATE.get() == State::Calling {
            exited();
        }
    }
}

/// Nothing says when a thread ends.
#[cfg(not(unix))]
mod end {
    pub(super) fn watch() {
        super::STATE.set(super::State::Idle);
    }
}

/// On the thread that has started OCaml, native code jumps into the function that did that, which has returned, and from where this
/// hook is called.
#[cfg(feature = "link")]
pub(crate) fn abort_at_jump_to_start() {
    unsafe extern "C" fn hook(_: *mut core::ffi::c_void) {
        exited();
    }
    let place = sys::termination_hook();
    if !place.is_null() {
        // SAFETY: a variable of the runtime's, which only threads that hold the runtime use.
        unsafe { place.write(Some(hook)) };
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
