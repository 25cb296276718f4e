//! The way from OCaml into Rust and back: what every exported function runs through.
//!
//! 1. The arguments are bare words; nothing can move them. They are all decoded before the body.
//! 2. Body and conversions run inside `catch_unwind`; what comes out is an `Outcome`: one word and whether to raise it.
//! 3. Everything Rust is dropped by then. A collection that is due runs now, with that word rooted.
//! 4. The word is returned, or raised: the only raise in the workspace, in a frame that owns nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::due;
use crate::error::Error;
use crate::panic;
use crate::runtime::Runtime;
use crate::thrown::Thrown;
use crate::value::{Raw, Value};

/// How a function ended: a result, or an exception to raise.
#[derive(Clone, Copy)]
pub struct Outcome {
    word: sys::Value,
    raises: bool,
}

impl Outcome {
    #[inline(always)]
    pub(crate) fn value(value: Value<'_>) -> Outcome {
        Outcome {
            word: value.word(),
            raises: false,
        }
    }

    #[inline(always)]
    pub(crate) fn raise(exception: Value<'_>) -> Outcome {
        Outcome::raise_word(exception.word())
    }

    #[inline(always)]
    pub(crate) fn raise_word(exception: sys::Value) -> Outcome {
        Outcome {
            word: exception,
            raises: true,
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

    /// The result, or the error to raise.
    fn into_return(self, gc: &'gc Runtime) -> Result<Value<'gc>, Error>;
}

// SAFETY: delegates to `IntoValue`.
unsafe impl<'gc, T: IntoValue<'gc>> Return<'gc> for T {
    const IMMEDIATE: bool = T::IMMEDIATE;

    #[inline(always)]
    fn into_return(self, gc: &'gc Runtime) -> Result<Value<'gc>, Error> {
        Ok(self.into_value(gc))
    }
}

// SAFETY: delegates to `IntoValue`.
unsafe impl<'gc, T: IntoValue<'gc>> Return<'gc> for Result<T, Error> {
    const IMMEDIATE: bool = T::IMMEDIATE;

    #[inline(always)]
    fn into_return(self, gc: &'gc Runtime) -> Result<Value<'gc>, Error> {
        self.map(|value| value.into_value(gc))
    }
}

/// An argument that does not fit: which one, and why.
pub struct ArgumentError(ConversionError);

impl ArgumentError {
    #[cold]
    #[inline(never)]
    fn new(error: ConversionError, index: usize, name: &str) -> ArgumentError {
        ArgumentError(error.at(&format!("argument {index} ({name})")))
    }
}

/// Decodes argument number `index` (from 1).
///
/// # Safety
///
/// `raw` is a word that OCaml passed to the function being run, and nothing has collected since.
#[inline(always)]
pub unsafe fn argument<'gc, T: FromValue<'gc>>(
    gc: &'gc Runtime,
    raw: Raw,
    index: usize,
    name: &'static str,
) -> Result<T, ArgumentError> {
    // SAFETY: the caller's promise.
    let value = unsafe { raw.value(gc) };
    T::from_value(value).map_err(|error| ArgumentError::new(error, index, name))
}

/// The same inside [`call_inline`], where the closure's `return` type is the user's.
///
/// # Safety
///
/// As for [`argument`].
#[inline(always)]
pub unsafe fn argument_or_unwind<'gc, T: FromValue<'gc>>(
    gc: &'gc Runtime,
    raw: Raw,
    index: usize,
    name: &'static str,
) -> T {
    // SAFETY: the caller's promise.
    match unsafe { argument(gc, raw, index, name) } {
        Ok(value) => value,
        Err(error) => error.0.throw(),
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
pub unsafe fn call<'x, R: Return<'x>>(
    name: &'static str,
    gc_used: bool,
    body: impl FnOnce() -> Result<R, ArgumentError>,
) -> Raw {
    let outcome = guard(name, || match body() {
        Ok(result) => convert(name, result),
        Err(error) => bad_argument(name, error),
    });
    // SAFETY: the caller's promise; everything Rust has been consumed above.
    unsafe { finish(outcome, gc_used || !R::IMMEDIATE) }
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
    unsafe { finish(outcome, true) }
}

#[inline(always)]
pub(crate) fn guard(name: &'static str, run: impl FnOnce() -> Outcome) -> Outcome {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(outcome) => outcome,
        Err(payload) => panic::outcome(name, payload),
    }
}

/// The body is over and with it the use of its token; the result is converted with a second one.
#[inline(always)]
pub(crate) fn convert<'x, R: Return<'x>>(name: &'static str, result: R) -> Outcome {
    // SAFETY: a token is zero-sized; the runtime is held until the function returns, and the
    // lifetime, chosen by the caller, ends with the conversion to a word below.
    let gc: &'x Runtime = unsafe { core::ptr::NonNull::dangling().as_ref() };
    match result.into_return(gc) {
        Ok(value) => Outcome::value(value),
        Err(error) => failed(name, error),
    }
}

#[cold]
#[inline(never)]
fn bad_argument(name: &str, error: ArgumentError) -> Outcome {
    failed(name, Thrown::Conversion(error.0).into_error(name))
}

#[cold]
#[inline(never)]
pub(crate) fn failed(name: &str, error: Error) -> Outcome {
    // SAFETY: only reached inside `guard`, where the runtime is held.
    let gc = unsafe { Runtime::recover() };
    Outcome::raise(error.in_function(name).into_exception(&gc))
}

/// Pays the collection that is due, then returns or raises.
///
/// # Safety
///
/// As for [`call`].
#[inline(always)]
pub(crate) unsafe fn finish(outcome: Outcome, may_have_allocated: bool) -> Raw {
    if outcome.raises {
        // SAFETY: the caller's promise.
        unsafe { raise(outcome.word) }
    }
    let mut word = outcome.word;
    if may_have_allocated || cfg!(feature = "gc-stress") {
        // SAFETY: the result is the only value that is still needed, and nothing is owned here.
        word = unsafe { due::pay(word) };
    }
    // SAFETY: the word is a value: a result, kept alive by `pay`.
    unsafe { Raw::new(word) }
}

/// The only raise in the workspace.
#[cold]
#[inline(never)]
unsafe fn raise(exception: sys::Value) -> ! {
    // SAFETY: nothing in this frame or in the exported function's frame has a destructor, so the jump skips nothing;
    // the word is an exception, kept alive by `pay`.
    unsafe { sys::caml_raise(due::pay(exception)) }
}
