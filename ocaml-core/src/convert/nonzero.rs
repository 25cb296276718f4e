//! `NonZero` integers: as the integer itself, but 0 is an error.

use std::num::NonZero;

use super::{FromValue, IntoValue};
use crate::conversion_error::{ConversionError, OutOfRange};
use crate::runtime::Runtime;
use crate::value::Value;

macro_rules! nonzero {
    ($($int:ident),*) => {$(
        // SAFETY: checked as the integer itself, and not to be 0.
        unsafe impl<'gc> FromValue<'gc> for NonZero<$int> {
            #[inline]
            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                NonZero::new($int::from_value(value)?)
                    .ok_or_else(|| ConversionError::new(concat!("0 is out of range for a nonzero ", stringify!($int))))
            }
        }

        // SAFETY: as the integer itself.
        unsafe impl<'gc> IntoValue<'gc> for NonZero<$int> {
            const IMMEDIATE: bool = <$int as IntoValue>::IMMEDIATE;

            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                self.get().into_value(gc)
            }

            #[inline]
            fn try_into_value(self, gc: &'gc Runtime) -> Result<Value<'gc>, OutOfRange> {
                self.get().try_into_value(gc)
            }
        }
    )*};
}

nonzero!(i8, u8, i16, u16, i32, u32, i64, u64, isize, usize);
