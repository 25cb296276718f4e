//! The generics of the impls: parameters and arguments, lifetimes tied to the heap.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{GenericParam, Generics, Lifetime};

use super::Definition;
use crate::lifetimes::replaced;

/// The lifetime of the heap borrow in the impls; no user would pick it.
pub fn gc() -> Lifetime {
    Lifetime::new("'ocaml_gc", proc_macro2::Span::mixed_site())
}

/// The tokens with every lifetime but `'static` replaced by the heap's.
pub fn tied(tokens: impl ToTokens) -> TokenStream {
    replaced(tokens.into_token_stream(), &gc())
}

impl Definition {
    /// The user's own `where` predicates.
    pub fn predicates(&self) -> impl Iterator<Item = TokenStream> {
        let clause = self.generics.where_clause.iter();
        clause.flat_map(|clause| clause.predicates.iter().map(ToTokens::to_token_stream))
    }
}

/// The parameters without defaults and attributes of ours: first the lifetimes, then the others.
pub fn parameters(generics: &Generics) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (mut lifetimes, mut others) = (Vec::new(), Vec::new());
    for mut parameter in generics.params.clone() {
        match &mut parameter {
            GenericParam::Lifetime(_) => {}
            GenericParam::Type(parameter) => {
                parameter.attrs.retain(|attribute| !attribute.path().is_ident("ocaml"));
                (parameter.eq_token, parameter.default) = (None, None);
            }
            GenericParam::Const(parameter) => (parameter.eq_token, parameter.default) = (None, None),
        }
        match parameter {
            GenericParam::Lifetime(_) => lifetimes.push(parameter.into_token_stream()),
            _ => others.push(parameter.into_token_stream()),
        }
    }
    (lifetimes, others)
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
