//! Signals that wait for a handler while a thread becomes known to OCaml.
//!
//! Before OCaml 5, `caml_c_thread_register` runs the handlers of signals that have arrived (`caml_enter_blocking_section` at
//! its end, in `otherlibs/systhreads/st_stubs.c`). There is nobody on that thread who could catch what a handler raises, so
//! Ctrl-C at the wrong moment would end the program, although the main thread was about to ask for it. Handlers do not run on
//! a thread that blocks their signals, though (`caml_process_pending_signals_exn`), and whoever takes the runtime next has
//! all signals looked at again (`caml_leave_blocking_section`, both in `runtime/signals.c`).

use core::ffi::c_int;
use core::mem::MaybeUninit;
use core::ptr;

/// Room for the `sigset_t` of any C library.
type Set = MaybeUninit<[u64; 16]>;

unsafe extern "C" {
    fn sigfillset(set: *mut Set) -> c_int;
    fn pthread_sigmask(how: c_int, set: *const Set, before: *mut Set) -> c_int;
}

const SIG_SETMASK: c_int = match () {
    () if cfg!(any(target_arch = "mips", target_arch = "mips64")) => 3,
    () if cfg!(any(target_os = "linux", target_os = "android")) => 2,
    () => 3,
};

/// Runs something while this thread blocks all signals.
pub(super) fn blocked<T>(run: impl FnOnce() -> T) -> T {
    let (mut all, mut before) = (Set::uninit(), Set::uninit());
    // SAFETY: `sigfillset` fills the one set, `pthread_sigmask` the other; neither can fail with these arguments.
    unsafe {
        sigfillset(&mut all);
        pthread_sigmask(SIG_SETMASK, &all, &mut before);
    }
    let result = run();
    // SAFETY: the set that was there before.
    unsafe { pthread_sigmask(SIG_SETMASK, &before, ptr::null_mut()) };
    result
}
