//! Raw bindings to the OCaml runtime, for OCaml 4.06 to 5.x, without a C compiler.
//!
//! One module per header of the runtime (`<stdlib>/caml/*.h`), everything re-exported here. Names are those of the C
//! side; macros and inline functions of the headers are Rust functions under the same name in lower case. Nothing here
//! is checked: a caller of an `unsafe` function holds the runtime lock (on OCaml 5: its domain lock), passes live
//! values, and keeps no unrooted value over a call that may collect.
//!
//! The layout comes from the headers of the OCaml that the build script finds (see crate `ocaml-build`). What is built
//! works in native code, in bytecode and in a library loaded by `ocamlrun`: a symbol that only some runtimes have is
//! reached weakly ([`predefined_exception`], [`c_thread_register`]), and the start-up functions exist only with feature
//! `link`.
//!
//! # `cfg`s of the build script, for dependents
//! `ocaml_5`, `ocaml_4_08` … `ocaml_4_14`, `ocaml_5_1` … `ocaml_5_4` ("at least that version"),
//! `ocaml_flat_float_array` and `ocaml_naked_pointers`. A dependent gets them with a build script of one line:
//! `fn main() { ocaml_build::emit_cfgs_from_dep() }`.
//!
//! # Features
//! * `without-ocamlopt`: assume 64-bit OCaml 5.3, for documentation on a machine without OCaml. Never link the result.
//! * `link`: declare the functions that start a runtime. Only for programs whose `main` is Rust's.
//! * `ocaml5`: accepted for dependents of older releases; the version is always detected. Declares what `link` does.
#![no_std]
#![allow(non_camel_case_types, reason = "types keep the names of the C headers")]

mod address_class;
mod alloc;
pub mod bigarray;
mod callback;
pub mod closure;
mod compare;
mod custom;
#[cfg(ocaml_5)]
mod domain;
mod domain_state;
mod ephemeron;
mod fail;
mod gc_ctrl;
mod hash;
mod hooks;
mod intext;
#[cfg(not(ocaml_5))]
mod major_gc;
mod memory;
mod minor_gc;
mod mlvalues;
mod numbers;
mod obj;
mod printexc;
mod roots;
mod signals;
#[cfg(any(feature = "link", feature = "ocaml5"))]
mod startup;
pub mod tag;
mod threads;
mod weak;

pub use address_class::*;
pub use alloc::*;
pub use bigarray::{Bigarray, BigarrayProxy};
pub use callback::*;
pub use compare::*;
pub use custom::*;
#[cfg(ocaml_5)]
pub use domain::*;
pub use domain_state::*;
pub use ephemeron::*;
pub use fail::*;
pub use gc_ctrl::*;
pub use hash::*;
pub use hooks::*;
pub use intext::*;
#[cfg(not(ocaml_5))]
pub use major_gc::*;
pub use memory::*;
pub use minor_gc::*;
pub use mlvalues::*;
pub use numbers::*;
pub use obj::*;
pub use printexc::*;
pub use roots::*;
pub use signals::*;
#[cfg(any(feature = "link", feature = "ocaml5"))]
pub use startup::*;
pub use tag::*;
pub use threads::*;

/// What the build script read from the installed OCaml.
#[allow(dead_code, reason = "each version needs some of the offsets")]
mod config {
    include!(concat!(env!("OUT_DIR"), "/config.rs"));
}

/// C's `char`, as in `const char *`.
pub type Char = core::ffi::c_char;

/// Version of the OCaml this crate was built for: major, minor, patch.
pub const VERSION: (u32, u32, u32) = config::VERSION;

/// [`VERSION`] as OCaml writes it, such as `"4.13.1"`.
pub const VERSION_STRING: &str = config::VERSION_STRING;

/// Whether arrays of floats hold the numbers themselves under [`tag::DOUBLE_ARRAY`], as records of floats always do
/// (`FLAT_FLOAT_ARRAY` in `m.h`).
pub const FLAT_FLOAT_ARRAY: bool = cfg!(ocaml_flat_float_array);

/// Whether the runtime accepts pointers to memory outside its heap as values (`NO_NAKED_POINTERS` in `m.h`; never from
/// OCaml 5).
pub const NAKED_POINTERS: bool = cfg!(ocaml_naked_pointers);
