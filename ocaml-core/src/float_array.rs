//! `FloatArray`: OCaml's `floatarray`, read and written in place.

use core::fmt;

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::runtime::Runtime;
use crate::value::{Kind, Value};

/// OCaml's `floatarray` (`Float.Array.t`), without a copy.
///
/// A `FloatArray` is `Copy` and shared with OCaml: elements may change between two reads when another OCaml 5 domain
/// writes to them. Each access is atomic. A `float array` of OCaml is an [`Array<f64>`](crate::Array); where it is flat
/// it is accepted here too.
///
/// ```
/// /// `floatarray -> float`
/// #[ocaml::func]
/// pub fn doc_mean(floats: ocaml::FloatArray) -> f64 {
///     floats.iter().sum::<f64>() / floats.len() as f64
/// }
/// ```
#[derive(Clone, Copy)]
pub struct FloatArray<'gc> {
    value: Value<'gc>,
    len: usize,
}

impl<'gc> FloatArray<'gc> {
    /// A new array with a copy of the numbers.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    #[inline]
    pub fn from_slice(gc: &'gc Runtime, floats: &[f64]) -> FloatArray<'gc> {
        FloatArray {
            value: alloc::floats(gc, floats),
            len: floats.len(),
        }
    }

    /// The number of elements.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.len
    }

    /// Whether there is no element.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The array as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }

    /// The element at `index`.
    ///
    /// # Errors
    ///
    /// `Invalid_argument "index out of bounds"`.
    #[inline(always)]
    pub fn get(self, index: usize) -> Result<f64, Error> {
        if index >= self.len {
            return Err(Error::array_bound_error());
        }
        // SAFETY: index < len.
        Ok(unsafe { self.value.float_unchecked(index) })
    }

    /// Replaces the element at `index`.
    ///
    /// # Errors
    ///
    /// `Invalid_argument "index out of bounds"`.
    #[inline(always)]
    pub fn set(self, index: usize, float: f64) -> Result<(), Error> {
        if index >= self.len {
            return Err(Error::array_bound_error());
        }
        // SAFETY: index < len; a float needs no barrier, and floats on the OCaml heap are never lent.
        unsafe { self.value.set_float_unchecked(index, float) };
        Ok(())
    }

    /// The elements in order, each read when it is reached.
    #[inline]
    pub fn iter(self) -> Iter<'gc> {
        Iter { array: self, next: 0 }
    }

    /// A copy of the elements.
    #[inline]
    pub fn to_vec(self) -> Vec<f64> {
        self.iter().collect()
    }
}

/// The elements of a [`FloatArray`].
#[derive(Clone)]
pub struct Iter<'gc> {
    array: FloatArray<'gc>,
    next: usize,
}

impl Iterator for Iter<'_> {
    type Item = f64;

    #[inline(always)]
    fn next(&mut self) -> Option<f64> {
        let index = self.next;
        if index >= self.array.len {
            return None;
        }
        self.next += 1;
        // SAFETY: index < len.
        Some(unsafe { self.array.value.float_unchecked(index) })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.array.len - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'gc> IntoIterator for FloatArray<'gc> {
    type Item = f64;
    type IntoIter = Iter<'gc>;

    fn into_iter(self) -> Iter<'gc> {
        self.iter()
    }
}

// SAFETY: checked to hold floats.
unsafe impl<'gc> FromValue<'gc> for FloatArray<'gc> {
    const CHECKED: bool = true;

    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        let len = match value.kind() {
            Kind::Block(sys::DOUBLE_ARRAY, words) => words / sys::DOUBLE_WOSIZE,
            // The block of size zero is that of every empty array.
            Kind::Block(0, 0) => 0,
            _ => return Err(ConversionError::expected("a floatarray", value)),
        };
        Ok(FloatArray { value, len })
    }
}

// SAFETY: the array itself.
unsafe impl<'gc> IntoValue<'gc> for FloatArray<'_> {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.value.into_value(gc)
    }
}

impl fmt::Debug for FloatArray<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
