//! `Nativeint`: OCaml's boxed machine word.

use ocaml_sys as sys;

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

/// A whole machine word: OCaml's `nativeint`. (`isize` is OCaml's `int`, which is one bit shorter.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Nativeint(pub isize);

// SAFETY: the block is checked to hold this kind of number.
unsafe impl<'gc> FromValue<'gc> for Nativeint {
    decode!(|value| {
        value.custom_data(&raw const sys::caml_nativeint_ops).map(|data| {
            // SAFETY: a block with these operations holds a word.
            Nativeint(unsafe { data.cast::<isize>().read() })
        })
    }, else ConversionError::expected("a nativeint", value));
}

// SAFETY: the block that OCaml itself makes for such a number.
unsafe impl<'gc> IntoValue<'gc> for Nativeint {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        alloc::custom(gc, &raw const sys::caml_nativeint_ops, [self.0])
    }
}
