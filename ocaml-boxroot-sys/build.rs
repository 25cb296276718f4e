//! Hands the OCaml version found by `ocaml-sys` to this crate as cfgs.

fn main() {
    ocaml_build::emit_cfgs_from_dep();
}
