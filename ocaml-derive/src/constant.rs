//! `#[ocaml::constant]`: OCaml has the constant as a value, which it asks for once, by a function without arguments.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{ItemConst, ItemFn, parse_quote_spanned};

use crate::errors::Errors;
use crate::func::options::Options;
use crate::func::{Kind, check, expand};
use crate::lifetimes::elided_are_static;

/// Expands the attribute.
pub fn run(options: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut options = Options::parse(options, &mut errors);
    not_of_functions(&mut options, &mut errors);
    let Ok(constant) = syn::parse2::<ItemConst>(item.clone()) else {
        errors.at(
            item,
            "this is no constant",
            "`#[ocaml::constant]` stands on `pub const NAME: Type = …;`",
        );
        return errors.finish(()).err().unwrap_or_default();
    };
    let mut func = check::func(Kind::Func, options, function(&constant), None, &mut errors);
    func.constant = true;
    let shims = errors
        .finish(func)
        .map_or_else(|errors| errors, |func| expand::func(&func));
    let cfgs = constant.attrs.iter().filter(|attribute| expand::is_cfg(attribute));
    // In a block of its own, so that the function has its name to itself.
    quote! {
        #constant
        #(#cfgs)*
        const _: () = { #shims };
    }
}

/// Says so, and takes them away, so that nothing else is said about them.
fn not_of_functions(options: &mut Options, errors: &mut Errors) {
    let Options {
        gc,
        blocking,
        noalloc,
        unboxed,
        ty,
        ..
    } = options;
    for word in [gc, blocking, noalloc, unboxed].into_iter().filter_map(Option::take) {
        errors.at(
            &word,
            format!("`{word}` is for functions"),
            "the options of a constant are `name = \"symbol\"`, `rename = \"name\"` and `of = \"Type\"`",
        );
    }
    if let Some(ty) = ty.take() {
        errors.at(
            ty,
            "the type of a constant is that of its Rust type",
            "implement `ocaml::Describe` for the type",
        );
    }
}

/// The function that returns it: `fn max_depth() -> isize { MAX_DEPTH }`.
fn function(constant: &ItemConst) -> ItemFn {
    let (name, ty) = (&constant.ident, elided_are_static(constant.ty.to_token_stream()));
    let function = lower(name);
    let docs = constant
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"));
    parse_quote_spanned! {name.span()=>
        #(#docs)*
        fn #function() -> #ty {
            #name
        }
    }
}

/// `MAX_DEPTH` is `max_depth`.
fn lower(name: &Ident) -> Ident {
    let lower = name.unraw().to_string().to_lowercase();
    match syn::parse_str::<Ident>(&lower) {
        Ok(_) => Ident::new(&lower, name.span()),
        Err(_) => Ident::new_raw(&lower, name.span()),
    }
}
