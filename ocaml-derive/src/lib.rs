//! The macros of the [`ocaml`](https://docs.rs/ocaml) crate, which re-exports and documents them.
//!
//! Each macro parses, then checks (collecting all mistakes, each on the user's own tokens), then expands, which
//! cannot fail. What is generated is data and one call into `ocaml::private`.

use proc_macro::TokenStream;

mod derive;
mod errors;
mod func;
mod lifetimes;
mod names;

use derive::Direction;
use func::Kind;

/// Exports a function to OCaml under its own name.
///
/// Arguments are converted with [`FromValue`](trait.FromValue.html), the result with
/// [`IntoValue`](trait.IntoValue.html); `Err(error)` of a `Result<T, ocaml::Error>` and panics are OCaml exceptions. A
/// function with more than five arguments also gets the stub `<name>_bytecode`; one without arguments takes `unit`.
///
/// Options, separated by commas:
///
/// * a name: the name of the runtime's token in the body, `gc` if not given
/// * `name = "symbol"`: exports under this symbol
/// * `noalloc`: for `[@@noalloc]`; the function gets no token, so it cannot allocate, and a panic ends the program
/// * `unboxed`: for `[@@unboxed]`, or `[@unboxed]` and `[@untagged]` on each argument; the stub `<name>_bytecode` for
///   boxed values is made too
///
/// The function stays callable from Rust under its own name; if its body uses the token, that becomes its first
/// parameter. Two kinds of functions are not callable from Rust: those that use the implicit token *and* take
/// arguments that may borrow from the OCaml heap, and those whose result borrows, without a named lifetime, from none or one of several
/// arguments. Take
/// the token explicitly, as first parameter `gc: &ocaml::Runtime`, or name the lifetimes, and they are. Do so also where the
/// body comes out of another macro and cannot see `gc`, where it names a lifetime of the signature, or where the function
/// has attributes of its own.
///
/// The shim needs `unsafe`: in a crate that says `#![forbid(unsafe_code)]` use `deny` instead, which the macro may lift.
///
/// ```
/// #[ocaml::func]
/// pub fn doc_average(numbers: Vec<f64>) -> Result<f64, ocaml::Error> {
///     if numbers.is_empty() {
///         return Err(ocaml::Error::invalid_argument("average: no numbers"));
///     }
///     Ok(numbers.iter().sum::<f64>() / numbers.len() as f64)
/// }
///
/// #[ocaml::func]
/// pub fn doc_pair(a: ocaml::Value, text: &str) -> ocaml::Value {
///     ocaml::Value::tuple(gc, [a, ocaml::Value::string(gc, text)])
/// }
///
/// #[ocaml::func(unboxed, noalloc)]
/// pub fn doc_scale(x: f64) -> f64 {
///     x * 2.0
/// }
/// ```
///
/// ```ocaml
/// external average : float array -> float = "doc_average"
/// external pair : 'a -> string -> 'a * string = "doc_pair"
/// external scale : float -> float = "doc_scale_bytecode" "doc_scale" [@@unboxed] [@@noalloc]
/// ```
#[proc_macro_attribute]
pub fn func(options: TokenStream, item: TokenStream) -> TokenStream {
    func::run(Kind::Func, options.into(), item.into()).into()
}

/// Exports a function to OCaml native code only: as [`func`](macro@func), without a bytecode stub.
///
/// For functions of up to five arguments, which need no stub, there is no difference.
///
/// ```
/// #[ocaml::native_func]
/// pub fn doc_native_incr(value: ocaml::Value) -> ocaml::Value {
///     ocaml::Value::int(value.int_val() + 1)
/// }
/// ```
#[proc_macro_attribute]
pub fn native_func(options: TokenStream, item: TokenStream) -> TokenStream {
    func::run(Kind::Native, options.into(), item.into()).into()
}

/// Exports the bytecode stub of a function that is written by hand, under the stub's own name.
///
/// A stub of more than five arguments receives them as OCaml's bytecode interpreter passes them: in an array.
///
/// ```
/// #[unsafe(no_mangle)]
/// pub extern "C" fn doc_incrf(input: f64) -> f64 {
///     input + 1.0
/// }
///
/// #[ocaml::bytecode_func]
/// pub fn doc_incrf_bytecode(input: f64) -> f64 {
///     doc_incrf(input)
/// }
/// ```
///
/// ```ocaml
/// external incrf : float -> float = "doc_incrf_bytecode" "doc_incrf" [@@unboxed] [@@noalloc]
/// ```
#[proc_macro_attribute]
pub fn bytecode_func(options: TokenStream, item: TokenStream) -> TokenStream {
    func::run(Kind::Bytecode, options.into(), item.into()).into()
}

/// Receives a record, tuple or variant from OCaml.
///
/// | Rust | OCaml |
/// |---|---|
/// | struct with named fields | record with the same fields in the same order; flat if all are floats |
/// | tuple struct | tuple |
/// | tuple struct with one field | the field's type itself |
/// | unit struct | `unit`, or a type with one constant constructor |
/// | enum | variant with the same constructors in the same order |
/// | `#[ocaml(unboxed)]`, one field | `[@@unboxed]` |
///
/// A lifetime parameter is the borrow from the OCaml heap.
///
/// ```
/// #[derive(ocaml::FromValue, ocaml::IntoValue)]
/// pub struct Example<'a> {
///     name: &'a str,
///     i: ocaml::Int,
/// }
///
/// #[derive(ocaml::FromValue, ocaml::IntoValue)]
/// pub enum Shape {
///     Circle(f64),
///     Rect { width: f64, height: f64 },
///     Empty,
/// }
/// ```
///
/// ```ocaml
/// type example = { name : string; i : int }
/// type shape = Circle of float | Rect of { width : float; height : float } | Empty
/// ```
#[proc_macro_derive(FromValue, attributes(ocaml))]
pub fn derive_from_value(item: TokenStream) -> TokenStream {
    derive::run(Direction::FromValue, item.into()).into()
}

/// Gives a record, tuple or variant to OCaml: the opposite of [`FromValue`](derive.FromValue.html), with the same
/// rules.
#[proc_macro_derive(IntoValue, attributes(ocaml))]
pub fn derive_into_value(item: TokenStream) -> TokenStream {
    derive::run(Direction::IntoValue, item.into()).into()
}
