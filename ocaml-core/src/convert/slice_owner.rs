//! Other owners of a row of elements: `Box<[A]>`, `Rc<[A]>`, `Arc<[A]>`, `VecDeque<A>`. Like `Vec<A>` they are OCaml's
//! `array`, or bytes for `u8`.

use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

macro_rules! from_vec {
    ($($owner:ty),*) => {$(
        // SAFETY: as for `Vec<A>`.
        unsafe impl<'gc, A: FromValue<'gc>> FromValue<'gc> for $owner {
            super::decode_owned!(A);

            #[inline]
            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                A::vec_from_value(value).map(Self::from)
            }
        }
    )*};
}

from_vec!(Box<[A]>, Rc<[A]>, Arc<[A]>, VecDeque<A>);

macro_rules! into_vec {
    ($($owner:ty),*) => {$(
        // SAFETY: as for `Vec<A>`.
        unsafe impl<'gc, A: IntoValue<'gc>> IntoValue<'gc> for $owner {
            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                A::vec_into_value(self.into(), gc)
            }
        }
    )*};
}

into_vec!(Box<[A]>, VecDeque<A>);

macro_rules! into_slice {
    ($($owner:ty),*) => {$(
        // SAFETY: as for `&[A]`.
        unsafe impl<'gc, A: IntoValue<'gc> + Clone> IntoValue<'gc> for $owner {
            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                A::slice_into_value(&self, gc)
            }
        }
    )*};
}

into_slice!(Rc<[A]>, Arc<[A]>);
