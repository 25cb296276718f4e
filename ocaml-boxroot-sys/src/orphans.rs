//! Pools of ended domains, waiting to be adopted: a list that any thread may add to and one thread takes as a whole.

use core::ptr;
#[cfg(any(ocaml_5, test))]
use core::ptr::NonNull;
use core::sync::atomic::{AtomicPtr, Ordering};

use crate::pool::Pool;

/// A list of pools linked by `next`.
pub(crate) struct Orphans(AtomicPtr<Pool>);

impl Orphans {
    /// No pools.
    pub(crate) const fn new() -> Self {
        Self(AtomicPtr::new(ptr::null_mut()))
    }

    /// Adds a chain of pools, which the caller owns until now.
    #[cfg(any(ocaml_5, test))]
    pub(crate) fn push(&self, first: NonNull<Pool>) {
        let mut last = first;
        // SAFETY: pools of the chain are allocated.
        while let Some(next) = NonNull::new(unsafe { last.as_ref() }.next.get()) {
            last = next;
        }
        let mut head = self.0.load(Ordering::Relaxed);
        loop {
            // SAFETY: still owned by the caller.
            unsafe { last.as_ref() }.next.set(head);
            // Taking is always of the whole list, so a head that has come back is no problem.
            match self
                .0
                .compare_exchange_weak(head, first.as_ptr(), Ordering::Release, Ordering::Relaxed)
            {
                Ok(_) => return,
                Err(now) => head = now,
            }
        }
    }

    /// Takes all; the caller owns the chain, null when there is none.
    pub(crate) fn take(&self) -> *mut Pool {
        if self.0.load(Ordering::Relaxed).is_null() {
            return ptr::null_mut();
        }
        self.0.swap(ptr::null_mut(), Ordering::Acquire)
    }
}
