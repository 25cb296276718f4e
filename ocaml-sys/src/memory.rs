//! The major heap, writes into blocks, local and global roots (`memory.h`).

use core::ffi::{c_uint, c_void};

use crate::{Intnat, Mlsize, Size, Tag, Value, WORD, Wosize, field};

/// `struct caml__roots_block`: a stack frame's list of places that hold values. The same on every version.
///
/// To root places, link a block that lives **on the stack** at [`State::local_roots`](crate::State::local_roots), and
/// put back `next` before the frame returns.
#[repr(C)]
#[derive(Clone, Debug)]
pub struct RootsBlock {
    /// The block that was linked before.
    pub next: *mut RootsBlock,
    /// How many of `tables` are used.
    pub ntables: Intnat,
    /// How many values each table has.
    pub nitems: Intnat,
    /// First values of the tables.
    pub tables: [*mut Value; 5],
}

/// Same as [`RootsBlock`].
pub type CamlRootsBlock = RootsBlock;

impl Default for RootsBlock {
    fn default() -> Self {
        Self {
            next: core::ptr::null_mut(),
            ntables: 0,
            nitems: 0,
            tables: [core::ptr::null_mut(); 5],
        }
    }
}

const _: () = {
    assert!(size_of::<RootsBlock>() == 8 * WORD);
    assert!(core::mem::offset_of!(RootsBlock, tables) == 3 * WORD);
};

/// Allocates in the major heap, and neither collects nor moves anything. 0 when there is no memory.
///
/// The fields hold garbage: for a tag below [`NO_SCAN`](crate::tag::NO_SCAN) store an immediate in each and then
/// [`caml_initialize`] it, before anything can collect. On OCaml 5 the call may sweep, and so run the finalizers of
/// custom blocks that are already dead. OCaml 4 does not let memprof sample it.
///
/// # Safety
/// The calling thread holds the runtime lock; `wosize` is between 1 and [`MAX_WOSIZE`](crate::MAX_WOSIZE).
#[inline(always)]
pub unsafe fn alloc_shr_noexc(wosize: Wosize, tag: Tag) -> Value {
    unsafe extern "C" {
        #[cfg_attr(not(ocaml_4_10), link_name = "caml_alloc_shr_no_raise")]
        #[cfg_attr(all(ocaml_4_10, not(ocaml_5)), link_name = "caml_alloc_shr_no_track_noexc")]
        fn caml_alloc_shr_noexc(wosize: Mlsize, tag: c_uint) -> Value;
    }
    // SAFETY: the caller's promise.
    unsafe { caml_alloc_shr_noexc(wosize, tag.into()) }
}

/// Like [`alloc_shr_noexc`], but raises `Out_of_memory`.
///
/// # Safety
/// As there; no Rust frame between here and OCaml has a destructor to run.
#[inline(always)]
pub unsafe fn caml_alloc_shr(wosize: Wosize, tag: Tag) -> Value {
    unsafe extern "C" {
        #[link_name = "caml_alloc_shr"]
        fn alloc(wosize: Mlsize, tag: c_uint) -> Value;
    }
    // SAFETY: the caller's promise.
    unsafe { alloc(wosize, tag.into()) }
}

/// `Store_field`: overwrites a field, telling the collector.
///
/// # Safety
/// As for [`caml_modify`], with `offset` inside `block`.
#[inline(always)]
pub unsafe fn store_field(block: Value, offset: Size, value: Value) {
    // SAFETY: the caller's promise.
    unsafe { caml_modify(field(block, offset), value) }
}

unsafe extern "C" {
    /// The first store into a field of a block of the major heap. Never collects.
    pub fn caml_initialize(field: *mut Value, value: Value);
    /// Overwrites a field of any block. Never collects.
    pub fn caml_modify(field: *mut Value, value: Value);
    /// Does the collection that was requested, if any, keeping `value` alive; returns it, moved perhaps. Collects only
    /// on request, not because the minor heap is full.
    pub fn caml_check_urgent_gc(value: Value) -> Value;
    /// Speeds up the major collector as if `resources` of `max` had been allocated outside the heap. Only sets flags.
    pub fn caml_adjust_gc_speed(resources: Mlsize, max: Mlsize);
    /// Tells the collector of memory outside the heap that lives as long as a block.
    pub fn caml_alloc_dependent_memory(bytes: Mlsize);
    /// The reverse of [`caml_alloc_dependent_memory`].
    pub fn caml_free_dependent_memory(bytes: Mlsize);

    /// Makes a place outside the heap a root, to be scanned at every collection.
    pub fn caml_register_global_root(place: *mut Value);
    /// The reverse of [`caml_register_global_root`].
    pub fn caml_remove_global_root(place: *mut Value);
    /// The same for a place that is written only with [`caml_modify_generational_global_root`].
    pub fn caml_register_generational_global_root(place: *mut Value);
    /// The reverse of [`caml_register_generational_global_root`].
    pub fn caml_remove_generational_global_root(place: *mut Value);
    /// Overwrites a generational root.
    pub fn caml_modify_generational_global_root(place: *mut Value, value: Value);

    /// The runtime's `malloc`; raises `Out_of_memory`.
    pub fn caml_stat_alloc(bytes: usize) -> *mut c_void;
    /// The runtime's `malloc`; null when there is no memory.
    pub fn caml_stat_alloc_noexc(bytes: usize) -> *mut c_void;
    /// Frees what [`caml_stat_alloc`], [`caml_format_exception`](crate::caml_format_exception) and others returned.
    pub fn caml_stat_free(memory: *mut c_void);
}

#[cfg(ocaml_5)]
unsafe extern "C" {
    /// Compares and swaps a field atomically; 1 if it was stored. `index` counts words.
    pub fn caml_atomic_cas_field(block: Value, index: Intnat, expected: Value, new: Value) -> core::ffi::c_int;
}
