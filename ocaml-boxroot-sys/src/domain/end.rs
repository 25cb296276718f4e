//! The end of a domain, and of the library: where its pools go.

use core::ptr::{self, NonNull};

use super::Domain;
use crate::orphans::Orphans;
use crate::pool::SLOTS;

impl Domain {
    /// Ends the domain: pools with roots go to the orphans, the others are freed. `by` is stored, see
    /// [`Domain::retired_by`].
    #[cfg(any(ocaml_5, test))]
    pub(crate) fn retire(&mut self, orphans: &Orphans, by: usize) {
        self.unclaim();
        self.current = ptr::null_mut();
        // The young list is abandoned: who adopts a pool looks at its young_from.
        // SAFETY: retain passes allocated pools.
        self.retain(|pool, _| !unsafe { pool.as_ref() }.is_empty());
        if let Some(first) = NonNull::new(self.pools) {
            orphans.push(first);
        }
        *self = Self {
            retired: by,
            ..Self::new()
        };
    }

    /// The mark of the last [`Domain::retire`], 0 without.
    #[cfg(any(ocaml_5, test))]
    pub(crate) fn retired_by(&self) -> usize {
        self.retired
    }

    /// Takes over the pools of ended domains.
    pub(crate) fn adopt(&mut self, orphans: &Orphans) {
        let mut next = orphans.take();
        while let Some(pool) = NonNull::new(next) {
            // SAFETY: orphans are allocated; this domain alone has taken them.
            let pool_ref = unsafe { pool.as_ref() };
            next = pool_ref.next.get();
            self.push(pool);
            if pool_ref.young_from() < SLOTS {
                pool_ref.next_young.set(self.young);
                self.young = pool.as_ptr();
            }
        }
    }

    /// Ends the use of roots: pools without roots are freed. The others stay allocated for ever, because their roots
    /// may still be deleted.
    pub(crate) fn abandon(&mut self) {
        self.unclaim();
        self.current = ptr::null_mut();
        // SAFETY: retain passes allocated pools.
        self.retain(|pool, _| !unsafe { pool.as_ref() }.is_empty());
        *self = Self::new();
    }
}

/// Roots a value in a pool of its own that goes to the orphans at once: for code that runs in a domain after its
/// [`Domain::retire`]. Such a domain is not asked for roots any more, the adopter is.
#[cfg(any(ocaml_5, test))]
pub(crate) fn create_orphan(orphans: &Orphans, value: isize) -> Option<NonNull<isize>> {
    let mut domain = Domain::new();
    let slot = if domain.refill() { domain.create(value) } else { None };
    domain.retire(orphans, 0);
    slot
}
