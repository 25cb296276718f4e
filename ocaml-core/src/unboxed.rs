//! Numbers that cross the boundary without a box or tag, and functions that may not allocate.

use std::process::abort;

use ocaml_build::descriptor::Passing;
use ocaml_sys as sys;

use crate::argument_error::Place;
use crate::array::Array;
use crate::conversion_error::{ConversionError, OutOfRange};
use crate::convert::FromValue;
use crate::error::Error;
use crate::list::List;
use crate::own_exception::Exception;
use crate::runtime::Runtime;
use crate::trampoline::{self, Raise};
use crate::value::{Raw, Value};

/// A type that an `unboxed` function can take and return.
///
/// `f64`, `i32`, `u32`, `i64`, `u64` are `[@unboxed]` and `isize` is `[@untagged]` in OCaml; `bool`
/// and `()` cross as ordinary values, since OCaml can untag nothing but `int`.
///
/// # Safety
///
/// `Abi` is what OCaml passes to C for the type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot cross to OCaml unboxed",
    note = "an `unboxed` function takes and returns f64, i32, u32, i64, u64, isize, bool and ()"
)]
pub unsafe trait Unboxed: Sized {
    /// The C representation.
    type Abi: Copy;

    /// How OCaml declares it.
    const PASSING: Passing;

    /// From what OCaml passed. A word that is not of the OCaml type is an error.
    fn from_abi(abi: Self::Abi) -> Result<Self, ConversionError>;

    /// To what OCaml expects. A number that does not fit is an error.
    fn into_abi(self) -> Result<Self::Abi, ConversionError>;
}

macro_rules! unboxed {
    ($($rust:ident, $abi:ident);*) => {$(
        // SAFETY: the C representation of `[@unboxed]` numbers (manual, "Interfacing C").
        unsafe impl Unboxed for $rust {
            type Abi = $abi;
            const PASSING: Passing = Passing::Unboxed;

            #[inline(always)]
            fn from_abi(abi: $abi) -> Result<Self, ConversionError> {
                Ok(abi as $rust)
            }

            #[inline(always)]
            fn into_abi(self) -> Result<$abi, ConversionError> {
                Ok(self as $abi)
            }
        }
    )*};
}

unboxed!(f64, f64; i32, i32; u32, i32; i64, i64; u64, i64);

// SAFETY: `[@untagged] int` is an `intnat`, which OCaml tags afterwards: the range is checked here.
unsafe impl Unboxed for isize {
    type Abi = isize;
    const PASSING: Passing = Passing::Untagged;

    #[inline(always)]
    fn from_abi(abi: isize) -> Result<Self, ConversionError> {
        Ok(abi)
    }

    #[inline(always)]
    fn into_abi(self) -> Result<isize, ConversionError> {
        if (sys::MIN_INT..=sys::MAX_INT).contains(&self) {
            Ok(self)
        } else {
            Err(OutOfRange(self as i128).into())
        }
    }
}

macro_rules! word {
    ($($rust:ty, $this:ident => $number:expr);*) => {$(
        // SAFETY: an ordinary immediate value.
        unsafe impl Unboxed for $rust {
            type Abi = Raw;
            const PASSING: Passing = Passing::Word;

            #[inline(always)]
            fn from_abi(abi: Raw) -> Result<Self, ConversionError> {
                FromValue::from_value(Value::immediate(immediate(abi)?))
            }

            #[inline(always)]
            fn into_abi(self) -> Result<Raw, ConversionError> {
                let $this = self;
                // SAFETY: an immediate is never stale.
                Ok(unsafe { Raw::new(sys::val_int($number)) })
            }
        }
    )*};
}

word!((), _unit => 0; bool, b => b as isize);

fn immediate(raw: Raw) -> Result<sys::Value, ConversionError> {
    if sys::is_long(raw.word()) {
        Ok(raw.word())
    } else {
        Err(ConversionError::new("expected an immediate, found a block"))
    }
}

/// What an `unboxed` function may return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be returned from an `unboxed` function",
    note = "return f64, i32, u32, i64, u64, isize, bool, (), or `Result` of one of them and `ocaml::Error`"
)]
pub trait UnboxedReturn {
    /// The C representation.
    type Abi: Copy;

    /// The result, or the error to raise.
    fn into_abi(self) -> Result<Self::Abi, Error>;
}

impl<T: Unboxed> UnboxedReturn for T {
    type Abi = T::Abi;

    #[inline(always)]
    fn into_abi(self) -> Result<T::Abi, Error> {
        Ok(Unboxed::into_abi(self)?)
    }
}

impl<T: Unboxed, E: IntoError> UnboxedReturn for Result<T, E> {
    type Abi = T::Abi;

    #[inline(always)]
    fn into_abi(self) -> Result<T::Abi, Error> {
        Ok(Unboxed::into_abi(self.map_err(IntoError::into_error)?)?)
    }
}

/// What an `unboxed` function may raise: an [`Error`], or an exception of one's own.
pub trait IntoError {
    /// The error to raise.
    fn into_error(self) -> Error;
}

impl IntoError for Error {
    #[inline(always)]
    fn into_error(self) -> Error {
        self
    }
}

impl<E: Exception> IntoError for E {
    #[inline(always)]
    fn into_error(self) -> Error {
        Error::own(self)
    }
}

