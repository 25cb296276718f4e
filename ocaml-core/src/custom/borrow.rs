//! Guards: while one exists, the value is there and used as the guard says, whatever becomes of the block.
//!
//! They are neither `Send` nor `Sync` (they hold a pointer), as `state` needs.

use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::ptr;

use super::Custom;
use super::cell::Handle;
use super::legacy::Finalizer;
use super::operations::Record;
use super::state::Busy;
use crate::runtime::Runtime;

/// Shared use. Only for frames of exported functions and for what borrows from a token.
pub struct Shared<T: Custom>(Handle<T>);

/// Exclusive use, in the same places.
pub struct Exclusive<T: Custom>(Handle<T>);

impl<T: Custom> Shared<T> {
    #[inline(always)]
    pub(super) fn new(handle: Handle<T>) -> Result<Shared<T>, Busy> {
        if !handle.is_of_this_thread() {
            return Err(Busy::Elsewhere);
        }
        handle.share().map(|()| Shared(handle))
    }
}

impl<T: Custom> Exclusive<T> {
    #[inline(always)]
    pub(super) fn new(handle: Handle<T>) -> Result<Exclusive<T>, Busy> {
        if !handle.is_of_this_thread() {
            return Err(Busy::Elsewhere);
        }
        handle.seize().map(|()| Exclusive(handle))
    }

    /// Of a value whose exclusive use has begun.
    ///
    /// # Safety
    ///
    /// It is this one that will end it.
    pub(super) unsafe fn begun(handle: Handle<T>) -> Exclusive<T> {
        Exclusive(handle)
    }

    /// Takes the value out.
    pub(super) fn into_inner(self) -> T {
        self.0.close();
        // SAFETY: the value was there and used by nobody else; from now on it is not used again.
        unsafe { ptr::read(self.0.value()) }
    }
}

impl<T: Custom> Deref for Shared<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: while the guard exists, the value is there and not lent mutably.
        unsafe { &*self.0.value() }
    }
}

impl<T: Custom> Deref for Exclusive<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: while the guard exists, the value is there and lent to it only.
        unsafe { &*self.0.value() }
    }
}

impl<T: Custom> DerefMut for Exclusive<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above.
        unsafe { &mut *self.0.value() }
    }
}

impl<T: Custom> Drop for Shared<T> {
    #[inline(always)]
    fn drop(&mut self) {
        if self.0.unshare() {
            last(self.0);
        }
    }
}

impl<T: Custom> Drop for Exclusive<T> {
    #[inline(always)]
    fn drop(&mut self) {
        if self.0.release() {
            last(self.0);
        }
    }
}

/// The block was collected while the value was in use.
#[cold]
#[inline(never)]
fn last<T: Custom>(handle: Handle<T>) {
    // SAFETY: the state says that this was the last who used the box.
    unsafe { handle.free() };
}

/// A value lent by [`Pointer::borrow`](super::Pointer::borrow), as long as this exists.
pub struct Borrow<'gc, T: Custom> {
    guard: Shared<T>,
    _gc: PhantomData<&'gc Runtime>,
}

/// A value lent by [`Pointer::borrow_mut`](super::Pointer::borrow_mut), as long as this exists.
pub struct BorrowMut<'gc, T: Custom> {
    guard: Exclusive<T>,
    _gc: PhantomData<&'gc Runtime>,
}

impl<'gc, T: Custom> Borrow<'gc, T> {
    #[inline(always)]
    pub(super) fn new(guard: Shared<T>) -> Borrow<'gc, T> {
        Borrow {
            guard,
            _gc: PhantomData,
        }
    }
}

impl<'gc, T: Custom> BorrowMut<'gc, T> {
    #[inline(always)]
    pub(super) fn new(guard: Exclusive<T>) -> BorrowMut<'gc, T> {
        BorrowMut {
            guard,
            _gc: PhantomData,
        }
    }
}

impl<T: Custom> Deref for Borrow<'_, T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        &self.guard
    }
}

impl<T: Custom> Deref for BorrowMut<'_, T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        &self.guard
    }
}

impl<T: Custom> DerefMut for BorrowMut<'_, T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.guard
    }
}

impl<T: Custom + fmt::Debug> fmt::Debug for Borrow<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, f)
    }
}

impl<T: Custom + fmt::Debug> fmt::Debug for BorrowMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, f)
    }
}

/// A value without a block yet, freed if there will be none.
pub(super) struct Fresh<T: Custom> {
    handle: Handle<T>,
    /// Whether it has a finalizer of its own.
    finalized: bool,
}

impl<T: Custom> Fresh<T> {
    #[inline(always)]
    pub(super) fn new(value: T) -> Fresh<T> {
        Fresh {
            handle: Handle::new(value),
            finalized: false,
        }
    }

    pub(super) fn with_finalizer(value: T, finalizer: Finalizer) -> Fresh<T> {
        Fresh {
            handle: Handle::with_finalizer(value, finalizer),
            finalized: true,
        }
    }

    #[inline(always)]
    pub(super) fn handle(&self) -> Handle<T> {
        self.handle
    }

    /// What its block begins with.
    #[inline(always)]
    pub(super) fn record(&self) -> &'static Record {
        match self.finalized {
            true => Record::of_finalized::<T>(),
            false => Record::of::<T>(),
        }
    }

    /// A block owns it now.
    #[inline(always)]
    pub(super) fn owned(self) -> Handle<T> {
        ManuallyDrop::new(self).handle
    }
}

impl<T: Custom> Drop for Fresh<T> {
    #[cold]
    fn drop(&mut self) {
        if self.handle.die(self.finalized) {
            last(self.handle);
        }
    }
}
