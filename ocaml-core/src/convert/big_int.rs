//! `num_bigint::BigInt` and `BigUint`: Zarith's `Z.t` (feature `num-bigint`).
//!
//! A `Z.t` is an immediate if it fits, and otherwise a custom block: a word with the sign in its top bit and the number of
//! limbs in the others, then the limbs, least significant first (`caml_z.c`). Nothing here refers to a symbol of Zarith,
//! which a program may lack: its operations are found where it registers them, by name.

use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering};

use num_bigint::{BigInt, BigUint, Sign};
use ocaml_sys as sys;

use super::{FromValue, IntoValue};
use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

/// The sign bit of the first word.
const NEGATIVE: usize = 1 << (usize::BITS - 1);

/// What Zarith registers when its module `Z` starts; null before. A Zarith on LibTomMath, whose blocks have the same name
/// but another layout, and a finalizer, does not count.
fn operations() -> *const sys::custom_operations {
    static FOUND: AtomicPtr<sys::custom_operations> = AtomicPtr::new(ptr::null_mut());
    let found = FOUND.load(Ordering::Relaxed);
    if !found.is_null() {
        return found;
    }
    // SAFETY: the callers have a value, and so hold the runtime; the search does not collect, and what it finds is a
    // record that stays as it is.
    unsafe {
        let registered = sys::caml_find_custom_operations(c"_z".as_ptr());
        if registered.is_null() || (*registered).finalize.is_some() {
            return ptr::null();
        }
        FOUND.store(registered, Ordering::Relaxed);
        registered
    }
}

/// A `Z.t` as it is stored.
enum Stored<'gc> {
    Small(isize),
    Large(Sign, &'gc [usize]),
}

impl<'gc> Stored<'gc> {
    fn of(value: Value<'gc>) -> Option<Stored<'gc>> {
        if let Some(small) = value.as_int() {
            return Some(Stored::Small(small));
        }
        let operations = operations();
        if operations.is_null() {
            return None;
        }
        let words = value.custom_data(operations)?.cast::<usize>();
        // SAFETY: a block with these operations has a first word, and as many limbs as that says: no more than there are
        // words, which also holds for what was read from a file. They never change, and nothing moves them during 'gc.
        unsafe {
            let first = words.read();
            let limbs = (first & !NEGATIVE).min(value.size()?.saturating_sub(2));
            let sign = if first & NEGATIVE == 0 { Sign::Plus } else { Sign::Minus };
            Some(Stored::Large(sign, core::slice::from_raw_parts(words.add(1), limbs)))
        }
    }
}

fn magnitude(limbs: &[usize]) -> BigUint {
    let digits = |&limb: &usize| (0..usize::BITS / 32).map(move |i| (limb >> (32 * i)) as u32);
    BigUint::new(limbs.iter().flat_map(digits).collect())
}

fn decode_int(value: Value<'_>) -> Option<BigInt> {
    match Stored::of(value)? {
        Stored::Small(small) => Some(small.into()),
        Stored::Large(sign, limbs) => Some(BigInt::from_biguint(sign, magnitude(limbs))),
    }
}

fn decode_uint(value: Value<'_>) -> Option<BigUint> {
    match Stored::of(value)? {
        Stored::Small(small) => usize::try_from(small).ok().map(BigUint::from),
        Stored::Large(Sign::Plus, limbs) => Some(magnitude(limbs)),
        Stored::Large(..) => None,
    }
}

#[cfg(target_pointer_width = "64")]
fn limbs(magnitude: &BigUint) -> impl ExactSizeIterator<Item = usize> {
    magnitude.iter_u64_digits().map(|limb| limb as usize)
}

#[cfg(not(target_pointer_width = "64"))]
fn limbs(magnitude: &BigUint) -> impl ExactSizeIterator<Item = usize> {
    magnitude.iter_u32_digits().map(|limb| limb as usize)
}

/// The block of a number that does not fit an immediate.
fn block<'gc>(sign: Sign, magnitude: &BigUint, gc: &'gc Runtime) -> Value<'gc> {
    let operations = operations();
    if operations.is_null() {
        ConversionError::new(
            "a number beyond OCaml's int needs Zarith (on GMP), which this program lacks: \
             link OCaml's library zarith, with -linkall if nothing in OCaml calls its module Z",
        )
        .throw();
    }
    let limbs = limbs(magnitude);
    let sign = if sign == Sign::Minus { NEGATIVE } else { 0 };
    let words = [operations as usize, limbs.len() | sign];
    let fresh = alloc::reserve(gc, words.len() + limbs.len(), sys::CUSTOM);
    for (index, word) in words.into_iter().chain(limbs).enumerate() {
        // SAFETY: the block has room for these words, and custom blocks hold no values.
        unsafe { fresh.as_ptr().cast::<usize>().add(index).write(word) };
    }
    fresh.value(gc)
}

/// The immediate of a number, if it fits one.
fn immediate(small: Option<isize>) -> Option<Value<'static>> {
    small.and_then(|small| Value::try_int(small).ok())
}

// SAFETY: checked to be an immediate or one of Zarith's blocks.
unsafe impl<'gc> FromValue<'gc> for BigInt {
    decode!(|value| decode_int(value), else ConversionError::expected("a Z.t", value));
}

// SAFETY: as for `BigInt`, and not negative.
unsafe impl<'gc> FromValue<'gc> for BigUint {
    decode!(|value| decode_uint(value), else match Stored::of(value) {
        Some(_) => ConversionError::new("expected a Z.t of 0 or more, found a negative one"),
        None => ConversionError::expected("a Z.t", value),
    });
}

// SAFETY: what Zarith makes of the number, an immediate whenever it fits.
unsafe impl<'gc> IntoValue<'gc> for &BigInt {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        immediate(self.try_into().ok()).unwrap_or_else(|| block(self.sign(), self.magnitude(), gc))
    }
}

// SAFETY: as for `&BigInt`.
unsafe impl<'gc> IntoValue<'gc> for &BigUint {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        immediate(self.try_into().ok()).unwrap_or_else(|| block(Sign::Plus, self, gc))
    }
}

macro_rules! owned {
    ($($number:ident),*) => {$(
        // SAFETY: as for the reference.
        unsafe impl<'gc> IntoValue<'gc> for $number {
            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                (&self).into_value(gc)
            }
        }
    )*};
}

owned!(BigInt, BigUint);
