//! The minor heap's tables, and requests for a minor collection (`minor_gc.h`).

use crate::{Mlsize, Value};

/// `struct caml_ref_table` and its sisters: a growing list of `T`. The same on every version.
#[repr(C)]
#[derive(Debug)]
pub struct Table<T> {
    /// First element; null before the first use.
    pub base: *mut T,
    /// End of the memory.
    pub end: *mut T,
    /// Where a collection is requested.
    pub threshold: *mut T,
    /// Next free element.
    pub ptr: *mut T,
    /// Where to call the function that grows the table.
    pub limit: *mut T,
    /// Elements up to the threshold.
    pub size: usize,
    /// Elements behind it.
    pub reserve: usize,
}

/// A young custom block with a finalizer.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct CustomElement {
    /// The block.
    pub block: Value,
    /// What it counts for if it survives.
    pub mem: Mlsize,
    /// Out of how much.
    pub max: Mlsize,
}

/// `struct caml_ephe_ref_elt`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct EphemeronElement {
    /// An ephemeron in the major heap.
    pub ephe: Value,
    /// Its field that points to the minor heap.
    pub offset: Mlsize,
}

/// `struct caml_custom_table`: the young custom blocks whose finalizers a minor collection must run.
pub type CustomTable = Table<CustomElement>;

/// `struct caml_minor_tables`, from OCaml 5.
#[repr(C)]
#[derive(Debug)]
pub struct MinorTables {
    /// Pointers from the major heap to the minor heap.
    pub major_ref: Table<*mut Value>,
    /// Ephemerons that point to the minor heap.
    pub ephe_ref: Table<EphemeronElement>,
    /// Custom blocks.
    pub custom: CustomTable,
}

const _: () = {
    assert!(size_of::<CustomTable>() == 7 * size_of::<Value>());
    assert!(size_of::<CustomElement>() == 3 * size_of::<Value>());
    assert!(core::mem::offset_of!(MinorTables, custom) == 14 * size_of::<Value>());
};

/// `add_to_custom_table`: enters a young custom block, without which its finalizer never runs if it dies young. Never
/// collects; may request it.
///
/// # Safety
/// The calling thread holds the runtime lock, `table` is [`State::custom_table`](crate::State::custom_table), and
/// `block` is a custom block of this domain's minor heap.
#[inline(always)]
pub unsafe fn add_to_custom_table(table: *mut CustomTable, block: Value, mem: Mlsize, max: Mlsize) {
    // SAFETY: the table belongs to this domain; after the call `ptr` is below `limit`.
    unsafe {
        if (*table).ptr >= (*table).limit {
            caml_realloc_custom_table(table);
        }
        let element = (*table).ptr;
        (*table).ptr = element.add(1);
        element.write(CustomElement { block, mem, max });
    }
}

unsafe extern "C" {
    /// Grows the table, and requests a minor collection. Ends the program when there is no memory.
    pub fn caml_realloc_custom_table(table: *mut CustomTable);
    /// Runs a minor collection, and a slice of the major one.
    pub fn caml_minor_collection();
    /// The minor collection alone, in which no OCaml code runs: `caml_minor_collection` runs finalisers before OCaml 4.10.
    #[cfg(not(ocaml_4_10))]
    pub fn caml_empty_minor_heap();
    /// Asks for a minor collection at the next poll of OCaml code.
    pub fn caml_request_minor_gc();
}
