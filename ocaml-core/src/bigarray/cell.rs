//! `Cell`: an element in place.

use std::cell::UnsafeCell;
use std::fmt;

use super::element::{Element, checked};
use super::shared;

/// An element of a bigarray, in place: it can be read and written, and no reference to what is inside exists.
///
/// Each access is a relaxed atomic one, so that cells may be shared between threads, also with OCaml code of other
/// domains: a read gives something that was written. (Only complex numbers, and 64-bit numbers on 32-bit machines, may be
/// read half old and half new.)
///
/// ```
/// use ocaml::bigarray::Array1;
///
/// /// Doubles every element, with two threads.
/// fn double(array: Array1<f64>) {
///     let (left, right) = array.as_cells().split_at(array.len() / 2);
///     std::thread::scope(|threads| {
///         for half in [left, right] {
///             threads.spawn(|| half.iter().for_each(|cell| cell.set(2.0 * cell.get())));
///         }
///     });
/// }
/// ```
#[repr(transparent)]
pub struct Cell<T>(UnsafeCell<T>);

// SAFETY: every access to the element is atomic.
unsafe impl<T: Element> Sync for Cell<T> {}

impl<T: Element> Cell<T> {
    /// The element.
    ///
    /// ```
    /// # use ocaml::bigarray::Cell;
    /// fn sum(cells: &[Cell<f64>]) -> f64 {
    ///     cells.iter().map(Cell::get).sum()
    /// }
    /// ```
    #[inline(always)]
    pub fn get(&self) -> T {
        // SAFETY: the reference keeps the element alive, and gives it away only to `get` and `set`.
        unsafe { shared::load(self.0.get()) }
    }

    /// Replaces the element.
    ///
    /// # Panics
    ///
    /// If it is an `isize` that does not fit OCaml's `int`; in an exported function that is `Invalid_argument`.
    ///
    /// ```
    /// # use ocaml::bigarray::Cell;
    /// fn negate(cell: &Cell<f64>) {
    ///     cell.set(-cell.get());
    /// }
    /// ```
    #[inline(always)]
    pub fn set(&self, element: T) {
        let element = checked(element).unwrap_or_else(|error| error.throw());
        // SAFETY: as in `get`.
        unsafe { shared::store(self.0.get(), element) }
    }
}

impl<T: Element + fmt::Debug> fmt::Debug for Cell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}
