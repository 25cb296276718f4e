//! `Array<T>`: an OCaml array, read in place; float arrays are flat where the compiler makes them so.

use core::fmt;
use core::marker::PhantomData;

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::convert::sequence::{self, Layout, array_from_iter, array_layout, at_index};
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::Value;

/// OCaml's `'a array`, without a copy. Elements are decoded when they are asked for.
///
/// An `Array` is `Copy` and shared with OCaml: elements may change between two reads when
/// another OCaml 5 domain writes to them. Each read is atomic.
///
/// ```
/// fn average(array: ocaml::Array<f64>) -> Result<f64, ocaml::Error> {
///     let mut sum = 0.0;
///     for i in 0..array.len() {
///         sum += array.get_double(i)?;
///     }
///     Ok(sum / array.len() as f64)
/// }
/// ```
pub struct Array<'gc, T = Value<'gc>> {
    value: Value<'gc>,
    layout: Layout,
    len: usize,
    vouched: Vouched,
    _elements: PhantomData<fn() -> T>,
}

impl<T> Clone for Array<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Array<'_, T> {}

impl<'gc, T> Array<'gc, T> {
    #[inline(always)]
    fn new(value: Value<'gc>, vouched: Vouched) -> Result<Array<'gc, T>, ConversionError> {
        let (layout, len) = array_layout(value)?;
        Ok(Array {
            value,
            layout,
            len,
            vouched,
            _elements: PhantomData,
        })
    }

    /// The number of elements.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.len
    }

    /// Whether there is no element.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// Whether the elements are floats, stored flat.
    #[inline(always)]
    pub fn is_double_array(self) -> bool {
        matches!(self.layout, Layout::Floats)
    }

    /// The array as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }

    /// The float at `index`.
    ///
    /// # Errors
    ///
    /// `Invalid_argument "index out of bounds"`, or a [`ConversionError`] if the elements are no
    /// floats.
    #[inline(always)]
    pub fn get_double(self, index: usize) -> Result<f64, Error> {
        if index >= self.len {
            return Err(Error::array_bound_error());
        }
        // SAFETY: index < len.
        Ok(unsafe { sequence::element(self.value, self.layout, index) }?)
    }
}

impl<'gc, T: IntoValue<'gc>> Array<'gc, T> {
    /// An array of what the iterator yields.
    ///
    /// # Panics
    ///
    /// If the iterator ends before its length.
    #[inline]
    pub fn from_iter<I>(gc: &'gc Runtime, elements: I) -> Array<'gc, T>
    where
        I: IntoIterator<Item = T>,
        I::IntoIter: ExactSizeIterator,
    {
        let value = array_from_iter(gc, elements.into_iter());
        Array::new(value, Vouched::YES).unwrap_or_else(|error| error.throw())
    }

    /// Replaces the element at `index`.
    ///
    /// # Errors
    ///
    /// `Invalid_argument "index out of bounds"`.
    ///
    /// # Safety
    ///
    /// No zero-copy view of this array (`&[Value]`) is alive, and the OCaml type of its elements is
    /// the one that stands for `T`.
    #[inline]
    pub unsafe fn set(self, gc: &'gc Runtime, index: usize, element: T) -> Result<(), Error> {
        if index >= self.len {
            return Err(Error::array_bound_error());
        }
        match self.layout {
            // SAFETY: index < len; the runtime's barrier.
            Layout::Values => unsafe {
                let word = element.into_value(gc).word();
                sys::caml_modify(sys::field(self.value.word(), index), word);
            },
            Layout::Floats => {
                let float = match T::FLOAT {
                    true => element.into_float(),
                    false => element.into_value(gc).double_val(),
                };
                let floats = self.value.word() as *mut f64;
                // SAFETY: index < len; a float needs no barrier.
                unsafe { floats.add(index).write_unaligned(float) };
            }
        }
        Ok(())
    }
}

impl<'gc, T: FromValue<'gc>> Array<'gc, T> {
    /// The element at `index`.
    ///
    /// # Errors
    ///
    /// `Invalid_argument "index out of bounds"`, or a [`ConversionError`] if the element does not
    /// fit `T`.
    #[inline(always)]
    pub fn get(self, index: usize) -> Result<T, Error> {
        if index >= self.len {
            return Err(Error::array_bound_error());
        }
        // SAFETY: index < len.
        Ok(unsafe { self.element(index) }?)
    }

    /// # Safety
    ///
    /// `index` is less than the length.
    #[inline(always)]
    unsafe fn element(self, index: usize) -> Result<T, ConversionError> {
        // SAFETY: the caller's promise.
        self.vouched
            .inside(|| unsafe { sequence::element(self.value, self.layout, index) })
    }

    /// The elements in order, each decoded when it is reached.
    #[inline]
    pub fn iter(self) -> Iter<'gc, T> {
        Iter { array: self, next: 0 }
    }
}

/// The elements of an [`Array`].
pub struct Iter<'gc, T> {
    array: Array<'gc, T>,
    next: usize,
}

impl<'gc, T: FromValue<'gc>> Iterator for Iter<'gc, T> {
    type Item = Result<T, ConversionError>;

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        let index = self.next;
        if index >= self.array.len {
            return None;
        }
        self.next += 1;
        // SAFETY: index < len.
        let element = unsafe { self.array.element(index) };
        Some(element.map_err(|error| at_index(error, index)))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.array.len - self.next;
        (left, Some(left))
    }
}

impl<'gc, T: FromValue<'gc>> ExactSizeIterator for Iter<'gc, T> {}

impl<'gc, T: FromValue<'gc>> IntoIterator for Array<'gc, T> {
    type Item = Result<T, ConversionError>;
    type IntoIter = Iter<'gc, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Each element is checked when it is read. An array made of a bare `Value`, and not by decoding an argument of an exported
/// function, cannot be given back to OCaml: nothing says what OCaml will write into it.
// SAFETY: checked to be an array; each element is checked when it is read.
unsafe impl<'gc, T: FromValue<'gc>> FromValue<'gc> for Array<'gc, T> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        Array::new(value, Vouched::now())
    }

    #[inline(always)]
    unsafe fn decode(value: Value<'gc>) -> Option<Self> {
        Array::new(value, Vouched::YES).ok()
    }
}

// SAFETY: the array itself, which OCaml knows as one of `T`.
unsafe impl<'gc, T> IntoValue<'gc> for Array<'_, T> {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this array");
        self.value.into_value(gc)
    }
}

impl<'gc, T: FromValue<'gc> + fmt::Debug> fmt::Debug for Array<'gc, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
