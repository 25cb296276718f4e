//! Links the OCaml program. TEST_RUNTIME_VARIANT chooses a variant of OCaml's runtime.

use std::env;

use ocaml_build::{Program, Toolchain};

fn main() {
    let mut program = Program::new().dune("ocaml/library", "src/counting");
    if has("THREADS") {
        program = program.package("threads.posix").file(background());
    }
    if has("BYTECODE") {
        program = program.bytecode();
    }
    println!("cargo::rerun-if-env-changed=TEST_RUNTIME_VARIANT");
    if let Ok(variant) = env::var("TEST_RUNTIME_VARIANT") {
        program = program.runtime_variant(variant);
    }
    program
        .package("unix")
        .flag("-w")
        .flag("+a")
        .file("ocaml/embedded.ml")
        .link();
}

fn has(feature: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{feature}")).is_some()
}

/// Something that runs in parallel.
fn background() -> &'static str {
    match Toolchain::find() {
        Ok(toolchain) if toolchain.version.at_least(5, 0) => "ocaml/five/background.ml",
        _ => "ocaml/four/background.ml",
    }
}
