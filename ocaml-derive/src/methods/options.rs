//! The options of `#[ocaml::methods(…)]`, and those of a method: `#[ocaml(…)]`.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::Parser;
use syn::{Attribute, Ident, LitStr, Meta, Token};

use crate::errors::Errors;
use crate::func::options::Options;

/// `prefix = "name"`.
pub fn prefix(tokens: TokenStream, errors: &mut Errors) -> Option<String> {
    if tokens.is_empty() {
        return None;
    }
    let parser = |input: syn::parse::ParseStream| {
        let word: Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok((word, input.parse::<LitStr>()?))
    };
    match parser.parse2(tokens.clone()) {
        Ok((word, prefix)) if word == "prefix" => Some(prefix.value()),
        _ => {
            errors.at(
                tokens,
                "unknown option",
                "the option of `#[ocaml::methods]` is `prefix = \"name\"`",
            );
            // Anything, so that its absence is no mistake too.
            Some("prefix".to_owned())
        }
    }
}

/// What stands in `#[ocaml(…)]` on a method.
pub struct MethodOptions {
    pub skip: bool,
    pub func: Options,
}

impl MethodOptions {
    /// Takes our attributes away.
    pub fn parse(attributes: &mut Vec<Attribute>, errors: &mut Errors) -> MethodOptions {
        let mut options = TokenStream::new();
        let mut skip = false;
        attributes.retain(|attribute| {
            if !attribute.path().is_ident("ocaml") {
                return true;
            }
            match &attribute.meta {
                Meta::List(list) if is_word(&list.tokens, "skip") => skip = true,
                Meta::List(list) => {
                    options.extend(list.tokens.clone());
                    options.extend([TokenTree::Punct(proc_macro2::Punct::new(
                        ',',
                        proc_macro2::Spacing::Alone,
                    ))]);
                }
                meta => errors.at(
                    meta,
                    "`#[ocaml]` on a method needs options",
                    "`#[ocaml(name = \"symbol\")]`, `#[ocaml(skip)]`",
                ),
            }
            false
        });
        MethodOptions {
            skip,
            func: Options::parse(options, errors),
        }
    }
}

fn is_word(tokens: &TokenStream, word: &str) -> bool {
    tokens.to_string() == word
}
