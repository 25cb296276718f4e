//! Builds the OCaml exception value of an `Error`. Nothing is raised here.

use std::ffi::CString;

use ocaml_sys::{self as sys, Predefined};

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::IntoValue;
use crate::error::{Error, Named, Repr};
use crate::runtime::Runtime;
use crate::value::Value;

impl Error {
    /// The exception value (of OCaml's type `exn`) that this error raises.
    pub fn into_exception(self, gc: &Runtime) -> Value<'_> {
        match self.0 {
            Repr::Message(exception, message) => with_message(gc, predefined(gc, exception), &message),
            Repr::Constant(exception) => predefined(gc, exception),
            Repr::Located(exception, place) => {
                let place = (*place).into_value(gc);
                alloc::block(gc, 0, [predefined(gc, exception), place])
            }
            Repr::Named(named) => named.into_exception(gc),
            Repr::Own(own) => own.encode(gc),
            Repr::Exception(raised) => raised.again(gc),
            Repr::Std(error) => {
                let exception = if error.is::<ConversionError>() {
                    Predefined::InvalidArgument
                } else {
                    Predefined::Failure
                };
                with_message(gc, predefined(gc, exception), &error.to_string())
            }
        }
    }
}

/// The constructor of an exception of OCaml's own.
pub(crate) fn predefined(gc: &Runtime, exception: Predefined) -> Value<'_> {
    // SAFETY: the token proves that the runtime is held; nothing has collected since the word was read.
    unsafe { Value::from_word(sys::predefined_exception(exception), gc) }
}

/// The exception of this constructor, whose one argument is a string.
pub(crate) fn with_message<'gc>(gc: &'gc Runtime, constructor: Value<'gc>, message: &str) -> Value<'gc> {
    let message = alloc::string(gc, message.as_bytes());
    alloc::block(gc, 0, [constructor, message])
}

impl Named {
    fn into_exception(self, gc: &Runtime) -> Value<'_> {
        let Some(constructor) = registered_exception(gc, &self.name) else {
            let message = format!(
                "no exception is registered as {name}: call Callback.register_exception \"{name}\"",
                name = self.name
            );
            return with_message(gc, predefined(gc, Predefined::Failure), &message);
        };
        if self.arguments.is_empty() {
            return constructor;
        }
        let mut fields = vec![constructor];
        fields.extend(self.arguments.into_iter().map(|argument| argument.encode(gc)));
        alloc::values(gc, 0, &fields)
    }
}

/// What is registered under `name`, if anything: `Callback.register` takes any value.
pub(crate) fn registered<'gc>(gc: &'gc Runtime, name: &str) -> Option<Value<'gc>> {
    let name = CString::new(name).ok()?;
    // SAFETY: the runtime is held; the pointer, when not null, is a root that holds a value.
    unsafe {
        let root = sys::caml_named_value(name.as_ptr());
        (!root.is_null()).then(|| Value::from_word(*root, gc))
    }
}

/// The exception constructor registered under `name`, if there is one.
pub(crate) fn registered_exception<'gc>(gc: &'gc Runtime, name: &str) -> Option<Value<'gc>> {
    registered(gc, name).filter(|value| is_constructor(*value))
}

/// Whether a value is an exception: a constructor, or a block of a constructor and its arguments.
pub(crate) fn is_exception(value: Value<'_>) -> bool {
    is_constructor(value) || value.tag() == Some(0) && value.field(0).is_some_and(is_constructor)
}

/// An exception constructor is a block with the tag of objects and two fields, its name and its number
/// (`lambda/translcore.ml`). The first field of a real object is its table of methods.
pub(crate) fn is_constructor(value: Value<'_>) -> bool {
    value.tag() == Some(sys::OBJECT)
        && value.size() == Some(2)
        && value.field(0).is_some_and(|name| name.tag() == Some(sys::STRING))
        && value.field(1).is_some_and(Value::is_int)
}
