//! `Value` itself, unit, bool and the integers: `int`, `int32`, `int64`.

use ocaml_sys as sys;

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::conversion_error::{ConversionError, OutOfRange};
use crate::runtime::Runtime;
use crate::value::Value;

// SAFETY: any value is a `Value`; it borrows for 'gc.
unsafe impl<'gc> FromValue<'gc> for Value<'gc> {
    const CHECKED: bool = true;

    #[inline(always)]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        Ok(value)
    }
}

// SAFETY: the value itself. Its own token has not been used mutably since, or it would be dead;
// so nothing has collected, and it is alive for as long as nothing does.
unsafe impl<'gc> IntoValue<'gc> for Value<'_> {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        // SAFETY: as above.
        unsafe { Value::from_word(self.word(), gc) }
    }
}

/// Decodes an immediate; `what` says what it should be.
#[inline(always)]
pub fn int<'gc>(value: Value<'gc>, what: &str) -> Result<isize, ConversionError> {
    value.as_int().ok_or_else(|| ConversionError::expected(what, value))
}

// SAFETY: checked to be `()`.
unsafe impl<'gc> FromValue<'gc> for () {
    decode!(|value| (value == Value::unit()).then_some(()), else ConversionError::expected("()", value));
}

// SAFETY: `()` is the immediate 0.
unsafe impl<'gc> IntoValue<'gc> for () {
    const IMMEDIATE: bool = true;

    #[inline(always)]
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        Value::unit()
    }
}

// SAFETY: checked to be 0 or 1.
unsafe impl<'gc> FromValue<'gc> for bool {
    decode!(|value| match value.word() {
        sys::FALSE => Some(false),
        sys::TRUE => Some(true),
        _ => None,
    }, else ConversionError::expected("a bool", value));
}

// SAFETY: `false` and `true` are the immediates 0 and 1.
unsafe impl<'gc> IntoValue<'gc> for bool {
    const IMMEDIATE: bool = true;

    #[inline(always)]
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        Value::bool(self)
    }
}

// SAFETY: checked to be an immediate.
unsafe impl<'gc> FromValue<'gc> for isize {
    decode!(|value| value.as_int(), else ConversionError::expected("an int", value));
}

// SAFETY: an immediate, in range.
unsafe impl<'gc> IntoValue<'gc> for isize {
    const IMMEDIATE: bool = true;

    #[inline(always)]
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        Value::int(self)
    }

    #[inline(always)]
    fn try_into_value(self, _gc: &'gc Runtime) -> Result<Value<'gc>, OutOfRange> {
        Value::try_int(self)
    }
}

#[cold]
fn out_of_range(value: Value<'_>, type_name: &str, min: isize, max: usize) -> ConversionError {
    let Some(i) = value.as_int() else {
        return ConversionError::expected("an int", value);
    };
    // The upper end, as far as an OCaml int goes.
    let max = max.min(sys::MAX_INT as usize) as isize;
    ConversionError::out_of_range(i as i128, type_name, min, max)
}

/// Integers that are OCaml's `int`, with a range of their own.
macro_rules! int {
    ($($rust:ident),*) => {$(
        // SAFETY: checked to be an immediate in the range of the type.
        unsafe impl<'gc> FromValue<'gc> for $rust {
            decode!(|value| value.as_int().and_then(|i| $rust::try_from(i).ok()), else {
                out_of_range(value, stringify!($rust), $rust::MIN as isize, $rust::MAX as usize)
            });
        }

        // SAFETY: an immediate; `Value::int` checks the range of OCaml's int.
        unsafe impl<'gc> IntoValue<'gc> for $rust {
            const IMMEDIATE: bool = true;

            #[inline(always)]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                self.try_into_value(gc).unwrap_or_else(|error| error.throw())
            }

            #[inline(always)]
            fn try_into_value(self, _gc: &'gc Runtime) -> Result<Value<'gc>, OutOfRange> {
                match isize::try_from(self) {
                    Ok(i) => Value::try_int(i),
                    Err(_) => Err(OutOfRange(self as i128)),
                }
            }
        }
    )*};
}

int!(i8, i16, u16, usize);

// SAFETY: checked to be an immediate in range; a vector is OCaml's `bytes`.
unsafe impl<'gc> FromValue<'gc> for u8 {
    decode!(|value| value.as_int().and_then(|i| u8::try_from(i).ok()), else {
        out_of_range(value, "u8", 0, u8::MAX.into())
    });

    #[inline]
    fn vec_from_value(value: Value<'gc>) -> Result<Vec<u8>, ConversionError> {
        super::text::bytes_of(value).map(<[u8]>::to_vec)
    }

    #[inline]
    fn fixed_from_value<const N: usize>(value: Value<'gc>) -> Result<[u8; N], ConversionError> {
        let bytes = super::text::bytes_of(value)?;
        bytes
            .try_into()
            .map_err(|_| super::fixed_array::wrong_length("bytes", N, bytes.len()))
    }
}

// SAFETY: an immediate; a slice is OCaml's `bytes`.
unsafe impl<'gc> IntoValue<'gc> for u8 {
    const IMMEDIATE: bool = true;

    #[inline(always)]
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        Value::int(self.into())
    }

    #[inline]
    fn slice_into_value(slice: &[u8], gc: &'gc Runtime) -> Value<'gc> {
        Value::bytes(gc, slice)
    }

    #[inline]
    fn vec_into_value(vec: Vec<u8>, gc: &'gc Runtime) -> Value<'gc> {
        Value::bytes(gc, &vec)
    }

    #[inline]
    fn fixed_into_value<const N: usize>(array: [u8; N], gc: &'gc Runtime) -> Value<'gc> {
        Value::bytes(gc, &array)
    }
}

/// Integers that OCaml boxes in a custom block, recognised by the block's operations.
macro_rules! boxed {
    ($($rust:ident, $repr:ident, $operations:ident, $what:literal);*) => {$(
        // SAFETY: the block is checked to hold this kind of number.
        unsafe impl<'gc> FromValue<'gc> for $rust {
            decode!(|value| {
                value.custom_data(&raw const sys::$operations).map(|data| {
                    // SAFETY: a block with these operations holds such a number.
                    unsafe { data.cast::<$repr>().read_unaligned() as $rust }
                })
            }, else ConversionError::expected($what, value));
        }

        // SAFETY: the block that OCaml itself makes for such a number.
        unsafe impl<'gc> IntoValue<'gc> for $rust {
            #[inline(always)]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                const WORDS: usize = size_of::<$repr>().div_ceil(size_of::<isize>());
                let mut data = [0isize; WORDS];
                // SAFETY: the words have room for the number.
                unsafe { data.as_mut_ptr().cast::<$repr>().write_unaligned(self as $repr) };
                alloc::custom(gc, &raw const sys::$operations, data)
            }
        }
    )*};
}

boxed! {
    i32, i32, caml_int32_ops, "an int32";
    u32, i32, caml_int32_ops, "an int32";
    i64, i64, caml_int64_ops, "an int64";
    u64, i64, caml_int64_ops, "an int64"
}
