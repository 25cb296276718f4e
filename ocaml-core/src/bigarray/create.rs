//! New bigarrays.

use std::alloc::{Layout as MemoryLayout, alloc_zeroed};

use super::dims::{self, Dims, Shape};
use super::element::all_checked;
use super::{Array1, Bigarray, CLayout, Element, Layout, owner};
use crate::conversion_error::ConversionError;
use crate::error::Error;
use crate::runtime::Runtime;

impl<'gc, T: Element, D: Dims<'gc>, L: Layout> Bigarray<'gc, T, D, L> {
    /// An array with these dimensions and all elements 0: `n` or `[n]` for an `Array1`, `[n, m]` for an `Array2`, and so
    /// on; a slice for a `Genarray`.
    ///
    /// # Errors
    ///
    /// `Out_of_memory`; `Invalid_argument` if there are more than 16 dimensions.
    ///
    /// ```
    /// # use ocaml::{Error, Runtime, bigarray::{Array1, Array2}};
    /// fn identity(gc: &Runtime, n: usize) -> Result<Array2<'_, f64>, Error> {
    ///     let matrix = Array2::zeros(gc, [n, n])?;
    ///     for i in 0..n {
    ///         matrix.set(i, i, 1.0)?;
    ///     }
    ///     Ok(matrix)
    /// }
    ///
    /// fn buffer(gc: &Runtime) -> Result<Array1<'_, u8>, Error> {
    ///     Array1::zeros(gc, 65536)
    /// }
    /// ```
    pub fn zeros(gc: &'gc Runtime, dims: impl Shape<D>) -> Result<Self, Error> {
        let count = dims::count_of_new::<T>(dims.sizes())?;
        Ok(Self::owning(gc, zeros(count)?, 0, dims.sizes()))
    }

    /// An array with these dimensions, made of a vector that has its elements in the order of memory. They are not
    /// copied unless they are few, as by [`from_vec`](Array1::from_vec).
    ///
    /// # Errors
    ///
    /// `Invalid_argument` if the dimensions ask for more or fewer elements than there are, or if there are more than 16
    /// dimensions, or for an `isize` that does not fit OCaml's `int`.
    ///
    /// ```
    /// # use ocaml::{Error, Runtime, bigarray::{Array2, FortranLayout, Genarray}};
    /// fn rows(gc: &Runtime) -> Result<Array2<'_, i32>, Error> {
    ///     Array2::from_shape_vec(gc, [2, 3], vec![11, 12, 13, 21, 22, 23])
    /// }
    ///
    /// fn columns(gc: &Runtime) -> Result<Array2<'_, i32, FortranLayout>, Error> {
    ///     Array2::from_shape_vec(gc, [2, 3], vec![11, 21, 12, 22, 13, 23])
    /// }
    ///
    /// fn four_dimensions(gc: &Runtime) -> Result<Genarray<'_, i32>, Error> {
    ///     Genarray::from_shape_vec(gc, &[2, 2, 3, 1], (0..12).collect())
    /// }
    /// # fn main() {}
    /// ```
    pub fn from_shape_vec(gc: &'gc Runtime, dims: impl Shape<D>, elements: Vec<T>) -> Result<Self, Error> {
        let sizes = dims.sizes();
        if dims::count_of_new::<T>(sizes).is_ok_and(|count| count == elements.len()) {
            all_checked(&elements).map_err(ConversionError::from)?;
            return Ok(Self::owning(gc, elements, 0, sizes));
        }
        let problem = format!("{} elements for a bigarray of dimensions {sizes:?}", elements.len());
        Err(Error::invalid_argument(problem))
    }

    /// An array of a vector's elements from `start` on, as many as the dimensions say. The vector has so many.
    ///
    /// # Panics
    ///
    /// If one of them is an `isize` that does not fit OCaml's `int`.
    #[inline(always)]
    pub(super) fn made_of(gc: &'gc Runtime, elements: Vec<T>, start: usize, dims: &[usize]) -> Self {
        let used = &elements[start..][..dims.iter().product()];
        all_checked(used).unwrap_or_else(|error| error.throw());
        Self::owning(gc, elements, start, dims)
    }

    /// The same for elements that are known to fit.
    #[inline(always)]
    fn owning(gc: &'gc Runtime, elements: Vec<T>, start: usize, dims: &[usize]) -> Self {
        let value = owner::bigarray::<T, L>(gc, elements, start, dims);
        Self::of_value(value).unwrap_or_else(|error| error.throw())
    }
}

impl<'gc, T: Element> Array1<'gc, T> {
    /// An array of a vector's elements, which are not copied, but for up to 1 KiB before OCaml 5, where that costs less.
    /// Where they are not, capacity that is not used stays in memory with them.
    ///
    /// The layout is C's, so that it need not be said. In Fortran layout it is [`from_shape_vec`](Bigarray::from_shape_vec)
    /// that makes one: `Array1::from_shape_vec(gc, elements.len(), elements)`.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no memory for the block that OCaml sees, a few words, or for a copy; with
    /// `Invalid_argument` for an `isize` that does not fit OCaml's `int`.
    ///
    /// ```
    /// # use ocaml::{Runtime, bigarray::Array1};
    /// fn squares(gc: &Runtime, n: i64) -> Array1<'_, i64> {
    ///     Array1::from_vec(gc, (0..n).map(|i| i * i).collect())
    /// }
    /// ```
    pub fn from_vec(gc: &'gc Runtime, elements: Vec<T>) -> Self {
        let len = elements.len();
        Self::made_of(gc, elements, 0, &[len])
    }

    /// An array with a copy of these elements.
    ///
    /// # Panics
    ///
    /// As for [`from_vec`](Array1::from_vec).
    ///
    /// ```
    /// # use ocaml::{Runtime, bigarray::Array1};
    /// fn digits(gc: &Runtime) -> Array1<'_, u8> {
    ///     Array1::from_slice(gc, b"0123456789")
    /// }
    /// ```
    pub fn from_slice(gc: &'gc Runtime, elements: &[T]) -> Self {
        all_checked(elements).unwrap_or_else(|error| error.throw());
        let value = owner::copy::<T, CLayout>(gc, elements, &[elements.len()]);
        Self::of_value(value).unwrap_or_else(|error| error.throw())
    }
}

/// A vector of zeros, whose memory the system may not even have touched yet.
fn zeros<T: Element>(count: usize) -> Result<Vec<T>, Error> {
    let layout = MemoryLayout::array::<T>(count).map_err(|_| Error::out_of_memory())?;
    if layout.size() == 0 {
        return Ok(Vec::new());
    }
    // SAFETY: the size is not 0.
    let data = unsafe { alloc_zeroed(layout) };
    if data.is_null() {
        return Err(Error::out_of_memory());
    }
    // SAFETY: allocated just now for `count` elements, each of which is `T::ZERO`.
    Ok(unsafe { Vec::from_raw_parts(data.cast(), count, count) })
}
