//! `#[derive(FromValue, IntoValue)]`, and `#[derive(Exception)]`.

mod attributes;
mod bounds;
mod check;
mod describe;
mod exception;
mod fields;
mod flat;
mod from_value;
mod generics;
mod hash;
mod inline;
mod into_value;
mod limit;
mod rename;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Attribute, DeriveInput, Generics};

pub use bounds::bare;
pub use check::{type_path, value_flaw};
pub use generics::{gc, parameters};
pub use rename::Convention;

use crate::errors::Errors;
pub use fields::{Field, Fields, Source};

/// Which of the two traits.
#[derive(Clone, Copy, PartialEq)]
pub enum Direction {
    FromValue,
    IntoValue,
}

/// A type with its representation in OCaml: nothing about it can be wrong any more.
pub struct Definition {
    pub ident: Ident,
    /// What the user says about lints, which holds for the impls too.
    pub lints: Vec<Attribute>,
    pub generics: Generics,
    /// Type parameters that need no bound, as only the user can know.
    pub unbound: Vec<Ident>,
    pub shape: Shape,
    /// The OCaml type that it is, if that is defined elsewhere.
    pub elsewhere: Option<String>,
    pub doc: String,
}

/// What OCaml has for the type.
pub enum Shape {
    /// A constant constructor: no field is OCaml's.
    Unit(Fields),
    /// The same representation as the one field that is OCaml's.
    Transparent(Fields),
    /// A block; flat, if all fields are floats, when it is a record.
    Record(Fields),
    /// A block with tag 0, never flat.
    Tuple(Fields),
    /// Constructors that are numbered.
    Variant(Vec<Constructor>),
    /// Constructors that are known by the hash of their names.
    PolyVariant(Vec<Constructor>),
}

pub struct Constructor {
    pub ident: Ident,
    /// In OCaml.
    pub name: String,
    pub fields: Fields,
    pub tag: Tag,
    /// How error messages call it, such as `Shape.Circle`.
    pub place: String,
    pub doc: String,
}

/// How OCaml tells constructors apart.
#[derive(Clone, Copy)]
pub enum Tag {
    /// By an immediate: the number among the constants, or a hash.
    Constant(isize),
    /// By the tag of the block: the number among those with arguments.
    Block(u8),
    /// By a hash in the first field of a block; the second is the argument, or the tuple of arguments.
    Hash(isize),
    /// OCaml has no such constructor.
    Skipped,
}

impl Definition {
    /// The fields of the struct or of all constructors that OCaml has.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        let (one, many): (_, &[Constructor]) = match &self.shape {
            Shape::Unit(fields) | Shape::Transparent(fields) | Shape::Record(fields) | Shape::Tuple(fields) => {
                (Some(fields), &[])
            }
            Shape::Variant(constructors) | Shape::PolyVariant(constructors) => (None, constructors),
        };
        let many = many
            .iter()
            .filter(|constructor| !matches!(constructor.tag, Tag::Skipped))
            .map(|constructor| &constructor.fields);
        one.into_iter().chain(many).flat_map(|fields| &fields.all)
    }
}

/// A type of exceptions.
pub struct Exceptions {
    pub ident: Ident,
    pub lints: Vec<Attribute>,
    /// What stands before the dot in their names, if not the name of the crate.
    pub module: Option<String>,
    /// Whether `From` is implemented for `ocaml::Error`.
    pub from: bool,
    pub all: Vec<Exception>,
}

pub struct Exception {
    /// In OCaml.
    pub name: String,
    pub fields: Fields,
    pub doc: String,
    pub span: Span,
}

/// Expands `#[derive(Exception)]`.
pub fn run_exception(item: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(item) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let exceptions = check::exceptions(input, &mut errors);
    match errors.finish(exceptions) {
        Err(errors) => errors,
        Ok(exceptions) => exception::expand(&exceptions),
    }
}

/// Expands a derive.
pub fn run(direction: Direction, item: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(item) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let definition = check::definition(input, &mut errors);
    match errors.finish(definition) {
        Err(errors) => errors,
        // Without a mistake there is a definition.
        Ok(None) => TokenStream::new(),
        Ok(Some(definition)) => {
            let implementation = match direction {
                Direction::FromValue => from_value::expand(&definition),
                Direction::IntoValue => into_value::expand(&definition),
            };
            let limit = limit::expand(&definition);
            let description = describe::expand(&definition, direction);
            quote!(#implementation #limit #description)
        }
    }
}
