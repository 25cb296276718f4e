//! `f64` and `f32`, which OCaml boxes, or stores flat in float arrays and float records.

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

macro_rules! float {
    ($rust:ident) => {
        // SAFETY: checked to be a boxed float.
        unsafe impl<'gc> FromValue<'gc> for $rust {
            const FLOAT: bool = true;

            decode!(
                |value| value.as_float().map(|float| float as $rust),
                else ConversionError::expected("a float", value)
            );

            #[inline(always)]
            fn from_float(float: f64, _gc: &'gc Runtime) -> Result<Self, ConversionError> {
                Ok(float as $rust)
            }
        }
    };
}

float!(f64);
float!(f32);

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
