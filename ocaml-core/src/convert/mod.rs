//! Conversions between Rust and OCaml: the two traits, and one file per family of types.

/// The two methods that decode where a failure is quickly told: `|value| decoded, else error`.
macro_rules! decode {
    (|$value:ident| $decoded:expr, else $error:expr) => {
        const CHECKED: bool = true;

        #[inline(always)]
        fn from_value($value: Value<'gc>) -> Result<Self, ConversionError> {
            let decoded: Option<Self> = $decoded;
            decoded.ok_or_else(|| $error)
        }

        #[inline(always)]
        unsafe fn decode($value: Value<'gc>) -> Option<Self> {
            $decoded
        }
    };
}

/// What an owner on the heap of `A`s has in place of the constant.
macro_rules! decode_owned {
    ($inside:ty) => {
        #[inline(always)]
        unsafe fn decode(value: Value<'gc>) -> Option<Self> {
            // SAFETY: the caller's promise.
            unsafe { super::decode_with::<Self, $inside>(value) }
        }
    };
}

pub(crate) use {decode, decode_owned};

#[cfg(feature = "num-bigint")]
mod big_int;
mod char;
pub(crate) mod complex;
pub(crate) mod depth;
pub(crate) mod either;
mod fixed_array;
mod float;
pub(crate) mod int;
mod linked_list;
mod map;
pub(crate) mod nativeint;
mod nonzero;
mod ordering;
mod owned_text;
mod path;
mod pointer;
pub(crate) mod sequence;
mod set;
mod slice_owner;
mod spare;
pub(crate) mod text;
pub(crate) mod time;
mod tuple;
mod variant;

use crate::alloc;
use crate::conversion_error::{ConversionError, OutOfRange};
use crate::runtime::Runtime;
use crate::trampoline::{Outcome, Raise};
use crate::trust::trusting;
use crate::value::Value;

/// A Rust type that can be received from OCaml.
///
/// Decoding never allocates on the OCaml heap, with one exception: a `Vec<Value>` read from a float
/// array boxes each float. For records and variants of your own derive it:
/// `#[derive(ocaml::FromValue)]`.
///
/// # Errors
///
/// A value of the wrong shape, a number out of range or text that is not UTF-8 is a
/// [`ConversionError`], never a wrong value. In an argument it becomes `Invalid_argument` with the
/// names of the function and the argument.
///
/// # Safety
///
/// `from_value` must check everything that it relies on: safe code may hand it any value. A result
/// that borrows from the heap must borrow for `'gc` at most.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be received from OCaml",
    note = "for a record or variant of your own: `#[derive(ocaml::FromValue)]`",
    note = "for any OCaml value: `ocaml::Value`",
    note = "for a type with `#[derive(ocaml::Custom)]`: `&T`, `&mut T` or `ocaml::Pointer<T>`"
)]
pub unsafe trait FromValue<'gc>: Sized {
    /// Decodes a value.
    ///
    /// # Errors
    ///
    /// If it does not fit the type.
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError>;

    /// Decodes a value that OCaml's types vouch for, such as an argument: what is decoded in place (a list, an array)
    /// need not look at every element. The reason for a failure is asked for later, if at all.
    ///
    /// # Safety
    ///
    /// The value has the OCaml type that stands for `Self`.
    #[doc(hidden)]
    #[inline(always)]
    unsafe fn decode(value: Value<'gc>) -> Option<Self> {
        // SAFETY: the caller's promise.
        unsafe { decode_with::<Self, Self>(value) }
    }

    /// Whether `from_value` does the same whoever vouches for the value: it checks all that the OCaml type says, once and
    /// for all. Not for owners on the heap such as `Box<A>`: a type may contain itself by one, and the constant would be
    /// made of itself.
    #[doc(hidden)]
    const CHECKED: bool = false;

    /// Whether OCaml stores this type flat in float arrays and float records.
    #[doc(hidden)]
    const FLOAT: bool = false;

    /// Whether it does so whatever the parameters of the type are: a generic type around a float.
    #[doc(hidden)]
    const ALWAYS_FLOAT: bool = false;

    /// Decodes an element of a flat float array or record.
    #[doc(hidden)]
    #[inline]
    fn from_float(float: f64, gc: &'gc Runtime) -> Result<Self, ConversionError> {
        Self::from_value(alloc::float_while_decoding(gc, float))
    }

    /// Decodes what OCaml has for a vector of this type: an array, but bytes for `u8`.
    #[doc(hidden)]
    #[inline]
    fn vec_from_value(value: Value<'gc>) -> Result<Vec<Self>, ConversionError> {
        sequence::vec_from_array(value)
    }

    /// The same for an array of fixed length.
    #[doc(hidden)]
    #[inline]
    fn fixed_from_value<const N: usize>(value: Value<'gc>) -> Result<[Self; N], ConversionError> {
        fixed_array::fixed_from_array(value)
    }
}

