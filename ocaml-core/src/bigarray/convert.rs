//! Bigarrays as arguments, results and roots.

use super::{Bigarray, Dims, Element, Layout};
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::root::Rooted;
use crate::runtime::Runtime;
use crate::value::Value;

// SAFETY: everything that the type says is checked.
unsafe impl<'gc, T: Element, D: Dims<'gc>, L: Layout> FromValue<'gc> for Bigarray<'gc, T, D, L> {
    const CHECKED: bool = true;

    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        Bigarray::of_value(value)
    }
}

// SAFETY: the array itself.
unsafe impl<'gc, T: Element, D, L: Layout> IntoValue<'gc> for Bigarray<'_, T, D, L> {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.value.into_value(gc)
    }
}

// SAFETY: only the lifetime differs.
unsafe impl<T: Element, const N: usize, L: Layout> Rooted for Bigarray<'static, T, [usize; N], L> {
    type At<'gc> = Bigarray<'gc, T, [usize; N], L>;
}

// SAFETY: only the lifetime differs.
unsafe impl<T: Element, L: Layout> Rooted for Bigarray<'static, T, &'static [usize], L> {
    type At<'gc> = Bigarray<'gc, T, &'gc [usize], L>;
}
