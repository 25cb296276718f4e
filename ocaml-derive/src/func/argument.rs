//! What stands in `#[ocaml(…)]` on an argument.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Pat, Token, Type};

use super::Argument;
use super::options::Item;
use crate::derive::{bare, value_flaw};
use crate::errors::Errors;
use crate::names::nearest;

const KNOWN: &[&str] = &["label", "optional", "type"];
const HELP: &str =
    "the attributes of arguments are `label`, `label = \"name\"`, `optional`, `optional = \"name\"` and `type = \"…\"`";

/// How an argument looks in OCaml, as far as the user says it.
#[derive(Default)]
pub struct ArgumentOptions {
    /// The word that gives it a label, and the label.
    pub label: Option<(Ident, String)>,
    pub optional: bool,
    /// The OCaml type, without `option` for an optional argument.
    pub text: Option<String>,
}

/// Takes our attributes away.
pub fn strip(attributes: &mut Vec<Attribute>) -> Vec<Attribute> {
    let (ours, others) = std::mem::take(attributes)
        .into_iter()
        .partition(|attribute| attribute.path().is_ident("ocaml"));
    *attributes = others;
    ours
}

impl ArgumentOptions {
    pub fn parse(attributes: &[Attribute], pattern: &Pat, ty: &Type, errors: &mut Errors) -> ArgumentOptions {
        let mut options = ArgumentOptions::default();
        for attribute in attributes {
            match attribute.parse_args_with(Punctuated::<Item, Token![,]>::parse_terminated) {
                Ok(items) => items.into_iter().for_each(|item| options.add(item, pattern, errors)),
                Err(error) => errors.push(error),
            }
        }
        if options.optional && !is_option(ty) {
            errors.at(
                ty,
                "an optional argument is an `Option`: OCaml passes `None` for one that is left out",
                "write `Option<…>`, or `label` in place of `optional`",
            );
        }
        options
    }

    fn add(&mut self, Item { word, text }: Item, pattern: &Pat, errors: &mut Errors) {
        match (word.to_string().as_str(), text) {
            ("label" | "optional", _) if self.label.is_some() => {
                errors.at(&word, "an argument has one label", "remove one of them");
            }
            (kind @ ("label" | "optional"), text) => {
                let Some(label) = label(&word, text, pattern, errors) else {
                    return;
                };
                self.optional = kind == "optional";
                self.label = Some((word, label));
            }
            ("type", Some(_)) if self.text.is_some() => {
                errors.at(&word, "`type` is given a second time", "remove one of them");
            }
            ("type", Some(text)) => self.text = Some(text.value()),
            ("type", None) => errors.at(&word, "`type` needs an OCaml type", "`type = \"int list\"`"),
            (other, _) => {
                let problem = match nearest(other, KNOWN) {
                    Some(near) => format!("unknown attribute `{other}`; did you mean `{near}`?"),
                    None => format!("unknown attribute `{other}`"),
                };
                errors.at(&word, problem, HELP);
            }
        }
    }
}

/// The label: what is written, or the name of the argument.
fn label(word: &Ident, text: Option<LitStr>, pattern: &Pat, errors: &mut Errors) -> Option<String> {
    match (text, pattern) {
        (Some(text), _) => {
            let label = text.value();
            if let Some(flaw) = value_flaw(&label) {
                errors.at(
                    &text,
                    format!("`{label}` {flaw}"),
                    "use letters, digits and `_`, a small letter first, and no keyword",
                );
            }
            Some(label)
        }
        (None, Pat::Ident(pattern)) => Some(syn::ext::IdentExt::unraw(&pattern.ident).to_string()),
        (None, _) => {
            errors.at(
                word,
                "this argument has no name that could be its label",
                format!("write `{word} = \"name\"`"),
            );
            None
        }
    }
}

fn is_option(ty: &Type) -> bool {
    matches!(bare(ty), Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Option"))
}

/// OCaml knows that an optional argument is left out when one without a label is passed.
pub fn optional_are_followed(arguments: &[Argument], errors: &mut Errors) {
    let last = arguments.iter().rposition(|argument| argument.options.label.is_none());
    for (index, argument) in arguments.iter().enumerate() {
        match &argument.options.label {
            Some((word, _)) if argument.options.optional && last.is_none_or(|last| last < index) => errors.at(
                word,
                "no argument without a label follows, so OCaml could not know that this one is left out",
                "add one behind it, such as `_unit: ()`",
            ),
            _ => {}
        }
    }
}
