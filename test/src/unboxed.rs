//! Unboxed numbers and functions that do not allocate.

use ocaml::{Error, Int, Value};

#[ocaml::func(unboxed, noalloc)]
pub fn unboxed_incrf(input: f64) -> f64 {
    input + 1.0
}

#[ocaml::func(unboxed, noalloc)]
#[allow(clippy::too_many_arguments)]
pub fn unboxed_mixed(a: f64, b: i32, c: i64, d: Int, e: bool, f: f64, g: Int) -> f64 {
    let sum = a + f64::from(b) + c as f64 + d as f64 + f + g as f64;
    if e { sum } else { -sum }
}

#[ocaml::func(unboxed)]
pub fn unboxed_checked_div(a: i64, b: i64) -> Result<i64, Error> {
    a.checked_div(b).ok_or_else(Error::zero_divide)
}

#[ocaml::func(unboxed)]
pub fn unboxed_panics(a: f64) -> f64 {
    assert!(a >= 0.0, "negative");
    a.sqrt()
}

#[ocaml::func(unboxed)]
pub fn unboxed_untagged(a: Int, exponent: i32) -> Int {
    a << exponent
}

#[ocaml::func(noalloc)]
pub fn noalloc_add(a: Int, b: Int) -> Int {
    a + b
}

#[ocaml::func(noalloc)]
pub fn noalloc_sum(values: ocaml::Array<f64>) -> Int {
    values.iter().map(|x| x.unwrap_or(0.0)).sum::<f64>() as Int
}

#[ocaml::func(noalloc)]
pub fn noalloc_is_block(value: Value) -> bool {
    value.is_block()
}

#[ocaml::func(noalloc)]
pub fn noalloc_panics(x: Int) -> Int {
    assert!(x != 13, "thirteen");
    x
}

/// Decoding floats as values makes boxes, and OCaml has not saved where the minor heap is free.
#[ocaml::func(noalloc)]
pub fn noalloc_boxes(values: Value, array: ocaml::Array<Value>) -> usize {
    let values = <Vec<Value> as ocaml::FromValue>::from_value(values).unwrap_or_default();
    let same = values
        .iter()
        .zip(array.iter())
        .filter(|(a, b)| b.as_ref().is_ok_and(|b| a.double_val() == b.double_val()));
    same.count()
}
