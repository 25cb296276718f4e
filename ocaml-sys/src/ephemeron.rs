//! Weak pointers and ephemerons (`weak.h`, `weak.c`).
//!
//! The layout is the same on every version: a block with [`ABSTRACT`](crate::tag::ABSTRACT) of a link, the data and the
//! keys. The link belongs to a list through which the collector finds all ephemerons.

use crate::Value;

/// Index of the link in an ephemeron.
pub const EPHE_LINK_OFFSET: usize = 0;
/// Index of the data.
pub const EPHE_DATA_OFFSET: usize = 1;
/// Index of the first key.
pub const EPHE_FIRST_KEY: usize = 2;

unsafe extern "C" {
    /// What stands in place of data and keys that are not set, or dead.
    pub static caml_ephe_none: Value;
    /// Sets a key; the index is an OCaml integer. Never collects; raises if the index is out of range.
    pub fn caml_ephe_set_key(ephemeron: Value, index: Value, key: Value) -> Value;
    /// Whether a key is set and alive, as an OCaml `bool`. A key that is dead is removed. Never collects; raises if the
    /// index is out of range.
    pub fn caml_ephe_check_key(ephemeron: Value, index: Value) -> Value;
}

/// The head of the list of ephemerons.
///
/// # Safety
/// The calling thread holds the runtime lock, and uses the place only while it does.
#[cfg(not(ocaml_5))]
pub unsafe fn ephe_list() -> *mut Value {
    unsafe extern "C" {
        static mut caml_ephe_list_head: Value;
    }
    &raw mut caml_ephe_list_head
}

/// The head of this domain's list of ephemerons: `Caml_state->ephe_info->live`.
///
/// # Safety
/// The calling thread holds the domain lock, and uses the place only while it does.
#[cfg(ocaml_5)]
pub unsafe fn ephe_list() -> *mut Value {
    /// `struct caml_ephe_info`, as far as it is used.
    #[repr(C)]
    struct EpheInfo {
        todo: Value,
        live: Value,
    }
    const OFFSET: usize = crate::config::EPHE_INFO.expect("OCaml 5 has the field");
    // SAFETY: `struct caml_ephe_info *ephe_info`, which lives as long as the domain.
    unsafe {
        let state = crate::State::get().as_ptr().cast::<u8>();
        let info = state.add(OFFSET).cast::<*mut EpheInfo>().read();
        &raw mut (*info).live
    }
}

/// Tells the collector that a key was read: if it is marking, it has perhaps passed everything that will refer to the key
/// from now on. Never collects.
///
/// # Safety
/// The calling thread holds the runtime lock; `key` is alive.
#[cfg(not(ocaml_5))]
pub unsafe fn ephe_darken(key: Value) {
    unsafe extern "C" {
        static caml_gc_phase: core::ffi::c_int;
        fn caml_darken(value: Value, ignored: *mut Value);
    }
    const MARK: core::ffi::c_int = 0;
    // SAFETY: only the holder of the lock writes the variable; the function looks at blocks of the heap only.
    unsafe {
        if caml_gc_phase == MARK {
            caml_darken(key, core::ptr::null_mut());
        }
    }
}

/// Tells the collector that a key was read: if it is marking, it has perhaps passed everything that will refer to the key
/// from now on. Never collects.
///
/// # Safety
/// The calling thread holds the domain lock; `key` is alive.
#[cfg(ocaml_5)]
pub unsafe fn ephe_darken(key: Value) {
    use core::ffi::c_void;
    unsafe extern "C" {
        fn caml_darken(state: *mut c_void, value: Value, ignored: *mut Value);
    }
    // SAFETY: the state is this domain's; the function marks blocks of the major heap that are not marked.
    unsafe { caml_darken(crate::State::get().as_ptr(), key, core::ptr::null_mut()) };
}
