//! The arguments of a call from Rust, checked against the type of the function.

use core::hint;
use std::path::{Path, PathBuf};

use ocaml_sys as sys;

use super::Function;
use super::apply::{self, Returned};
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::root::{Root, Rooted};
use crate::runtime::Runtime;
use crate::value::Value;

/// A type that can be passed where a function expects a `T`: `T` itself, or a borrowed form of it with the same OCaml
/// type, such as `&str` for `String`.
///
/// # Safety
///
/// `Self` and `T` stand for the same OCaml type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be passed to an OCaml function that expects `{T}`",
    note = "the types of the arguments are those in `Function<(A, B, …), Ret>`"
)]
pub unsafe trait PassAs<T>: for<'gc> IntoValue<'gc> {}

// SAFETY: the same type.
unsafe impl<T: for<'gc> IntoValue<'gc>> PassAs<T> for T {}

macro_rules! pass_as {
    ($([$($generics:tt)*] $borrowed:ty => $owned:ty;)*) => {$(
        // SAFETY: both are the same type in OCaml.
        unsafe impl<$($generics)*> PassAs<$owned> for $borrowed {}
    )*};
}

pass_as! {
    [] &str => String;
    [] &str => Box<str>;
    [] &Path => PathBuf;
    ['a, T: Clone + for<'gc> IntoValue<'gc>] &'a [T] => Vec<T>;
    ['a, T: Rooted] &'a Root<T> => Root<T>;
    ['a, Args, Ret] &'a Function<Args, Ret> => Function<Args, Ret>;
    [] Value<'_> => Root;
}

/// The arguments of a function of type `Args`: a tuple of as many, each of which [passes](PassAs) as the type there.
///
/// # Safety
///
/// `encode` gives one word for each argument, at least one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` are not the arguments of an OCaml function that expects `{Args}`",
    note = "pass a tuple: `f.call(gc, ())`, `f.call(gc, (a,))`, `f.call(gc, (a, b))`"
)]
pub unsafe trait Arguments<Args> {
    /// The words of the arguments.
    #[doc(hidden)]
    type Words: Words;

    /// Converts the arguments. Nothing may collect before they are passed.
    #[doc(hidden)]
    fn encode(self, gc: &Runtime) -> Self::Words;
}

/// Arguments that are ready to be passed.
pub trait Words {
    /// A GC point: applies a function to them.
    ///
    /// # Safety
    ///
    /// The closure is an OCaml function of the type that these arguments were made for; nothing has collected since they and
    /// the closure were read.
    unsafe fn apply<'gc>(&mut self, gc: &'gc mut Runtime, closure: sys::Value) -> Result<Returned<'gc>, Error>;

    /// Decodes what the function returned.
    ///
    /// # Safety
    ///
    /// It is what a function returned whose result is a `T`, and nothing has collected since.
    unsafe fn result<'gc, T: FromValue<'gc>>(returned: Returned<'gc>) -> Result<T, Error>;
}

impl<const N: usize> Words for [sys::Value; N] {
    #[inline(always)]
    unsafe fn apply<'gc>(&mut self, gc: &'gc mut Runtime, closure: sys::Value) -> Result<Returned<'gc>, Error> {
        // SAFETY: the caller's promise.
        unsafe { apply::apply_all(gc, closure, self) }
    }

    #[inline(always)]
    unsafe fn result<'gc, T: FromValue<'gc>>(returned: Returned<'gc>) -> Result<T, Error> {
        match returned {
            Returned::Int(int) => {
                // SAFETY: it is. (Without this the compiler takes both arms for the same, and tests once more.)
                unsafe { hint::assert_unchecked(int.is_int()) };
                // SAFETY: the caller's promise.
                unsafe { decode(int) }
            }
            // SAFETY: the caller's promise.
            Returned::Block(block) => unsafe { decode(block) },
        }
    }
}

/// # Safety
///
/// As for [`Words::result`].
#[inline(always)]
unsafe fn decode<'gc, T: FromValue<'gc>>(value: Value<'gc>) -> Result<T, Error> {
    // SAFETY: the caller's promise.
    match unsafe { T::decode(value) } {
        Some(result) => Ok(result),
        // SAFETY: the caller's promise.
        None => Err(unsafe { misfit::<T>(value) }.into()),
    }
}

/// # Safety
///
/// As for [`Words::result`].
#[cold]
#[inline(never)]
unsafe fn misfit<'gc, T: FromValue<'gc>>(value: Value<'gc>) -> ConversionError {
    // SAFETY: the caller's promise.
    misfit_of(unsafe { ConversionError::why::<T>(value) })
}

pub(super) fn misfit_of(error: ConversionError) -> ConversionError {
    error.at("result of an OCaml function")
}

// SAFETY: a function without arguments takes a unit.
unsafe impl Arguments<()> for () {
    type Words = [sys::Value; 1];

    #[inline(always)]
    fn encode(self, _gc: &Runtime) -> Self::Words {
        [sys::UNIT]
    }
}

macro_rules! arguments {
    ($($count:literal: $($argument:ident $ty:ident)*;)*) => {$(
        // SAFETY: one word for each.
        #[allow(non_snake_case)]
        unsafe impl<$($argument: PassAs<$ty>, $ty),*> Arguments<($($ty,)*)> for ($($argument,)*) {
            type Words = [sys::Value; $count];

            #[inline(always)]
            fn encode(self, gc: &Runtime) -> Self::Words {
                let ($($argument,)*) = self;
                [$($argument.into_value(gc).word()),*]
            }
        }
    )*};
}

arguments! {
    1: A0 T0;
    2: A0 T0 A1 T1;
    3: A0 T0 A1 T1 A2 T2;
    4: A0 T0 A1 T1 A2 T2 A3 T3;
    5: A0 T0 A1 T1 A2 T2 A3 T3 A4 T4;
    6: A0 T0 A1 T1 A2 T2 A3 T3 A4 T4 A5 T5;
    7: A0 T0 A1 T1 A2 T2 A3 T3 A4 T4 A5 T5 A6 T6;
    8: A0 T0 A1 T1 A2 T2 A3 T3 A4 T4 A5 T5 A6 T6 A7 T7;
    9: A0 T0 A1 T1 A2 T2 A3 T3 A4 T4 A5 T5 A6 T6 A7 T7 A8 T8;
    10: A0 T0 A1 T1 A2 T2 A3 T3 A4 T4 A5 T5 A6 T6 A7 T7 A8 T8 A9 T9;
    11: A0 T0 A1 T1 A2 T2 A3 T3 A4 T4 A5 T5 A6 T6 A7 T7 A8 T8 A9 T9 A10 T10;
    12: A0 T0 A1 T1 A2 T2 A3 T3 A4 T4 A5 T5 A6 T6 A7 T7 A8 T8 A9 T9 A10 T10 A11 T11;
}
