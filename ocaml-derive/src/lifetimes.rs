//! Replaces lifetimes: generated code stands outside of the item that declares them.

use proc_macro2::{Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Lifetime;

/// The tokens with every lifetime replaced but `'static` and those that stand after `for`.
pub fn replaced(tokens: TokenStream, by: &Lifetime) -> TokenStream {
    let mut kept = vec!["static".to_owned()];
    declared(tokens.clone(), &mut kept);
    replaced_but(tokens, by, &kept)
}

fn replaced_but(tokens: TokenStream, by: &Lifetime, kept: &[String]) -> TokenStream {
    let mut result = TokenStream::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(quote) if is_quote(&quote) => match tokens.next() {
                Some(TokenTree::Ident(name)) if !kept.contains(&name.to_string()) => {
                    let mut by = by.clone();
                    by.set_span(name.span());
                    by.to_tokens(&mut result);
                }
                name => {
                    result.extend([TokenTree::Punct(Punct::new('\'', Spacing::Joint))]);
                    result.extend(name);
                }
            },
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replaced_but(group.stream(), by, kept));
                inner.set_span(group.span());
                result.extend([TokenTree::Group(inner)]);
            }
            token => result.extend([token]),
        }
    }
    result
}

/// A type with `'static` for the lifetimes that its references leave out, as in the type of a constant.
pub fn elided_are_static(ty: TokenStream) -> TokenStream {
    let mut result = TokenStream::new();
    let mut tokens = ty.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), elided_are_static(group.stream()));
                inner.set_span(group.span());
                result.extend([TokenTree::Group(inner)]);
            }
            TokenTree::Punct(reference) if reference.as_char() == '&' => {
                let has_lifetime = matches!(tokens.peek(), Some(TokenTree::Punct(quote)) if is_quote(quote));
                // Alone: of `&&` the second is a reference of its own.
                let mut alone = Punct::new('&', Spacing::Alone);
                alone.set_span(reference.span());
                result.extend([TokenTree::Punct(alone)]);
                if !has_lifetime {
                    Lifetime::new("'static", reference.span()).to_tokens(&mut result);
                }
            }
            token => result.extend([token]),
        }
    }
    result
}

fn is_quote(punct: &Punct) -> bool {
    punct.as_char() == '\'' && punct.spacing() == Spacing::Joint
}

/// The lifetimes that the tokens declare themselves: `for<'a, 'b>`.
fn declared(tokens: TokenStream, found: &mut Vec<String>) {
    let mut in_for = false;
    let mut before: Option<TokenTree> = None;
    for token in tokens {
        match (&before, &token) {
            (Some(TokenTree::Ident(word)), TokenTree::Punct(open)) if word == "for" => in_for = open.as_char() == '<',
            (_, TokenTree::Punct(close)) if close.as_char() == '>' => in_for = false,
            (Some(TokenTree::Punct(quote)), TokenTree::Ident(name)) if in_for && is_quote(quote) => {
                found.push(Ident::to_string(name));
            }
            (_, TokenTree::Group(group)) => declared(group.stream(), found),
            _ => {}
        }
        before = Some(token);
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;
    use syn::parse_quote;

    use super::*;

    #[test]
    fn references_of_constants_are_static() {
        let ty = elided_are_static(quote!((&str, &'static [&&u8], Option<&'a str>)));
        let expected = quote!((&'static str, &'static [&'static &'static u8], Option<&'a str>));
        assert_eq!(ty.to_string().replace(' ', ""), expected.to_string().replace(' ', ""));
    }

    #[test]
    fn only_lifetimes_from_outside_are_replaced() {
        let replaced = replaced(
            quote!(Pair<'a, &'b str, &'static str, fn(&'a u8)>, F: for<'c> Fn(&'c str, &'a u8) -> &'c u8),
            &parse_quote!('x),
        );
        let expected = quote!(Pair<'x, &'x str, &'static str, fn(&'x u8)>, F: for<'c> Fn(&'c str, &'x u8) -> &'c u8);
        assert_eq!(replaced.to_string(), expected.to_string());
    }
}
