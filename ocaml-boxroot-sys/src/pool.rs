//! One pool: an aligned block of root slots with one "dead" byte per slot.
//!
//! The dead byte of a slot is 1 while the slot holds no root, 0 while it does (or while its owner has claimed it
//! to allocate from). Everything follows from who may write what:
//!
//! | word | written by |
//! |---|---|
//! | a slot | its root's user while holding the runtime (create, modify), the owner's collector while it scans |
//! | dead byte, 0 to 1 | the deleter of the root, any thread, once ([`kill`]) |
//! | dead byte, 1 to 0 | the owner, in [`Pool::claim`] |
//! | `next`, `next_young` | the owner |
//! | `young_from` | the owner; lowered while it runs, raised only inside a collection |
//!
//! *Owner* is the domain whose pool list holds the pool; only code that holds that domain's lock acts for it.
//!
//! A deletion is a release store, reading a 1 and then reusing the slot is an acquire: what the deleter did with the
//! slot happens before its reuse. A deletion never writes the slot itself, so a collector that rewrites the slot at the
//! same moment cannot undo it. A pool is freed only when all its bytes are 1: each deleter's store was its last access.

use core::cell::Cell;
use core::mem::{offset_of, size_of};
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicIsize, AtomicPtr, AtomicU8, Ordering, fence};
use std::alloc::{Layout, alloc, dealloc};

use crate::bytes::{self, CHUNK, Ones};

/// Alignment of a pool, and an upper bound of its size.
const ALIGN: usize = if cfg!(target_pointer_width = "64") { 8192 } else { 4096 };

/// Left unused at the end, so that the allocator's own header of the next aligned block fits there.
const GAP: usize = 64;

/// Words taken by the header.
const HEADER: usize = 8;

/// Slots of a pool, a multiple of [`CHUNK`].
pub(crate) const SLOTS: usize = (ALIGN - GAP - HEADER * size_of::<isize>()) / (size_of::<isize>() + 1) / CHUNK * CHUNK;

/// Roots of one domain, see the module.
#[repr(C)]
pub(crate) struct Pool {
    /// Next pool of the owner's list.
    pub(crate) next: Cell<*mut Pool>,
    /// Next pool of the owner's young list; meaningful while the pool is young.
    pub(crate) next_young: Cell<*mut Pool>,
    /// Slots from this one on may hold values of the minor heap; the end of the slots when none does.
    young_from: AtomicPtr<isize>,
    pad: [usize; HEADER - 3],
    slots: [AtomicIsize; SLOTS],
    dead: [AtomicU8; SLOTS],
}

const _: () = {
    assert!(offset_of!(Pool, slots) == HEADER * size_of::<isize>());
    assert!(size_of::<Pool>() <= ALIGN - GAP);
};

/// What [`Pool::claim`] found.
pub(crate) enum Claim {
    /// All slots of the chunks `start..end`.
    Chunks(usize, usize),
    /// Some slots of one chunk.
    Some(usize, Ones),
}

impl Pool {
    fn layout() -> Layout {
        Layout::from_size_align(size_of::<Pool>(), ALIGN).expect("a constant layout")
    }

    /// A pool without roots, or `None` when memory is exhausted.
    pub(crate) fn allocate() -> Option<NonNull<Pool>> {
        // SAFETY: the layout has a non-zero size.
        let pool = NonNull::new(unsafe { alloc(Self::layout()) }.cast::<Pool>())?;
        // SAFETY: fresh memory of the size and alignment of a Pool, nobody else knows it.
        unsafe {
            pool.write_bytes(0, 1);
            ptr::write_bytes((&raw mut (*pool.as_ptr()).dead).cast::<u8>(), 1, SLOTS);
            (*pool.as_ptr()).young_from = AtomicPtr::new(Self::slot(pool, SLOTS));
        }
        Some(pool)
    }

    /// Gives the memory back.
    ///
    /// # Safety
    /// `pool` comes from [`Pool::allocate`], [`Pool::is_empty`] was true since slots of it were last claimed, and no list
    /// holds it.
    pub(crate) unsafe fn free(pool: NonNull<Pool>) {
        // SAFETY: same layout as in allocate; no root is left, so nobody will use the address again.
        unsafe { dealloc(pool.as_ptr().cast(), Self::layout()) }
    }

