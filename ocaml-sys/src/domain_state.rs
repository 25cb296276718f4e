//! The runtime's state of the running domain (`domain_state.h`, `domain_state.tbl`).
//!
//! Two shapes behind one type: a record reached by pointer (OCaml 4.10 and later), or global variables before.

use core::ffi::c_void;

use crate::{CustomTable, RootsBlock, Value};

#[cfg(ocaml_4_10)]
mod find;
#[cfg(not(ocaml_4_10))]
mod globals;
#[cfg(ocaml_4_10)]
mod record;

#[cfg(not(ocaml_4_10))]
use globals as fields;
#[cfg(ocaml_4_10)]
use record as fields;

/// What the runtime has recorded of the exception that was raised last. Valid until OCaml code runs.
#[derive(Clone, Copy, Debug)]
pub struct Backtrace {
    /// The exception, if the runtime still knows it.
    pub exception: Value,
    /// Where it passed, the innermost first: `backtrace_slot *`.
    pub slots: *const usize,
    /// How many there are.
    pub length: usize,
}

/// Every field of `caml_domain_state` with its byte offset, in order; empty before OCaml 4.10.
pub const DOMAIN_STATE_FIELDS: &[(&str, usize)] = crate::config::DOMAIN_STATE_FIELDS;

/// The state of the domain that this thread runs in. On OCaml 5 it belongs to that domain; before, there is one.
///
/// Valid as long as the thread holds the runtime lock. A `State` does not notice that the lock was released: read it
/// again after a blocking section.
#[derive(Clone, Copy)]
pub struct State(fields::Handle);

impl State {
    /// The current state: one load before OCaml 5, two loads from thread-local storage on x86-64 and aarch64 after it.
    ///
    /// # Safety
    /// The calling thread holds the runtime lock.
    #[inline(always)]
    pub unsafe fn get() -> State {
        // SAFETY: the caller holds the lock, so the runtime has set the state of this thread.
        State(unsafe { fields::get() })
    }

    /// The current state; on OCaml 5 `None` if this thread does not hold a domain. Before, the answer is always `Some`
    /// once the runtime has started, whoever holds the lock.
    ///
    /// # Safety
    /// An OCaml runtime is linked into the process.
    #[inline(always)]
    pub unsafe fn try_get() -> Option<State> {
        // SAFETY: the variable exists, the caller says; it may be null.
        unsafe { fields::try_get() }.map(State)
    }

    /// The state behind the pointer that the runtime hands to a [`ScanRootsHook`](crate::ScanRootsHook) on OCaml 5.
    ///
    /// # Safety
    /// `pointer` is a `caml_domain_state *`.
    #[cfg(ocaml_5)]
    #[inline(always)]
    pub unsafe fn from_ptr(pointer: *mut c_void) -> State {
        // SAFETY: the runtime's records are never null.
        State(unsafe { core::ptr::NonNull::new_unchecked(pointer.cast()) })
    }

    /// Something that differs between domains: the address of the state (OCaml 4.10 and later), or null.
    #[inline(always)]
    pub fn as_ptr(self) -> *mut c_void {
        fields::as_ptr(self.0)
    }

    /// Where the last block of the minor heap was allocated; the next one ends here.
    ///
    /// # Safety
    /// The calling thread holds the runtime lock. (True of all methods below.)
    #[inline(always)]
    pub unsafe fn young_ptr(self) -> usize {
        // SAFETY: the caller holds the lock.
        unsafe { fields::young_ptr(self.0).read() }
    }

    /// Moves [`young_ptr`](Self::young_ptr) down: allocates, or up again: takes back.
    ///
    /// # Safety
    /// As there; the words between the old and the new position become blocks with valid headers before anything can
    /// collect.
    #[inline(always)]
    pub unsafe fn set_young_ptr(self, address: usize) {
        // SAFETY: only the holder of the lock writes this field.
        unsafe { fields::young_ptr(self.0).write(address) }
    }

    /// Below this address an allocation must not go without asking the runtime. A signal handler or another domain may
    /// raise it at any time, so every call reads memory.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn young_limit(self) -> usize {
        // SAFETY: the field is an aligned word; a volatile load sees what handlers and domains store there.
        unsafe { fields::young_limit(self.0).read_volatile() }
    }

    /// Below this address the minor heap is really full, or a memprof sample is due; unlike
    /// [`young_limit`](Self::young_limit) it is not raised by signals and interrupts. (The greater of `young_trigger`
    /// and `memprof_young_trigger`.)
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn young_trigger(self) -> usize {
        // SAFETY: the caller holds the lock.
        unsafe { fields::young_trigger(self.0) }
    }

    /// The lowest address of this domain's minor heap.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn young_start(self) -> usize {
        // SAFETY: the caller holds the lock.
        unsafe { fields::young_start(self.0).read() }
    }

    /// The end of this domain's minor heap.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn young_end(self) -> usize {
        // SAFETY: the caller holds the lock.
        unsafe { fields::young_end(self.0).read() }
    }

    /// The head of the list of local roots. Blocks linked there must live on the stack: native code drops those below
    /// the handler's stack pointer when an exception is caught.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn local_roots(self) -> *mut *mut RootsBlock {
        // SAFETY: the caller holds the lock.
        unsafe { fields::local_roots(self.0) }
    }

    /// The table of young custom blocks that have a finalizer.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn custom_table(self) -> *mut CustomTable {
        // SAFETY: the caller holds the lock.
        unsafe { fields::custom_table(self.0) }
    }

    /// The size of the minor heap in words.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn minor_heap_wsz(self) -> usize {
        // SAFETY: the caller holds the lock.
        unsafe { fields::minor_heap_wsz(self.0) }
    }

    /// The size of the major heap in bytes; on OCaml 5 this domain's part of it.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn heap_size(self) -> usize {
        // SAFETY: the caller holds the lock.
        unsafe { fields::heap_size(self.0) }
    }

    /// What young custom blocks own outside the heap, as a part of what they may own: above 1 a minor collection is
    /// wanted. The next one sets it to 0. `None` where the runtime does not count that, as before OCaml 4.08.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn extra_heap_resources_minor(self) -> Option<*mut f64> {
        // SAFETY: the caller holds the lock.
        unsafe { fields::extra_heap_resources_minor(self.0) }
    }

    /// The backtrace of the exception that was raised last; `None` if none is recorded (`Printexc.record_backtrace`), and
    /// before OCaml 4.10.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline]
    pub unsafe fn backtrace(self) -> Option<Backtrace> {
        // SAFETY: the caller holds the lock.
        unsafe { fields::backtrace(self.0) }
    }

    /// The number of the domain, used again after the domain has ended; 0 before OCaml 5.
    ///
    /// # Safety
    /// As for [`young_ptr`](Self::young_ptr).
    #[inline(always)]
    pub unsafe fn id(self) -> usize {
        // SAFETY: the caller holds the lock.
        unsafe { fields::id(self.0) }
    }
}
