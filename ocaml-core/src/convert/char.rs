//! `char`: OCaml's `Uchar.t`, an immediate. (OCaml's own `char` is a byte: `u8`.)

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

// SAFETY: checked to be a Unicode scalar value.
unsafe impl<'gc> FromValue<'gc> for char {
    decode!(|value| value.as_int().and_then(|code| u32::try_from(code).ok()).and_then(char::from_u32),
        else not_a_char(value));
}

#[cold]
fn not_a_char(value: Value<'_>) -> ConversionError {
    match value.as_int() {
        Some(code) => ConversionError::new(format!("{code:#x} is not a Unicode scalar value")),
        None => ConversionError::expected("a Uchar.t", value),
    }
}

// SAFETY: the immediate of a Unicode scalar value, as `Uchar.of_int` makes it.
unsafe impl<'gc> IntoValue<'gc> for char {
    const IMMEDIATE: bool = true;

    #[inline(always)]
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        Value::int(u32::from(self) as isize)
    }
}
