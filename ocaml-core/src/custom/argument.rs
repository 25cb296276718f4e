//! References as arguments of exported functions: a holder in the frame of the shim lends the value.

use std::ffi::OsStr;
use std::ops::DerefMut;
use std::path::Path;

use super::access::{Mutates, Shares, frozen};
use super::borrow::{Exclusive, Shared};
use super::cell::Handle;
use super::misfit::{self, Misfit};
use super::quick::QuickExclusive;
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
/// What is lent lives as long as what `Holder::lend` gives, or as `'gc`.
#[diagnostic::on_unimplemented(
    message = "`&{Self}` cannot be received from OCaml",
    note = "for a type whose values live on the OCaml heap: `#[derive(ocaml::Custom)]`",
    note = "otherwise receive a `{Self}`, without `&`"
)]
pub unsafe trait Lend<'gc> {
    /// What is kept for the time of the call.
    type Holder;

    /// What is kept for a quick one.
    type Quick;

    /// # Safety
    ///
    /// As for [`FromValue::decode`].
    unsafe fn hold(value: Value<'gc>) -> Result<Self::Holder, Misfit>;

    /// The same for the frame of a function that does not give control to OCaml, if that is quickly done.
    ///
    /// # Safety
    ///
    /// The value is as for `hold`, and the function as this says.
    unsafe fn hold_quickly(value: Value<'gc>) -> Option<Self::Quick>;
}

/// What an argument `&mut Self` can refer to.
pub trait LendMut {
    /// What is kept for the time of the call.
    type Holder: DerefMut<Target = Self>;

    /// What is kept for a quick one.
    type Quick: DerefMut<Target = Self>;

    /// Begins the use.
    fn hold_mut(value: Value<'_>) -> Result<Self::Holder, Misfit>;

    /// The same, if that is quickly done.
    ///
    /// # Safety
    ///
    /// As for [`Lend::hold_quickly`].
    unsafe fn hold_mut_quickly(value: Value<'_>) -> Option<Self::Quick>;
}

impl<T: Custom> LendMut for T
where
    T::Access: Mutates,
{
    type Holder = Exclusive<T>;
    type Quick = QuickExclusive<T>;

    #[inline(always)]
    fn hold_mut(value: Value<'_>) -> Result<Exclusive<T>, Misfit> {
        match Handle::of(value) {
            Some(handle) => Exclusive::new(handle).map_err(misfit::busy::<T>),
            None => Err(misfit::foreign::<T>),
        }
    }

    #[inline(always)]
    unsafe fn hold_mut_quickly(value: Value<'_>) -> Option<QuickExclusive<T>> {
        // SAFETY: the caller's promise.
        unsafe { QuickExclusive::new(value) }
    }
}

/// What a holder lends.
pub trait Holder<'h> {
    /// What dereferences to what the function receives.
    type Lent;

    /// Done once, when all arguments have been decoded.
    ///
    /// # Safety
    ///
    /// On the thread that OCaml called, which holds the runtime, and nothing has collected since the holder was made.
    unsafe fn lend(&'h self) -> Self::Lent;
}

impl<'h, T: Custom> Holder<'h> for Shared<T> {
    type Lent = &'h T;

    #[inline(always)]
    unsafe fn lend(&'h self) -> &'h T {
        self
    }
}

impl<'gc, T: ?Sized> Holder<'_> for &'gc T {
    type Lent = &'gc T;

    #[inline(always)]
    unsafe fn lend(&self) -> &'gc T {
        self
    }
}

// SAFETY: as `Shares`.
unsafe impl<'gc, T: Custom> Lend<'gc> for T
where
    T::Access: Shares<'gc, T>,
{
    type Holder = <T::Access as Shares<'gc, T>>::Holder;
    type Quick = <T::Access as Shares<'gc, T>>::Quick;

    #[inline(always)]
    unsafe fn hold(value: Value<'gc>) -> Result<Self::Holder, Misfit> {
        T::Access::hold(value)
    }

    #[inline(always)]
    unsafe fn hold_quickly(value: Value<'gc>) -> Option<Self::Quick> {
        // SAFETY: the caller's promise.
        unsafe { T::Access::hold_quickly(value) }
    }
}

/// What borrows from the heap itself, also by another name.
macro_rules! borrowed {
    ($($type:ty),*) => {$(
        // SAFETY: it borrows for 'gc.
        unsafe impl<'gc> Lend<'gc> for $type {
            type Holder = &'gc $type;
            type Quick = &'gc $type;

            #[inline(always)]
            unsafe fn hold(value: Value<'gc>) -> Result<&'gc $type, Misfit> {
                // SAFETY: the caller's promise.
                unsafe { FromValue::decode(value) }.ok_or(ArgumentError::why::<&'gc $type>())
            }

            #[inline(always)]
            unsafe fn hold_quickly(value: Value<'gc>) -> Option<&'gc $type> {
                // SAFETY: the caller's promise.
                unsafe { FromValue::decode(value) }
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

/// The same for the quick form of a function.
///
/// # Safety
///
/// As for [`hold`]; and the function does not give control to OCaml before it drops the holder.
#[inline(always)]
pub unsafe fn hold_quickly<'gc, T: Lend<'gc> + ?Sized>(gc: &'gc Runtime, raw: Raw) -> Option<T::Quick> {
    // SAFETY: the caller's promise.
    unsafe { T::hold_quickly(raw.value(gc)) }
}

/// What the holder lends.
///
/// # Safety
///
/// As for `Holder::lend`.
#[inline(always)]
pub unsafe fn lend<'h, H: Holder<'h>>(holder: &'h H) -> H::Lent {
    // SAFETY: the caller's promise.
    unsafe { holder.lend() }
}

/// Decodes an argument `&mut T`, or `self`.
///
/// # Safety
///
/// As for [`argument`](crate::private::argument).
#[inline(always)]
pub unsafe fn hold_mut<T: LendMut>(gc: &Runtime, raw: Raw, place: &'static Place) -> Result<T::Holder, ArgumentError> {
    // SAFETY: the caller's promise.
    T::hold_mut(unsafe { raw.value(gc) }).map_err(|why| ArgumentError {
        why,
        word: raw.word(),
        place,
    })
}

/// The same for the quick form of a function, and `&mut T` only.
///
/// # Safety
///
/// As for [`hold_quickly`].
#[inline(always)]
pub unsafe fn hold_mut_quickly<T: LendMut>(gc: &Runtime, raw: Raw) -> Option<T::Quick> {
    // SAFETY: the caller's promise.
    unsafe { T::hold_mut_quickly(raw.value(gc)) }
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
