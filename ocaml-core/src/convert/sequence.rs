//! Arrays: `Vec<A>`, `&[A]`, `&[Value]`. Floats are flat where the compiler makes them flat.

use ocaml_sys as sys;

use super::depth::nested;
use super::{FromValue, IntoValue};
use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::{Kind, Value};

/// The layout of an array.
#[derive(Clone, Copy)]
pub(crate) enum Layout {
    Values,
    Floats,
}

/// The layout and length of an array.
#[inline(always)]
pub(crate) fn array_layout(value: Value<'_>) -> Result<(Layout, usize), ConversionError> {
    match value.kind() {
        Kind::Block(0, size) => Ok((Layout::Values, size)),
        Kind::Block(sys::DOUBLE_ARRAY, words) => Ok((Layout::Floats, words / sys::DOUBLE_WOSIZE)),
        _ => Err(ConversionError::expected("an array", value)),
    }
}

/// Element `index` of an array.
///
/// # Safety
///
/// `value` is an array of that layout, with more than `index` elements.
#[inline(always)]
pub(crate) unsafe fn element<'gc, A: FromValue<'gc>>(
    value: Value<'gc>,
    layout: Layout,
    index: usize,
) -> Result<A, ConversionError> {
    // SAFETY: the caller's promise.
    unsafe {
        match layout {
            Layout::Values => A::from_value(value.field_unchecked(index)),
            Layout::Floats => A::from_float(value.float_unchecked(index), value.gc()),
        }
    }
}

#[inline]
pub(crate) fn vec_from_array<'gc, A: FromValue<'gc>>(value: Value<'gc>) -> Result<Vec<A>, ConversionError> {
    let (layout, len) = array_layout(value)?;
    nested(|| {
        let mut vec = Vec::with_capacity(len);
        for index in 0..len {
            // SAFETY: index < len.
            let element = unsafe { element(value, layout, index) };
            vec.push(element.map_err(|error| at_index(error, index))?);
        }
        Ok(vec)
    })
}

#[cold]
pub(crate) fn at_index(error: ConversionError, index: usize) -> ConversionError {
    error.at(&format!("element {index}"))
}

/// An array of what the iterator yields.
///
/// # Panics
///
/// If the iterator ends before its length.
#[inline]
pub(crate) fn array_from_iter<'gc, A: IntoValue<'gc>>(
    gc: &'gc Runtime,
    mut iter: impl ExactSizeIterator<Item = A>,
) -> Value<'gc> {
    let len = iter.len();
    if len == 0 {
        return alloc::atom(gc);
    }
    let mut next = || iter.next().expect("an iterator ended before its length");
    if A::FLOAT && sys::FLAT_FLOAT_ARRAY {
        return flat(gc, len, || next().into_float());
    }
    // Where the type does not say, the first element does, as in OCaml's own generic arrays.
    let first = next().into_value(gc);
    let mut rest = core::iter::once(first).chain(core::iter::from_fn(|| Some(next().into_value(gc))));
    let mut next = || rest.next().expect("an endless iterator");
    if sys::FLAT_FLOAT_ARRAY && first.tag() == Some(sys::DOUBLE) {
        return flat(gc, len, || next().double_val());
    }
    let fresh = alloc::reserve(gc, len, 0);
    // SAFETY: the block has `len` fields. It must be complete whatever `next` does.
    unsafe { fresh.clear(len) };
    for index in 0..len {
        let value = next();
        // SAFETY: index < len, and only `clear` has written the field.
        unsafe { fresh.initialize(index, value.word()) };
    }
    fresh.value(gc)
}

/// A flat float array of that many elements, at least one.
#[inline(always)]
fn flat<'gc>(gc: &'gc Runtime, len: usize, mut next: impl FnMut() -> f64) -> Value<'gc> {
    let fresh = alloc::reserve(gc, len.saturating_mul(sys::DOUBLE_WOSIZE), sys::DOUBLE_ARRAY);
    let floats = fresh.as_ptr().cast::<f64>();
    for index in 0..len {
        // SAFETY: index < len; the block holds no values, so its content does not matter until someone reads it.
        unsafe { floats.add(index).write_unaligned(next()) };
    }
    fresh.value(gc)
}

// SAFETY: each element is checked by its own type.
unsafe impl<'gc, A: FromValue<'gc>> FromValue<'gc> for Vec<A> {
    super::decode_owned!(A);

    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        A::vec_from_value(value)
    }
}

// SAFETY: an array, or bytes for `u8`.
unsafe impl<'gc, A: IntoValue<'gc>> IntoValue<'gc> for Vec<A> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        A::vec_into_value(self, gc)
    }
}

// SAFETY: an array, or bytes for `u8`.
unsafe impl<'gc, A: IntoValue<'gc> + Clone> IntoValue<'gc> for &[A] {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        A::slice_into_value(self, gc)
    }
}

/// Zero-copy: the elements of an array for the duration of the borrow.
///
/// No code of this thread can write to the array meanwhile but the `unsafe`
/// [`Array::set`](crate::Array::set); on OCaml 5 the program must not let another domain write to it. A float array has
/// no values inside: receive it as `Vec<Value>`, `Vec<f64>` or `Array<f64>`.
// SAFETY: checked to be an array of values; a `Value` is a word.
unsafe impl<'gc> FromValue<'gc> for &'gc [Value<'gc>] {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        match array_layout(value)? {
            (Layout::Values, len) => {
                // SAFETY: the block holds `len` values, and nobody on this thread writes to it
                // while 'gc lasts.
                Ok(unsafe { core::slice::from_raw_parts(value.word() as *const Value<'gc>, len) })
            }
            (Layout::Floats, _) => Err(ConversionError::expected(
                "an array of values (use Vec<f64> or Array<f64> for floats)",
                value,
            )),
        }
    }
}
