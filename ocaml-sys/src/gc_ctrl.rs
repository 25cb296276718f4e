//! Primitives of module `Gc` (in `gc_ctrl.c`). All collect, and run finalizers, which may raise.

use crate::Value;

unsafe extern "C" {
    /// `Gc.minor`.
    pub fn caml_gc_minor(unit: Value) -> Value;
    /// `Gc.major`.
    pub fn caml_gc_major(unit: Value) -> Value;
    /// `Gc.full_major`.
    pub fn caml_gc_full_major(unit: Value) -> Value;
    /// `Gc.compact`.
    pub fn caml_gc_compaction(unit: Value) -> Value;
}
