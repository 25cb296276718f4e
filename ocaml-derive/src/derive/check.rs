//! Checks a type definition: all that can be wrong about it is reported here.

use proc_macro2::Ident;
use quote::{ToTokens, quote};
use syn::{Attribute, Data, DataEnum, DeriveInput, Fields, Index, Member, Meta, Token, punctuated::Punctuated};

use super::{Constructor, Definition, Field, Shape, Variant};
use crate::errors::Errors;
use crate::names::nearest;

/// Tags from 244 on are taken on OCaml 5; the count starts at 0.
const MAX_BLOCK_CONSTRUCTORS: usize = 244;

pub fn definition(input: DeriveInput, errors: &mut Errors) -> Option<Definition> {
    let unboxed = unboxed(&input.attrs, errors);
    let name = &input.ident;
    let shape = match &input.data {
        Data::Struct(data) => {
            no_attributes(&data.fields, errors);
            structure(name, &data.fields, unboxed.as_ref(), errors)
        }
        Data::Enum(data) => enumeration(name, data, unboxed.as_ref(), errors),
        Data::Union(data) => {
            errors.at(
                data.union_token,
                "a union has no OCaml representation",
                "use an enum: it becomes a variant",
            );
            None
        }
    };
    Some(Definition {
        ident: input.ident,
        generics: input.generics,
        shape: shape?,
    })
}

fn structure(name: &Ident, fields: &Fields, unboxed: Option<&Ident>, errors: &mut Errors) -> Option<Shape> {
    let mut all = self::fields(fields, &name.to_string());
    if let Some(unboxed) = unboxed.filter(|_| all.len() != 1) {
        errors.at(
            unboxed,
            format!("an `unboxed` type has one field, `{name}` has {}", all.len()),
            "remove `unboxed`, or all fields but one",
        );
        return None;
    }
    Some(match (fields, all.len()) {
        (_, 0) => Shape::Unit,
        (Fields::Named(_), 1) if unboxed.is_none() => Shape::Record(all),
        (_, 1) => Shape::Transparent {
            path: quote!(Self),
            field: Box::new(all.remove(0)),
        },
        (Fields::Named(_), _) => Shape::Record(all),
        _ => Shape::Tuple(all),
    })
}

fn enumeration(name: &Ident, data: &DataEnum, unboxed: Option<&Ident>, errors: &mut Errors) -> Option<Shape> {
    if data.variants.is_empty() {
        errors.at(
            name,
            format!("`{name}` has no variant, so OCaml has no value of it"),
            "add a variant",
        );
    }
    let mut constants = 0;
    let mut blocks = 0;
    let mut variants = Vec::new();
    for variant in &data.variants {
        let place = format!("{name}.{}", variant.ident);
        unknown_attributes(&variant.attrs, errors);
        no_attributes(&variant.fields, errors);
        if let Some((_, discriminant)) = &variant.discriminant {
            errors.at(
                discriminant,
                "OCaml numbers constructors in their order",
                "remove the discriminant; where the number matters, send an integer",
            );
        }
        if !matches!(variant.fields, Fields::Unit) && variant.fields.is_empty() {
            errors.at(
                variant,
                format!("`{place}` has no field: OCaml would not know whether it is a constant"),
                format!("write `{}`", variant.ident),
            );
        }
        let constructor = if variant.fields.is_empty() {
            constants += 1;
            Constructor::Constant(constants - 1)
        } else {
            if blocks == MAX_BLOCK_CONSTRUCTORS {
                errors.at(
                    variant,
                    format!("OCaml has tags for {MAX_BLOCK_CONSTRUCTORS} constructors with arguments only"),
                    "put some of them into a variant of their own",
                );
            }
            blocks += 1;
            Constructor::Block {
                tag: (blocks - 1) as u8,
                fields: fields(&variant.fields, &place),
            }
        };
        variants.push(Variant {
            ident: variant.ident.clone(),
            constructor,
            place,
        });
    }
    match unboxed {
        Some(unboxed) => transparent(name, unboxed, variants, errors),
        None => Some(Shape::Variants(variants)),
    }
}

