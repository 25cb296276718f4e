#![forbid(unsafe_code)]
#![deny(warnings)]
//! All of it is possible in a crate that forbids `unsafe` to itself: what is generated answers for itself.

use ocaml::{Error, Function, Value};

#[derive(ocaml::Custom, Debug)]
#[ocaml(debug)]
pub struct Counter {
    #[ocaml(get, set)]
    count: i64,
}

#[ocaml::methods]
impl Counter {
    pub fn new(count: i64) -> Self {
        Counter { count }
    }

    pub fn add(&mut self, by: i64) {
        self.count += by;
    }

    pub fn count(&self) -> i64 {
        self.count
    }

    pub fn finish(self) -> i64 {
        self.count
    }
}

pub struct Handle(pub u32);

ocaml::custom!(Handle);

#[derive(Debug, ocaml::Exception)]
pub struct Closed(pub String);

ocaml::import! {
    fn now() -> f64 = "Unix.gettimeofday";
}

#[ocaml::func]
pub fn lent_and_decoded(counter: &Counter, name: &str) -> i64 {
    counter.count + name.len() as i64
}

#[ocaml::func]
pub fn apply(f: Function<(Value, Value), isize>, a: Value, b: Value) -> Result<isize, Error> {
    ocaml::call!(gc, f, a, b)
}

#[ocaml::func]
pub fn seconds() -> Result<f64, Error> {
    now(gc)
}

fn main() {}
