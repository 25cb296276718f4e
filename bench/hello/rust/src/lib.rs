//! The smallest library.

#[ocaml::func]
pub fn bench_hello(name: &str) -> String {
    format!("Hello, {name}!")
}
