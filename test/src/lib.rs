//! The Rust side of the test suite: one theme, one module, and one OCaml file of the same name in `suite`.

// Clippy takes what the macros write for the user's own where it has the spans of his types.
#![deny(clippy::manual_let_else)]

mod arity;
mod arrays;
mod backtraces;
mod big_ints;
mod bigarrays;
mod buffers;
mod by_hand;
mod custom;
mod errors;
mod exits;
mod frames;
mod functions;
mod lazy_and_seq;
mod lent;
mod lists;
mod memory;
mod numbers;
mod objects;
mod own_exceptions;
mod panics;
mod poly_variants;
mod properties;
mod records;
mod roots;
mod signals;
mod std_types;
mod stress;
mod tables;
mod text;
mod thread_ends;
mod threads;
mod trust;
mod unboxed;
mod variants;
mod weak_roots;
