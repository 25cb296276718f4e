//! How the conversions of a type are inlined.
//!
//! Those of a small type always are: the compiler would do so only where they are used once in a crate, and the call takes as
//! long as the conversion. A type with fields of other derived types is not small, for its code would multiply from one to the
//! next.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use super::{Definition, Shape, bare};

/// The most fields and constructors of a small type.
const SMALL: usize = 8;

/// Types whose conversions are short, by their names.
const SCALARS: &[&str] = &[
    "bool", "char", "i8", "i16", "i32", "i64", "isize", "u8", "u16", "u32", "u64", "usize", "f32", "f64", "Int",
    "Uint", "Float", "String", "str", "Value",
];

impl Definition {
    /// The attribute of the conversions.
    pub fn inline(&self) -> TokenStream {
        match self.is_small() {
            true => quote!(#[inline(always)]),
            false => quote!(#[inline]),
        }
    }

    fn is_small(&self) -> bool {
        let constructors = match &self.shape {
            Shape::Variant(constructors) | Shape::PolyVariant(constructors) => constructors.len(),
            Shape::Unit(_) | Shape::Transparent(_) | Shape::Record(_) | Shape::Tuple(_) => 0,
        };
        let fields = || self.fields().filter(|field| field.is_ocaml());
        let mut others = fields().filter(|field| !is_scalar(&field.ty));
        let are_short = match others.next() {
            None => true,
            // One that may be such a type again makes a chain, which does not multiply.
            Some(other) => self.is_parameter(&other.ty) && others.next().is_none(),
        };
        are_short && constructors + fields().count() <= SMALL
    }
}

fn is_scalar(ty: &Type) -> bool {
    match bare(ty) {
        Type::Reference(reference) => is_scalar(&reference.elem),
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.is_some_and(|last| SCALARS.iter().any(|name| last.ident == name))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::check;
    use crate::errors::Errors;

    fn is_small(item: TokenStream) -> bool {
        let definition = check::definition(syn::parse2(item).unwrap(), &mut Errors::default());
        definition.unwrap().is_small()
    }

    #[test]
    fn scalars_and_one_parameter_are_small() {
        assert!(is_small(quote!(
            struct S<'a> {
                a: &'a str,
                b: ocaml::Int,
                c: String,
            }
        )));
        assert!(is_small(quote!(
            enum E {
                A,
                B(f64),
                C(f64, f64),
            }
        )));
        assert!(is_small(quote!(
            struct S<T> {
                a: u8,
                b: T,
            }
        )));
    }

    #[test]
    fn what_multiplies_is_not_small() {
        assert!(!is_small(quote!(
            struct S {
                a: u8,
                b: Other,
            }
        )));
        assert!(!is_small(quote!(
            struct S<A, B>(A, B);
        )));
        assert!(!is_small(quote!(
            struct S(u8, u8, u8, u8, u8, u8, u8, u8, u8);
        )));
        assert!(!is_small(quote!(
            enum E {
                A,
                B(Box<E>),
            }
        )));
    }
}
