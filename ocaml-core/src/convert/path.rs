//! Names of files, and other text of the operating system: OCaml's `string`.
//!
//! On Unix any bytes will do, as in OCaml. Elsewhere OCaml's strings hold UTF-8, and so must these.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

#[cfg(unix)]
fn os_str(value: Value<'_>) -> Result<&OsStr, ConversionError> {
    use std::os::unix::ffi::OsStrExt;
    <&[u8]>::from_value(value).map(OsStr::from_bytes)
}

#[cfg(not(unix))]
fn os_str(value: Value<'_>) -> Result<&OsStr, ConversionError> {
    <&str>::from_value(value).map(OsStr::new)
}

#[cfg(unix)]
fn bytes(text: &OsStr) -> &[u8] {
    std::os::unix::ffi::OsStrExt::as_bytes(text)
}

#[cfg(not(unix))]
fn bytes(text: &OsStr) -> &[u8] {
    let Some(text) = text.to_str() else {
        ConversionError::new(format!("{text:?} is not Unicode")).throw()
    };
    text.as_bytes()
}

macro_rules! from_os_str {
    ($($rust:ty, $from:expr);*) => {$(
        // SAFETY: checked to be a string, which is immutable; a borrow lasts as long as the value.
        unsafe impl<'gc> FromValue<'gc> for $rust {
            #[inline]
            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                os_str(value).map($from)
            }
        }
    )*};
}

from_os_str! {
    &'gc OsStr, |text| text;
    &'gc Path, Path::new;
    OsString, OsStr::to_owned;
    PathBuf, PathBuf::from;
    Cow<'gc, OsStr>, Cow::Borrowed;
    Cow<'gc, Path>, |text| Cow::Borrowed(Path::new(text))
}

macro_rules! into_os_str {
    ($($rust:ty),*) => {$(
        // SAFETY: a fresh string.
        unsafe impl<'gc> IntoValue<'gc> for $rust {
            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                Value::bytes(gc, bytes(OsStr::new(&*self)))
            }
        }
    )*};
}

into_os_str!(&OsStr, &Path, OsString, PathBuf, Cow<'_, OsStr>, Cow<'_, Path>);
