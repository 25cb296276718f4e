//! The OCaml runtime's side: which domain is running, and its collector's hooks.
//!
//! The runtime calls `caml_scan_roots_hook` whenever it visits roots, on the domain whose roots it wants
//! (`runtime/roots.c`, `runtime/minor_gc.c`).
//!
//! **OCaml 4**: one domain. A minor collection is recognised by its action, `caml_oldify_one`.
//!
//! **OCaml 5**: every visit happens while all domains are stopped, in parallel; each domain visits its own pools, so the
//! runtime's own barriers order these visits with everything the domains do. A minor collection says
//! `SCANNING_ONLY_YOUNG_VALUES`. A pool may hold young values of any domain: they are all evacuated together.
//!
//! **The end of a domain** (`domain_terminate` in `runtime/domain.c`): `caml_domain_terminated_hook` runs on it while it
//! still takes part in collections, so no visit comes between: its pools move to the orphans. The next visit, whatever
//! it is for, adopts them, in domain 0. It must not be the ending domain itself, which takes part in collections a little
//! longer; domain 0 is the only one that always takes part and never ends before the program does. Until then nobody
//! visits roots, so none is missed; afterwards the slot of the domain in [`DOMAINS`] is empty, and a new domain with
//! the same number finds it so.

use core::cell::UnsafeCell;
use core::ptr;
use core::sync::atomic::{AtomicIsize, AtomicU8, AtomicUsize, Ordering};

use ocaml_sys::State;

#[cfg(ocaml_5)]
use crate::domain;
use crate::domain::Domain;
use crate::orphans::Orphans;
use crate::{Statistics, Status};

#[cfg(not(ocaml_5))]
mod ocaml4;
#[cfg(ocaml_5)]
mod ocaml5;

#[cfg(not(ocaml_5))]
use ocaml4 as hooks;
#[cfg(ocaml_5)]
use ocaml5 as hooks;

/// Numbers of domains are below this (`Max_domains_max` in `caml/domain.h`).
const DOMAIN_LIMIT: usize = if cfg!(ocaml_5) { 4096 } else { 1 };

struct Slot(UnsafeCell<Domain>);

// SAFETY: an element is used only by who holds the lock of the domain of its index, and after the end by teardown.
unsafe impl Sync for Slot {}

static DOMAINS: [Slot; DOMAIN_LIMIT] = [const { Slot(UnsafeCell::new(Domain::new())) }; DOMAIN_LIMIT];
static ORPHANS: Orphans = Orphans::new();

const NOT_SETUP: u8 = 0;
const SETTING_UP: u8 = 1;
const RUNNING: u8 = 2;
const TORE_DOWN: u8 = 3;
static STATUS: AtomicU8 = AtomicU8::new(NOT_SETUP);

static MINOR_SCANS: AtomicUsize = AtomicUsize::new(0);
static OTHER_SCANS: AtomicUsize = AtomicUsize::new(0);

/// The running domain's number; `None` without a domain, which only OCaml 5 can tell, or beyond the limit.
///
/// # Safety
/// On OCaml 4 the caller holds the runtime.
#[inline(always)]
unsafe fn domain_id() -> Option<usize> {
    if cfg!(ocaml_5) {
        // SAFETY: try_get tells whether this thread runs a domain; the state is that domain's.
        let id = unsafe { State::try_get()?.id() };
        (id < DOMAIN_LIMIT).then_some(id)
    } else {
        Some(0)
    }
}

/// Roots a value in the running domain.
///
/// # Safety
/// On OCaml 4 the caller holds the runtime.
#[inline(always)]
pub(crate) unsafe fn create(value: isize) -> Option<ptr::NonNull<isize>> {
    // SAFETY: passed on.
    let id = unsafe { domain_id()? };
    // SAFETY: this thread holds the lock of domain id, nobody else uses its element.
    let domain = unsafe { &mut *DOMAINS[id].0.get() };
    match domain.create(value) {
        // SAFETY: passed on.
        None => unsafe { create_slow(id, value) },
        slot => slot,
    }
}

/// # Safety
/// This thread holds the lock of domain `id`.
#[inline(never)]
unsafe fn create_slow(id: usize, value: isize) -> Option<ptr::NonNull<isize>> {
    // SAFETY: this thread holds the lock of domain id, nobody else uses its element.
    let domain = unsafe { &mut *DOMAINS[id].0.get() };
    match domain.create_here(value) {
        // SAFETY: passed on.
        None => unsafe { create_elsewhere(id, value) },
        slot => slot,
    }
}

/// # Safety
/// This thread holds the lock of domain `id`.
#[cold]
#[inline(never)]
unsafe fn create_elsewhere(id: usize, value: isize) -> Option<ptr::NonNull<isize>> {
    // SAFETY: this thread runs a domain.
    if !unsafe { setup() } {
        return None;
    }
    // SAFETY: this thread holds the lock of domain id, nobody else uses its element.
    let domain = unsafe { &mut *DOMAINS[id].0.get() };
    #[cfg(ocaml_5)]
    // SAFETY: this thread runs a domain.
    if domain.retired_by() != 0 && domain.retired_by() == unsafe { hooks::unique_mark() } {
        return domain::create_orphan(&ORPHANS, value);
    }
    if domain.refill() {
        domain.create_here(value)
    } else {
        None
    }
}

