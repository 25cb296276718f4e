//! Compiles the OCaml module and links it.

fn main() {
    ocaml_build::Program::new()
        .package("threads.posix") // for Runtime::attach on other threads
        .file("src/words.ml")
        .link();
}
