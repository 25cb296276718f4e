//! `Bytes`: OCaml's mutable `bytes`, read and written in place.

use core::fmt;
use core::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::runtime::Runtime;
use crate::value::Value;

/// OCaml's mutable `bytes`, without a copy.
///
/// # Views, and who may write
///
/// `&[u8]`, `&str` and `&Path` are zero-copy views of a `bytes` or `string`, and Rust takes their content for
/// unchanging. So while one exists nobody may write to the same block:
///
/// * OCaml code on this thread cannot: it runs at GC points only, which no view outlives.
/// * This type can. OCaml may pass the same `bytes` twice, once as a view and once as `Bytes`, and a `string` is not
///   told from `bytes` at run time. That is why all that writes here is `unsafe`. To fill a *new* block needs no
///   `unsafe`: [`Bytes::new`].
/// * On OCaml 5 another domain can. A program that writes to `bytes` in one domain while another one is in a function
///   with a view of them has a data race. Reading through `Bytes`, byte by byte or with [`Bytes::to_vec`], is atomic and
///   has no such rule.
///
/// ```
/// /// `bytes -> int`
/// #[ocaml::func]
/// pub fn doc_sum(bytes: ocaml::Bytes) -> usize {
///     bytes.iter().map(usize::from).sum()
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Bytes<'gc> {
    value: Value<'gc>,
    len: usize,
}

impl<'gc> Bytes<'gc> {
    /// New bytes with this content.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    #[inline]
    pub fn from_slice(gc: &'gc Runtime, bytes: &[u8]) -> Bytes<'gc> {
        Bytes {
            value: alloc::string(gc, bytes),
            len: bytes.len(),
        }
    }

    /// New bytes, written in place: `fill` gets `len` zeros.
    ///
    /// ```
    /// /// `int -> bytes`
    /// #[ocaml::func]
    /// pub fn doc_countdown(len: u8) -> ocaml::Bytes {
    ///     ocaml::Bytes::new(gc, len.into(), |bytes| {
    ///         for (byte, left) in bytes.iter_mut().zip((0..len).rev()) {
    ///             *byte = left;
    ///         }
    ///     })
    /// }
    /// ```
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    pub fn new(gc: &'gc Runtime, len: usize, fill: impl FnOnce(&mut [u8])) -> Bytes<'gc> {
        let wosize = sys::string_wosize(len);
        let fresh = alloc::reserve(gc, wosize, sys::STRING);
        let bytes = fresh.as_ptr().cast::<u8>();
        let last = wosize * sys::WORD - 1;
        // SAFETY: the block has `wosize` words and holds no values; its last byte counts the padding before it. Nobody
        // else knows of the block, and nothing collects while `fill` runs.
        let content = unsafe {
            bytes.write_bytes(0, last + 1);
            bytes.add(last).write((last - len) as u8);
            core::slice::from_raw_parts_mut(bytes, len)
        };
        fill(content);
        Bytes {
            value: fresh.value(gc),
            len,
        }
    }

    /// The number of bytes.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.len
    }

    /// Whether there is no byte.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The bytes as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }

    /// The byte at `index`.
    ///
    /// # Errors
    ///
    /// `Invalid_argument "index out of bounds"`.
    #[inline(always)]
    pub fn get(self, index: usize) -> Result<u8, Error> {
        self.cell(index).map(|byte| byte.load(Ordering::Relaxed))
    }

    /// The bytes in order, each read when it is reached.
    #[inline]
    pub fn iter(self) -> impl ExactSizeIterator<Item = u8> + DoubleEndedIterator + use<'gc> {
        // SAFETY: index < len.
        (0..self.len).map(move |index| unsafe { self.cell_unchecked(index) }.load(Ordering::Relaxed))
    }

    /// A copy of the content.
    pub fn to_vec(self) -> Vec<u8> {
        let words = sys::string_wosize(self.len);
        let mut bytes = Vec::with_capacity(words * sys::WORD);
        for index in 0..words {
            // SAFETY: the block has that many words, aligned as words are.
            let word = unsafe { AtomicUsize::from_ptr((self.value.word() as *mut usize).add(index)) };
            bytes.extend_from_slice(&word.load(Ordering::Relaxed).to_ne_bytes());
        }
        bytes.truncate(self.len);
        bytes
    }

