//! The pool logic without a runtime: values are plain numbers, a "collection" is a call of scan.

mod deletion;
mod domains;
mod memory;
mod model;

use core::ptr::NonNull;
use core::sync::atomic::Ordering;

use crate::domain::Domain;
use crate::orphans::Orphans;
use crate::pool;

/// What `boxroot_create` does.
fn create(domain: &mut Domain, value: isize) -> NonNull<isize> {
    if let Some(slot) = domain.create(value).or_else(|| domain.create_here(value)) {
        return slot;
    }
    assert!(domain.refill());
    domain.create_here(value).expect("a slot was claimed")
}

/// What `boxroot_delete` does.
fn delete(slot: NonNull<isize>) {
    // SAFETY: the tests delete each root once.
    unsafe { pool::kill(slot.as_ptr()) }
}

fn get(slot: NonNull<isize>) -> isize {
    // SAFETY: the tests read roots only before their deletion, and not during a scan.
    unsafe { slot.read() }
}

/// All values seen by a full collection, sorted.
fn all(domain: &mut Domain) -> Vec<isize> {
    let mut values = Vec::new();
    domain.scan_all(|slot| values.push(slot.load(Ordering::Relaxed)));
    values.sort_unstable();
    values
}

/// All values seen by a minor collection, sorted.
fn young(domain: &mut Domain) -> Vec<isize> {
    let mut values = Vec::new();
    domain.scan_young(|slot| values.push(slot.load(Ordering::Relaxed)));
    values.sort_unstable();
    values
}

/// Gives all memory back; no root may be left.
fn finish(mut domain: Domain) {
    assert_eq!(all(&mut domain), [0isize; 0]);
    let orphans = Orphans::new();
    domain.retire(&orphans, 1);
    assert!(orphans.take().is_null());
}

/// xorshift64*.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % limit
    }
}
