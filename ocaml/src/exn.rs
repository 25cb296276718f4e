//! `Exn`: an exception as OCaml has it, read in place.

use std::borrow::Cow;

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::convert::text::bytes_of;
use crate::convert::{FromValue, IntoValue};
use crate::exception::{is_exception, registered_exception};
use crate::runtime::Runtime;
use crate::value::Value;

/// An exception: a value of OCaml's type `exn`.
///
/// It is shown as `Printexc.to_string` shows it (without the printers that OCaml code has registered, because nothing
/// calls OCaml here). An exception declared in Rust is received with [`FromValue`], or from an [`Error`](crate::Error)
/// with [`Error::downcast`](crate::Error::downcast).
///
/// ```
/// use ocaml::Exn;
///
/// /// `exn -> string * int`: the name and how many arguments there are.
/// #[ocaml::func]
/// pub fn doc_describe_exn(exn: Exn) -> (String, usize) {
///     (exn.name().into_owned(), exn.arguments().len())
/// }
/// ```
///
/// ```ocaml
/// external describe : exn -> string * int = "doc_describe_exn"
/// let () = assert (describe (Failure "x") = ("Failure", 1))
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Exn<'gc>(Value<'gc>);

impl<'gc> Exn<'gc> {
    /// The name of the constructor, such as `Not_found` or `My_lib.Closed`.
    pub fn name(self) -> Cow<'gc, str> {
        let name = self.constructor().field(0).and_then(|name| bytes_of(name).ok());
        String::from_utf8_lossy(name.unwrap_or_default())
    }

    /// The arguments of the constructor. Those that OCaml declares as a tuple in parentheses are one.
    pub fn arguments(self) -> impl ExactSizeIterator<Item = Value<'gc>> {
        let size = match self.0.tag() {
            Some(0) => self.0.size().unwrap_or(1),
            _ => 1,
        };
        (1..size).map(move |index| {
            // SAFETY: index < size, and a block with tag 0 that is an exception holds values only.
            unsafe { self.0.field_unchecked(index) }
        })
    }

    /// Whether its constructor is the one that OCaml registered with `Callback.register_exception name (E …)`.
    pub fn is_registered_as(self, name: &str) -> bool {
        registered_exception(self.0.gc(), name) == Some(self.constructor())
    }

    /// The block that all exceptions of one declaration share.
    pub(crate) fn constructor(self) -> Value<'gc> {
        match self.0.tag() {
            // SAFETY: an exception with arguments has its constructor in front of them.
            Some(0) => unsafe { self.0.field_unchecked(0) },
            _ => self.0,
        }
    }

    /// Whether this is one of the runtime's own exceptions.
    pub(crate) fn is_predefined(self, exception: sys::Predefined) -> bool {
        // SAFETY: who has a value holds the runtime.
        self.constructor().word() == unsafe { sys::predefined_exception(exception) }
    }

    /// The value itself.
    pub fn value(self) -> Value<'gc> {
        self.0
    }
}

// SAFETY: checked to be an exception.
unsafe impl<'gc> FromValue<'gc> for Exn<'gc> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        match is_exception(value) {
            true => Ok(Exn(value)),
            false => Err(ConversionError::expected("an exception", value)),
        }
    }
}

// SAFETY: the value itself.
unsafe impl<'gc> IntoValue<'gc> for Exn<'gc> {
    #[inline]
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        self.0
    }
}
