//! The smallest library, with ocaml-interop 0.12.

use ocaml_interop::{OCaml, OCamlRuntime, ToOCaml};

#[ocaml_interop::export]
pub fn bench_hello(cr: &mut OCamlRuntime, name: OCaml<String>) -> OCaml<String> {
    let name: String = name.to_rust();
    format!("Hello, {name}!").to_ocaml(cr)
}
