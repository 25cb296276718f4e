//! The way from OCaml into Rust and back: what every exported function runs through.
//!
//! 1. The arguments are bare words; nothing can move them. They are all decoded before the body.
//! 2. Body and conversions run inside `catch_unwind`; what comes out is an `Outcome`: one word and whether to raise it.
//! 3. Everything Rust is dropped by then. A collection that is due runs now, with that word rooted.
//! 4. The word is returned, or raised, in a frame that owns nothing: the only raise in the workspace, but for what the
//!    runtime's `Marshal` asks for in a way of its own (`custom/marshal.rs`).

use std::panic::{AssertUnwindSafe, catch_unwind};

use ocaml_sys as sys;

use crate::argument_error::{ArgumentError, Place};
use crate::conversion_error::{ConversionError, OutOfRange};
use crate::convert::{FromValue, IntoValue};
use crate::custom::Misfit;
use crate::due;
use crate::error::Error;
use crate::panic;
use crate::runtime::Runtime;
use crate::thrown::Thrown;
use crate::value::Raw;

/// How a function ended: with a result, a word of OCaml's, or with an exception to raise.
pub type Outcome<T = sys::Value> = Result<T, Raise>;

/// What to raise. What conversions make of it is only words, and becomes an exception in the last call of the function:
/// so a function in which only conversions can fail needs neither a stack frame nor a landing pad.
#[derive(Clone, Copy)]
pub enum Raise {
    /// This exception.
    Exception(sys::Value),
    /// `Invalid_argument`: an argument does not fit.
    Argument(ArgumentError),
    /// `Invalid_argument`: the result does not fit.
    Result(OutOfRange),
}

impl From<ArgumentError> for Raise {
    #[inline(always)]
    fn from(error: ArgumentError) -> Raise {
        Raise::Argument(error)
    }
}

impl Raise {
    /// Raises, from the function called `name`.
    ///
    /// # Safety
    ///
    /// As for [`call`].
    #[inline(always)]
    pub(crate) unsafe fn raise(self, name: &'static str) -> Raw {
        // SAFETY: the caller's promise.
        unsafe {
            match self {
                Raise::Exception(exception) => raise(exception),
                Raise::Argument(error) => raise_argument(error.word, error.why, error.place),
                Raise::Result(number) => raise_result(number, name),
            }
        }
    }
}

/// What a function may return: anything that converts, or that or an [`Error`].
///
/// # Safety
///
/// As for [`IntoValue`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be returned to OCaml",
    note = "return a type that implements `IntoValue`, or `Result<T, ocaml::Error>` to raise an exception",
    note = "for a record or variant of your own: `#[derive(ocaml::IntoValue)]`"
)]
pub unsafe trait Return<'gc>: Sized {
    /// Whether the result never points to the heap.
    const IMMEDIATE: bool;

    /// What OCaml sees of it.
    type Value;

    /// The result, or the exception to raise, of the function called `name`.
    fn into_return(self, gc: &'gc Runtime, name: &'static str) -> Outcome;
}

// SAFETY: delegates to `IntoValue`.
unsafe impl<'gc, T: IntoValue<'gc>> Return<'gc> for T {
    const IMMEDIATE: bool = T::IMMEDIATE;
    type Value = T;

    #[inline(always)]
    fn into_return(self, gc: &'gc Runtime, _name: &'static str) -> Outcome {
        self.into_outcome(gc)
    }
}

// SAFETY: delegates to `IntoValue`.
unsafe impl<'gc, T: IntoValue<'gc>> Return<'gc> for Result<T, Error> {
    const IMMEDIATE: bool = T::IMMEDIATE;
    type Value = T;

    #[inline(always)]
    fn into_return(self, gc: &'gc Runtime, name: &'static str) -> Outcome {
        match self {
            Ok(value) => value.into_return(gc, name),
            Err(error) => Err(Raise::Exception(failed(name, error))),
        }
    }
}

