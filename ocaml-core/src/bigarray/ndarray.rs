//! Views of bigarrays for crate `ndarray`, and conversions both ways (feature `ndarray`).

use ndarray::{Array, ArrayView, ArrayViewMut, Dim, Dimension, Ix0, Ix1, Ix2, Ix3, IxDyn, ShapeBuilder, ShapeError};

use super::dims::{self, Dims};
use super::{Array0, Array1, Array2, Array3, Bigarray, CLayout, Element, Genarray, Layout};
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::value::Value;

/// The type of `ndarray`'s dimensions for each of ours: `Ix0` to `Ix3`, and `IxDyn` for a [`Genarray`].
pub trait NdDims<'gc>: Dims<'gc> {
    /// `ndarray`'s type.
    type Nd: Dimension;

    /// The same sizes.
    #[doc(hidden)]
    fn nd(self) -> Self::Nd;
}

impl<'gc, T: Element, D: NdDims<'gc>, L: Layout> Bigarray<'gc, T, D, L> {
    /// A view of the elements, with the strides of the layout.
    ///
    /// ```
    /// # use ocaml::bigarray::Array2;
    /// fn column_means(matrix: Array2<f64>) -> Option<ndarray::Array1<f64>> {
    ///     // SAFETY: this program has one domain and no thread, and nothing is written here.
    ///     unsafe { matrix.as_ndarray() }.mean_axis(ndarray::Axis(0))
    /// }
    /// ```
    ///
    /// # Panics
    ///
    /// If one size is 0 and the others are so large that `ndarray` takes none of it.
    ///
    /// # Safety
    ///
    /// As for [`as_slice`](Bigarray::as_slice).
    pub unsafe fn as_ndarray(self) -> ArrayView<'gc, T, D::Nd> {
        // SAFETY: the caller's promise.
        let elements = unsafe { self.as_slice() };
        fits(ArrayView::from_shape(self.dims.nd().set_f(L::FORTRAN), elements))
    }

    /// A view of the elements that can be written, with the strides of the layout.
    ///
    /// ```
    /// # use ocaml::bigarray::Array2;
    /// fn scale(matrix: Array2<f64>, factor: f64) {
    ///     // SAFETY: this program has one domain and no thread, and nobody else uses the array here.
    ///     unsafe { matrix.as_ndarray_mut() }.map_inplace(|element| *element *= factor);
    /// }
    /// ```
    ///
    /// # Panics
    ///
    /// As for [`as_ndarray`](Bigarray::as_ndarray).
    ///
    /// # Safety
    ///
    /// As for [`as_mut_slice`](Bigarray::as_mut_slice).
    pub unsafe fn as_ndarray_mut(self) -> ArrayViewMut<'gc, T, D::Nd> {
        // SAFETY: the caller's promise.
        let elements = unsafe { self.as_mut_slice() };
        fits(ArrayViewMut::from_shape(self.dims.nd().set_f(L::FORTRAN), elements))
    }

    /// A copy, with its elements in the same order in memory.
    ///
    /// ```
    /// # use ocaml::bigarray::Array2;
    /// fn product(a: Array2<f64>, b: Array2<f64>) -> ndarray::Array2<f64> {
    ///     a.to_ndarray().dot(&b.to_ndarray())
    /// }
    /// ```
    ///
    /// # Panics
    ///
    /// As for [`as_ndarray`](Bigarray::as_ndarray).
    pub fn to_ndarray(self) -> Array<T, D::Nd> {
        fits(Array::from_shape_vec(self.dims.nd().set_f(L::FORTRAN), self.to_vec()))
    }

    /// A bigarray made of an `ndarray`. The elements are copied only if they do not stand one after the other in the
    /// order of the layout, or are few, as by [`from_vec`](super::Array1::from_vec).
    ///
    /// ```
    /// # use ocaml::{Runtime, bigarray::{Array2, FortranLayout}};
    /// fn identity(gc: &Runtime, n: usize) -> Array2<'_, f64> {
    ///     Array2::from_ndarray(gc, ndarray::Array2::eye(n))
    /// }
    ///
    /// fn for_lapack(gc: &Runtime, matrix: ndarray::Array2<f64>) -> Array2<'_, f64, FortranLayout> {
    ///     Array2::from_ndarray(gc, matrix)
    /// }
    /// # fn main() {}
    /// ```
    ///
    /// # Panics
    ///
    /// With `Invalid_argument` if there are more than 16 dimensions, or sizes or elements that no OCaml `int` holds; with
    /// `Out_of_memory` if there is no memory for the block that OCaml sees, or for a copy.
    pub fn from_ndarray(gc: &'gc Runtime, array: Array<T, D::Nd>) -> Self {
        let dims = array.raw_dim();
        let dims = dims.slice();
        if dims::count_of_new::<T>(dims).is_err() {
            ConversionError::new(format!("no bigarray has dimensions {dims:?}")).throw();
        }
        // What is in Fortran order is in C order when the axes are reversed.
        let array = if L::FORTRAN { array.reversed_axes() } else { array };
        if array.is_standard_layout() {
            let (elements, start) = array.into_raw_vec_and_offset();
            Self::made_of(gc, elements, start.unwrap_or(0), dims)
        } else {
            Self::made_of(gc, array.iter().copied().collect(), 0, dims)
        }
    }
}

fn fits<A>(result: Result<A, ShapeError>) -> A {
    result.unwrap_or_else(|error| ConversionError::new(format!("a bigarray for ndarray: {error}")).throw())
}

macro_rules! nd_dims {
    ($($dims:ty => $nd:ty, $array:ident;)*) => {$(
        impl<'gc> NdDims<'gc> for $dims {
            type Nd = $nd;

            #[inline]
            fn nd(self) -> $nd {
                Dim(self)
            }
        }

        /// A copy of a bigarray in C layout.
        // SAFETY: checked as the bigarray that is copied.
        unsafe impl<'gc, T: Element> FromValue<'gc> for Array<T, $nd> {
            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                $array::<T, CLayout>::from_value(value).map(Bigarray::to_ndarray)
            }
        }

        /// A bigarray in C layout; see [`Bigarray::from_ndarray`].
        // SAFETY: a bigarray.
        unsafe impl<'gc, T: Element> IntoValue<'gc> for Array<T, $nd> {
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                $array::<T, CLayout>::from_ndarray(gc, self).value()
            }
        }
    )*};
}

nd_dims! {
    [usize; 0] => Ix0, Array0;
    [usize; 1] => Ix1, Array1;
    [usize; 2] => Ix2, Array2;
    [usize; 3] => Ix3, Array3;
    &'gc [usize] => IxDyn, Genarray;
}
