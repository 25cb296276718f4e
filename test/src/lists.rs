//! Lists, association lists, options, results, tuples.

use std::collections::{BTreeMap, LinkedList};

use ocaml::{Error, Int, List, Value};

#[ocaml::func]
pub fn build_tuple(i: ocaml::Int) -> (ocaml::Int, ocaml::Int, ocaml::Int) {
    (i + 1, i + 2, i + 3)
}

#[ocaml::func]
pub fn lists_sum(list: List<Int>) -> Result<Int, Error> {
    let mut sum = 0;
    for i in list.iter() {
        sum += i?;
    }
    Ok(sum)
}

#[ocaml::func]
pub fn lists_linked(list: LinkedList<String>) -> LinkedList<String> {
    list
}

#[ocaml::func]
pub fn lists_range(len: Int) -> List<Int> {
    List::from_iter(gc, 0..len)
}

#[ocaml::func]
pub fn lists_range_strings(len: Int) -> List<String> {
    List::from_iter(gc, (0..len).map(|i| format!("string {i}")))
}

#[ocaml::func]
pub fn lists_cons(head: String, tail: List<String>) -> List<String> {
    tail.cons(gc, head)
}

#[ocaml::func]
pub fn lists_head(list: List<String>) -> Result<Option<String>, Error> {
    Ok(list.head()?)
}

#[ocaml::func]
pub fn lists_empty(_unit: ()) -> (bool, usize, Option<Int>) {
    let empty = List::<Int>::empty();
    (empty.is_empty(), empty.len(), empty.head().unwrap_or(Some(-1)))
}

#[ocaml::func]
pub fn lists_length(list: List) -> usize {
    list.len()
}

#[ocaml::func]
pub fn lists_same(a: Value, b: Value) -> bool {
    a == b
}

#[ocaml::func]
pub fn lists_map(map: BTreeMap<String, Vec<Int>>) -> BTreeMap<String, Vec<Int>> {
    map
}

#[ocaml::func]
pub fn lists_option(x: Option<Option<Int>>) -> Option<Option<Int>> {
    x
}

#[ocaml::func]
pub fn lists_result(x: Result<Int, String>) -> Result<String, Int> {
    match x {
        Ok(i) => Err(i),
        Err(s) => Ok(s),
    }
}

pub type Deep = Vec<(String, Option<(f64, LinkedList<Vec<u8>>)>)>;

#[ocaml::func]
pub fn lists_deep(x: Deep) -> Deep {
    x
}

pub type Big = (
    Int,
    f64,
    String,
    bool,
    (),
    Int,
    f64,
    String,
    bool,
    (),
    Int,
    f64,
    String,
    bool,
    (),
    Int,
    f64,
    String,
    bool,
    (),
    Int,
);

#[ocaml::func]
pub fn lists_tuple21(x: Big) -> Big {
    x
}

#[ocaml::func]
pub fn lists_constant(tag: u8) -> Value {
    Value::variant(gc, tag, None)
}

#[ocaml::func]
pub fn lists_block(tag: u8, x: Int) -> Value {
    Value::variant(gc, tag, Some(Value::int(x)))
}

/// Nothing says what the value is, so every element is looked at, and how many there are at most is said by OCaml.
#[ocaml::func]
pub fn lists_as_strings(value: Value, most: usize) -> Result<Vec<String>, Error> {
    let list: List<String> = ocaml::FromValue::from_value(value)?;
    Ok(list.iter().take(most).collect::<Result<_, _>>()?)
}

/// An array may be written to: it can be read, but nothing says that it is one of strings for OCaml.
#[ocaml::func]
pub fn lists_as_string_array(value: Value, reads: bool) -> Result<ocaml::Array<String>, Error> {
    let array: ocaml::Array<String> = ocaml::FromValue::from_value(value)?;
    if reads {
        return Ok(ocaml::Array::from_iter(
            gc,
            array.iter().collect::<Result<Vec<_>, _>>()?,
        ));
    }
    Ok(array)
}

#[derive(ocaml::FromValue, ocaml::IntoValue)]
pub struct InPlace<'a> {
    array: ocaml::Array<'a, Option<Int>>,
    list: Option<List<'a, ocaml::Array<'a, String>>>,
    tuple: (ocaml::Hashtbl<'a, String, Int>, ocaml::Ref<'a, Option<Int>>),
}

/// OCaml's types vouch for all of an argument.
#[ocaml::func]
pub fn lists_in_place(value: InPlace) -> InPlace {
    value
}

/// The same record made of a bare value.
#[ocaml::func]
pub fn lists_in_place_of_value(value: Value) -> Result<InPlace, Error> {
    Ok(ocaml::FromValue::from_value(value)?)
}
