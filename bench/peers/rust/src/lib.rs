//! The Rust side of the benchmark: the same functions as in `c_stubs.c`, as a user writes them.

use ocaml::bigarray::Array1;
use ocaml::{Array, Custom, Error, FromValue, Function, Int, IntoValue, List, Root, Runtime, Value};

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

#[ocaml::func(unboxed, noalloc)]
pub fn bench_add_unboxed(a: f64, b: f64) -> f64 {
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

#[derive(FromValue, IntoValue)]
pub struct Example<'a> {
    name: &'a str,
    i: Int,
}

#[ocaml::func]
pub fn bench_record(mut example: Example) -> Example {
    example.i += 1;
    example
}

/// As `Example`, but the name is handed back as it came.
#[derive(FromValue, IntoValue)]
pub struct Shared<'a> {
    name: Value<'a>,
    i: Int,
}

#[ocaml::func]
pub fn bench_record_shared(mut example: Shared) -> Shared {
    example.i += 1;
    example
}

#[derive(FromValue)]
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
    for float in floats {
        sum += float?;
    }
    Ok(sum)
}

#[ocaml::func]
pub fn bench_float_array(n: usize) -> Vec<f64> {
    (0..n).map(|i| i as f64).collect()
}

#[ocaml::func]
pub fn bench_list_sum(ints: List<Int>) -> Result<Int, Error> {
    let mut sum = 0;
    for int in ints {
        sum += int?;
    }
    Ok(sum)
}

#[ocaml::func]
pub fn bench_int_list(n: Int) -> List<Int> {
    List::from_iter(gc, 0..n)
}

#[ocaml::func]
pub fn bench_string_list(n: Int) -> List<&str> {
    List::from_iter(gc, (0..n).map(|_| "8 bytes."))
}

#[ocaml::func]
pub fn bench_error(i: Int) -> Result<Int, Error> {
    if i < 0 {
        return Err(Error::failwith("negative"));
    }
    Ok(i)
}

#[ocaml::func]
pub fn bench_bigarray_sum(array: Array1<f64>) -> f64 {
    array.iter().sum()
}

#[ocaml::func]
pub fn bench_bigarray(n: usize) -> Array1<f64> {
    Array1::from_vec(gc, (0..n).map(|i| i as f64).collect())
}

/// Lent with a flag.
#[derive(Custom)]
pub struct Counter {
    count: Int,
}

#[ocaml::func]
pub fn bench_custom(count: Int) -> Counter {
    Counter { count }
}

#[ocaml::func]
pub fn bench_custom_get(counter: &Counter) -> Int {
    counter.count
}

/// Never lent mutably.
#[derive(Custom)]
#[ocaml(frozen)]
pub struct Frozen {
    count: Int,
}

#[ocaml::func]
pub fn bench_frozen(count: Int) -> Frozen {
    Frozen { count }
}

#[ocaml::func]
pub fn bench_frozen_get(frozen: &Frozen) -> Int {
    frozen.count
}

#[ocaml::func]
pub fn bench_six(a: Int, b: Int, c: Int, d: Int, e: Int, f: Int) -> Int {
    a + b + c + d + e + f
}

#[ocaml::func]
pub fn bench_six_checked(a: Int, b: Int, c: Int, d: Int, e: Int, f: Int) -> Int {
    a + b + c + d + e + f
}

#[ocaml::func]
pub fn bench_root(value: Root) {
    std::hint::black_box(&value);
}

#[ocaml::func]
pub fn bench_callback(f: Function<(Int,), Int>, x: Int) -> Result<Int, Error> {
    f.call(gc, (x,))
}

#[ocaml::func]
pub fn bench_callback_twice(f: Function<(Int,), Int>, x: Int) -> Result<Int, Error> {
    let once = f.call(gc, (x,))?;
    f.call(gc, (once,))
}

ocaml::import! {
    fn succ(x: Int) -> Int = "bench.succ";
}

#[ocaml::func]
pub fn bench_named_callback(x: Int) -> Result<Int, Error> {
    succ(gc, x)
}

#[ocaml::func]
pub fn bench_release() {
    gc.release(|| ());
}

#[ocaml::func]
pub fn bench_attach(times: Int) {
    let attach = move || (0..times).try_for_each(|_| Runtime::attach(|_| ()));
    gc.release(|| std::thread::spawn(attach).join()).unwrap().unwrap();
}
