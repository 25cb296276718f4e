//! What descriptors of functions and types have in common.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// Leaves the descriptor `item`, a constant expression of the type `kind`, in the object file: in a section that stays in
/// archives, and that linkers leave out of what they link (`ocaml_interface::ELF_SECTION` says how).
pub fn descriptor(kind: TokenStream, item: TokenStream) -> TokenStream {
    quote! {
        const OCAML_ITEM: &::ocaml::private::interface::#kind = &#item;
        #[used]
        #[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DWARF,__ocamlrs,regular,debug"))]
        #[cfg_attr(windows, unsafe(link_section = ".ocamlrs"))]
        #[cfg_attr(
            not(any(target_vendor = "apple", windows)),
            unsafe(link_section = ".gnu.warning.ocamlrs")
        )]
        static OCAML_DESCRIPTOR: [u8; OCAML_ITEM.encoded_len()] = OCAML_ITEM.encode();
    }
}

/// Where the macro stands.
pub fn place() -> TokenStream {
    quote! {
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
