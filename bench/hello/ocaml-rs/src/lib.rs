//! The smallest library, with ocaml 1.3.

#[ocaml::func]
pub fn bench_hello(name: &str) -> String {
    format!("Hello, {name}!")
}
