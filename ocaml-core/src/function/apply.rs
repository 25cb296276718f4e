//! Calls into OCaml.

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::due;
use crate::error::{Error, Raised};
use crate::runtime::Runtime;
use crate::threads::calls;
use crate::value::Value;

/// Applies a closure to an argument: a GC point. The exception that it raises is an error.
///
/// # Safety
///
/// `closure` is an OCaml function, `argument` a value of the type that it expects; both are alive, and nothing has
/// collected since they were read.
#[inline(always)]
pub(crate) unsafe fn apply(gc: &mut Runtime, closure: sys::Value, argument: sys::Value) -> Result<Returned<'_>, Error> {
    // SAFETY: the caller's promise.
    unsafe { apply_all(gc, closure, &mut [argument]) }
}

/// The same with several arguments: the runtime takes care of a function that takes fewer or more.
///
/// # Safety
///
/// As for [`apply`], for each of the arguments.
#[inline(always)]
pub(crate) unsafe fn apply_all<'gc>(
    gc: &'gc mut Runtime,
    closure: sys::Value,
    arguments: &mut [sys::Value],
) -> Result<Returned<'gc>, Error> {
    // SAFETY: `&mut` proves that the runtime is held and that no value is needed after this; the call keeps its own
    // values alive, and returns an exception instead of raising it.
    let result = unsafe { calls::apply(closure, arguments) };
    // SAFETY: the call returned it just now.
    unsafe { returned(gc, result) }
}

/// The result of a call. An `int` is never an exception, so the first test of a result tells which of these it is, and whoever
/// decodes it need not look again.
pub enum Returned<'gc> {
    /// What is no block.
    Int(Value<'gc>),
    /// What is one.
    Block(Value<'gc>),
}

impl<'gc> Returned<'gc> {
    pub(crate) fn of(value: Value<'gc>) -> Returned<'gc> {
        match value.is_int() {
            true => Returned::Int(value),
            false => Returned::Block(value),
        }
    }

    #[inline]
    pub(crate) fn value(self) -> Value<'gc> {
        match self {
            Returned::Int(value) | Returned::Block(value) => value,
        }
    }
}

/// What a call that ends in `_exn` has returned. Then a collection that is due is paid: OCaml code that allocates nothing does
/// not collect, so that a loop of calls, each with a new argument, would have no bound.
///
/// # Safety
///
/// Nothing has collected since.
#[inline]
pub(crate) unsafe fn returned(gc: &mut Runtime, result: sys::Value) -> Result<Returned<'_>, Error> {
    if result & 1 == 1 {
        // SAFETY: the caller's promise; an `int` does not move.
        unsafe { due::pay_midway(sys::UNIT) };
        // SAFETY: an `int`.
        return Ok(Returned::Int(unsafe { Value::from_word(result, gc) }));
    }
    if sys::is_exception_result(result) {
        // SAFETY: the caller's promise.
        return Err(Error::raised(unsafe { raised(gc, result) }));
    }
    // SAFETY: the caller's promise; `&mut` proves that the result is the only value.
    Ok(Returned::Block(unsafe {
        Value::from_word(due::pay_midway(result), gc)
    }))
}

#[cold]
#[inline(never)]
unsafe fn raised(gc: &mut Runtime, result: sys::Value) -> Result<Box<Raised>, ConversionError> {
    // SAFETY: the caller's promise.
    let exception = unsafe { Value::from_word(sys::extract_exception(result), gc) };
    let raised = Raised::by_ocaml(gc, exception);
    // SAFETY: as above; the exception has a root.
    unsafe { due::pay_midway(sys::UNIT) };
    raised
}

/// Whether the value is a function.
#[inline]
pub(crate) fn is_function(value: Value<'_>) -> bool {
    // One of `let rec f … and g …` that is not the first lies in the middle of a block.
    match value.tag() {
        Some(sys::CLOSURE) => true,
        tag => {
            unlikely();
            tag == Some(sys::INFIX)
        }
    }
}

/// What calls this is laid out behind the rest.
#[cold]
#[inline(always)]
pub(crate) fn unlikely() {}
