//! Between the conversion of the arguments and the call nothing may collect.

use std::ops::{Deref, DerefMut};

use ocaml::{Error, Function, Runtime, Value};

struct Collecting<'a>(&'a mut Runtime);

impl Deref for Collecting<'_> {
    type Target = Runtime;

    fn deref(&self) -> &Runtime {
        self.0
    }
}

impl DerefMut for Collecting<'_> {
    fn deref_mut(&mut self) -> &mut Runtime {
        self.0.minor_collection();
        self.0
    }
}

#[ocaml::func]
pub fn f(f: Function<(Value,), isize>) -> Result<isize, Error> {
    let mut token = Collecting(gc);
    let text = Value::string(&token, "text");
    ocaml::call!(token, f, text)
}

fn main() {}
