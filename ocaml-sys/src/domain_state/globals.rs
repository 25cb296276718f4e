//! OCaml 4.06 to 4.09: one global variable per field, and nothing to point to.

use core::ffi::c_void;

use crate::{CustomTable, RootsBlock};

/// The variables are where they are.
#[derive(Clone, Copy)]
pub(super) struct Handle;

unsafe extern "C" {
    static mut caml_young_ptr: usize;
    static mut caml_young_limit: usize;
    static mut caml_young_trigger: usize;
    static mut caml_young_start: usize;
    static mut caml_young_end: usize;
    static mut caml_local_roots: *mut RootsBlock;
    static mut caml_custom_table: CustomTable;
    static caml_minor_heap_wsz: usize;
    static caml_stat_heap_wsz: usize;
    #[cfg(ocaml_4_08)]
    static mut caml_extra_heap_resources_minor: f64;
}

#[inline(always)]
pub(super) unsafe fn get() -> Handle {
    Handle
}

#[inline(always)]
pub(super) unsafe fn try_get() -> Option<Handle> {
    Some(Handle)
}

#[inline(always)]
pub(super) fn as_ptr(_: Handle) -> *mut c_void {
    core::ptr::null_mut()
}

#[inline(always)]
pub(super) unsafe fn young_ptr(_: Handle) -> *mut usize {
    &raw mut caml_young_ptr
}

#[inline(always)]
pub(super) unsafe fn young_limit(_: Handle) -> *mut usize {
    &raw mut caml_young_limit
}

#[inline(always)]
pub(super) unsafe fn young_trigger(_: Handle) -> usize {
    // SAFETY: only the holder of the lock writes it.
    unsafe { (&raw const caml_young_trigger).read() }
}

#[inline(always)]
pub(super) unsafe fn young_start(_: Handle) -> *mut usize {
    &raw mut caml_young_start
}

#[inline(always)]
pub(super) unsafe fn young_end(_: Handle) -> *mut usize {
    &raw mut caml_young_end
}

#[inline(always)]
pub(super) unsafe fn local_roots(_: Handle) -> *mut *mut RootsBlock {
    &raw mut caml_local_roots
}

#[inline(always)]
pub(super) unsafe fn custom_table(_: Handle) -> *mut CustomTable {
    &raw mut caml_custom_table
}

#[inline(always)]
pub(super) unsafe fn minor_heap_wsz(_: Handle) -> usize {
    // SAFETY: only the holder of the lock writes it.
    unsafe { (&raw const caml_minor_heap_wsz).read() }
}

#[inline(always)]
pub(super) unsafe fn heap_size(_: Handle) -> usize {
    // SAFETY: only the holder of the lock writes it.
    unsafe { (&raw const caml_stat_heap_wsz).read() * crate::WORD }
}

#[inline(always)]
pub(super) unsafe fn extra_heap_resources_minor(_: Handle) -> Option<*mut f64> {
    #[cfg(ocaml_4_08)]
    return Some(&raw mut caml_extra_heap_resources_minor);
    #[cfg(not(ocaml_4_08))]
    return None;
}

#[inline(always)]
pub(super) unsafe fn id(_: Handle) -> usize {
    0
}

/// Not read here: the variables differ from one of these versions to the next.
#[inline(always)]
pub(super) unsafe fn backtrace(_: Handle) -> Option<super::Backtrace> {
    None
}
