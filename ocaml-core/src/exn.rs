//! `Exn`: an exception as OCaml has it, read in place.

use std::borrow::Cow;

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::convert::text::bytes_of;
use crate::convert::{FromValue, IntoValue};
use crate::exception::{is_exception, registered_exception};
use crate::runtime::Runtime;
use crate::trust::Vouched;
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
///
/// An exception made of a bare [`Value`] by [`FromValue::from_value`] can be read, but neither returned nor raised: a pair of
/// an `extension_constructor` and anything looks like one, whatever the constructor's arguments are.
#[derive(Clone, Copy)]
pub struct Exn<'gc> {
    value: Value<'gc>,
    vouched: Vouched,
}

impl<'gc> Exn<'gc> {
    /// What OCaml raised, if it is an exception.
    pub(crate) fn raised(value: Value<'gc>) -> Result<Self, ConversionError> {
        Exn::new(value, Vouched::YES)
    }

    fn new(value: Value<'gc>, vouched: Vouched) -> Result<Self, ConversionError> {
        match is_exception(value) {
            true => Ok(Exn { value, vouched }),
            false => Err(ConversionError::expected("an exception", value)),
        }
    }

    /// Whether OCaml may take it for an exception, or why not.
    pub(crate) fn check(self) -> Result<(), ConversionError> {
        match self.vouched.yes() {
            true => Ok(()),
            false => Err(self.vouched.refuse("this exception")),
        }
    }

    /// The name of the constructor, such as `Not_found` or `My_lib.Closed`.
    pub fn name(self) -> Cow<'gc, str> {
        let name = self.constructor().field(0).and_then(|name| bytes_of(name).ok());
        String::from_utf8_lossy(name.unwrap_or_default())
    }

    /// The arguments of the constructor. Those that OCaml declares as a tuple in parentheses are one.
    pub fn arguments(self) -> impl ExactSizeIterator<Item = Value<'gc>> {
        let size = match self.value.tag() {
            Some(0) => self.value.size().unwrap_or(1),
            _ => 1,
        };
        (1..size).map(move |index| {
            // SAFETY: index < size, and a block with tag 0 that is an exception holds values only.
            unsafe { self.value.field_unchecked(index) }
        })
    }

    /// Whether its constructor is the one that OCaml registered with `Callback.register_exception name (E …)`.
    pub fn is_registered_as(self, name: &str) -> bool {
        registered_exception(self.value.gc(), name) == Some(self.constructor())
    }

    /// The block that all exceptions of one declaration share.
    pub(crate) fn constructor(self) -> Value<'gc> {
        match self.value.tag() {
            // SAFETY: an exception with arguments has its constructor in front of them.
            Some(0) => unsafe { self.value.field_unchecked(0) },
            _ => self.value,
        }
    }

    /// Whether this is one of the runtime's own exceptions.
    pub(crate) fn is_predefined(self, exception: sys::Predefined) -> bool {
        // SAFETY: who has a value holds the runtime.
        self.constructor().word() == unsafe { sys::predefined_exception(exception) }
    }

    /// The value itself.
    pub fn value(self) -> Value<'gc> {
        self.value
    }
}

// SAFETY: checked to be an exception.
unsafe impl<'gc> FromValue<'gc> for Exn<'gc> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        Exn::new(value, Vouched::now())
    }
}

// SAFETY: the value itself, for which OCaml's types vouch.
unsafe impl<'gc> IntoValue<'gc> for Exn<'gc> {
    #[inline]
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this exception");
        self.value
    }
}

impl PartialEq for Exn<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Exn<'_> {}
