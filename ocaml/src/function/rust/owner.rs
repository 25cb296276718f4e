//! The custom block that owns a Rust closure.

use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};

use ocaml_sys as sys;

use super::Apply;
use crate::custom_block;
use crate::runtime::Runtime;
use crate::value::Value;

/// What the block holds: the closure, and how many arguments it takes.
pub(super) struct Owned {
    pub closure: *mut dyn Apply,
    pub arity: usize,
}

const WORDS: usize = size_of::<Owned>() / size_of::<usize>();

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
    let owned = Owned {
        closure: Box::into_raw(closure),
        arity,
    };
    // SAFETY: both are as many words, without padding.
    let words: [usize; WORDS] = unsafe { mem::transmute(owned) };
    // SAFETY: the finalizer takes back the box, and touches nothing of OCaml's.
    unsafe { custom_block::new(gc, &raw const OPERATIONS, &words, 0) }
}

/// What such a block holds.
///
/// # Safety
///
/// A live block made by [`new`].
#[inline]
pub(super) unsafe fn get(block: sys::Value) -> *const Owned {
    // SAFETY: the data of the block.
    unsafe { sys::data_custom_val::<Owned>(block) }
}

/// The runtime calls this once, inside a collection or an allocation, on any thread.
unsafe extern "C" fn finalize(block: sys::Value) {
    // SAFETY: a block of ours, which nothing uses any more; the box is as `new` left it.
    let closure = unsafe { Box::from_raw((*get(block)).closure) };
    if catch_unwind(AssertUnwindSafe(|| drop(closure))).is_err() {
        eprintln!("ocaml: the destructor of a closure panicked inside OCaml's collector, which cannot go on");
        std::process::abort();
    }
}