/// Decodes a `T` that OCaml's types vouch for, `A` being all that stands in it.
///
/// # Safety
///
/// The value has the OCaml type that stands for `T`.
#[inline(always)]
unsafe fn decode_with<'gc, T: FromValue<'gc>, A: FromValue<'gc>>(value: Value<'gc>) -> Option<T> {
    match A::CHECKED {
        true => T::from_value(value).ok(),
        false => trusting(|| T::from_value(value)).ok(),
    }
}

/// A Rust type that can be given to OCaml.
///
/// For records and variants of your own derive it: `#[derive(ocaml::IntoValue)]`.
///
/// # Panics
///
/// What OCaml cannot represent (a number that does not fit `int`, a heap that is full) leaves the
/// function as an exception: `Invalid_argument` or `Out_of_memory`.
///
/// # Safety
///
/// The value must be what OCaml itself would build for the OCaml type that stands for `Self`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given to OCaml",
    note = "for a record or variant of your own: `#[derive(ocaml::IntoValue)]`",
    note = "for a value that stays on the Rust side, an abstract type in OCaml: `#[derive(ocaml::Custom)]`",
    note = "for an error that raises an exception: return `Result<T, ocaml::Error>`, to which `?` converts",
    note = "for an exception of your own: `#[derive(ocaml::Exception)]`"
)]
pub unsafe trait IntoValue<'gc>: Sized {
    /// Encodes into a value.
    ///
    /// # Panics
    ///
    /// If OCaml cannot represent it, see above.
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc>;

    /// The same for the result of a function: what does not fit is returned and not thrown, which keeps the function
    /// free of unwinding.
    #[doc(hidden)]
    #[inline(always)]
    fn try_into_value(self, gc: &'gc Runtime) -> Result<Value<'gc>, OutOfRange> {
        Ok(self.into_value(gc))
    }

    /// How a function ends that returns this: with the value, or, where the `Err` of a `Result` is an exception, by
    /// raising it.
    #[doc(hidden)]
    #[inline(always)]
    fn into_outcome(self, gc: &'gc Runtime) -> Outcome {
        match self.try_into_value(gc) {
            Ok(value) => Ok(value.word()),
            Err(number) => Err(Raise::Result(number)),
        }
    }

    /// Whether this is an exception.
    #[doc(hidden)]
    const EXCEPTION: bool = false;

    /// Whether OCaml stores this type flat in float arrays and float records.
    #[doc(hidden)]
    const FLOAT: bool = false;

    /// Whether it does so whatever the parameters of the type are: a generic type around a float.
    #[doc(hidden)]
    const ALWAYS_FLOAT: bool = false;

    /// Whether the value never points to the heap.
    #[doc(hidden)]
    const IMMEDIATE: bool = false;

    /// The float itself, when `FLOAT`.
    #[doc(hidden)]
    #[inline]
    fn into_float(self) -> f64 {
        unreachable!("not a float type")
    }

    /// Encodes a slice of this type: an array, but bytes for `u8`.
    #[doc(hidden)]
    #[inline]
    fn slice_into_value(slice: &[Self], gc: &'gc Runtime) -> Value<'gc>
    where
        Self: Clone,
    {
        sequence::array_from_iter(gc, slice.iter().cloned())
    }

    /// Encodes a vector of this type.
    #[doc(hidden)]
    #[inline]
    fn vec_into_value(vec: Vec<Self>, gc: &'gc Runtime) -> Value<'gc> {
        sequence::array_from_iter(gc, vec.into_iter())
    }

    /// Encodes an array of fixed length of this type.
    #[doc(hidden)]
    #[inline]
    fn fixed_into_value<const N: usize>(array: [Self; N], gc: &'gc Runtime) -> Value<'gc> {
        sequence::array_from_iter(gc, array.into_iter())
    }
}
