//! Numbers of any size: Zarith's.

use num_bigint::{BigInt, BigUint};
use ocaml::{Int, Value};

#[ocaml::func]
pub fn big_int(number: BigInt) -> BigInt {
    number
}

#[ocaml::func]
pub fn big_uint(number: BigUint) -> BigUint {
    number
}

#[ocaml::func]
pub fn big_int_to_string(number: BigInt) -> String {
    number.to_string()
}

#[ocaml::func]
pub fn big_int_of_string(text: &str) -> Result<BigInt, ocaml::Error> {
    Ok(text.parse()?)
}

/// A value that it does not own, in a tuple with one that it does.
#[ocaml::func]
pub fn big_int_and_double(number: BigInt) -> Value {
    let double = &number + &number;
    let both = (&number, double);
    ocaml::IntoValue::into_value(both, gc)
}

#[ocaml::func]
pub fn big_int_sum(numbers: Vec<BigInt>) -> BigInt {
    numbers.iter().sum()
}

/// As many powers of a number as asked for, from its first on.
#[ocaml::func]
pub fn big_int_powers(base: BigInt, count: u16) -> Vec<BigInt> {
    (1..=u32::from(count)).map(|exponent| base.pow(exponent)).collect()
}

/// 2^n, as a number that is never negative.
#[ocaml::func]
pub fn big_uint_power_of_two(n: usize) -> BigUint {
    BigUint::from(1u8) << n
}

/// `int -> Z.t`
#[ocaml::func]
pub fn big_int_of_int(n: Int) -> BigInt {
    n.into()
}
