//! Roots that keep OCaml values alive from Rust: cheap to create and delete, free to hold, movable and deletable from
//! any thread.
//!
//! A boxroot is the address of a slot that holds a value. The value is kept alive, and the slot updated when the
//! collector moves it, until [`boxroot_delete`].
//!
//! | call | who may call |
//! |---|---|
//! | [`boxroot_create`], [`boxroot_modify`], [`boxroot_setup`] | a thread that holds the runtime |
//! | [`boxroot_get`], reading [`boxroot_get_ref`] | a thread that holds the runtime (any domain) |
//! | [`boxroot_delete`] | any thread at any time, even after the runtime was shut down |
//! | [`boxroot_teardown`] | one thread, after the runtime was shut down |
//!
//! Creating moves a pointer through a run of free slots; deleting stores one byte. Slots come from the pools of the
//! running domain and are found again by reading the bytes. A minor collection looks only at roots made since the last
//! one. Several copies of this crate in a program work side by side.
//!
//! | module | knows |
//! |---|---|
//! | `pool` | who may write what, and why deletion needs no lock |
//! | `bytes` | how free slots are searched |
//! | `domain` | where roots are allocated, why memory is bounded; `collect`: what a collection visits; `end` |
//! | `orphans` | where pools go when their domain ends |
//! | `runtime` | the hooks of OCaml 4 and 5, and why no collection misses a pool |

mod bytes;
mod domain;
mod orphans;
mod pool;
#[cfg(not(test))]
mod runtime;
#[cfg(test)]
mod tests;

#[cfg(not(test))]
pub use api::{
    boxroot_create, boxroot_delete, boxroot_error_string, boxroot_get, boxroot_get_ref, boxroot_modify,
    boxroot_print_stats, boxroot_setup, boxroot_statistics, boxroot_status, boxroot_teardown,
};
#[cfg(not(test))]
mod api;

/// An OCaml value: an immediate or the address of a block.
pub type Value = isize;

/// The slot of a root.
pub type ValueCell = core::cell::UnsafeCell<Value>;

/// A root: the address of a slot, never null. Copying it does not make another root.
#[repr(transparent)]
#[derive(Copy, Clone, Debug, PartialEq, PartialOrd, Eq)]
pub struct BoxRoot {
    contents: core::ptr::NonNull<ValueCell>,
}

impl BoxRoot {
    /// A root whose slot is elsewhere, in a frame that the collector visits: for `boxroot_get` and `boxroot_get_ref` only.
    ///
    /// # Safety
    /// The slot holds a value that the collector keeps alive, for as long as this or a copy is used; none of them is given
    /// to `boxroot_delete` or `boxroot_modify`.
    #[inline(always)]
    pub const unsafe fn from_slot(slot: core::ptr::NonNull<ValueCell>) -> Self {
        Self { contents: slot }
    }
}

/// Whether roots can be made.
#[repr(C)]
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Status {
    /// No root was made yet and [`boxroot_setup`](crate) was not called.
    NotSetup,
    /// Roots can be made.
    Running,
    /// The teardown was done; no root can be made any more.
    ToreDown,
    /// Never returned; here because the C library has it.
    Invalid,
}

/// Figures for tests and tuning.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Statistics {
    /// Pools of the running domain, each of 8 KiB.
    pub pools: usize,
    /// Minor collections that asked for roots, summed over the domains.
    pub minor_collections: usize,
    /// Other visits of the roots: marking, compaction, verification.
    pub other_visits: usize,
}
