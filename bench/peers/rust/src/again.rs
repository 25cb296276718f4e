//! Each conversion and each call of the cases once more. What a crate uses once is inlined whatever its size: with a second
//! use the cases cost what they cost in a program, where many functions take the same record.

use ocaml::bigarray::Array1;
use ocaml::{Array, Error, Function, Hashtbl, Int, List, Root, Seq};

use super::{Counter, Example, Five, Frozen, Shape, Shared, Step, bench_succ};

macro_rules! again {
    ($($name:ident: $type:ty;)+) => {$(
        /// Takes and gives.
        #[ocaml::func]
        pub fn $name(value: $type) -> $type {
            value
        }
    )+};
}

again! {
    again_float: f64;
    again_int64: i64;
    again_string: String;
    again_str: &str;
    again_triple: (Int, Int, Int);
    again_example: Example;
    again_shared: Shared;
    again_option: Option<Int>;
    again_float_array: Array<f64>;
    again_float_vec: Vec<f64>;
    again_list: List<Int>;
    again_result: Result<Int, String>;
    again_bigarray: Array1<f64>;
    again_root: Root;
    again_function: Function<(Int,), Int>;
    again_nested: Five;
    again_step: Step;
    again_hashtbl: Hashtbl<Int, Int>;
    again_seq: Seq<Int>;
}

#[ocaml::func]
pub fn again_shape(shape: Shape) -> bool {
    matches!(shape, Shape::Circle(_))
}

#[ocaml::func]
pub fn again_list_made(n: Int) -> List<Int> {
    List::from_iter(gc, 0..n)
}

#[ocaml::func]
pub fn again_strings_made(n: Int) -> List<&str> {
    List::from_iter(gc, (0..n).map(|_| "text"))
}

#[ocaml::func]
pub fn again_floats_made(n: usize) -> Array<f64> {
    Array::from_iter(gc, (0..n).map(|i| i as f64 / 2.0))
}

#[ocaml::func]
pub fn again_bigarray_made(n: usize) -> Array1<f64> {
    Array1::from_vec(gc, vec![0.0; n])
}

#[ocaml::func]
pub fn again_error(i: Int) -> Result<&'static str, Error> {
    Err(Error::failwith(if i == 0 { "zero" } else { "more" }))
}

#[ocaml::func]
pub fn again_result_made(i: Int) -> Result<Int, &'static str> {
    if i == 0 { Err("zero") } else { Ok(i) }
}

#[ocaml::func]
pub fn again_called(f: &Function<(Int,), Int>, x: Int) -> Result<Int, Error> {
    f.call(gc, (x,))
}

#[ocaml::func]
pub fn again_called_by_name(x: Int) -> Result<Int, Error> {
    bench_succ(gc, x + 1)
}

#[ocaml::func]
pub fn again_closure(count: Int) -> Function<(Int,), Int> {
    Function::new(gc, move |n: Int| count * n)
}

#[ocaml::func]
pub fn again_custom(count: Int) -> Counter {
    Counter { count: count + 1 }
}

#[ocaml::func]
pub fn again_frozen(count: Int) -> Frozen {
    Frozen { count: count + 1 }
}

#[ocaml::func]
pub fn again_custom_get(counter: &Counter, frozen: &Frozen) -> Int {
    counter.count - frozen.count
}

#[ocaml::func]
pub fn again_floats(floats: Array<f64>) -> Result<f64, Error> {
    (0..floats.len()).map(|i| floats.get_double(i)).sum()
}

#[ocaml::func]
pub fn again_ints(ints: List<Int>) -> Result<Int, Error> {
    let mut product = 1;
    for n in ints {
        product *= n?;
    }
    Ok(product)
}

#[ocaml::func]
pub fn again_entries(table: Hashtbl<Int, Int>) -> Result<Int, Error> {
    let mut product = 1;
    for entry in table.iter() {
        let (key, data) = entry?;
        product *= key - data;
    }
    Ok(product)
}

#[ocaml::func]
pub fn again_elements(mut seq: Seq<Int>) -> Result<Int, Error> {
    let mut product = 1;
    while let Some(n) = seq.next(gc) {
        product *= n?;
    }
    Ok(product)
}
