//! Exceptions that Rust declares: registered by OCaml or not, raised, and received back.

use ocaml::{Error, Exn, Int, Lazy, Root, Value};

/// `exception Closed of string`, which OCaml registers.
#[derive(Debug, ocaml::Exception)]
pub struct Closed(String);

/// Nobody registers these.
#[derive(Debug, ocaml::Exception)]
#[ocaml(module = "Own")]
pub enum Own {
    Constant,
    One(String),
    #[ocaml(rename = "Couple")]
    Two(Int, f64),
    Record {
        x: f64,
        y: f64,
    },
    Noted(Int, #[ocaml(skip)] Option<Root>),
}

/// Registered by OCaml, with arguments of all shapes.
#[derive(Debug, PartialEq, ocaml::Exception)]
#[allow(clippy::enum_variant_names, reason = "without a module the names need a prefix")]
#[ocaml(module = "", rename_all = "Snake_case")]
pub enum Registered {
    OwnConstant,
    OwnTwo(Int, Vec<String>),
    OwnRecord { x: f64, y: f64 },
}

/// What is registered under this name is no exception.
#[derive(Debug, ocaml::Exception)]
#[ocaml(module = "Own")]
pub struct Wrong(Int);

/// Raised before OCaml registers it, and afterwards.
#[derive(Debug, ocaml::Exception)]
#[ocaml(module = "Own")]
pub struct Late(Int);

/// Domains race for its first use.
#[derive(Debug, ocaml::Exception)]
#[ocaml(module = "Own")]
pub struct Raced(Int);

/// An error of the standard library's kind too.
#[derive(Debug, ocaml::Exception)]
#[ocaml(no_from, module = "Own")]
pub struct Std(String);

impl std::fmt::Display for Std {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Std {}

#[ocaml::func]
pub fn own_exceptions_close(name: String) -> Result<Int, Closed> {
    Err(Closed(name))
}

#[ocaml::func]
pub fn own_exceptions_close_by_error(name: String) -> Result<Int, Error> {
    Ok(own_exceptions_close(name)?)
}

#[ocaml::func(unboxed)]
pub fn own_exceptions_close_unboxed(number: f64) -> Result<f64, Closed> {
    match number {
        0.0 => Err(Closed("unboxed".to_owned())),
        number => Ok(number),
    }
}

#[ocaml::func]
pub fn own_exceptions_own(which: Int) -> Result<String, Own> {
    Err(match which {
        0 => Own::Constant,
        1 => Own::One("payload".to_owned()),
        2 => Own::Two(42, 1.5),
        3 => Own::Record { x: 1.0, y: 2.0 },
        4 => Own::Noted(4, None),
        _ => return Ok("none".to_owned()),
    })
}

#[ocaml::func]
pub fn own_exceptions_registered(which: Int) -> Result<(), Registered> {
    Err(match which {
        0 => Registered::OwnConstant,
        1 => Registered::OwnTwo(7, vec!["a".to_owned(), "b".to_owned()]),
        _ => Registered::OwnRecord { x: 1.0, y: 2.0 },
    })
}

#[ocaml::func]
pub fn own_exceptions_wrong(_unit: ()) -> Result<(), Wrong> {
    Err(Wrong(1))
}

#[ocaml::func]
pub fn own_exceptions_late(number: Int) -> Result<(), Late> {
    Err(Late(number))
}

#[ocaml::func]
pub fn own_exceptions_race(number: Int) -> Result<(), Raced> {
    Err(Raced(number))
}

#[ocaml::func]
pub fn own_exceptions_std(direct: bool) -> Result<(), Error> {
    let error = Std("both".to_owned());
    if direct {
        return Err(Error::own(error));
    }
    Err(error)?
}

/// An exception as a value, not raised.
#[ocaml::func]
pub fn own_exceptions_value(name: String) -> (Closed, Result<Int, Own>) {
    (Closed(name), Err(Own::Constant))
}

/// What the exception is, received as a value: its payload, or `None`.
#[ocaml::func]
pub fn own_exceptions_receive(exn: Exn) -> Result<Option<String>, Error> {
    use ocaml::Exception;
    if let Some(closed) = Closed::from_exn(exn) {
        return Ok(Some(closed?.0));
    }
    if let Some(own) = Own::from_exn(exn) {
        return Ok(Some(format!("{:?}", own?)));
    }
    let registered = Registered::from_exn(exn).transpose()?;
    Ok(registered.map(|registered| format!("{registered:?}")))
}

#[ocaml::func]
pub fn own_exceptions_typed(closed: Closed) -> String {
    closed.0
}

/// Runs OCaml code; an exception of ours ends up as its payload, others go on.
#[ocaml::func]
pub fn own_exceptions_catch(work: Root<Lazy<'static, Int>>) -> Result<Result<Int, String>, Error> {
    match work.force(gc) {
        Ok(number) => Ok(Ok(number)),
        Err(error) => {
            let Closed(name) = error.downcast(gc)?;
            Ok(Err(name))
        }
    }
}

/// Made in Rust and taken apart in Rust, without OCaml in between.
#[ocaml::func]
pub fn own_exceptions_downcast_here(_unit: ()) -> Result<bool, Error> {
    let error = Error::from(Registered::OwnConstant);
    let Err(error) = error.downcast::<Closed>(gc) else {
        return Ok(false);
    };
    Ok(error.downcast::<Registered>(gc)? == Registered::OwnConstant)
}

/// The text of an error that came from OCaml, and of its exception.
#[ocaml::func]
pub fn own_exceptions_text(exception: Exn) -> (String, String, bool) {
    let error = Error::exception(gc, exception);
    let text = error.to_string();
    let debug = format!("{error:?}") == format!("Error({text})");
    let exn = error.exn(gc).map(|exn| exn.to_string()).unwrap_or_default();
    (text, exn, debug)
}

#[ocaml::func]
pub fn own_exceptions_parts(exn: Exn) -> (String, Vec<Value>) {
    (exn.name().into_owned(), exn.arguments().collect())
}

#[ocaml::func]
pub fn own_exceptions_is(exn: Exn, name: &str) -> bool {
    exn.is_registered_as(name)
}
