//! Releasing the runtime lock, and pending signals (`signals.h`).

unsafe extern "C" {
    /// Releases the runtime lock. Runs pending signal handlers first, which may raise.
    pub fn caml_enter_blocking_section();
    /// Takes the runtime lock. Never raises nor collects, but others have run in between.
    pub fn caml_leave_blocking_section();
}

#[cfg(ocaml_4_13)]
unsafe extern "C" {
    /// Releases the runtime lock and leaves pending actions pending.
    pub fn caml_enter_blocking_section_no_pending();
    /// 1 if signals, finalizers or collections are pending.
    pub fn caml_check_pending_actions() -> core::ffi::c_int;
}

/// Releases the runtime lock and leaves pending actions pending: never raises, runs no OCaml code.
///
/// # Safety
/// The calling thread holds the runtime lock.
#[inline]
pub unsafe fn enter_blocking_section_no_pending() {
    #[cfg(ocaml_4_13)]
    // SAFETY: the caller's promise.
    unsafe {
        caml_enter_blocking_section_no_pending()
    };
    // What `caml_enter_blocking_section` does when nothing is pending.
    #[cfg(not(ocaml_4_13))]
    // SAFETY: the caller's promise; the hook is never null.
    unsafe {
        unsafe extern "C" {
            static caml_enter_blocking_section_hook: unsafe extern "C" fn();
        }
        (&raw const caml_enter_blocking_section_hook).read()()
    };
}

#[cfg(ocaml_4_10)]
unsafe extern "C" {
    /// Runs pending signal handlers, finalizers and collections; raises what they raise.
    pub fn caml_process_pending_actions();
}

#[cfg(ocaml_4_10)]
crate::callback::may_unwind! {
    /// The same, but returns an exception, see [`is_exception_result`](crate::is_exception_result).
    pub fn caml_process_pending_actions_exn() -> crate::Value;
}

#[cfg(not(ocaml_4_10))]
unsafe extern "C" {
    /// Runs pending signal handlers; raises what they raise.
    pub fn caml_process_pending_signals();
}
