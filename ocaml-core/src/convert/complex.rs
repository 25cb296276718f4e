//! `Complex`: OCaml's `Complex.t`, a record of two floats.

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::block::FloatBlock;
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

// SAFETY: checked to be a record of two floats, which is flat.
unsafe impl<'gc> FromValue<'gc> for Complex {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        let record = FloatBlock::expect(value, 2, WHAT)?;
        Ok(Complex {
            re: record.field(0, "Complex.re")?,
            im: record.field(1, "Complex.im")?,
        })
    }
}

// SAFETY: a record of two floats, which is flat.
unsafe impl<'gc> IntoValue<'gc> for Complex {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        alloc::floats(gc, &[self.re, self.im])
    }
}
