//! The macros of the [`ocaml`](https://docs.rs/ocaml) crate, which re-exports and documents them.
//!
//! Each macro parses, then checks (collecting all mistakes, each on the user's own tokens), then expands, which
//! cannot fail. What is generated is data and one call into `ocaml::private`.

use proc_macro::TokenStream;

mod constant;
mod custom;
mod derive;
mod describe;
mod errors;
mod func;
mod lifetimes;
mod methods;
mod names;

use derive::Direction;
use func::Kind;

/// Exports a function to OCaml under its own name.
///
/// Arguments are converted with [`FromValue`](trait.FromValue.html), the result with
/// [`IntoValue`](trait.IntoValue.html); `Err(error)` of a `Result<T, ocaml::Error>` and panics are OCaml exceptions. A
/// function with more than five arguments also gets the stub `<name>_bytecode`; one without arguments takes `unit`. For printed
/// interfaces each function gets a symbol `<name>_interface_check`, too, which is called once when the program starts.
///
/// Options, separated by commas:
///
/// * a name: the name of the runtime's token in the body, `gc` if not given
/// * `name = "symbol"`: exports under this symbol
/// * `blocking`: for work that waits or takes long without OCaml: the function runs while the runtime is released, so that
///   OCaml's other threads and domains go on. It gets no token; its arguments are owned (`String`, `Root`), or lent: `&Root`,
///   `&Function`, and `&T` and `&mut T` of types that live on the OCaml heap
/// * `rename = "name"`: its name in the printed interface
/// * `of = "Counter"`: it stands in the OCaml module of this type there
/// * `type = "int -> 'a list -> 'a"`: the OCaml type that the printed interface has, where it is more than the Rust types say
/// * `noalloc`: for `[@@noalloc]`; the function gets no token, so it cannot allocate, and a panic ends the program
/// * `unboxed`: for `[@@unboxed]`, or `[@unboxed]` and `[@untagged]` on each argument; the stub `<name>_bytecode` for
///   boxed values is made too
///
/// Arguments have attributes for the printed interface, `#[ocaml(…)]`:
///
/// * `label`, `label = "name"`: a labelled argument, `name:int`
/// * `optional`, `optional = "name"`: an optional one, `?name:int`, for an `Option<isize>`. OCaml passes `None` for one that is left
///   out, which it knows when it passes an argument without label that stands behind it
/// * `type = "int list"`: the OCaml type, without the `option` of an optional argument
///
/// ```
/// #[ocaml::func]
/// pub fn doc_open(#[ocaml(optional)] mode: Option<u16>, #[ocaml(label = "in_")] folder: &str, name: &str) -> String {
///     format!("{folder}/{name}:{:o}", mode.unwrap_or(0o644))
/// }
/// ```
///
/// ```ocaml
/// external open_ : ?mode:int -> in_:string -> string -> string = "doc_open"
/// ```
///
/// The function stays callable from Rust under its own name; if its body uses the token, that becomes its first
/// parameter. Two kinds of functions are not callable from Rust: those that use the implicit token *and* take
/// arguments that may borrow from the OCaml heap, and those whose result borrows, without a named lifetime, from none or
/// one of several arguments. They are if the token is taken explicitly, as first parameter `gc: &ocaml::Runtime`, or if
/// the lifetimes are named. Do so also where the body comes out of another macro and cannot see `gc`, where it names a
/// lifetime of the signature, or where the function has attributes of its own.
///
/// The `unsafe` of the shim is the macro's own, and a crate may forbid it to itself:
///
/// ```
/// #![forbid(unsafe_code)]
///
/// #[ocaml::func]
/// pub fn doc_forbid(name: &str, times: usize) -> String {
///     name.repeat(times)
/// }
///
/// /// With values that live in the body.
/// #[ocaml::func]
/// pub fn doc_forbid_pair(value: ocaml::Value) -> ocaml::Value {
///     ocaml::Value::tuple(gc, [value, value])
/// }
///
/// #[ocaml::func(unboxed, noalloc)]
/// pub fn doc_forbid_unboxed(x: f64) -> f64 {
///     x.sqrt()
/// }
/// # fn main() {}
/// ```
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

