//! Write OCaml extensions in Rust: sound, fast, pleasant.
//!
//! ```
//! #[ocaml::func]
//! pub fn doc_greet(name: &str) -> String {
//!     format!("Hello, {name}!")
//! }
//! ```
//!
//! ```ocaml
//! external greet : string -> string = "doc_greet"
//! let () = print_endline (greet "OCaml")
//! ```
//!
//! # The idea: allocation never collects
//!
//! OCaml's collector moves values. Here it runs only at *GC points*, which need `&mut`
//! [`Runtime`], and at the end of an exported function. So values ([`Value`], `&str`, [`Array`],
//! [`List`]) are bare words that borrow from the token: they are free to copy, combine and return,
//! and the borrow checker rejects holding one across a GC point. What must live longer goes into
//! a [`Root`].
//!
//! # Where to look
//!
//! | for | see |
//! |---|---|
//! | exporting a function | [`func`], [`native_func`], [`bytecode_func`], [`body!`] |
//! | types that cross the boundary | [`FromValue`], [`IntoValue`] and their derive macros |
//! | OCaml values in place | [`Value`], [`Array`], [`List`] |
//! | allocating, and serving signals in a long computation | [`Runtime`] |
//! | exceptions | [`Error`]; [`ConversionError`] for what does not fit its type |
//! | panics | exceptions too; [`report_panics`] silences the message on standard error |
//! | values that outlive a call | [`Root`] |
//! | `extern "C"` by hand | [`body!`], [`Raw`], [`Runtime::recover`], [`sys`] |
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | what for |
//! |---|---|
//! | `without-ocamlopt` | documentation and lints on a machine without OCaml; nothing that is built this way can be linked |
//! | `gc-stress` | tests: every end of an exported function runs a minor collection |

mod alloc;
mod argument_error;
mod array;
mod block;
mod body;
mod conversion_error;
mod convert;
mod due;
mod error;
mod exception;
mod list;
mod panic;
#[doc(hidden)]
pub mod private;
mod root;
mod runtime;
mod thrown;
mod trampoline;
mod unboxed;
mod value;

pub use array::{Array, Iter as ArrayIter};
pub use conversion_error::ConversionError;
pub use convert::complex::Complex;
pub use convert::either::Either;
pub use convert::nativeint::Nativeint;
pub use convert::time::{Seconds, UnixTime};
pub use convert::{FromValue, IntoValue};
pub use error::Error;
pub use list::{Iter as ListIter, List};
pub use ocaml_derive::{FromValue, IntoValue, bytecode_func, func, native_func};
pub use ocaml_sys as sys;
pub use panic::report_panics;
pub use root::{Root, Rooted};
pub use runtime::Runtime;
pub use value::{Raw, Value};

/// OCaml's `int`: 63 bits on 64-bit machines.
pub type Int = isize;

/// OCaml's `int`, when it is never negative.
pub type Uint = usize;

/// OCaml's `float`.
pub type Float = f64;

/// The README's Rust code is compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
