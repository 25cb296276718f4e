//! `Error`: why a function fails, as Rust data; it becomes an OCaml exception in the trampoline.

use std::borrow::Cow;
use std::fmt;

use ocaml_sys::Predefined;

use crate::backtrace::Backtrace;
use crate::conversion_error::ConversionError;
use crate::convert::IntoValue;
use crate::exn::Exn;
use crate::own_exception::{Exception, Own};
use crate::root::Root;
use crate::runtime::Runtime;
use crate::value::Value;

/// The error of an exported function: `Err(error)` raises an OCaml exception.
///
/// Any [`std::error::Error`] converts with `?` and raises `Failure` with its message, except
/// [`ConversionError`](crate::ConversionError), which raises `Invalid_argument`. (That is why
/// this type does not implement [`std::error::Error`] itself.)
///
/// An `Error` is plain data: everything Rust is dropped before the exception is raised.
///
/// ```
/// fn checked_sqrt(x: f64) -> Result<f64, ocaml::Error> {
///     if x < 0.0 {
///         return Err(ocaml::Error::invalid_argument("checked_sqrt: negative number"));
///     }
///     Ok(x.sqrt())
/// }
/// assert!(checked_sqrt(-1.0).is_err());
/// ```
pub struct Error(pub(crate) Repr);

pub(crate) enum Repr {
    /// An exception whose one argument is a string.
    Message(Predefined, Cow<'static, str>),
    /// An exception without arguments.
    Constant(Predefined),
    /// `Match_failure`, `Assert_failure`, `Undefined_recursive_module`: file, line, column.
    Located(Predefined, Box<(String, isize, isize)>),
    /// An exception registered with `Callback.register_exception`.
    Named(Box<Named>),
    /// An exception that Rust declares.
    Own(Box<dyn Own>),
    /// An exception that came from OCaml.
    Exception(Box<Raised>),
    /// A Rust error.
    Std(Box<dyn std::error::Error>),
}

/// An exception with its text: a [`fmt::Display`] has no token, and so cannot look at the exception itself.
pub(crate) struct Raised {
    pub(crate) root: Root,
    text: String,
    backtrace: Option<Backtrace>,
}

impl Raised {
    fn new<'gc>(gc: &'gc Runtime, exn: Exn<'gc>, backtrace: Option<Backtrace>) -> Box<Raised> {
        Box::new(Raised {
            root: Root::new(gc, exn.value()),
            text: exn.to_string(),
            backtrace,
        })
    }

    /// What the runtime says that OCaml raised.
    pub(crate) fn by_ocaml<'gc>(gc: &'gc Runtime, exception: Value<'gc>) -> Result<Box<Raised>, ConversionError> {
        let exn = Exn::raised(exception)?;
        Ok(Raised::new(gc, exn, Backtrace::of(exception)))
    }

    /// The exception, about to be raised again, with the backtrace that it had.
    pub(crate) fn again<'gc>(&self, gc: &'gc Runtime) -> Value<'gc> {
        let exception = self.root.get(gc);
        if let Some(backtrace) = &self.backtrace {
            backtrace.restore(gc, exception);
        }
        exception
    }
}

pub(crate) struct Named {
    pub(crate) name: Cow<'static, str>,
    pub(crate) arguments: Vec<Box<dyn Argument>>,
}

/// A constructor argument whose type is forgotten until the exception is built.
pub(crate) trait Argument {
    fn encode<'gc>(self: Box<Self>, gc: &'gc Runtime) -> Value<'gc>;
}

impl<T: for<'gc> IntoValue<'gc>> Argument for T {
    fn encode<'gc>(self: Box<Self>, gc: &'gc Runtime) -> Value<'gc> {
        (*self).into_value(gc)
    }
}

impl Error {
    /// `Failure message`.
    #[inline]
    pub fn failwith(message: impl Into<Cow<'static, str>>) -> Error {
        Error(Repr::Message(Predefined::Failure, message.into()))
    }

    /// `Invalid_argument message`.
    #[inline]
    pub fn invalid_argument(message: impl Into<Cow<'static, str>>) -> Error {
        Error(Repr::Message(Predefined::InvalidArgument, message.into()))
    }

    /// `Sys_error message`.
    #[inline]
    pub fn sys_error(message: impl Into<Cow<'static, str>>) -> Error {
        Error(Repr::Message(Predefined::SysError, message.into()))
    }

