//! `#[derive(FromValue, IntoValue)]`.

mod check;
mod from_value;
mod generics;
mod into_value;

use proc_macro2::{Ident, TokenStream};
use syn::{DeriveInput, Generics, Member, Type};

use crate::errors::Errors;

/// Which of the two traits.
#[derive(Clone, Copy, PartialEq)]
pub enum Direction {
    FromValue,
    IntoValue,
}

/// A type with its representation in OCaml: nothing about it can be wrong any more.
pub struct Definition {
    pub ident: Ident,
    pub generics: Generics,
    pub shape: Shape,
}

/// What OCaml has for the type.
pub enum Shape {
    /// A constant constructor.
    Unit,
    /// The same representation as the one field.
    Transparent {
        path: TokenStream,
        field: Box<Field>,
    },
    /// A block; flat, if all fields are floats, when it is a record.
    Record(Vec<Field>),
    /// A block with tag 0, never flat.
    Tuple(Vec<Field>),
    Variants(Vec<Variant>),
}

pub struct Field {
    pub member: Member,
    pub ty: Type,
    /// How error messages call it, such as `Example.name`.
    pub place: String,
}

pub struct Variant {
    pub ident: Ident,
    pub constructor: Constructor,
    /// How error messages call it, such as `Shape.Circle`.
    pub place: String,
}

pub enum Constructor {
    /// Numbered among the constants.
    Constant(isize),
    /// Numbered among those with arguments.
    Block { tag: u8, fields: Vec<Field> },
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
        Ok(Some(definition)) => match direction {
            Direction::FromValue => from_value::expand(&definition),
            Direction::IntoValue => into_value::expand(&definition),
        },
    }
}
