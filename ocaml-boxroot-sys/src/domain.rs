//! The roots of one domain: from which slots they are allocated, and when memory grows.
//!
//! A domain claims free slots of its current pool: a *run* of them, from which it allocates by moving a pointer, or
//! those between roots in one chunk of 64. They are followed by the next ones of the same pool, then by the pools of the
//! list one after another: a *lap*. A lap that has reclaimed less than a quarter of the slots is followed by fresh pools,
//! a quarter of what there is. So a lap, which reads each dead byte once, pays for at least a quarter as many roots: a
//! constant cost per root, though one root may wait for a whole lap over full pools. And memory grows only if more than
//! half the slots held live roots when the lap began, so it stays within a constant factor of the peak.
//!
//! Nothing here knows the runtime: the caller passes what a visit does. All methods are for the owner: code that holds
//! the domain's lock, or its collector.

use core::mem;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicIsize, Ordering};

use crate::bytes::{CHUNK, Ones};
use crate::pool::{Claim, Pool, SLOTS};

mod collect;
mod end;

#[cfg(any(ocaml_5, test))]
pub(crate) use end::create_orphan;

/// Roots of one domain, see the module. The empty value is all zeros.
#[repr(align(128))]
pub(crate) struct Domain {
    /// Next free slot of the current run.
    next: *mut isize,
    /// End of the current run.
    end: *mut isize,
    /// The pool of the claimed slots; null before the first root.
    current: *mut Pool,
    /// Claimed slots of chunk `chunk - 1`, besides the run.
    ones: Ones,
    /// Chunk of the current pool to look at next.
    chunk: usize,
    /// All pools.
    pools: *mut Pool,
    /// How many.
    count: usize,
    /// The pool the current lap looks at next; null at its end.
    cursor: *mut Pool,
    /// Slots found free in this lap.
    reclaimed: isize,
    /// Fresh pools to allocate before the next lap.
    budget: usize,
    /// Pools with young slots.
    young: *mut Pool,
    /// See [`Domain::retire`].
    #[cfg(any(ocaml_5, test))]
    retired: usize,
}

impl Domain {
    /// A domain without pools.
    pub(crate) const fn new() -> Self {
        Self {
            next: ptr::null_mut(),
            end: ptr::null_mut(),
            current: ptr::null_mut(),
            ones: Ones::NONE,
            chunk: 0,
            pools: ptr::null_mut(),
            count: 0,
            cursor: ptr::null_mut(),
            reclaimed: 0,
            budget: 0,
            young: ptr::null_mut(),
            #[cfg(any(ocaml_5, test))]
            retired: 0,
        }
    }

    /// Roots a value; `None` when the run is used up, see [`Domain::create_here`].
    #[inline(always)]
    pub(crate) fn create(&mut self, value: isize) -> Option<NonNull<isize>> {
        let slot = self.next;
        if slot == self.end {
            return None;
        }
        // SAFETY: next < end, both in the slots of the current pool.
        unsafe {
            self.next = slot.add(1);
            AtomicIsize::from_ptr(slot).store(value, Ordering::Relaxed);
            Some(NonNull::new_unchecked(slot))
        }
    }

    /// Roots a value in the current pool when the run is used up; `None` if no slot is free, see [`Domain::refill`].
    #[inline(always)]
    pub(crate) fn create_here(&mut self, value: isize) -> Option<NonNull<isize>> {
        loop {
            if let Some(index) = self.ones.next() {
                let pool = NonNull::new(self.current)?;
                let slot = Pool::slot(pool, (self.chunk - 1) * CHUNK + index);
                // SAFETY: a claimed slot of an allocated pool.
                unsafe {
                    AtomicIsize::from_ptr(slot).store(value, Ordering::Relaxed);
                    return Some(NonNull::new_unchecked(slot));
                }
            }
            if let Some(slot) = self.create(value) {
                return Some(slot);
            }
            if !self.claim(NonNull::new(self.current)?) {
                return None;
            }
        }
    }

