//! `f64` and `f32`, which OCaml boxes, or stores flat in float arrays and float records.

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

// SAFETY: checked to be a boxed float.
unsafe impl<'gc> FromValue<'gc> for f64 {
    const FLOAT: bool = true;

    decode!(|value| value.as_float(), else ConversionError::expected("a float", value));

    #[inline(always)]
    fn from_float(float: f64, _gc: &'gc Runtime) -> Result<Self, ConversionError> {
        Ok(float)
    }
}

/// Rounds to the nearest `f32`. A number beyond its range is an error, not an infinity.
// SAFETY: checked to be a boxed float.
unsafe impl<'gc> FromValue<'gc> for f32 {
    const FLOAT: bool = true;

    decode!(|value| value.as_float().and_then(single), else match value.as_float() {
        Some(float) => out_of_range(float),
        None => ConversionError::expected("a float", value),
    });

    #[inline(always)]
    fn from_float(float: f64, _gc: &'gc Runtime) -> Result<Self, ConversionError> {
        single(float).ok_or_else(|| out_of_range(float))
    }
}

#[inline(always)]
fn single(float: f64) -> Option<f32> {
    let single = float as f32;
    (single.is_finite() || !float.is_finite()).then_some(single)
}

#[cold]
fn out_of_range(float: f64) -> ConversionError {
    ConversionError::new(format!("{float:?} is out of range for f32"))
}

// SAFETY: a boxed float; a slice is a float array.
unsafe impl<'gc> IntoValue<'gc> for f64 {
    const FLOAT: bool = true;

    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        Value::float(gc, self)
    }

    #[inline(always)]
    fn into_float(self) -> f64 {
        self
    }

    #[inline]
    fn slice_into_value(slice: &[f64], gc: &'gc Runtime) -> Value<'gc> {
        if ocaml_sys::FLAT_FLOAT_ARRAY {
            alloc::floats(gc, slice)
        } else {
            super::sequence::array_from_iter(gc, slice.iter().copied())
        }
    }

    #[inline]
    fn vec_into_value(vec: Vec<f64>, gc: &'gc Runtime) -> Value<'gc> {
        Self::slice_into_value(&vec, gc)
    }
}

// SAFETY: a boxed float.
unsafe impl<'gc> IntoValue<'gc> for f32 {
    const FLOAT: bool = true;

    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        Value::float(gc, self.into())
    }

    #[inline(always)]
    fn into_float(self) -> f64 {
        self.into()
    }
}
