#![deny(warnings)]
#![forbid(unsafe_code)]
//! Derives among names that the expansion must not find, and without a warning.
#![allow(dead_code)]

/// Types, modules and functions called like those that the expansion needs.
mod shadowing {
    #![allow(non_camel_case_types, non_upper_case_globals)]

    pub struct Option;
    pub struct Result;
    pub struct String;
    pub struct Box;
    pub struct Vec;
    pub struct Ok;
    pub struct Err;
    pub struct Default;
    pub struct Value;
    pub struct Runtime;
    pub struct Block;
    pub struct ConversionError;
    pub trait FromValue {}
    pub trait IntoValue {}
    pub mod core {}
    pub mod std {}
    pub mod ocaml {}
    pub struct value;
    pub struct gc;
    pub struct block;
    pub const field: u8 = 0;
    pub const float: u8 = 0;
    pub const argument: u8 = 0;
    fn place() -> u8 {
        1
    }

    #[derive(::ocaml::FromValue, ::ocaml::IntoValue)]
    pub struct Record {
        value: isize,
        gc: isize,
        block: isize,
        field: isize,
        #[ocaml(skip, default = "place")]
        place: u8,
    }

    #[derive(::ocaml::FromValue, ::ocaml::IntoValue)]
    pub struct Floats {
        value: f64,
        float: f64,
        #[ocaml(skip)]
        skipped: isize,
    }

    #[derive(::ocaml::FromValue, ::ocaml::IntoValue)]
    pub struct Newtype(f64);

    #[derive(::ocaml::FromValue, ::ocaml::IntoValue)]
    pub enum Names {
        Ok(isize),
        Err,
        Some { value: isize, argument: isize },
        None,
        Shape(isize, isize),
        FLOAT,
        IMMEDIATE,
        Error,
        Self_,
    }

    #[derive(::ocaml::FromValue, ::ocaml::IntoValue)]
    #[ocaml(polymorphic_variant, rename_all = "snake_case")]
    pub enum Tags {
        Argument(isize),
        Value,
        PolyShape(isize, isize),
        FLOAT,
    }

    impl Names {
        /// Not found in place of a constructor's field or a constant of the trait.
        pub const ALWAYS_FLOAT: bool = true;
        pub fn from_value() {}
        pub fn into_value() {}
    }
}

/// Raw identifiers, and names that are not the same in OCaml.
#[derive(ocaml::FromValue, ocaml::IntoValue)]
#[ocaml(rename_all = "camelCase")]
pub struct Raw {
    #[ocaml(rename = "type'")]
    r#type: isize,
    #[ocaml(rename = "loop_")]
    r#loop: isize,
    two_words: isize,
}

#[derive(ocaml::FromValue, ocaml::IntoValue)]
#[ocaml(rename_all = "Snake_case")]
pub enum EndOfFile {
    EndOfFile,
    NotFound(isize),
    #[ocaml(rename = "Sys_error'")]
    Other(String),
}

mod private {
    #[derive(Default)]
    struct Secret<T>(Option<T>);

    /// Private types in the fields of a public one; bounds that name them.
    #[derive(ocaml::FromValue, ocaml::IntoValue)]
    pub struct Public<T> {
        shown: isize,
        #[ocaml(skip)]
        secret: Secret<T>,
        inner: Vec<Inner<T>>,
    }

    #[derive(ocaml::FromValue, ocaml::IntoValue)]
    struct Inner<T>(T, T);
}

pub use private::Public;

/// Every kind of parameter, with defaults, bounds, and a `where` clause with lifetimes of its own.
#[derive(ocaml::FromValue, ocaml::IntoValue)]
pub struct Parameters<'a, 'b: 'a, A: Clone + 'a, B: ?Sized, F = fn(&str) -> bool, const N: usize = 3>
where
    A: PartialEq<&'a str>,
    F: for<'c> Fn(&'c str) -> bool,
{
    borrowed: &'a str,
    longer: &'b str,
    a: Vec<A>,
    #[ocaml(skip)]
    f: Option<F>,
    phantom: std::marker::PhantomData<&'b B>,
}

/// The parameter of something that needs no bound itself.
#[derive(ocaml::FromValue, ocaml::IntoValue)]
pub struct Unbound<#[ocaml(no_bound)] T> {
    name: String,
    id: Id<T>,
}

#[derive(ocaml::FromValue, ocaml::IntoValue)]
pub struct Id<T>(isize, core::marker::PhantomData<T>);

pub struct NotConvertible;

fn convertible<T: for<'gc> ocaml::FromValue<'gc> + for<'gc> ocaml::IntoValue<'gc>>() {}

/// A field whose type a macro makes.
macro_rules! list {
    ($t:ty) => { Vec<$t> };
}

#[derive(ocaml::FromValue, ocaml::IntoValue)]
pub struct MadeByMacro<'a, T> {
    list: list![T],
    texts: list![&'a str],
}

macro_rules! whole_item {
    ($name:ident<$t:ident> { $($field:ident: $ty:ty),* }) => {
        #[derive(ocaml::FromValue, ocaml::IntoValue)]
        pub struct $name<$t> { $($field: $ty),* }
    };
}

whole_item!(Whole<T> { a: isize, b: Vec<Option<T>>, value: String, phantom: std::marker::PhantomData<T> });

/// Lifetimes called like those of the traits.
#[derive(ocaml::FromValue, ocaml::IntoValue)]
pub struct Lifetimes<'gc, 'value> {
    a: &'gc str,
    b: ocaml::Value<'value>,
}

/// Attributes of other tools, and representations.
#[derive(Clone, Debug, PartialEq, ocaml::FromValue, ocaml::IntoValue)]
#[repr(u8)]
#[non_exhaustive]
#[allow(non_camel_case_types)]
pub enum Decorated<t> {
    /// Documented.
    #[doc(alias = "one")]
    One(#[allow(unused)] t),
    #[deprecated]
    Old,
}

/// A lint of the user that the expansion must not trip.
#[deny(clippy::all, clippy::pedantic, missing_docs)]
pub mod strict {
    /// Documented.
    #[derive(ocaml::FromValue, ocaml::IntoValue)]
    pub struct Strict<'a, T> {
        /// Documented.
        pub text: &'a str,
        /// Documented.
        pub any: T,
    }
}

fn main() {
    convertible::<Unbound<NotConvertible>>();
    convertible::<Public<isize>>();
    convertible::<shadowing::Names>();
    shadowing::Names::from_value();
}