/// Decodes an argument.
///
/// # Safety
///
/// `raw` is a word that OCaml passed to the function being run, of the OCaml type that stands for `T`, and nothing has
/// collected since.
#[inline(always)]
pub unsafe fn argument<'gc, T: FromValue<'gc>>(
    gc: &'gc Runtime,
    raw: Raw,
    place: &'static Place,
) -> Result<T, ArgumentError> {
    // SAFETY: the caller's promise.
    let value = unsafe { raw.value(gc) };
    // SAFETY: the function is declared in OCaml with the type that stands for `T`.
    let decoded = unsafe { T::decode(value) };
    decoded.ok_or_else(|| ArgumentError::new::<T>(value, place))
}

/// The same inside [`call_inline`], where the closure's `return` type is the user's.
///
/// # Safety
///
/// As for [`argument`].
#[inline(always)]
pub unsafe fn argument_or_unwind<'gc, T: FromValue<'gc>>(gc: &'gc Runtime, raw: Raw, place: &'static Place) -> T {
    // SAFETY: the caller's promise.
    match unsafe { argument(gc, raw, place) } {
        Ok(value) => value,
        // SAFETY: the arguments are decoded before anything collects.
        Err(error) => unsafe { error.find() }.throw(),
    }
}

/// Makes the token of an exported function.
///
/// # Safety
///
/// OCaml called the function, on this thread, just now.
#[inline(always)]
pub unsafe fn enter() -> Runtime {
    // SAFETY: OCaml calls functions while it holds the runtime, and no Rust frame of this thread
    // can use an older token before this one is gone.
    unsafe { Runtime::recover() }
}

/// Runs an exported function that decodes its arguments and calls the user's function.
///
/// # Safety
///
/// OCaml called the function; this call is the last thing that its frame does, and the frame owns
/// nothing.
#[inline(always)]
pub unsafe fn call<'x, R: Return<'x>, E: Into<Raise>>(
    name: &'static str,
    gc_used: bool,
    body: impl FnOnce() -> Result<R, E>,
) -> Raw {
    let outcome = guard(name, || convert(name, body().map_err(E::into)?));
    // SAFETY: the caller's promise; everything Rust has been consumed above.
    unsafe { finish(name, outcome, gc_used || !R::IMMEDIATE) }
}

/// Runs an exported function whose body stands in the closure, which decodes the arguments too.
///
/// # Safety
///
/// As for [`call`].
#[inline(always)]
pub unsafe fn call_inline<'x, R: Return<'x>>(name: &'static str, body: impl FnOnce() -> R) -> Raw {
    let outcome = guard(name, || convert(name, body()));
    // SAFETY: the caller's promise; everything Rust has been consumed above.
    unsafe { finish(name, outcome, true) }
}

/// Runs an exported function with arguments that are lent: the closure converts the result too, by [`convert_lent`], because
/// it may borrow from what the holders in the closure lend.
///
/// # Safety
///
/// As for [`call`].
#[inline(always)]
pub unsafe fn call_lent(name: &'static str, body: impl FnOnce(&mut Allocated) -> Outcome) -> Raw {
    let mut allocated = Allocated(true);
    let outcome = guard(name, || body(&mut allocated));
    // SAFETY: the caller's promise; everything Rust has been consumed above.
    unsafe { finish(name, outcome, allocated.0) }
}

/// The same in the quick form of a function, which says `None` where its general form is to be called.
///
/// # Safety
///
/// As for [`call`]; what follows for `None` takes the place of this call.
#[inline(always)]
pub unsafe fn call_quickly(
    name: &'static str,
    body: impl FnOnce(&mut Allocated) -> Outcome<Option<sys::Value>>,
) -> Option<Raw> {
    let mut allocated = Allocated(true);
    let outcome = match guard(name, || body(&mut allocated)) {
        Ok(None) => return None,
        Ok(Some(word)) => Ok(word),
        Err(raise) => Err(raise),
    };
    // SAFETY: the caller's promise; everything Rust has been consumed above.
    Some(unsafe { finish(name, outcome, allocated.0) })
}

/// Whether the function may have allocated. (Not a part of the outcome, where the compiler would lose sight of it.)
pub struct Allocated(bool);

