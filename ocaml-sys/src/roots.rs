//! Adding roots of one's own to those the collector scans (`roots.h`).
//!
//! OCaml 4 calls the hook in every minor collection, when marking starts and when the heap is compacted. OCaml 5 calls it
//! on every domain, in parallel: each scans its own roots.

use crate::{Hook, Value};

/// What a scanning hook calls for every root that holds a block: the value, and where it is (OCaml 4).
#[cfg(not(ocaml_5))]
pub type ScanningAction = unsafe extern "C" fn(value: Value, place: *mut Value);

/// The type of [`caml_scan_roots_hook`] (OCaml 4).
#[cfg(not(ocaml_5))]
pub type ScanRootsHook = unsafe extern "C" fn(action: ScanningAction);

/// What a scanning hook calls for every root that holds a block: the hook's `data`, the value, and where it is
/// (OCaml 5).
#[cfg(ocaml_5)]
pub type ScanningAction = unsafe extern "C" fn(data: *mut core::ffi::c_void, value: Value, place: *mut Value);

/// The type of [`caml_scan_roots_hook`] (OCaml 5). `flags` may have [`SCANNING_ONLY_YOUNG_VALUES`]; `domain` is the
/// scanned domain's state, see [`State::from_ptr`](crate::State::from_ptr).
#[cfg(ocaml_5)]
pub type ScanRootsHook = unsafe extern "C" fn(
    action: ScanningAction,
    flags: core::ffi::c_int,
    data: *mut core::ffi::c_void,
    domain: *mut core::ffi::c_void,
);

/// The action does nothing for values outside the minor heap, so the hook may skip them.
#[cfg(ocaml_5)]
pub const SCANNING_ONLY_YOUNG_VALUES: core::ffi::c_int = 1;

unsafe extern "C" {
    /// Called whenever roots are scanned.
    pub static caml_scan_roots_hook: Hook<ScanRootsHook>;
}