fn transparent(name: &Ident, unboxed: &Ident, variants: Vec<Variant>, errors: &mut Errors) -> Option<Shape> {
    let mut all = variants.into_iter();
    if let (Some(variant), None) = (all.next(), all.next()) {
        let ident = variant.ident;
        if let Constructor::Block { mut fields, .. } = variant.constructor {
            if fields.len() == 1 {
                return Some(Shape::Transparent {
                    path: quote!(Self::#ident),
                    field: Box::new(fields.remove(0)),
                });
            }
        }
    }
    errors.at(
        unboxed,
        format!("an `unboxed` variant has one constructor with one argument, `{name}` has not"),
        "remove `unboxed`",
    );
    None
}

fn fields(fields: &Fields, place: &str) -> Vec<Field> {
    fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let member = match &field.ident {
                Some(ident) => Member::Named(ident.clone()),
                None => Member::Unnamed(Index::from(index)),
            };
            Field {
                place: format!("{place}.{}", member.to_token_stream()),
                member,
                ty: field.ty.clone(),
            }
        })
        .collect()
}

/// Whether the type is `#[ocaml(unboxed)]`.
fn unboxed(attributes: &[Attribute], errors: &mut Errors) -> Option<Ident> {
    let mut unboxed = None;
    for meta in metas(attributes, errors) {
        match meta.path().get_ident() {
            Some(ident) if ident == "unboxed" && matches!(meta, Meta::Path(_)) => unboxed = Some(ident.clone()),
            _ => unknown(
                &meta,
                &["unboxed"],
                "the attribute of a type is `#[ocaml(unboxed)]`",
                errors,
            ),
        }
    }
    unboxed
}

fn no_attributes(fields: &Fields, errors: &mut Errors) {
    for field in fields {
        unknown_attributes(&field.attrs, errors);
    }
}

fn unknown_attributes(attributes: &[Attribute], errors: &mut Errors) {
    for meta in metas(attributes, errors) {
        unknown(
            &meta,
            &[],
            "fields and variants have no attributes; `#[ocaml(unboxed)]` goes on the type",
            errors,
        );
    }
}

fn unknown(meta: &Meta, known: &[&str], help: &str, errors: &mut Errors) {
    let name = meta.path().to_token_stream().to_string();
    let problem = match nearest(&name, known) {
        Some(near) if near != name => format!("unknown attribute `{name}`; did you mean `{near}`?"),
        _ => format!("unknown attribute `{name}`"),
    };
    errors.at(meta, problem, help);
}

/// What stands inside of `#[ocaml(…)]`.
fn metas(attributes: &[Attribute], errors: &mut Errors) -> Vec<Meta> {
    let mut metas = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("ocaml")) {
        match attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) {
            Ok(inside) => metas.extend(inside),
            Err(error) => errors.push(error),
        }
    }
    metas
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::*;

    fn messages(tokens: TokenStream) -> Vec<String> {
        let mut errors = Errors::default();
        definition(syn::parse2(tokens).unwrap(), &mut errors);
        errors.messages()
    }

    #[test]
    fn all_mistakes_are_reported_at_once() {
        let messages = messages(quote! {
            #[ocaml(unboxd)]
            enum E {
                A = 3,
                B(),
                C {},
                #[ocaml(rename = "x")]
                D(u8),
            }
        });
        assert_eq!(messages.len(), 5, "{messages:#?}");
        assert!(messages[0].contains("did you mean `unboxed`?"));
        assert!(messages.iter().all(|message| message.contains("\nhelp: ")));
    }

    #[test]
    fn unboxed_types_have_one_field() {
        assert_eq!(
            messages(quote!(
                #[ocaml(unboxed)]
                struct S {
                    a: u8,
                    b: u8,
                }
            ))
            .len(),
            1
        );
        assert_eq!(
            messages(quote!(
                #[ocaml(unboxed)]
                enum E {
                    A,
                    B(u8),
                }
            ))
            .len(),
            1
        );
        assert!(
            messages(quote!(
                #[ocaml(unboxed)]
                struct S {
                    a: u8,
                }
            ))
            .is_empty()
        );
        assert!(
            messages(quote!(
                #[ocaml(unboxed)]
                enum E {
                    B(u8),
                }
            ))
            .is_empty()
        );
    }

    #[test]
    fn unions_and_empty_enums_are_refused() {
        assert_eq!(messages(quote!(union U { a: u8, b: i8 })).len(), 1);
        assert_eq!(
            messages(quote!(
                enum Never {}
            ))
            .len(),
            1
        );
    }
}
