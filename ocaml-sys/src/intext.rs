//! Marshalling (`intext.h`): whole values, and the data of custom blocks.

use core::ffi::{c_int, c_void};

use crate::{Char, Intnat, Value};

unsafe extern "C" {
    /// Marshals into memory from C's `malloc`, which the caller frees. `flags` is a list of
    /// `Marshal.extern_flags`. Raises.
    pub fn caml_output_value_to_malloc(value: Value, flags: Value, buffer: *mut *mut Char, length: *mut Intnat);
    /// Marshals into a block of memory; returns the length. Raises if it does not fit.
    pub fn caml_output_value_to_block(value: Value, flags: Value, data: *mut Char, length: Intnat) -> Intnat;
    /// Unmarshals from a block of memory. Collects and raises.
    pub fn caml_input_value_from_block(data: *const Char, length: Intnat) -> Value;

    /// Writes one byte; this and what follows only within [`serialize`](crate::custom_operations::serialize).
    pub fn caml_serialize_int_1(i: c_int);
    /// Writes two bytes.
    pub fn caml_serialize_int_2(i: c_int);
    /// Writes four bytes.
    pub fn caml_serialize_int_4(i: i32);
    /// Writes eight bytes.
    pub fn caml_serialize_int_8(i: i64);
    /// Writes a 32-bit float.
    pub fn caml_serialize_float_4(f: f32);
    /// Writes a 64-bit float.
    pub fn caml_serialize_float_8(f: f64);
    /// Writes `length` bytes.
    pub fn caml_serialize_block_1(data: *const c_void, length: Intnat);
    /// Writes `length` numbers of two bytes.
    pub fn caml_serialize_block_2(data: *const c_void, length: Intnat);
    /// Writes `length` numbers of four bytes.
    pub fn caml_serialize_block_4(data: *const c_void, length: Intnat);
    /// Writes `length` numbers of eight bytes.
    pub fn caml_serialize_block_8(data: *const c_void, length: Intnat);
    /// Writes `length` 64-bit floats.
    pub fn caml_serialize_block_float_8(data: *const c_void, length: Intnat);

    /// Reads one byte; this and what follows only within [`deserialize`](crate::custom_operations::deserialize).
    pub fn caml_deserialize_uint_1() -> c_int;
    /// Reads one byte, signed.
    pub fn caml_deserialize_sint_1() -> c_int;
    /// Reads two bytes.
    pub fn caml_deserialize_uint_2() -> c_int;
    /// Reads two bytes, signed.
    pub fn caml_deserialize_sint_2() -> c_int;
    /// Reads four bytes.
    pub fn caml_deserialize_uint_4() -> u32;
    /// Reads four bytes, signed.
    pub fn caml_deserialize_sint_4() -> i32;
    /// Reads eight bytes.
    pub fn caml_deserialize_uint_8() -> u64;
    /// Reads eight bytes, signed.
    pub fn caml_deserialize_sint_8() -> i64;
    /// Reads a 32-bit float.
    pub fn caml_deserialize_float_4() -> f32;
    /// Reads a 64-bit float.
    pub fn caml_deserialize_float_8() -> f64;
    /// Reads `length` bytes.
    pub fn caml_deserialize_block_1(data: *mut c_void, length: Intnat);
    /// Reads `length` numbers of two bytes.
    pub fn caml_deserialize_block_2(data: *mut c_void, length: Intnat);
    /// Reads `length` numbers of four bytes.
    pub fn caml_deserialize_block_4(data: *mut c_void, length: Intnat);
    /// Reads `length` numbers of eight bytes.
    pub fn caml_deserialize_block_8(data: *mut c_void, length: Intnat);
    /// Reads `length` 64-bit floats.
    pub fn caml_deserialize_block_float_8(data: *mut c_void, length: Intnat);
    /// Raises `Failure` with a message, a C string.
    pub fn caml_deserialize_error(message: *const Char) -> !;
}
