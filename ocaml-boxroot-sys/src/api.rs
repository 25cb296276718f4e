//! The public functions, with the names and the meaning of the C library's Rust interface.

use core::ffi::{CStr, c_char};
use core::sync::atomic::{AtomicIsize, Ordering};

use crate::pool::{self, Pool};
use crate::{BoxRoot, Statistics, Status, Value, ValueCell, runtime};

/// Makes a root that holds `value`. Never collects.
///
/// `None` when memory is exhausted, after [`boxroot_teardown`], and on OCaml 5 when this thread does not hold a domain;
/// [`boxroot_error_string`] tells which.
///
/// # Safety
/// `value` is a valid value and this thread holds the runtime. (On OCaml 5 the latter is checked.)
#[inline]
pub unsafe fn boxroot_create(value: Value) -> Option<BoxRoot> {
    // SAFETY: the caller holds the runtime.
    unsafe { runtime::create(value) }.map(|slot| BoxRoot { contents: slot.cast() })
}

/// The slot of the root. It is valid until the root is deleted or modified; reading it takes the runtime.
#[inline]
pub fn boxroot_get_ref(root: BoxRoot) -> *const ValueCell {
    root.contents.as_ptr()
}

/// The value of the root.
///
/// # Safety
/// The root was not deleted and this thread holds the runtime.
#[inline]
pub unsafe fn boxroot_get(root: BoxRoot) -> Value {
    // SAFETY: the slot of a root holds a value; the collector changes it only while this thread is stopped.
    unsafe { root.contents.cast::<Value>().read() }
}

/// Deletes the root: its value is no longer kept alive by it. Never blocks, never fails.
///
/// # Safety
/// The root was not deleted before and is not used afterwards.
#[inline]
pub unsafe fn boxroot_delete(root: BoxRoot) {
    // SAFETY: passed on.
    unsafe { pool::kill(root.contents.as_ptr().cast()) }
}

/// Stores another value. This may move the root to another slot, at most once between two minor collections, so every
/// copy of `*root` and every reference from [`boxroot_get_ref`] must be considered invalid.
///
/// False when that needed memory and there was none; the root then still holds its old value.
///
/// # Safety
/// `root` points to a root that was not deleted and that nobody else uses now; `value` is valid; this thread holds the
/// runtime.
#[inline]
pub unsafe fn boxroot_modify(root: *mut BoxRoot, value: Value) -> bool {
    // SAFETY: root points to a root.
    let slot = unsafe { (*root).contents }.as_ptr().cast::<Value>();
    // SAFETY: the pool of a root is allocated.
    let is_visited = unsafe { (*Pool::of_slot(slot)).may_be_young(slot) };
    if is_visited || value & 1 == 1 {
        // SAFETY: the slot is the caller's. A collection will visit it if the value may be young.
        unsafe { AtomicIsize::from_ptr(slot) }.store(value, Ordering::Relaxed);
        return true;
    }
    // By value, so that the caller's variable can be in a register.
    // SAFETY: passed on.
    match unsafe { modify_old(*root, value) } {
        Some(modified) => {
            // SAFETY: root points to a root.
            unsafe { *root = modified };
            true
        }
        None => false,
    }
}

/// The slot is not visited by the next minor collection, so a young value needs another one: the root as it is afterwards, `None`
/// if there is no memory.
///
/// # Safety
/// As for [`boxroot_modify`].
#[cold]
unsafe fn modify_old(root: BoxRoot, value: Value) -> Option<BoxRoot> {
    // SAFETY: passed on.
    unsafe {
        if !ocaml_sys::is_young_block(value) {
            AtomicIsize::from_ptr(root.contents.as_ptr().cast()).store(value, Ordering::Relaxed);
            return Some(root);
        }
        let fresh = boxroot_create(value)?;
        boxroot_delete(root);
        Some(fresh)
    }
}

/// Installs the collector's hooks. Optional: [`boxroot_create`] does it. May be called again.
///
/// False after [`boxroot_teardown`], and on OCaml 5 when this thread does not hold a domain.
///
/// # Safety
/// The runtime was started and this thread holds it.
pub unsafe fn boxroot_setup() -> bool {
    // SAFETY: passed on.
    unsafe { runtime::setup() }
}

/// Ends the use of roots: none is visited any more, none can be made, memory without roots is freed. Deleting the roots
/// that are left stays allowed. The hooks stay installed and do nothing, because others may have chained to them.
///
/// # Safety
/// The runtime was shut down, or will never run again.
pub unsafe fn boxroot_teardown() {
    // SAFETY: passed on.
    unsafe { runtime::teardown() }
}

/// Whether roots can be made.
pub fn boxroot_status() -> Status {
    runtime::status()
}

/// Why [`boxroot_create`], [`boxroot_modify`] or [`boxroot_setup`] failed just now in this thread, as a C string.
/// Meaningless otherwise.
pub fn boxroot_error_string() -> *const c_char {
    let reason: &'static CStr = match boxroot_status() {
        Status::ToreDown => c"boxroot_teardown was called before",
        _ if !runtime::has_domain() => c"this thread does not hold an OCaml domain",
        _ => c"memory for roots is exhausted",
    };
    reason.as_ptr()
}

/// Figures of this copy of the library.
///
/// # Safety
/// This thread holds the runtime.
pub unsafe fn boxroot_statistics() -> Statistics {
    // SAFETY: passed on.
    unsafe { runtime::statistics() }
}

/// Prints [`boxroot_statistics`] on the standard output.
///
/// # Safety
/// This thread holds the runtime.
pub unsafe fn boxroot_print_stats() {
    // SAFETY: passed on.
    let statistics = unsafe { boxroot_statistics() };
    println!(
        "boxroot: {:?}, {} pools in this domain, {} minor collections, {} other visits",
        boxroot_status(),
        statistics.pools,
        statistics.minor_collections,
        statistics.other_visits
    );
}
