//! The pace of the major collector (`major_gc.h`), before OCaml 5.

use core::ffi::c_int;

use crate::Intnat;

/// `Phase_idle`: between two cycles.
pub const PHASE_IDLE: c_int = 3;

unsafe extern "C" {
    /// How many words have been allocated in the major heap since its last slice. Protected by the runtime lock.
    pub static mut caml_allocated_words: usize;
    /// What the collector is doing. Protected by the runtime lock.
    pub static mut caml_gc_phase: c_int;
    /// A slice of a major collection. -1: as much as the runtime has found out that there is to do, at most three tenths of a cycle in
    /// general; the rest is put off. It may compact the heap, and so empty the minor one. The calling thread holds the runtime lock.
    pub fn caml_major_collection_slice(howmuch: Intnat);
}
