//! Hands the OCaml version found by `ocaml-sys` on to this crate as `cfg`s.

fn main() {
    ocaml_build::emit_cfgs_from_dep();
}
