//! The box of a Rust value: its address never changes, and it has the alignment that the type wants.

use std::any::TypeId;
use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use ocaml_sys as sys;

use super::access::sealed::{Access, Maker};
use super::legacy::Finalizer;
use super::operations::Record;
use super::state::{Busy, State, Users};
use super::{Custom, at_exit, legacy};
use crate::custom_block;
use crate::value::Value;

/// What the block points to. The state comes first, for those who do not know the type.
#[repr(C)]
struct Cell<T: Custom> {
    state: State,
    maker: <T::Access as Access>::Maker,
    value: UnsafeCell<ManuallyDrop<T>>,
}

/// A box with a finalizer of its own. The finalizer of the block says that it is one, see `state`.
#[repr(C)]
struct Finalized<T: Custom> {
    cell: Cell<T>,
    finalizer: Finalizer,
}

impl<T: Custom> Cell<T> {
    #[inline(always)]
    fn new(value: T) -> Cell<T> {
        Cell {
            state: State::new(),
            maker: <T::Access as Access>::Maker::this(),
            value: UnsafeCell::new(ManuallyDrop::new(value)),
        }
    }

    /// Drops the value, if it is still there. It is not used again.
    fn drop_value(&mut self) {
        if !self.state.is_closed() {
            // SAFETY: the value is there, and is not used again.
            unsafe { ManuallyDrop::drop(self.value.get_mut()) };
        }
    }
}

/// A box that exists; who has one answers for that.
pub struct Handle<T: Custom>(NonNull<Cell<T>>);

impl<T: Custom> Clone for Handle<T> {
    #[inline(always)]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Custom> Copy for Handle<T> {}

impl<T: Custom> Handle<T> {
    /// What a box adds to the memory that the value owns.
    pub(super) const WEIGHT: usize = custom_block::weight(size_of::<Cell<T>>());

    /// Who touches the state.
    pub(super) const USERS: Users = match T::OPERATIONS.at_exit {
        true => Users::Anybody,
        false => Users::Runtime,
    };

    #[inline(always)]
    pub(super) fn new(value: T) -> Handle<T> {
        Handle(NonNull::from(Box::leak(Box::new(Cell::new(value))))).known()
    }

    /// A box with a finalizer of its own.
    pub(super) fn with_finalizer(value: T, finalizer: Finalizer) -> Handle<T> {
        let cell = Cell::new(value);
        Handle(NonNull::from(Box::leak(Box::new(Finalized { cell, finalizer }))).cast()).known()
    }

    #[inline(always)]
    fn known(self) -> Handle<T> {
        if T::OPERATIONS.at_exit {
            at_exit::add(self);
        }
        self
    }

    /// The box behind a value, if that is a `T`.
    #[inline(always)]
    pub(super) fn of(value: Value<'_>) -> Option<Handle<T>> {
        Self::with_record(value, |record| {
            std::ptr::eq(record.cast(), Record::of::<T>()) || is_copy::<T>(record)
        })
    }

    /// The same, if that is quickly told.
    #[inline(always)]
    pub(super) fn of_quickly(value: Value<'_>) -> Option<Handle<T>> {
        Self::with_record(value, |record| std::ptr::eq(record.cast(), Record::of::<T>()))
    }

    #[inline(always)]
    fn with_record(value: Value<'_>, found: impl FnOnce(*const sys::custom_operations) -> bool) -> Option<Handle<T>> {
        if value.tag() != Some(sys::CUSTOM) {
            return None;
        }
        // SAFETY: a custom block starts with its operations.
        let record = unsafe { sys::custom_ops_val(value.word()) };
        // SAFETY: a block with this record has one word of data, the box.
        found(record).then(|| unsafe { Handle(*sys::data_custom_val(value.word())) })
    }

    /// # Safety
    ///
    /// The box is one of a `T`.
    #[inline(always)]
    pub(super) const unsafe fn from_state(state: NonNull<State>) -> Handle<T> {
        Handle(state.cast())
    }

    /// The word of the block.
    #[inline(always)]
    pub(super) fn as_ptr(self) -> *mut State {
        self.0.as_ptr().cast()
    }

    #[inline(always)]
    pub(super) fn share(self) -> Result<(), Busy> {
        self.state().share(Self::USERS)
    }

    #[inline(always)]
    pub(super) fn unshare(self) -> bool {
        self.state().unshare(Self::USERS)
    }

    #[inline(always)]
    pub(super) fn seize(self) -> Result<(), Busy> {
        self.state().seize(Self::USERS)
    }

    #[inline(always)]
    pub(super) fn release(self) -> bool {
        self.state().release(Self::USERS)
    }

    #[inline(always)]
    pub(super) fn close(self) {
        self.state().close(Self::USERS);
    }

    #[inline(always)]
    pub(super) fn die(self, finalized: bool) -> bool {
        self.state().die(Self::USERS, finalized)
    }

    #[inline(always)]
    pub(super) fn state<'a>(self) -> &'a State {
        // SAFETY: the box exists. The lifetime is chosen by callers in `custom`, none of which keeps it.
        unsafe { &(*self.0.as_ptr()).state }
    }

    /// Whether this thread made the value, or need not have.
    #[inline(always)]
    pub(super) fn is_of_this_thread(self) -> bool {
        // SAFETY: the box exists, and nobody writes to this field.
        unsafe { (*self.0.as_ptr()).maker.is_this() }
    }

    /// Where the value lies.
    #[inline(always)]
    pub(super) fn value(self) -> *mut T {
        // SAFETY: the box exists; no reference is made.
        unsafe { UnsafeCell::raw_get(&raw const (*self.0.as_ptr()).value).cast() }
    }

    /// Runs the finalizer that the user has written, if any; drops the value, if it is still there; frees the box, even if
    /// that panics.
    ///
    /// # Safety
    ///
    /// The state says that the box is to be freed, and it is not used again.
    pub(super) unsafe fn free(self) {
        if T::OPERATIONS.at_exit {
            at_exit::remove(self);
        }
        let cell = self.0.as_ptr();
        let finalized = self.state().is_finalized().then(|| cell.cast::<Finalized<T>>());
        let finalizer = match finalized {
            // SAFETY: the box has one.
            Some(finalized) => Some(unsafe { (*finalized).finalizer }),
            None => T::OPERATIONS.legacy.finalize,
        };
        if let Some(finalizer) = finalizer {
            self.state().revive();
            legacy::finalize(self, finalizer);
        }
        // SAFETY: nobody else has the box, which was made like this.
        unsafe {
            match finalized {
                Some(finalized) => Box::from_raw(finalized).cell.drop_value(),
                None => Box::from_raw(cell).drop_value(),
            }
        }
    }
}

/// The compiler may have written the record more than once, one for each part of the program that it compiles by itself.
#[cold]
#[inline(never)]
fn is_copy<T: Custom>(operations: *const sys::custom_operations) -> bool {
    // SAFETY: the operations of a live block.
    unsafe { Record::from_operations(operations) }.is_some_and(|record| record.type_id() == TypeId::of::<T>())
}
