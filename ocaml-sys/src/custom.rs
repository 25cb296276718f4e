//! Custom blocks: Rust or C data in the heap with operations of its own (`custom.h`).

use core::ffi::{c_int, c_void};

use crate::{Char, Intnat, Mlsize, Uintnat, Value, WORD};

/// The sizes that every instance has when marshalled, for 32 and 64 bits.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct custom_fixed_length {
    /// Bytes on 32 bits.
    pub bsize_32: Intnat,
    /// Bytes on 64 bits.
    pub bsize_64: Intnat,
}

/// What the runtime does with a custom block. OCaml before 4.08 reads only the first seven words; the eighth does no
/// harm there.
///
/// None of the functions may panic, and `finalize` may neither allocate in the heap, nor look at values, nor raise.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct custom_operations {
    /// Names the type in marshalled data; never null.
    pub identifier: *const Char,
    /// Called once when the block is dead, inside a collection or an allocation.
    pub finalize: Option<unsafe extern "C" fn(block: Value)>,
    /// `compare` of two blocks with these operations.
    pub compare: Option<unsafe extern "C" fn(a: Value, b: Value) -> c_int>,
    /// `Hashtbl.hash`.
    pub hash: Option<unsafe extern "C" fn(block: Value) -> Intnat>,
    /// Writes the data with `caml_serialize_*`, and its sizes.
    pub serialize: Option<unsafe extern "C" fn(block: Value, bsize_32: *mut Uintnat, bsize_64: *mut Uintnat)>,
    /// Reads the data with `caml_deserialize_*`; returns its size in bytes.
    pub deserialize: Option<unsafe extern "C" fn(data: *mut c_void) -> Uintnat>,
    /// `compare` of such a block with an integer.
    pub compare_ext: Option<unsafe extern "C" fn(a: Value, b: Value) -> c_int>,
    /// The sizes when marshalled if they are always the same, else null.
    pub fixed_length: *const custom_fixed_length,
}

// SAFETY: the runtime only reads the record, and so does safe code: it has no interior mutability.
unsafe impl Sync for custom_operations {}

const _: () = {
    assert!(size_of::<custom_operations>() == 8 * WORD);
    assert!(size_of::<custom_fixed_length>() == 2 * WORD);
};

/// `Custom_ops_val`: the operations of a custom block.
///
/// # Safety
/// `block` is a live block with tag [`CUSTOM`](crate::tag::CUSTOM).
#[inline(always)]
pub unsafe fn custom_ops_val(block: Value) -> *const custom_operations {
    // SAFETY: word 0 of a custom block is that pointer.
    unsafe { *(block as *const *const custom_operations) }
}

unsafe extern "C" {
    /// The operations of a boxed `int32`: `&raw const caml_int32_ops` tells one from other custom blocks.
    pub static caml_int32_ops: custom_operations;
    /// The operations of a boxed `int64`.
    pub static caml_int64_ops: custom_operations;
    /// The operations of a boxed `nativeint`.
    pub static caml_nativeint_ops: custom_operations;
    /// A custom block with `size` bytes of data, which count for `mem` of `max`. May collect.
    pub fn caml_alloc_custom(ops: *const custom_operations, size: Uintnat, mem: Mlsize, max: Mlsize) -> Value;
    /// The operations that unmarshalling knows under an identifier; null if there are none.
    pub fn caml_find_custom_operations(identifier: *const Char) -> *mut custom_operations;
    /// Makes the operations known to unmarshalling, under their identifier.
    pub fn caml_register_custom_operations(ops: *const custom_operations);
}

#[cfg(ocaml_4_08)]
unsafe extern "C" {
    /// `custom_major_ratio` of `Gc.control`: percent of the major heap that may be garbage outside of it.
    pub static caml_custom_major_ratio: Uintnat;
    /// `custom_minor_ratio`: percent of the minor heap that young blocks may own outside of it.
    pub static caml_custom_minor_ratio: Uintnat;
    /// `custom_minor_max_size`: a block that owns more bytes belongs to the major heap (OCaml 5.1), or counts there.
    pub static caml_custom_minor_max_bsz: Uintnat;
    /// A custom block with `size` bytes of data that own `mem` bytes outside the heap. Collects even when there is room.
    pub fn caml_alloc_custom_mem(ops: *const custom_operations, size: Uintnat, mem: Mlsize) -> Value;
}
