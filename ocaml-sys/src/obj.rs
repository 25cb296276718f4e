//! Primitives of module `Obj` (in `obj.c`). Arguments and results are OCaml integers where OCaml has `int`.

use crate::Value;

unsafe extern "C" {
    /// `Obj.tag`: also for integers (1000) and addresses outside the heap (1001).
    pub fn caml_obj_tag(value: Value) -> Value;
    /// `Obj.dup`: a shallow copy. May collect.
    pub fn caml_obj_dup(value: Value) -> Value;
    /// A number for a new object or exception constructor; the argument is `()`.
    pub fn caml_fresh_oo_id(unit: Value) -> Value;
}
