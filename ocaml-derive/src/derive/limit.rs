//! How many constructors a variant can have depends on the version of OCaml, which only the library knows.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use super::{Definition, Shape, Tag};

/// So many constructors with arguments fit every OCaml.
const PORTABLE_BLOCK_CONSTRUCTORS: u8 = 244;
/// More never fit: OCaml up to 4.14 has tags 0 to 245.
pub const MAX_BLOCK_CONSTRUCTORS: usize = 246;

/// An assertion of the limit where it matters.
pub fn expand(definition: &Definition) -> TokenStream {
    let Shape::Variant(constructors) = &definition.shape else {
        return TokenStream::new();
    };
    let over = constructors.iter().find_map(|constructor| match constructor.tag {
        Tag::Block(tag) if tag >= PORTABLE_BLOCK_CONSTRUCTORS => Some((tag, &constructor.ident)),
        _ => None,
    });
    let Some((tag, ident)) = over else {
        return TokenStream::new();
    };
    quote_spanned! {ident.span()=>
        const _: () = ::core::assert!(
            #tag <= ::ocaml::private::LAST_CONSTRUCTOR,
            "OCaml has tags for 244 constructors with arguments only (246 before OCaml 5)"
        );
    }
}
