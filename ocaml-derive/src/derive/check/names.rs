//! The names that fields and constructors have in OCaml.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::LitStr;
use syn::ext::IdentExt;

use crate::derive::rename::Convention;
use crate::errors::Errors;
use crate::names::nearest;

/// What is named.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Constructor,
    Exception,
    /// Of a polymorphic variant.
    Tag,
    Field,
}

/// The names given so far in one type or constructor.
pub struct Names<'a> {
    kind: Kind,
    owner: String,
    rename_all: Option<(Convention, &'a LitStr)>,
    given: Vec<String>,
}

impl<'a> Names<'a> {
    pub fn new(kind: Kind, owner: &str, rename_all: Option<&'a LitStr>, errors: &mut Errors) -> Names<'a> {
        Names {
            kind,
            owner: owner.to_owned(),
            rename_all: rename_all.and_then(|text| Some((convention(text, errors)?, text))),
            given: Vec::new(),
        }
    }

    /// The OCaml name of `ident`.
    pub fn add(&mut self, ident: &Ident, rename: Option<&LitStr>, errors: &mut Errors) -> String {
        let rust = ident.unraw().to_string();
        let name = match (rename, self.rename_all) {
            (Some(rename), _) => rename.value(),
            (None, Some((convention, _))) => convention.apply(&rust),
            (None, None) => rust,
        };
        // What follows a convention for one name and not for another is reported once, where the convention stands.
        let flaw = flaw(self.kind, &name);
        match (flaw, rename, self.rename_all) {
            (Some(flaw), Some(rename), _) => errors.at(rename, format!("`{name}` {flaw}"), self.help()),
            (Some(flaw), None, Some((_, text))) => {
                errors.at(text, format!("`{name}` {flaw}"), self.help());
                self.rename_all = None;
            }
            _ => {}
        }
        if self.given.contains(&name) {
            let place = match rename {
                Some(rename) => rename.to_token_stream(),
                None => ident.to_token_stream(),
            };
            errors.at(
                place,
                format!("`{}` has two {} called `{name}`", self.owner, self.kind.plural()),
                "change one of the names",
            );
        }
        self.given.push(name.clone());
        name
    }

    fn help(&self) -> &'static str {
        match self.kind {
            Kind::Constructor | Kind::Exception => {
                "use letters, digits and `_`, and a capital letter first, as in `Not_found`"
            }
            Kind::Tag => "use letters, digits and `_`, a letter first and no backquote, and no keyword",
            Kind::Field => "use letters, digits and `_`, a small letter first, and no keyword",
        }
    }
}

impl Kind {
    fn plural(self) -> &'static str {
        match self {
            Kind::Constructor => "constructors",
            Kind::Exception => "exceptions",
            Kind::Tag => "tags",
            Kind::Field => "fields",
        }
    }
}

fn convention(text: &LitStr, errors: &mut Errors) -> Option<Convention> {
    let name = text.value();
    let convention = Convention::parse(&name);
    if convention.is_none() {
        let names = Convention::names();
        let problem = match nearest(&name, &names) {
            Some(near) => format!("unknown convention `{name}`; did you mean `{near}`?"),
            None => format!("unknown convention `{name}`"),
        };
        errors.at(text, problem, format!("the conventions are `{}`", names.join("`, `")));
    }
    convention
}

/// What keeps OCaml from using this name for a value or label, if something does.
pub fn value_flaw(name: &str) -> Option<&'static str> {
    let flaw = flaw(Kind::Field, name)?;
    Some(match flaw {
        "is not the name of a field in OCaml" => "is not the name of a value in OCaml",
        other => other,
    })
}

/// What keeps OCaml from using this name, if something does.
fn flaw(kind: Kind, name: &str) -> Option<&'static str> {
    let mut characters = name.chars();
    let first = characters.next().filter(|first| first.is_alphabetic() || *first == '_');
    let is_name = name != "_" && characters.all(|c| c.is_alphanumeric() || c == '_' || c == '\'');
    match (first, kind) {
        (Some(_), _) if KEYWORDS.contains(&name) => Some("is a keyword of OCaml"),
        (Some(first), Kind::Constructor | Kind::Exception) if is_name && !first.is_uppercase() => {
            Some("is not the name of a constructor in OCaml")
        }
        (Some(first), Kind::Field) if is_name && first.is_uppercase() => Some("is not the name of a field in OCaml"),
        (Some(_), _) if is_name => None,
        _ => Some("is not a name in OCaml"),
    }
}

/// The OCaml manual, section 11.1; `effect` from OCaml 5.3.
const KEYWORDS: &[&str] = &[
    "and",
    "as",
    "assert",
    "asr",
    "begin",
    "class",
    "constraint",
    "do",
    "done",
    "downto",
    "effect",
    "else",
    "end",
    "exception",
    "external",
    "false",
    "for",
    "fun",
    "function",
    "functor",
    "if",
    "in",
    "include",
    "inherit",
    "initializer",
    "land",
    "lazy",
    "let",
    "lor",
    "lsl",
    "lsr",
    "lxor",
    "match",
    "method",
    "mod",
    "module",
    "mutable",
    "new",
    "nonrec",
    "object",
    "of",
    "open",
    "or",
    "private",
    "rec",
    "sig",
    "struct",
    "then",
    "to",
    "true",
    "try",
    "type",
    "val",
    "virtual",
    "when",
    "while",
    "with",
];
