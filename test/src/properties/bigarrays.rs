//! Rows: bigarrays of every kind, number of dimensions and layout.

use ocaml::bigarray::{Array0, Array1, Array2, Array3, Bigarray, Char, Dims, Element, Genarray, Layout};
use ocaml::{Error, FromValue, Int, Value};

use super::DEPTH;
use super::random::{Arbitrary, Random, arbitrary};
use crate::bigarrays::{Half, by_kind};

arbitrary!(Char, |random, depth| Char(u8::arbitrary(random, depth)));
arbitrary!(Half, |random, depth| Half(random.below(0x7c00) as u16));

/// The number of dimensions of a `Genarray`, whose type does not say it.
const ANY: usize = 4;

/// The elements are in the order of memory.
struct Model<T> {
    dims: Vec<usize>,
    elements: Vec<T>,
}

impl<T: Arbitrary> Model<T> {
    fn new(random: &mut Random, dims: usize) -> Model<T> {
        let count = if dims == ANY { random.below(5) as usize } else { dims };
        let dims: Vec<usize> = (0..count).map(|_| random.below(4) as usize).collect();
        let elements = (0..dims.iter().product())
            .map(|_| T::arbitrary(random, DEPTH))
            .collect();
        Model { dims, elements }
    }
}

fn make<'gc, T: Element + Arbitrary, L: Layout>(
    gc: &'gc ocaml::Runtime,
    random: &mut Random,
    dims: usize,
) -> Result<Value<'gc>, Error> {
    let Model { dims: sizes, elements } = Model::<T>::new(random, dims);
    Ok(match (dims, sizes.as_slice()) {
        (ANY, sizes) => Genarray::<T, L>::from_shape_vec(gc, sizes, elements)?.value(),
        (_, []) => Array0::<T, L>::from_shape_vec(gc, [], elements)?.value(),
        (_, &[n]) => Array1::<T, L>::from_shape_vec(gc, n, elements)?.value(),
        (_, &[n, m]) => Array2::<T, L>::from_shape_vec(gc, [n, m], elements)?.value(),
        (_, &[n, m, l]) => Array3::<T, L>::from_shape_vec(gc, [n, m, l], elements)?.value(),
        (_, sizes) => unreachable!("{} dimensions", sizes.len()),
    })
}

fn same<T: Element + Arbitrary + PartialEq, L: Layout>(
    value: Value,
    random: &mut Random,
    dims: usize,
) -> Result<bool, Error> {
    fn equal<'gc, T: Element + PartialEq, D: Dims<'gc>, L: Layout>(
        array: Bigarray<'gc, T, D, L>,
        mine: Model<T>,
    ) -> bool {
        *array.dims().as_ref() == *mine.dims && array.iter().eq(mine.elements)
    }
    let mine = Model::<T>::new(random, dims);
    Ok(match dims {
        0 => equal(Array0::<T, L>::from_value(value)?, mine),
        1 => equal(Array1::<T, L>::from_value(value)?, mine),
        2 => equal(Array2::<T, L>::from_value(value)?, mine),
        3 => equal(Array3::<T, L>::from_value(value)?, mine),
        _ => equal(Genarray::<T, L>::from_value(value)?, mine),
    })
}

#[ocaml::func]
pub fn prop_bigarray_make(kind: usize, fortran: bool, dims: usize, seed: Int) -> Result<Value, Error> {
    by_kind!(kind, fortran, make(gc, &mut Random::new(seed), dims))
}

#[ocaml::func]
pub fn prop_bigarray_same(kind: usize, fortran: bool, dims: usize, seed: Int, value: Value) -> Result<bool, Error> {
    by_kind!(kind, fortran, same(value, &mut Random::new(seed), dims))
}
