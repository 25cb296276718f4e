//! Replaces `self` and `Self`, which mean nothing outside of an impl block.

use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};

/// The tokens with `self` replaced by a variable, and `Self` by a type.
pub fn without_self(tokens: TokenStream, this: &Ident, ty: &TokenStream) -> TokenStream {
    replaced(tokens, this, ty, false)
}

fn replaced(tokens: TokenStream, this: &Ident, ty: &TokenStream, in_macro: bool) -> TokenStream {
    let mut result = TokenStream::new();
    let mut after_bang = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_macro = std::mem::replace(&mut after_bang, is_bang(&token));
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
                let stream = replaced(group.stream(), this, ty, in_macro || is_macro);
                let mut inner = Group::new(group.delimiter(), stream);
                inner.set_span(group.span());
                result.extend([TokenTree::Group(inner)]);
            }
            TokenTree::Literal(literal) if in_macro => result.extend([TokenTree::Literal(format(literal, this))]),
            token => result.extend([token]),
        }
    }
    result
}

fn is_bang(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(bang) if bang.as_char() == '!')
}

/// A format string that has `self` among its arguments: `"{self}"`, `"{self:?}"`.
fn format(literal: Literal, this: &Ident) -> Literal {
    let text = literal.to_string();
    let rename = |part: &str| {
        let ends = ["}", ":"].iter();
        ends.fold(part.to_owned(), |part, end| {
            part.replace(&format!("{{self{end}"), &format!("{{{this}{end}"))
        })
    };
    // Two braces stand for one that means nothing.
    let renamed = text.split("{{").map(rename).collect::<Vec<_>>().join("{{");
    match renamed.parse::<Literal>() {
        Ok(mut renamed_literal) if renamed != text => {
            renamed_literal.set_span(literal.span());
            renamed_literal
        }
        _ => literal,
    }
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
                println!("{} {self:?} {{self}}", self.b);
                Self::new(a)
            }),
            &Ident::new("this", Span::call_site()),
            &quote!(Counter),
        );
        let expected = quote!({
            let Counter { a } = this;
            println!("{} {this:?} {{self}}", this.b);
            <Counter>::new(a)
        });
        assert_eq!(replaced.to_string(), expected.to_string());
    }
}