/// The OCaml type of an exported function, where it is more than the Rust types say: `#[ocaml::sig("'a -> 'b -> 'a * 'b")]`.
///
/// It is what the printed interface has. That it has as many arguments as the function is checked; that they are the right
/// ones is trusted, as in an `external`. `#[ocaml::func(type = "…")]` is the same.
///
/// ```
/// #[ocaml::func]
/// #[ocaml::sig("'a -> 'b -> 'a * 'b")]
/// pub fn doc_both(a: ocaml::Value, b: ocaml::Value) -> ocaml::Value {
///     ocaml::Value::tuple(gc, [a, b])
/// }
/// ```
#[proc_macro_attribute]
pub fn sig(ty: TokenStream, item: TokenStream) -> TokenStream {
    func::sig(ty.into(), item.into()).into()
}

/// A constant that OCaml has as a value, in the printed interface: `val max_depth : int`.
///
/// Any type that can be given to OCaml and is described will do. OCaml asks for the value once, when its module starts, by a
/// function of no argument under the constant's name in small letters; so it is never older than the archive.
///
/// | option | meaning |
/// |---|---|
/// | `name = "symbol"` | the symbol of that function |
/// | `rename = "name"` | the name in OCaml |
/// | `of = "Type"` | the constant is in the OCaml module of that type |
///
/// ```
/// /// How deep a document may be nested.
/// #[ocaml::constant]
/// pub const DOC_MAX_DEPTH: usize = 64;
///
/// #[ocaml::constant(name = "doc_version_text", rename = "version")]
/// pub const DOC_VERSION: &str = env!("CARGO_PKG_VERSION");
/// ```
///
/// ```ocaml
/// val doc_max_depth : int
/// (** How deep a document may be nested. *)
///
/// val version : string
/// ```
#[proc_macro_attribute]
pub fn constant(options: TokenStream, item: TokenStream) -> TokenStream {
    constant::run(options.into(), item.into()).into()
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
/// | enum | variant with the same constructors in the same order; named fields are an inline record |
/// | enum with `#[ocaml(polymorphic_variant)]` | polymorphic variant with the same tags in any order |
/// | struct or enum with `#[ocaml(unboxed)]` | `[@@unboxed]` |
///
/// Fields and constructors are told apart by their places and numbers, which are OCaml's; names matter for
/// the tags of polymorphic variants, and error messages use them (`Example.name: expected a string, found the int 0`).
///
/// A lifetime parameter is the borrow from the OCaml heap. A type parameter `T` needs `T: FromValue` where `T` stands in
/// a field, and `T::Item: FromValue` for a `T::Item`.
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
///     Group(Vec<Shape>),
///     Empty,
/// }
/// ```
///
/// ```ocaml
/// type example = { name : string; i : int }
///
/// type shape =
///   | Circle of float
///   | Rect of { width : float; height : float }
///   | Group of shape array
///   | Empty
/// ```
///
/// # Attributes
///
/// Several may stand in one `#[ocaml(…)]`, separated by commas. They hold for both derives.
///
/// | attribute | on | meaning |
/// |---|---|---|
/// | `unboxed` | type | `[@@unboxed]`: the representation of the one field. An enum has one constructor with one argument |
/// | `polymorphic_variant` | enum | constructors are tags, known by the hash of their names |
/// | `rename_all = "convention"` | type | the names of the fields, or of the constructors: `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, `Snake_case` (OCaml's own constructors), `SCREAMING_SNAKE_CASE` |
/// | `rename = "name"` | constructor, field | the name in OCaml |
/// | `mutable` | field | `mutable` in OCaml. Conversions copy, so a later write is not seen on the other side |
/// | `skip` | field | OCaml does not have it: `Default::default()` when it is received |
/// | `skip, default = "path"` | field | the same, filled by the function `path()`; `default` alone is `Default` |
/// | `skip` | constructor | OCaml does not have it: giving it to OCaml is `Invalid_argument` with its name |
/// | `extern = "Zarith.Z.t"` | type | OCaml has the type already, under this path: the printed interface does not define it. Trusted |
/// | `type = "int list"` | field | what the printed interface has as its type. Trusted |
/// | `no_bound` | type parameter | the impls do not need `T: FromValue`, for a phantom parameter of a field's type |
///
/// What is skipped does not count for the number of fields and constructors, nor for whether all fields are floats; a
/// record without any other field is `unit`. A `PhantomData` is skipped by itself.
///
/// # Floats
///
/// OCaml stores a record flat when the types of all fields are `float`, also by another name or in an unboxed type.
/// The derive sees the same, however the Rust types are called. As in OCaml, a field of a type parameter is never
/// flat; a generic newtype of a float is.
///
/// ```
/// use std::marker::PhantomData;
///
/// type Real = f64;
///
/// #[derive(ocaml::FromValue, ocaml::IntoValue)]
/// pub struct Length<Unit>(Real, PhantomData<Unit>); // type 'unit length = float
///
/// #[derive(ocaml::FromValue, ocaml::IntoValue)]
/// pub struct Segment<#[ocaml(no_bound)] Unit> {
///     from: Length<Unit>,
///     to: Length<Unit>,
/// }
///
/// #[derive(ocaml::FromValue, ocaml::IntoValue)]
/// #[ocaml(unboxed)]
/// pub enum Angle {
///     Radians { radians: f64 },
/// }
/// ```
///
/// ```ocaml
/// type 'unit length = float
/// type 'unit segment = { from : 'unit length; to' : 'unit length } (* flat *)
/// type angle = Radians of { radians : float } [@@unboxed]
/// ```
///
/// # Polymorphic variants
///
/// A tag without an argument is a number, one with arguments a block; several arguments are a tuple, as in OCaml. Two
/// tags with the same hash do not compile. An unknown tag is an error with its hash
/// (`ocaml::hash_variant` computes hashes).
///
/// ```
/// #[derive(ocaml::FromValue, ocaml::IntoValue)]
/// #[ocaml(polymorphic_variant)]
/// pub enum Color {
///     Red,
///     #[ocaml(rename = "dark_blue")]
///     DarkBlue,
///     Gray(f64),
///     Rgb(u8, u8, u8),
/// }
/// ```
///
/// ```ocaml
/// type color = [ `Red | `dark_blue | `Gray of float | `Rgb of int * int * int ]
/// ```
///
/// # What OCaml does not have
///
/// ```
/// fn now() -> std::time::Instant {
///     std::time::Instant::now()
/// }
///
/// #[derive(ocaml::FromValue, ocaml::IntoValue)]
/// pub struct Job {
///     #[ocaml(mutable)]
///     priority: ocaml::Int,
///     #[ocaml(rename = "end_")]
///     end: f64,
///     #[ocaml(skip)]
///     cache: Option<Vec<u8>>,
///     #[ocaml(skip, default = "now")]
///     received: std::time::Instant,
/// }
///
/// #[derive(ocaml::FromValue, ocaml::IntoValue)]
/// pub enum Event {
///     Key(u8),
///     Quit,
///     #[ocaml(skip)]
///     Wake(std::thread::ThreadId),
/// }
/// ```
///
/// ```ocaml
/// type job = { mutable priority : int; end_ : float }
/// type event = Key of char | Quit
/// ```
///
/// # Limits
///
/// OCaml 5 has tags for 244 constructors with arguments, OCaml 4 for 246; constant constructors are not limited.
/// A type that contains itself, in a `Box` or `Vec`, is converted by recursion: a value that is nested very deeply
/// needs as much stack as any other recursive function, and one that contains itself has no end.
#[proc_macro_derive(FromValue, attributes(ocaml))]
pub fn derive_from_value(item: TokenStream) -> TokenStream {
    derive::run(Direction::FromValue, item.into()).into()
}

/// Gives a record, tuple or variant to OCaml: the opposite of [`FromValue`](derive.FromValue.html), with the same
/// rules and attributes.
#[proc_macro_derive(IntoValue, attributes(ocaml))]
pub fn derive_into_value(item: TokenStream) -> TokenStream {
    derive::run(Direction::IntoValue, item.into()).into()
}

/// Declares an OCaml exception in Rust: raised by `Err` and `?`, received from OCaml with its arguments.
///
/// | Rust | OCaml |
/// |---|---|
/// | `struct Closed;` | `exception Closed` |
/// | `struct Closed(String);` | `exception Closed of string` |
/// | `struct Refused(String, Int);` | `exception Refused of string * int` |
/// | `struct Limit { most: f64 }` | `exception Limit of { most : float }` |
/// | `enum` | one exception for each variant |
///
/// An exported function raises it as the `Err` of a `Result<T, Closed>`, or of a `Result<T, ocaml::Error>` with `?`. It is
/// built when it is raised: until then it is a Rust value like any other. The derive also implements `IntoValue` and
/// `FromValue`, for OCaml's type `exn`; from an `ocaml::Error` that OCaml raised, `Error::downcast` makes it again.
///
/// ```
/// #[derive(Debug, ocaml::Exception)]
/// #[ocaml(module = "Door")]
/// pub enum DoorError {
///     Locked,
///     Broken(String),
///     Narrow { width: f64 },
/// }
///
/// #[ocaml::func]
/// pub fn doc_open_door(door: &str) -> Result<(), DoorError> {
///     match door {
///         "front" => Ok(()),
///         "back" => Err(DoorError::Locked),
///         _ => Err(DoorError::Broken(door.to_owned())),
///     }
/// }
///
/// #[ocaml::func]
/// pub fn doc_walk_in(width: f64) -> Result<(), ocaml::Error> {
///     if width < 0.5 {
///         Err(DoorError::Narrow { width })?;
///     }
///     Ok(doc_open_door("front")?)
/// }
/// ```
///
/// ```ocaml
/// (* door.ml *)
/// exception Locked
/// exception Broken of string
/// exception Narrow of { width : float }
///
/// let () =
///   Callback.register_exception "Door.Locked" Locked;
///   Callback.register_exception "Door.Broken" (Broken "");
///   Callback.register_exception "Door.Narrow" (Narrow { width = 0. })
///
/// external open_door : string -> unit = "doc_open_door"
/// ```
///
/// # Which exception it is in OCaml
///
/// The one that OCaml has registered with `Callback.register_exception` under the exception's full name: the name of the
/// Rust crate (or what `module` says), a dot, and the name of the struct or variant (or what `rename` says), for instance
/// `my_lib.Closed`. Handlers then match it by its declaration. What is registered must have arguments of
/// just these types: like an `external`, that is trusted.
///
/// OCaml need not declare it. Then the exception is made by Rust when it is first raised, one for the whole program:
/// `Printexc` prints it with its full name and arguments, and `| exn ->` catches it. One that OCaml registers later is used
/// from then on, so register exceptions where the program starts.
///
/// # Attributes
///
/// | attribute | on | meaning |
/// |---|---|---|
/// | `module = "My_lib"` | type | what stands before the dot, instead of the crate's name; `""`: nothing, and no dot |
/// | `rename = "Name"` | struct, variant, field | the name in OCaml |
/// | `rename_all = "convention"` | type | as for `FromValue` |
/// | `no_from` | type | no `From` for `ocaml::Error` |
/// | `skip`, `default`, `mutable` | field | as for `FromValue` |
///
/// A type that implements `std::error::Error` needs `no_from`, because `ocaml::Error` has a `From` for all of those
/// already, which raises `Failure`. Functions that return `Result<T, Self>` raise the exception all the same; elsewhere
/// write `.map_err(ocaml::Error::own)?`.
///
/// ```
/// #[derive(Debug, ocaml::Exception)]
/// #[ocaml(no_from)]
/// pub struct Refused(String, ocaml::Int);
///
/// impl std::fmt::Display for Refused {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         write!(f, "{} refused (code {})", self.0, self.1)
///     }
/// }
///
/// impl std::error::Error for Refused {}
///
/// #[ocaml::func]
/// pub fn doc_refuse(who: String) -> Result<(), Refused> {
///     Err(Refused(who, 42))
/// }
/// ```
#[proc_macro_derive(Exception, attributes(ocaml))]
pub fn derive_exception(item: TokenStream) -> TokenStream {
    derive::run_exception(item.into()).into()
}

/// Makes a type one whose values live on the OCaml heap: abstract in OCaml, used as `&T`, `&mut T` or `ocaml::Pointer<T>`
/// in Rust, dropped when OCaml does not need them any more. See the module `ocaml::custom`.
///
/// The type is `Send + 'static`; `&T` as an argument needs `T: Sync` too. A function gives a value to OCaml by returning
/// it.
///
/// | attribute of the type | meaning |
/// |---|---|
/// | `frozen` | never lent as `&mut T`: using it costs nothing. `T: Sync` |
/// | `local` | for types that are not `Sync`: a value is used only by the thread that made it; elsewhere it is an exception |
/// | `compare` | OCaml's `compare`, `=`, `<`…, from `Ord` |
/// | `hash` | `Hashtbl.hash`, from `Hash`; the type is `frozen` |
/// | `marshal` | OCaml's `Marshal`, from the trait `ocaml::custom::Marshal` |
/// | `drop_at_exit` | what is alive at the end of the program is dropped then; not for a `frozen` type |
/// | `to_string` | exports `<type>_to_string`, from `Display` |
/// | `debug` | exports `<type>_debug`, from `Debug`; printed interfaces have a `pp` too, for `%a` and `#install_printer` |
/// | `heap_size = "Self::method"` | how many bytes the value owns, for the collector's accounting: `fn(&T) -> usize` |
/// | `name = "prefix"` | what the exported names begin with, in place of the type's name in snake case |
/// | `extern = "My_lib.t"` | OCaml has the type already, under this path: the printed interface does not define it |
///
/// | attribute of a field | meaning |
/// |---|---|
/// | `get` | exports `<type>_get_<field>`, which gives a clone |
/// | `set` | exports `<type>_set_<field>` |
///
/// ```
/// #[derive(ocaml::Custom, PartialEq, Eq, PartialOrd, Ord, Debug)]
/// #[ocaml(compare, debug)]
/// pub struct DocPoint {
///     #[ocaml(get, set)]
///     x: i64,
///     #[ocaml(get)]
///     label: String,
/// }
///
/// #[ocaml::func]
/// pub fn doc_point(x: i64, label: String) -> DocPoint {
///     DocPoint { x, label }
/// }
/// ```
///
/// ```ocaml
/// module Doc_point : sig
///   type t
///
///   external get_x : t -> int64 = "doc_point_get_x"
///   external set_x : t -> int64 -> unit = "doc_point_set_x"
///   external get_label : t -> string = "doc_point_get_label"
///   external debug : t -> string = "doc_point_debug"
///   val pp : Format.formatter -> t -> unit
/// end
///
/// external doc_point : int64 -> string -> Doc_point.t = "doc_point"
/// ```
#[proc_macro_derive(Custom, attributes(ocaml))]
pub fn derive_custom(item: TokenStream) -> TokenStream {
    custom::run(item.into()).into()
}

/// Exports each `pub fn` of an impl block, as [`func`](macro@func) does, under the type's name in snake case, an underscore,
/// and its own name: `counter_incr`.
///
/// `&self` and `&mut self` borrow the value for the call; `self` takes it out: later uses are `Invalid_argument`, "this
/// Counter is closed". The token is used as in functions; as a parameter it stands behind `self`. A method with `&self` or
/// `&mut self` that uses `gc` without declaring it is not callable from Rust.
///
/// `#[ocaml(name = "symbol")]` and the other options of [`func`](macro@func) may stand on a method, and `#[ocaml(skip)]`
/// on one that is not exported. `#[ocaml::methods(prefix = "name")]` replaces the type's name, where two types have the
/// same, or for `impl Stack<String>`.
///
/// ```
/// #[derive(ocaml::Custom)]
/// pub struct DocStack(Vec<String>);
///
/// #[ocaml::methods]
/// impl DocStack {
///     pub fn new() -> Self {
///         DocStack(Vec::new())
///     }
///
///     pub fn push(&mut self, text: String) {
///         self.0.push(text);
///     }
///
///     pub fn top(&self) -> Option<&str> {
///         self.0.last().map(|text| text.as_str())
///     }
///
///     pub fn into_array(self) -> Vec<String> {
///         self.0
///     }
/// }
/// ```
///
/// ```ocaml
/// module Doc_stack : sig
///   type t
///
///   external make : unit -> t = "doc_stack_new"
///   external push : t -> string -> unit = "doc_stack_push"
///   external top : t -> string option = "doc_stack_top"
///   external into_array : t -> string array = "doc_stack_into_array"
/// end
/// ```
#[proc_macro_attribute]
pub fn methods(options: TokenStream, item: TokenStream) -> TokenStream {
    methods::run(options.into(), item.into()).into()
}
