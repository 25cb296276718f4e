//! `Either`: OCaml's `Either.t`.

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::block::{Shape, arguments, shape, unknown_constructor};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

/// One or the other: OCaml's `('a, 'b) Either.t`.
///
/// ```
/// use ocaml::Either;
///
/// /// `(int, string) Either.t -> int`
/// #[ocaml::func]
/// pub fn doc_int_of_either(either: Either<isize, String>) -> isize {
///     match either {
///         Either::Left(n) => n,
///         Either::Right(text) => text.len() as isize,
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Either<A, B> {
    /// `Left a`.
    Left(A),
    /// `Right b`.
    Right(B),
}

// SAFETY: checked to be `Left` or `Right`, the argument by its own type.
unsafe impl<'gc, A: FromValue<'gc>, B: FromValue<'gc>> FromValue<'gc> for Either<A, B> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        const LEFT: usize = arguments(0, 1);
        const RIGHT: usize = arguments(1, 1);
        match shape(value) {
            Shape::Block(LEFT, block) => Ok(Either::Left(block.known::<LEFT>().field(0, "Left")?)),
            Shape::Block(RIGHT, block) => Ok(Either::Right(block.known::<RIGHT>().field(0, "Right")?)),
            _ => Err(unknown_constructor(value, "Either.t")),
        }
    }
}

// SAFETY: `Left` is a block with tag 0, `Right` with tag 1.
unsafe impl<'gc, A: IntoValue<'gc>, B: IntoValue<'gc>> IntoValue<'gc> for Either<A, B> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        match self {
            Either::Left(a) => alloc::block(gc, 0, [a.into_value(gc)]),
            Either::Right(b) => alloc::block(gc, 1, [b.into_value(gc)]),
        }
    }
}
