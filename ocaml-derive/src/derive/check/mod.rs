//! Checks a type definition: all that can be wrong about it is reported here.

mod enums;
mod exceptions;
mod names;
mod structs;
#[cfg(test)]
mod tests;

use proc_macro2::Ident;
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Generics, Index, Member, Type};

use super::attributes::{Attributes, Place};
use super::bounds::bare;
use super::{Definition, Field, Fields, Source};
use crate::describe::doc;
use crate::errors::Errors;
pub use exceptions::exceptions;
pub use names::value_flaw;
use names::{Kind, Names};

pub fn definition(input: DeriveInput, errors: &mut Errors) -> Option<Definition> {
    let attributes = Attributes::parse(Place::Type, &input.attrs, errors);
    let name = &input.ident.unraw();
    let shape = match &input.data {
        Data::Struct(data) => structs::shape(name, &data.fields, &attributes, errors),
        Data::Enum(data) => enums::shape(name, data, &attributes, errors),
        Data::Union(data) => {
            errors.at(
                data.union_token,
                "a union has no OCaml representation",
                "use an enum: it becomes a variant",
            );
            None
        }
    };
    let unbound = unbound(&input.generics, errors);
    Some(Definition {
        doc: doc(&input.attrs),
        elsewhere: attributes.r#extern.as_ref().map(|path| type_path(path, errors)),
        ident: input.ident,
        lints: lints(input.attrs),
        unbound,
        generics: input.generics,
        shape: shape?,
    })
}

/// The path of an OCaml type: `Zarith.Z.t`.
pub fn type_path(text: &syn::LitStr, errors: &mut Errors) -> String {
    let path = text.value();
    let mut names: Vec<&str> = path.split('.').collect();
    let is_type = names.pop().is_some_and(|name| value_flaw(name).is_none());
    let is_module = |name: &&str| value_flaw(name).is_some() && value_flaw(&name.to_lowercase()) != value_flaw("");
    if !is_type || !names.iter().all(is_module) {
        let problem = format!("`{path}` is not the path of a type in OCaml");
        errors.at(text, problem, "write, for instance, `extern = \"Zarith.Z.t\"`");
    }
    path
}

/// As the derives of the standard library do it.
fn lints(mut attributes: Vec<Attribute>) -> Vec<Attribute> {
    let levels = ["allow", "warn", "deny", "forbid"];
    attributes.retain(|attribute| levels.iter().any(|level| attribute.path().is_ident(level)));
    attributes
}

/// The type parameters that are `#[ocaml(no_bound)]`.
fn unbound(generics: &Generics, errors: &mut Errors) -> Vec<Ident> {
    let mut unbound = Vec::new();
    for parameter in generics.type_params() {
        let attributes = Attributes::parse(Place::Parameter, &parameter.attrs, errors);
        unbound.extend(attributes.no_bound.map(|_| parameter.ident.clone()));
    }
    unbound
}

/// The fields of a struct, or of the constructor `constructor`; `place` is what error messages call it.
fn fields(
    constructor: Option<&Ident>,
    fields: &syn::Fields,
    place: &str,
    rename_all: Option<&syn::LitStr>,
    errors: &mut Errors,
) -> Fields {
    let mut names = Names::new(Kind::Field, place, rename_all, errors);
    let all = fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let attributes = Attributes::parse(Place::Field, &field.attrs, errors);
            let source = source(&field.ty, &attributes, errors);
            let (member, name) = match &field.ident {
                Some(ident) if matches!(source, Source::OCaml) => (
                    Member::Named(ident.clone()),
                    names.add(ident, attributes.rename.as_ref(), errors),
                ),
                Some(ident) => (Member::Named(ident.clone()), ident.unraw().to_string()),
                None => {
                    unnamed(&attributes, errors);
                    (Member::Unnamed(Index::from(index)), index.to_string())
                }
            };
            Field {
                member,
                ty: field.ty.clone(),
                doc: doc(&field.attrs),
                text: attributes.r#type.as_ref().map(syn::LitStr::value),
                source,
                mutable: attributes.mutable,
                place: format!("{place}.{name}"),
                name: field.ident.as_ref().map_or_else(String::new, |_| name),
            }
        })
        .collect();
    Fields {
        path: constructor.map_or_else(|| quote!(Self), |ident| quote!(Self::#ident)),
        constructor: None,
        all,
    }
}

/// Where a field comes from: `skip` and `default`.
fn source(ty: &Type, attributes: &Attributes, errors: &mut Errors) -> Source {
    let Some(skip) = &attributes.skip else {
        if let Some((default, _)) = &attributes.default {
            errors.at(
                default,
                "`default` fills a field that OCaml does not have",
                "add `skip`; a field that may be absent is an `Option`",
            );
        }
        return if is_phantom(ty) { Source::Phantom } else { Source::OCaml };
    };
    if attributes.rename.is_some() || attributes.mutable.is_some() || attributes.r#type.is_some() {
        errors.at(
            skip,
            "OCaml does not have a skipped field: it has no name and no type, and is not mutable there",
            "remove `skip`, or the other attributes",
        );
    }
    match &attributes.default {
        Some((_, Some(path))) => Source::Function(path.clone()),
        _ => Source::Default,
    }
}

/// By its name: what the expansion does with it compiles for the real `PhantomData` only.
fn is_phantom(ty: &Type) -> bool {
    matches!(bare(ty), Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "PhantomData"))
}

/// A field without a name has no attributes that are about names.
fn unnamed(attributes: &Attributes, errors: &mut Errors) {
    if let Some(rename) = &attributes.rename {
        errors.at(
            rename,
            "a field without a name cannot be renamed",
            "remove `rename`, or name the field",
        );
    }
    if let Some(mutable) = &attributes.mutable {
        errors.at(
            mutable,
            "OCaml has mutable fields in records only",
            "remove `mutable`, or name the field",
        );
    }
}

/// The field of an `unboxed` type is not `mutable`.
fn immutable(fields: &Fields, errors: &mut Errors) {
    for mutable in fields.all.iter().filter_map(|field| field.mutable.as_ref()) {
        errors.at(
            mutable,
            "the field of an `unboxed` type cannot be mutable: there is no block to write to",
            "remove `mutable`, or `unboxed`",
        );
    }
}
