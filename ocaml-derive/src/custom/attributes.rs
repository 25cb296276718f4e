//! What stands in `#[ocaml(…)]` on the type and on its fields.

use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, ExprPath, Ident, LitStr, Token};

use crate::errors::Errors;
use crate::names::nearest;

const ON_TYPE: &[&str] = &[
    "frozen",
    "local",
    "compare",
    "hash",
    "marshal",
    "drop_at_exit",
    "to_string",
    "debug",
    "heap_size",
    "name",
    "extern",
];
const ON_FIELD: &[&str] = &["get", "set"];

/// Options of the type.
#[derive(Default)]
pub struct TypeOptions {
    pub frozen: Option<Ident>,
    pub local: Option<Ident>,
    pub compare: Option<Ident>,
    pub hash: Option<Ident>,
    pub marshal: Option<Ident>,
    pub drop_at_exit: Option<Ident>,
    pub to_string: Option<Ident>,
    pub debug: Option<Ident>,
    pub heap_size: Option<ExprPath>,
    /// What the symbols begin with.
    pub name: Option<LitStr>,
    /// The OCaml type that it is, if that is defined elsewhere.
    pub elsewhere: Option<LitStr>,
}

/// Options of a field.
#[derive(Default)]
pub struct FieldOptions {
    pub get: Option<Ident>,
    pub set: Option<Ident>,
}

/// `word` or `word = "text"`.
struct Item {
    word: Ident,
    text: Option<LitStr>,
}

impl Parse for Item {
    fn parse(input: ParseStream) -> syn::Result<Item> {
        let word = input.call(Ident::parse_any)?;
        let text = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(Item { word, text })
    }
}

impl TypeOptions {
    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> TypeOptions {
        let mut options = TypeOptions::default();
        each(attributes, ON_TYPE, "a type", errors, |Item { word, text }, errors| {
            let slot = match (word.to_string().as_str(), text) {
                ("heap_size", Some(text)) => {
                    return again(options.heap_size.is_some(), &word, errors, || {
                        match text.parse() {
                            Ok(path) => options.heap_size = Some(path),
                            Err(_) => return Some("write `heap_size = \"Self::method\"`"),
                        }
                        None
                    });
                }
                ("name", Some(text)) => {
                    return again(options.name.is_some(), &word, errors, || {
                        options.name = Some(text);
                        None
                    });
                }
                ("extern", Some(text)) => {
                    return again(options.elsewhere.is_some(), &word, errors, || {
                        options.elsewhere = Some(text);
                        None
                    });
                }
                ("extern", None) => {
                    return errors.at(&word, "`extern` needs a type", "write `extern = \"My_lib.t\"`");
                }
                ("heap_size", None) => {
                    return errors.at(
                        &word,
                        "`heap_size` needs a function",
                        "write `heap_size = \"Self::method\"`",
                    );
                }
                ("name", None) => return errors.at(&word, "`name` needs a text", "write `name = \"prefix\"`"),
                (_, Some(text)) => {
                    return errors.at(text, format!("`{word}` takes no text"), format!("write `{word}`"));
                }
                ("frozen", None) => &mut options.frozen,
                ("local", None) => &mut options.local,
                ("compare", None) => &mut options.compare,
                ("hash", None) => &mut options.hash,
                ("marshal", None) => &mut options.marshal,
                ("drop_at_exit", None) => &mut options.drop_at_exit,
                ("to_string", None) => &mut options.to_string,
                _ => &mut options.debug,
            };
            fill(slot, word, errors);
        });
        options
    }
}

impl FieldOptions {
    pub fn parse(attributes: &[Attribute], errors: &mut Errors) -> FieldOptions {
        let mut options = FieldOptions::default();
        each(
            attributes,
            ON_FIELD,
            "a field",
            errors,
            |Item { word, text }, errors| {
                if let Some(text) = text {
                    errors.at(text, format!("`{word}` takes no text"), format!("write `{word}`"));
                }
                let slot = if word == "get" {
                    &mut options.get
                } else {
                    &mut options.set
                };
                fill(slot, word, errors);
            },
        );
        options
    }
}

/// Each known item.
fn each(
    attributes: &[Attribute],
    known: &[&str],
    place: &str,
    errors: &mut Errors,
    mut add: impl FnMut(Item, &mut Errors),
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("ocaml")) {
        let items = match attribute.parse_args_with(Punctuated::<Item, Token![,]>::parse_terminated) {
            Ok(items) => items,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        for item in items {
            let word = item.word.to_string();
            if known.contains(&word.as_str()) {
                add(item, errors);
                continue;
            }
            let problem = match nearest(&word, known) {
                Some(near) => format!("unknown attribute `{word}`; did you mean `{near}`?"),
                None => format!("unknown attribute `{word}`"),
            };
            let help = format!("the attributes of {place} are `{}`", known.join("`, `"));
            errors.at(&item.word, problem, help);
        }
    }
}

fn fill(slot: &mut Option<Ident>, word: Ident, errors: &mut Errors) {
    if slot.is_some() {
        second(&word, errors);
    }
    *slot = Some(word);
}

fn again(given: bool, word: &Ident, errors: &mut Errors, set: impl FnOnce() -> Option<&'static str>) {
    if given {
        second(word, errors);
    }
    if let Some(help) = set() {
        errors.at(word, format!("`{word}` is not written like this"), help);
    }
}

fn second(word: &Ident, errors: &mut Errors) {
    errors.at(word, format!("`{word}` is given a second time"), "remove one of them");
}
