//! The sizes of the dimensions: a number of them known to the compiler, or not.

use ocaml_sys as sys;
use sys::bigarray::MAX_NUM_DIMS;

use super::layout::Layout;
use crate::error::Error;

/// The sizes of a bigarray's dimensions: `[usize; N]`, or `&[usize]` in a [`Genarray`](super::Genarray).
pub trait Dims<'gc>: sealed::Dims + Copy + AsRef<[usize]> {
    /// How many there are, if the type says it.
    const COUNT: Option<usize>;

    /// The sizes that stand in an array's block. There are `COUNT` of them.
    #[doc(hidden)]
    fn of_block(dims: &'gc [usize]) -> Self;
}

impl<'gc, const N: usize> Dims<'gc> for [usize; N] {
    const COUNT: Option<usize> = Some(N);

    #[inline(always)]
    fn of_block(dims: &'gc [usize]) -> Self {
        std::array::from_fn(|i| dims[i])
    }
}

impl<'gc> Dims<'gc> for &'gc [usize] {
    const COUNT: Option<usize> = None;

    #[inline(always)]
    fn of_block(dims: &'gc [usize]) -> Self {
        dims
    }
}

/// Sizes as a caller gives them for a new array: `n` or `[n]` for an `Array1`, `[n, m]` for an `Array2`, and so on; a
/// slice, or a reference to an array, for a `Genarray`.
pub trait Shape<D>: sealed::Shape {
    /// The sizes, as a slice.
    #[doc(hidden)]
    fn sizes(&self) -> &[usize];
}

impl Shape<[usize; 1]> for usize {
    fn sizes(&self) -> &[usize] {
        std::slice::from_ref(self)
    }
}

impl<const N: usize> Shape<[usize; N]> for [usize; N] {
    fn sizes(&self) -> &[usize] {
        self
    }
}

impl Shape<&[usize]> for &[usize] {
    fn sizes(&self) -> &[usize] {
        self
    }
}

impl<const N: usize> Shape<&[usize]> for &[usize; N] {
    fn sizes(&self) -> &[usize] {
        *self
    }
}

mod sealed {
    pub trait Dims {}
    impl<const N: usize> Dims for [usize; N] {}
    impl Dims for &[usize] {}

    pub trait Shape {}
    impl Shape for usize {}
    impl<const N: usize> Shape for [usize; N] {}
    impl Shape for &[usize] {}
    impl<const N: usize> Shape for &[usize; N] {}
}

/// The number of elements, if so many elements of type `T` can be in memory.
#[inline]
pub(super) fn count<T>(dims: &[usize]) -> Option<usize> {
    let count = dims.iter().try_fold(1usize, |count, dim| count.checked_mul(*dim))?;
    let bytes = count.checked_mul(size_of::<T>())?;
    (bytes <= isize::MAX as usize).then_some(count)
}

/// The number of elements of a new array.
///
/// # Errors
///
/// `Invalid_argument` if there are more than 16 dimensions, `Out_of_memory` if so many elements are never possible.
pub(super) fn count_of_new<T>(dims: &[usize]) -> Result<usize, Error> {
    if dims.len() > MAX_NUM_DIMS {
        return Err(Error::invalid_argument(format!(
            "a bigarray has at most {MAX_NUM_DIMS} dimensions, not {}",
            dims.len()
        )));
    }
    count::<T>(dims)
        .filter(|_| dims.iter().all(|dim| *dim <= sys::MAX_INT as usize))
        .ok_or_else(Error::out_of_memory)
}

/// Where the element at `index` stands; `None` if an index is out of bounds, or there are too many or too few.
#[inline(always)]
pub(super) fn offset<L: Layout>(dims: &[usize], index: &[usize]) -> Option<usize> {
    if index.len() != dims.len() {
        return None;
    }
    let step = |offset: usize, (size, i): (&usize, &usize)| (i < size).then(|| offset * size + i);
    let mut pairs = dims.iter().zip(index);
    if L::FORTRAN {
        pairs.rev().try_fold(0, step)
    } else {
        pairs.try_fold(0, step)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{CLayout, FortranLayout};
    use super::{count, count_of_new, offset};

    #[test]
    fn offsets_run_through_memory_in_order() {
        let mut c = Vec::new();
        let mut fortran = Vec::new();
        for i in 0..2 {
            for j in 0..3 {
                for k in 0..4 {
                    c.push(offset::<CLayout>(&[2, 3, 4], &[i, j, k]).unwrap());
                    fortran.push(offset::<FortranLayout>(&[4, 3, 2], &[k, j, i]).unwrap());
                }
            }
        }
        assert_eq!(c, Vec::from_iter(0..24));
        assert_eq!(fortran, c);
        assert_eq!(offset::<CLayout>(&[], &[]), Some(0));
    }

    #[test]
    fn out_of_bounds_is_none_in_every_dimension() {
        assert_eq!(offset::<CLayout>(&[2, 3], &[2, 0]), None);
        assert_eq!(offset::<CLayout>(&[2, 3], &[0, 3]), None);
        assert_eq!(offset::<FortranLayout>(&[2, 3], &[2, 0]), None);
        assert_eq!(offset::<FortranLayout>(&[2, 3], &[0, 3]), None);
        assert_eq!(offset::<CLayout>(&[2, 3], &[0]), None);
        assert_eq!(offset::<CLayout>(&[2, 3], &[0, 0, 0]), None);
        assert_eq!(offset::<CLayout>(&[0], &[0]), None);
        assert_eq!(offset::<CLayout>(&[usize::MAX], &[usize::MAX]), None);
    }

    #[test]
    fn sizes_that_overflow_are_no_sizes() {
        assert_eq!(count::<f64>(&[1 << 40, 1 << 40]), None);
        assert_eq!(count::<f64>(&[usize::MAX / 8]), None);
        assert_eq!(count::<u8>(&[usize::MAX]), None);
        assert_eq!(count::<f64>(&[]), Some(1));
        assert_eq!(count::<f64>(&[3, 0, 5]), Some(0));
        assert!(count_of_new::<u8>(&[1; 17]).is_err());
        assert!(count_of_new::<u8>(&[0, usize::MAX]).is_err());
        assert!(matches!(count_of_new::<u8>(&[2; 16]), Ok(65536)));
    }
}
