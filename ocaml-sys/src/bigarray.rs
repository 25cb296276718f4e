//! Bigarrays (`bigarray.h`).

use core::ffi::{c_int, c_void};

use crate::{Intnat, Uintnat, Value, custom_operations};

/// Elements outside the heap.
pub type Data = *mut c_void;

/// `struct caml_ba_proxy`: shared by the arrays that are parts of one.
///
/// `Bigarray.sub` and its like make one with C's `malloc` for an array that has none yet, and hand the custom operations
/// of the whole on to the part (from OCaml 4.08). They do neither for an array that is [`Managed::EXTERNAL`].
#[repr(C)]
#[derive(Debug)]
pub struct BigarrayProxy {
    /// How many arrays share the data. Atomic on OCaml 5; the finalizer that takes away the last one frees the data.
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
/// `CAML_BA_SUBARRAY`, from OCaml 5.1.1: given to [`caml_ba_alloc`] so that shared data are not counted twice.
pub const SUBARRAY: i32 = 0x800;

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

impl Kind {
    const ALL: [Kind; 14] = [
        Kind::FLOAT32,
        Kind::FLOAT64,
        Kind::SINT8,
        Kind::UINT8,
        Kind::SINT16,
        Kind::UINT16,
        Kind::INT32,
        Kind::INT64,
        Kind::CAML_INT,
        Kind::NATIVE_INT,
        Kind::COMPLEX32,
        Kind::COMPLEX64,
        Kind::CHAR,
        Kind::FLOAT16,
    ];

    /// The kind that an array's flags hold, if it is one of those above.
    pub const fn of_flags(flags: Intnat) -> Option<Kind> {
        let kind = (flags & KIND_MASK as Intnat) as usize;
        if kind < Kind::ALL.len() {
            Some(Kind::ALL[kind])
        } else {
            None
        }
    }

    /// The name of the element type in module `Bigarray`, without `_elt`; `"char"` for [`Kind::CHAR`].
    pub const fn name(self) -> &'static str {
        match self {
            Kind::FLOAT32 => "float32",
            Kind::FLOAT64 => "float64",
            Kind::SINT8 => "int8_signed",
            Kind::UINT8 => "int8_unsigned",
            Kind::SINT16 => "int16_signed",
            Kind::UINT16 => "int16_unsigned",
            Kind::INT32 => "int32",
            Kind::INT64 => "int64",
            Kind::CAML_INT => "int",
            Kind::NATIVE_INT => "nativeint",
            Kind::COMPLEX32 => "complex32",
            Kind::COMPLEX64 => "complex64",
            Kind::CHAR => "char",
            Kind::FLOAT16 => "float16",
        }
    }
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
    /// The operations of an array that the runtime allocates. Arrays of mapped files, and those that others allocate, have
    /// operations of their own with the same `compare`.
    pub static caml_ba_ops: custom_operations;
    /// A bigarray over `data`, or over new memory if `data` is null. May collect.
    pub fn caml_ba_alloc(flags: c_int, num_dims: c_int, data: Data, dim: *const Intnat) -> Value;
    /// The same, with the dimensions as further arguments of type [`Intnat`].
    pub fn caml_ba_alloc_dims(flags: c_int, num_dims: c_int, data: Data, ...) -> Value;
    /// The bytes of all elements.
    pub fn caml_ba_byte_size(array: *const Bigarray) -> Uintnat;
    /// The number of elements.
    pub fn caml_ba_num_elts(array: *const Bigarray) -> Uintnat;
    /// Lets go of the data: what `finalize` of [`caml_ba_ops`] is.
    pub fn caml_ba_finalize(block: Value);
    /// `compare`: kind and layout, dimensions, elements.
    pub fn caml_ba_compare(a: Value, b: Value) -> c_int;
    /// `Hashtbl.hash`.
    pub fn caml_ba_hash(block: Value) -> Intnat;
    /// Marshals dimensions and elements.
    pub fn caml_ba_serialize(block: Value, bsize_32: *mut Uintnat, bsize_64: *mut Uintnat);
    /// Unmarshals into the data of a custom block; the elements go to memory from C's `malloc`.
    pub fn caml_ba_deserialize(data: *mut c_void) -> Uintnat;
}

/// Memory for the elements of a [`Managed::MANAGED`] array with the operations [`caml_ba_ops`], which frees it. Null when
/// there is none.
pub fn alloc_data(bytes: usize) -> Data {
    unsafe extern "C" {
        safe fn malloc(bytes: usize) -> Data;
    }
    malloc(bytes)
}

/// Gives memory from [`alloc_data`] back that no array has.
///
/// # Safety
///
/// It is used no more.
pub unsafe fn free_data(data: Data) {
    unsafe extern "C" {
        fn free(data: Data);
    }
    // SAFETY: from C's `malloc`, or null; the caller's promise.
    unsafe { free(data) }
}
