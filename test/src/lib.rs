//! The Rust side of the test suite: one theme, one module, and one OCaml file of the same name in `suite`.

mod arity;
mod arrays;
mod bigarrays;
mod by_hand;
mod errors;
mod lists;
mod memory;
mod numbers;
mod panics;
mod records;
mod roots;
mod text;
mod unboxed;
mod variants;
