//! Derived records, tuples and transparent types.

use std::marker::PhantomData;

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

/// OCaml writes to it between two calls.
#[derive(FromValue, IntoValue)]
pub struct Counter {
    #[ocaml(mutable)]
    count: isize,
    #[ocaml(rename = "label")]
    name: String,
}

#[ocaml::func]
pub fn records_counter(c: Counter) -> Counter {
    Counter {
        count: c.count + 1,
        name: c.name,
    }
}

fn answer() -> u8 {
    42
}

/// OCaml has the fields `name` and `count` only.
#[derive(FromValue, IntoValue)]
pub struct Cached {
    #[ocaml(skip)]
    hits: Vec<String>,
    name: String,
    #[ocaml(skip, default = "answer")]
    answer: u8,
    count: isize,
}

#[ocaml::func]
pub fn records_cached(c: Cached) -> Cached {
    Cached {
        count: c.count + isize::from(c.answer),
        name: format!("{}{}", c.name, c.hits.len()),
        hits: vec!["not seen in OCaml".to_owned()],
        answer: 0,
    }
}

/// Flat: what OCaml does not have does not count.
#[derive(FromValue, IntoValue)]
pub struct Labelled {
    x: f64,
    #[ocaml(skip)]
    label: String,
    y: f64,
}

#[ocaml::func]
pub fn records_labelled(l: Labelled) -> Labelled {
    Labelled {
        x: l.y,
        label: l.label + "!",
        y: l.x,
    }
}

/// All fields skipped: a constant.
#[derive(FromValue, IntoValue)]
pub struct Hidden {
    #[ocaml(skip, default)]
    a: u8,
    #[ocaml(skip, default = answer)]
    b: u8,
}

#[ocaml::func]
pub fn records_hidden(h: Hidden) -> Result<Hidden, ocaml::Error> {
    match (h.a, h.b) {
        (0, 42) => Ok(h),
        other => Err(ocaml::Error::failwith(format!("{other:?}"))),
    }
}

/// One field that is OCaml's: the type itself.
#[derive(FromValue, IntoValue)]
pub struct Tagged(#[ocaml(skip)] Option<Box<Tagged>>, String);

#[ocaml::func]
pub fn records_tagged(t: Tagged) -> Tagged {
    let length = t.0.iter().count();
    Tagged(None, format!("{}{length}", t.1))
}

pub enum Meter {}

/// A float whatever the parameter is, as `type 'unit length = float`.
#[derive(FromValue, IntoValue)]
pub struct Length<Unit>(f64, PhantomData<Unit>);

/// Flat, though generic, and through a pointer. The parameter is a phantom.
#[derive(FromValue, IntoValue)]
pub struct Segment<#[ocaml(no_bound)] Unit> {
    from: Length<Unit>,
    to: Box<Length<Unit>>,
}

#[ocaml::func]
pub fn records_segment(s: Segment<Meter>) -> Segment<Meter> {
    Segment {
        from: *s.to,
        to: Box::new(s.from),
    }
}

#[ocaml::func]
pub fn records_both_lengths(b: Both<Length<Meter>>) -> Both<Length<Meter>> {
    b
}

/// Never flat: its fields are the parameter, behind pointers that OCaml does not have.
#[derive(FromValue, IntoValue)]
pub struct BothBoxed<T> {
    left: Box<T>,
    right: Box<T>,
}

#[ocaml::func]
pub fn records_boxed_lengths(b: BothBoxed<Length<Meter>>) -> BothBoxed<Length<Meter>> {
    b
}

#[ocaml::func]
pub fn records_lengths(lengths: Vec<Length<Meter>>) -> Vec<Length<Meter>> {
    lengths
}

/// A float if the parameter is one, as `type 'a wrapper = Wrapper of 'a [@@unboxed]`.
#[derive(FromValue, IntoValue)]
#[ocaml(unboxed)]
pub struct Wrapper<T> {
    wrapped: T,
}

/// Flat: both are floats where the record is defined.
#[derive(FromValue, IntoValue)]
pub struct Known {
    a: Wrapper<f64>,
    b: Wrapper<Wrapper<Meters>>,
}

/// Not flat: the parameter may be anything.
#[derive(FromValue, IntoValue)]
pub struct Unknown<T> {
    a: Wrapper<T>,
    b: Wrapper<Wrapper<T>>,
}

#[ocaml::func]
pub fn records_known(k: Known) -> Known {
    k
}

#[ocaml::func]
pub fn records_unknown(u: Unknown<f64>) -> Unknown<f64> {
    u
}

/// Bounds on what belongs to a parameter, and not on the parameter.
#[derive(FromValue, IntoValue)]
pub struct Peeked<I: Iterator, const N: usize>
where
    I::Item: Clone,
{
    first: Option<I::Item>,
    second: <I as Iterator>::Item,
    phantom: PhantomData<I>,
    #[ocaml(skip)]
    cache: Option<Vec<I>>,
}

#[ocaml::func]
pub fn records_peeked(mut p: Peeked<std::vec::IntoIter<isize>, 3>) -> Peeked<std::vec::IntoIter<isize>, 3> {
    p.second += p.cache.take().map_or(0, |cache| cache.len() as isize);
    p
}
