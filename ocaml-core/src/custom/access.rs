//! How the values of a type are lent: `Mutable`, `Frozen`, `Local`.

use std::cell::Cell;
use std::num::NonZero;

use super::borrow::{Borrow, Shared};
use super::cell::Handle;
use super::misfit::{self, Misfit};
use super::quick::QuickShared;
use super::{Custom, Pointer};
use crate::value::Value;

/// How values are lent: [`Mutable`], [`Frozen`] or [`Local`].
pub trait Access: sealed::Access {}

/// Lent as `&T`, if `T: Sync`, and as `&mut T`; a conflict is an exception.
pub struct Mutable;

/// Lent as `&T` only, which costs nothing; `T: Sync`.
pub struct Frozen;

/// Lent as `&T` and `&mut T`, to the thread that made the value only; elsewhere it is an exception.
pub struct Local;

/// Lends `&mut T`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a frozen type is never lent mutably, closed or taken out",
    label = "frozen",
    note = "remove `#[ocaml(frozen)]`, or change it behind `&self` (atomics, `Mutex`)"
)]
pub trait Mutates: Access {}

impl Mutates for Mutable {}
impl Mutates for Local {}

impl Access for Mutable {}
impl Access for Frozen {}
impl Access for Local {}

pub(super) mod sealed {
    pub trait Access: 'static {
        /// What the box says about the thread that made the value.
        type Maker: Maker;
    }

    pub trait Maker {
        fn this() -> Self;
        fn is_this(&self) -> bool;
    }
}

use sealed::Maker;

impl sealed::Access for Mutable {
    type Maker = ();
}

impl sealed::Access for Frozen {
    type Maker = ();
}

impl sealed::Access for Local {
    type Maker = Thread;
}

impl Maker for () {
    #[inline(always)]
    fn this() {}

    #[inline(always)]
    fn is_this(&self) -> bool {
        true
    }
}

/// The number of a thread, never used again.
#[derive(PartialEq)]
pub struct Thread(NonZero<u64>);

impl Maker for Thread {
    #[inline]
    fn this() -> Thread {
        use std::sync::Mutex;

        static LAST: Mutex<u64> = Mutex::new(0);
        thread_local! {
            static NUMBER: Cell<Option<NonZero<u64>>> = const { Cell::new(None) };
        }
        Thread(NUMBER.get().unwrap_or_else(|| {
            let mut last = LAST.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            *last += 1;
            let number = NonZero::new(*last).expect("it has just been increased");
            NUMBER.set(Some(number));
            number
        }))
    }

    #[inline]
    fn is_this(&self) -> bool {
        *self == Thread::this()
    }
}

/// Lends `&T`.
///
/// # Safety
///
/// A type that is not `Sync` is lent to one thread only.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be lent as `&{T}`: it is not `Sync`, and OCaml's threads and domains share their values",
    label = "`{T}` is not `Sync`",
    note = "make it `Sync` (atomics, `Mutex`), lend it as `&mut {T}` only, or say `#[ocaml(local)]`: then only the thread that made a value may use it"
)]
pub unsafe trait Shares<'gc, T: Custom<Access = Self>>: Access {
    /// What is kept for the time of a call.
    type Holder;
    /// The same for a quick use.
    type Quick;
    /// What [`Pointer::as_ref`] gives.
    type Ref;

    fn hold(value: Value<'gc>) -> Result<Self::Holder, Misfit>;
    /// # Safety
    ///
    /// As for [`QuickShared::new`].
    unsafe fn hold_quickly(value: Value<'gc>) -> Option<Self::Quick>;
    /// Where the value lies, while the holder exists.
    fn address(holder: &Self::Holder) -> *const T;
    fn as_ref(pointer: Pointer<'gc, T>) -> Self::Ref;
}

macro_rules! by_flag {
    ($access:ident, $($sync:ident)?) => {
        // SAFETY: it is `Sync`, or the flag is given to the thread that made the value only.
        #[diagnostic::do_not_recommend]
        unsafe impl<'gc, T: Custom<Access = $access> $(+ $sync)?> Shares<'gc, T> for $access {
            type Holder = Shared<T>;
            type Quick = QuickShared<T>;
            type Ref = Borrow<'gc, T>;

            #[inline(always)]
            fn hold(value: Value<'gc>) -> Result<Shared<T>, Misfit> {
                match Handle::of(value) {
                    Some(handle) => Shared::new(handle).map_err(misfit::busy::<T>),
                    None => Err(misfit::foreign::<T>),
                }
            }

            #[inline(always)]
            unsafe fn hold_quickly(value: Value<'gc>) -> Option<QuickShared<T>> {
                // SAFETY: the caller's promise.
                unsafe { QuickShared::new(value) }
            }

            #[inline(always)]
            fn address(holder: &Shared<T>) -> *const T {
                &raw const **holder
            }

            #[inline(always)]
            fn as_ref(pointer: Pointer<'gc, T>) -> Borrow<'gc, T> {
                pointer.borrow()
            }
        }
    };
}

by_flag!(Mutable, Sync);
by_flag!(Local,);

// SAFETY: it is `Sync`.
#[diagnostic::do_not_recommend]
unsafe impl<'gc, T: Custom<Access = Frozen> + Sync> Shares<'gc, T> for Frozen {
    type Holder = &'gc T;
    type Quick = &'gc T;
    type Ref = &'gc T;

    #[inline(always)]
    fn hold(value: Value<'gc>) -> Result<&'gc T, Misfit> {
        frozen(value).ok_or(misfit::foreign::<T>)
    }

    #[inline(always)]
    unsafe fn hold_quickly(value: Value<'gc>) -> Option<&'gc T> {
        // SAFETY: the box is that of a value of 'gc.
        Handle::of_quickly(value).map(|handle| unsafe { frozen_value(handle) })
    }

    #[inline(always)]
    fn address(holder: &&'gc T) -> *const T {
        &raw const **holder
    }

    #[inline(always)]
    fn as_ref(pointer: Pointer<'gc, T>) -> &'gc T {
        pointer.get()
    }
}

/// The value of a block, if it is one of these.
#[inline(always)]
pub(super) fn frozen<'gc, T: Custom<Access = Frozen>>(value: Value<'gc>) -> Option<&'gc T> {
    // SAFETY: the box is that of a value of 'gc.
    Handle::of(value).map(|handle| unsafe { frozen_value(handle) })
}

/// What lies in the box.
///
/// # Safety
///
/// It is the box of a value that lives while `'gc` does.
#[inline(always)]
unsafe fn frozen_value<'gc, T: Custom<Access = Frozen>>(handle: Handle<T>) -> &'gc T {
    // SAFETY: the block, and so the box, lives while 'gc does: its finalizer runs at a GC point, if at all. The value is
    // never lent mutably nor taken out.
    unsafe { &*handle.value() }
}
