//! Polymorphic variants: constructors that are known by the hash of their names.
//!
//! A tag without an argument is its hash, an immediate; with one it is a block with tag 0 and two fields, the hash and
//! the argument. Several arguments are a tuple: one argument.

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::{Kind, Value};

/// The number that stands for a polymorphic variant's tag: the hash of its name, without the backquote.
///
/// It is the same on all machines and in all versions of OCaml (`caml_hash_variant` in `hash.c`), and fits 31 bits with
/// a sign. [`FromValue`](https://docs.rs/ocaml/latest/ocaml/derive.FromValue.html) and [`IntoValue`](https://docs.rs/ocaml/latest/ocaml/derive.IntoValue.html) with
/// `#[ocaml(polymorphic_variant)]` compute it themselves.
///
/// ```
/// const RED: ocaml::Int = ocaml::hash_variant("Red");
/// assert_eq!(RED, 4100401); // (Obj.magic `Red : int)
/// ```
pub const fn hash_variant(name: &str) -> isize {
    let bytes = name.as_bytes();
    let mut hash: u32 = 0;
    let mut index = 0;
    while index < bytes.len() {
        hash = hash.wrapping_mul(223).wrapping_add(bytes[index] as u32);
        index += 1;
    }
    // 31 bits, the highest of which is the sign.
    ((hash << 1) as i32 >> 1) as isize
}

/// Which tag of a polymorphic variant a value is.
#[derive(Clone, Copy)]
pub enum PolyShape<'gc> {
    /// A tag alone, by its hash.
    Constant(isize),
    /// A tag with its argument.
    Argument(isize, Value<'gc>),
    /// No polymorphic variant at all.
    Other,
}

/// The tag of `value`.
#[inline(always)]
pub fn poly_shape(value: Value<'_>) -> PolyShape<'_> {
    match value.kind() {
        Kind::Int(hash) => PolyShape::Constant(hash),
        Kind::Block(0, 2) => {
            // SAFETY: the block has two fields, and blocks with tag 0 hold values only.
            let (hash, argument) = unsafe { (value.field_unchecked(0), value.field_unchecked(1)) };
            match hash.kind() {
                Kind::Int(hash) => PolyShape::Argument(hash, argument),
                Kind::Block(..) => PolyShape::Other,
            }
        }
        Kind::Block(..) => PolyShape::Other,
    }
}

/// A tag with its argument.
#[inline(always)]
pub fn tagged<'gc>(gc: &'gc Runtime, hash: isize, argument: Value<'gc>) -> Value<'gc> {
    alloc::block(gc, 0, [Value::immediate(sys::val_int(hash)), argument])
}

/// The error for a value that is no tag of the type.
#[cold]
#[inline(never)]
pub fn unknown_tag(value: Value<'_>, type_name: &'static str) -> ConversionError {
    match poly_shape(value) {
        PolyShape::Constant(hash) => ConversionError::new(format!("{type_name} has no constant tag with hash {hash}")),
        PolyShape::Argument(hash, _) => {
            ConversionError::new(format!("{type_name} has no tag with hash {hash} and an argument"))
        }
        PolyShape::Other => ConversionError::expected(&format!("the polymorphic variant {type_name}"), value),
    }
}

#[cfg(test)]
mod tests {
    use super::hash_variant;

    /// Checked against the runtime in `test/suite/poly_variants.ml`.
    #[test]
    fn known_hashes() {
        assert_eq!(hash_variant(""), 0);
        assert_eq!(hash_variant("A"), 65);
        assert_eq!(hash_variant("azdwbie"), hash_variant("c7diagq"));
        assert!(hash_variant("Red") != hash_variant("Green"));
    }
}
