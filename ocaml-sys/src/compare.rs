//! Structural comparison (primitives of `Stdlib`, in `compare.c`). They raise on functional values.

use crate::Value;

unsafe extern "C" {
    /// `compare`, as an OCaml integer.
    pub fn caml_compare(a: Value, b: Value) -> Value;
    /// `=`, as an OCaml boolean.
    pub fn caml_equal(a: Value, b: Value) -> Value;
}
