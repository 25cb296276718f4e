//! What descriptors of functions and types have in common.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// Leaves the descriptor `item`, a constant expression of the type `kind`, in the object file; `ocaml_guard` is its guard.
pub fn descriptor(kind: TokenStream, item: TokenStream) -> TokenStream {
    quote!(::ocaml::__descriptor! { #kind, #item })
}

/// Where something is declared that has this span.
pub fn place(span: Span) -> TokenStream {
    quote_spanned! {span=>
        ::ocaml::private::interface::Place {
            module: ::core::module_path!(),
            line: ::core::line!(),
            column: ::core::column!(),
        }
    }
}

/// The documentation among the attributes, without the space that follows `///`.
pub fn doc(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(text), ..
                }) => Some(text.value()),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let text = lines.join("\n");
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
        .collect();
    lines.join("\n").trim().to_owned()
}
