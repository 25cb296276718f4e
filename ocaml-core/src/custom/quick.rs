//! The quick use of a value: lent by a function that never gives control to OCaml, when nobody uses it.
//!
//! Only the usual case is done here; in any other the holder is not made, and the function is run again from its start in
//! its general form, with the guards in `borrow`. So nothing here has to go on after a call, and a method that is as short
//! as a getter needs no stack frame.
//!
//! A function that does not use its token runs no OCaml code and no collection: so from the beginning of the use to its end
//! the block is alive, and no other domain is started. What may happen is that the value is lent again (by a
//! [`Pointer`](super::Pointer) to it), which is counted.

use std::ops::{Deref, DerefMut};

use super::Custom;
use super::argument::Holder;
use super::cell::Handle;
use crate::value::Value;

/// Shared use.
pub struct QuickShared<T: Custom>(Handle<T>);

/// Exclusive use.
pub struct QuickExclusive<T: Custom>(Handle<T>);

/// The box, if the value is used by this thread and is no other's.
#[inline(always)]
fn usable<T: Custom>(value: Value<'_>) -> Option<Handle<T>> {
    Handle::of_quickly(value).filter(|handle| handle.is_of_this_thread())
}

impl<T: Custom> QuickShared<T> {
    /// # Safety
    ///
    /// This lives in the frame of a function that does not give control to OCaml before it is dropped.
    #[inline(always)]
    pub(super) unsafe fn new(value: Value<'_>) -> Option<QuickShared<T>> {
        usable(value)
            .filter(|handle| handle.state().share_quickly(Handle::<T>::USERS))
            .map(QuickShared)
    }
}

impl<T: Custom> QuickExclusive<T> {
    /// # Safety
    ///
    /// As for [`QuickShared::new`].
    #[inline(always)]
    pub(super) unsafe fn new(value: Value<'_>) -> Option<QuickExclusive<T>> {
        usable(value)
            .filter(|handle| handle.state().seize_quickly(Handle::<T>::USERS))
            .map(QuickExclusive)
    }
}

impl<T: Custom> Drop for QuickShared<T> {
    #[inline(always)]
    fn drop(&mut self) {
        self.0.state().unshare_quickly();
    }
}

impl<T: Custom> Drop for QuickExclusive<T> {
    #[inline(always)]
    fn drop(&mut self) {
        self.0.state().release_quickly();
    }
}

impl<'h, T: Custom> Holder<'h> for QuickShared<T> {
    type Lent = &'h T;

    #[inline(always)]
    unsafe fn lend(&'h self) -> &'h T {
        // SAFETY: while this exists, the value is there and not lent mutably.
        unsafe { &*self.0.value() }
    }
}

impl<T: Custom> Deref for QuickExclusive<T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: while this exists, the value is there and lent to it only.
        unsafe { &*self.0.value() }
    }
}

impl<T: Custom> DerefMut for QuickExclusive<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above.
        unsafe { &mut *self.0.value() }
    }
}
