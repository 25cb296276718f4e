//! The hooks of OCaml 4: one visitor of roots, one domain.

use core::sync::atomic::{AtomicPtr, Ordering};
use core::{mem, ptr};

use ocaml_sys::{ScanRootsHook, ScanningAction, Value, caml_scan_roots_hook};

unsafe extern "C" {
    /// The action of minor collections, and of nothing else (`minor_gc.c`).
    fn caml_oldify_one(value: Value, place: *mut Value);
}

/// The hook that was there before ours.
static PREVIOUS: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

/// # Safety
/// The caller holds the runtime; called once.
pub(super) unsafe fn install() {
    // SAFETY: the runtime reads the hook only while it collects, which it does not before we return.
    unsafe {
        let previous = caml_scan_roots_hook.swap(Some(scan));
        PREVIOUS.store(
            previous.map_or(ptr::null_mut(), |hook| hook as *mut ()),
            Ordering::Relaxed,
        );
    }
}

unsafe extern "C" fn scan(action: ScanningAction) {
    let previous = PREVIOUS.load(Ordering::Relaxed);
    // SAFETY: null or the hook that install found.
    if let Some(previous) = unsafe { mem::transmute::<*mut (), Option<ScanRootsHook>>(previous) } {
        // SAFETY: we pass on what the runtime passes us.
        unsafe { previous(action) };
    }
    let minor = ptr::fn_addr_eq(action, caml_oldify_one as ScanningAction);
    // SAFETY: the runtime calls us to visit roots, on the only domain.
    unsafe { super::scan(0, minor, |value, place| action(value, place)) };
}
