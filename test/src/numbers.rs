//! Integers, floats, bool, unit: round trips and ranges.

macro_rules! identity {
    ($($name:ident: $type:ty),* $(,)?) => {$(
        #[ocaml::func]
        pub fn $name(x: $type) -> $type {
            x
        }
    )*};
}

identity! {
    numbers_unit: (),
    numbers_bool: bool,
    numbers_i8: i8,
    numbers_u8: u8,
    numbers_i16: i16,
    numbers_u16: u16,
    numbers_isize: isize,
    numbers_usize: usize,
    numbers_i32: i32,
    numbers_u32: u32,
    numbers_i64: i64,
    numbers_u64: u64,
    numbers_f32: f32,
    numbers_f64: f64,
}

#[ocaml::func]
pub fn numbers_add(a: ocaml::Int, b: ocaml::Int) -> ocaml::Int {
    a + b
}

#[ocaml::func]
pub fn numbers_two_to_the(exponent: u32) -> ocaml::Uint {
    1 << exponent
}

#[ocaml::func]
pub fn numbers_max_int_plus_one(_unit: ()) -> ocaml::Int {
    ocaml::sys::MAX_INT + 1
}

#[ocaml::func]
pub fn numbers_sum_i64(numbers: Vec<i64>) -> i64 {
    numbers.iter().sum()
}

#[ocaml::func]
pub fn numbers_value_int(x: ocaml::Int) -> ocaml::Value {
    ocaml::Value::int(x)
}
