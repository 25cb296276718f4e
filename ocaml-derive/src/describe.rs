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
    let lines: Vec<&str> = lines.iter().flat_map(|text| uncommented(text)).collect();
    lines.join("\n").trim().to_owned()
}

/// The lines of a comment, without the space or column of stars before them.
fn uncommented(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    if let [_, rest @ .., ""] = &mut lines[..] {
        // `/**` and `*/` are around it.
        let is_starred = |line: &&str| line.starts_with([' ', '\t']) && line.trim_start().starts_with('*');
        if rest.iter().all(is_starred) {
            rest.iter_mut().for_each(|line| *line = &line.trim_start()[1..]);
        }
        let space = |line: &&str| line.len() - line.trim_start_matches(' ').len();
        let least = rest.iter().filter(|line| !line.is_empty()).map(space).min();
        // One is taken away below.
        let further = least.unwrap_or(0).saturating_sub(1);
        rest.iter_mut()
            .for_each(|line| *line = line.get(further..).unwrap_or(""));
    }
    let lines = lines.into_iter();
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::doc;

    #[test]
    fn comments_of_each_kind() {
        let item: syn::ItemStruct = syn::parse_quote! {
            /// One.
            ///
            ///     indented
            #[doc = "* a list\n* of two"]
            struct A;
        };
        assert_eq!(doc(&item.attrs), "One.\n\n    indented\n* a list\n* of two");
        let item: syn::ItemStruct = syn::parse_quote! {
            #[doc = " Stars.\n *\n * - one\n *   more\n "]
            struct A;
        };
        assert_eq!(doc(&item.attrs), "Stars.\n\n- one\n  more");
        let item: syn::ItemStruct = syn::parse_quote! {
            #[doc = "\n    Indented.\n\n        code\n    "]
            struct A;
        };
        assert_eq!(doc(&item.attrs), "Indented.\n\n    code");
    }
}