    /// `Not_found`.
    #[inline]
    pub const fn not_found() -> Error {
        Error(Repr::Constant(Predefined::NotFound))
    }

    /// `End_of_file`.
    #[inline]
    pub const fn end_of_file() -> Error {
        Error(Repr::Constant(Predefined::EndOfFile))
    }

    /// `Division_by_zero`.
    #[inline]
    pub const fn zero_divide() -> Error {
        Error(Repr::Constant(Predefined::DivisionByZero))
    }

    /// `Stack_overflow`.
    #[inline]
    pub const fn stack_overflow() -> Error {
        Error(Repr::Constant(Predefined::StackOverflow))
    }

    /// `Out_of_memory`.
    #[inline]
    pub const fn out_of_memory() -> Error {
        Error(Repr::Constant(Predefined::OutOfMemory))
    }

    /// `Sys_blocked_io`.
    #[inline]
    pub const fn sys_blocked_io() -> Error {
        Error(Repr::Constant(Predefined::SysBlockedIo))
    }

    /// `Invalid_argument "index out of bounds"`, as OCaml's own array access.
    #[inline]
    pub const fn array_bound_error() -> Error {
        Error(Repr::Message(
            Predefined::InvalidArgument,
            Cow::Borrowed("index out of bounds"),
        ))
    }

    /// `Failure` with the message of an error that is boxed already, which `?` cannot convert:
    /// `.map_err(ocaml::Error::boxed)?`.
    #[cold]
    pub fn boxed(error: impl Into<Box<dyn std::error::Error>>) -> Error {
        Error(Repr::Std(error.into()))
    }

    /// `Match_failure (file, line, column)`.
    pub fn match_failure(file: impl Into<String>, line: isize, column: isize) -> Error {
        Error::located(Predefined::MatchFailure, file.into(), line, column)
    }

    /// `Assert_failure (file, line, column)`.
    pub fn assert_failure(file: impl Into<String>, line: isize, column: isize) -> Error {
        Error::located(Predefined::AssertFailure, file.into(), line, column)
    }

    /// `Undefined_recursive_module (file, line, column)`.
    pub fn undefined_recursive_module(file: impl Into<String>, line: isize, column: isize) -> Error {
        Error::located(Predefined::UndefinedRecursiveModule, file.into(), line, column)
    }

    fn located(exception: Predefined, file: String, line: isize, column: isize) -> Error {
        Error(Repr::Located(exception, Box::new((file, line, column))))
    }

    /// The exception registered in OCaml with `Callback.register_exception name (E …)`.
    ///
    /// If no exception is registered under that name, `Failure` with a message that says so is
    /// raised instead. Arguments of the constructor are added with [`Error::with`].
    ///
    /// ```no_run
    /// // exception Parse_error of string * int
    /// let error = ocaml::Error::named("Parse_error").with("unexpected end".to_owned()).with(42);
    /// ```
    pub fn named(name: impl Into<Cow<'static, str>>) -> Error {
        Error(Repr::Named(Box::new(Named {
            name: name.into(),
            arguments: Vec::new(),
        })))
    }

    /// Adds the next argument of the constructor to a [named](Error::named) exception.
    ///
    /// The OCaml declaration of the exception must have arguments of just these types. Like an `external`, it is trusted:
    /// nothing can check it here.
    ///
    /// # Panics
    ///
    /// If this is not a named exception.
    #[must_use]
    pub fn with(mut self, argument: impl for<'gc> IntoValue<'gc> + 'static) -> Error {
        match &mut self.0 {
            Repr::Named(named) => named.arguments.push(Box::new(argument)),
            _ => panic!("Error::with adds an argument to Error::named(…) only"),
        }
        self
    }

