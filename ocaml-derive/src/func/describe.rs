//! Writes the descriptor of a function: for the interface that tools print.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;

use super::{Argument, Crossing, Func, Kind};
use crate::describe::{descriptor, doc, place};
use crate::lifetimes::replaced;

pub fn expand(func: &Func, symbols: (&str, &str)) -> TokenStream {
    let name = match &func.method {
        Some(method) => method.name.clone(),
        None => func.function_name(),
    };
    let (symbol, bytecode) = symbols;
    let rename = func.rename.as_deref().unwrap_or_default();
    let owner = match &func.owner {
        Some(ty) => quote!(::ocaml::private::Probe::<::ocaml::private::Given, #ty>::TYPE),
        None => quote!(::ocaml::Type::Unknown),
    };
    let (guard, guard_shim) = guard(func, symbol);
    let (place, doc) = (place(func.item.sig.ident.span()), doc(&func.item.attrs));
    let text = func.text.as_deref().unwrap_or_default();
    let constant = func.constant;
    let noalloc = matches!(func.crossing, Crossing::Noalloc | Crossing::UnboxedNoalloc);
    let arguments = func.arguments.iter().map(|argument| {
        let passing = passing(func, &inferred(&argument.ty));
        let (name, optional, ty) = (&argument.name, argument.options.optional, ty(argument));
        let label = argument.options.label.as_ref().map_or("", |(_, label)| label);
        quote! {
            ::ocaml::private::interface::Argument {
                name: #name,
                label: #label,
                optional: #optional,
                ty: #ty,
                passing: #passing,
            }
        }
    });
    let result = inferred(&func.result);
    let result_passing = passing(func, &result);
    let descriptor = descriptor(
        quote!(Function),
        quote! {
            ::ocaml::private::interface::Function {
                name: #name,
                rename: #rename,
                place: #place,
                owner: #owner,
                symbol: #symbol,
                bytecode: #bytecode,
                guard: #guard,
                arguments: &[#(#arguments),*],
                result: ::ocaml::private::ReturnProbe::<#result>::TYPE,
                result_passing: #result_passing,
                noalloc: #noalloc,
                constant: #constant,
                text: #text,
                doc: #doc,
            }
        },
    );
    quote! {
        const _: () = {
            #[allow(unused_imports)]
            use ::ocaml::private::Undescribed as _;
            #descriptor
            #guard_shim
        };
    }
}

/// The symbol of the function's guard, and the function that has it.
fn guard(func: &Func, symbol: &str) -> (String, TokenStream) {
    if func.kind == Kind::Bytecode {
        // The function that the stub belongs to is written by hand.
        return (String::new(), TokenStream::new());
    }
    let guard = format!("{symbol}_interface_check");
    let shim = format_ident!("__ocaml_guard_{}", func.item.sig.ident.unraw());
    let exported = quote! {
        #[unsafe(export_name = #guard)]
        extern "C" fn #shim(expected: ::ocaml::Raw) -> ::ocaml::Raw {
            unsafe { ::ocaml::private::guard(#symbol, ocaml_guard(), expected) }
        }
    };
    (guard, exported)
}

fn ty(argument: &Argument) -> TokenStream {
    let inferred = inferred(&argument.ty);
    match (&argument.options.text, argument.options.optional) {
        (Some(text), true) => quote!(::ocaml::Type::named("option", &[&::ocaml::Type::Text(#text)])),
        (Some(text), false) => quote!(::ocaml::Type::Text(#text)),
        (None, _) => quote!(::ocaml::private::Probe::<::ocaml::private::Received, #inferred>::TYPE),
    }
}

fn passing(func: &Func, ty: &TokenStream) -> TokenStream {
    match func.crossing {
        Crossing::Words | Crossing::Noalloc => quote!(::ocaml::private::interface::Passing::Word),
        Crossing::Unboxed | Crossing::UnboxedNoalloc => quote!(::ocaml::private::PassingProbe::<#ty>::PASSING),
    }
}

/// A type with its lifetimes left to the compiler.
fn inferred(ty: &syn::Type) -> TokenStream {
    replaced(ty.to_token_stream(), &syn::parse_quote!('_))
}

impl Func {
    /// The symbols for native code and bytecode; the second is empty where the first serves for both.
    pub fn symbols(&self, many: bool) -> (String, String) {
        let symbol = self.symbol.clone();
        let stub = format!("{symbol}_bytecode");
        match (self.kind, self.crossing) {
            (Kind::Bytecode, _) => (String::new(), symbol),
            (Kind::Func, Crossing::Unboxed | Crossing::UnboxedNoalloc) => (symbol, stub),
            (Kind::Func, _) if many => (symbol, stub),
            (Kind::Func | Kind::Native, _) => (symbol, String::new()),
        }
    }
}
