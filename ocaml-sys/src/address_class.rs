//! Which blocks lie in a minor heap (`address_class.h`).

use core::ops::Range;

use crate::{Value, is_block};

/// The addresses of the minor heap; on OCaml 5, of the reservation that holds those of all domains.
///
/// # Safety
/// The calling thread holds the runtime lock.
#[inline(always)]
pub unsafe fn minor_heap() -> Range<usize> {
    #[cfg(ocaml_5)]
    {
        unsafe extern "C" {
            static caml_minor_heaps_start: usize;
            static caml_minor_heaps_end: usize;
        }
        // SAFETY: the runtime changes them only while all domains are stopped, outside of any visit of roots.
        unsafe { caml_minor_heaps_start..caml_minor_heaps_end }
    }
    #[cfg(not(ocaml_5))]
    // SAFETY: the caller holds the lock.
    unsafe {
        let state = crate::State::get();
        state.young_start()..state.young_end()
    }
}

/// `Is_block(value) && Is_young(value)`: whether a value is a block that the next minor collection may move.
///
/// # Safety
/// As for [`minor_heap`].
#[inline(always)]
pub unsafe fn is_young_block(value: Value) -> bool {
    // SAFETY: passed on.
    is_block(value) && unsafe { minor_heap() }.contains(&(value as usize))
}
