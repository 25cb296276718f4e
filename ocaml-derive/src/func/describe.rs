//! Writes the descriptor of a function: for the interface that tools print.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::{Crossing, Func, Kind};
use crate::describe::{descriptor, doc, place};
use crate::lifetimes::replaced;

pub fn expand(func: &Func, symbols: (&str, &str)) -> TokenStream {
    let name = func.function_name();
    let (symbol, bytecode) = symbols;
    let (place, doc) = (place(), doc(&func.item.attrs));
    let text = func.text.as_deref().unwrap_or_default();
    let noalloc = matches!(func.crossing, Crossing::Noalloc | Crossing::UnboxedNoalloc);
    let arguments = func.arguments.iter().map(|argument| {
        let (name, ty) = (&argument.name, inferred(&argument.ty));
        let passing = passing(func, &ty);
        quote! {
            ::ocaml::private::interface::Argument {
                name: #name,
                ty: ::ocaml::private::Probe::<::ocaml::private::Received, #ty>::TYPE,
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
                place: #place,
                symbol: #symbol,
                bytecode: #bytecode,
                arguments: &[#(#arguments),*],
                result: ::ocaml::private::ReturnProbe::<#result>::TYPE,
                result_passing: #result_passing,
                noalloc: #noalloc,
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
        };
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
