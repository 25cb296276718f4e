//! The pace of the major collector (`major_gc.h`), before OCaml 5.

use crate::Intnat;

unsafe extern "C" {
    /// How many words have been allocated in the major heap since its last slice. Protected by the runtime lock.
    pub static mut caml_allocated_words: usize;
    /// A slice of a major collection; -1 for one of the size that the runtime finds right, which is at most three tenths of a
    /// cycle: what is left of the work is for the next. It may compact the heap, and so empty the minor one. The calling thread holds the runtime lock.
    pub fn caml_major_collection_slice(howmuch: Intnat);
}
