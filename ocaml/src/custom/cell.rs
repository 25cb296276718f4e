//! The box of a Rust value: its address never changes, and it has the alignment that the type wants.

use std::any::TypeId;
use std::cell::UnsafeCell;
use std::mem::ManuallyDrop;
use std::ptr::NonNull;

use ocaml_sys as sys;

use super::access::sealed::{Access, Maker};
use super::operations::Record;
use super::state::State;
use super::{Custom, legacy};
use crate::value::Value;

/// What the block points to. The state comes first, for those who do not know the type.
#[repr(C)]
struct Cell<T: Custom> {
    state: State,
    maker: <T::Access as Access>::Maker,
    value: UnsafeCell<ManuallyDrop<T>>,
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
    /// What a box adds to the memory that the value owns; nothing if it is not worth counting, because the OCaml block
    /// itself counts for about as much.
    pub(super) const WEIGHT: usize = if size_of::<Cell<T>>() > 128 {
        size_of::<Cell<T>>()
    } else {
        0
    };

    #[inline(always)]
    pub(super) fn new(value: T) -> Handle<T> {
        let cell = Box::new(Cell {
            state: State::new(),
            maker: <T::Access as Access>::Maker::this(),
            value: UnsafeCell::new(ManuallyDrop::new(value)),
        });
        Handle(NonNull::from(Box::leak(cell)))
    }

    /// The box behind a value, if that is a `T`.
    #[inline(always)]
    pub(super) fn of(value: Value<'_>) -> Option<Handle<T>> {
        if value.tag() != Some(sys::CUSTOM) {
            return None;
        }
        // SAFETY: a custom block starts with its operations.
        let record = unsafe { sys::custom_ops_val(value.word()) };
        let found = std::ptr::eq(record.cast(), Record::of::<T>()) || is_copy::<T>(record);
        // SAFETY: a block with this record has one word of data, the box.
        found.then(|| unsafe { Handle(*sys::data_custom_val(value.word())) })
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
    pub(super) fn state<'a>(self) -> &'a State {
        // SAFETY: the box exists. The lifetime is chosen by callers in this module, none of which keeps it.
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

    /// Drops the value, if it is still there, and frees the box, even if that panics.
    ///
    /// # Safety
    ///
    /// Nobody uses the box any more.
    pub(super) unsafe fn free(self) {
        legacy::finalize(self);
        // SAFETY: the box was made by `new`, and nobody else has it.
        let mut cell = unsafe { Box::from_raw(self.0.as_ptr()) };
        if !cell.state.is_closed() {
            // SAFETY: the value is there, and is not used again.
            unsafe { ManuallyDrop::drop(cell.value.get_mut()) };
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
