//! What a collection does with the roots of a domain.
//!
//! A minor collection must visit the slots that may hold values of the minor heap: those handed out since the last one.
//! Slots are claimed in ascending order, so per pool they are the slots from `young_from` on, and the pools with any are
//! linked in a list. After a minor collection no slot is young. Every other collection visits all roots.

use core::mem;
use core::ptr::{self, NonNull};
use core::sync::atomic::AtomicIsize;

use super::Domain;
use crate::pool::{Pool, SLOTS};

impl Domain {
    /// A minor collection: visits every root that may be young. Afterwards none is.
    pub(crate) fn scan_young(&mut self, mut visit: impl FnMut(&AtomicIsize)) {
        self.unclaim();
        let mut next = mem::replace(&mut self.young, ptr::null_mut());
        while let Some(pool) = NonNull::new(next) {
            // SAFETY: pools in the list are allocated.
            let pool = unsafe { pool.as_ref() };
            next = pool.next_young.get();
            pool.scan(pool.young_from(), &mut visit);
            pool.set_young_from(SLOTS);
        }
    }

    /// Any other collection: frees pools without roots if there are many, then visits every root.
    ///
    /// A pool that was visited must not be freed before the collection is over, although another thread may delete its
    /// last root meanwhile: OCaml 4's compaction has left pointers to the slots.
    pub(crate) fn scan_all(&mut self, mut visit: impl FnMut(&AtomicIsize)) {
        self.unclaim();
        self.trim();
        let mut next = self.pools;
        while let Some(pool) = NonNull::new(next) {
            // SAFETY: pools in the list are allocated.
            let pool = unsafe { pool.as_ref() };
            next = pool.next.get();
            pool.scan(0, &mut visit);
        }
    }

    /// Frees pools without roots, except the current one, young ones, and a reserve of a quarter.
    fn trim(&mut self) {
        let mut reserve = self.count / 4 + 1;
        self.retain(|pool, current| {
            if pool.as_ptr() == current {
                return true;
            }
            // SAFETY: retain passes allocated pools.
            let pool = unsafe { pool.as_ref() };
            if pool.young_from() < SLOTS || !pool.is_empty() {
                return true;
            }
            let keep = reserve > 0;
            reserve = reserve.saturating_sub(1);
            keep
        });
    }

    /// Frees the pools for which `keep(pool, current)` is false; such a pool has no root and is in no young list.
    pub(super) fn retain(&mut self, mut keep: impl FnMut(NonNull<Pool>, *mut Pool) -> bool) {
        let mut previous: Option<NonNull<Pool>> = None;
        let mut next = self.pools;
        while let Some(pool) = NonNull::new(next) {
            // SAFETY: pools in the list are allocated.
            next = unsafe { pool.as_ref() }.next.get();
            if keep(pool, self.current) {
                previous = Some(pool);
                continue;
            }
            match previous {
                // SAFETY: pools in the list are allocated.
                Some(previous) => unsafe { previous.as_ref() }.next.set(next),
                None => self.pools = next,
            }
            if self.cursor == pool.as_ptr() {
                self.cursor = next;
            }
            self.count -= 1;
            // SAFETY: no root is left in it and it was unlinked just now.
            unsafe { Pool::free(pool) };
        }
    }
}
