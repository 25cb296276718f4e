//! The same functions with the crate `ocaml` 1.3 (ocaml-rs), as its book teaches; what it has no means for is left out.

use ocaml::bigarray::Array1;
use ocaml::{Array, Error, FromValue, Int, List, Pointer, ToValue, Value};

#[ocaml::func]
pub fn bench_noop(unit: ()) {
    unit
}

#[ocaml::func]
pub fn bench_add_int(a: Int, b: Int) -> Int {
    a + b
}

#[ocaml::func]
pub fn bench_add_float(a: f64, b: f64) -> f64 {
    a + b
}

#[no_mangle]
pub extern "C" fn bench_add_unboxed(a: f64, b: f64) -> f64 {
    a + b
}

#[ocaml::func]
pub fn bench_add_int64(a: i64, b: i64) -> i64 {
    a.wrapping_add(b)
}

#[ocaml::func]
pub fn bench_strlen(s: &str) -> Int {
    s.len() as Int
}

#[ocaml::func]
pub fn bench_echo(s: String) -> String {
    s
}

#[ocaml::func]
pub fn bench_triple(i: Int) -> (Int, Int, Int) {
    (i, i + 1, i + 2)
}

#[derive(FromValue, ToValue)]
pub struct Example {
    name: String,
    i: Int,
}

#[ocaml::func]
pub fn bench_record(mut example: Example) -> Example {
    example.i += 1;
    example
}

#[derive(FromValue, ToValue)]
pub struct Shared {
    name: Value,
    i: Int,
}

#[ocaml::func]
pub fn bench_record_shared(mut example: Shared) -> Shared {
    example.i += 1;
    example
}

#[derive(FromValue, ToValue)]
pub enum Shape {
    Circle(f64),
    Rect(f64, f64),
    Empty,
}

#[ocaml::func]
pub fn bench_area(shape: Shape) -> f64 {
    match shape {
        Shape::Circle(radius) => 3.0 * radius * radius,
        Shape::Rect(width, height) => width * height,
        Shape::Empty => 0.0,
    }
}

#[ocaml::func]
pub fn bench_option(i: Option<Int>) -> Option<Int> {
    i.map(|i| i + 1)
}

#[ocaml::func]
pub fn bench_float_sum(floats: Array<f64>) -> Result<f64, Error> {
    let mut sum = 0.0;
    for i in 0..floats.len() {
        sum += floats.get_f64(i)?;
    }
    Ok(sum)
}

#[ocaml::func]
pub fn bench_float_array(n: Int) -> Vec<f64> {
    (0..n as usize).map(|i| i as f64).collect()
}

#[ocaml::func]
pub fn bench_float_array_copied(n: Int) -> Vec<f64> {
    (0..n as usize).map(|i| i as f64).collect()
}

#[ocaml::func]
pub unsafe fn bench_list_sum(ints: List<Int>) -> Int {
    ints.into_iter().map(|int| int.int_val()).sum()
}

#[ocaml::func]
pub unsafe fn bench_int_list(n: Int) -> List<Int> {
    let mut list = List::empty();
    for i in (0..n).rev() {
        list = list.add(gc, &i);
    }
    list
}

#[ocaml::func]
pub unsafe fn bench_string_list(n: Int) -> List<&'static str> {
    let mut list = List::empty();
    for _ in 0..n {
        list = list.add(gc, &"8 bytes.");
    }
    list
}

#[ocaml::func]
pub fn bench_error(i: Int) -> Result<Int, Error> {
    if i < 0 {
        return Err(Error::Caml(ocaml::CamlError::Failure("negative")));
    }
    Ok(i)
}

#[ocaml::func]
pub fn bench_result(i: Int) -> Result<Int, &'static str> {
    if i < 0 {
        return Err("negative");
    }
    Ok(i)
}

#[ocaml::func]
pub unsafe fn bench_bigarray_sum(array: Array1<f64>) -> f64 {
    array.data().iter().sum()
}

#[ocaml::func]
pub unsafe fn bench_bigarray(n: Int) -> Array1<f64> {
    let floats: Vec<f64> = (0..n).map(|i| i as f64).collect();
    Array1::from_slice(&floats)
}

pub struct Counter {
    count: Int,
}

ocaml::custom!(Counter);

#[ocaml::func]
pub fn bench_custom(count: Int) -> Pointer<Counter> {
    Counter { count }.into()
}

#[ocaml::func]
pub fn bench_custom_get(counter: &Counter) -> Int {
    counter.count
}

#[ocaml::func]
pub fn bench_frozen(count: Int) -> Pointer<Counter> {
    Counter { count }.into()
}

#[ocaml::func]
pub fn bench_frozen_get(counter: &Counter) -> Int {
    counter.count
}

#[ocaml::func]
pub fn bench_six(a: Int, b: Int, c: Int, d: Int, e: Int, f: Int) -> Int {
    a + b + c + d + e + f
}

#[ocaml::func]
pub fn bench_root(value: Value) {
    // Every `Value` of this crate is a root.
    std::hint::black_box(&value);
}

#[ocaml::func]
pub unsafe fn bench_callback(f: Value, x: Int) -> Result<Value, Error> {
    f.call1(gc, x)
}

#[ocaml::func]
pub unsafe fn bench_callback_twice(f: Value, x: Int) -> Result<Value, Error> {
    let once = f.call1(gc, x)?;
    f.call1(gc, once)
}

ocaml::import! {
    fn bench_succ(x: Int) -> Int;
}

#[ocaml::func]
pub unsafe fn bench_named_callback(x: Int) -> Result<Int, Error> {
    bench_succ(gc, x)
}

#[derive(FromValue, ToValue)]
pub struct Innermost {
    n: Int,
}

macro_rules! nested {
    ($($name:ident: $rest:ident)+) => {
        $(
            #[derive(FromValue, ToValue)]
            pub struct $name {
                n: Int,
                rest: $rest,
            }
        )+
    };
}

nested! {
    Nested: Nested2
    Nested2: Nested3
    Nested3: Nested4
    Nested4: Innermost
}

#[ocaml::func]
pub fn bench_nested(mut record: Nested) -> Nested {
    record.n += 1;
    record.rest.n += 1;
    record.rest.rest.n += 1;
    record.rest.rest.rest.n += 1;
    record.rest.rest.rest.rest.n += 1;
    record
}

#[ocaml::func]
pub fn bench_seq_sum(seq: ocaml::Seq<Int>) -> Result<Int, Error> {
    let mut sum = 0;
    for n in seq {
        sum += n?;
    }
    Ok(sum)
}

macro_rules! unboxed {
    ($($name:ident($first:ident $(, $argument:ident)*))+) => {
        $(
            #[no_mangle]
            pub extern "C" fn $name($first: f64 $(, $argument: f64)*) -> f64 {
                $first $(+ $argument)*
            }
        )+
    };
}

unboxed! {
    bench_unboxed1(a)
    bench_unboxed2(a, b)
    bench_unboxed3(a, b, c)
    bench_unboxed4(a, b, c, d)
    bench_unboxed5(a, b, c, d, e)
    bench_unboxed6(a, b, c, d, e, f)
    bench_unboxed7(a, b, c, d, e, f, g)
    bench_unboxed8(a, b, c, d, e, f, g, h)
}