    /// The pool of a slot.
    #[inline]
    pub(crate) fn of_slot(slot: *const isize) -> *const Pool {
        slot.map_addr(|address| address & !(ALIGN - 1)).cast()
    }

    /// The index of a slot in its pool.
    #[inline]
    pub(crate) fn index(slot: *const isize) -> usize {
        ((slot.addr() & (ALIGN - 1)) / size_of::<isize>()).wrapping_sub(HEADER)
    }

    /// The address of a slot, valid for the whole pool; `index` may be [`SLOTS`].
    pub(crate) fn slot(pool: NonNull<Pool>, index: usize) -> *mut isize {
        debug_assert!(index <= SLOTS);
        // SAFETY: the slots lie in the pool, index is at most one past the last.
        unsafe { (&raw mut (*pool.as_ptr()).slots).cast::<isize>().add(index) }
    }

    /// The lowest index that may hold a young value.
    pub(crate) fn young_from(&self) -> usize {
        (self.young_from.load(Ordering::Relaxed).addr() - self.slots.as_ptr().addr()) / size_of::<isize>()
    }

    /// Whether this slot, one of the pool's, may hold a young value.
    #[inline]
    pub(crate) fn may_be_young(&self, slot: *const isize) -> bool {
        slot >= self.young_from.load(Ordering::Relaxed).cast_const()
    }

    /// Sets [`Pool::young_from`]. Other domains read it, at worst as the higher value of before.
    pub(crate) fn set_young_from(&self, index: usize) {
        self.young_from.store(Self::slot(self.into(), index), Ordering::Relaxed);
    }

    /// Claims free slots: the first there are at or after chunk `from`. Owner only.
    #[inline(always)]
    pub(crate) fn claim(&self, from: usize) -> Option<Claim> {
        let (chunk, ones) = bytes::find_ones(&self.dead, from)?;
        if !ones.all() {
            // Pairs with the release store of every deletion found.
            fence(Ordering::Acquire);
            ones.for_each(|index| self.dead[chunk * CHUNK + index].store(0, Ordering::Relaxed));
            return Some(Claim::Some(chunk, ones));
        }
        let end = bytes::end_of_ones(&self.dead, chunk + 1);
        fence(Ordering::Acquire);
        self.fill_dead(chunk * CHUNK, end * CHUNK, 0);
        Some(Claim::Chunks(chunk, end))
    }

    /// Gives claimed slots back. Owner only.
    pub(crate) fn unclaim(&self, start: usize, end: usize) {
        self.fill_dead(start, end, 1);
    }

    /// Writes the dead bytes of slots that belong to nobody but the owner.
    #[inline(always)]
    fn fill_dead(&self, start: usize, end: usize, byte: u8) {
        let dead = &self.dead[start..end];
        // SAFETY: each of these slots is free; its deletion happened before, so only the owner accesses these bytes.
        unsafe { ptr::write_bytes(dead.as_ptr().cast_mut().cast::<u8>(), byte, dead.len()) }
    }

    /// Calls `visit` for each root from index `from` on. Owner only, with no slots claimed.
    pub(crate) fn scan(&self, from: usize, mut visit: impl FnMut(&AtomicIsize)) {
        bytes::each_zero(&self.dead, from, |index| visit(&self.slots[index]));
    }

    /// Whether no root is left. Owner only, with no slots claimed. Everything deleters did has happened before a true.
    pub(crate) fn is_empty(&self) -> bool {
        let empty = bytes::all_ones(&self.dead);
        fence(Ordering::Acquire);
        empty
    }
}

/// Deletes the root of a slot: one release store, from any thread.
///
/// # Safety
/// `slot` holds a root that was not deleted before.
#[inline(always)]
pub(crate) unsafe fn kill(slot: *const isize) {
    // SAFETY: a pool lives while one of its dead bytes is 0, and this one is; index is that of a slot.
    let dead = unsafe {
        &*(&raw const (*Pool::of_slot(slot)).dead)
            .cast::<AtomicU8>()
            .add(Pool::index(slot))
    };
    dead.store(1, Ordering::Release);
}
