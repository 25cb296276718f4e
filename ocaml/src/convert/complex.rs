//! `Complex`: OCaml's `Complex.t`, a record of two floats.

use ocaml_sys as sys;

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::block::{Block, FloatBlock};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

/// A complex number: OCaml's `Complex.t`; in bigarrays also `Complex<f32>`, for kind `complex32`.
///
/// ```
/// use ocaml::{Complex, bigarray::Array1};
///
/// fn energy(signal: Array1<Complex>) -> f64 {
///     signal.iter().map(|Complex { re, im }| re * re + im * im).sum()
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C)]
pub struct Complex<T = f64> {
    /// The real part.
    pub re: T,
    /// The imaginary part.
    pub im: T,
}

const WHAT: &str = "a Complex.t";

// SAFETY: checked to be a record of two floats, flat where OCaml makes it flat.
unsafe impl<'gc> FromValue<'gc> for Complex {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        if sys::FLAT_FLOAT_ARRAY {
            let record = FloatBlock::expect(value, 2, WHAT)?;
            return Ok(Complex {
                re: record.field(0, "Complex.re")?,
                im: record.field(1, "Complex.im")?,
            });
        }
        let record = Block::expect(value, 0, 2, WHAT)?;
        Ok(Complex {
            re: record.field(0, "Complex.re")?,
            im: record.field(1, "Complex.im")?,
        })
    }
}

// SAFETY: a record of two floats, flat where OCaml makes it flat.
unsafe impl<'gc> IntoValue<'gc> for Complex {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        if sys::FLAT_FLOAT_ARRAY {
            return alloc::floats(gc, &[self.re, self.im]);
        }
        alloc::block(gc, 0, [Value::float(gc, self.re), Value::float(gc, self.im)])
    }
}
