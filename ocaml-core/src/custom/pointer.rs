//! `Pointer<T>`: an OCaml value that is known to be a Rust value.

use std::fmt;
use std::marker::PhantomData;

use super::access::{Mutates, Shares};
use super::borrow::{Borrow, BorrowMut, Exclusive, Fresh, Shared};
use super::cell::Handle;
use super::misfit::{self, reason};
use super::operations::Record;
use super::state::Busy;
use super::{Custom, Frozen, marshal};
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue, decode};
use crate::custom_block;
use crate::runtime::Runtime;
use crate::value::Value;

/// A Rust value on the OCaml heap: the OCaml value, one word, known to be a `T`.
///
/// It is what to use for a value that is handed on, put into a list, or lent for a moment only; where a function just uses
/// the value, `&T` and `&mut T` as argument types are shorter.
///
/// ```
/// #[derive(ocaml::Custom)]
/// pub struct Counter(i64);
///
/// #[ocaml::func]
/// pub fn doc_counters(n: i64) -> Vec<ocaml::Pointer<Counter>> {
///     (0..n).map(|i| ocaml::Pointer::new(gc, Counter(i))).collect()
/// }
///
/// #[ocaml::func]
/// pub fn doc_total(counters: Vec<ocaml::Pointer<Counter>>) -> i64 {
///     counters.iter().map(|counter| counter.borrow().0).sum()
/// }
/// ```
pub struct Pointer<'gc, T: Custom> {
    value: Value<'gc>,
    handle: Handle<T>,
    _not_static: PhantomData<&'gc T>,
}

impl<T: Custom> Clone for Pointer<'_, T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Custom> Copy for Pointer<'_, T> {}

