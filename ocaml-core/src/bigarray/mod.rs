//! Bigarrays: numbers outside the OCaml heap, shared between OCaml and Rust without a copy.
//!
//! | Rust | OCaml |
//! |---|---|
//! | `Array1<f64>` | `(float, float64_elt, c_layout) Bigarray.Array1.t` |
//! | `Array2<f32, FortranLayout>` | `(float, float32_elt, fortran_layout) Bigarray.Array2.t` |
//! | `Array3<i32>`, `Array0<Complex<f64>>` | likewise |
//! | `Genarray<u8>` | `(int, int8_unsigned_elt, c_layout) Bigarray.Genarray.t` |
//!
//! [`Element`] has the table of element types. As an argument, an array is checked to have the kind of elements, the
//! number of dimensions and the layout that the Rust type says; what is wrong is named in the error.
//!
//! ```
//! use ocaml::bigarray::{Array1, Array2};
//!
//! /// external dot : (float, float64_elt, c_layout) Array1.t -> (float, float64_elt, c_layout) Array1.t -> float
//! fn dot(a: Array1<f64>, b: Array1<f64>) -> f64 {
//!     a.iter().zip(b.iter()).map(|(a, b)| a * b).sum()
//! }
//!
//! fn transpose_in_place(matrix: Array2<f64>) -> Result<(), ocaml::Error> {
//!     let [n, _] = matrix.dims();
//!     for i in 0..n {
//!         for j in 0..i {
//!             let element = matrix.get(i, j)?;
//!             matrix.set(i, j, matrix.get(j, i)?)?;
//!             matrix.set(j, i, element)?;
//!         }
//!     }
//!     Ok(())
//! }
//! ```
//!
//! # Shared memory
//!
//! OCaml code of other domains, and C code that has released the runtime lock, may write to a bigarray at any time. So
//! safe code sees elements ([`get`](Array1::get), [`iter`](Bigarray::iter)), cells ([`as_cells`](Bigarray::as_cells)) or
//! copies ([`to_vec`](Bigarray::to_vec)), never a slice. Whoever knows that nobody else is there uses the `unsafe`
//! [`as_slice`](Bigarray::as_slice) and [`as_mut_slice`](Bigarray::as_mut_slice).
//!
//! # Handing memory over
//!
//! [`from_vec`](Array1::from_vec) makes a bigarray of a `Vec` without copying the elements; the memory is freed when
//! the collector finds that no bigarray, and no part of one made with `Bigarray.sub` and its like, uses it any more.
//! (Before OCaml 5, up to 1 KiB of elements are copied all the same, since that costs less, and before OCaml 4.08, which
//! cannot do it, all are.) The collector is told of the memory, and works the faster the more of it there is.
//!
//! With feature `ndarray`, bigarrays can be seen as `ndarray` views, and made of `ndarray` arrays.

mod access;
mod block;
mod cell;
mod convert;
mod create;
mod dims;
mod element;
mod layout;
#[cfg(feature = "ndarray")]
mod ndarray;
mod owner;
mod shared;
mod slices;

use std::marker::PhantomData;
use std::ptr::NonNull;

#[cfg(feature = "ndarray")]
pub use self::ndarray::NdDims;
pub(crate) use block::describe;
pub use cell::Cell;
pub use dims::{Dims, Shape};
#[cfg(ocaml_5_2)]
pub use element::Float16;
pub use element::{Char, Element};
pub use layout::{CLayout, FortranLayout, Layout};

use crate::value::Value;

/// OCaml's bigarrays with elements of type `T`, dimensions `D` and layout `L`: see [`Array1`], [`Array2`], [`Array3`],
/// [`Array0`] and [`Genarray`].
///
/// A `Bigarray` is `Copy` and borrows from the token like any other value. What is said about indices is in [`Layout`].
pub struct Bigarray<'gc, T, D, L = CLayout> {
    value: Value<'gc>,
    /// The first element; aligned, also when there is none.
    data: NonNull<T>,
    /// Their product is the number of elements, and was checked not to overflow.
    dims: D,
    _layout: PhantomData<fn() -> L>,
}

/// `Bigarray.Array0.t`: a single element.
///
/// ```
/// use ocaml::bigarray::Array0;
///
/// fn next(counter: Array0<i64>) -> Result<i64, ocaml::Error> {
///     let count = counter.get()? + 1;
///     counter.set(count)?;
///     Ok(count)
/// }
/// ```
pub type Array0<'gc, T, L = CLayout> = Bigarray<'gc, T, [usize; 0], L>;

/// `Bigarray.Array1.t`: one dimension.
///
/// ```
/// use ocaml::bigarray::Array1;
///
/// fn sum(array: Array1<f64>) -> f64 {
///     array.iter().sum()
/// }
/// ```
pub type Array1<'gc, T, L = CLayout> = Bigarray<'gc, T, [usize; 1], L>;

/// `Bigarray.Array2.t`: two dimensions.
///
/// ```
/// use ocaml::bigarray::{Array2, FortranLayout};
///
/// fn trace(matrix: Array2<f64, FortranLayout>) -> Result<f64, ocaml::Error> {
///     let [rows, columns] = matrix.dims();
///     (0..rows.min(columns)).map(|i| matrix.get(i, i)).sum()
/// }
/// ```
pub type Array2<'gc, T, L = CLayout> = Bigarray<'gc, T, [usize; 2], L>;

/// `Bigarray.Array3.t`: three dimensions.
///
/// ```
/// use ocaml::bigarray::Array3;
///
/// fn red(image: Array3<u8>, x: usize, y: usize) -> Result<u8, ocaml::Error> {
///     image.get(y, x, 0)
/// }
/// ```
pub type Array3<'gc, T, L = CLayout> = Bigarray<'gc, T, [usize; 3], L>;

/// `Bigarray.Genarray.t`: any number of dimensions, up to 16.
///
/// ```
/// use ocaml::bigarray::Genarray;
///
/// fn last(array: Genarray<f32>) -> Result<f32, ocaml::Error> {
///     let index: Vec<usize> = array.dims().iter().map(|size| size.wrapping_sub(1)).collect();
///     array.get(&index)
/// }
/// ```
pub type Genarray<'gc, T, L = CLayout> = Bigarray<'gc, T, &'gc [usize], L>;

impl<T, D: Copy, L> Clone for Bigarray<'_, T, D, L> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, D: Copy, L> Copy for Bigarray<'_, T, D, L> {}
