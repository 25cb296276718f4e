//! Shapes of types, for the printed interface: `shapes.ml` and `shapes.mli` beside this are printed from it, and
//! `round_trip.ml` sends values through each function.

// Clippy takes what the macros write for the user's own where it has the spans of his types.
#![deny(clippy::manual_let_else)]

use std::collections::{BTreeMap, BTreeSet, LinkedList};

use ocaml::bigarray::Array1;
use ocaml::{
    Array, Buffer, Bytes, Complex, Either, FloatArray, FromValue, Function, Hashtbl, Int, IntoValue, Lazy, List, Map,
    Nativeint, Ref, Root, Seq, Set, Value,
};

mod errors;
mod inner;
mod methods;
mod objects;

/// Functions that give back what they get.
macro_rules! same {
    ($($(#[$doc:meta])* $name:ident: $ty:ty;)*) => {$(
        $(#[$doc])*
        #[ocaml::func]
        pub fn $name(value: $ty) -> $ty {
            value
        }
    )*};
}

// Types of the library.
same! {
    shapes_unit: ();
    shapes_bool: bool;
    shapes_int: Int;
    shapes_byte: u8;
    shapes_int32: i32;
    shapes_int64: u64;
    shapes_nativeint: Nativeint;
    shapes_float: f64;
    shapes_complex: Complex;
    shapes_char: char;
    shapes_string: String;
    shapes_text: &str;
    shapes_bytes: Vec<u8>;
    shapes_option: Option<Int>;
    shapes_nested_option: Option<Option<bool>>;
    shapes_result: Result<Int, String>;
    shapes_either: Either<Int, String>;
    shapes_pair: (Int, String);
    shapes_triple: (Int, (f64, bool), Option<char>);
    shapes_array: Vec<Int>;
    shapes_floats: Vec<f64>;
    shapes_array_of_pairs: Vec<(Int, String)>;
    shapes_three: [Int; 3];
    shapes_list: LinkedList<Int>;
    shapes_list_of_lists: LinkedList<LinkedList<String>>;
    shapes_bindings: BTreeMap<String, Int>;
    shapes_sorted: BTreeSet<Int>;
    shapes_boxed: Box<Int>;
}

// Values of OCaml's library in place.
same! {
    shapes_array_in_place: Array<Int>;
    shapes_list_in_place: List<String>;
    shapes_floatarray: FloatArray;
    shapes_bytes_in_place: Bytes;
    shapes_buffer: Buffer;
    shapes_ref: Ref<Int>;
    shapes_lazy: Lazy<Int>;
    shapes_seq: Seq<Int>;
    shapes_hashtbl: Hashtbl<String, Int>;
    shapes_map: Map<String, Int>;
    shapes_set: Set<Int>;
    shapes_bigarray: Array1<f64>;
}

/// A record: `name` and a count.
#[derive(FromValue, IntoValue)]
pub struct Named {
    /// What it is called.
    name: String,
    count: Int,
}

/// Flat.
#[derive(FromValue, IntoValue)]
pub struct Point {
    x: f64,
    y: f64,
}

#[derive(FromValue, IntoValue)]
pub struct Cell {
    #[ocaml(mutable)]
    content: Option<String>,
    #[ocaml(rename = "type_")]
    r#type: Int,
}

#[derive(FromValue, IntoValue)]
pub struct One {
    only: Int,
}

/// The printed module registers what this needs.
#[ocaml::func]
pub fn shapes_force(lazy: Root<Lazy<'static, Int>>) -> Result<Int, ocaml::Error> {
    lazy.force(gc)
}

/// How many there are of something.
#[ocaml::constant]
pub const SHAPES_MANY: usize = 12;

#[ocaml::constant(rename = "pi")]
pub const SHAPES_PI: f64 = std::f64::consts::PI;

#[ocaml::constant]
pub const SHAPES_TEXTS: (&str, [&str; 2], &[u8]) = ("größer", ["a", "b"], b"\x00\xff");

/// A name that is a keyword in OCaml and in Rust.
#[ocaml::constant(name = "shapes_constant_type")]
pub const TYPE: Option<char> = Some('x');

/// A record.
#[ocaml::constant]
pub const SHAPES_ORIGIN: Point = Point { x: 0.0, y: 0.0 };

#[ocaml::constant]
#[cfg(any())]
pub const SHAPES_ABSENT: NoType = 1;

#[ocaml::constant]
#[cfg_attr(all(), cfg(any()))]
pub const SHAPES_ABSENT_TOO: NoType = 1;

#[derive(FromValue, IntoValue)]
#[ocaml(unboxed)]
pub struct Id {
    id: Int,
}

#[derive(FromValue, IntoValue)]
pub struct Couple(Int, String);

/// A newtype.
#[derive(FromValue, IntoValue)]
pub struct Meters(f64);

/// No field.
#[derive(FromValue, IntoValue)]
pub struct Nothing;

#[derive(FromValue, IntoValue)]
pub struct Segment {
    from: Point,
    length: Meters,
    labels: Vec<Named>,
}

/// The predefined type of that name is not hidden.
#[derive(FromValue, IntoValue)]
pub struct Array2 {
    list: LinkedList<One>,
    object: Option<Id>,
}

#[derive(FromValue, IntoValue)]
pub enum Light {
    Red,
    Yellow,
    Green,
}

/// A figure.
#[derive(FromValue, IntoValue)]
pub enum Figure {
    /// By its radius.
    Circle(f64),
    Rect {
        width: f64,
        height: f64,
    },
    Path(Vec<Point>, bool),
    Empty,
}

#[derive(FromValue, IntoValue)]
#[ocaml(unboxed)]
pub enum Angle {
    Radians(f64),
}

#[derive(FromValue, IntoValue)]
pub enum Single {
    Single(Int),
}

#[derive(FromValue, IntoValue)]
#[ocaml(polymorphic_variant)]
pub enum Color {
    Red,
    #[ocaml(rename = "dark_blue")]
    DarkBlue,
    Gray(f64),
    Rgb(u8, u8, u8),
}

#[derive(FromValue, IntoValue)]
pub enum Tree {
    Leaf,
    Node(Box<Tree>, Int, Box<Tree>),
}

#[derive(FromValue, IntoValue)]
pub struct Directory {
    entries: Vec<Entry>,
}

#[derive(FromValue, IntoValue)]
pub enum Entry {
    File { name: String, size: i64 },
    Directory(String, Directory),
}

#[derive(FromValue, IntoValue)]
pub struct Both<A, B> {
    first: A,
    second: B,
}

#[derive(FromValue, IntoValue)]
pub enum Chain<A> {
    End,
    Link(A, Box<Chain<A>>),
}

#[derive(FromValue, IntoValue)]
pub struct Bounded<A>
where
    A: Clone,
{
    items: Vec<A>,
}

#[derive(FromValue, IntoValue)]
pub struct Borrowed<'a> {
    text: &'a str,
    any: (&'a str, Int),
}

/// OCaml's own type for it.
#[derive(FromValue, IntoValue)]
#[ocaml(extern = "Lexing.position")]
pub struct Position {
    pos_fname: String,
    pos_lnum: Int,
    pos_bol: Int,
    pos_cnum: Int,
}

/// A field whose type is written by hand.
#[derive(FromValue, IntoValue)]
pub struct ByHand {
    #[ocaml(type = "Char.t * int")]
    letter: (u8, Int),
}

#[derive(FromValue, IntoValue)]
pub struct Skipping {
    kept: Int,
    #[ocaml(skip)]
    skipped: std::marker::PhantomData<Int>,
}

// Derived types.
same! {
    shapes_named: Named;
    shapes_point: Point;
    shapes_cell: Cell;
    shapes_one: One;
    shapes_id: Id;
    shapes_couple: Couple;
    shapes_meters: Meters;
    shapes_nothing: Nothing;
    shapes_segment: Segment;
    shapes_array2: Array2;
    shapes_light: Light;
    shapes_figure: Figure;
    shapes_angle: Angle;
    shapes_single: Single;
    shapes_color: Color;
    shapes_tree: Tree;
    shapes_directory: Directory;
    shapes_both: Both<Int, Both<String, f64>>;
    shapes_chain: Chain<(Int, bool)>;
    shapes_bounded: Bounded<Int>;
    shapes_borrowed: Borrowed;
    shapes_position: Position;
    shapes_by_hand: ByHand;
    shapes_skipping: Skipping;
}

// Functions.

/// A function goes in, its result comes out.
#[ocaml::func]
pub fn shapes_apply(f: Function<(Int, String), Option<Int>>, n: Int) -> Result<Option<Int>, ocaml::Error> {
    f.call(gc, (n, n.to_string()))
}

#[ocaml::func]
pub fn shapes_no_argument() -> Int {
    42
}

#[ocaml::func]
pub fn shapes_six(a: Int, b: f64, c: &str, d: bool, e: char, f: Option<Int>) -> String {
    format!("{a} {b} {c} {d} {e} {f:?}")
}

/// Numbers without boxes.
#[ocaml::func(unboxed, noalloc)]
pub fn shapes_scale(x: f64, by: Int) -> f64 {
    x * by as f64
}

#[ocaml::func(noalloc)]
pub fn shapes_successor(n: Int) -> Int {
    n + 1
}

/// Labels, one of which is a keyword, and arguments that may be left out.
#[ocaml::func]
pub fn shapes_labels(
    #[ocaml(optional)] times: Option<usize>,
    #[ocaml(label = "in_")] text: &str,
    #[ocaml(optional, type = "char")] r#end: Option<u8>,
    #[ocaml(label)] callback: Function<(String,), String>,
    _unit: (),
) -> Result<String, ocaml::Error> {
    let mut result = text.repeat(times.unwrap_or(1));
    result.extend(r#end.map(char::from));
    callback.call(gc, (result,))
}

/// Any value.
#[ocaml::func]
pub fn shapes_ignore(_value: Value) {}

/// The type says more than Rust's.
#[ocaml::func]
#[ocaml::sig("'a -> 'b -> 'a * 'b")]
pub fn shapes_pair_of(a: Value, b: Value) -> Value {
    Value::tuple(gc, [a, b])
}

/// Another name in OCaml.
#[ocaml::func(rename = "renamed")]
pub fn shapes_original(n: Int) -> Int {
    n
}

/// What would be a keyword gets a `_`.
#[ocaml::func]
pub fn shapes_method(n: Int) -> Int {
    n
}