impl<'gc, T: Custom> Pointer<'gc, T> {
    /// Moves a value to the OCaml heap. It is dropped when OCaml does not need it any more.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    #[inline]
    pub fn new(gc: &'gc Runtime, value: T) -> Pointer<'gc, T> {
        let bytes = value.heap_size();
        Pointer::place(gc, Fresh::new(value), bytes)
    }

    /// Makes the block of a value that owns `bytes` bytes.
    #[inline(always)]
    pub(super) fn place(gc: &'gc Runtime, fresh: Fresh<T>, bytes: usize) -> Pointer<'gc, T> {
        if T::OPERATIONS.marshal.is_some() {
            Self::register(gc);
        }
        let bytes = bytes.saturating_add(Handle::<T>::WEIGHT);
        let record = fresh.record().operations();
        // SAFETY: the data are what the record's functions work on; they keep to the rules of finalizers.
        let value = unsafe { custom_block::new(gc, record, &[fresh.handle().as_ptr() as usize], bytes) };
        Pointer {
            value,
            handle: fresh.owned(),
            _not_static: PhantomData,
        }
    }

    /// Makes the type known to `Marshal`, which happens by itself when a value is made. A program that reads before it
    /// makes any calls this first, in a function of its own.
    pub fn register(_gc: &'gc Runtime) {
        marshal::register(Record::of::<T>());
    }

    /// The pointer, if the value is one.
    #[inline]
    pub(super) fn of(value: Value<'gc>) -> Result<Pointer<'gc, T>, ConversionError> {
        Self::find(value).ok_or_else(|| reason(misfit::foreign::<T>, value.word()))
    }

    #[inline(always)]
    fn find(value: Value<'gc>) -> Option<Pointer<'gc, T>> {
        Some(Pointer {
            handle: Handle::of(value)?,
            value,
            _not_static: PhantomData,
        })
    }

    #[inline(always)]
    pub(super) fn handle(self) -> Handle<T> {
        self.handle
    }

    /// The OCaml value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }

    fn busy(self) -> impl FnOnce(Busy) -> ConversionError {
        move |busy| reason(misfit::busy::<T>(busy), self.value.word())
    }

    /// Lends the value, as often as wanted at the same time.
    ///
    /// # Panics
    ///
    /// With `Invalid_argument` if it is lent mutably or closed, or, for `#[ocaml(local)]`, of another thread.
    #[inline]
    pub fn borrow(self) -> Borrow<'gc, T>
    where
        T::Access: Shares<'gc, T>,
    {
        self.try_borrow().unwrap_or_else(|error| error.throw())
    }

    /// Lends the value.
    ///
    /// # Errors
    ///
    /// Where [`borrow`](Self::borrow) panics.
    #[inline]
    pub fn try_borrow(self) -> Result<Borrow<'gc, T>, ConversionError>
    where
        T::Access: Shares<'gc, T>,
    {
        Shared::new(self.handle).map(Borrow::new).map_err(self.busy())
    }

    /// Lends the value to one user.
    ///
    /// # Panics
    ///
    /// With `Invalid_argument` if it is lent already, or closed, or, for `#[ocaml(local)]`, of another thread.
    #[inline]
    pub fn borrow_mut(self) -> BorrowMut<'gc, T>
    where
        T::Access: Mutates,
    {
        self.try_borrow_mut().unwrap_or_else(|error| error.throw())
    }

    /// Lends the value to one user.
    ///
    /// # Errors
    ///
    /// Where [`borrow_mut`](Self::borrow_mut) panics.
    #[inline]
    pub fn try_borrow_mut(self) -> Result<BorrowMut<'gc, T>, ConversionError>
    where
        T::Access: Mutates,
    {
        Exclusive::new(self.handle).map(BorrowMut::new).map_err(self.busy())
    }

    /// The value: a plain reference if the type is frozen, otherwise as [`borrow`](Self::borrow).
    ///
    /// (In `ocaml` 1.x a plain reference, which nothing kept from being mutated through another.)
    #[inline(always)]
    #[allow(clippy::should_implement_trait, reason = "the guard is no plain reference")]
    pub fn as_ref(&self) -> <T::Access as Shares<'gc, T>>::Ref
    where
        T::Access: Shares<'gc, T>,
    {
        T::Access::as_ref(*self)
    }

    /// As [`borrow_mut`](Self::borrow_mut). (In `ocaml` 1.x a plain reference.)
    #[inline(always)]
    #[allow(clippy::should_implement_trait, reason = "the guard is no plain reference")]
    pub fn as_mut(&mut self) -> BorrowMut<'gc, T>
    where
        T::Access: Mutates,
    {
        self.borrow_mut()
    }

    /// Replaces the value and drops the old one.
    ///
    /// # Panics
    ///
    /// As [`borrow_mut`](Self::borrow_mut).
    #[inline]
    pub fn set(&mut self, value: T)
    where
        T::Access: Mutates,
    {
        *self.borrow_mut() = value;
    }

    /// Takes the value out: from now on every use of it, here and in OCaml, is `Invalid_argument` ("this T is closed").
    ///
    /// # Errors
    ///
    /// As [`try_borrow_mut`](Self::try_borrow_mut).
    pub fn take(self) -> Result<T, ConversionError>
    where
        T::Access: Mutates,
    {
        let guard = Exclusive::new(self.handle).map_err(self.busy())?;
        Ok(guard.into_inner())
    }

    /// Drops the value now, not when the collector comes by: for files, connections and their like. Later uses are
    /// errors, as after [`take`](Self::take).
    ///
    /// # Errors
    ///
    /// As [`try_borrow_mut`](Self::try_borrow_mut); a value that is closed already is one too.
    pub fn close(self) -> Result<(), ConversionError>
    where
        T::Access: Mutates,
    {
        self.take().map(drop)
    }
}

impl<'gc, T: Custom<Access = Frozen> + Sync> Pointer<'gc, T> {
    /// The value of a frozen type.
    #[inline(always)]
    pub(super) fn get(self) -> &'gc T {
        // SAFETY: the block lives while 'gc does; the value is never lent mutably nor taken out.
        unsafe { &*self.handle.value() }
    }
}

// SAFETY: checked by `find`.
unsafe impl<'gc, T: Custom> FromValue<'gc> for Pointer<'gc, T> {
    decode!(|value| Self::find(value), else reason(misfit::foreign::<T>, value.word()));
}

// SAFETY: the value itself.
unsafe impl<'gc, T: Custom> IntoValue<'gc> for Pointer<'_, T> {
    #[inline(always)]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.value.into_value(gc)
    }
}

impl<T: Custom> fmt::Debug for Pointer<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pointer<{}>", misfit::short::<T>())
    }
}
