//! A crate that is `no_std` itself: what the macros write names nothing of `std`, and the types of `core` and `alloc` convert.

#![no_std]

extern crate alloc;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, LinkedList, VecDeque};
use alloc::rc::Rc;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicIsize, Ordering};

use ocaml::{Array, Custom, Error, FromValue, Function, IntoValue, List, Root, Value};

#[derive(FromValue, IntoValue)]
pub struct Record<'a> {
    name: &'a str,
    count: isize,
    #[ocaml(skip)]
    skipped: Vec<u8>,
}

#[derive(FromValue, IntoValue)]
pub enum Shape {
    Circle(f64),
    Rect { width: f64, height: f64 },
    Empty,
}

#[derive(FromValue, IntoValue)]
#[ocaml(polymorphic_variant)]
pub enum Color {
    Red,
    Rgb(u8, u8, u8),
}

#[derive(FromValue, IntoValue)]
#[ocaml(unboxed)]
pub struct Meters(f64);

#[derive(FromValue, IntoValue)]
pub struct Pair<A, B> {
    left: A,
    right: Option<Box<B>>,
}

#[derive(Custom)]
pub struct Counter(AtomicIsize);

#[ocaml::methods]
impl Counter {
    pub fn new(start: isize) -> Counter {
        Counter(AtomicIsize::new(start))
    }

    pub fn step(&self) -> isize {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

#[ocaml::func]
pub fn record(mut record: Record) -> Record {
    record.count += 1;
    record
}

#[ocaml::func]
pub fn color(shape: Shape) -> Result<Color, Error> {
    match shape {
        Shape::Circle(radius) if radius < 0.0 => Err(Error::invalid_argument("color: a negative radius")),
        Shape::Circle(_) | Shape::Empty => Ok(Color::Red),
        Shape::Rect { width, height } => Ok(Color::Rgb(width as u8, height as u8, 0)),
    }
}

#[ocaml::func]
pub fn swapped(pair: Pair<isize, String>) -> Pair<String, isize> {
    Pair {
        left: pair.right.map_or(String::new(), |text| *text),
        right: Some(Box::new(pair.left)),
    }
}

#[ocaml::func]
pub fn collections(
    vector: Vec<Meters>,
    map: BTreeMap<String, isize>,
    set: BTreeSet<char>,
    list: LinkedList<f64>,
    deque: VecDeque<bool>,
    text: Box<str>,
    counted: (Rc<isize>, Arc<isize>),
) -> Result<Cow<'static, str>, Error> {
    let length = vector.len() + map.len() + set.len() + list.len() + deque.len() + text.len();
    let length = u8::try_from(length)? as isize + *counted.0 + *counted.1;
    Ok(Cow::Owned(length.to_string()))
}

#[ocaml::func]
pub fn borrowed(array: Array<f64>, list: List<isize>) -> Result<(f64, isize), Error> {
    let mut sum = 0;
    for element in list {
        sum += element?;
    }
    Ok((array.get_double(0)?, sum))
}

#[ocaml::func]
pub fn called(f: Function<(isize,), isize>, kept: Root) -> Result<(isize, Root), Error> {
    Ok((f.call(gc, (1,))?, kept))
}

#[ocaml::func(unboxed, noalloc)]
pub fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[ocaml::func(blocking)]
pub fn blocking(n: isize) -> isize {
    n
}

#[ocaml::native_func]
pub fn native(value: Value) -> Value {
    Value::int(value.int_val() + 1)
}

ocaml::import! {
    fn apply(x: isize) -> isize;
}

#[ocaml::func]
pub fn imported() -> Result<isize, Error> {
    apply(gc, 1)
}

fn main() {}
