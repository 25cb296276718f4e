//! Checked views of blocks: how tuples, records and variants are taken apart and put together.

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::convert::FromValue;
use crate::value::{Kind, Value};

/// A block whose tag and size are looked at, in one word, before its fields: values.
#[derive(Clone, Copy)]
pub struct Block<'gc> {
    value: Value<'gc>,
    shape: usize,
}

impl<'gc> Block<'gc> {
    /// Checks that `value` is a block of values with this tag and size; `what` says what it should be.
    #[inline(always)]
    pub fn expect(value: Value<'gc>, tag: u8, size: usize, what: &'static str) -> Result<Block<'gc>, ConversionError> {
        match value.kind() {
            Kind::Block(found, wosize) if found == tag && wosize == size => Ok(Block {
                value,
                shape: arguments(tag, size),
            }),
            _ => Err(ConversionError::expected(what, value)),
        }
    }

    /// The same block, after a `match` has found that this is its shape: from then on the compiler knows its size.
    #[inline(always)]
    pub fn known<const SHAPE: usize>(self) -> Block<'gc> {
        assert!(self.shape == SHAPE, "a block of another constructor");
        Block {
            value: self.value,
            shape: SHAPE,
        }
    }

    /// Decodes field `index`; `place` names it in the error.
    #[inline(always)]
    pub fn field<T: FromValue<'gc>>(self, index: usize, place: &'static str) -> Result<T, ConversionError> {
        let size = sys::wosize_hd(self.shape);
        assert!(index < size, "field {index} of a block of {size}");
        // SAFETY: index < size, and the block holds values.
        let field = unsafe { self.value.field_unchecked(index) };
        T::from_value(field).map_err(|error| error.at(place))
    }
}

/// A record of floats, stored flat.
#[derive(Clone, Copy)]
pub struct FloatBlock<'gc> {
    value: Value<'gc>,
    size: usize,
}

impl<'gc> FloatBlock<'gc> {
    /// Checks that `value` is a flat block of `size` floats.
    #[inline(always)]
    pub fn expect(value: Value<'gc>, size: usize, what: &'static str) -> Result<FloatBlock<'gc>, ConversionError> {
        match value.kind() {
            Kind::Block(sys::DOUBLE_ARRAY, wosize) if wosize == size * sys::DOUBLE_WOSIZE => {
                Ok(FloatBlock { value, size })
            }
            _ => Err(ConversionError::expected(what, value)),
        }
    }

    /// Decodes float `index`; `place` names it in the error.
    #[inline(always)]
    pub fn field<T: FromValue<'gc>>(self, index: usize, place: &'static str) -> Result<T, ConversionError> {
        assert!(index < self.size, "field {index} of a record of {}", self.size);
        // SAFETY: index < size, which `expect` checked.
        let float = unsafe { self.value.float_unchecked(index) };
        T::from_float(float, self.value.gc()).map_err(|error| error.at(place))
    }
}

/// Which constructor of a variant a value is.
#[derive(Clone, Copy)]
pub enum Shape<'gc> {
    /// A constant constructor, by its number.
    Constant(isize),
    /// A constructor with arguments, by what [`arguments`] makes of its tag and their number; and the block.
    Block(usize, Block<'gc>),
}

/// Tag and size in one word, which is compared at once: a header without its colour.
#[inline(always)]
pub const fn arguments(tag: u8, size: usize) -> usize {
    sys::make_header(size, tag)
}

/// The constructor of `value`.
#[inline(always)]
pub fn shape(value: Value<'_>) -> Shape<'_> {
    match value.kind() {
        Kind::Int(number) => Shape::Constant(number),
        Kind::Block(tag, size) => {
            let shape = arguments(tag, size);
            Shape::Block(shape, Block { value, shape })
        }
    }
}

/// The error for a value that is no constructor of the type.
#[cold]
#[inline(never)]
pub fn unknown_constructor(value: Value<'_>, type_name: &'static str) -> ConversionError {
    ConversionError::new(match value.kind() {
        Kind::Int(number) => format!("{type_name} has no constant constructor number {number}"),
        Kind::Block(tag, size) => format!("{type_name} has no constructor with tag {tag} and size {size}"),
    })
}
