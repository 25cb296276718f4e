//! `string` and `bytes`: `&str` and `String`, `&[u8]` (for `Vec<u8>` see `int.rs`).
//!
//! OCaml pads a string with zeros to whole words, and the last byte says by how much. So whole
//! words can be read without looking at the length.

use core::hint;

use ocaml_sys as sys;

use super::{FromValue, IntoValue, spare};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::{Kind, Value};

const WORD: usize = size_of::<sys::Value>();

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
    let last = wosize * WORD - 1;
    let bytes = value.word() as *const u8;
    // SAFETY: the block has at least one word, and its last byte is the length of the padding. The
    // content stays where it is, and nobody on this thread writes to it, while `'gc` lasts.
    unsafe { core::slice::from_raw_parts(bytes, last - usize::from(bytes.add(last).read())) }
}

/// Text, zero-copy.
#[inline(always)]
fn text_of(value: Value<'_>) -> Option<&str> {
    let Kind::Block(sys::STRING, wosize) = value.kind() else {
        return None;
    };
    // SAFETY: the tag says that this is a string of that many words.
    let (bytes, words) = unsafe { (content(value, wosize), words(value, wosize)) };
    // The padding is ASCII too, so whole words may be looked at; up to three without a loop.
    if !(1..=3).contains(&wosize) || !is_ascii(&[words[0], words[wosize / 2], words[wosize - 1]]) {
        return utf8(bytes, words);
    }
    // SAFETY: ASCII is UTF-8.
    Some(unsafe { core::str::from_utf8_unchecked(bytes) })
}

/// The words of a string, padding included.
///
/// # Safety
///
/// `value` is a string block of `wosize` words.
#[inline(always)]
unsafe fn words<'gc>(value: Value<'gc>, wosize: usize) -> &'gc [usize] {
    // SAFETY: the caller's promise; OCaml strings are aligned to words.
    unsafe { core::slice::from_raw_parts(value.word() as *const usize, wosize) }
}

#[inline(always)]
fn is_ascii(words: &[usize]) -> bool {
    const HIGH_BITS: usize = usize::MAX / 255 * 128;
    words.iter().fold(0, |seen, word| seen | word) & HIGH_BITS == 0
}

/// Text that is long or not ASCII. This does not unwind, and `extern "C"` says so.
#[inline(never)]
#[allow(improper_ctypes_definitions, reason = "only Rust calls it")]
extern "C" fn utf8<'gc>(bytes: &'gc [u8], words: &[usize]) -> Option<&'gc str> {
    if is_ascii(words) {
        // SAFETY: ASCII is UTF-8.
        return Some(unsafe { core::str::from_utf8_unchecked(bytes) });
    }
    core::str::from_utf8(bytes).ok()
}

/// Why a value is not text.
#[cold]
#[inline(never)]
fn not_text(value: Value<'_>) -> ConversionError {
    let Ok(bytes) = bytes_of(value) else {
        return ConversionError::expected("a string", value);
    };
    let at = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    let excerpt = &bytes[at.saturating_sub(16)..bytes.len().min(at + 16)];
    ConversionError::new(format!("invalid UTF-8 at byte {at}: \"{}\"", excerpt.escape_ascii()))
}

// SAFETY: checked to be a string of valid UTF-8. OCaml's strings are immutable, and the collector
// moves nothing while 'gc lasts.
unsafe impl<'gc> FromValue<'gc> for &'gc str {
    decode!(|value| text_of(value), else not_text(value));
}

/// A copy of the text. The copy is what is checked: where the value is `bytes`, another OCaml 5 domain may write to it
/// meanwhile. Up to three words are copied, padding included, without `memcpy`, which would take longer than the copy.
#[inline(always)]
fn owned(value: Value<'_>) -> Option<String> {
    let Kind::Block(sys::STRING, wosize) = value.kind() else {
        return None;
    };
    // SAFETY: the tag says that this is a string of that many words.
    let (text, words) = unsafe { (content(value, wosize), words(value, wosize)) };
    if !(1..=spare::SHORT / WORD).contains(&wosize) {
        return String::from_utf8(text.to_vec()).ok();
    }
    let places = [0, wosize / 2, wosize - 1];
    let copy = places.map(|place| words[place]);
    if !is_ascii(&copy) {
        return String::from_utf8(text.to_vec()).ok();
    }
    let mut bytes = spare::take();
    for (place, word) in places.into_iter().zip(copy) {
        // SAFETY: place < wosize, and the vector has room for so many words.
        unsafe { bytes.as_mut_ptr().cast::<usize>().add(place).write_unaligned(word) };
    }
    // SAFETY: these bytes have been written, and they are ASCII; there are fewer than in `wosize` words.
    unsafe {
        hint::assert_unchecked(text.len() < spare::SHORT);
        bytes.set_len(text.len());
        Some(String::from_utf8_unchecked(bytes))
    }
}

// SAFETY: as for `&str`, copied.
unsafe impl<'gc> FromValue<'gc> for String {
    decode!(|value| owned(value), else not_text(value));
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
            #[inline(always)]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                Value::string(gc, &self)
            }
        }
    )*};
}

// SAFETY: a fresh string.
unsafe impl<'gc> IntoValue<'gc> for String {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        let value = Value::string(gc, &self);
        spare::keep(self.into_bytes());
        value
    }
}

text!(&str, &String, Box<str>, std::borrow::Cow<'_, str>);
