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
/// A block that owns nothing worth counting (`bytes` is 0) costs its entry in the table and no more.
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
#[inline]
pub(crate) unsafe fn new<'gc>(
    gc: &'gc Runtime,
    operations: *const sys::custom_operations,
    data: &[usize],
    bytes: usize,
) -> Value<'gc> {
    let wosize = data.len() + 1;
    // SAFETY: the token proves that the runtime is held.
    let state = unsafe { sys::State::get() };
    let fresh = if bytes != 0 && bytes > limits::young(state) {
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
    let most = if bytes == 0 { 1 } else { limits::garbage(state) };
    if !fresh.is_young() {
        // SAFETY: the runtime is held, and this sets flags.
        unsafe { sys::caml_adjust_gc_speed(bytes, most) };
        return value;
    }
    // SAFETY: the runtime is held; the block is complete, young, and custom.
    unsafe { sys::add_to_custom_table(state.custom_table(), value.word(), bytes, most) };
    if bytes != 0 {
        count_young(state, bytes);
    }
    value
}

/// What a box of this size counts for: nothing if it is not worth it, because the OCaml block itself counts for about as much.
pub(crate) const fn weight(size: usize) -> usize {
    if size > 128 { size } else { 0 }
}

/// Counts what a block owns that the runtime has made for us.
pub(crate) fn count(_gc: &Runtime, bytes: usize) {
    // SAFETY: the token proves that the runtime is held; this sets flags.
    unsafe { sys::caml_adjust_gc_speed(bytes, limits::garbage(sys::State::get())) };
}

/// Counts what a block made just now turns out to own besides.
pub(crate) fn count_more(gc: &Runtime, bytes: usize) {
    count(gc, bytes);
    // SAFETY: the token proves that the runtime is held.
    count_young(unsafe { sys::State::get() }, bytes);
}

/// Counts what a young block owns against the minor heap.
fn count_young(state: sys::State, bytes: usize) {
    // SAFETY: the caller holds the runtime and with it the counter; the request sets flags.
    unsafe {
        let Some(owned) = state.extra_heap_resources_minor() else {
            return;
        };
        *owned += bytes as f64 / limits::young_garbage(state) as f64;
        if *owned > 1.0 {
            sys::caml_request_minor_gc();
            due::leave_note(1);
        }
    }
}

/// How many bytes may be owned, as `Gc.control` has it.
#[cfg(ocaml_4_08)]
mod limits {
    use ocaml_sys as sys;

    /// Reads one of the runtime's settings, which any domain may be changing.
    macro_rules! setting {
        ($name:ident) => {
            // SAFETY: an aligned word that always exists; old or new, its value will do.
            unsafe { (&raw const sys::$name).read_volatile() }
        };
    }

    /// By a block, if it is to be young: `custom_minor_max_size`.
    pub fn young(state: sys::State) -> usize {
        // SAFETY: the caller holds the runtime.
        match unsafe { state.extra_heap_resources_minor() } {
            Some(_) => setting!(caml_custom_minor_max_bsz),
            None => 0,
        }
    }

    /// By all young blocks, before a minor collection: `custom_minor_ratio`.
    pub fn young_garbage(state: sys::State) -> usize {
        // SAFETY: the caller holds the runtime.
        let minor_heap = unsafe { state.minor_heap_wsz() } * sys::WORD;
        (minor_heap / 100 * setting!(caml_custom_minor_ratio)).max(1)
    }

    /// By old blocks, before the major collector should have done a whole cycle: `custom_major_ratio`. A cycle and a
    /// half pass before a dead block is freed.
    pub fn garbage(state: sys::State) -> usize {
        // SAFETY: the caller holds the runtime.
        let heap = unsafe { state.heap_size() };
        (heap / 150 * setting!(caml_custom_major_ratio)).max(1)
    }
}

/// This runtime has no such settings, and counts nothing of young blocks: none may own anything.
#[cfg(not(ocaml_4_08))]
mod limits {
    use ocaml_sys as sys;

    pub fn young(_: sys::State) -> usize {
        0
    }

    pub fn young_garbage(_: sys::State) -> usize {
        1
    }

    /// With the ratio that later versions start with.
    pub fn garbage(state: sys::State) -> usize {
        // SAFETY: the caller holds the runtime.
        let heap = unsafe { state.heap_size() };
        (heap / 150 * 44).max(1)
    }
}
