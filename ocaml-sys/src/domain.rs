//! How many domains run (`domain.h`).

use core::sync::atomic::{AtomicUsize, Ordering};

unsafe extern "C" {
    static caml_num_domains_running: AtomicUsize;
}

/// `caml_domain_alone`: whether the calling thread's domain is the only one. No other can appear while this thread holds
/// the runtime lock, because only OCaml code of a running domain starts one; what a domain that has ended did is visible.
///
/// # Safety
/// The calling thread holds the runtime lock.
#[inline(always)]
pub unsafe fn domain_alone() -> bool {
    // SAFETY: the runtime's own counter, which it reads and writes atomically too.
    unsafe { caml_num_domains_running.load(Ordering::Acquire) == 1 }
}
