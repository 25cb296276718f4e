//! Roots in the frame of an exported function, from which `&Function` and `&Root` as arguments borrow.
//!
//! What `CAMLparam` is in C: a word on the stack that the collector visits for as long as the call takes. It costs a few
//! stores, and no root is made.

use core::cell::UnsafeCell;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, MaybeUninit, offset_of};
use core::ops::Deref;
use core::ptr::NonNull;

use ocaml_boxroot_sys as boxroot;
use ocaml_sys as sys;

use crate::argument_error::ArgumentError;
use crate::convert::FromValue;
use crate::custom::{Holder, Lend, Misfit};
use crate::function::{Function, apply};
use crate::root::{BlockRoot, Root, Rooted};
use crate::value::Value;

/// What can be a root in a frame while it is lent.
pub trait Framed {
    /// Whether the value can be one.
    ///
    /// # Safety
    ///
    /// As for [`FromValue::decode`].
    unsafe fn fits(value: Value<'_>) -> bool;

    /// The same type with its root in the frame. It is only lent, never dropped.
    fn rooted(root: BlockRoot) -> Self;
}

impl<Args, Ret> Framed for Function<Args, Ret> {
    #[inline(always)]
    unsafe fn fits(value: Value<'_>) -> bool {
        apply::is_function(value)
    }

    #[inline(always)]
    fn rooted(root: BlockRoot) -> Self {
        Function::of_root(root)
    }
}

impl<T: Rooted> Framed for Root<T> {
    #[inline(always)]
    unsafe fn fits(value: Value<'_>) -> bool {
        // SAFETY: the caller's promise.
        unsafe { T::At::<'_>::decode(value) }.is_some()
    }

    #[inline(always)]
    fn rooted(root: BlockRoot) -> Self {
        Root::of(root)
    }
}

macro_rules! lend {
    ($([$($param:ident $(: $bound:ident)?),*] $type:ty;)*) => {$(
        // SAFETY: what is lent borrows from `Linked`, which borrows from the holder.
        unsafe impl<'gc, $($param $(: $bound)?),*> Lend<'gc> for $type {
            type Holder = Slot<Self>;
            type Quick = Slot<Self>;

            #[inline(always)]
            unsafe fn hold(value: Value<'gc>) -> Result<Slot<Self>, Misfit> {
                // SAFETY: the caller's promise.
                unsafe { Slot::hold(value) }.ok_or(ArgumentError::why::<Self>())
            }

            #[inline(always)]
            unsafe fn hold_quickly(value: Value<'gc>) -> Option<Slot<Self>> {
                // SAFETY: the caller's promise.
                unsafe { Slot::hold(value) }
            }
        }
    )*};
}

lend! {
    [Args, Ret] Function<Args, Ret>;
    [T: Rooted] Root<T>;
}

/// A `RootsBlock` up to its first table, the only one in use: what lies behind it would be copied for nothing.
#[repr(C)]
struct OneTable {
    next: *mut sys::RootsBlock,
    ntables: sys::Intnat,
    nitems: sys::Intnat,
    table: *mut sys::Value,
}

const _: () = {
    assert!(offset_of!(OneTable, next) == offset_of!(sys::RootsBlock, next));
    assert!(offset_of!(OneTable, ntables) == offset_of!(sys::RootsBlock, ntables));
    assert!(offset_of!(OneTable, nitems) == offset_of!(sys::RootsBlock, nitems));
    assert!(offset_of!(OneTable, table) == offset_of!(sys::RootsBlock, tables));
};

/// The word, and room for what tells the collector of it. Without `'gc`, because the body uses the token while this is lent.
pub struct Slot<T> {
    word: UnsafeCell<sys::Value>,
    block: UnsafeCell<MaybeUninit<OneTable>>,
    _type: PhantomData<fn() -> T>,
}

impl<T> Slot<T> {
    /// # Safety
    ///
    /// As for [`Lend::hold`].
    #[inline(always)]
    unsafe fn hold(value: Value<'_>) -> Option<Slot<T>>
    where
        T: Framed,
    {
        // SAFETY: the caller's promise.
        unsafe { T::fits(value) }.then(|| Slot {
            word: UnsafeCell::new(value.word()),
            block: UnsafeCell::new(MaybeUninit::uninit()),
            _type: PhantomData,
        })
    }
}

impl<'h, T: Framed + 'h> Holder<'h> for Slot<T> {
    type Lent = Linked<'h, T>;

    #[inline(always)]
    unsafe fn lend(&'h self) -> Linked<'h, T> {
        let word = NonNull::from(&self.word);
        // SAFETY: the caller's promise: the word is not stale. The slot is borrowed, so it stays where it is, on the stack, until
        // `Linked` is gone.
        unsafe {
            let head = sys::State::get().local_roots();
            let next = *head;
            let block = self.block.get().cast::<OneTable>();
            block.write(OneTable {
                next,
                ntables: 1,
                nitems: 1,
                table: word.as_ptr().cast(),
            });
            *head = block.cast();
            Linked {
                head,
                next,
                lent: ManuallyDrop::new(T::rooted(BlockRoot(boxroot::BoxRoot::from_slot(word)))),
                _slot: PhantomData,
            }
        }
    }
}

/// A slot that the collector visits until this is dropped, on this thread: a pointer, so neither `Send` nor `Sync`.
pub struct Linked<'h, T> {
    /// Where the innermost of the frames is noted. A thread stays in its domain.
    head: *mut *mut sys::RootsBlock,
    /// The frame around this one.
    next: *mut sys::RootsBlock,
    /// Never dropped: the collector knows its root by the frame.
    lent: ManuallyDrop<T>,
    _slot: PhantomData<&'h ()>,
}

impl<T> Deref for Linked<'_, T> {
    type Target = T;

    #[inline(always)]
    fn deref(&self) -> &T {
        &self.lent
    }
}

impl<T> Drop for Linked<'_, T> {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: the frame is left on the thread that entered it, and innermost first, since these are locals of one shim. The
        // thread holds the runtime: what gives it up takes it back before it returns or unwinds, and a call into OCaml is
        // not left by unwinding (`threads/exit.rs`).
        unsafe { *self.head = self.next }
    }
}
