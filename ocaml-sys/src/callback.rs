//! Calls from Rust to OCaml, and values registered by name (`callback.h`).
//!
//! The functions that end in `_exn` return exceptions as data, see [`is_exception_result`]. The others raise through the
//! calling frames, whose destructors do not run.

use core::ffi::{c_int, c_void};

use crate::weak::weak_address;
use crate::{Char, Value};

/// Whether the result of an `_exn` function stands for an exception.
#[inline(always)]
pub const fn is_exception_result(result: Value) -> bool {
    result & 3 == 2
}

/// The exception value of an exceptional result.
#[inline(always)]
pub const fn extract_exception(result: Value) -> Value {
    result & !3
}

/// The exceptional result of an exception value.
#[inline(always)]
pub const fn make_exception_result(exception: Value) -> Value {
    exception | 2
}

unsafe extern "C" {
    /// Applies a closure to one argument.
    pub fn caml_callback(closure: Value, arg: Value) -> Value;
    /// Applies a closure to two arguments.
    pub fn caml_callback2(closure: Value, arg1: Value, arg2: Value) -> Value;
    /// Applies a closure to three arguments.
    pub fn caml_callback3(closure: Value, arg1: Value, arg2: Value, arg3: Value) -> Value;
    /// The place of the value that OCaml gave to `Callback.register name`, a root that stays valid; null if none did.
    pub fn caml_named_value(name: *const Char) -> *const Value;
    /// Calls `action` for every registered value.
    pub fn caml_iterate_named_values(action: unsafe extern "C" fn(*const Value, *mut Char));
}

/// Applications and pending actions, which run OCaml code and return exceptions. Before OCaml 4.14, `Thread.exit` may unwind the
/// stack from there (as `pthread_exit` does, in bytecode and on threads that OCaml has not started).
macro_rules! may_unwind {
    ($($item:tt)*) => {
        #[cfg(ocaml_4_14)]
        unsafe extern "C" { $($item)* }
        #[cfg(not(ocaml_4_14))]
        unsafe extern "C-unwind" { $($item)* }
    };
}

pub(crate) use may_unwind;

may_unwind! {
    /// Applies a closure to one argument; exceptions are returned.
    pub fn caml_callback_exn(closure: Value, arg: Value) -> Value;
    /// Applies a closure to two arguments; exceptions are returned.
    pub fn caml_callback2_exn(closure: Value, arg1: Value, arg2: Value) -> Value;
    /// Applies a closure to three arguments; exceptions are returned.
    pub fn caml_callback3_exn(closure: Value, arg1: Value, arg2: Value, arg3: Value) -> Value;
    #[link_name = "caml_callbackN_exn"]
    fn callback_n_exn(closure: Value, narg: c_int, args: *mut Value) -> Value;
}

/// What `caml_callback_exn`, `caml_callback2_exn` and `caml_callback3_exn` call in native code, and all that they do (`callback.c`):
/// applies a closure, on the state of the domain ([`State::as_ptr`](crate::State::as_ptr)), to arguments in an array.
/// Exceptions are returned.
///
/// # Safety
/// As for `caml_callback_exn`; the array has as many arguments as the function takes.
pub type CallbackAsm = unsafe extern "C-unwind" fn(state: *mut c_void, closure: Value, args: *mut Value) -> Value;

/// Whether native code has such functions, and their addresses are there without a search (`weak.rs`): OCaml 4.10 to 4.13, whose
/// successors do more before. On OCaml 4.14 they are not the same in all distributions.
pub const HAS_CALLBACK_ASM: bool = cfg!(all(
    ocaml_4_10,
    not(ocaml_4_14),
    unix,
    not(target_vendor = "apple"),
    any(target_arch = "x86_64", target_arch = "aarch64"),
    target_pointer_width = "64"
));

/// `caml_callback_asm`, `caml_callback2_asm` or `caml_callback3_asm`, for that many arguments; `None` in bytecode.
#[inline(always)]
pub fn callback_asm(narg: usize) -> Option<CallbackAsm> {
    if !HAS_CALLBACK_ASM {
        return None;
    }
    let address = match narg {
        1 => weak_address!(caml_callback_asm),
        2 => weak_address!(caml_callback2_asm),
        3 => weak_address!(caml_callback3_asm),
        _ => return None,
    };
    // SAFETY: null is `None`; any other address is a function of that type.
    unsafe { core::mem::transmute::<*mut c_void, Option<CallbackAsm>>(address) }
}

/// Applies a closure to `narg` arguments, at least one.
///
/// # Safety
/// The calling thread holds the runtime lock, `args` points to `narg` values, every value still needed is rooted (the
/// closure and the arguments are), and no Rust frame up to OCaml has a destructor to run.
#[allow(non_snake_case, reason = "the C name")]
#[inline(always)]
pub unsafe fn caml_callbackN(closure: Value, narg: usize, args: *mut Value) -> Value {
    unsafe extern "C" {
        #[link_name = "caml_callbackN"]
        fn call(closure: Value, narg: c_int, args: *mut Value) -> Value;
    }
    // SAFETY: the caller's promise.
    unsafe { call(closure, narg as c_int, args) }
}

/// Applies a closure to `narg` arguments, at least one; exceptions are returned.
///
/// # Safety
/// The calling thread holds the runtime lock, `args` points to `narg` values, and every value still needed is rooted
/// (the closure and the arguments are).
#[allow(non_snake_case, reason = "the C name")]
#[inline(always)]
pub unsafe fn caml_callbackN_exn(closure: Value, narg: usize, args: *mut Value) -> Value {
    // SAFETY: the caller's promise.
    unsafe { callback_n_exn(closure, narg as c_int, args) }
}

const _: () = assert!(is_exception_result(make_exception_result(8)) && extract_exception(8 | 2) == 8);
