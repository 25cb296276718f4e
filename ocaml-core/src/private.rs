//! What the macros call. Not for use by hand: anything here may change in any version.
#![allow(missing_docs)]

pub use crate::argument_error::{ArgumentError, Place};
pub use crate::block::{Block, FloatBlock, Shape, arguments, shape, unknown_constructor};
pub use crate::body::{body, by_hand, outcome};
pub use crate::convert::int::int as constant;
pub use crate::custom::private::*;
pub use crate::describe::{
    Direction, Given, Parameter, PassingProbe, Probe, Received, ReturnProbe, Undescribed, guard, unraw,
};
pub use crate::function::{Import, only_lends};
pub use crate::object::Object;
pub use crate::own_exception::{Constructor, constant as constant_exception, from_value as exception_from_value};
pub use crate::poly_variant::{PolyShape, poly_shape, tagged, unknown_tag};
pub use crate::trampoline::{
    Allocated, Outcome, Return, argument, argument_or_unwind, call, call_inline, call_lent, call_quickly, convert_lent,
    enter,
};
pub use crate::trust::untrusting;
pub use crate::unboxed::{
    NoallocArgument, NoallocReturn, Unboxed, UnboxedReturn, call_unboxed, noalloc, noalloc_argument, noalloc_unboxed,
    unboxed_argument,
};

pub use ocaml_build::descriptor as interface;
pub use ocaml_sys::LAST_CONSTRUCTOR;

use crate::conversion_error::ConversionError;
use crate::convert::IntoValue;
use crate::runtime::Runtime;
use crate::value::{Raw, Value};

/// A block with this tag and these fields, of which there is at least one.
#[inline(always)]
pub fn block<'gc, const N: usize>(gc: &'gc Runtime, tag: u8, fields: [Value<'gc>; N]) -> Value<'gc> {
    crate::alloc::block(gc, tag, fields)
}

/// The immediate of a constant constructor: its number, or its hash.
#[inline(always)]
pub fn number(_gc: &Runtime, number: isize) -> Value<'static> {
    Value::immediate(ocaml_sys::val_int(number))
}

/// The word of an argument for OCaml. Nothing may collect before it is passed.
#[inline(always)]
pub fn word<'gc>(gc: &'gc Runtime, argument: impl IntoValue<'gc>) -> ocaml_sys::Value {
    argument.into_value(gc).word()
}

/// What was decoded; `place` names it in the error.
#[inline(always)]
pub fn at<T>(decoded: Result<T, ConversionError>, place: &'static str) -> Result<T, ConversionError> {
    decoded.map_err(|error| error.at(place))
}

/// Ends a function that would give a constructor to OCaml that OCaml does not have.
#[cold]
#[inline(never)]
pub fn skipped(place: &'static str) -> ! {
    ConversionError::new("OCaml does not have this constructor: it is `#[ocaml(skip)]`")
        .at(place)
        .throw()
}

/// A flat record of floats.
#[inline(always)]
pub fn float_block<'gc, const N: usize>(gc: &'gc Runtime, fields: [f64; N]) -> Value<'gc> {
    crate::alloc::floats(gc, &fields)
}

/// Argument `index` of a bytecode stub.
///
/// # Safety
///
/// `arguments` points to more than `index` words, which the bytecode interpreter passed.
#[inline(always)]
pub unsafe fn bytecode_argument(arguments: *const Raw, index: usize) -> Raw {
    // SAFETY: the caller's promise.
    unsafe { arguments.add(index).read() }
}

/// A C string of a text that ends with NUL and has no other.
pub const fn c_str(text: &'static str) -> &'static core::ffi::CStr {
    match core::ffi::CStr::from_bytes_with_nul(text.as_bytes()) {
        Ok(text) => text,
        Err(_) => panic!("not a C string"),
    }
}

/// The closure itself. Without this the compiler would take a body for one that may run twice, and refuse results that
/// borrow from what it owns. (It stands outside of the `unsafe` call, so that the user's code is not inside of it.)
#[inline(always)]
pub fn once<R, F: FnOnce() -> R>(body: F) -> F {
    body
}

/// The same for [`call_quickly`].
#[inline(always)]
pub fn once_quick<F: FnOnce(&mut Allocated) -> Outcome<Option<ocaml_sys::Value>>>(body: F) -> F {
    body
}

/// The same for [`call_lent`].
#[inline(always)]
pub fn once_lent<F: FnOnce(&mut Allocated) -> Outcome>(body: F) -> F {
    body
}
