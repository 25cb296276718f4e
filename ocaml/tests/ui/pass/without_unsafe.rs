#![deny(warnings)]
#![forbid(unsafe_code)]
//! Functions and types of all kinds in a crate without `unsafe`.

use std::rc::Rc;

use ocaml::{Error, Function, Pointer, Value};

#[derive(ocaml::Custom, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[ocaml(compare, debug)]
pub struct Counter {
    #[ocaml(get, set)]
    count: isize,
}

#[derive(ocaml::Custom, PartialEq, Eq, Hash)]
#[ocaml(frozen, hash)]
pub struct Frozen(u8);

#[derive(ocaml::Custom)]
#[ocaml(local)]
pub struct Local(std::cell::Cell<u8>);

pub struct Old(u8);

ocaml::custom!(Old);

#[derive(ocaml::Exception)]
pub struct Closed(String);

#[ocaml::methods]
impl Counter {
    pub fn new(count: isize) -> Self {
        Counter { count }
    }

    pub fn get(&self, plus: isize) -> isize {
        self.count + plus
    }

    pub fn label(&self, prefix: &str) -> Value {
        Value::string(gc, &format!("{prefix}{}", self.count))
    }

    pub fn add(&mut self, other: &Counter) {
        self.count += other.count;
    }

    pub fn finish(self, by: isize) -> isize {
        self.count * by
    }
}

#[ocaml::func]
pub fn frozen(frozen: &Frozen, local: &Local, number: u8) -> u8 {
    frozen.0 + local.0.get() + number
}

#[ocaml::func]
pub fn old(old: &mut Old) -> u8 {
    old.0
}

#[ocaml::func]
pub fn text(text: &str, bytes: &[u8], values: &[Value]) -> Result<usize, Error> {
    if text.is_empty() {
        return Err(Closed(String::new()).into());
    }
    Ok(text.len() + bytes.len() + values.len())
}

#[ocaml::func]
pub fn pointers(counters: Vec<Pointer<Counter>>) -> isize {
    counters.iter().map(|counter| counter.borrow().count).sum()
}

#[ocaml::func]
pub fn calls(f: Function<(Value, String), isize>, value: Value) -> Result<isize, Error> {
    let (shared, boxed) = (Rc::new(&f), Box::new(&f));
    let once = ocaml::call!(gc, shared, value, "a")?;
    Ok(once + ocaml::call!(gc, **boxed, Value::int(1), String::new())?)
}

#[ocaml::func(unboxed, noalloc)]
pub fn numbers(a: f64, b: i64) -> f64 {
    a + b as f64
}

ocaml::import! {
    fn now() -> f64 = "Unix.gettimeofday";
}

#[ocaml::func]
pub fn seconds() -> Result<f64, Error> {
    now(gc)
}

fn main() {}
