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
//! | exporting a constant | [`constant`](macro@constant) |
//! | types that cross the boundary | [`FromValue`], [`IntoValue`] and their derive macros |
//! | OCaml values in place | [`Value`], and the types on the right of the second table |
//! | numbers outside the heap | [`bigarray`] |
//! | Rust values that OCaml holds | [`mod@custom`], [`derive@Custom`], [`methods`] |
//! | calling OCaml, and Rust closures that OCaml calls | [`Function`], [`call!`], [`import!`], [`named_value`] |
//! | methods of OCaml objects | [`object!`] |
//! | allocating, and serving signals in a long computation | [`Runtime`] |
//! | OCaml's other threads while Rust works, and Rust threads that call OCaml | [`Runtime::release`], [`Runtime::attach`] |
//! | a Rust program that runs OCaml code | `Runtime::init` (feature `link`), and the crate `ocaml-build`, which links the code |
//! | exceptions | [`Error`]; [`Exception`] for those of your own, [`Exn`] for any as a value; [`ConversionError`] for what does not fit its type |
//! | panics | exceptions too: `Rust_panic of string` if OCaml registers one by that name with `Callback.register_exception`, otherwise `Failure`; [`report_panics`] silences the message on standard error |
//! | values that outlive a call | [`Root`]; [`WeakRoot`] does not keep them alive |
//! | pointers of Rust or C that OCaml hands around | [`Abstract`] |
//! | the OCaml type of a type of one's own, for printed interfaces | [`Describe`]; [`abstract_type!`] for one that OCaml knows nothing about |
//! | `extern "C"` by hand | [`body!`], [`Raw`], [`Runtime::recover`], [`sys`] |
//!
//! # Types
//!
//! Copied, both ways unless noted. What does not fit (a number out of range, text that is not UTF-8, an array of the
//! wrong length) is an error that names the place.
//!
//! | Rust | OCaml |
//! |---|---|
//! | `()`, `bool`, `i8` to `u16`, `isize`, `usize` | `unit`, `bool`, `int` |
//! | `i32`, `u32`; `i64`, `u64`; [`Nativeint`] | `int32`; `int64`; `nativeint` |
//! | `NonZero` of any of them; [`Ordering`](core::cmp::Ordering) | the same, but 0 is an error; `int` by its sign |
//! | `BigInt`, `BigUint` of the crate `num-bigint` (its feature) | Zarith's `Z.t` |
//! | `f32`, `f64`; [`Complex`] | `float`; `Complex.t` |
//! | [`Seconds`], [`UnixTime`] | `float` |
//! | `char` | `Uchar.t` |
//! | `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>` | `string` |
//! | `&Path`, `PathBuf`, `&OsStr`, `OsString`, and `Cow` of them | `string` |
//! | `&[u8]`, `Vec<u8>`, `[u8; N]`, `Box<[u8]>` | `bytes`, or any `string` |
//! | `Vec<A>`, `&[A]` (given only), `[A; N]`, `VecDeque<A>`, `Box<[A]>`, `Rc<[A]>`, `Arc<[A]>` | `'a array`, flat for floats |
//! | `LinkedList<A>`, `BTreeSet<A>`, `HashSet<A>` | `'a list` |
//! | `BTreeMap<A, B>`, `HashMap<A, B>` | `('a * 'b) list` |
//! | tuples of 2 to 21 | tuples |
//! | `Option<A>`, `Result<A, B>`, [`Either<A, B>`](Either) | `'a option`, `('a, 'b) result`, `('a, 'b) Either.t` |
//! | `Box<A>`, `Rc<A>`, `Arc<A>` | as `A` |
//! | derived structs and enums | records, tuples, variants |
//!
//! Read in place. Reading allocates nothing on the OCaml heap; most can be made as well.
//!
//! | Rust | OCaml |
//! |---|---|
//! | `&str`, `&[u8]`, `&Path`, `&OsStr`, `&[Value]` | `string`, `bytes`, `string`, `'a array` |
//! | [`Exn`] | `exn` |
//! | [`Value`]; [`Array<A>`](Array), [`List<A>`](List) | any; `'a array`, `'a list` |
//! | [`FloatArray`], [`Bytes`], [`Buffer`] | `floatarray`, `bytes`, `Buffer.t` |
//! | [`Ref<A>`](Ref), [`Lazy<A>`](Lazy) | `'a ref`, `'a Lazy.t` |
//! | [`Hashtbl<A, B>`](Hashtbl) | `('a, 'b) Hashtbl.t` |
//! | [`Map<A, B>`](Map), [`Set<A>`](Set) | `'b Map.Make(A).t`, `Set.Make(A).t` |
//! | [`bigarray::Array1<A>`](bigarray::Array1) and its like | `Bigarray.Array1.t` and its like |
//! | `&T`, `&mut T`, [`Pointer<T>`](Pointer) for `T:` [`Custom`](trait@Custom) | an abstract type |
//! | [`Function<(A, B), R>`](Function), owned | `'a -> 'b -> 'r` |
//! | [`Seq<A>`](Seq), owned | `'a Seq.t`, one call into OCaml per element |
//! | [`Root<A>`](Root), [`WeakRoot<A>`](WeakRoot), owned | as `A` |
//! | [`Abstract<T>`](Abstract) | an abstract type |
//!
//! # Features
//!
//! None is on by default.
//!
//! | feature | what for |
//! |---|---|
//! | `without-ocamlopt` | documentation and lints on a machine without OCaml; nothing that is built this way can be linked |
//! | `interop` | the crate `ocaml-interop` 0.12 as `ocaml::interop`; its values and roots become ours and back, at no cost |
//! | `link` | OCaml inside a Rust program: `Runtime::init`, `Runtime::init_persistent`; only for programs, since a library for OCaml that has it cannot be loaded by bytecode |
//! | `ndarray` | bigarrays as views of the crate `ndarray`, and its arrays as bigarrays |
//! | `num-bigint` | `num_bigint::BigInt` and `BigUint` as Zarith's `Z.t`; a program without Zarith links, and can hand over what fits an `int` |
//! | `gc-stress` | tests: every end of an exported function runs a minor collection |

#[doc(inline)]
pub use ocaml_core::*;
pub use ocaml_derive::{
    Custom, Exception, FromValue, IntoValue, bytecode_func, constant, func, methods, native_func, sig,
};

/// The README's Rust code is compiled.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
