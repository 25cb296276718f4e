//! Structs: records, tuples, and types that are their one field.

use proc_macro2::Ident;

use super::{Attributes, fields, immutable};
use crate::derive::Shape;
use crate::errors::Errors;

pub fn shape(name: &Ident, all: &syn::Fields, attributes: &Attributes, errors: &mut Errors) -> Option<Shape> {
    if let Some(polymorphic) = &attributes.polymorphic_variant {
        errors.at(
            polymorphic,
            format!("a polymorphic variant has constructors, the struct `{name}` has not"),
            "make it an enum, or remove `polymorphic_variant`",
        );
    }
    let fields = fields(None, all, &name.to_string(), attributes.rename_all.as_ref(), errors);
    let size = fields.size();
    if let Some(unboxed) = &attributes.unboxed {
        immutable(&fields, errors);
        if size != 1 {
            errors.at(
                unboxed,
                format!("an `unboxed` type has one field, `{name}` has {size}"),
                match size {
                    0 => "remove `unboxed`",
                    _ => "remove `unboxed`, or all fields but one",
                },
            );
            return None;
        }
    }
    Some(match (all, size) {
        (_, 0) => Shape::Unit(fields),
        (syn::Fields::Named(_), 1) if attributes.unboxed.is_some() => Shape::Transparent(fields),
        (syn::Fields::Named(_), _) => Shape::Record(fields),
        (_, 1) => Shape::Transparent(fields),
        _ => Shape::Tuple(fields),
    })
}
