//! Other owners of text: `Cow<str>`, which borrows when read, `Box<str>`, `Rc<str>`, `Arc<str>`. OCaml's `string`.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

macro_rules! from_text {
    ($($owner:ty),*) => {$(
        // SAFETY: checked to be text, as `&str`.
        unsafe impl<'gc> FromValue<'gc> for $owner {
            #[inline]
            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                <&str>::from_value(value).map(Self::from)
            }
        }
    )*};
}

from_text!(Cow<'gc, str>, Box<str>, Rc<str>, Arc<str>);

macro_rules! into_text {
    ($($owner:ty),*) => {$(
        // SAFETY: a fresh string.
        unsafe impl<'gc> IntoValue<'gc> for $owner {
            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                Value::string(gc, &self)
            }
        }
    )*};
}

into_text!(Rc<str>, Arc<str>);
