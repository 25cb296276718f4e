//! Rust values on the OCaml heap.
//!
//! A type with `#[derive(ocaml::Custom)]` (see [`Custom`](https://docs.rs/ocaml/latest/ocaml/derive.Custom.html)) is an abstract type in OCaml. Its values
//! are made by returning them, used as `&T`, `&mut T` or [`Pointer<T>`](Pointer), and dropped once, when OCaml does not
//! need them any more.
//!
//! ```
//! #[derive(ocaml::Custom)]
//! pub struct Counter {
//!     count: i64,
//! }
//!
//! #[ocaml::methods]
//! impl Counter {
//!     pub fn new(count: i64) -> Self {
//!         Counter { count }
//!     }
//!
//!     pub fn incr(&mut self) {
//!         self.count += 1;
//!     }
//!
//!     pub fn get(&self) -> i64 {
//!         self.count
//!     }
//! }
//! ```
//!
//! ```ocaml
//! module Counter : sig
//!   type t
//!   external make : int64 -> t = "counter_new"
//!   external incr : t -> unit = "counter_incr"
//!   external get : t -> int64 = "counter_get"
//! end
//! ```
//!
//! # Sharing
//!
//! OCaml lets anybody hold a value, threads and domains too, so Rust's rules are kept at run time, as by a `RefCell`: an
//! argument `&T` or `&mut T` borrows the value for the whole call, also across GC points, and a conflict is
//! `Invalid_argument`: the same value passed twice as `&mut T`, or used by two domains of which one changes it.
//!
//! | | `&T` | `&mut T` | cost of `&T` |
//! |---|---|---|---|
//! | default ([`Mutable`]) | if `T: Sync` | yes | a flag; on OCaml 5 atomic while several domains run |
//! | `#[ocaml(frozen)]` ([`Frozen`]) | yes; `T: Sync` is needed | no | nothing, but it does not live across a GC point |
//! | `#[ocaml(local)]` ([`Local`]) | on the thread that made it | there too | a flag, and the thread's number |
//!
//! The value itself must be `Send`: its destructor runs wherever the collector does. (It runs in the middle of a
//! collection, so it should be quick; a panic in it ends the program.)
//!
//! # At the end of the program
//!
//! OCaml frees nothing then, so what is still alive is not dropped; unless the type says `#[ocaml(drop_at_exit)]`
//! ([`Operations::drop_at_exit`]): for what must be flushed, released or deleted. Such values are dropped when the process ends
//! by `exit`: at the end of the program, after an exception that nobody caught, and also where Rust or C ends it, on the
//! thread that does, after all functions that OCaml registered with `at_exit`, in no particular order. A destructor that
//! panics then is reported, and the others run all the same. Not dropped is
//!
//! * what is lent at that moment, which may be on another thread;
//! * what is made after that;
//! * anything when the process ends without `exit`: by `Unix._exit`, a signal, `abort`.
//!
//! A child made by `Unix.fork` that ends by `exit` drops its copies. Each use of such a value takes two atomic instructions,
//! and making and dropping one takes a lock. Frozen types cannot say it: nobody knows whether their values are in use.
//! Without it, [`Pointer::close`] in a function that OCaml gives to `at_exit` does the same for a value that it knows.

mod access;
mod argument;
mod at_exit;
mod borrow;
mod cell;
mod legacy;
mod marshal;
mod misfit;
mod operations;
mod pointer;
mod quick;
mod state;

use std::ffi::CStr;

pub use access::{Access, Frozen, Local, Mutable};
pub use borrow::{Borrow, BorrowMut};
pub use marshal::Marshal;
pub use operations::Operations;
pub use pointer::Pointer;

pub(crate) use argument::{Holder, Lend};
pub(crate) use misfit::{Misfit, describe};

/// What the macros call.
pub(crate) mod private {
    pub use super::access::{Mutates, Shares};
    pub use super::argument::{Lend, LendMut, hold, hold_mut, hold_mut_quickly, hold_quickly, lend, or_unwind, take};
    pub use super::legacy::Operations as LegacyOperations;
}

/// A Rust type whose values live on the OCaml heap. Derive it by `#[derive(ocaml::Custom)]`, and see the [module](self).
///
/// By hand it is for what the derive cannot know: functions of your own in [`Operations`], a trait object.
///
/// ```
/// use ocaml::custom::{Mutable, Pointer};
///
/// pub trait Shape: Send + Sync {
///     fn area(&self) -> f64;
/// }
///
/// impl ocaml::Custom for Box<dyn Shape> {
///     type Access = Mutable;
///     const NAME: &'static std::ffi::CStr = c"mylib.Shape";
/// }
///
/// // What the derive says by itself: its name in the printed interface.
/// ocaml::abstract_type!(Shape = Box<dyn Shape>);
///
/// #[ocaml::func]
/// pub fn doc_area(shape: Pointer<Box<dyn Shape>>) -> f64 {
///     shape.borrow().area()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "values of `{Self}` do not live on the OCaml heap",
    note = "for a type of your own: `#[derive(ocaml::Custom)]`",
    note = "`Function` and `Root` are lent too, without `mut` and as an argument of their own: `f: &Function<…>`, `root: &Root`"
)]
pub trait Custom: Sized + Send + 'static {
    /// [`Mutable`], [`Frozen`] or [`Local`].
    type Access: Access;

    /// What `Marshal` calls the type, unique in the program. A name that begins with `_` belongs to OCaml, and does not compile
    /// for a type that can be marshalled.
    const NAME: &'static CStr;

    /// What OCaml's polymorphic functions do.
    const OPERATIONS: Operations<Self> = Operations::new();

    /// How many bytes the value owns outside of itself, more or less, when it is given to OCaml. The collector works the
    /// faster the more its garbage owns.
    #[inline(always)]
    fn heap_size(&self) -> usize {
        0
    }
}
