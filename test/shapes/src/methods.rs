//! OCaml's objects, and types whose conversions are written by hand.

use std::collections::LinkedList;

use ocaml::{Custom, Error, FromValue, Function, Int, IntoValue, Many, Pointer};

ocaml::object! {
    /// Takes lines.
    pub struct Sink {
        /// One more line.
        fn put(line: &str);
        fn r#move(by: Int) -> Int;
        fn parent() -> Option<Sink>;
        fn count() -> Int = "count'";
    }
}

/// Any object that has the methods, and more.
#[ocaml::func]
pub fn methods_fill(sink: Sink, lines: Vec<String>) -> Result<Int, Error> {
    for line in &lines {
        sink.put(gc, line)?;
    }
    sink.count(gc)
}

#[ocaml::func]
pub fn methods_move_all(sinks: LinkedList<Sink>, by: Int) -> Result<Int, Error> {
    let mut sum = 0;
    for sink in &sinks {
        sum += sink.r#move(gc, by)?;
    }
    Ok(sum)
}

/// A method that gives an object.
#[ocaml::func]
pub fn methods_parent(sink: Sink) -> Result<Option<Sink>, Error> {
    sink.parent(gc)
}

#[derive(FromValue, IntoValue)]
pub struct Numbered {
    sink: Sink,
    number: Int,
}

#[ocaml::func]
pub fn methods_numbered(numbered: Numbered) -> Numbered {
    numbered
}

#[ocaml::func]
pub fn methods_with(f: Function<(Sink,), Int>, sink: Sink) -> Result<Int, Error> {
    f.call(gc, (sink,))
}

/// OCaml has no type for a function of any number of arguments, but one for each number.
#[ocaml::func]
pub fn methods_call_with_two(
    #[ocaml(type = "int -> int -> int")] f: Function<Many<Int>, Int>,
    a: Int,
    b: Int,
) -> Result<Int, Error> {
    f.call(gc, (&[a, b][..],))
}

pub trait Area: Send + Sync {
    fn area(&self) -> f64;
}

impl Area for f64 {
    fn area(&self) -> f64 {
        self * self
    }
}

impl Custom for Box<dyn Area> {
    type Access = ocaml::custom::Frozen;
    const NAME: &'static std::ffi::CStr = c"shapes.Area";
}

ocaml::abstract_type! {
    /// Anything with an area.
    Area = Box<dyn Area>
}

#[ocaml::func(of = "Box<dyn Area>", rename = "square")]
pub fn methods_square(side: f64) -> Pointer<Box<dyn Area>> {
    Pointer::new(gc, Box::new(side))
}

#[ocaml::func(of = "Box<dyn Area>")]
#[allow(clippy::borrowed_box, reason = "the box is what OCaml has")]
pub fn area_get(area: &Box<dyn Area>) -> f64 {
    area.area()
}
