//! `[A; N]`: OCaml's `array` of just that length; bytes for `u8`.

use super::depth::nested;
use super::sequence::{array_layout, at_index, element};
use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

#[cold]
pub(crate) fn wrong_length(what: &str, expected: usize, found: usize) -> ConversionError {
    ConversionError::new(format!("expected {expected} {what}, found {found}"))
}

#[inline]
pub(crate) fn fixed_from_array<'gc, A: FromValue<'gc>, const N: usize>(
    value: Value<'gc>,
) -> Result<[A; N], ConversionError> {
    let (layout, len) = array_layout(value)?;
    if len != N {
        return Err(wrong_length("elements", N, len));
    }
    nested(|| {
        let mut error = None;
        let elements: [Option<A>; N] = core::array::from_fn(|index| {
            if error.is_some() {
                return None;
            }
            // SAFETY: index < N, the length.
            match unsafe { element(value, layout, index) } {
                Ok(element) => Some(element),
                Err(bad) => {
                    error = Some(at_index(bad, index));
                    None
                }
            }
        });
        match error {
            None => Ok(elements.map(|element| element.expect("there is an error if an element is missing"))),
            Some(error) => Err(error),
        }
    })
}

// SAFETY: each element is checked by its own type.
unsafe impl<'gc, A: FromValue<'gc>, const N: usize> FromValue<'gc> for [A; N] {
    const CHECKED: bool = A::CHECKED;

    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        A::fixed_from_value(value)
    }
}

// SAFETY: an array, or bytes for `u8`.
unsafe impl<'gc, A: IntoValue<'gc>, const N: usize> IntoValue<'gc> for [A; N] {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        A::fixed_into_value(self, gc)
    }
}
