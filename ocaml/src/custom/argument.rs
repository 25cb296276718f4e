//! References as arguments of exported functions: a holder in the frame of the shim lends the value.

use std::ffi::OsStr;
use std::path::Path;

use super::access::{Mutates, Shares, frozen};
use super::borrow::{Exclusive, Shared};
use super::cell::Handle;
use super::misfit::{self, Misfit};
use super::{Custom, Frozen};
use crate::argument_error::{ArgumentError, Place};
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, decode};
use crate::runtime::Runtime;
use crate::value::{Raw, Value};

/// What an argument `&Self` can refer to.
///
/// # Safety
///
/// What is lent lives as long as the holder, or as `'gc`.
#[diagnostic::on_unimplemented(
    message = "`&{Self}` cannot be received from OCaml",
    note = "for a type whose values live on the OCaml heap: `#[derive(ocaml::Custom)]`",
    note = "otherwise receive a `{Self}`, without `&`"
)]
pub unsafe trait Lend<'gc> {
    /// What is kept for the time of the call.
    type Holder;

    /// # Safety
    ///
    /// As for [`FromValue::decode`].
    unsafe fn hold(value: Value<'gc>) -> Result<Self::Holder, Misfit>;
}

/// What a holder lends.
pub trait Holder<'h> {
    /// What the function receives.
    type Lent;

    fn lend(&'h self) -> Self::Lent;
}

impl<'h, T: Custom> Holder<'h> for Shared<T> {
    type Lent = &'h T;

    #[inline(always)]
    fn lend(&'h self) -> &'h T {
        self
    }
}

impl<'gc, T: ?Sized> Holder<'_> for &'gc T {
    type Lent = &'gc T;

    #[inline(always)]
    fn lend(&self) -> &'gc T {
        self
    }
}

// SAFETY: as `Shares`.
unsafe impl<'gc, T: Custom> Lend<'gc> for T
where
    T::Access: Shares<'gc, T>,
{
    type Holder = <T::Access as Shares<'gc, T>>::Holder;

    #[inline(always)]
    unsafe fn hold(value: Value<'gc>) -> Result<Self::Holder, Misfit> {
        T::Access::hold(value)
    }
}

/// What borrows from the heap itself, also by another name.
macro_rules! borrowed {
    ($($type:ty),*) => {$(
        // SAFETY: it borrows for 'gc.
        unsafe impl<'gc> Lend<'gc> for $type {
            type Holder = &'gc $type;

            #[inline(always)]
            unsafe fn hold(value: Value<'gc>) -> Result<&'gc $type, Misfit> {
                // SAFETY: the caller's promise.
                unsafe { FromValue::decode(value) }.ok_or(ArgumentError::why::<&'gc $type>())
            }
        }
    )*};
}

borrowed!(str, [u8], [Value<'gc>], Path, OsStr);

/// Decodes an argument `&T`.
///
/// # Safety
///
/// As for [`argument`](crate::private::argument).
#[inline(always)]
pub unsafe fn hold<'gc, T: Lend<'gc> + ?Sized>(
    gc: &'gc Runtime,
    raw: Raw,
    place: &'static Place,
) -> Result<T::Holder, ArgumentError> {
    // SAFETY: the caller's promise.
    unsafe { T::hold(raw.value(gc)) }.map_err(|why| ArgumentError {
        why,
        word: raw.word(),
        place,
    })
}

/// What the holder lends.
#[inline(always)]
pub fn lend<'h, H: Holder<'h>>(holder: &'h H) -> H::Lent {
    holder.lend()
}

/// Decodes an argument `&mut T`, or `self`.
///
/// # Safety
///
/// As for [`argument`](crate::private::argument).
#[inline(always)]
pub unsafe fn hold_mut<T: Custom>(gc: &Runtime, raw: Raw, place: &'static Place) -> Result<Exclusive<T>, ArgumentError>
where
    T::Access: Mutates,
{
    // SAFETY: the caller's promise.
    let value = unsafe { raw.value(gc) };
    let held = match Handle::of(value) {
        Some(handle) => Exclusive::new(handle).map_err(misfit::busy::<T>),
        None => Err(misfit::foreign::<T> as Misfit),
    };
    held.map_err(|why| ArgumentError {
        why,
        word: raw.word(),
        place,
    })
}

/// What a function receives for an argument `self`.
#[inline(always)]
pub fn take<T: Custom>(holder: Exclusive<T>) -> T {
    holder.into_inner()
}

/// An argument that does not fit, in a closure whose `return` type is the user's.
#[inline(always)]
pub fn or_unwind<T>(held: Result<T, ArgumentError>) -> T {
    match held {
        Ok(holder) => holder,
        // SAFETY: the arguments are decoded before anything collects.
        Err(error) => unsafe { error.find() }.throw(),
    }
}

// SAFETY: checked to be one; frozen values are shared freely while the block lives.
unsafe impl<'gc, T: Custom<Access = Frozen> + Sync> FromValue<'gc> for &'gc T {
    decode!(|value| frozen(value), else misfit::reason(misfit::foreign::<T>, value.word()));
}
