//! Boxed numbers and flat float arrays (`mlvalues.h`).

use crate::{Size, Value, data_custom_val};

/// `Double_val`: the number in a boxed `float`.
///
/// # Safety
/// `float` is a live block with tag [`DOUBLE`](crate::tag::DOUBLE).
#[inline(always)]
pub unsafe fn double_val(float: Value) -> f64 {
    // SAFETY: the block holds 8 bytes; on 32 bits they are only aligned to 4.
    unsafe { (float as *const f64).read_unaligned() }
}

/// The address of element `index` of a block with tag [`DOUBLE_ARRAY`](crate::tag::DOUBLE_ARRAY), aligned to a word.
///
/// # Safety
/// `array` is such a block, and has more than `index` elements.
#[inline(always)]
pub unsafe fn double_field(array: Value, index: usize) -> *mut f64 {
    // SAFETY: the element is inside the block.
    unsafe { (array as *mut f64).add(index) }
}

/// `Int32_val`.
///
/// # Safety
/// `boxed` is a live `int32`.
#[inline(always)]
pub unsafe fn int32_val(boxed: Value) -> i32 {
    // SAFETY: an int32 is a custom block with 4 bytes of data.
    unsafe { data_custom_val::<i32>(boxed).read() }
}

/// `Int64_val`.
///
/// # Safety
/// `boxed` is a live `int64`.
#[inline(always)]
pub unsafe fn int64_val(boxed: Value) -> i64 {
    // SAFETY: an int64 is a custom block with 8 bytes of data; on 32 bits they are only aligned to 4.
    unsafe { data_custom_val::<i64>(boxed).read_unaligned() }
}

/// `Nativeint_val`.
///
/// # Safety
/// `boxed` is a live `nativeint`.
#[inline(always)]
pub unsafe fn nativeint_val(boxed: Value) -> isize {
    // SAFETY: a nativeint is a custom block with one word of data.
    unsafe { data_custom_val::<isize>(boxed).read() }
}

/// The number in a boxed `float` ([`double_val`]).
///
/// # Safety
/// As there.
#[inline(always)]
pub unsafe fn caml_sys_double_val(float: Value) -> f64 {
    // SAFETY: the caller's promise.
    unsafe { double_val(float) }
}

/// `Store_double_val`: overwrites the number in a boxed `float`, which OCaml takes for immutable.
///
/// # Safety
/// `float` is a fresh block with tag [`DOUBLE`](crate::tag::DOUBLE).
#[inline(always)]
pub unsafe fn caml_sys_store_double_val(float: Value, number: f64) {
    // SAFETY: the block holds 8 bytes.
    unsafe { (float as *mut f64).write_unaligned(number) }
}

/// `Double_flat_field`: an element of a flat float array.
///
/// # Safety
/// As for [`double_field`].
#[inline(always)]
pub unsafe fn caml_sys_double_field(array: Value, index: Size) -> f64 {
    // SAFETY: the element is inside the block.
    unsafe { double_field(array, index).read_unaligned() }
}

/// `Store_double_flat_field`: writes an element of a flat float array.
///
/// # Safety
/// As for [`double_field`].
#[inline(always)]
pub unsafe fn caml_sys_store_double_field(array: Value, index: Size, number: f64) {
    // SAFETY: the element is inside the block.
    unsafe { double_field(array, index).write_unaligned(number) }
}
