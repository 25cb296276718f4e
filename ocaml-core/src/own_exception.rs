//! Exceptions that Rust declares: which OCaml constructor stands for a Rust type.

use std::any::Any;
use std::ffi::CString;
use std::sync::OnceLock;

use ocaml_build::descriptor::Guard;
use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::exception::{is_constructor, registered};
use crate::exn::Exn;
use crate::root::Root;
use crate::runtime::Runtime;
use crate::value::Value;

/// A Rust type that is an OCaml exception: `#[derive(ocaml::Exception)]` implements it, with [`IntoValue`] and
/// [`FromValue`] for OCaml's type `exn`.
///
/// # Safety
///
/// What [`IntoValue`] makes of it is an exception.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OCaml exception",
    note = "for a struct or enum of your own: `#[derive(ocaml::Exception)]`"
)]
pub unsafe trait Exception: for<'gc> IntoValue<'gc> + 'static {
    /// The name under which OCaml may register the exception.
    fn exception_name(&self) -> &'static str;

    /// The exception, if `exn` is this one (or one of these, for an enum).
    ///
    /// # Errors
    ///
    /// If it is but its arguments do not fit: the declarations in Rust and OCaml differ.
    fn from_exn(exn: Exn<'_>) -> Option<Result<Self, ConversionError>>;
}

/// An exception whose type is forgotten until it is built.
pub(crate) trait Own {
    fn name(&self) -> &'static str;
    fn encode<'gc>(self: Box<Self>, gc: &'gc Runtime) -> Value<'gc>;
    fn as_any(&self) -> &dyn Any;
    fn into_any(self: Box<Self>) -> Box<dyn Any>;
}

impl<E: Exception> Own for E {
    fn name(&self) -> &'static str {
        self.exception_name()
    }

    fn encode<'gc>(self: Box<Self>, gc: &'gc Runtime) -> Value<'gc> {
        (*self).into_value(gc)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

/// The constructor of an exception that Rust declares; lives in a `static`.
///
/// It is what OCaml registered under its name; if OCaml has not (yet), one that is made at first use and then
/// never changes.
///
/// A generated OCaml module registers the number of the exception's descriptor too, so that one of another interface, whose
/// arguments may have other types, is not taken for it.
pub struct Constructor {
    module: &'static str,
    name: &'static str,
    guard: fn() -> &'static Guard,
    number: OnceLock<u32>,
    full_name: OnceLock<CString>,
    made: OnceLock<Root>,
}

impl Constructor {
    /// `module` is a Rust path or an OCaml one: its first part counts, or all of it.
    pub const fn new(module: &'static str, name: &'static str, guard: fn() -> &'static Guard) -> Constructor {
        Constructor {
            module,
            name,
            guard,
            number: OnceLock::new(),
            full_name: OnceLock::new(),
            made: OnceLock::new(),
        }
    }

    /// The name to register, such as `my_lib.Closed`.
    pub fn name(&self) -> &str {
        let name = self.full_name.get_or_init(|| {
            // A Rust path starts with the name of the crate.
            let module = self.module.split("::").next().unwrap_or_default();
            let dot = if module.is_empty() { "" } else { "." };
            CString::new(format!("{module}{dot}{}", self.name)).expect("the derive checked the names")
        });
        name.to_str().expect("it was made of text")
    }

    /// Builds an exception with `build`, or another one that says what is wrong.
    #[inline]
    pub fn build<'gc>(&self, gc: &'gc Runtime, build: impl FnOnce(Value<'gc>) -> Value<'gc>) -> Value<'gc> {
        let constructor = match registered(gc, self.name()) {
            None => self.made(gc),
            Some(_) if !self.is_of_this_interface(gc) => {
                let message = format!(
                    "the exception {} is not what OCaml was told: the Rust archive in this program is another one than its \
                     OCaml interface was printed from; build it, and run `cargo ocaml bindings` again",
                    self.name()
                );
                return Error::failwith(message).into_exception(gc);
            }
            Some(value) if is_constructor(value) => value,
            Some(_) => {
                let message = format!(
                    "what is registered as {name} is no exception: use Callback.register_exception \"{name}\"",
                    name = self.name()
                );
                return Error::failwith(message).into_exception(gc);
            }
        };
        build(constructor)
    }

    /// Whether an exception has this constructor. One that Rust made stays right after OCaml has registered its own.
    pub fn matches(&self, exn: Exn<'_>) -> bool {
        let (gc, constructor) = (exn.value().gc(), exn.constructor());
        self.made.get().is_some_and(|made| made.get(gc) == constructor)
            || registered(gc, self.name()) == Some(constructor) && self.is_of_this_interface(gc)
    }

    /// Whether OCaml's declaration was printed from this one, or is written by hand and so trusted.
    fn is_of_this_interface(&self, gc: &Runtime) -> bool {
        let expected = *self.number.get_or_init(|| (self.guard)().number());
        let stated = registered(gc, &format!("{}:interface", self.name()));
        stated.is_none_or(|number| number.word() == sys::val_int(expected as isize))
    }

    /// The one that Rust makes. Domains that race wait for the first, which is safe: making it never collects, so no
    /// collection waits for them.
    fn made<'gc>(&self, gc: &'gc Runtime) -> Value<'gc> {
        let made = self
            .made
            .get_or_init(|| Root::new(gc, new_constructor(gc, self.name())));
        made.get(gc)
    }
}

/// A new exception constructor, as an `exception` declaration makes one: an object with a name and a fresh number.
fn new_constructor<'gc>(gc: &'gc Runtime, name: &str) -> Value<'gc> {
    let name = alloc::string(gc, name.as_bytes());
    // SAFETY: the token proves that the runtime is held; the primitive counts and does nothing else.
    let number = Value::immediate(unsafe { sys::caml_fresh_oo_id(sys::UNIT) });
    alloc::block(gc, sys::OBJECT, [name, number])
}

/// Receives an exception where OCaml has `exn`.
pub fn from_value<'gc, E: Exception>(value: Value<'gc>, type_name: &str) -> Result<E, ConversionError> {
    let exn = Exn::from_value(value)?;
    E::from_exn(exn).unwrap_or_else(|| {
        Err(ConversionError::new(format!(
            "expected the exception {type_name}, found {exn}"
        )))
    })
}

/// Checks that an exception has no arguments.
pub fn constant(exn: Exn<'_>, what: &str) -> Result<(), ConversionError> {
    match exn.arguments().len() {
        0 => Ok(()),
        _ => Err(ConversionError::new(format!(
            "expected {what} without arguments, found {exn}"
        ))),
    }
}
