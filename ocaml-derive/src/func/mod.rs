//! `#[ocaml::func]` and its relatives.

mod argument;
mod arity;
pub mod check;
mod describe;
mod elision;
pub mod expand;
mod lent;
pub mod options;

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{ItemFn, Pat, Type};

use crate::errors::Errors;
use argument::ArgumentOptions;
use options::Options;

/// Which of the three attributes.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    Func,
    Native,
    Bytecode,
}

/// How a function crosses the boundary.
#[derive(Clone, Copy, PartialEq)]
pub enum Crossing {
    /// Ordinary values.
    Words,
    /// Ordinary values, without a token.
    Noalloc,
    /// Numbers without a box.
    Unboxed,
    UnboxedNoalloc,
}

/// The runtime's token in the user's function.
pub enum Token {
    /// Not used.
    Absent,
    /// In scope under this name, though the user has not declared it.
    Implicit(Ident),
    /// The first parameter, `&Runtime` or `&mut Runtime`.
    Explicit { mutable: bool },
}

/// How an argument reaches the user's function.
pub enum Passing {
    /// By conversion.
    Value,
    /// `&T`: lent by a holder.
    Shared(Type),
    /// `&mut T`: lent by a holder.
    Exclusive(Type),
    /// `self`: taken out of a holder.
    Taken,
}

/// A parameter that comes from OCaml.
pub struct Argument {
    pub pattern: Pat,
    pub ty: Type,
    /// How error messages call it.
    pub name: String,
    pub passing: Passing,
    pub options: ArgumentOptions,
}

/// Where a function stands in Rust, if it is not a free one.
pub struct Method {
    /// The path to call it by.
    pub path: TokenStream,
    /// What it does with `self`, if it has one.
    pub receiver: Option<Receiver>,
    /// Its own name.
    pub name: String,
    /// The type that has it.
    pub owner: Type,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Receiver {
    Reference,
    Value,
}

/// The variable that stands for `self` in the shim.
pub const SELF: &str = "ocaml_self";

/// A function that can be exported: nothing about it can be wrong any more.
pub struct Func {
    pub kind: Kind,
    pub crossing: Crossing,
    /// Whether the function runs while the runtime is released.
    pub blocking: bool,
    /// Whether the body stands in the shim, instead of in a function of its own (see `elision`).
    pub inline: bool,
    pub symbol: String,
    /// The OCaml type of the whole, if the user has written it.
    pub text: Option<String>,
    /// The name in OCaml, if the user has chosen one.
    pub rename: Option<String>,
    /// The type in whose OCaml module it is.
    pub owner: Option<Type>,
    pub token: Token,
    pub arguments: Vec<Argument>,
    pub result: Type,
    /// Whether it stands for a constant.
    pub constant: bool,
    pub item: ItemFn,
    pub method: Option<Method>,
}

impl Func {
    /// The Rust name.
    pub fn function_name(&self) -> String {
        self.item.sig.ident.unraw().to_string()
    }
}

/// Takes our attributes away from a method that has been exported, and from its arguments.
pub fn strip(method: &mut syn::ImplItemFn) {
    method.attrs.retain(|attribute| !is_sig(attribute));
    for input in &mut method.sig.inputs {
        if let syn::FnArg::Typed(input) = input {
            argument::strip(&mut input.attrs);
        }
    }
}

/// Expands `#[ocaml::sig(…)]` that stands above the attribute that exports the function: it is for that one to read.
pub fn sig(ty: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let exports = |attribute: &syn::Attribute| {
        let names = ["func", "native_func", "bytecode_func"];
        let last = attribute.path().segments.last();
        last.is_some_and(|last| names.iter().any(|name| last.ident == name))
    };
    match syn::parse2::<ItemFn>(item.clone()) {
        Ok(mut function) if function.attrs.iter().any(exports) => {
            function.attrs.push(syn::parse_quote!(#[::ocaml::sig(#ty)]));
            function.into_token_stream()
        }
        Ok(function) => {
            errors.at(
                &function.sig.ident,
                "the type of a function that is not exported",
                "put `#[ocaml::func]` on it, or remove `#[ocaml::sig(…)]`",
            );
            errors.finish(()).err().unwrap_or_default()
        }
        Err(error) => error.to_compile_error(),
    }
}

/// Whether it is `#[ocaml::sig(…)]`.
pub fn is_sig(attribute: &syn::Attribute) -> bool {
    attribute.path().segments.last().is_some_and(|last| last.ident == "sig")
}

/// Expands an attribute.
pub fn run(kind: Kind, options: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let options = Options::parse(options, &mut errors);
    let item = match syn::parse2::<ItemFn>(item) {
        Ok(item) => item,
        Err(error) => {
            errors.push(error);
            return errors.finish(()).err().unwrap_or_default();
        }
    };
    let func = check::func(kind, options, item, None, &mut errors);
    errors
        .finish(func)
        .map_or_else(|errors| errors, |func| expand::func(&func))
}
