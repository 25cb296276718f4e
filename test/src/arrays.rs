//! Arrays: float arrays are flat, other arrays are not, newtypes follow their field.

use ocaml::{Array, Error, Int, Value};

#[ocaml::func]
pub fn average(arr: ocaml::Array<f64>) -> Result<f64, ocaml::Error> {
    let mut sum = 0f64;
    for i in 0..arr.len() {
        sum += arr.get_double(i)?;
    }
    Ok(sum / arr.len() as f64)
}

#[derive(Clone, Copy, Debug, PartialEq, ocaml::FromValue, ocaml::IntoValue)]
pub struct Meters(f64);

#[ocaml::func]
pub fn arrays_floats(floats: Vec<f64>) -> Vec<f64> {
    floats
}

#[ocaml::func]
pub fn arrays_meters(meters: Vec<Meters>) -> Vec<Meters> {
    meters
}

#[ocaml::func]
pub fn arrays_ints(ints: Vec<isize>) -> Vec<isize> {
    ints
}

#[ocaml::func]
pub fn arrays_strings(strings: Vec<String>) -> Vec<String> {
    strings
}

#[ocaml::func]
pub fn arrays_nested(arrays: Vec<Vec<Option<String>>>) -> Vec<Vec<Option<String>>> {
    arrays
}

/// Each element of a float array as a value of its own.
#[ocaml::func]
pub fn arrays_values(values: Vec<Value>) -> Vec<f64> {
    values.into_iter().map(Value::double_val).collect()
}

#[ocaml::func]
pub fn arrays_slice_sum(values: &[Value]) -> isize {
    values.iter().map(|value| value.int_val()).sum()
}

#[ocaml::func]
pub fn arrays_range(len: usize) -> Vec<usize> {
    (0..len).collect()
}

#[ocaml::func]
pub fn arrays_range_strings(len: usize) -> Vec<String> {
    (0..len).map(|i| i.to_string()).collect()
}

#[ocaml::func]
pub fn arrays_make_floats(len: usize, x: f64) -> Array<f64> {
    Array::from_iter(gc, vec![x; len])
}

#[ocaml::func]
pub fn arrays_get(array: Array<String>, index: usize) -> Result<String, Error> {
    array.get(index)
}

#[ocaml::func]
pub fn arrays_sum(array: Array<isize>) -> Result<isize, Error> {
    let mut sum = 0;
    for element in array.iter() {
        sum += element?;
    }
    Ok(sum)
}

#[ocaml::func]
pub fn arrays_set(array: Array<String>, index: usize, element: String) -> Result<(), Error> {
    // SAFETY: no view of the array exists, and its elements are strings in OCaml.
    unsafe { array.set(gc, index, element) }
}

#[ocaml::func]
pub fn arrays_u8(bytes: Vec<u8>) -> Vec<Vec<u8>> {
    vec![bytes; 3]
}

struct Short(usize);

impl Iterator for Short {
    type Item = String;
    fn next(&mut self) -> Option<String> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0.to_string())
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (1000, Some(1000))
    }
}

impl ExactSizeIterator for Short {}

/// An iterator that lies about its length.
#[ocaml::func]
pub fn arrays_lying_iterator(len: usize) -> Array<String> {
    Array::from_iter(gc, Short(len))
}

/// Nothing but the first element says whether the array is flat.
#[ocaml::func]
pub fn arrays_pair(value: Value) -> Vec<Value> {
    vec![value, value]
}

#[ocaml::func]
pub fn arrays_of_values(values: Vec<Value>) -> Array<Value> {
    Array::from_iter(gc, values)
}

#[ocaml::func]
pub fn arrays_units(count: Int) -> Vec<()> {
    vec![(); count as usize]
}

#[ocaml::func]
pub fn arrays_range_length(count: usize) -> usize {
    Array::<usize>::from_iter(gc, 0..count).len()
}

/// Deeper than the stack is high.
#[derive(ocaml::FromValue)]
pub struct Nested {
    value: Int,
    next: Option<Box<Nested>>,
}

#[derive(ocaml::FromValue)]
pub enum Tree {
    Node(Vec<Tree>),
}

#[ocaml::func]
pub fn arrays_chain(nested: Nested) -> Int {
    let (mut sum, mut next) = (nested.value, &nested.next);
    while let Some(nested) = next {
        (sum, next) = (sum + nested.value, &nested.next);
    }
    sum
}

#[ocaml::func]
pub fn arrays_tree(tree: Tree) -> usize {
    let Tree::Node(trees) = tree;
    trees.len()
}
