//! `option` and `result`.

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::block::{Block, Shape, arguments, shape, unknown_constructor};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::trampoline::{Outcome, Raise};
use crate::value::Value;

// SAFETY: checked to be `None` or `Some`, the argument by its own type.
unsafe impl<'gc, A: FromValue<'gc>> FromValue<'gc> for Option<A> {
    const CHECKED: bool = A::CHECKED;

    #[inline(always)]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        if value == Value::none() {
            return Ok(None);
        }
        let block = Block::expect(value, 0, 1, "an option")?;
        Ok(Some(block.field(0, "Some")?))
    }
}

// SAFETY: `None` is the immediate 0, `Some` a block with tag 0.
unsafe impl<'gc, A: IntoValue<'gc>> IntoValue<'gc> for Option<A> {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        match self {
            None => Value::none(),
            Some(a) => alloc::block(gc, 0, [a.into_value(gc)]),
        }
    }
}

// SAFETY: checked to be `Ok` or `Error`, the argument by its own type.
unsafe impl<'gc, A: FromValue<'gc>, B: FromValue<'gc>> FromValue<'gc> for Result<A, B> {
    const CHECKED: bool = A::CHECKED && B::CHECKED;

    #[inline(always)]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        const OK: usize = arguments(0, 1);
        const ERROR: usize = arguments(1, 1);
        match shape(value) {
            Shape::Block(OK, block) => Ok(Ok(block.known::<OK>().field(0, "Ok")?)),
            Shape::Block(ERROR, block) => Ok(Err(block.known::<ERROR>().field(0, "Error")?)),
            _ => Err(unknown_constructor(value, "result")),
        }
    }
}

// SAFETY: `Ok` is a block with tag 0, `Error` with tag 1.
unsafe impl<'gc, A: IntoValue<'gc>, B: IntoValue<'gc>> IntoValue<'gc> for Result<A, B> {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        match self {
            Ok(a) => alloc::block(gc, 0, [a.into_value(gc)]),
            Err(b) => alloc::block(gc, 1, [b.into_value(gc)]),
        }
    }

    #[inline(always)]
    fn into_outcome(self, gc: &'gc Runtime) -> Outcome {
        match self {
            Ok(a) if B::EXCEPTION => a.into_outcome(gc),
            Err(b) if B::EXCEPTION => Err(Raise::Exception(b.into_value(gc).word())),
            result => Ok(result.into_value(gc).word()),
        }
    }
}
