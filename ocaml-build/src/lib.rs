//! Finds the OCaml toolchain and reads what Rust must know about its runtime.
//!
//! Used by build scripts and tools. [`Toolchain::find`] answers which compiler is there and how its runtime lays out
//! memory; [`emit_cfgs_from_dep`] hands the answer of `ocaml-sys` to the build script of a crate that depends on it.
//!
//! [`Program`] links OCaml code into a Rust program.
//!
//! With the feature `interface`, [`interface`] reads what Rust code exports out of an archive, and prints it as OCaml.
//!
//! | environment variable | meaning |
//! |---|---|
//! | `OCAML_VERSION` and `OCAML_WHERE_PATH` | version and standard library folder; when both are set, no compiler is run |
//! | `OCAMLOPT` | the compiler to ask, default `ocamlopt`, then `ocamlfind ocamlopt` |
//! | `OCAMLFIND_TOOLCHAIN` | ask `ocamlfind -toolchain <name> ocamlopt` |

mod cargo;
mod compiler;
mod domain_state;
mod error;
mod headers;
#[cfg(feature = "interface")]
pub mod interface;
mod program;
mod toolchain;
mod version;

pub use cargo::{emit_cfgs_from_dep, print_error};
pub use compiler::Compiler;
pub use domain_state::DomainState;
pub use error::Error;
pub use headers::Headers;
pub use program::Program;
pub use toolchain::Toolchain;
pub use version::Version;