    /// An exception that came from OCaml, to be raised again unchanged.
    ///
    /// One that was made of a bare [`Value`] raises `Invalid_argument` instead, see [`Exn`].
    pub fn exception<'gc>(gc: &'gc Runtime, exn: Exn<'gc>) -> Error {
        match exn.check() {
            Ok(()) => Error(Repr::Exception(Raised::new(gc, exn, None))),
            Err(error) => error.into(),
        }
    }

    /// What the runtime says that OCaml raised, or why that is no exception. Inlined for the reason that `from` has.
    #[inline(always)]
    pub(crate) fn raised(raised: Result<Box<Raised>, ConversionError>) -> Error {
        match raised {
            Ok(raised) => Error(Repr::Exception(raised)),
            Err(error) => error.into(),
        }
    }

    /// An exception that Rust declares with `#[derive(ocaml::Exception)]`. `?` does the same.
    pub fn own(exception: impl Exception) -> Error {
        Error(Repr::Own(Box::new(exception)))
    }

    /// The exception, if it came from OCaml.
    pub fn exn<'gc>(&self, gc: &'gc Runtime) -> Option<Exn<'gc>> {
        match &self.0 {
            Repr::Exception(raised) => Exn::raised(raised.root.get(gc)).ok(),
            _ => None,
        }
    }

    /// A GC point: where OCaml raised the exception, as text, if this came from a call into OCaml that records backtraces:
    /// after `Printexc.record_backtrace true` or with `OCAMLRUNPARAM=b`, in a program compiled with `-g`, on OCaml 4.10 and
    /// later.
    ///
    /// An error that is returned raises its exception with this backtrace, to which the rest is added, also when other
    /// exceptions were raised in between: in native code of OCaml 4. In bytecode and on OCaml 5 the runtime starts a new
    /// backtrace for whatever is not raised by OCaml code, so what was before is found here only.
    /// Of the functions between two calls, those of Rust do not appear.
    ///
    /// ```
    /// use ocaml::{Error, Function};
    ///
    /// /// `(unit -> unit) -> unit`
    /// #[ocaml::func]
    /// pub fn doc_log(f: Function<(), ()>) -> Result<(), Error> {
    ///     f.call(gc, ()).inspect_err(|error| {
    ///         eprintln!("{error}\n{}", error.backtrace(gc).unwrap_or_default());
    ///     })
    /// }
    /// ```
    pub fn backtrace(&self, gc: &mut Runtime) -> Option<String> {
        match &self.0 {
            Repr::Exception(raised) => raised.backtrace.as_ref()?.text(gc),
            _ => None,
        }
    }

    /// The exception of a type that Rust declares, if this is one, whether it was raised by OCaml or made in Rust.
    ///
    /// ```
    /// #[derive(ocaml::Exception)]
    /// struct Closed(String);
    ///
    /// /// What was closed; other exceptions stay what they are.
    /// fn closed(gc: &ocaml::Runtime, error: ocaml::Error) -> Result<String, ocaml::Error> {
    ///     let Closed(name) = error.downcast(gc)?;
    ///     Ok(name)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The error itself if it is another one; `Invalid_argument` if the exception's arguments are not of the types that
    /// Rust declares.
    pub fn downcast<E: Exception>(self, gc: &Runtime) -> Result<E, Error> {
        match self.0 {
            Repr::Own(own) if own.as_any().is::<E>() => match own.into_any().downcast::<E>() {
                Ok(exception) => Ok(*exception),
                Err(_) => unreachable!("its type was just checked"),
            },
            repr => {
                let error = Error(repr);
                match error.exn(gc).and_then(E::from_exn) {
                    Some(exception) => Ok(exception?),
                    None => Err(error),
                }
            }
        }
    }
}

impl Error {
    /// A conversion error says which function it ended.
    pub(crate) fn in_function(self, name: &str) -> Error {
        match &self.0 {
            Repr::Std(error) if error.is::<ConversionError>() => Error::invalid_argument(format!("{name}: {error}")),
            _ => self,
        }
    }
}

#[cold]
#[inline(never)]
fn on_heap(error: impl std::error::Error + 'static) -> Box<dyn std::error::Error> {
    Box::new(error)
}

impl<E: std::error::Error + 'static> From<E> for Error {
    // Inlined, so that the compiler sees at each `?` that this is an `Err`; only the boxing is out of line.
    #[inline(always)]
    fn from(error: E) -> Error {
        Error(Repr::Std(on_heap(error)))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Message(exception, message) => write!(f, "{exception:?}: {message}"),
            Repr::Constant(exception) => write!(f, "{exception:?}"),
            Repr::Located(exception, place) => {
                let (file, line, column) = &**place;
                write!(f, "{exception:?} at {file}:{line}:{column}")
            }
            Repr::Named(named) => write!(f, "exception {}", named.name),
            Repr::Own(own) => write!(f, "exception {}", own.name()),
            Repr::Exception(raised) => f.write_str(&raised.text),
            Repr::Std(error) => error.fmt(f),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}
