//! What `#[ocaml::constant]` cannot be put on, and what it does not take.

#[ocaml::constant]
pub static COUNT: isize = 1;

#[ocaml::constant(noalloc, gc, type = "int")]
pub const MOST: isize = 10;

#[ocaml::constant]
pub const LOG: isize = 3;

pub struct Plain;

#[ocaml::constant]
pub const PLAIN: Plain = Plain;

fn main() {}
