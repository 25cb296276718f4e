//! Custom blocks with a finalizer, which own memory outside the heap.
//!
//! What `caml_alloc_custom_mem` does, without its collections: a block that owns little is young, is entered in the
//! runtime's table of young custom blocks (or its finalizer would never run if it died young) and counts against the
//! minor heap; one that owns much goes to the major heap at once and speeds up its collector. Either way what became
//! due is left to the end of the function.

use ocaml_sys as sys;

use crate::alloc;
use crate::due;
use crate::runtime::Runtime;
use crate::value::Value;

/// A custom block with these words as its data, which owns `bytes` bytes outside the heap.
///
/// On OCaml 5 the finalizers of blocks that are already dead may run in here.
///
/// # Panics
///
/// With `Out_of_memory`; the finalizer will not run then.
///
/// # Safety
///
/// The data are what the operations work on, and the finalizer does not touch the OCaml heap, raise or unwind.
pub(crate) unsafe fn new<'gc>(
    gc: &'gc Runtime,
    operations: *const sys::custom_operations,
    data: &[usize],
    bytes: usize,
) -> Value<'gc> {
    let wosize = data.len() + 1;
    let fresh = if bytes > young_limit() {
        alloc::reserve_major(gc, wosize, sys::CUSTOM)
    } else {
        alloc::reserve(gc, wosize, sys::CUSTOM)
    };
    // SAFETY: the block has `wosize` words, and custom blocks hold no values.
    unsafe {
        let words = fresh.as_ptr().cast::<usize>();
        words.write(operations as usize);
        words.add(1).copy_from_nonoverlapping(data.as_ptr(), data.len());
    }
    let value = fresh.value(gc);
    if fresh.is_young() {
        count_young(value, bytes);
    } else {
        // SAFETY: the token proves that the runtime is held; this sets flags.
        unsafe { sys::caml_adjust_gc_speed(bytes, most_garbage()) };
    }
    value
}

/// Enters a complete young block in the runtime's table, and counts what it owns against the minor heap.
fn count_young(block: Value<'_>, bytes: usize) {
    // SAFETY: whoever has a value holds the runtime; the block is young, and custom.
    unsafe {
        let table = sys::State::get().custom_table();
        sys::add_to_custom_table(table, block.word(), bytes, most_garbage());
    }
    #[cfg(ocaml_4_08)]
    // SAFETY: whoever has a value holds the runtime, and with it these fields; the request sets flags.
    unsafe {
        let state = sys::State::get();
        let most = state.minor_heap_wsz() * sys::WORD / 100 * sys::caml_custom_minor_ratio;
        let owned = state.extra_heap_resources_minor();
        *owned += bytes as f64 / most.max(1) as f64;
        if *owned > 1.0 {
            sys::caml_request_minor_gc();
            due::leave_note(1);
        }
    }
}

/// The bytes that a young block may own: `custom_minor_max_size` of `Gc.control`.
#[cfg(ocaml_4_08)]
fn young_limit() -> usize {
    // SAFETY: a word that only the holder of the runtime writes; a racing domain's change may be seen late.
    unsafe { (&raw const sys::caml_custom_minor_max_bsz).read_volatile() }
}

/// This runtime does not count what young blocks own.
#[cfg(not(ocaml_4_08))]
fn young_limit() -> usize {
    0
}

/// The bytes after which the major collector should have done a whole cycle: `caml_custom_get_max_major`.
fn most_garbage() -> usize {
    // SAFETY: only called while a block is made, so the runtime is held.
    let heap = unsafe { sys::State::get().heap_size() };
    #[cfg(ocaml_4_08)]
    // SAFETY: as in `young_limit`.
    let percent = unsafe { (&raw const sys::caml_custom_major_ratio).read_volatile() };
    #[cfg(not(ocaml_4_08))]
    let percent = 44;
    // A cycle and a half pass before a dead block is freed.
    (heap / 150 * percent).max(1)
}
