//! `string` and `bytes`: `&str` and `String`, `&[u8]` (for `Vec<u8>` see `int.rs`).
//!
//! OCaml pads a string with zeros to whole words, and the last byte says by how much. So whole
//! words can be read without looking at the length.

use ocaml_sys as sys;

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::{Kind, Value};

/// The content of a `string` or `bytes`.
#[inline(always)]
pub(crate) fn bytes_of(value: Value<'_>) -> Result<&[u8], ConversionError> {
    match value.kind() {
        Kind::Block(sys::STRING, wosize) => {
            // SAFETY: the tag says that this is a string of that many words.
            Ok(unsafe { content(value, wosize) })
        }
        _ => Err(ConversionError::expected("a string or bytes", value)),
    }
}

/// # Safety
///
/// `value` is a string block of `wosize` words.
#[inline(always)]
unsafe fn content<'gc>(value: Value<'gc>, wosize: usize) -> &'gc [u8] {
    let last = wosize * size_of::<sys::Value>() - 1;
    let bytes = value.word() as *const u8;
    // SAFETY: the block has at least one word, and its last byte is the length of the padding. The
    // content stays where it is, and nobody on this thread writes to it, while `'gc` lasts.
    unsafe { core::slice::from_raw_parts(bytes, last - usize::from(bytes.add(last).read())) }
}

/// Text, zero-copy.
#[inline(always)]
fn text_of(value: Value<'_>) -> Result<&str, ConversionError> {
    let Kind::Block(sys::STRING, wosize) = value.kind() else {
        return Err(ConversionError::expected("a string", value));
    };
    // SAFETY: the tag says that this is a string of that many words.
    let bytes = unsafe { content(value, wosize) };
    // SAFETY: as above; the padding is ASCII too, so all words may be looked at.
    if unsafe { is_ascii(value, wosize) } {
        // SAFETY: ASCII is UTF-8.
        return Ok(unsafe { core::str::from_utf8_unchecked(bytes) });
    }
    not_ascii(bytes)
}

/// # Safety
///
/// `value` is a string block of `wosize` words.
#[inline(always)]
unsafe fn is_ascii(value: Value<'_>, wosize: usize) -> bool {
    const HIGH_BITS: usize = usize::MAX / 255 * 128;
    // SAFETY: the caller's promise; OCaml strings are aligned to words.
    let words = unsafe { core::slice::from_raw_parts(value.word() as *const usize, wosize) };
    words.iter().fold(0, |seen, word| seen | word) & HIGH_BITS == 0
}

#[inline(never)]
fn not_ascii(bytes: &[u8]) -> Result<&str, ConversionError> {
    core::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let excerpt = &bytes[at.saturating_sub(16)..bytes.len().min(at + 16)];
        ConversionError::new(format!("invalid UTF-8 at byte {at}: \"{}\"", excerpt.escape_ascii()))
    })
}

// SAFETY: checked to be a string of valid UTF-8. OCaml's strings are immutable, and the collector
// moves nothing while 'gc lasts.
unsafe impl<'gc> FromValue<'gc> for &'gc str {
    #[inline(always)]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        text_of(value)
    }
}

/// A copy of the text, which is the content of `value`: whole words, padding included, as long as that is
/// faster than calling `memcpy`.
#[inline(always)]
fn owned(value: Value<'_>, text: &str) -> String {
    const WORD: usize = size_of::<sys::Value>();
    let words = text.len() / WORD + 1;
    if words > 8 {
        return text.to_owned();
    }
    let mut bytes = Vec::<u8>::with_capacity(words * WORD);
    let from = value.word() as *const usize;
    for index in 0..words {
        // SAFETY: the string has that many words, and the vector has room for them.
        unsafe {
            let to = bytes.as_mut_ptr().cast::<usize>().add(index);
            to.write_unaligned(from.add(index).read());
        }
    }
    // SAFETY: these bytes have been written, and they are the text.
    unsafe {
        bytes.set_len(text.len());
        String::from_utf8_unchecked(bytes)
    }
}

// SAFETY: as for `&str`, copied.
unsafe impl<'gc> FromValue<'gc> for String {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        text_of(value).map(|text| owned(value, text))
    }
}

/// Zero-copy: a view of a `string` or `bytes` for the duration of the borrow.
///
/// `bytes` are mutable in OCaml. No code of this thread can write to them while the view is alive
/// (that would need a GC point); on OCaml 5 the program must not let another domain write to them
/// meanwhile. Receive a `Vec<u8>` to be independent of that.
// SAFETY: checked to be a string or bytes; see above for writers.
unsafe impl<'gc> FromValue<'gc> for &'gc [u8] {
    #[inline(always)]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        bytes_of(value)
    }
}

macro_rules! text {
    ($($rust:ty),*) => {$(
        // SAFETY: a fresh string.
        unsafe impl<'gc> IntoValue<'gc> for $rust {
            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                Value::string(gc, &self)
            }
        }
    )*};
}

text!(&str, String, &String, Box<str>, std::borrow::Cow<'_, str>);
