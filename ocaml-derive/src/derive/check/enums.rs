//! Enums: variants, polymorphic variants, and unboxed variants.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{DataEnum, Variant};

use super::names::{Kind, Names};
use super::{Attributes, Place, fields, immutable};
use crate::derive::hash::hash;
use crate::derive::limit::MAX_BLOCK_CONSTRUCTORS;
use crate::derive::{Constructor, Fields, Shape, Tag};
use crate::describe::doc;
use crate::errors::Errors;

pub fn shape(name: &Ident, data: &DataEnum, attributes: &Attributes, errors: &mut Errors) -> Option<Shape> {
    let mut check = Check::new(name, attributes, errors);
    let constructors: Vec<Constructor> = data
        .variants
        .iter()
        .map(|variant| check.constructor(variant, errors))
        .collect();
    if constructors
        .iter()
        .all(|constructor| matches!(constructor.tag, Tag::Skipped))
    {
        errors.at(
            name,
            format!("`{name}` has no constructor, so OCaml has no value of it"),
            "add a variant that is not skipped",
        );
    }
    match (&attributes.unboxed, check.polymorphic) {
        (None, false) => Some(Shape::Variant(constructors)),
        (None, true) => Some(Shape::PolyVariant(constructors)),
        (Some(unboxed), true) => {
            errors.at(
                unboxed,
                "OCaml has no unboxed polymorphic variants",
                "remove `unboxed`, or `polymorphic_variant`",
            );
            None
        }
        (Some(unboxed), false) => transparent(name, unboxed, constructors, errors),
    }
}

/// The constructors so far: what is numbered or must be unique.
struct Check<'a> {
    type_name: &'a Ident,
    polymorphic: bool,
    names: Names<'a>,
    hashes: Vec<(isize, String)>,
    constants: isize,
    blocks: usize,
}

impl<'a> Check<'a> {
    fn new(type_name: &'a Ident, attributes: &'a Attributes, errors: &mut Errors) -> Check<'a> {
        let polymorphic = attributes.polymorphic_variant.is_some();
        let kind = if polymorphic { Kind::Tag } else { Kind::Constructor };
        Check {
            type_name,
            polymorphic,
            names: Names::new(kind, &type_name.to_string(), attributes.rename_all.as_ref(), errors),
            hashes: Vec::new(),
            constants: 0,
            blocks: 0,
        }
    }

    fn constructor(&mut self, variant: &Variant, errors: &mut Errors) -> Constructor {
        let attributes = Attributes::parse(Place::Constructor, &variant.attrs, errors);
        let name = self.name(variant, &attributes, errors);
        let place = format!("{}.{name}", self.type_name);
        let fields = fields(Some(&variant.ident), &variant.fields, &place, None, errors);
        if let Some((_, discriminant)) = &variant.discriminant {
            errors.at(
                discriminant,
                "OCaml numbers constructors in their order",
                "remove the discriminant; where the number matters, send an integer",
            );
        }
        if !matches!(variant.fields, syn::Fields::Unit) && variant.fields.is_empty() {
            errors.at(
                variant,
                format!("`{place}` has no field: OCaml would not know whether it is a constant"),
                format!("write `{}`", variant.ident),
            );
        }
        let tag = match (&attributes.skip, fields.size()) {
            (Some(_), _) => Tag::Skipped,
            (None, size) if self.polymorphic => self.hashed(variant, &attributes, &name, size, errors),
            (None, 0) => {
                self.constants += 1;
                Tag::Constant(self.constants - 1)
            }
            (None, _) => self.block(variant, errors),
        };
        Constructor {
            ident: variant.ident.clone(),
            fields,
            tag,
            place,
            name,
            doc: doc(&variant.attrs),
        }
    }

    fn name(&mut self, variant: &Variant, attributes: &Attributes, errors: &mut Errors) -> String {
        match (&attributes.skip, &attributes.rename) {
            (None, rename) => self.names.add(&variant.ident, rename.as_ref(), errors),
            (Some(_), None) => variant.ident.unraw().to_string(),
            (Some(skip), Some(_)) => {
                errors.at(
                    skip,
                    "OCaml does not have a skipped constructor: it has no name there",
                    "remove `skip`, or `rename`",
                );
                variant.ident.unraw().to_string()
            }
        }
    }

    fn block(&mut self, variant: &Variant, errors: &mut Errors) -> Tag {
        if self.blocks == MAX_BLOCK_CONSTRUCTORS {
            errors.at(
                &variant.ident,
                format!(
                    "OCaml has tags for {MAX_BLOCK_CONSTRUCTORS} constructors with arguments only (244 from OCaml 5)"
                ),
                "put some of them into a variant of their own",
            );
        }
        self.blocks += 1;
        Tag::Block((self.blocks - 1) as u8)
    }

    fn hashed(
        &mut self,
        variant: &Variant,
        attributes: &Attributes,
        name: &str,
        size: usize,
        errors: &mut Errors,
    ) -> Tag {
        if let syn::Fields::Named(named) = &variant.fields {
            errors.at(
                named.to_token_stream(),
                format!("the arguments of `{name}` have names, which OCaml's polymorphic variants do not have"),
                "use a tuple, or one argument that is a struct with these fields",
            );
        }
        let hash = hash(name);
        let same = self.hashes.iter().find(|(other, _)| *other == hash);
        // Equal names have been reported.
        if let Some((_, other)) = same.filter(|(_, other)| other != name) {
            let place = match &attributes.rename {
                Some(rename) => rename.to_token_stream(),
                None => variant.ident.to_token_stream(),
            };
            errors.at(
                place,
                format!("the tags `{other}` and `{name}` have the same hash, so OCaml cannot tell them apart"),
                "change one of them, here and in OCaml: `#[ocaml(rename = \"name\")]`",
            );
        }
        self.hashes.push((hash, name.to_owned()));
        match size {
            0 => Tag::Constant(hash),
            _ => Tag::Hash(hash),
        }
    }
}

fn transparent(name: &Ident, unboxed: &Ident, constructors: Vec<Constructor>, errors: &mut Errors) -> Option<Shape> {
    if let Ok([constructor]) = <[Constructor; 1]>::try_from(constructors) {
        if matches!(constructor.tag, Tag::Block(_)) && constructor.fields.size() == 1 {
            immutable(&constructor.fields, errors);
            return Some(Shape::Transparent(Fields {
                constructor: Some(constructor.name),
                ..constructor.fields
            }));
        }
    }
    errors.at(
        unboxed,
        format!("an `unboxed` variant has one constructor with one argument, `{name}` has not"),
        "remove `unboxed`",
    );
    None
}
