//! The generics of the impls: bounds where they are needed, lifetimes tied to the heap.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Lifetime, Type};

use super::{Constructor, Definition, Field, Shape};
use crate::lifetimes::replaced;

/// The lifetime of the heap borrow in the impls; no user would pick it.
pub fn gc() -> Lifetime {
    Lifetime::new("'ocaml_gc", proc_macro2::Span::mixed_site())
}

impl Definition {
    pub fn fields(&self) -> Vec<&Field> {
        match &self.shape {
            Shape::Unit => Vec::new(),
            Shape::Transparent { field, .. } => vec![field],
            Shape::Record(fields) | Shape::Tuple(fields) => fields.iter().collect(),
            Shape::Variants(variants) => variants
                .iter()
                .filter_map(|variant| match &variant.constructor {
                    Constructor::Constant(_) => None,
                    Constructor::Block { fields, .. } => Some(fields),
                })
                .flatten()
                .collect(),
        }
    }

    /// Whether a type mentions a type parameter: OCaml never stores such a field flat, whatever the parameter is.
    pub fn is_generic(&self, ty: &Type) -> bool {
        self.generics
            .type_params()
            .any(|parameter| mentions(ty.to_token_stream(), &parameter.ident))
    }

    /// `Trait<'gc>` for each type parameter that stands in a field. (Not for each field: a recursive type would
    /// need itself.)
    pub fn bounds(&self, implemented: &TokenStream) -> Vec<TokenStream> {
        let gc = gc();
        let fields: Vec<TokenStream> = self.fields().iter().map(|field| field.ty.to_token_stream()).collect();
        self.generics
            .type_params()
            .map(|parameter| &parameter.ident)
            .filter(|parameter| fields.iter().any(|field| mentions(field.clone(), parameter)))
            .map(|parameter| quote!(#parameter: #implemented<#gc>))
            .collect()
    }

    /// The user's own `where` predicates.
    pub fn predicates(&self) -> Vec<TokenStream> {
        self.generics
            .where_clause
            .iter()
            .flat_map(|clause| clause.predicates.iter().map(ToTokens::to_token_stream))
            .collect()
    }
}

fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        _ => false,
    })
}

/// The generics without their lifetimes: the impl has one lifetime for all of them.
pub fn without_lifetimes(generics: &Generics) -> Vec<TokenStream> {
    generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => {
                let mut parameter = parameter.clone();
                parameter.default = None;
                Some(tied(parameter.to_token_stream()))
            }
            GenericParam::Const(parameter) => {
                let mut parameter = parameter.clone();
                parameter.default = None;
                Some(parameter.to_token_stream())
            }
        })
        .collect()
}

/// The arguments of the type, every lifetime the heap's.
pub fn tied_arguments(generics: &Generics) -> Vec<TokenStream> {
    generics
        .params
        .iter()
        .map(|parameter| match parameter {
            GenericParam::Lifetime(_) => gc().to_token_stream(),
            GenericParam::Type(parameter) => parameter.ident.to_token_stream(),
            GenericParam::Const(parameter) => parameter.ident.to_token_stream(),
        })
        .collect()
}

/// The tokens with every lifetime but `'static` replaced by the heap's.
pub fn tied(tokens: TokenStream) -> TokenStream {
    replaced(tokens, &gc())
}
