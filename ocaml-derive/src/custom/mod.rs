//! `#[derive(Custom)]`.

mod attributes;
mod describe;
mod expand;

use proc_macro2::TokenStream;
use syn::{Data, DeriveInput};

use crate::derive::type_path;
use crate::errors::Errors;
use attributes::{FieldOptions, TypeOptions};

/// A type whose values live on the OCaml heap: nothing about it can be wrong any more.
pub struct Definition {
    input: DeriveInput,
    options: TypeOptions,
    /// The fields that OCaml can read or write.
    fields: Vec<(syn::Field, FieldOptions)>,
    /// The OCaml type that it is, if that is defined elsewhere.
    elsewhere: Option<String>,
}

/// Expands the derive.
pub fn run(item: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(item) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let definition = check(input, &mut errors);
    errors
        .finish(definition)
        .map_or_else(|errors| errors, |definition| expand::custom(&definition))
}

fn check(input: DeriveInput, errors: &mut Errors) -> Definition {
    let options = TypeOptions::parse(&input.attrs, errors);
    let mut fields = Vec::new();
    let declared = match &input.data {
        Data::Struct(data) => data.fields.iter().collect(),
        // Options on these fields are mistakes, which are found below.
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.fields).collect(),
        Data::Union(data) => data.fields.named.iter().collect::<Vec<_>>(),
    };
    for field in declared {
        let found = FieldOptions::parse(&field.attrs, errors);
        let Some(word) = found.get.as_ref().or(found.set.as_ref()) else {
            continue;
        };
        if field.ident.is_none() || !matches!(input.data, Data::Struct(_)) {
            errors.at(
                word,
                "only a field with a name, of a struct, can be exported",
                "write a method: `#[ocaml::methods] impl … { pub fn get_…(&self) … }`",
            );
        }
        if let (Some(set), Some(_)) = (&found.set, &options.frozen) {
            errors.at(set, "a frozen type is never changed", "remove `set`, or `frozen`");
        }
        fields.push((field.clone(), found));
    }
    conflicts(&input, &options, !fields.is_empty(), errors);
    let elsewhere = options.elsewhere.as_ref().map(|path| type_path(path, errors));
    Definition {
        input,
        options,
        fields,
        elsewhere,
    }
}

fn conflicts(input: &DeriveInput, options: &TypeOptions, has_fields: bool, errors: &mut Errors) {
    if let (Some(_), Some(local)) = (&options.frozen, &options.local) {
        errors.at(
            local,
            "a frozen type is shared by threads, a local one belongs to one",
            "remove one of them",
        );
    }
    if let (Some(hash), None) = (&options.hash, &options.frozen) {
        errors.at(
            hash,
            "OCaml lets no exception leave `Hashtbl.hash`, not even that a value is in use",
            "add `frozen`: such a value is never in use",
        );
    }
    if let (Some(_), Some(word)) = (&options.frozen, &options.drop_at_exit) {
        errors.at(
            word,
            "a frozen value may be in use at the end of the program, and nobody would know",
            "remove `frozen`: then a value that is in use is left alone",
        );
    }
    for lifetime in input.generics.lifetimes() {
        errors.at(
            lifetime,
            "a value on the OCaml heap may live for ever, so it cannot borrow",
            "own the data, or share it: `Arc`",
        );
    }
    if input.generics.params.is_empty() {
        return;
    }
    for word in options.to_string.iter().chain(&options.debug) {
        errors.at(
            word,
            "the functions of a generic type cannot be exported: OCaml calls one symbol",
            "export a function for each type: `#[ocaml::methods] impl Stack<String> { … }`",
        );
    }
    if let Some(word) = &options.marshal {
        errors.at(
            word,
            "`Marshal` knows a type by its name, and a generic type has one name for many types",
            "implement `ocaml::Custom` by hand for each type",
        );
    }
    if has_fields {
        errors.at(
            &input.generics,
            "the fields of a generic type cannot be exported: OCaml calls one symbol",
            "export functions for each type: `#[ocaml::methods] impl Stack<String> { … }`",
        );
    }
}
