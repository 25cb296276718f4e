//! The custom block that owns a Rust closure.

use core::ptr::NonNull;

use ocaml_sys as sys;

use super::Apply;
use crate::custom_block;
use crate::dead::Dead;
use crate::runtime::Runtime;
use crate::value::Value;

/// The closure, and how many arguments it takes.
pub(super) struct Owned {
    pub closure: Box<dyn Apply>,
    pub arity: usize,
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

/// A block that owns the closure.
pub(super) fn new(gc: &Runtime, arity: usize, closure: Box<dyn Apply>) -> Value<'_> {
    let owned = Box::into_raw(Box::new(Owned { closure, arity }));
    // SAFETY: the finalizer takes back the box, and touches nothing of OCaml's.
    unsafe { custom_block::new(gc, &raw const OPERATIONS, &[owned as usize], 0) }
}

/// What such a block owns.
///
/// # Safety
///
/// A live block made by [`new`].
#[inline]
pub(super) unsafe fn get(block: sys::Value) -> *const Owned {
    // SAFETY: the data of the block.
    unsafe { *sys::data_custom_val::<*const Owned>(block) }
}

/// The runtime calls this once, inside a collection or an allocation, on any thread.
unsafe extern "C" fn finalize(block: sys::Value) {
    unsafe fn free(owned: NonNull<()>) {
        // SAFETY: the box is as `new` left it, and nobody else has it.
        drop(unsafe { Box::from_raw(owned.cast::<Owned>().as_ptr()) });
    }
    // SAFETY: a block of ours, which nothing uses any more.
    unsafe {
        let owned = NonNull::new_unchecked(get(block).cast_mut());
        Dead::new(owned.cast(), free, || "Rust closure").bury();
    }
}
