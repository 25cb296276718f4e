//! All of the crate [`ocaml`](https://docs.rs/ocaml) but its macros `#[ocaml::…]`: what they call, and what users see of it.
//!
//! Use `ocaml`, which re-exports everything here. This is a crate of its own so that it need not wait for the macros, and
//! compiles while they do.

mod abstract_pointer;
mod alloc;
mod argument_error;
mod array;
mod backtrace;
pub mod bigarray;
mod block;
mod body;
mod bytes;
mod conversion_error;
mod convert;
pub mod custom;
mod custom_block;
mod dead;
mod describe;
mod due;
mod error;
mod exception;
mod exn;
mod float_array;
mod frame;
mod function;
#[cfg(feature = "interop")]
pub mod interop;
mod list;
mod object;
mod own_exception;
mod panic;
mod poly_variant;
mod printexc;
#[doc(hidden)]
pub mod private;
mod root;
mod runtime;
#[cfg(feature = "link")]
mod startup;
mod stdlib;
mod threads;
mod thrown;
mod trampoline;
mod trust;
mod unboxed;
mod value;
mod weak_root;

pub use abstract_pointer::Abstract;
pub use array::{Array, Iter as ArrayIter};
pub use bytes::Bytes;
pub use conversion_error::ConversionError;
pub use convert::complex::Complex;
pub use convert::either::Either;
pub use convert::nativeint::Nativeint;
pub use convert::time::{Seconds, UnixTime};
pub use convert::{FromValue, IntoValue};
pub use custom::{Custom, Pointer};
pub use describe::Describe;
pub use error::Error;
pub use exn::Exn;
pub use float_array::{FloatArray, Iter as FloatArrayIter};
pub use function::{Arguments, Closure, ClosureWithRuntime, Function, Many, PassAs, named_value};
pub use list::{Iter as ListIter, List};
pub use ocaml_build::descriptor::Type;
pub use ocaml_sys as sys;
pub use own_exception::Exception;
pub use panic::report_panics;
pub use poly_variant::hash_variant;
pub use root::{Root, Rooted};
pub use runtime::Runtime;
#[cfg(feature = "link")]
pub use startup::{StartError, Started};
pub use stdlib::{Buffer, Hashtbl, HashtblIter, Lazy, Map, MapIter, Ref, Seq, Set, SetIter};
pub use threads::AttachError;
pub use value::{Raw, Value};
pub use weak_root::WeakRoot;

/// OCaml's `int`: 63 bits on 64-bit machines.
pub type Int = isize;

/// OCaml's `int`, when it is never negative.
pub type Uint = usize;

/// OCaml's `float`.
pub type Float = f64;
