//! The hooks of OCaml 5: a visitor of roots per domain, and the end of a domain.

use core::ffi::{c_int, c_void};
use core::sync::atomic::{AtomicPtr, Ordering};
use core::{mem, ptr};

use ocaml_sys::{
    SCANNING_ONLY_YOUNG_VALUES, ScanRootsHook, ScanningAction, State, TimingHook, UNIT, Value,
    caml_domain_terminated_hook, caml_scan_roots_hook,
};

unsafe extern "C" {
    fn caml_ml_domain_id(unit: Value) -> Value;
}

/// The hooks that were there before ours.
static PREVIOUS_SCAN: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());
static PREVIOUS_TERMINATED: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

/// Never 0, and different for every domain that ever ran, unlike the domain's number.
///
/// # Safety
/// This thread runs a domain.
pub(super) unsafe fn unique_mark() -> usize {
    // SAFETY: the primitive behind Domain.self neither allocates nor looks at its argument. Its result is odd.
    (unsafe { caml_ml_domain_id(UNIT) }) as usize
}

/// Installs both hooks. Each previous one is stored before anybody can call ours.
///
/// # Safety
/// This thread runs a domain; called once.
pub(super) unsafe fn install() {
    loop {
        // SAFETY: our hooks do their work and call the previous ones.
        let done = unsafe {
            let previous = caml_domain_terminated_hook.get();
            PREVIOUS_TERMINATED.store(
                previous.map_or(ptr::null_mut(), |hook| hook as *mut ()),
                Ordering::Release,
            );
            caml_domain_terminated_hook.replace(previous, Some(terminated))
        };
        if done {
            break;
        }
    }
    loop {
        // SAFETY: as above.
        let done = unsafe {
            let previous = caml_scan_roots_hook.get();
            PREVIOUS_SCAN.store(
                previous.map_or(ptr::null_mut(), |hook| hook as *mut ()),
                Ordering::Release,
            );
            caml_scan_roots_hook.replace(previous, Some(scan))
        };
        if done {
            break;
        }
    }
}

unsafe extern "C" fn scan(action: ScanningAction, flags: c_int, data: *mut c_void, state: *mut c_void) {
    let previous = PREVIOUS_SCAN.load(Ordering::Acquire);
    // SAFETY: null or the hook that install found.
    if let Some(previous) = unsafe { mem::transmute::<*mut (), Option<ScanRootsHook>>(previous) } {
        // SAFETY: we pass on what the runtime passes us.
        unsafe { previous(action, flags, data, state) };
    }
    // SAFETY: the runtime passes the state of the domain whose roots it visits.
    let id = unsafe { State::from_ptr(state).id() };
    let minor = flags & SCANNING_ONLY_YOUNG_VALUES != 0;
    // SAFETY: the runtime calls us to visit roots, with that domain's lock.
    unsafe { super::scan(id, minor, |value, place| action(data, value, place)) };
}

/// The domain ends.
unsafe extern "C" fn terminated() {
    let previous = PREVIOUS_TERMINATED.load(Ordering::Acquire);
    // SAFETY: null or the hook that install found.
    if let Some(previous) = unsafe { mem::transmute::<*mut (), Option<TimingHook>>(previous) } {
        // SAFETY: called as the runtime calls us.
        unsafe { previous() };
    }
    // SAFETY: the runtime calls the hook on the ending domain, with its lock.
    unsafe { super::retire() };
}
