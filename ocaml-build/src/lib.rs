//! Finds the OCaml toolchain and reads what Rust must know about its runtime.
//!
//! Used by build scripts and tools. [`Toolchain::find`] answers which compiler is there and how its runtime lays out
//! memory; [`emit_cfgs_from_dep`] hands the answer of `ocaml-sys` to the build script of a crate that depends on it.
//!
//! [`Program`] links OCaml code into a Rust program, from its build script.
//!
//! [`descriptor`] is the format in which Rust code says what it exports to OCaml. With the feature `interface`, [`interface`] reads
//! it out of an archive, and prints it as OCaml.
//!
//! | feature | what for |
//! |---|---|
//! | none | [`descriptor`], which is what the crate `ocaml` compiles into programs |
//! | `toolchain` | [`Toolchain`], which is what its build scripts use |
//! | `program` (default) | [`Program`] and `toolchain` |
//! | `interface` | [`interface`] and `toolchain` |
//!
//! | environment variable | meaning |
//! |---|---|
//! | `OCAML_VERSION` and `OCAML_WHERE_PATH` | version and standard library folder; when both are set, no compiler is run |
//! | `OCAMLOPT` | the compiler to ask, default `ocamlopt`, then `ocamlfind ocamlopt` |
//! | `OCAMLFIND_TOOLCHAIN` | ask `ocamlfind -toolchain <name> ocamlopt` |

pub mod descriptor;
#[cfg(feature = "toolchain")]
mod error;
#[cfg(feature = "interface")]
pub mod interface;
#[cfg(feature = "program")]
mod program;
#[cfg(feature = "toolchain")]
mod toolchain;

#[cfg(feature = "program")]
pub use program::Program;
#[cfg(feature = "toolchain")]
pub use {
    error::Error,
    toolchain::cargo::{emit_cfgs_from_dep, print_error},
    toolchain::{Compiler, DomainState, Headers, Toolchain, Version},
};
