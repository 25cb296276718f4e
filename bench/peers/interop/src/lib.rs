//! The same functions with the crate `ocaml-interop` 0.12, as its guide teaches; what it has no means for is left out.

use ocaml_interop::bigarray::Array1;
use ocaml_interop::{
    impl_conv_ocaml_record, impl_from_ocaml_polymorphic_variant, impl_from_ocaml_variant,
    impl_to_ocaml_polymorphic_variant, BoxRoot, DynBox, OCaml, OCamlFloat, OCamlFloatArray, OCamlInt, OCamlInt64,
    OCamlList, OCamlRuntime, ToOCaml,
};
use std::borrow::Borrow;

#[ocaml_interop::export]
pub fn bench_noop(_cr: &mut OCamlRuntime, unit: OCaml<()>) -> OCaml<()> {
    unit
}

#[ocaml_interop::export]
pub fn bench_add_int(cr: &mut OCamlRuntime, a: OCaml<OCamlInt>, b: OCaml<OCamlInt>) -> OCaml<OCamlInt> {
    (a.to_rust::<i64>() + b.to_rust::<i64>()).to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_add_float(cr: &mut OCamlRuntime, a: OCaml<OCamlFloat>, b: OCaml<OCamlFloat>) -> OCaml<OCamlFloat> {
    (a.to_rust::<f64>() + b.to_rust::<f64>()).to_ocaml(cr)
}

#[no_mangle]
pub extern "C" fn bench_add_unboxed(a: f64, b: f64) -> f64 {
    a + b
}

#[ocaml_interop::export]
pub fn bench_add_int64(cr: &mut OCamlRuntime, a: OCaml<OCamlInt64>, b: OCaml<OCamlInt64>) -> OCaml<OCamlInt64> {
    a.to_rust::<i64>().wrapping_add(b.to_rust()).to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_strlen(cr: &mut OCamlRuntime, s: OCaml<String>) -> OCaml<OCamlInt> {
    (s.as_str().len() as i64).to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_echo(cr: &mut OCamlRuntime, s: OCaml<String>) -> OCaml<String> {
    s.to_rust::<String>().to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_triple(cr: &mut OCamlRuntime, i: OCaml<OCamlInt>) -> OCaml<(OCamlInt, OCamlInt, OCamlInt)> {
    let i: i64 = i.to_rust();
    (i, i + 1, i + 2).to_ocaml(cr)
}

pub struct Example {
    name: String,
    i: i64,
}

impl_conv_ocaml_record! {
    Example {
        name: String,
        i: OCamlInt,
    }
}

#[ocaml_interop::export]
pub fn bench_record(cr: &mut OCamlRuntime, example: OCaml<Example>) -> OCaml<Example> {
    let mut example: Example = example.to_rust();
    example.i += 1;
    example.to_ocaml(cr)
}

pub enum Shape {
    Circle(f64),
    Rect(f64, f64),
    Empty,
}

impl_from_ocaml_variant! {
    Shape {
        Shape::Circle(radius: OCamlFloat),
        Shape::Rect(width: OCamlFloat, height: OCamlFloat),
        Shape::Empty,
    }
}

#[ocaml_interop::export]
pub fn bench_area(cr: &mut OCamlRuntime, shape: OCaml<Shape>) -> OCaml<OCamlFloat> {
    let area = match shape.to_rust() {
        Shape::Circle(radius) => 3.0 * radius * radius,
        Shape::Rect(width, height) => width * height,
        Shape::Empty => 0.0,
    };
    area.to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_option(cr: &mut OCamlRuntime, i: OCaml<Option<OCamlInt>>) -> OCaml<Option<OCamlInt>> {
    i.to_rust::<Option<i64>>().map(|i| i + 1).to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_float_sum(cr: &mut OCamlRuntime, floats: OCaml<OCamlFloatArray>) -> OCaml<OCamlFloat> {
    floats.to_rust::<Vec<f64>>().iter().sum::<f64>().to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_float_array(cr: &mut OCamlRuntime, n: OCaml<OCamlInt>) -> OCaml<OCamlFloatArray> {
    let floats: Vec<f64> = (0..n.to_rust::<i64>() as usize).map(|i| i as f64).collect();
    floats.to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_float_array_copied(cr: &mut OCamlRuntime, n: OCaml<OCamlInt>) -> OCaml<OCamlFloatArray> {
    let floats: Vec<f64> = (0..n.to_rust::<i64>() as usize).map(|i| i as f64).collect();
    floats.to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_list_sum(cr: &mut OCamlRuntime, ints: OCaml<OCamlList<OCamlInt>>) -> OCaml<OCamlInt> {
    let (mut sum, mut rest) = (0, ints);
    while let Some((int, tail)) = rest.uncons() {
        sum += int.to_rust::<i64>();
        rest = tail;
    }
    sum.to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_int_list(cr: &mut OCamlRuntime, n: OCaml<OCamlInt>) -> OCaml<OCamlList<OCamlInt>> {
    let ints: Vec<i64> = (0..n.to_rust()).collect();
    ints.to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_string_list(cr: &mut OCamlRuntime, n: OCaml<OCamlInt>) -> OCaml<OCamlList<String>> {
    let strings: Vec<&str> = (0..n.to_rust::<i64>()).map(|_| "8 bytes.").collect();
    strings.to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_result(cr: &mut OCamlRuntime, i: OCaml<OCamlInt>) -> OCaml<Result<OCamlInt, String>> {
    let i: i64 = i.to_rust();
    let result = if i < 0 { Err("negative") } else { Ok(i) };
    result.to_ocaml(cr)
}

static SILENCE: std::sync::Once = std::sync::Once::new();

#[ocaml_interop::export]
pub fn bench_panic(cr: &mut OCamlRuntime, i: OCaml<OCamlInt>) -> OCaml<OCamlInt> {
    let i: i64 = i.to_rust();
    if i < 0 {
        // Its report is not what is measured.
        SILENCE.call_once(|| std::panic::set_hook(Box::new(|_| ())));
        panic!("negative");
    }
    i.to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_bigarray_sum(cr: &mut OCamlRuntime, array: OCaml<Array1<f64>>) -> OCaml<OCamlFloat> {
    array.as_slice().iter().sum::<f64>().to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_bigarray(cr: &mut OCamlRuntime, n: OCaml<OCamlInt>) -> OCaml<Array1<f64>> {
    let floats: Vec<f64> = (0..n.to_rust::<i64>()).map(|i| i as f64).collect();
    floats.as_slice().to_ocaml(cr)
}

pub struct Counter {
    count: i64,
}

#[ocaml_interop::export]
pub fn bench_custom(cr: &mut OCamlRuntime, count: OCaml<OCamlInt>) -> OCaml<DynBox<Counter>> {
    let count = count.to_rust();
    OCaml::box_value(cr, Counter { count })
}

#[ocaml_interop::export]
pub fn bench_custom_get(cr: &mut OCamlRuntime, counter: OCaml<DynBox<Counter>>) -> OCaml<OCamlInt> {
    let counter: &Counter = counter.borrow();
    let count = counter.count;
    count.to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_frozen(cr: &mut OCamlRuntime, count: OCaml<OCamlInt>) -> OCaml<DynBox<Counter>> {
    let count = count.to_rust();
    OCaml::box_value(cr, Counter { count })
}

#[ocaml_interop::export]
pub fn bench_frozen_get(cr: &mut OCamlRuntime, counter: OCaml<DynBox<Counter>>) -> OCaml<OCamlInt> {
    let counter: &Counter = counter.borrow();
    let count = counter.count;
    count.to_ocaml(cr)
}

#[ocaml_interop::export(bytecode = "bench_six_bytecode")]
pub fn bench_six(
    cr: &mut OCamlRuntime,
    a: OCaml<OCamlInt>,
    b: OCaml<OCamlInt>,
    c: OCaml<OCamlInt>,
    d: OCaml<OCamlInt>,
    e: OCaml<OCamlInt>,
    f: OCaml<OCamlInt>,
) -> OCaml<OCamlInt> {
    let sum: i64 = a.to_rust::<i64>() + b.to_rust::<i64>() + c.to_rust::<i64>();
    (sum + d.to_rust::<i64>() + e.to_rust::<i64>() + f.to_rust::<i64>()).to_ocaml(cr)
}

#[ocaml_interop::export]
pub fn bench_root(_cr: &mut OCamlRuntime, value: BoxRoot<OCamlInt>) -> OCaml<()> {
    std::hint::black_box(&value);
    OCaml::unit()
}

#[ocaml_interop::export]
pub fn bench_callback(
    cr: &mut OCamlRuntime,
    f: BoxRoot<fn(OCamlInt) -> OCamlInt>,
    x: OCaml<OCamlInt>,
) -> OCaml<OCamlInt> {
    let x: i64 = x.to_rust();
    f.try_call(cr, &x).unwrap_or_else(|_| panic!("exception"))
}

#[ocaml_interop::export]
pub fn bench_callback_twice(
    cr: &mut OCamlRuntime,
    f: BoxRoot<fn(OCamlInt) -> OCamlInt>,
    x: OCaml<OCamlInt>,
) -> OCaml<OCamlInt> {
    let x: i64 = x.to_rust();
    let once: i64 = f.try_call(cr, &x).unwrap_or_else(|_| panic!("exception")).to_rust();
    f.try_call(cr, &once).unwrap_or_else(|_| panic!("exception"))
}

mod named {
    ocaml_interop::ocaml! {
        pub fn bench_succ(x: ocaml_interop::OCamlInt) -> ocaml_interop::OCamlInt;
    }
}

#[ocaml_interop::export]
pub fn bench_named_callback(cr: &mut OCamlRuntime, x: BoxRoot<OCamlInt>) -> OCaml<OCamlInt> {
    let result = named::bench_succ(cr, &x);
    cr.get(&result)
}

#[ocaml_interop::export]
pub fn bench_release(cr: &mut OCamlRuntime, _unit: OCaml<()>) -> OCaml<()> {
    cr.releasing_runtime(|| ());
    OCaml::unit()
}

pub struct Innermost {
    n: i64,
}

impl_conv_ocaml_record! {
    Innermost {
        n: OCamlInt,
    }
}

macro_rules! nested {
    ($($name:ident: $rest:ident)+) => {
        $(
            pub struct $name {
                n: i64,
                rest: $rest,
            }

            impl_conv_ocaml_record! {
                $name {
                    n: OCamlInt,
                    rest: $rest,
                }
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

#[ocaml_interop::export]
pub fn bench_nested(cr: &mut OCamlRuntime, record: OCaml<Nested>) -> OCaml<Nested> {
    let mut record: Nested = record.to_rust();
    record.n += 1;
    record.rest.n += 1;
    record.rest.rest.n += 1;
    record.rest.rest.rest.n += 1;
    record.rest.rest.rest.rest.n += 1;
    record.to_ocaml(cr)
}

pub enum Step {
    Stay,
    Go(i64),
    Turn(i64, i64),
}

impl_from_ocaml_polymorphic_variant! {
    Step {
        Stay => Step::Stay,
        Go(n: OCamlInt) => Step::Go(n),
        Turn(a: OCamlInt, b: OCamlInt) => Step::Turn(a, b),
    }
}

impl_to_ocaml_polymorphic_variant! {
    Step {
        Step::Stay,
        Step::Go(n: OCamlInt),
        Step::Turn(a: OCamlInt, b: OCamlInt),
    }
}

#[ocaml_interop::export]
pub fn bench_step(cr: &mut OCamlRuntime, step: OCaml<Step>) -> OCaml<Step> {
    let step = match step.to_rust() {
        Step::Stay => Step::Stay,
        Step::Go(n) => Step::Go(n + 1),
        Step::Turn(a, b) => Step::Turn(b, a),
    };
    step.to_ocaml(cr)
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
