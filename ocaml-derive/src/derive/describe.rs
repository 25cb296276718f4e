//! Writes `impl Describe`, and the descriptor of a type: for the interface that tools print.
//!
//! A generic type is described with `Parameter<0>`, `Parameter<1>`… in the place of its type parameters. Where the
//! user's bounds may not allow that, only its name is described.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{GenericParam, Generics, PredicateType, Type, TypeParam, TypeParamBound, WherePredicate};

use super::generics::parameters;
use super::{Constructor, Definition, Direction, Field, Fields, Shape, Tag};
use crate::describe::{descriptor, place};

/// The traits that `Parameter` implements.
const KNOWN: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Eq",
    "FromValue",
    "Hash",
    "IntoValue",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Send",
    "Sized",
    "Sync",
];

pub fn expand(definition: &Definition, direction: Direction) -> TokenStream {
    let direction = match direction {
        Direction::FromValue => quote!(::ocaml::private::Received),
        Direction::IntoValue => quote!(::ocaml::private::Given),
    };
    let (ident, lints) = (&definition.ident, &definition.lints);
    let name = ident.unraw().to_string();
    let (lifetimes, parameters) = parameters(&definition.generics);
    let (_, arguments, _) = definition.generics.split_for_impl();
    let predicates = definition.predicates();
    let described = described(definition);
    let bounds = described
        .iter()
        .map(|parameter| quote!(#parameter: ::ocaml::Describe<#direction>));
    let types = described
        .iter()
        .map(|parameter| quote!(&<#parameter as ::ocaml::Describe<#direction>>::TYPE));
    let shape = shape(definition, &direction);
    let (place, doc, count) = (place(ident.span()), &definition.doc, described.len() as u32);
    let known = match instance(definition, &described) {
        Some(arguments) => quote!(<#ident<#(#arguments),*> as ::ocaml::Describe<#direction>>::SHAPE),
        None => quote!(::ocaml::private::interface::Shape::Opaque),
    };
    if let Some(path) = &definition.elsewhere {
        return quote! {
            #[automatically_derived]
            #(#lints)*
            unsafe impl<#(#lifetimes,)* #(#parameters),*> ::ocaml::Describe<#direction> for #ident #arguments
            where
                #(#bounds,)*
                #(#predicates,)*
            {
                const TYPE: ::ocaml::Type = ::ocaml::Type::named(#path, &[#(#types),*]);
            }
        };
    }
    let descriptor = descriptor(
        quote!(Definition),
        quote! {
            ::ocaml::private::interface::Definition {
                name: #name,
                place: #place,
                direction: <#direction as ::ocaml::private::Direction>::WAY,
                parameters: #count,
                shape: #known,
                doc: #doc,
            }
        },
    );
    quote! {
        const _: () = {
            #[allow(unused_imports)]
            use ::ocaml::private::Undescribed as _;

            #[automatically_derived]
            #(#lints)*
            unsafe impl<#(#lifetimes,)* #(#parameters),*> ::ocaml::Describe<#direction> for #ident #arguments
            where
                #(#bounds,)*
                #(#predicates,)*
            {
                const TYPE: ::ocaml::Type = ::ocaml::Type::Derived {
                    module: ::core::module_path!(),
                    name: #name,
                    arguments: &[#(#types),*],
                    guard: ocaml_guard,
                };
                const SHAPE: ::ocaml::private::interface::Shape = #shape;
            }

            #descriptor
        };
    }
}

/// The type parameters that OCaml's type has too: those that stand in fields.
fn described(definition: &Definition) -> Vec<Ident> {
    let needed: Vec<String> = definition
        .bounds(&TokenStream::new())
        .iter()
        .map(ToString::to_string)
        .collect();
    let is_needed = |parameter: &&TypeParam| {
        needed
            .iter()
            .any(|bound| bound.split_whitespace().next() == Some(&parameter.ident.to_string()) && !bound.contains("::"))
    };
    definition
        .generics
        .type_params()
        .filter(is_needed)
        .map(|parameter| parameter.ident.clone())
        .collect()
}

/// The arguments with which a generic type is described; none if they may not fit.
fn instance(definition: &Definition, described: &[Ident]) -> Option<Vec<TokenStream>> {
    let generics = &definition.generics;
    let mut predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    if !predicates.all(|predicate| holds(predicate, generics)) {
        return None;
    }
    let projected = definition.bounds(&TokenStream::new()).len() != described.len();
    if projected {
        return None;
    }
    generics
        .params
        .iter()
        .map(|parameter| match parameter {
            GenericParam::Lifetime(_) => Some(quote!('static)),
            GenericParam::Const(parameter) => is_integer(&parameter.ty).then(|| quote!(0)),
            GenericParam::Type(parameter) => {
                let known = parameter.bounds.iter().all(is_known);
                let index = described.iter().position(|ident| *ident == parameter.ident);
                let index = index.unwrap_or(described.len()) as u32;
                known.then(|| quote!(::ocaml::private::Parameter<#index>))
            }
        })
        .collect()
}

/// Whether a predicate is known to hold for `Parameter`: it bounds a type parameter by itself, or lifetimes.
fn holds(predicate: &WherePredicate, generics: &Generics) -> bool {
    match predicate {
        WherePredicate::Lifetime(_) => true,
        WherePredicate::Type(PredicateType {
            bounded_ty: Type::Path(ty),
            bounds,
            ..
        }) => {
            generics
                .type_params()
                .any(|parameter| ty.path.is_ident(&parameter.ident))
                && bounds.iter().all(is_known)
        }
        _ => false,
    }
}

fn is_integer(ty: &Type) -> bool {
    let integers = ["u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize"];
    matches!(ty, Type::Path(path) if integers.iter().any(|name| path.path.is_ident(name)))
}

fn is_known(bound: &TypeParamBound) -> bool {
    match bound {
        TypeParamBound::Lifetime(_) => true,
        TypeParamBound::Trait(bound) => bound
            .path
            .segments
            .last()
            .is_some_and(|last| KNOWN.iter().any(|name| last.ident == name) && !has_type_argument(&last.arguments)),
        _ => false,
    }
}

/// Whether a trait is one of other types, such as `PartialEq<str>`.
fn has_type_argument(arguments: &syn::PathArguments) -> bool {
    match arguments {
        syn::PathArguments::AngleBracketed(arguments) => {
            let lifetimes = |argument: &syn::GenericArgument| matches!(argument, syn::GenericArgument::Lifetime(_));
            !arguments.args.iter().all(lifetimes)
        }
        syn::PathArguments::None => false,
        syn::PathArguments::Parenthesized(_) => true,
    }
}

fn shape(definition: &Definition, direction: &TokenStream) -> TokenStream {
    let shape = quote!(::ocaml::private::interface::Shape);
    match &definition.shape {
        super::Shape::Unit(_) => quote!(#shape::Alias(::ocaml::Type::named("unit", &[]))),
        Shape::Transparent(fields) => transparent(fields, direction),
        Shape::Record(all) => {
            let fields = self::fields(all, direction);
            quote!(#shape::Record { fields: #fields, unboxed: false })
        }
        Shape::Tuple(fields) => {
            let types = fields.ocaml().map(|field| ty(field, direction));
            quote!(#shape::Alias(::ocaml::Type::Tuple(&[#(&#types),*])))
        }
        Shape::Variant(all) => {
            let constructors = constructors(all, direction);
            quote!(#shape::Variant { constructors: #constructors, unboxed: false })
        }
        Shape::PolyVariant(all) => {
            let constructors = constructors(all, direction);
            quote!(#shape::PolyVariant(#constructors))
        }
    }
}

fn transparent(all: &Fields, direction: &TokenStream) -> TokenStream {
    let shape = quote!(::ocaml::private::interface::Shape);
    let fields = fields(all, direction);
    match (&all.constructor, all.ocaml().next()) {
        (Some(name), _) => quote! {
            #shape::Variant {
                constructors: &[::ocaml::private::interface::Constructor { name: #name, fields: #fields, doc: "" }],
                unboxed: true,
            }
        },
        (None, Some(field)) if field.name.is_empty() => {
            let ty = ty(field, direction);
            quote!(#shape::Alias(#ty))
        }
        (None, _) => quote!(#shape::Record { fields: #fields, unboxed: true }),
    }
}

fn constructors(all: &[Constructor], direction: &TokenStream) -> TokenStream {
    let constructors = all
        .iter()
        .filter(|constructor| !matches!(constructor.tag, Tag::Skipped))
        .map(|constructor| {
            let (name, doc) = (&constructor.name, &constructor.doc);
            let fields = fields(&constructor.fields, direction);
            quote!(::ocaml::private::interface::Constructor { name: #name, fields: #fields, doc: #doc })
        });
    quote!(&[#(#constructors),*])
}

pub fn fields(fields: &Fields, direction: &TokenStream) -> TokenStream {
    let fields = fields.ocaml().map(|field| {
        let (name, mutable, doc) = (&field.name, field.mutable.is_some(), &field.doc);
        let ty = ty(field, direction);
        quote!(::ocaml::private::interface::Field { name: #name, ty: #ty, mutable: #mutable, doc: #doc })
    });
    quote!(&[#(#fields),*])
}

fn ty(field: &Field, direction: &TokenStream) -> TokenStream {
    if let Some(text) = &field.text {
        return quote!(::ocaml::Type::Text(#text));
    }
    let ty = field.ty.to_token_stream();
    quote!(::ocaml::private::Probe::<#direction, #ty>::TYPE)
}
