//! Replaces `self` and `Self`, which mean nothing outside of an impl block.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

/// The tokens with `self` replaced by a variable, and `Self` by a type.
pub fn without_self(tokens: TokenStream, this: &Ident, ty: &TokenStream) -> TokenStream {
    let mut result = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "self" => {
                let mut this = this.clone();
                this.set_span(this.span().located_at(ident.span()));
                this.to_tokens(&mut result);
            }
            TokenTree::Ident(ident) if ident == "Self" => {
                let span = ident.span();
                // `Self { … }` and `Self(…)` take a path, `Self::new` a type that may have arguments.
                match tokens.peek() {
                    Some(TokenTree::Punct(colon)) if colon.as_char() == ':' => {
                        quote_spanned!(span=> <#ty>).to_tokens(&mut result);
                    }
                    _ => ty.to_tokens(&mut result),
                }
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_self(group.stream(), this, ty));
                inner.set_span(group.span());
                result.extend([TokenTree::Group(inner)]);
            }
            token => result.extend([token]),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Ident, Span};
    use quote::quote;

    use super::without_self;

    #[test]
    fn self_is_found_everywhere() {
        let replaced = without_self(
            quote!({
                let Self { a } = self;
                println!("{}", self.b);
                Self::new(a)
            }),
            &Ident::new("this", Span::call_site()),
            &quote!(Counter),
        );
        let expected = quote!({
            let Counter { a } = this;
            println!("{}", this.b);
            <Counter>::new(a)
        });
        assert_eq!(replaced.to_string(), expected.to_string());
    }
}