    /// Finds other free slots, for [`Domain::create_here`]; false when memory is exhausted.
    pub(crate) fn refill(&mut self) -> bool {
        let mut failed = false;
        loop {
            if NonNull::new(self.current).is_some_and(|pool| self.claim(pool)) {
                return true;
            }
            if !self.advance() {
                // A failed allocation starts a lap: perhaps roots were deleted meanwhile.
                if failed || self.count == 0 {
                    return false;
                }
                failed = true;
            }
        }
    }

    /// Claims the next slots of the current pool.
    #[inline(always)]
    fn claim(&mut self, pool: NonNull<Pool>) -> bool {
        // SAFETY: pools in the list are allocated.
        let pool_ref = unsafe { pool.as_ref() };
        let Some(claim) = pool_ref.claim(self.chunk) else {
            return false;
        };
        let start = match claim {
            Claim::Chunks(start, end) => {
                self.chunk = end;
                self.next = Pool::slot(pool, start * CHUNK);
                self.end = Pool::slot(pool, end * CHUNK);
                self.reclaimed += ((end - start) * CHUNK) as isize;
                start * CHUNK
            }
            Claim::Some(chunk, mut ones) => {
                self.chunk = chunk + 1;
                self.ones = ones;
                self.reclaimed += ones.count() as isize;
                chunk * CHUNK + ones.next().unwrap_or(0)
            }
        };
        if start < pool_ref.young_from() {
            if pool_ref.young_from() == SLOTS {
                pool_ref.next_young.set(self.young);
                self.young = pool.as_ptr();
            }
            pool_ref.set_young_from(start);
        }
        true
    }

    /// Makes another pool current, from its beginning; false when memory is exhausted.
    fn advance(&mut self) -> bool {
        loop {
            if self.budget > 0 {
                return self.grow();
            }
            if let Some(pool) = NonNull::new(self.cursor) {
                // SAFETY: pools in the list are allocated.
                self.cursor = unsafe { pool.as_ref() }.next.get();
                self.enter(pool.as_ptr());
                return true;
            }
            if self.reclaimed < (self.count * SLOTS / 4) as isize || self.count == 0 {
                self.budget = self.count / 4 + 1;
            } else {
                self.start_lap();
            }
        }
    }

    fn start_lap(&mut self) {
        self.reclaimed = 0;
        self.cursor = self.pools;
    }

    /// Makes a fresh pool current. The last one of the budget starts a lap.
    fn grow(&mut self) -> bool {
        let Some(pool) = Pool::allocate() else {
            self.budget = 0;
            self.start_lap();
            return false;
        };
        self.push(pool);
        self.enter(pool.as_ptr());
        self.budget -= 1;
        if self.budget == 0 {
            self.start_lap();
            // The slots of this pool are no result of the lap.
            self.reclaimed = -(SLOTS as isize);
        }
        true
    }

    /// Goes on with a pool; all slots claimed before are used.
    fn enter(&mut self, pool: *mut Pool) {
        self.current = pool;
        self.chunk = 0;
    }

    fn push(&mut self, pool: NonNull<Pool>) {
        // SAFETY: an allocated pool that no list holds.
        unsafe { pool.as_ref() }.next.set(self.pools);
        self.pools = pool.as_ptr();
        self.count += 1;
    }

    /// Gives claimed slots back, so that the dead bytes tell exactly which slots hold roots.
    fn unclaim(&mut self) {
        let Some(pool) = NonNull::new(self.current) else { return };
        // SAFETY: pools in the list are allocated.
        let pool_ref = unsafe { pool.as_ref() };
        if self.ones != Ones::NONE {
            self.chunk -= 1;
            for index in mem::replace(&mut self.ones, Ones::NONE) {
                let slot = self.chunk * CHUNK + index;
                pool_ref.unclaim(slot, slot + 1);
                self.reclaimed -= 1;
            }
        }
        if self.next != self.end {
            let index = |slot: *mut isize| (slot.addr() - Pool::slot(pool, 0).addr()) / size_of::<isize>();
            let (start, end) = (index(self.next), index(self.end));
            pool_ref.unclaim(start, end);
            self.chunk = start / CHUNK;
            self.reclaimed -= (end - start) as isize;
            self.end = self.next;
        }
    }

    /// Number of pools.
    pub(crate) fn count(&self) -> usize {
        self.count
    }
}
