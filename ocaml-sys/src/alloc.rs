//! Allocation as C stubs do it (`alloc.h`). Everything here may collect, and raises `Out_of_memory`.

use core::ffi::{c_int, c_uint};

use crate::{Char, Mlsize, Size, Tag, Value};

/// Allocates a block; the fields of a scanned one are set to `()`. Size 0 gives the static block of that tag without
/// collecting, on every version.
///
/// # Safety
/// The calling thread holds the runtime lock, and every value it still needs is rooted.
#[inline(always)]
pub unsafe fn caml_alloc(size: Size, tag: Tag) -> Value {
    unsafe extern "C" {
        #[link_name = "caml_alloc"]
        fn alloc(size: Mlsize, tag: c_uint) -> Value;
    }
    // SAFETY: the caller's promise.
    unsafe { alloc(size, tag.into()) }
}

/// Allocates a block of 1 to [`MAX_YOUNG_WOSIZE`](crate::MAX_YOUNG_WOSIZE) words in the minor heap. Its fields hold
/// garbage and must be set before the next allocation.
///
/// # Safety
/// As for [`caml_alloc`].
#[inline(always)]
pub unsafe fn caml_alloc_small(size: Size, tag: Tag) -> Value {
    unsafe extern "C" {
        #[link_name = "caml_alloc_small"]
        fn alloc(size: Mlsize, tag: c_uint) -> Value;
    }
    // SAFETY: the caller's promise.
    unsafe { alloc(size, tag.into()) }
}

/// `Atom`: the block of size 0 with this tag. It is never collected nor moved.
///
/// # Safety
/// The calling thread holds the runtime lock.
#[inline(always)]
pub unsafe fn caml_atom(tag: Tag) -> Value {
    // SAFETY: size 0 does not allocate.
    unsafe { caml_alloc(0, tag) }
}

unsafe extern "C" {
    /// A block with tag 0 and all fields `()`.
    pub fn caml_alloc_tuple(size: Size) -> Value;
    /// A string of `length` bytes, not set.
    pub fn caml_alloc_string(length: Size) -> Value;
    /// A string with a copy of `length` bytes, which are outside the heap.
    pub fn caml_alloc_initialized_string(length: Size, bytes: *const Char) -> Value;
    /// A string with a copy of a C string, which is outside the heap.
    pub fn caml_copy_string(string: *const Char) -> Value;
    /// A `string array` from an array of C strings ended by null.
    pub fn caml_copy_string_array(strings: *const *const Char) -> Value;
    /// A boxed float.
    pub fn caml_copy_double(number: f64) -> Value;
    /// An `int32`.
    pub fn caml_copy_int32(number: i32) -> Value;
    /// An `int64`.
    pub fn caml_copy_int64(number: i64) -> Value;
    /// A `nativeint`.
    pub fn caml_copy_nativeint(number: isize) -> Value;
    /// A float array of `length` elements, not set.
    pub fn caml_alloc_float_array(length: Size) -> Value;
    /// An array of what `value` makes of each element of an array ended by null.
    pub fn caml_alloc_array(value: unsafe extern "C" fn(*const Char) -> Value, array: *const *const Char) -> Value;
    /// A custom block of `size` words with a finalizer and no other operation.
    pub fn caml_alloc_final(size: Size, finalize: unsafe extern "C" fn(Value), consumed: Size, max: Size) -> Value;
    /// The bits in `flags` that belong to the constructors of an OCaml list.
    pub fn caml_convert_flag_list(list: Value, flags: *const c_int) -> c_int;
}

#[cfg(ocaml_4_13)]
unsafe extern "C" {
    /// `Some value`; roots `value` itself.
    pub fn caml_alloc_some(value: Value) -> Value;
}
