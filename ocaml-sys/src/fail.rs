//! Raising exceptions (`fail.h`).
//!
//! A raise jumps over the Rust frames between it and OCaml without running their destructors: only frames that own
//! nothing may be in between.

use core::ffi::c_int;

use crate::weak::weak_address;
use crate::{Char, Value, field};

/// The exceptions that the runtime knows; the numbers are those of `fail.h` (`OUT_OF_MEMORY_EXN`…).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(usize)]
pub enum Predefined {
    /// `Out_of_memory`
    OutOfMemory = 0,
    /// `Sys_error of string`
    SysError = 1,
    /// `Failure of string`
    Failure = 2,
    /// `Invalid_argument of string`
    InvalidArgument = 3,
    /// `End_of_file`
    EndOfFile = 4,
    /// `Division_by_zero`
    DivisionByZero = 5,
    /// `Not_found`
    NotFound = 6,
    /// `Match_failure of string * int * int`
    MatchFailure = 7,
    /// `Stack_overflow`
    StackOverflow = 8,
    /// `Sys_blocked_io`
    SysBlockedIo = 9,
    /// `Assert_failure of string * int * int`
    AssertFailure = 10,
    /// `Undefined_recursive_module of string * int * int`
    UndefinedRecursiveModule = 11,
}

/// The constructor of a predefined exception: a static block in native code, a heap value in bytecode. An exception without
/// argument is this value itself; one with an argument is a block with tag 0 of the constructor and the argument.
///
/// Native code has one data symbol per exception (`caml_exn_Failure`…), bytecode a table (`caml_global_data`). Both are
/// looked up weakly, so the same library works with either. 0 if neither is there, which happens only in a process
/// without OCaml, and on Windows.
///
/// # Safety
/// The calling thread holds the runtime lock. In bytecode the result is a heap value and is moved by `Gc.compact`: use it
/// before the next point that may collect.
pub unsafe fn predefined_exception(exception: Predefined) -> Value {
    let native = native_symbol(exception);
    if native != 0 {
        return native;
    }
    let globals: *const Value = weak_address!(caml_global_data).cast();
    // SAFETY: in bytecode the variable is the block of global values, whose first 12 are these exceptions.
    unsafe {
        globals
            .as_ref()
            .map_or(0, |globals| *field(*globals, exception as usize))
    }
}

/// The address of the native symbol, 0 in bytecode.
fn native_symbol(exception: Predefined) -> Value {
    let address = match exception {
        Predefined::OutOfMemory => weak_address!(caml_exn_Out_of_memory),
        Predefined::SysError => weak_address!(caml_exn_Sys_error),
        Predefined::Failure => weak_address!(caml_exn_Failure),
        Predefined::InvalidArgument => weak_address!(caml_exn_Invalid_argument),
        Predefined::EndOfFile => weak_address!(caml_exn_End_of_file),
        Predefined::DivisionByZero => weak_address!(caml_exn_Division_by_zero),
        Predefined::NotFound => weak_address!(caml_exn_Not_found),
        Predefined::MatchFailure => weak_address!(caml_exn_Match_failure),
        Predefined::StackOverflow => weak_address!(caml_exn_Stack_overflow),
        Predefined::SysBlockedIo => weak_address!(caml_exn_Sys_blocked_io),
        Predefined::AssertFailure => weak_address!(caml_exn_Assert_failure),
        Predefined::UndefinedRecursiveModule => weak_address!(caml_exn_Undefined_recursive_module),
    };
    address as Value
}

unsafe extern "C" {
    /// Raises an exception value.
    pub fn caml_raise(exception: Value) -> !;
    /// Raises an exception without argument.
    pub fn caml_raise_constant(constructor: Value) -> !;
    /// Raises an exception with one argument.
    pub fn caml_raise_with_arg(constructor: Value, arg: Value) -> !;
    /// Raises an exception with several arguments.
    pub fn caml_raise_with_args(constructor: Value, nargs: c_int, args: *mut Value) -> !;
    /// Raises an exception with a copy of a C string.
    pub fn caml_raise_with_string(constructor: Value, message: *const Char) -> !;
    /// Raises `Failure` with a copy of a C string.
    pub fn caml_failwith(message: *const Char) -> !;
    /// Raises `Failure` with an OCaml string.
    pub fn caml_failwith_value(message: Value) -> !;
    /// Raises `Invalid_argument` with a copy of a C string.
    pub fn caml_invalid_argument(message: *const Char) -> !;
    /// Raises `Invalid_argument` with an OCaml string.
    pub fn caml_invalid_argument_value(message: Value) -> !;
    /// Raises `Out_of_memory`.
    pub fn caml_raise_out_of_memory() -> !;
    /// Raises `Stack_overflow`.
    pub fn caml_raise_stack_overflow() -> !;
    /// Raises `Sys_error` with an OCaml string.
    pub fn caml_raise_sys_error(message: Value) -> !;
    /// Raises `End_of_file`.
    pub fn caml_raise_end_of_file() -> !;
    /// Raises `Division_by_zero`.
    pub fn caml_raise_zero_divide() -> !;
    /// Raises `Not_found`.
    pub fn caml_raise_not_found() -> !;
    /// Raises `Invalid_argument "index out of bounds"`.
    pub fn caml_array_bound_error() -> !;
    /// Raises `Sys_blocked_io`.
    pub fn caml_raise_sys_blocked_io() -> !;
}
