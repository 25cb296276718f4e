//! The options of `#[ocaml::func(…)]`.

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{LitStr, Token};

use crate::errors::Errors;
use crate::names::nearest;

const OPTIONS: &[&str] = &["blocking", "name", "noalloc", "of", "rename", "type", "unboxed"];
const HELP: &str = "the options are `name = \"symbol\"`, `rename = \"name\"`, `of = \"Type\"`, `type = \"…\"`, `blocking`, \
                    `noalloc`, `unboxed`, and a name for the token";

/// What the user asked for.
#[derive(Default)]
pub struct Options {
    pub gc: Option<Ident>,
    pub name: Option<LitStr>,
    /// The name in OCaml.
    pub rename: Option<LitStr>,
    /// The type in whose OCaml module it is.
    pub of: Option<LitStr>,
    pub blocking: Option<Ident>,
    /// The OCaml type: `type = "…"`.
    pub ty: Option<LitStr>,
    pub noalloc: Option<Ident>,
    pub unboxed: Option<Ident>,
}

/// `word` or `word = "text"`.
pub struct Item {
    pub word: Ident,
    pub text: Option<LitStr>,
}

impl Parse for Item {
    fn parse(input: ParseStream) -> syn::Result<Item> {
        // `type` is a keyword.
        let word = input.call(Ident::parse_any)?;
        let text = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(Item { word, text })
    }
}

impl Options {
    pub fn parse(tokens: TokenStream, errors: &mut Errors) -> Options {
        let mut options = Options::default();
        match Punctuated::<Item, Token![,]>::parse_terminated.parse2(tokens) {
            Ok(items) => items.into_iter().for_each(|item| options.add(item, errors)),
            Err(error) => errors.push(error),
        }
        options
    }

    fn add(&mut self, Item { word, text }: Item, errors: &mut Errors) {
        let option = word.to_string();
        let again = match (option.as_str(), text) {
            ("name", Some(text)) => self.name.replace(text).is_some(),
            ("name", None) => {
                errors.at(&word, "`name` needs a symbol", "`name = \"symbol\"`");
                false
            }
            ("rename", Some(text)) => self.rename.replace(text).is_some(),
            ("rename", None) => {
                errors.at(&word, "`rename` needs a name", "`rename = \"name\"`");
                false
            }
            ("of", Some(text)) => self.of.replace(text).is_some(),
            ("of", None) => {
                errors.at(&word, "`of` needs a type", "`of = \"Counter\"`");
                false
            }
            ("type", Some(text)) => self.ty.replace(text).is_some(),
            ("type", None) => {
                errors.at(&word, "`type` needs an OCaml type", "`type = \"int -> 'a list -> 'a\"`");
                false
            }
            (other, Some(_)) => {
                let known = OPTIONS.contains(&other);
                let problem = if known {
                    format!("`{other}` takes no text")
                } else {
                    unknown(other)
                };
                errors.at(&word, problem, HELP);
                false
            }
            ("blocking", None) => self.blocking.replace(word.clone()).is_some(),
            ("noalloc", None) => self.noalloc.replace(word.clone()).is_some(),
            ("unboxed", None) => self.unboxed.replace(word.clone()).is_some(),
            (other, None) if nearest(other, OPTIONS).is_some() => {
                errors.at(&word, unknown(other), HELP);
                false
            }
            (_, None) => self.gc.replace(word.clone()).is_some(),
        };
        if again {
            errors.at(
                &word,
                format!("`{option}` is given a second time"),
                "remove one of them",
            );
        }
    }
}

fn unknown(option: &str) -> String {
    match nearest(option, OPTIONS) {
        Some(near) => format!("unknown option `{option}`; did you mean `{near}`?"),
        None => format!("unknown option `{option}`"),
    }
}
