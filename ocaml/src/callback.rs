//! Calls into OCaml.

use ocaml_sys as sys;

use crate::error::Error;
use crate::runtime::Runtime;
use crate::value::Value;

/// Applies a closure to an argument: a GC point. The exception that it raises is an error.
///
/// # Safety
///
/// `closure` is an OCaml function, `argument` a value of the type that it expects; both are alive, and nothing has
/// collected since they were read.
pub(crate) unsafe fn apply(gc: &mut Runtime, closure: sys::Value, argument: sys::Value) -> Result<Value<'_>, Error> {
    // SAFETY: `&mut` proves that the runtime is held and that no value is needed after this; the call keeps its own two
    // alive, and returns an exception instead of raising it.
    let result = unsafe { sys::caml_callback_exn(closure, argument) };
    let gc = &*gc;
    if sys::is_exception_result(result) {
        // SAFETY: the call returned this exception just now.
        let exception = unsafe { Value::from_word(sys::extract_exception(result), gc) };
        return Err(Error::exception(gc, exception));
    }
    // SAFETY: the call returned this value just now.
    Ok(unsafe { Value::from_word(result, gc) })
}

/// Whether the value is a function.
pub(crate) fn is_function(value: Value<'_>) -> bool {
    matches!(value.tag(), Some(sys::CLOSURE | sys::INFIX))
}
