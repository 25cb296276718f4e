//! The bounds of the impls, where they are needed: `T: FromValue` for a `T` inside of a field, `T::Item: FromValue` for
//! a `T::Item`, nothing for what is skipped or `#[ocaml(no_bound)]`.
//!
//! Not one for each field's type: a recursive type would need itself.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::visit::{self, Visit};
use syn::{Macro, Type, TypePath};

use super::generics::gc;
use super::{Definition, Source};

impl Definition {
    /// What the fields that OCaml has need.
    pub fn bounds(&self, implemented: &TokenStream) -> Vec<TokenStream> {
        let gc = gc();
        let mut found = Found {
            parameters: self
                .generics
                .type_params()
                .map(|parameter| &parameter.ident)
                .filter(|parameter| !self.unbound.contains(parameter))
                .collect(),
            types: Vec::new(),
        };
        for field in self.fields().filter(|field| field.is_ocaml()) {
            found.visit_type(&field.ty);
        }
        let types = found.types;
        types.into_iter().map(|ty| quote!(#ty: #implemented<#gc>)).collect()
    }

    /// What the fields that are filled with `Default` need.
    pub fn default_bounds(&self) -> Vec<TokenStream> {
        self.fields()
            .filter(|field| matches!(field.source, Source::Default) && self.is_generic(&field.ty))
            .map(|field| {
                let ty = &field.ty;
                quote!(#ty: ::core::default::Default)
            })
            .collect()
    }

    /// Whether a type mentions a type parameter.
    pub fn is_generic(&self, ty: &Type) -> bool {
        self.generics
            .type_params()
            .any(|parameter| mentions(ty.to_token_stream(), &parameter.ident))
    }

    /// Whether a type is a type parameter, or one that belongs to it.
    pub fn is_parameter(&self, ty: &Type) -> bool {
        matches!(bare(ty), Type::Path(path) if path.qself.is_some() || self
            .generics
            .type_params()
            .any(|parameter| starts_with(path, &parameter.ident)))
    }
}

/// The types that need a bound, in the order in which they stand.
struct Found<'a> {
    parameters: Vec<&'a Ident>,
    types: Vec<TokenStream>,
}

impl Found<'_> {
    fn add(&mut self, ty: impl ToTokens) {
        let ty = ty.into_token_stream();
        if !self.types.iter().any(|known| known.to_string() == ty.to_string()) {
            self.types.push(ty);
        }
    }
}

impl<'ast> Visit<'ast> for Found<'_> {
    fn visit_type_path(&mut self, path: &'ast TypePath) {
        let is_mentioned = |parameter: &&Ident| mentions(path.to_token_stream(), parameter);
        let belongs_to_parameter = match path.qself {
            Some(_) => self.parameters.iter().any(is_mentioned),
            None => self.parameters.iter().any(|parameter| starts_with(path, parameter)),
        };
        if belongs_to_parameter {
            self.add(path);
        } else if path.path.segments.last().is_none_or(|last| last.ident != "PhantomData") {
            visit::visit_type_path(self, path);
        }
    }

    /// What a macro makes of a parameter is not known.
    fn visit_macro(&mut self, made: &'ast Macro) {
        for parameter in self.parameters.clone() {
            if mentions(made.tokens.clone(), parameter) {
                self.add(parameter);
            }
        }
    }
}

/// The type without parentheses, also those that the compiler puts around what a macro by example inserts.
pub fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        ty => ty,
    }
}

/// Whether the path is `T` or `T::…`.
fn starts_with(path: &TypePath, parameter: &Ident) -> bool {
    path.qself.is_none()
        && path.path.leading_colon.is_none()
        && path
            .path
            .segments
            .first()
            .is_some_and(|first| first.ident == *parameter)
}

fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::check;
    use crate::errors::Errors;

    fn bounds(item: TokenStream) -> Vec<String> {
        let mut errors = Errors::default();
        let definition = check::definition(syn::parse2(item).unwrap(), &mut errors).unwrap();
        assert!(errors.messages().is_empty());
        let bounds = definition.bounds(&quote!(Trait)).into_iter();
        bounds
            .chain(definition.default_bounds())
            .map(|bound| bound.to_string().replace(" < 'ocaml_gc >", "").replace(' ', ""))
            .collect()
    }

    #[test]
    fn parameters_inside_of_fields() {
        assert_eq!(
            bounds(quote! {
                struct S<'a, A, B, C, const N: usize> {
                    a: Vec<(A, &'a str)>,
                    b: Option<Box<S<'a, B, A, u8, N>>>,
                    c: PhantomData<C>,
                    d: other::C,
                }
            }),
            ["A:Trait", "B:Trait"]
        );
        assert_eq!(
            bounds(quote! {
                enum E<A, #[ocaml(no_bound)] B> {
                    One(PhantomData<A>, Pointer<B>),
                    #[ocaml(skip)]
                    Two(A),
                }
            }),
            [""; 0]
        );
    }

    #[test]
    fn types_that_belong_to_parameters() {
        assert_eq!(
            bounds(quote! {
                struct S<I: Iterator, J> {
                    item: Vec<I::Item>,
                    again: I::Item,
                    projected: <J as Iterator>::Item,
                    made: made_of![J],
                }
            }),
            ["I::Item:Trait", "<JasIterator>::Item:Trait", "J:Trait"]
        );
    }

    #[test]
    fn what_is_filled_with_default() {
        assert_eq!(
            bounds(quote! {
                struct S<A, B> {
                    #[ocaml(skip)]
                    a: Option<A>,
                    #[ocaml(skip, default = "make")]
                    b: B,
                    #[ocaml(skip)]
                    c: u8,
                }
            }),
            ["Option<A>:::core::default::Default"]
        );
    }
}
