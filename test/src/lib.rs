//! The Rust side of the test suite: one theme, one module, and one OCaml file of the same name in `suite`.

mod arity;
mod arrays;
mod big_ints;
mod bigarrays;
mod buffers;
mod by_hand;
mod custom;
mod errors;
mod functions;
mod lazy_and_seq;
mod lists;
mod memory;
mod numbers;
mod own_exceptions;
mod panics;
mod poly_variants;
mod properties;
mod records;
mod roots;
mod std_types;
mod tables;
mod text;
mod trust;
mod unboxed;
mod variants;
mod weak_roots;
