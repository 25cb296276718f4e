//! Copies of all elements, and the slices that only `unsafe` code may have.

use super::element::all_checked;
use super::{Bigarray, Dims, Element, Layout, shared};

impl<'gc, T: Element, D: Dims<'gc>, L: Layout> Bigarray<'gc, T, D, L> {
    /// A copy of all elements, in the order of memory.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn median(array: Array1<f64>) -> Option<f64> {
    ///     let mut elements = array.to_vec();
    ///     elements.sort_by(f64::total_cmp);
    ///     elements.get(elements.len() / 2).copied()
    /// }
    /// ```
    #[inline]
    pub fn to_vec(self) -> Vec<T> {
        let len = self.len();
        let mut elements = Vec::with_capacity(len);
        // SAFETY: there are `len` elements and room for as many; each is a value whatever its bits are.
        unsafe {
            shared::copy(self.data.as_ptr(), elements.as_mut_ptr(), len);
            elements.set_len(len);
        }
        elements
    }

    /// Copies all elements, in the order of memory, to a slice of that length.
    ///
    /// # Panics
    ///
    /// If the slice has another length.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn key(array: Array1<u8>) -> [u8; 32] {
    ///     let mut key = [0; 32];
    ///     array.copy_to_slice(&mut key);
    ///     key
    /// }
    /// ```
    #[inline]
    pub fn copy_to_slice(self, slice: &mut [T]) {
        self.check_length(slice.len());
        // SAFETY: both have that length.
        unsafe { shared::copy(self.data.as_ptr(), slice.as_mut_ptr(), slice.len()) };
    }

    /// Replaces all elements, in the order of memory, by those of a slice of that length.
    ///
    /// # Panics
    ///
    /// If the slice has another length. As for [`Cell::set`](super::Cell::set), and then no element is replaced.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn sort(array: Array1<i32>) {
    ///     let mut elements = array.to_vec();
    ///     elements.sort_unstable();
    ///     array.copy_from_slice(&elements);
    /// }
    /// ```
    #[inline]
    pub fn copy_from_slice(self, slice: &[T]) {
        self.check_length(slice.len());
        all_checked(slice).unwrap_or_else(|error| error.throw());
        // SAFETY: both have that length.
        unsafe { shared::copy(slice.as_ptr(), self.data.as_ptr(), slice.len()) };
    }

    #[inline]
    fn check_length(self, length: usize) {
        assert!(
            self.len() == length,
            "a slice of {length} elements for a bigarray of {}",
            self.len()
        );
    }

    /// All elements in the order of memory, as a slice.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn sum(array: Array1<i32>) -> i32 {
    ///     // SAFETY: this program has one domain and no thread, and nothing is written here.
    ///     unsafe { array.as_slice() }.iter().sum()
    /// }
    /// ```
    ///
    /// # Safety
    ///
    /// While the slice is used nobody writes to these elements: neither this thread through any array that shares
    /// them, nor another domain or process, nor a thread that fills or copies the array without the runtime lock.
    #[inline(always)]
    pub unsafe fn as_slice(self) -> &'gc [T] {
        // SAFETY: there are `len` elements, alive while the value is; the rest is the caller's promise.
        unsafe { std::slice::from_raw_parts(self.data.as_ptr(), self.len()) }
    }

    /// All elements in the order of memory, as a slice that can be written.
    ///
    /// ```
    /// # use ocaml::bigarray::Array1;
    /// fn sort(array: Array1<i32>) {
    ///     // SAFETY: this program has one domain and no thread, and nobody else uses the array here.
    ///     unsafe { array.as_mut_slice() }.sort_unstable();
    /// }
    /// ```
    ///
    /// # Safety
    ///
    /// As for [`as_slice`](Bigarray::as_slice); and nobody else reads the elements either, through this array or
    /// another that shares them. Two arguments of a function may be the same array.
    /// (An `isize` that does not fit OCaml's `int` is not refused here: OCaml reads it without its topmost bit.)
    #[inline(always)]
    pub unsafe fn as_mut_slice(self) -> &'gc mut [T] {
        // SAFETY: there are `len` elements, alive while the value is; the rest is the caller's promise.
        unsafe { std::slice::from_raw_parts_mut(self.data.as_ptr(), self.len()) }
    }
}
