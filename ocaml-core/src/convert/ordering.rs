//! `Ordering`: the `int` of OCaml's `compare`. Read by its sign; written as -1, 0 or 1.

use std::cmp::Ordering;

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

// SAFETY: checked to be an immediate.
unsafe impl<'gc> FromValue<'gc> for Ordering {
    decode!(|value| value.as_int().map(|sign| sign.cmp(&0)), else ConversionError::expected("an int", value));
}

// SAFETY: an immediate.
unsafe impl<'gc> IntoValue<'gc> for Ordering {
    const IMMEDIATE: bool = true;

    #[inline(always)]
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        Value::int(self as isize)
    }
}
