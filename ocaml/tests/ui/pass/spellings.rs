#![deny(warnings)]
//! Spellings that must compile, without a warning.

use ocaml::{Error, FromValue, Int, IntoValue, Runtime, Value};

#[derive(FromValue, IntoValue)]
pub struct Example<'a> {
    name: &'a str,
    i: Int,
}

#[ocaml::func]
pub fn incr_example(mut e: Example) -> Example {
    e.i += 1;
    e
}

#[ocaml::func]
pub fn id(v: Value) -> Value {
    v
}

#[ocaml::func(my_gc)]
pub fn named_token(text: &str) -> Value {
    Value::string(my_gc, text)
}

#[ocaml::func]
pub fn pattern((a, b): (Int, Int), mut c: Int) -> Int {
    c += a;
    c + b
}

#[ocaml::func]
pub fn question_mark(text: &str) -> Result<Int, Error> {
    if text.is_empty() {
        return Ok(0);
    }
    Ok(text.parse()?)
}

/// The token may be used mutably once the borrows are over.
#[ocaml::func]
pub fn poll_after(text: &str) -> Result<usize, Error> {
    let length = text.len();
    gc.poll()?;
    Ok(length)
}

#[ocaml::func]
pub fn explicit<'gc>(gc: &'gc Runtime, text: &str) -> Value<'gc> {
    Value::string(gc, text)
}

#[ocaml::func]
pub fn explicit_mutable(gc: &mut Runtime, n: usize) -> Result<usize, Error> {
    gc.poll()?;
    Ok(n)
}

#[ocaml::func]
pub fn nothing() {}

#[ocaml::func]
pub fn two_borrows(a: Value, b: Value) -> Value {
    if a == b { a } else { b }
}

#[ocaml::func]
pub fn named_lifetimes<'a>(a: &'a str, b: &str) -> &'a str {
    if b.is_empty() { "" } else { a }
}

/// The names that the shim uses inside are free for the user.
#[ocaml::func]
pub fn names(body: Int, runtime: Int, argument0: Int, value: Int, block: Int) -> Int {
    body + runtime + argument0 + value + block
}

#[ocaml::func(name = "keyword")]
pub fn r#type(r#match: Int) -> Int {
    r#match
}

#[ocaml::func]
#[cfg(any())]
pub fn switched_off(x: NoSuchType) -> NoSuchType {
    x
}

#[derive(FromValue, IntoValue)]
pub struct Names {
    pub value: Int,
    pub block: Int,
    pub gc: Int,
    pub r#type: Int,
}

#[derive(FromValue, IntoValue)]
pub enum Tree<'a, T: Clone> {
    Leaf,
    Node(Box<Tree<'a, T>>, T, &'a str),
}

#[derive(FromValue, IntoValue)]
pub struct Bounded<T, const N: usize>(pub T, pub Vec<T>)
where
    T: Clone;

mod inner {
    #[ocaml::func]
    pub(crate) fn nested(x: ocaml::Int) -> ocaml::Int {
        if x > 0 { nested(x - 1) } else { x }
    }
}

macro_rules! made_by_macro {
    ($name:ident, $type:ty) => {
        #[ocaml::func]
        pub fn $name(x: $type) -> $type {
            x
        }
    };
}

made_by_macro!(made, Option<f64>);

mod shadowing {
    pub struct Option;
    pub struct Result;
    pub struct Ok;

    #[derive(ocaml::FromValue, ocaml::IntoValue)]
    pub struct Pair(pub isize, pub isize);

    #[ocaml::func(name = "shadowing_swap")]
    pub fn swap(p: Pair) -> Pair {
        Pair(p.1, p.0)
    }
}

/// A type without a description is no reason not to compile, wherever it stands.
pub struct ByHand(Int);

// SAFETY: checked to be an int.
unsafe impl<'gc> FromValue<'gc> for ByHand {
    fn from_value(value: Value<'gc>) -> Result<Self, ocaml::ConversionError> {
        Int::from_value(value).map(ByHand)
    }
}

// SAFETY: an int.
unsafe impl<'gc> IntoValue<'gc> for ByHand {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.0.into_value(gc)
    }
}

#[derive(FromValue, IntoValue)]
pub struct HoldsByHand<T> {
    pub one: ByHand,
    pub more: Vec<(T, Option<ByHand>)>,
}

#[ocaml::func(type = "int array -> int holds_by_hand")]
pub fn by_hand(all: Vec<ByHand>) -> HoldsByHand<ByHand> {
    let mut all = all.into_iter();
    HoldsByHand {
        one: all.next().unwrap_or(ByHand(0)),
        more: all.map(|one| (one, None)).collect(),
    }
}

fn main() {
    // Exported functions stay ordinary functions.
    assert_eq!(pattern((1, 2), 3), 6);
    assert_eq!(inner::nested(3), 0);
    assert_eq!(made(Some(1.0)), Some(1.0));
    assert_eq!(named_lifetimes("a", "b"), "a");
    assert!(question_mark("x").is_err());
    assert_eq!(names(1, 2, 3, 4, 5), 15);
    assert_eq!(r#type(3), 3);
    nothing();
    let _ = (shadowing::Option, shadowing::Result, shadowing::Ok);
    let _ = shadowing::swap(shadowing::Pair(1, 2));
}