/// Installs the hooks, once; false after the teardown or without a domain.
///
/// # Safety
/// On OCaml 4 the caller holds the runtime.
pub(crate) unsafe fn setup() -> bool {
    if STATUS.load(Ordering::Acquire) == RUNNING {
        return true;
    }
    // SAFETY: passed on.
    if unsafe { domain_id() }.is_none() {
        return false;
    }
    loop {
        match STATUS.compare_exchange(NOT_SETUP, SETTING_UP, Ordering::Acquire, Ordering::Acquire) {
            Ok(_) => break,
            // Another domain is at it; it takes a few instructions and never waits for us.
            Err(SETTING_UP) => core::hint::spin_loop(),
            Err(status) => return status == RUNNING,
        }
    }
    // SAFETY: this thread runs a domain, so no collection is under way until it returns to the runtime.
    unsafe { hooks::install() };
    STATUS.store(RUNNING, Ordering::Release);
    true
}

/// Stops visiting roots and gives memory back.
///
/// # Safety
/// No domain runs and none will; the runtime was shut down or is never entered again.
pub(crate) unsafe fn teardown() {
    if STATUS
        .compare_exchange(RUNNING, TORE_DOWN, Ordering::AcqRel, Ordering::Relaxed)
        .is_err()
    {
        return;
    }
    for slot in &DOMAINS {
        // SAFETY: no domain runs, nobody else uses the table.
        unsafe { &mut *slot.0.get() }.abandon();
    }
    let mut orphans = Domain::new();
    orphans.adopt(&ORPHANS);
    orphans.abandon();
}

/// See [`crate::boxroot_status`].
pub(crate) fn status() -> Status {
    match STATUS.load(Ordering::Acquire) {
        NOT_SETUP | SETTING_UP => Status::NotSetup,
        RUNNING => Status::Running,
        _ => Status::ToreDown,
    }
}

/// Whether this thread runs a domain, as far as the runtime can tell.
pub(crate) fn has_domain() -> bool {
    // SAFETY: on OCaml 5 any thread may ask; on OCaml 4 the answer does not depend on the runtime.
    unsafe { domain_id() }.is_some()
}

/// Counters of all domains, and the number of pools of the running one.
///
/// # Safety
/// On OCaml 4 the caller holds the runtime.
pub(crate) unsafe fn statistics() -> Statistics {
    // SAFETY: passed on.
    let pools = match unsafe { domain_id() } {
        // SAFETY: this thread holds the lock of domain id.
        Some(id) => unsafe { &*DOMAINS[id].0.get() }.count(),
        None => 0,
    };
    Statistics {
        pools,
        minor_collections: MINOR_SCANS.load(Ordering::Relaxed),
        other_visits: OTHER_SCANS.load(Ordering::Relaxed),
    }
}

/// Visits the roots of a domain.
///
/// # Safety
/// Called by the runtime's hook with the lock of domain `id`; `action` is the hook's, to be called for blocks.
unsafe fn scan(id: usize, minor: bool, action: impl Fn(isize, *mut isize)) {
    if STATUS.load(Ordering::Relaxed) != RUNNING || id >= DOMAIN_LIMIT {
        return;
    }
    // SAFETY: the collector acts for domain id, which is stopped; an action never calls create.
    let domain = unsafe { &mut *DOMAINS[id].0.get() };
    if id == 0 {
        domain.adopt(&ORPHANS);
    }
    if minor {
        MINOR_SCANS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: the collector runs with the domain's lock.
        let minor_heap = unsafe { ocaml_sys::minor_heap() };
        domain.scan_young(|slot: &AtomicIsize| {
            let value = slot.load(Ordering::Relaxed);
            if value & 1 == 0 && minor_heap.contains(&(value as usize)) {
                action(value, slot.as_ptr());
            }
        });
    } else {
        OTHER_SCANS.fetch_add(1, Ordering::Relaxed);
        domain.scan_all(|slot: &AtomicIsize| {
            let value = slot.load(Ordering::Relaxed);
            if value & 1 == 0 && value != 0 {
                action(value, slot.as_ptr());
            }
        });
    }
}

/// Ends the running domain.
///
/// # Safety
/// This thread runs a domain, for which nobody will be asked for roots any more.
#[cfg(ocaml_5)]
unsafe fn retire() {
    // SAFETY: this thread runs a domain.
    let Some(id) = (unsafe { domain_id() }) else {
        return;
    };
    // SAFETY: this thread holds the lock of domain id.
    unsafe { (*DOMAINS[id].0.get()).retire(&ORPHANS, hooks::unique_mark()) };
}
