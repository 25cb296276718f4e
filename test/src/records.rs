//! Derived records, tuples and transparent types.

use ocaml::{FromValue, IntoValue, Value};

#[derive(FromValue, IntoValue)]
pub struct Example<'a> {
    name: &'a str,
    i: ocaml::Int,
}

#[ocaml::func]
pub fn incr_example(mut e: Example) -> Example {
    e.i += 1;
    e
}

#[derive(FromValue, IntoValue)]
pub struct Point {
    x: f64,
    y: f64,
}

#[ocaml::func]
pub fn records_swap(p: Point) -> Point {
    Point { x: p.y, y: p.x }
}

pub type Real = f64;

#[derive(Clone, Copy, FromValue, IntoValue)]
pub struct Meters(Real);

/// Flat: every field is a float, behind an alias and a newtype.
#[derive(FromValue, IntoValue)]
pub struct Box3 {
    x: Real,
    y: Meters,
    z: f32,
}

#[ocaml::func]
pub fn records_box3(b: Box3) -> Box3 {
    Box3 {
        x: b.x * 2.0,
        y: Meters(b.y.0 * 2.0),
        z: b.z * 2.0,
    }
}

/// A tuple: never flat.
#[derive(FromValue, IntoValue)]
pub struct Pair(f64, f64);

#[ocaml::func]
pub fn records_pair(p: Pair) -> Pair {
    Pair(p.1, p.0)
}

#[derive(FromValue, IntoValue)]
pub struct OneFloat {
    x: f64,
}

#[ocaml::func]
pub fn records_one_float(o: OneFloat) -> OneFloat {
    OneFloat { x: o.x + 1.0 }
}

#[derive(FromValue, IntoValue)]
pub struct OneString {
    s: String,
}

#[ocaml::func]
pub fn records_one_string(o: OneString) -> OneString {
    OneString { s: o.s + "!" }
}

#[derive(FromValue, IntoValue)]
#[ocaml(unboxed)]
pub struct Wrapped {
    x: f64,
}

#[ocaml::func]
pub fn records_wrapped(w: Wrapped) -> Wrapped {
    Wrapped { x: w.x + 1.0 }
}

#[derive(FromValue, IntoValue)]
pub struct Unit;

#[ocaml::func]
pub fn records_unit(u: Unit) -> Unit {
    u
}

/// A parameterised record is never flat.
#[derive(FromValue, IntoValue)]
pub struct Both<T> {
    left: T,
    right: T,
}

#[ocaml::func]
pub fn records_both_floats(b: Both<f64>) -> Both<f64> {
    Both {
        left: b.right,
        right: b.left,
    }
}

#[ocaml::func]
pub fn records_both_strings(b: Both<String>) -> Both<String> {
    Both {
        left: b.right,
        right: b.left,
    }
}

#[derive(FromValue, IntoValue)]
pub struct Nested<'a> {
    example: Example<'a>,
    points: Vec<Point>,
    any: Value<'a>,
    both: Both<Option<&'a str>>,
}

#[ocaml::func]
pub fn records_nested(n: Nested) -> Nested {
    n
}

/// Reads a borrowed record after allocating, then returns it.
#[ocaml::func]
pub fn records_nested_under_allocation(n: Nested, times: usize) -> Nested {
    for i in 0..times {
        let _ = ocaml::Value::string(gc, &"x".repeat(i % 50));
    }
    n
}
