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
//! | numbers outside the heap | [`bigarray`] |
//! | exceptions | [`Error`] |
//! | values that outlive a call | [`Root`] |

mod alloc;
mod array;
pub mod bigarray;
mod block;
mod body;
mod conversion_error;
mod convert;
mod custom_block;
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
