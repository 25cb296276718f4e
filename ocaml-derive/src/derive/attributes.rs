//! What stands in `#[ocaml(…)]` on a type, a constructor or a field.

use proc_macro2::{Group, Ident};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, ExprPath, Lit, LitStr, Token};

use crate::errors::Errors;
use crate::names::nearest;

/// What an attribute stands on.
#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    Type,
    /// The type of an exception, which has other attributes.
    Exception,
    Parameter,
    Constructor,
    Field,
}

use Place::{Constructor, Exception, Field, Parameter, Type};

/// Each attribute, where it may stand, and how it is written.
const KNOWN: &[(&str, &[Place], &str)] = &[
    ("unboxed", &[Type], "unboxed"),
    ("polymorphic_variant", &[Type], "polymorphic_variant"),
    ("rename_all", &[Type, Exception], "rename_all = \"snake_case\""),
    ("extern", &[Type], "extern = \"Zarith.Z.t\""),
    ("no_bound", &[Parameter], "no_bound"),
    ("rename", &[Constructor, Field, Exception], "rename = \"name\""),
    ("module", &[Exception], "module = \"My_lib\""),
    ("no_from", &[Exception], "no_from"),
    ("skip", &[Constructor, Field], "skip"),
    ("mutable", &[Field], "mutable"),
    ("type", &[Field], "type = \"int list\""),
    ("default", &[Field], "default = \"path::to::function\""),
];

/// The attributes found.
#[derive(Default)]
pub struct Attributes {
    pub unboxed: Option<Ident>,
    pub polymorphic_variant: Option<Ident>,
    pub rename_all: Option<LitStr>,
    pub r#extern: Option<LitStr>,
    pub no_bound: Option<Ident>,
    pub rename: Option<LitStr>,
    pub module: Option<LitStr>,
    pub no_from: Option<Ident>,
    pub skip: Option<Ident>,
    pub mutable: Option<Ident>,
    pub r#type: Option<LitStr>,
    /// With the function, if one is named.
    pub default: Option<(Ident, Option<ExprPath>)>,
}

/// What stands behind an attribute's name.
enum Content {
    Nothing,
    Text(LitStr),
    Path(ExprPath),
    Other,
}

/// `name`, `name = …` or `name(…)`.
struct Item {
    name: Ident,
    content: Content,
}

impl Parse for Item {
    fn parse(input: ParseStream) -> syn::Result<Item> {
        // Keywords too, so that they can be reported as unknown attributes.
        let name = input.call(Ident::parse_any)?;
        let content = if input.parse::<Option<Token![=]>>()?.is_some() {
            match input.parse()? {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(text), ..
                }) => Content::Text(text),
                Expr::Path(path) => Content::Path(path),
                _ => Content::Other,
            }
        } else if input.parse::<Option<Group>>()?.is_some() {
            Content::Other
        } else {
            Content::Nothing
        };
        Ok(Item { name, content })
    }
}

impl Attributes {
    pub fn parse(place: Place, attributes: &[Attribute], errors: &mut Errors) -> Attributes {
        let mut found = Attributes::default();
        for item in items(attributes, errors) {
            let name = item.name.to_string();
            match KNOWN.iter().find(|(known, ..)| *known == name) {
                Some((_, places, spelling)) if places.contains(&place) => found.add(item, spelling, errors),
                Some((_, places, _)) => errors.at(
                    &item.name,
                    format!(
                        "`{name}` is an attribute of {}, not of {}",
                        plural(places),
                        plural(&[place])
                    ),
                    match place {
                        Type => "put it on the one that it is meant for",
                        Exception | Parameter | Constructor | Field => "remove it here",
                    },
                ),
                None => unknown(&item.name, place, errors),
            }
        }
        found
    }

    fn add(&mut self, Item { name: ident, content }: Item, spelling: &str, errors: &mut Errors) {
        let name = ident.to_string();
        let word = ident.clone();
        let again = match (name.as_str(), content) {
            ("unboxed", Content::Nothing) => self.unboxed.replace(word).is_some(),
            ("polymorphic_variant", Content::Nothing) => self.polymorphic_variant.replace(word).is_some(),
            ("rename_all", Content::Text(text)) => self.rename_all.replace(text).is_some(),
            ("extern", Content::Text(text)) => self.r#extern.replace(text).is_some(),
            ("type", Content::Text(text)) => self.r#type.replace(text).is_some(),
            ("no_bound", Content::Nothing) => self.no_bound.replace(word).is_some(),
            ("rename", Content::Text(text)) => self.rename.replace(text).is_some(),
            ("module", Content::Text(text)) => self.module.replace(text).is_some(),
            ("no_from", Content::Nothing) => self.no_from.replace(word).is_some(),
            ("skip", Content::Nothing) => self.skip.replace(word).is_some(),
            ("mutable", Content::Nothing) => self.mutable.replace(word).is_some(),
            ("default", Content::Nothing) => self.default.replace((word, None)).is_some(),
            ("default", Content::Path(path)) => self.default.replace((word, Some(path))).is_some(),
            ("default", Content::Text(text)) => match text.parse() {
                Ok(path) => self.default.replace((word, Some(path))).is_some(),
                Err(_) => {
                    let problem = format!("\"{}\" is not the path of a function", text.value());
                    errors.at(&text, problem, format!("write `{spelling}`"));
                    false
                }
            },
            (_, content) => {
                let problem = match content {
                    Content::Nothing => format!("`{name}` needs a text"),
                    _ if spelling == name => format!("`{name}` takes no value"),
                    _ => format!("`{name}` is not written like this"),
                };
                errors.at(&ident, problem, format!("write `{spelling}`"));
                false
            }
        };
        if again {
            let problem = format!("`{name}` is given a second time");
            errors.at(&ident, problem, "remove one of them");
        }
    }
}

fn plural(places: &[Place]) -> String {
    let words = places.iter().map(|place| match place {
        Type => "types",
        Exception => "exceptions",
        Parameter => "type parameters",
        Constructor => "constructors",
        Field => "fields",
    });
    words.collect::<Vec<_>>().join(" and ")
}

fn unknown(name: &Ident, place: Place, errors: &mut Errors) {
    let here: Vec<&str> = KNOWN
        .iter()
        .filter(|(_, places, _)| places.contains(&place))
        .map(|(name, ..)| *name)
        .collect();
    let problem = match nearest(&name.to_string(), &here) {
        Some(near) => format!("unknown attribute `{name}`; did you mean `{near}`?"),
        None => format!("unknown attribute `{name}`"),
    };
    let help = format!("the attributes of {} are `{}`", plural(&[place]), here.join("`, `"));
    errors.at(name, problem, help);
}

/// What stands inside of `#[ocaml(…)]`.
fn items(attributes: &[Attribute], errors: &mut Errors) -> Vec<Item> {
    let mut items = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("ocaml")) {
        match attribute.parse_args_with(Punctuated::<Item, Token![,]>::parse_terminated) {
            Ok(inside) => items.extend(inside),
            Err(error) => errors.push(error),
        }
    }
    items
}
