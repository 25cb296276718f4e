//! The types of elements: which Rust type stands for which kind of `Bigarray`.

use ocaml_sys::bigarray::Kind;

use crate::conversion_error::OutOfRange;
use crate::convert::complex::Complex;
use crate::convert::nativeint::Nativeint;
use crate::value::Value;

/// A type of bigarray elements.
///
/// | Rust | kind in `Bigarray` | bytes |
/// |---|---|---|
/// | `f32`, `f64` | `float32`, `float64` | 4, 8 |
/// | `i8`, `u8` | `int8_signed`, `int8_unsigned` | 1 |
/// | `i16`, `u16` | `int16_signed`, `int16_unsigned` | 2 |
/// | `i32`, `i64` | `int32`, `int64` | 4, 8 |
/// | `isize` | `int` | 8 (4 on 32 bits) |
/// | [`Nativeint`] | `nativeint` | 8 (4 on 32 bits) |
/// | [`Complex<f32>`](Complex), `Complex<f64>` | `complex32`, `complex64` | 8, 16 |
/// | [`Char`] | `char` | 1 |
/// | `Float16` | `float16`, from OCaml 5.2 | 2 |
///
/// An array of kind `char` is also received as one of `u8`: OCaml gives both the element type `int8_unsigned_elt`. An
/// element of kind `int` is a whole word in memory, but OCaml would lose its topmost bit when it reads it: an `isize`
/// that does not fit OCaml's `int` is refused wherever one is written (but through pointers and slices that are `unsafe`).
///
/// A transparent newtype can be an element as well:
///
/// ```
/// use ocaml::bigarray::{Array1, Element};
/// use ocaml::sys::bigarray::Kind;
///
/// #[derive(Clone, Copy)]
/// #[repr(transparent)]
/// struct Meters(f64);
///
/// // SAFETY: in memory it is an f64.
/// unsafe impl Element for Meters {
///     const KIND: Kind = f64::KIND;
///     const ZERO: Meters = Meters(0.0);
/// }
///
/// fn total(lengths: Array1<Meters>) -> f64 {
///     lengths.iter().map(|length| length.0).sum()
/// }
/// ```
///
/// # Safety
///
/// The runtime stores elements of `KIND` as this type, whose every bit pattern is a value, without padding. The
/// alignment is 1, 2, 4 or 8 bytes, and `ZERO` is all zero bits.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a bigarray's elements",
    note = "there are f32, f64, i8, u8, i16, u16, i32, i64, isize, `ocaml::Nativeint`, `ocaml::Complex` and `ocaml::bigarray::Char`"
)]
pub unsafe trait Element: Copy + Send + Sync + 'static {
    /// The kind of arrays that have such elements.
    const KIND: Kind;

    /// The element that a new array is filled with.
    const ZERO: Self;

    /// Whether an array of this kind can be received.
    #[doc(hidden)]
    #[inline(always)]
    fn accepts(kind: Kind) -> bool {
        kind as i32 == Self::KIND as i32
    }
}

/// An element that is to be written: an error if OCaml would read another one.
#[inline(always)]
pub(super) fn checked<T: Element>(element: T) -> Result<T, OutOfRange> {
    if T::KIND as i32 == Kind::CAML_INT as i32 {
        // SAFETY: an element of this kind is a word.
        Value::try_int(unsafe { core::mem::transmute_copy::<T, isize>(&element) })?;
    }
    Ok(element)
}

/// The same for all elements of a slice.
#[inline]
pub(super) fn all_checked<T: Element>(elements: &[T]) -> Result<(), OutOfRange> {
    if T::KIND as i32 == Kind::CAML_INT as i32 {
        elements.iter().try_for_each(|element| checked(*element).map(drop))?;
    }
    Ok(())
}

/// An element of kind `char`: one byte.
///
/// ```
/// use ocaml::{Runtime, bigarray::{Array1, Char}};
///
/// fn alphabet(gc: &Runtime) -> Array1<'_, Char> {
///     Array1::from_vec(gc, (b'a'..=b'z').map(Char).collect())
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Char(pub u8);

/// An element of kind `float16`: the bits of a half-precision IEEE number.
///
/// ```
/// use ocaml::bigarray::{Array1, Float16};
///
/// fn any_infinite(array: Array1<Float16>) -> bool {
///     array.iter().any(|Float16(bits)| bits & 0x7fff == 0x7c00)
/// }
/// ```
#[cfg(ocaml_5_2)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Float16(pub u16);

macro_rules! elements {
    ($($element:ty: $kind:ident, $zero:expr;)*) => {$(
        // SAFETY: plain numbers, of the size that `caml_ba_element_size` has for the kind.
        unsafe impl Element for $element {
            const KIND: Kind = Kind::$kind;
            const ZERO: Self = $zero;
        }
    )*};
}

elements! {
    f32: FLOAT32, 0.0;
    f64: FLOAT64, 0.0;
    i8: SINT8, 0;
    i16: SINT16, 0;
    u16: UINT16, 0;
    i32: INT32, 0;
    i64: INT64, 0;
    isize: CAML_INT, 0;
    Nativeint: NATIVE_INT, Nativeint(0);
    Complex<f32>: COMPLEX32, Complex { re: 0.0, im: 0.0 };
    Complex<f64>: COMPLEX64, Complex { re: 0.0, im: 0.0 };
    Char: CHAR, Char(0);
}

#[cfg(ocaml_5_2)]
elements! {
    Float16: FLOAT16, Float16(0);
}

// SAFETY: a byte, as are the elements of both kinds.
unsafe impl Element for u8 {
    const KIND: Kind = Kind::UINT8;
    const ZERO: u8 = 0;

    #[inline(always)]
    fn accepts(kind: Kind) -> bool {
        matches!(kind, Kind::UINT8 | Kind::CHAR)
    }
}
