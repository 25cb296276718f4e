//! Bigarrays (`bigarray.h`).

use core::ffi::{c_int, c_void};

use crate::{Intnat, Uintnat, Value};

/// Elements outside the heap.
pub type Data = *mut c_void;

/// `struct caml_ba_proxy`: shared by the arrays that are parts of one.
#[repr(C)]
#[derive(Debug)]
pub struct BigarrayProxy {
    /// How many arrays share the data. Changed by the runtime only.
    pub refcount: Intnat,
    /// The data of the whole.
    pub data: Data,
    /// Its bytes, if it is a mapped file.
    pub size: Uintnat,
}

/// `struct caml_ba_array`: the data of a bigarray's custom block ([`data_custom_val`](crate::data_custom_val)).
#[repr(C)]
#[derive(Debug)]
pub struct Bigarray {
    /// The elements.
    pub data: Data,
    /// The number of dimensions, 0 to [`MAX_NUM_DIMS`].
    pub num_dims: Intnat,
    /// [`Kind`], [`Layout`] and [`Managed`], one in each group of bits.
    pub flags: Intnat,
    /// Not null if the data is shared with another array.
    pub proxy: *const BigarrayProxy,
    /// The sizes of the dimensions, `num_dims` of them.
    pub dim: [Intnat; 0],
}

impl Bigarray {
    /// True if the first index varies fastest, and indices start at 1.
    pub fn is_fortran(&self) -> bool {
        self.flags & LAYOUT_MASK as Intnat != 0
    }

    /// The sizes of the dimensions.
    ///
    /// # Safety
    /// `this` points to the data of a live bigarray, and nothing collects while the slice is used.
    pub unsafe fn dims<'a>(this: *const Bigarray) -> &'a [Intnat] {
        // SAFETY: the block has `num_dims` words there; the address keeps the provenance of the whole block.
        unsafe { core::slice::from_raw_parts((&raw const (*this).dim).cast(), (*this).num_dims as usize) }
    }
}

const _: () = {
    assert!(size_of::<Bigarray>() == 4 * size_of::<Value>());
    assert!(size_of::<BigarrayProxy>() == 3 * size_of::<Value>());
};

/// The greatest number of dimensions.
pub const MAX_NUM_DIMS: usize = 16;
/// The bits of the flags that hold the [`Kind`].
pub const KIND_MASK: i32 = 0xFF;
/// The bit of the flags that holds the [`Layout`].
pub const LAYOUT_MASK: i32 = 0x100;
/// The bits of the flags that hold [`Managed`].
pub const MANAGED_MASK: i32 = 0x600;

/// Who frees the elements.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Managed {
    /// Not the runtime.
    EXTERNAL = 0,
    /// The runtime, with `free`.
    MANAGED = 0x200,
    /// The runtime, with `munmap`.
    MAPPED_FILE = 0x400,
}

/// The type of the elements.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `float32_elt`
    FLOAT32 = 0,
    /// `float64_elt`
    FLOAT64 = 1,
    /// `int8_signed_elt`
    SINT8 = 2,
    /// `int8_unsigned_elt`
    UINT8 = 3,
    /// `int16_signed_elt`
    SINT16 = 4,
    /// `int16_unsigned_elt`
    UINT16 = 5,
    /// `int32_elt`
    INT32 = 6,
    /// `int64_elt`
    INT64 = 7,
    /// `int_elt`: machine words, which OCaml reads as `int`
    CAML_INT = 8,
    /// `nativeint_elt`
    NATIVE_INT = 9,
    /// `complex32_elt`: two 32-bit floats
    COMPLEX32 = 10,
    /// `complex64_elt`: two 64-bit floats
    COMPLEX64 = 11,
    /// Kind `char` with `int8_unsigned_elt`
    CHAR = 12,
    /// `float16_elt`, from OCaml 5.2
    FLOAT16 = 13,
}

/// The order of the elements.
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// The last index varies fastest; indices start at 0.
    C_LAYOUT = 0,
    /// The first index varies fastest; indices start at 1.
    FORTRAN_LAYOUT = 0x100,
}

unsafe extern "C" {
    /// A bigarray over `data`, or over new memory if `data` is null. May collect.
    pub fn caml_ba_alloc(flags: c_int, num_dims: c_int, data: Data, dim: *const Intnat) -> Value;
    /// The same, with the dimensions as further arguments of type [`Intnat`].
    pub fn caml_ba_alloc_dims(flags: c_int, num_dims: c_int, data: Data, ...) -> Value;
    /// The bytes of all elements.
    pub fn caml_ba_byte_size(array: *const Bigarray) -> Uintnat;
    /// The number of elements.
    pub fn caml_ba_num_elts(array: *const Bigarray) -> Uintnat;
}