/// `convert` inside of [`call_lent`].
#[inline(always)]
pub fn convert_lent<'x, R: Return<'x>>(
    name: &'static str,
    gc_used: bool,
    allocated: &mut Allocated,
    result: R,
) -> Outcome {
    allocated.0 = gc_used || !R::IMMEDIATE;
    convert(name, result)
}

#[inline(always)]
pub(crate) fn guard<T>(name: &'static str, run: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(outcome) => outcome,
        Err(payload) => Err(Raise::Exception(panic::caught(name, payload))),
    }
}

/// The body is over and with it the use of its token; the result is converted with a second one.
#[inline(always)]
pub fn convert<'x, R: Return<'x>>(name: &'static str, result: R) -> Outcome {
    // SAFETY: a token is zero-sized; the runtime is held until the function returns, and the
    // lifetime, chosen by the caller, ends with the conversion to a word below.
    let gc: &'x Runtime = unsafe { core::ptr::NonNull::dangling().as_ref() };
    result.into_return(gc, name)
}

/// The exception for an error.
#[cold]
#[inline(never)]
pub(crate) fn failed(name: &str, error: Error) -> sys::Value {
    // SAFETY: only reached where the runtime is held and no other token is in use.
    let gc = unsafe { Runtime::recover() };
    error.in_function(name).into_exception(&gc).word()
}

/// Pays the collection that is due, then returns or raises.
///
/// # Safety
///
/// As for [`call`].
#[inline(always)]
pub(crate) unsafe fn finish(name: &'static str, outcome: Outcome, may_have_allocated: bool) -> Raw {
    let mut word = match outcome {
        Ok(word) => word,
        // SAFETY: the caller's promise.
        Err(raise) => return unsafe { raise.raise(name) },
    };
    if may_have_allocated || cfg!(feature = "gc-stress") {
        // SAFETY: the result is the only value that is still needed, and nothing is owned here.
        word = unsafe { due::pay(word) };
    }
    // SAFETY: the word is a value: a result, kept alive by `pay`.
    unsafe { Raw::new(word) }
}

// The cold ends. They never return, but say that they do: so a function jumps to one as its last act instead of calling
// it, and needs no stack frame for that. `extern "C"` says that none of them unwinds.

/// The only `caml_raise` in the workspace.
#[cold]
#[inline(never)]
unsafe extern "C" fn raise(exception: sys::Value) -> Raw {
    // SAFETY: nothing in the frames from here to the exported function's has a destructor, so the jump skips nothing;
    // the word is an exception, kept alive by `pay`.
    unsafe { sys::caml_raise(due::pay(exception)) }
}

#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "only Rust calls it")]
unsafe extern "C" fn raise_argument(word: sys::Value, why: Misfit, place: &'static Place) -> Raw {
    // Its fields came one by one because a structure would come through memory.
    let error = ArgumentError { why, word, place };
    // SAFETY: nothing has collected since the arguments were passed.
    let exception = misfit(place.function, || unsafe { error.find() });
    // SAFETY: as for `raise`.
    unsafe { raise(exception) }
}

#[cold]
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "only Rust calls it")]
unsafe extern "C" fn raise_result(number: OutOfRange, name: &'static str) -> Raw {
    let exception = misfit(name, || number.into());
    // SAFETY: as for `raise`.
    unsafe { raise(exception) }
}

/// What to raise for an argument of a function whose name only it knows.
///
/// # Safety
///
/// As for [`ArgumentError::find`].
#[cold]
pub(crate) unsafe fn misfit_in(name: &'static str, error: ArgumentError) -> Raise {
    // SAFETY: the caller's promise.
    Raise::Exception(misfit(name, || unsafe { error.find() }))
}

/// The exception for what does not fit its type. Everything Rust that is made here is dropped here.
fn misfit(name: &'static str, error: impl FnOnce() -> ConversionError) -> sys::Value {
    let made = catch_unwind(AssertUnwindSafe(|| {
        failed(name, Thrown::Conversion(error()).into_error(name))
    }));
    made.unwrap_or_else(|payload| panic::caught(name, payload))
}
