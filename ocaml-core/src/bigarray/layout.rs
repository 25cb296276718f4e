//! The order of the elements in memory.

/// The order of the elements: [`CLayout`] or [`FortranLayout`].
///
/// Indices count from 0 in Rust whatever the layout, and come in the same order as in OCaml: what is `a.{i, j}` there
/// is `a.get(i, j)` here in C layout, and `a.get(i - 1, j - 1)` in Fortran layout.
pub trait Layout: sealed::Layout + Copy + Send + Sync + 'static {
    /// Whether the first index varies fastest.
    const FORTRAN: bool;
}

/// The last index varies fastest: `Bigarray.c_layout`.
///
/// ```
/// use ocaml::bigarray::{Array1, CLayout};
///
/// // The layout of a type that does not say it.
/// fn same_type(array: Array1<f64>) -> Array1<f64, CLayout> {
///     array
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub enum CLayout {}

/// The first index varies fastest: `Bigarray.fortran_layout`.
///
/// ```
/// use ocaml::bigarray::{Array2, FortranLayout};
///
/// /// What is `matrix.{1, 1}` in OCaml.
/// fn first(matrix: Array2<f64, FortranLayout>) -> Result<f64, ocaml::Error> {
///     matrix.get(0, 0)
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub enum FortranLayout {}

impl Layout for CLayout {
    const FORTRAN: bool = false;
}

impl Layout for FortranLayout {
    const FORTRAN: bool = true;
}

mod sealed {
    pub trait Layout {}
    impl Layout for super::CLayout {}
    impl Layout for super::FortranLayout {}
}
