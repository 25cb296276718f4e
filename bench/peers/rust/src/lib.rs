//! The Rust side of the benchmark: the same functions as in `c/idiomatic.c`, as a user writes them.

use ocaml::bigarray::Array1;
use ocaml::{Array, Custom, Error, FromValue, Function, Hashtbl, Int, IntoValue, List, Root, Runtime, Seq, Value};

mod again;

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
pub fn bench_float_array_made(n: usize) -> Array<f64> {
    Array::from_iter(gc, (0..n).map(|i| i as f64))
}

#[ocaml::func]
pub fn bench_float_array_copied(n: usize) -> Vec<f64> {
    bench_float_array(n)
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
pub fn bench_bigarray(n: Int) -> Array1<f64> {
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

#[ocaml::func]
pub fn bench_lent(count: Int) -> Counter {
    Counter { count }
}

#[ocaml::func]
pub fn bench_lent_get(counter: &Counter) -> Int {
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
pub fn bench_callback(f: &Function<(Int,), Int>, x: Int) -> Result<Int, Error> {
    f.call(gc, (x,))
}

#[ocaml::func]
pub fn bench_callback_twice(f: &Function<(Int,), Int>, x: Int) -> Result<Int, Error> {
    let once = f.call(gc, (x,))?;
    f.call(gc, (once,))
}

ocaml::import! {
    fn bench_succ(x: Int) -> Int;
}

#[ocaml::func]
pub fn bench_named_callback(x: Int) -> Result<Int, Error> {
    bench_succ(gc, x)
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

#[ocaml::func]
pub fn bench_result(i: Int) -> Result<Int, &'static str> {
    if i < 0 {
        return Err("negative");
    }
    Ok(i)
}

static SILENCE: std::sync::Once = std::sync::Once::new();

#[ocaml::func]
pub fn bench_panic(i: Int) -> Int {
    if i < 0 {
        // Its report is not what is measured.
        SILENCE.call_once(|| std::panic::set_hook(Box::new(|_| ())));
        panic!("negative");
    }
    i
}

#[ocaml::func]
pub fn bench_closure(count: Int) -> Function<(Int,), Int> {
    Function::new(gc, move |n: Int| count + n)
}

#[ocaml::func]
pub fn bench_added(counter: &Counter, n: Int) -> Int {
    counter.count + n
}

#[derive(FromValue, IntoValue)]
pub struct Nested<Rest> {
    n: Int,
    rest: Rest,
}

#[derive(FromValue, IntoValue)]
pub struct Innermost {
    n: Int,
}

/// Five deep.
type Five = Nested<Nested<Nested<Nested<Innermost>>>>;

#[ocaml::func]
pub fn bench_nested(mut record: Five) -> Five {
    record.n += 1;
    record.rest.n += 1;
    record.rest.rest.n += 1;
    record.rest.rest.rest.n += 1;
    record.rest.rest.rest.rest.n += 1;
    record
}

#[derive(FromValue, IntoValue)]
#[ocaml(polymorphic_variant)]
pub enum Step {
    Stay,
    Go(Int),
    Turn(Int, Int),
}

#[ocaml::func]
pub fn bench_step(step: Step) -> Step {
    match step {
        Step::Stay => Step::Stay,
        Step::Go(n) => Step::Go(n + 1),
        Step::Turn(a, b) => Step::Turn(b, a),
    }
}

/// Each is exported twice: the C side of the second makes the checks that Rust makes.
macro_rules! hashtbl_sum {
    ($($name:ident)+) => {
        $(
            #[ocaml::func]
            pub fn $name(table: Hashtbl<Int, Int>) -> Result<Int, Error> {
                let mut sum = 0;
                for entry in table.iter() {
                    let (key, data) = entry?;
                    sum += key + data;
                }
                Ok(sum)
            }
        )+
    };
}

hashtbl_sum!(bench_hashtbl_sum bench_hashtbl_sum_checked);

macro_rules! seq_sum {
    ($($name:ident)+) => {
        $(
            #[ocaml::func(gc)]
            pub fn $name(mut seq: Seq<Int>) -> Result<Int, Error> {
                let mut sum = 0;
                while let Some(n) = seq.next(gc) {
                    sum += n?;
                }
                Ok(sum)
            }
        )+
    };
}

seq_sum!(bench_seq_sum bench_seq_sum_checked);

macro_rules! unboxed {
    ($($name:ident($first:ident $(, $argument:ident)*))+) => {
        $(
            #[ocaml::func(unboxed, noalloc)]
            #[allow(clippy::too_many_arguments)]
            pub fn $name($first: f64 $(, $argument: f64)*) -> f64 {
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