/// Decodes an argument of an `unboxed` function.
#[inline(always)]
pub fn unboxed_argument<T: Unboxed>(abi: T::Abi, place: &'static Place) -> T {
    T::from_abi(abi).unwrap_or_else(|error| error.at_argument(place).throw())
}

/// Runs an `unboxed` function that may raise.
///
/// # Safety
///
/// OCaml called the function; this call is the last thing that its frame does, and the frame owns
/// nothing.
#[inline(always)]
pub unsafe fn call_unboxed<R: UnboxedReturn>(name: &'static str, body: impl FnOnce() -> R) -> R::Abi {
    let outcome = trampoline::guard(name, || {
        body()
            .into_abi()
            .map_err(|error| Raise::Exception(trampoline::failed(name, error)))
    });
    match outcome {
        Ok(abi) => abi,
        // SAFETY: the caller's promise; everything Rust has been consumed above.
        Err(raise) => unsafe {
            raise.raise(name);
            unreachable!("raising does not return")
        },
    }
}

/// An argument of a `noalloc` function: decoding it cannot fail, for OCaml lets no exception leave
/// such a function.
///
/// # Safety
///
/// [`FromValue::from_value`] fails only for a value of another OCaml type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an argument of a `noalloc` function",
    note = "decoding it can fail, and a `noalloc` function cannot raise: take isize, bool, f64, i32, i64, &[u8], `Value`, `Array` or `List`"
)]
pub unsafe trait NoallocArgument<'gc>: FromValue<'gc> {}

macro_rules! noalloc_argument {
    ($($rust:ty),*) => {$(
        // SAFETY: every value of the OCaml type is one of the Rust type.
        unsafe impl<'gc> NoallocArgument<'gc> for $rust {}
    )*};
}

noalloc_argument!((), bool, isize, f64, i32, u32, i64, u64, &'gc [u8], Value<'gc>);

// SAFETY: every array is one.
unsafe impl<'gc, T: FromValue<'gc>> NoallocArgument<'gc> for Array<'gc, T> {}
// SAFETY: every list is one.
unsafe impl<'gc, T: FromValue<'gc>> NoallocArgument<'gc> for List<'gc, T> {}
// SAFETY: as the argument's.
unsafe impl<'gc, T: NoallocArgument<'gc>> NoallocArgument<'gc> for Option<T> {}

/// A result of a `noalloc` function: it never points to the heap.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is allocated on the OCaml heap, which a `noalloc` function may not do",
    note = "return (), bool or an integer that is OCaml's `int`; with `unboxed` also f64, i32 and i64",
    note = "or remove `noalloc` here and `[@@noalloc]` in OCaml"
)]
pub trait NoallocReturn {
    /// The immediate.
    fn into_immediate(self) -> Result<isize, ConversionError>;
}

macro_rules! noalloc_return {
    ($($rust:ident),*) => {$(
        impl NoallocReturn for $rust {
            #[inline(always)]
            fn into_immediate(self) -> Result<isize, ConversionError> {
                match isize::try_from(self) {
                    Ok(i) if (sys::MIN_INT..=sys::MAX_INT).contains(&i) => Ok(i),
                    _ => Err(OutOfRange(self as i128).into()),
                }
            }
        }
    )*};
}

noalloc_return!(isize, usize, i8, u8, i16, u16);

impl NoallocReturn for bool {
    #[inline(always)]
    fn into_immediate(self) -> Result<isize, ConversionError> {
        Ok(self.into())
    }
}

impl NoallocReturn for () {
    #[inline(always)]
    fn into_immediate(self) -> Result<isize, ConversionError> {
        Ok(0)
    }
}

/// Decodes an argument of a `noalloc` function.
///
/// # Safety
///
/// `raw` is a word that OCaml passed to the function being run.
#[inline(always)]
pub unsafe fn noalloc_argument<'gc, T: NoallocArgument<'gc>>(gc: &'gc Runtime, raw: Raw, place: &'static Place) -> T {
    // SAFETY: the caller's promise.
    unsafe { trampoline::argument_or_unwind(gc, raw, place) }
}

/// Runs a `noalloc` function.
#[inline(always)]
pub fn noalloc<R: NoallocReturn>(name: &'static str, body: impl FnOnce() -> R) -> Raw {
    let result = without_unwinding(name, || body().into_immediate());
    // SAFETY: an immediate is never stale.
    unsafe { Raw::new(sys::val_int(result)) }
}

/// Runs an `unboxed, noalloc` function.
#[inline(always)]
pub fn noalloc_unboxed<R: Unboxed>(name: &'static str, body: impl FnOnce() -> R) -> R::Abi {
    without_unwinding(name, || body().into_abi())
}

/// Neither a panic nor an error can leave a `noalloc` function: they end the program.
#[inline(always)]
fn without_unwinding<T>(name: &'static str, run: impl FnOnce() -> Result<T, ConversionError>) -> T {
    struct Abort(&'static str);

    impl Drop for Abort {
        #[cold]
        fn drop(&mut self) {
            eprintln!(
                "fatal: the noalloc function `{}` panicked; OCaml lets no exception leave it",
                self.0
            );
            abort();
        }
    }

    let bomb = Abort(name);
    let result = run().unwrap_or_else(|error| {
        eprintln!("{name}: {error}");
        error.throw()
    });
    std::mem::forget(bomb);
    result
}
