//! The Rust side of the example: each function here is an `external` in `stubs.ml`.

use std::collections::LinkedList;

use ocaml::{FromValue, IntoValue};

/// A string comes in without a copy, and a new one goes out.
#[ocaml::func]
pub fn hello_greet(name: &str) -> String {
    format!("Hello, {name}! This is Rust.")
}

/// The record `{ name : string; i : int }`. The name still lies on OCaml's heap.
#[derive(FromValue, IntoValue)]
pub struct Example<'a> {
    name: &'a str,
    i: ocaml::Int,
}

/// A record comes in, a changed one goes out.
#[ocaml::func]
pub fn hello_increment(mut example: Example) -> Example {
    example.i += 1;
    example
}

/// The variant `Circle of float | Rect of float * float | Empty`.
#[derive(FromValue)]
pub enum Shape {
    Circle(f64),
    Rect(f64, f64),
    Empty,
}

#[ocaml::func]
pub fn hello_area(shape: Shape) -> f64 {
    match shape {
        Shape::Circle(radius) => std::f64::consts::PI * radius * radius,
        Shape::Rect(width, height) => width * height,
        Shape::Empty => 0.0,
    }
}

/// Lists cross in both directions.
#[ocaml::func]
pub fn hello_squares(numbers: LinkedList<ocaml::Int>) -> LinkedList<ocaml::Int> {
    numbers.into_iter().map(|n| n * n).collect()
}

/// `Err` raises an exception; any Rust error does, here that of `str::parse`.
#[ocaml::func]
pub fn hello_parse(text: &str) -> Result<ocaml::Int, ocaml::Error> {
    Ok(text.parse()?)
}

/// A bug does not end the program: the panic of an index out of bounds is an exception in OCaml.
#[ocaml::func]
pub fn hello_pick(words: Vec<String>, i: usize) -> String {
    words[i].clone()
}
