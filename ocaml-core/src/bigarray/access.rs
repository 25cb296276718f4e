//! Sizes, elements and cells.

use std::fmt;

use super::cell::Cell;
use super::dims::{self, Dims};
use super::element::checked;
use super::{Array0, Array1, Array2, Array3, Bigarray, Element, Genarray, Layout, shared};
use crate::conversion_error::ConversionError;
use crate::error::Error;
use crate::value::Value;

impl<'gc, T: Element, D: Dims<'gc>, L: Layout> Bigarray<'gc, T, D, L> {
    /// The number of elements: the product of the sizes of all dimensions.
    ///
    /// ```
    /// # use ocaml::bigarray::Array2;
    /// fn pixels(image: Array2<u8>) -> usize {
    ///     image.len()
    /// }
    /// ```
    #[inline(always)]
    pub fn len(self) -> usize {
        self.dims.as_ref().iter().product()
    }

    /// Whether there is no element.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn mean(array: Array1<f64>) -> Option<f64> {
    ///     (!array.is_empty()).then(|| array.iter().sum::<f64>() / array.len() as f64)
    /// }
    /// ```
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The sizes of the dimensions: `[usize; N]`, or a slice for a [`Genarray`].
    ///
    /// ```
    /// # use ocaml::bigarray::{Array2, Genarray};
    /// fn is_square(matrix: Array2<f64>) -> bool {
    ///     let [rows, columns] = matrix.dims();
    ///     rows == columns
    /// }
    ///
    /// fn rank(array: Genarray<f64>) -> usize {
    ///     array.dims().len()
    /// }
    /// ```
    #[inline(always)]
    pub fn dims(self) -> D {
        self.dims
    }

    /// The array as a value.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn same_block(a: Array1<f64>, b: Array1<f64>) -> bool {
    ///     a.value() == b.value()
    /// }
    /// ```
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }

    /// All elements in the order of memory, each a [`Cell`] that can be read and written.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn clamp(array: Array1<f32>) {
    ///     for cell in array.as_cells() {
    ///         cell.set(cell.get().clamp(0.0, 1.0));
    ///     }
    /// }
    /// ```
    #[inline(always)]
    pub fn as_cells(self) -> &'gc [Cell<T>] {
        // SAFETY: there are `len` elements, alive while the value is. A cell is an element, and asks nothing of what
        // others do to it.
        unsafe { std::slice::from_raw_parts(self.data.as_ptr().cast(), self.len()) }
    }

    /// All elements in the order of memory.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn largest(array: Array1<f64>) -> Option<f64> {
    ///     array.iter().reduce(f64::max)
    /// }
    /// ```
    #[inline]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + use<'gc, T, D, L> {
        self.as_cells().iter().map(Cell::get)
    }

    /// Sets all elements.
    ///
    /// # Panics
    ///
    /// As for [`Cell::set`].
    ///
    /// ```
    /// # use ocaml::bigarray::Array2;
    /// fn clear(image: Array2<u8>) {
    ///     image.fill(0);
    /// }
    /// ```
    #[inline]
    pub fn fill(self, element: T) {
        self.as_cells().iter().for_each(|cell| cell.set(element));
    }

    /// The address of the first element: for C functions that take an array.
    ///
    /// Valid while the value is alive. If there is no element, it must not be read.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// unsafe extern "C" {
    ///     fn qsort(base: *mut i32, n: usize, size: usize, compare: extern "C" fn(&i32, &i32) -> i32);
    /// }
    ///
    /// extern "C" fn compare(a: &i32, b: &i32) -> i32 {
    ///     a.cmp(b) as i32
    /// }
    ///
    /// fn sort(array: Array1<i32>) {
    ///     // SAFETY: there are so many elements, and nobody else uses them in this program.
    ///     unsafe { qsort(array.as_ptr(), array.len(), size_of::<i32>(), compare) };
    /// }
    /// ```
    #[inline(always)]
    pub fn as_ptr(self) -> *mut T {
        self.data.as_ptr()
    }

    #[inline(always)]
    fn element(self, index: &[usize]) -> Result<T, Error> {
        match dims::offset::<L>(self.dims.as_ref(), index) {
            // SAFETY: all indices are in bounds, so there is such an element, alive while the value is.
            Some(offset) => Ok(unsafe { shared::load(self.data.as_ptr().add(offset)) }),
            None => Err(Error::array_bound_error()),
        }
    }

    #[inline(always)]
    fn set_element(self, index: &[usize], element: T) -> Result<(), Error> {
        match dims::offset::<L>(self.dims.as_ref(), index) {
            Some(offset) => {
                let element = checked(element).map_err(ConversionError::from)?;
                // SAFETY: all indices are in bounds, so there is such an element, alive while the value is.
                unsafe { shared::store(self.data.as_ptr().add(offset), element) };
                Ok(())
            }
            None => Err(Error::array_bound_error()),
        }
    }
}

/// `get` and `set`, with one index for each dimension.
macro_rules! access {
    ($($array:ident($($index:ident: $type:ty),*) = $indices:expr, $example:literal;)*) => {$(
        impl<'gc, T: Element, L: Layout> $array<'gc, T, L> {
            /// The element at these indices, each of which counts from 0 (see [`Layout`]).
            ///
            /// # Errors
            ///
            /// `Invalid_argument "index out of bounds"`.
            ///
            /// ```
            /// # use ocaml::bigarray::*;
            #[doc = $example]
            /// # fn main() {}
            /// ```
            #[inline]
            pub fn get(self, $($index: $type),*) -> Result<T, Error> {
                self.element($indices)
            }

            /// Replaces the element at these indices, each of which counts from 0 (see [`Layout`]).
            ///
            /// # Errors
            ///
            /// `Invalid_argument "index out of bounds"`; the same exception for an `isize` that does not fit OCaml's `int`.
            ///
            /// ```
            /// # use ocaml::bigarray::*;
            #[doc = $example]
            /// # fn main() {}
            /// ```
            #[inline]
            pub fn set(self, $($index: $type,)* element: T) -> Result<(), Error> {
                self.set_element($indices, element)
            }
        }
    )*};
}

access! {
    Array0() = &[], "fn next(counter: Array0<i64>) -> Result<(), ocaml::Error> { counter.set(counter.get()? + 1) }";
    Array1(i: usize) = &[i], "fn copy(a: Array1<f64>) -> Result<(), ocaml::Error> { a.set(1, a.get(0)?) }";
    Array2(i: usize, j: usize) = &[i, j], "fn copy(a: Array2<f64>) -> Result<(), ocaml::Error> { a.set(1, 0, a.get(0, 0)?) }";
    Array3(i: usize, j: usize, k: usize) = &[i, j, k],
        "fn copy(a: Array3<f64>) -> Result<(), ocaml::Error> { a.set(1, 0, 0, a.get(0, 0, 0)?) }";
    Genarray(index: &[usize]) = index,
        "fn copy(a: Genarray<f64>) -> Result<(), ocaml::Error> { a.set(&[1, 0], a.get(&[0, 0])?) }";
}

impl<'gc, T: Element + fmt::Debug, D: Dims<'gc>, L: Layout> fmt::Debug for Bigarray<'gc, T, D, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bigarray")
            .field("dims", &self.dims.as_ref())
            .field("elements", &self.as_cells())
            .finish()
    }
}
