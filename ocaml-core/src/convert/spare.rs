//! The buffer of a short `String`, kept from the one that was given to OCaml last for the one that is received next.
//!
//! To take memory from the allocator and give it back costs as much as all else that a function from a short string to
//! a string does. One buffer for each thread spares most of that.

use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::ptr;

/// Bytes in the buffer of a short string.
pub(super) const SHORT: usize = 3 * size_of::<usize>();

thread_local! {
    /// The buffer, or one of the following. Apart from `WATCH`, which is dropped: Rust would ask at each access whether that has been
    /// registered.
    static SPARE: Cell<*mut u8> = const { Cell::new(UNWATCHED) };
    static WATCH: Watch = const { Watch };
}

/// No buffer has been kept on this thread.
const UNWATCHED: *mut u8 = ptr::null_mut();
/// None is kept now.
const NONE: *mut u8 = ptr::without_provenance_mut(1);
/// None is kept any more, since the thread ends.
const ENDED: *mut u8 = ptr::without_provenance_mut(2);

/// An empty vector with room for a short string.
#[inline(always)]
pub(super) fn take() -> Vec<u8> {
    let spare = SPARE.get();
    if !is_buffer(spare) {
        return Vec::with_capacity(SHORT);
    }
    SPARE.set(NONE);
    // SAFETY: it has been taken out.
    unsafe { vector(spare) }
}

/// Keeps the buffer, if it is one of those and there is none, and drops what is not needed.
#[inline(always)]
pub(super) fn keep(buffer: Vec<u8>) {
    if buffer.capacity() == SHORT && (SPARE.get() == NONE || watch()) {
        SPARE.set(ManuallyDrop::new(buffer).as_mut_ptr());
    }
}

#[inline(always)]
fn is_buffer(spare: *mut u8) -> bool {
    spare.addr() > ENDED.addr()
}

/// # Safety
///
/// This is a buffer that `SPARE` has held and does not hold any more.
#[inline(always)]
unsafe fn vector(buffer: *mut u8) -> Vec<u8> {
    // SAFETY: `keep` has left the buffer of a vector of that capacity, and by the caller's promise it has no other owner.
    unsafe { Vec::from_raw_parts(buffer, 0, SHORT) }
}

/// Has the end of this thread looked at, when its first buffer is to be kept. Whether a buffer can be kept: not a second one, and
/// none while the thread ends.
#[cold]
#[inline(never)]
fn watch() -> bool {
    SPARE.get() == UNWATCHED && WATCH.try_with(|_| ()).is_ok()
}

/// Dropped when the thread ends.
struct Watch;

impl Drop for Watch {
    fn drop(&mut self) {
        // Where Rust's thread-locals are keys of the C library it may be gone by now, and be made anew: the buffer is lost then.
        if let Ok(spare) = SPARE.try_with(|spare| spare.replace(ENDED)) {
            if is_buffer(spare) {
                // SAFETY: it has been taken out.
                drop(unsafe { vector(spare) });
            }
        }
    }
}
