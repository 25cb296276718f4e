//! Replaces lifetimes: generated code stands outside of the item that declares them.

use proc_macro2::{Group, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Lifetime;

/// The tokens with every lifetime but `'static` replaced.
pub fn replaced(tokens: TokenStream, by: &Lifetime) -> TokenStream {
    let mut result = TokenStream::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(quote) if quote.as_char() == '\'' && quote.spacing() == Spacing::Joint => {
                match tokens.next() {
                    Some(TokenTree::Ident(name)) if name != "static" => {
                        let mut by = by.clone();
                        by.set_span(name.span());
                        by.to_tokens(&mut result);
                    }
                    name => {
                        result.extend([TokenTree::Punct(Punct::new('\'', Spacing::Joint))]);
                        result.extend(name);
                    }
                }
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replaced(group.stream(), by));
                inner.set_span(group.span());
                result.extend([TokenTree::Group(inner)]);
            }
            token => result.extend([token]),
        }
    }
    result
}
