//! The custom block that owns a Rust closure.

use core::mem;
use core::ptr::NonNull;

use ocaml_sys as sys;

use super::Apply;
use crate::custom_block;
use crate::dead::Dead;
use crate::runtime::Runtime;
use crate::value::{Raw, Value};

/// A Rust closure of any type in a box of its own, behind a pointer of one word. Dropping it frees the box.
pub(super) struct Owned(Lent);

/// The same without owning it. Not a reference: the block that owns the box may move, or die, while the closure runs.
#[derive(Clone, Copy)]
pub(super) struct Lent(NonNull<Head>);

/// What is known of the closure without its type, which stands behind it.
#[repr(C)]
struct Head {
    arity: usize,
    apply: unsafe fn(NonNull<Head>, &[sys::Value]) -> Raw,
    free: unsafe fn(NonNull<()>),
}

#[repr(C)]
struct Whole<F> {
    head: Head,
    closure: F,
}

impl Owned {
    pub(super) fn new<F: Apply + 'static>(closure: F) -> Owned {
        /// # Safety
        ///
        /// The head of a `Whole<F>` that is alive; the rest as for [`Apply::apply`].
        unsafe fn apply<F: Apply>(head: NonNull<Head>, words: &[sys::Value]) -> Raw {
            // SAFETY: the caller's promise.
            unsafe { F::apply(Lent(head).closure(), words) }
        }
        /// # Safety
        ///
        /// The box of a `Whole<F>`, which nobody uses any more.
        unsafe fn free<F>(whole: NonNull<()>) {
            // SAFETY: the caller's promise.
            drop(unsafe { Box::from_raw(whole.cast::<Whole<F>>().as_ptr()) });
        }
        let head = Head {
            arity: F::ARITY,
            apply: apply::<F>,
            free: free::<F>,
        };
        let whole = NonNull::from(Box::leak(Box::new(Whole { head, closure })));
        Owned(Lent(whole.cast()))
    }

    /// How many arguments the closure takes.
    pub(super) fn arity(&self) -> usize {
        // SAFETY: the box is there for as long as this is.
        unsafe { self.0.arity() }
    }

    /// A block that owns the closure, and by it as many bytes.
    pub(super) fn into_block(self, gc: &Runtime, bytes: usize) -> Value<'_> {
        let word = self.0.0.as_ptr() as usize;
        mem::forget(self);
        // SAFETY: the finalizer takes back the box, and touches nothing of OCaml's.
        unsafe { custom_block::new(gc, &raw const OPERATIONS, &[word], custom_block::weight(bytes)) }
    }
}

impl Drop for Owned {
    fn drop(&mut self) {
        let Lent(head) = self.0;
        // SAFETY: nobody else has the box.
        unsafe { (head.as_ref().free)(head.cast()) }
    }
}

impl Lent {
    /// How many arguments the closure takes.
    ///
    /// # Safety
    ///
    /// The box is there.
    #[inline(always)]
    pub(super) unsafe fn arity(self) -> usize {
        // SAFETY: the caller's promise.
        unsafe { self.0.as_ref() }.arity
    }

    /// # Safety
    ///
    /// The box is there, and the closure in it is an `F`.
    #[inline(always)]
    pub(super) unsafe fn closure<F>(self) -> *const F {
        // SAFETY: the caller's promise; the pointer is to the whole.
        unsafe { &raw const (*self.0.cast::<Whole<F>>().as_ptr()).closure }
    }

    /// # Safety
    ///
    /// The box is there when this is called; the rest as for [`Apply::apply`].
    #[inline(always)]
    pub(super) unsafe fn apply(self, words: &[sys::Value]) -> Raw {
        // SAFETY: the caller's promise.
        unsafe { (self.0.as_ref().apply)(self.0, words) }
    }
}

static OPERATIONS: sys::custom_operations = sys::custom_operations {
    identifier: c"rust.closure".as_ptr(),
    finalize: Some(finalize),
    compare: None,
    hash: None,
    serialize: None,
    deserialize: None,
    compare_ext: None,
    fixed_length: core::ptr::null(),
};

/// What such a block owns.
///
/// # Safety
///
/// A block made by [`Owned::into_block`]. The box is there for as long as the block is.
#[inline(always)]
pub(super) unsafe fn get(block: sys::Value) -> Lent {
    // SAFETY: the data of the block is the pointer.
    unsafe { *sys::data_custom_val::<Lent>(block) }
}

/// The runtime calls this once, inside a collection or an allocation, on any thread.
unsafe extern "C" fn finalize(block: sys::Value) {
    // SAFETY: a block of ours, which nothing uses any more.
    unsafe {
        let Lent(head) = get(block);
        Dead::new(head.cast(), head.as_ref().free, || "Rust closure").bury();
    }
}
