//! The custom block of a bigarray: whether a value is one, and what it says.

use std::fmt;
use std::marker::PhantomData;
use std::ptr::NonNull;

use ocaml_sys as sys;
use sys::bigarray::{Kind, LAYOUT_MASK};

use super::dims::{self, Dims};
use super::{Bigarray, Element, Layout};
use crate::conversion_error::ConversionError;
use crate::value::Value;

/// The block's data, if the value is a bigarray.
///
/// Whoever made it, of whatever memory, it has the runtime's `compare`: that function is what knows the layout of the
/// block.
#[inline(always)]
fn block(value: Value<'_>) -> Option<NonNull<sys::Bigarray>> {
    if value.tag() != Some(sys::CUSTOM) {
        return None;
    }
    // SAFETY: a custom block starts with a pointer to its operations; the runtime's own ones are a constant.
    let is_bigarray = unsafe {
        let compare = (*sys::custom_ops_val(value.word())).compare;
        compare.map(|f| f as usize) == sys::bigarray::caml_ba_ops.compare.map(|f| f as usize)
    };
    // SAFETY: the data of a live block are not at address 0.
    is_bigarray.then(|| unsafe { NonNull::new_unchecked(sys::data_custom_val(value.word())) })
}

impl<'gc, T: Element, D: Dims<'gc>, L: Layout> Bigarray<'gc, T, D, L> {
    /// Checks everything that the type says of the array.
    #[inline]
    pub(super) fn of_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        let Some(block) = block(value) else {
            return Err(Self::mismatch(value));
        };
        let found = Description::of(block);
        if !found.kind.is_some_and(T::accepts)
            || found.fortran != L::FORTRAN
            || D::COUNT.is_some_and(|count| count != found.dims)
        {
            return Err(Self::mismatch(value));
        }
        // SAFETY: the block is alive while the value is, and does not move.
        let (data, sizes) = unsafe { ((*block.as_ptr()).data.cast::<T>(), sizes(block)) };
        let Some(count) = dims::count::<T>(sizes) else {
            return Err(ConversionError::new(format!(
                "a bigarray with impossible dimensions {sizes:?}"
            )));
        };
        let data = if count == 0 {
            NonNull::dangling()
        } else {
            NonNull::new(data)
                .filter(|data| data.is_aligned())
                .ok_or_else(|| unaligned::<T>(data))?
        };
        Ok(Bigarray {
            value,
            data,
            dims: D::of_block(sizes),
            _layout: PhantomData,
        })
    }

    #[cold]
    #[inline(never)]
    fn mismatch(value: Value<'gc>) -> ConversionError {
        let expected = Description {
            kind: Some(T::KIND),
            dims: D::COUNT.unwrap_or(usize::MAX),
            fortran: L::FORTRAN,
        };
        ConversionError::expected(&expected.to_string(), value)
    }
}

/// The sizes of the dimensions. An OCaml `intnat` that is not negative is a `usize`.
///
/// # Safety
///
/// The block is alive for as long as the slice is.
#[inline(always)]
unsafe fn sizes<'a>(block: NonNull<sys::Bigarray>) -> &'a [usize] {
    // SAFETY: by the caller's promise; nothing writes to the sizes of an array that is finished. Negative sizes become
    // impossible ones.
    unsafe {
        let sizes = sys::Bigarray::dims(block.as_ptr());
        std::slice::from_raw_parts(sizes.as_ptr().cast(), sizes.len())
    }
}

/// A mapped file that does not start at a multiple of the element's size, or a C library's array.
#[cold]
#[inline(never)]
fn unaligned<T: Element>(data: *mut T) -> ConversionError {
    ConversionError::new(format!(
        "the elements of this bigarray, at {data:?}, are not aligned to {} bytes",
        align_of::<T>()
    ))
}

/// What error messages say about an array.
struct Description {
    kind: Option<Kind>,
    /// `usize::MAX`: any number.
    dims: usize,
    fortran: bool,
}

impl Description {
    #[inline(always)]
    fn of(block: NonNull<sys::Bigarray>) -> Description {
        // SAFETY: a bigarray, of which only the proxy may change.
        let (flags, dims) = unsafe { ((*block.as_ptr()).flags, (*block.as_ptr()).num_dims) };
        Description {
            kind: Kind::of_flags(flags),
            dims: dims as usize,
            fortran: flags & LAYOUT_MASK as isize != 0,
        }
    }
}

impl fmt::Display for Description {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.map_or("unknown kind", Kind::name);
        write!(f, "a bigarray of {kind} with ")?;
        match self.dims {
            usize::MAX => f.write_str("any number of dimensions")?,
            1 => f.write_str("1 dimension")?,
            dims => write!(f, "{dims} dimensions")?,
        }
        f.write_str(if self.fortran {
            " in Fortran layout"
        } else {
            " in C layout"
        })
    }
}

/// `a bigarray of float64 with 2 dimensions in C layout`, if the value is one.
pub(crate) fn describe(value: Value<'_>) -> Option<impl fmt::Display> {
    block(value).map(Description::of)
}