    /// Replaces the byte at `index`.
    ///
    /// # Errors
    ///
    /// `Invalid_argument "index out of bounds"`.
    ///
    /// # Safety
    ///
    /// No view of the block (`&[u8]`, `&str`, `&Path`) is alive, and it is `bytes` in OCaml: strings are immutable.
    #[inline(always)]
    pub unsafe fn set(self, index: usize, byte: u8) -> Result<(), Error> {
        self.cell(index).map(|cell| cell.store(byte, Ordering::Relaxed))
    }

    /// Replaces the bytes from `index` on.
    ///
    /// # Errors
    ///
    /// `Invalid_argument "index out of bounds"` if they do not all fit.
    ///
    /// # Safety
    ///
    /// As for [`Bytes::set`]; no other domain reads or writes these bytes meanwhile.
    pub unsafe fn copy_from_slice(self, index: usize, bytes: &[u8]) -> Result<(), Error> {
        if index > self.len || bytes.len() > self.len - index {
            return Err(Error::array_bound_error());
        }
        // SAFETY: in bounds, checked above; `bytes` is no view of the block, by the caller's promise.
        unsafe { core::ptr::copy_nonoverlapping(bytes.as_ptr(), self.as_ptr().add(index), bytes.len()) };
        Ok(())
    }

    /// A view of the content.
    ///
    /// # Safety
    ///
    /// Nobody writes to the bytes while the slice is used: neither this thread, through a `Bytes`, nor another domain.
    #[inline(always)]
    pub unsafe fn as_slice(self) -> &'gc [u8] {
        // SAFETY: the block has `len` bytes, which stay where they are while 'gc lasts.
        unsafe { core::slice::from_raw_parts(self.as_ptr(), self.len) }
    }

    /// A view to write through.
    ///
    /// # Safety
    ///
    /// Nobody else reads or writes the bytes while the slice is used, and they are `bytes` in OCaml, not a `string`.
    #[inline(always)]
    #[allow(clippy::mut_from_ref, reason = "unsafe for that reason")]
    pub unsafe fn as_mut_slice(self) -> &'gc mut [u8] {
        // SAFETY: the block has `len` bytes, which stay where they are while 'gc lasts; alone by the caller's promise.
        unsafe { core::slice::from_raw_parts_mut(self.as_ptr(), self.len) }
    }

    #[inline(always)]
    fn as_ptr(self) -> *mut u8 {
        self.value.word() as *mut u8
    }

    #[inline(always)]
    fn cell(self, index: usize) -> Result<&'gc AtomicU8, Error> {
        if index >= self.len {
            return Err(Error::array_bound_error());
        }
        // SAFETY: index < len.
        Ok(unsafe { self.cell_unchecked(index) })
    }

    /// # Safety
    ///
    /// `index` is less than the length.
    #[inline(always)]
    unsafe fn cell_unchecked(self, index: usize) -> &'gc AtomicU8 {
        // SAFETY: in bounds; the block stays where it is while 'gc lasts.
        unsafe { AtomicU8::from_ptr(self.as_ptr().add(index)) }
    }
}

// SAFETY: checked to be a string or bytes.
unsafe impl<'gc> FromValue<'gc> for Bytes<'gc> {
    const CHECKED: bool = true;

    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        if value.tag() != Some(sys::STRING) {
            return Err(ConversionError::expected("bytes", value));
        }
        // SAFETY: the tag says that these are bytes.
        let len = unsafe { sys::string_length(value.word()) };
        Ok(Bytes { value, len })
    }
}

// SAFETY: the bytes themselves.
unsafe impl<'gc> IntoValue<'gc> for Bytes<'_> {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.value.into_value(gc)
    }
}

impl fmt::Debug for Bytes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.to_vec().escape_ascii())
    }
}
