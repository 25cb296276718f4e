//! Each row of the table of types, proven by round trips: Rust and OCaml make the same random values, and compare what
//! crosses with their own.

mod bigarrays;
mod derived;
mod in_place;
mod random;
mod std_types;

use std::collections::{BTreeMap, LinkedList};

use ocaml::{FromValue, Int, IntoValue};
use random::{Arbitrary, Random, arbitrary};

/// For each row `<name>_make`, whose result OCaml compares with its own value, and `<name>_same`, which compares with
/// Rust's.
macro_rules! rows {
    ($($make:ident $same:ident: $ty:ty;)*) => {$(
        #[ocaml::func]
        pub fn $make(seed: Int) -> $ty {
            Arbitrary::arbitrary(&mut Random::new(seed), DEPTH)
        }

        #[ocaml::func]
        pub fn $same(seed: Int, value: $ty) -> bool {
            let mine: $ty = Arbitrary::arbitrary(&mut Random::new(seed), DEPTH);
            value == mine
        }
    )*};
}

use rows;

/// The same for what is not made of Rust's value alone, or not compared by `==`: `mine` is the value that a row compares
/// with.
macro_rules! rows_by {
    ($(
        $make:ident $same:ident: $ty:ty = $mine_ty:ty,
        |$gc:ident, $mine:ident| $build:expr,
        |$value:ident| $equal:expr;
    )*) => {$(
        #[ocaml::func]
        pub fn $make($gc: &ocaml::Runtime, seed: Int) -> $ty {
            let $mine: $mine_ty = Arbitrary::arbitrary(&mut Random::new(seed), DEPTH);
            $build
        }

        #[ocaml::func]
        pub fn $same($gc: &ocaml::Runtime, seed: Int, $value: $ty) -> Result<bool, ocaml::Error> {
            let _ = $gc;
            let $mine: $mine_ty = Arbitrary::arbitrary(&mut Random::new(seed), DEPTH);
            Ok($equal)
        }
    )*};
}

use rows_by;

/// The same for what Rust only reads.
macro_rules! rows_read {
    ($($same:ident: $ty:ty = $mine_ty:ty, |$value:ident, $mine:ident| $equal:expr;)*) => {$(
        #[ocaml::func]
        pub fn $same(seed: Int, $value: $ty) -> Result<bool, ocaml::Error> {
            let $mine: $mine_ty = Arbitrary::arbitrary(&mut Random::new(seed), DEPTH);
            Ok($equal)
        }
    )*};
}

use rows_read;

const DEPTH: u32 = 6;

type Results = LinkedList<Result<Vec<f64>, String>>;
type Deep = Vec<Option<(Results, BTreeMap<isize, Vec<u8>>)>>;

rows! {
    prop_unit_make prop_unit_same: ();
    prop_bool_make prop_bool_same: bool;
    prop_int_make prop_int_same: isize;
    prop_uint_make prop_uint_same: usize;
    prop_u8_make prop_u8_same: u8;
    prop_i8_make prop_i8_same: i8;
    prop_u16_make prop_u16_same: u16;
    prop_i16_make prop_i16_same: i16;
    prop_i32_make prop_i32_same: i32;
    prop_u32_make prop_u32_same: u32;
    prop_i64_make prop_i64_same: i64;
    prop_u64_make prop_u64_same: u64;
    prop_f64_make prop_f64_same: f64;
    prop_f32_make prop_f32_same: f32;
    prop_string_make prop_string_same: String;
    prop_bytes_make prop_bytes_same: Vec<u8>;
    prop_option_make prop_option_same: Option<Option<String>>;
    prop_result_make prop_result_same: Result<f64, String>;
    prop_tuple_make prop_tuple_same: (isize, f64, String);
    prop_array_make prop_array_same: Vec<Option<isize>>;
    prop_floats_make prop_floats_same: Vec<f64>;
    prop_singles_make prop_singles_same: Vec<f32>;
    prop_list_make prop_list_same: LinkedList<(String, i64)>;
    prop_map_make prop_map_same: BTreeMap<String, Vec<f64>>;
    prop_deep_make prop_deep_same: Deep;
    prop_record_make prop_record_same: Record;
    prop_point_make prop_point_same: Vec<Point>;
    prop_tree_make prop_tree_same: Tree;
    prop_json_make prop_json_same: Json;
}

#[derive(PartialEq, FromValue, IntoValue)]
pub struct Record {
    name: String,
    weight: f64,
    tags: LinkedList<String>,
    next: Option<Box<Record>>,
}

arbitrary!(Record, |random, depth| Record {
    name: Arbitrary::arbitrary(random, depth),
    weight: Arbitrary::arbitrary(random, depth),
    tags: random.many(depth),
    next: match depth {
        0 => None,
        _ => Arbitrary::arbitrary(random, depth - 1),
    },
});

/// Flat.
#[derive(PartialEq, FromValue, IntoValue)]
pub struct Point {
    x: f64,
    y: f64,
}

arbitrary!(Point, |random, depth| Point {
    x: Arbitrary::arbitrary(random, depth),
    y: Arbitrary::arbitrary(random, depth),
});

#[derive(PartialEq, FromValue, IntoValue)]
pub enum Tree {
    Leaf,
    Empty,
    Number(f64),
    Named { name: String, value: i32 },
    Pair(Box<Tree>, Box<Tree>),
    Many(Vec<Tree>),
    Point(Point),
}

impl Arbitrary for Tree {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        let inner = depth.saturating_sub(1);
        match random.below(if depth == 0 { 5 } else { 7 }) {
            0 => Tree::Leaf,
            1 => Tree::Empty,
            2 => Tree::Number(Arbitrary::arbitrary(random, inner)),
            3 => Tree::Named {
                name: Arbitrary::arbitrary(random, inner),
                value: Arbitrary::arbitrary(random, inner),
            },
            4 => Tree::Point(Arbitrary::arbitrary(random, inner)),
            5 => {
                let left = Arbitrary::arbitrary(random, inner);
                Tree::Pair(left, Arbitrary::arbitrary(random, inner))
            }
            _ => Tree::Many(random.many(inner)),
        }
    }
}

#[derive(PartialEq, FromValue, IntoValue)]
#[ocaml(polymorphic_variant)]
pub enum Json {
    Null,
    Bool(bool),
    Float(f64),
    String(String),
    List(LinkedList<Json>),
    Assoc(LinkedList<(String, Json)>),
    Pair(isize, Box<Json>),
}

impl Arbitrary for Json {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        let inner = depth.saturating_sub(1);
        match random.below(if depth == 0 { 4 } else { 7 }) {
            0 => Json::Null,
            1 => Json::Bool(Arbitrary::arbitrary(random, inner)),
            2 => Json::Float(Arbitrary::arbitrary(random, inner)),
            3 => Json::String(Arbitrary::arbitrary(random, inner)),
            4 => Json::List(random.many(inner)),
            5 => Json::Assoc(random.many(inner)),
            _ => {
                let number = Arbitrary::arbitrary(random, inner);
                Json::Pair(number, Arbitrary::arbitrary(random, inner))
            }
        }
    }
}
