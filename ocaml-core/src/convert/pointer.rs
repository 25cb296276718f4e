//! `Box`, `Rc` and `Arc`, which OCaml does not see: the value inside.

use std::rc::Rc;
use std::sync::Arc;

use super::depth::nested;
use super::{FromValue, IntoValue};
use crate::conversion_error::{ConversionError, OutOfRange};
use crate::runtime::Runtime;
use crate::value::Value;

macro_rules! pointer {
    ($pointer:ident $(+ $bound:ident)?, $inner:expr) => {
        // SAFETY: as `A`.
        unsafe impl<'gc, A: FromValue<'gc>> FromValue<'gc> for $pointer<A> {
            const FLOAT: bool = A::FLOAT;
            const ALWAYS_FLOAT: bool = A::ALWAYS_FLOAT;
            super::decode_owned!(A);

            #[inline]
            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                nested(|| A::from_value(value)).map($pointer::new)
            }

            #[inline]
            fn from_float(float: f64, gc: &'gc Runtime) -> Result<Self, ConversionError> {
                A::from_float(float, gc).map($pointer::new)
            }
        }

        // SAFETY: as `A`.
        unsafe impl<'gc, A: IntoValue<'gc> $(+ $bound)?> IntoValue<'gc> for $pointer<A> {
            const FLOAT: bool = A::FLOAT;
            const ALWAYS_FLOAT: bool = A::ALWAYS_FLOAT;
            const IMMEDIATE: bool = A::IMMEDIATE;

            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                $inner(self).into_value(gc)
            }

            #[inline]
            fn try_into_value(self, gc: &'gc Runtime) -> Result<Value<'gc>, OutOfRange> {
                $inner(self).try_into_value(gc)
            }

            #[inline]
            fn into_float(self) -> f64 {
                $inner(self).into_float()
            }
        }
    };
}

pointer!(Box, |pointer: Box<A>| *pointer);
pointer!(Rc + Clone, Rc::unwrap_or_clone);
pointer!(Arc + Clone, Arc::unwrap_or_clone);
