//! Exceptions: a struct is one, an enum as many as it has variants.

use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Generics, LitStr, Variant};

use super::names::{Kind, Names};
use super::{Attributes, Place, fields, lints};
use crate::derive::{Exception, Exceptions};
use crate::describe::doc;
use crate::errors::Errors;

pub fn exceptions(input: DeriveInput, errors: &mut Errors) -> Exceptions {
    let attributes = Attributes::parse(Place::Exception, &input.attrs, errors);
    let name = input.ident.unraw().to_string();
    no_parameters(&input.generics, &name, errors);
    let mut names = Names::new(Kind::Exception, &name, attributes.rename_all.as_ref(), errors);
    let all = match &input.data {
        Data::Struct(data) => {
            let ocaml = names.add(&input.ident, attributes.rename.as_ref(), errors);
            vec![Exception {
                doc: doc(&input.attrs),
                span: input.ident.span(),
                fields: fields(None, &data.fields, &ocaml, None, errors),
                name: ocaml,
            }]
        }
        Data::Enum(data) => {
            if data.variants.is_empty() {
                errors.at(
                    &input.ident,
                    format!("`{name}` has no variant, so it is no exception"),
                    "add a variant",
                );
            }
            no_rename(attributes.rename.as_ref(), errors);
            let variants = data.variants.iter();
            variants
                .map(|variant| constructor(variant, &mut names, errors))
                .collect()
        }
        Data::Union(data) => {
            errors.at(
                data.union_token,
                "a union has no OCaml representation",
                "use an enum: each variant becomes an exception",
            );
            Vec::new()
        }
    };
    Exceptions {
        ident: input.ident,
        lints: lints(input.attrs),
        module: attributes.module.as_ref().map(|text| module(text, errors)),
        from: attributes.no_from.is_none(),
        all,
    }
}

fn constructor(variant: &Variant, names: &mut Names, errors: &mut Errors) -> Exception {
    let attributes = Attributes::parse(Place::Constructor, &variant.attrs, errors);
    if let Some(skip) = &attributes.skip {
        errors.at(
            skip,
            "every variant is an exception in OCaml, which makes it if need be",
            "remove `skip`",
        );
    }
    let name = names.add(&variant.ident, attributes.rename.as_ref(), errors);
    Exception {
        doc: doc(&variant.attrs),
        span: variant.ident.span(),
        fields: fields(Some(&variant.ident), &variant.fields, &name, None, errors),
        name,
    }
}

/// OCaml's exceptions are of one type, `exn`, which has no parameters.
fn no_parameters(generics: &Generics, name: &str, errors: &mut Errors) {
    if !generics.params.is_empty() {
        errors.at(
            &generics.params,
            format!("the exception `{name}` has parameters, which OCaml's exceptions do not have"),
            "use types that own what they hold, such as `String`, and no parameters",
        );
    }
}

fn no_rename(rename: Option<&LitStr>, errors: &mut Errors) {
    if let Some(rename) = rename {
        errors.at(
            rename,
            "an enum is no exception itself: each of its variants is one",
            "put `rename` on a variant, or use `rename_all`; `module` changes what stands before the dot",
        );
    }
}

/// What stands before the dot: nothing, or a path in OCaml.
fn module(text: &LitStr, errors: &mut Errors) -> String {
    let module = text.value();
    let is_name = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '\'')
    };
    if !module.is_empty() && !module.split('.').all(is_name) {
        errors.at(
            text,
            format!("`{module}` is not the path of a module in OCaml"),
            "use names with dots between them, as in `My_lib.Files`, or \"\" for none",
        );
    }
    module
}
