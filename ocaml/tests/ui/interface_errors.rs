//! What is said about the OCaml side of a function fits the function.

use ocaml::{Custom, FromValue};

#[ocaml::func]
pub fn optional_last(x: isize, #[ocaml(optional)] y: Option<isize>) -> isize {
    x + y.unwrap_or(0)
}

#[ocaml::func]
pub fn not_an_option(#[ocaml(optional)] x: isize, y: isize) -> isize {
    x + y
}

#[ocaml::func]
pub fn no_name(#[ocaml(label)] (x, y): (isize, isize)) -> isize {
    x + y
}

#[ocaml::func]
pub fn labels(#[ocaml(label = "Big")] x: isize, #[ocaml(label, optional)] y: isize, #[ocaml(lable)] z: isize) -> isize {
    x + y + z
}

#[ocaml::func]
#[ocaml::sig("int -> int")]
pub fn arity(x: isize, y: isize) -> isize {
    x + y
}

#[ocaml::sig("int -> (int -> int)")]
#[ocaml::func]
pub fn arrow_as_result(x: isize) -> isize {
    x
}

#[ocaml::func(type = "int -> (int")]
pub fn brackets(x: isize) -> isize {
    x
}

#[ocaml::sig("unit -> int")]
pub fn not_exported() -> isize {
    1
}

#[ocaml::func(rename = "type", of = "not a type")]
pub fn names() {}

#[derive(FromValue)]
#[ocaml(extern = "zarith.t")]
pub struct Elsewhere(isize);

#[derive(Custom)]
#[ocaml(extern = "Zarith.T")]
pub struct AlsoElsewhere(isize);

#[derive(FromValue)]
pub struct Field {
    #[ocaml(skip, type = "int")]
    field: isize,
}

fn main() {}
