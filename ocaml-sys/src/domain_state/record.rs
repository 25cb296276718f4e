//! OCaml 4.10 and later: a record whose offsets the build script reads from `domain_state.tbl`.

use core::ffi::c_void;
use core::ptr::NonNull;

use super::{Backtrace, find};
use crate::{CustomTable, RootsBlock, Value, config};

pub(super) type Handle = NonNull<u8>;

/// The address of the field at a byte offset of the table.
///
/// # Safety
/// The field has type `T`.
#[inline(always)]
unsafe fn at<T>(state: Handle, offset: usize) -> *mut T {
    // SAFETY: the offset comes from the table the runtime was compiled with, so it is inside the record.
    unsafe { state.as_ptr().add(offset).cast() }
}

#[inline(always)]
pub(super) unsafe fn get() -> Handle {
    // SAFETY: not null while this thread holds the lock.
    unsafe { NonNull::new_unchecked(find::caml_state()) }
}

#[inline(always)]
pub(super) unsafe fn try_get() -> Option<Handle> {
    // SAFETY: the caller says that a runtime is linked.
    NonNull::new(unsafe { find::caml_state() })
}

#[inline(always)]
pub(super) fn as_ptr(state: Handle) -> *mut c_void {
    state.as_ptr().cast()
}

#[inline(always)]
pub(super) unsafe fn young_ptr(state: Handle) -> *mut usize {
    // SAFETY: `value *young_ptr`.
    unsafe { at(state, config::YOUNG_PTR) }
}

#[inline(always)]
pub(super) unsafe fn young_limit(state: Handle) -> *mut usize {
    // SAFETY: `value *young_limit`, or `atomic_uintnat` on OCaml 5.
    unsafe { at(state, config::YOUNG_LIMIT) }
}

#[inline(always)]
pub(super) unsafe fn young_trigger(state: Handle) -> usize {
    // SAFETY: `value *young_trigger`.
    let trigger = unsafe { at::<usize>(state, config::YOUNG_TRIGGER).read() };
    // SAFETY: as above.
    trigger.max(unsafe { memprof_young_trigger(state) })
}

/// OCaml 4: a global variable. The caller holds the lock.
#[cfg(not(ocaml_5))]
#[inline(always)]
unsafe fn memprof_young_trigger(_: Handle) -> usize {
    unsafe extern "C" {
        static mut caml_memprof_young_trigger: usize;
    }
    // SAFETY: only the holder of the lock writes it.
    unsafe { (&raw const caml_memprof_young_trigger).read() }
}

/// OCaml 5: a field where memprof exists, otherwise there is no sampling.
#[cfg(ocaml_5)]
#[inline(always)]
unsafe fn memprof_young_trigger(state: Handle) -> usize {
    match config::MEMPROF_YOUNG_TRIGGER {
        // SAFETY: `value *memprof_young_trigger`.
        Some(offset) => unsafe { at::<usize>(state, offset).read() },
        None => 0,
    }
}

#[inline(always)]
pub(super) unsafe fn young_start(state: Handle) -> *mut usize {
    // SAFETY: `value *young_start`.
    unsafe { at(state, config::YOUNG_START) }
}

#[inline(always)]
pub(super) unsafe fn young_end(state: Handle) -> *mut usize {
    // SAFETY: `value *young_end`.
    unsafe { at(state, config::YOUNG_END) }
}

#[inline(always)]
pub(super) unsafe fn local_roots(state: Handle) -> *mut *mut RootsBlock {
    // SAFETY: `struct caml__roots_block *local_roots`.
    unsafe { at(state, config::LOCAL_ROOTS) }
}

/// OCaml 4: `struct caml_custom_table *custom_table`.
#[cfg(not(ocaml_5))]
#[inline(always)]
pub(super) unsafe fn custom_table(state: Handle) -> *mut CustomTable {
    const OFFSET: usize = config::CUSTOM_TABLE.expect("OCaml 4 has the field, the build script checked it");
    // SAFETY: the runtime sets the field when it starts.
    unsafe { at::<*mut CustomTable>(state, OFFSET).read() }
}

/// OCaml 5: `struct caml_minor_tables *minor_tables`, whose third table it is.
#[cfg(ocaml_5)]
#[inline(always)]
pub(super) unsafe fn custom_table(state: Handle) -> *mut CustomTable {
    const OFFSET: usize = config::MINOR_TABLES.expect("OCaml 5 has the field, the build script checked it");
    // SAFETY: the runtime sets the field when the domain starts.
    unsafe { &raw mut (*at::<*mut crate::MinorTables>(state, OFFSET).read()).custom }
}

/// The offset of a field that all these versions have.
const fn known(offset: Option<usize>) -> usize {
    offset.expect("the table has the field")
}

#[inline(always)]
pub(super) unsafe fn minor_heap_wsz(state: Handle) -> usize {
    // SAFETY: `asize_t minor_heap_wsz`.
    unsafe { at::<usize>(state, const { known(config::MINOR_HEAP_WSZ) }).read() }
}

/// OCaml 4: `intnat stat_heap_wsz`.
#[cfg(not(ocaml_5))]
#[inline(always)]
pub(super) unsafe fn heap_size(state: Handle) -> usize {
    // SAFETY: as above.
    unsafe { at::<usize>(state, const { known(config::STAT_HEAP_WSZ) }).read() * crate::WORD }
}

/// OCaml 5: the sum of two fields of `struct caml_heap_state *shared_heap`.
#[cfg(ocaml_5)]
#[inline(always)]
pub(super) unsafe fn heap_size(state: Handle) -> usize {
    unsafe extern "C" {
        fn caml_heap_size(heap: *mut c_void) -> usize;
    }
    // SAFETY: the field points to the domain's heap while the domain lives.
    unsafe { caml_heap_size(at::<*mut c_void>(state, const { known(config::SHARED_HEAP) }).read()) }
}

#[inline(always)]
pub(super) unsafe fn extra_heap_resources_minor(state: Handle) -> Option<*mut f64> {
    // SAFETY: `double extra_heap_resources_minor`.
    config::EXTRA_HEAP_RESOURCES_MINOR.map(|offset| unsafe { at(state, offset) })
}

#[inline(always)]
pub(super) unsafe fn id(state: Handle) -> usize {
    match config::ID {
        // SAFETY: `int id`, not negative.
        Some(offset) => unsafe { at::<i32>(state, offset).read() as usize },
        None => 0,
    }
}

#[inline]
pub(super) unsafe fn backtrace(state: Handle) -> Option<Backtrace> {
    // SAFETY: `intnat backtrace_active`, `intnat backtrace_pos`, `backtrace_slot *backtrace_buffer` and
    // `value backtrace_last_exn`.
    let (active, length, slots, exception) = unsafe {
        (
            at::<usize>(state, const { known(config::BACKTRACE_ACTIVE) }).read(),
            at::<usize>(state, const { known(config::BACKTRACE_POS) }).read(),
            at::<*const usize>(state, const { known(config::BACKTRACE_BUFFER) }).read(),
            at::<Value>(state, const { known(config::BACKTRACE_LAST_EXN) }).read(),
        )
    };
    (active != 0 && length != 0 && !slots.is_null()).then_some(Backtrace {
        exception,
        slots,
        length,
    })
}
