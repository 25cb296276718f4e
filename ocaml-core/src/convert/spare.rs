//! The buffer of a short `String`, kept from the one that was given to OCaml last for the one that is received next.
//!
//! To take memory from the allocator and give it back costs as much as all else that a function from a short string to
//! a string does. One buffer for each thread spares most of that.

use std::cell::Cell;

/// Bytes in the buffer of a short string.
pub(super) const SHORT: usize = 3 * size_of::<usize>();

thread_local! {
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// An empty vector with room for a short string.
#[inline(always)]
pub(super) fn take() -> Vec<u8> {
    // While the thread ends there is none.
    let spare = SPARE.try_with(Cell::take).unwrap_or_default();
    if spare.capacity() >= SHORT {
        spare
    } else {
        Vec::with_capacity(SHORT)
    }
}

/// Keeps the buffer, if it is one of those, and drops what is not needed.
#[inline(always)]
pub(super) fn keep(mut buffer: Vec<u8>) {
    if buffer.capacity() == SHORT {
        buffer.clear();
        // Dropped while the thread ends.
        let _ = SPARE.try_with(|spare| spare.set(buffer));
    }
}
