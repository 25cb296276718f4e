//! Bigarrays: every kind, layout and number of dimensions; memory handed over; parts that outlive the whole.

use std::alloc::{GlobalAlloc, Layout as MemoryLayout, System};
use std::sync::Mutex;
use std::sync::atomic::{AtomicIsize, Ordering};

use ocaml::bigarray::{Array0, Array1, Array2, Array3, Element, FortranLayout, Genarray, Layout};
use ocaml::{Error, FromValue, Root, Runtime, Value};

/// Counts the blocks of one odd size.
struct Counting;

const COUNTED_FLOATS: usize = 12_345;
const COUNTED: usize = COUNTED_FLOATS * size_of::<f64>();
static LIVE: AtomicIsize = AtomicIsize::new(0);

fn count(layout: MemoryLayout, change: isize) {
    if layout.size() == COUNTED {
        LIVE.fetch_add(change, Ordering::Relaxed);
    }
}

// SAFETY: the system's allocator; counting does not allocate.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: MemoryLayout) -> *mut u8 {
        count(layout, 1);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: MemoryLayout) -> *mut u8 {
        count(layout, 1);
        // SAFETY: the caller's promise.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, data: *mut u8, layout: MemoryLayout) {
        count(layout, -1);
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(data, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// How many blocks of the size that `bigarrays_counted` makes are in use.
#[ocaml::func]
pub fn bigarrays_live(_unit: ()) -> isize {
    LIVE.load(Ordering::Relaxed)
}

/// 0.0, 1.0, 2.0…
#[ocaml::func]
pub fn bigarrays_counted(_unit: ()) -> Array1<f64> {
    let mut floats = Vec::with_capacity(COUNTED_FLOATS);
    floats.extend((0..COUNTED_FLOATS).map(|i| i as f64));
    Array1::from_vec(gc, floats)
}

/// As many elements, in three dimensions.
#[ocaml::func]
pub fn bigarrays_counted3(_unit: ()) -> Result<Array3<f64, FortranLayout>, Error> {
    let floats = (0..COUNTED_FLOATS).map(|i| i as f64).collect();
    Array3::from_shape_vec(gc, [3, 5, 823], floats)
}

/// Spare capacity, which is freed with the rest.
#[ocaml::func]
pub fn bigarrays_spare_capacity(len: usize) -> Array1<f64> {
    let mut floats = Vec::with_capacity(COUNTED_FLOATS);
    floats.resize(len, 1.5);
    Array1::from_vec(gc, floats)
}

/// An element type of our own: half-precision floats, which only OCaml 5.2 and later hand to us.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
pub struct Half(pub u16);

// SAFETY: two bytes, as elements of that kind.
unsafe impl Element for Half {
    const KIND: ocaml::sys::bigarray::Kind = ocaml::sys::bigarray::Kind::FLOAT16;
    const ZERO: Half = Half(0);
}

/// Copies made in every way that there is.
fn copies<'gc, T: Element + PartialEq, L: Layout>(
    gc: &'gc Runtime,
    value: Value<'gc>,
) -> Result<Vec<Value<'gc>>, Error> {
    let whole = Genarray::<T, L>::from_value(value)?;
    let n = whole.dims().len();
    assert_eq!(Array0::<T, L>::from_value(value).is_ok(), n == 0);
    assert_eq!(Array1::<T, L>::from_value(value).is_ok(), n == 1);
    assert_eq!(Array2::<T, L>::from_value(value).is_ok(), n == 2);
    assert_eq!(Array3::<T, L>::from_value(value).is_ok(), n == 3);
    assert_eq!(whole.len(), whole.dims().iter().product());
    assert!(whole.iter().eq(whole.to_vec()));

    let mut copies = vec![Genarray::<T, L>::from_shape_vec(gc, whole.dims(), whole.to_vec())?.value()];
    match n {
        0 => {
            let (from, to) = (Array0::<T, L>::from_value(value)?, Array0::<T, L>::zeros(gc, [])?);
            to.set(from.get()?)?;
            copies.push(to.value());
        }
        1 => {
            let from = Array1::<T, L>::from_value(value)?;
            let to = Array1::<T, L>::zeros(gc, from.len())?;
            for i in 0..from.len() {
                to.set(i, from.get(i)?)?;
            }
            assert!(from.get(from.len()).is_err() && to.set(usize::MAX, T::ZERO).is_err());
            copies.push(to.value());
            if !L::FORTRAN {
                copies.push(Array1::from_slice(gc, &from.to_vec()).value());
            }
        }
        2 => {
            let from = Array2::<T, L>::from_value(value)?;
            let to = Array2::<T, L>::zeros(gc, from.dims())?;
            let [n, m] = from.dims();
            for (i, j) in (0..n).flat_map(|i| (0..m).map(move |j| (i, j))) {
                to.set(i, j, from.get(i, j)?)?;
            }
            assert!(from.get(n, 0).is_err() && from.get(0, m).is_err());
            copies.push(to.value());
        }
        3 => {
            let from = Array3::<T, L>::from_value(value)?;
            let to = Array3::<T, L>::zeros(gc, from.dims())?;
            to.as_cells()
                .iter()
                .zip(from.as_cells())
                .for_each(|(to, from)| to.set(from.get()));
            let [n, m, l] = from.dims();
            assert!(from.get(n, 0, 0).is_err() && from.get(0, m, 0).is_err() && from.get(0, 0, l).is_err());
            if !from.is_empty() {
                assert!(from.get(n - 1, m - 1, l - 1)? == whole.get(&[n - 1, m - 1, l - 1])?);
            }
            copies.push(to.value());
        }
        _ => {
            let to = Genarray::<T, L>::zeros(gc, whole.dims())?;
            to.copy_from_slice(&whole.to_vec());
            copies.push(to.value());
        }
    }
    Ok(copies)
}

/// A function for elements of kind number `kind`.
macro_rules! by_kind {
    ($kind:expr, $fortran:expr, $function:ident$arguments:tt) => {
        $crate::bigarrays::by_kind!(@ $kind, $fortran, $function $arguments:
            0 => f32, 1 => f64, 2 => i8, 3 => u8, 4 => i16, 5 => u16, 6 => i32, 7 => i64, 8 => isize,
            9 => ocaml::Nativeint, 10 => ocaml::Complex<f32>, 11 => ocaml::Complex<f64>,
            12 => ocaml::bigarray::Char, 13 => $crate::bigarrays::Half
        )
    };
    (@ $kind:expr, $fortran:expr, $function:ident $arguments:tt: $($number:pat => $element:ty),*) => {
        match ($kind, $fortran) {
            $(
                ($number, false) => $function::<$element, ocaml::bigarray::CLayout>$arguments,
                ($number, true) => $function::<$element, ocaml::bigarray::FortranLayout>$arguments,
            )*
            _ => Err(ocaml::Error::not_found()),
        }
    };
}

pub(crate) use by_kind;

#[ocaml::func]
pub fn bigarrays_copies(kind: usize, fortran: bool, value: Value) -> Result<Vec<Value>, Error> {
    by_kind!(kind, fortran, copies(gc, value))
}

#[ocaml::func]
pub fn bigarrays_sum(array: Array1<f64>) -> f64 {
    array.iter().sum()
}

/// The same function under another type.
#[ocaml::func]
pub fn bigarrays_sum_matrix(matrix: Array2<f32, FortranLayout>) -> f64 {
    matrix.iter().map(f64::from).sum()
}

#[ocaml::func]
pub fn bigarrays_bytes(bytes: Array1<u8>) -> u64 {
    bytes.iter().map(u64::from).sum()
}

#[ocaml::func]
pub fn bigarrays_get(array: Array1<isize>, index: usize) -> Result<isize, Error> {
    array.get(index)
}

#[ocaml::func]
pub fn bigarrays_set(array: Array1<isize>, index: usize, element: isize) -> Result<(), Error> {
    array.set(index, element)
}

/// Writes the number in one of several ways.
#[ocaml::func]
pub fn bigarrays_write(way: u8, shift: u32) -> Result<Array1<isize>, Error> {
    let number = 1isize << shift;
    if way == 0 {
        return Array1::from_shape_vec(gc, 1, vec![number]);
    }
    if way == 1 {
        return Ok(Array1::from_vec(gc, vec![number]));
    }
    if way == 2 {
        return Ok(Array1::from_slice(gc, &[number]));
    }
    let array = Array1::zeros(gc, 1)?;
    match way {
        3 => array.set(0, number)?,
        4 => array.as_cells()[0].set(number),
        5 => array.fill(number),
        6 => array.copy_from_slice(&[number]),
        7 => return Ok(Array1::from_ndarray(gc, ndarray::arr1(&[number]))),
        _ => return Err(Error::not_found()),
    }
    Ok(array)
}

/// Both may be the same array, or parts of one.
#[ocaml::func]
pub fn bigarrays_add(to: Array1<f64>, from: Array1<f64>) {
    for (to, from) in to.as_cells().iter().zip(from.as_cells()) {
        to.set(to.get() + from.get());
    }
}

#[ocaml::func]
pub fn bigarrays_sort(array: Array1<f64>) {
    // SAFETY: the test has one thread, and no other view of the array.
    unsafe { array.as_mut_slice() }.sort_by(f64::total_cmp);
}

#[ocaml::func]
pub fn bigarrays_fill_elsewhere(array: Array2<i32>) {
    let cells = array.as_cells();
    std::thread::scope(|threads| {
        for part in cells.chunks(cells.len().div_ceil(4).max(1)) {
            threads.spawn(|| part.iter().for_each(|cell| cell.set(7)));
        }
    });
}

#[ocaml::func]
pub fn bigarrays_wrong_count(_unit: ()) -> Result<Array2<f64>, Error> {
    Array2::from_shape_vec(gc, [2, 3], vec![0.0; 7])
}

#[ocaml::func]
pub fn bigarrays_too_large(_unit: ()) -> Result<Array2<f64>, Error> {
    Array2::zeros(gc, [1 << 40, 1 << 40])
}

#[ocaml::func]
pub fn bigarrays_no_memory(_unit: ()) -> Result<Array1<f64>, Error> {
    Array1::zeros(gc, isize::MAX as usize / 16)
}

#[ocaml::func]
pub fn bigarrays_many_dims(dims: Vec<usize>) -> Result<Genarray<f64>, Error> {
    Genarray::zeros(gc, dims.as_slice())
}

/// A new array of `len` bytes, all touched.
#[ocaml::func]
pub fn bigarrays_make(len: usize) -> Array1<u8> {
    Array1::from_vec(gc, vec![1; len])
}

/// `times` arrays of `len` bytes in one call.
#[ocaml::func]
pub fn bigarrays_make_many(times: usize, len: usize) -> Result<usize, Error> {
    let mut sum = 0;
    for _ in 0..times {
        let array = Array1::from_vec(gc, vec![1u8; len]);
        sum += array.len();
        gc.poll()?;
    }
    Ok(sum)
}

/// Memory is freed also when the function fails after all.
#[ocaml::func]
pub fn bigarrays_fail(_unit: ()) -> Result<(), Error> {
    let _ = Array1::from_vec(gc, vec![0.0; COUNTED_FLOATS]);
    Err(Error::not_found())
}

static KEPT: Mutex<Option<Root<Array1<'static, f64>>>> = Mutex::new(None);

#[ocaml::func]
pub fn bigarrays_keep(array: Array1<f64>) {
    *KEPT.lock().unwrap() = Some(Root::new(gc, array));
}

#[ocaml::func]
pub fn bigarrays_kept(_unit: ()) -> Option<Array1<f64>> {
    KEPT.lock().unwrap().take().map(|root| root.get(gc))
}

#[ocaml::func]
pub fn bigarrays_rooted(array: Root<Genarray<'static, f64>>) -> Result<f64, Error> {
    gc.minor_collection();
    array.get(gc).get(&[1, 1])
}

#[ocaml::func]
pub fn bigarrays_debug(array: Array2<i16>) -> String {
    format!("{array:?}")
}

/// What OCaml shows as `m.{i, j}`, seen through `ndarray`.
#[ocaml::func]
pub fn bigarrays_ndarray_get(matrix: Array2<f64, FortranLayout>, i: usize, j: usize) -> (f64, f64) {
    // SAFETY: nobody writes to the matrix.
    let view = unsafe { matrix.as_ndarray() };
    (view[[i, j]], matrix.to_ndarray()[[i, j]])
}

#[ocaml::func]
pub fn bigarrays_ndarray_scale(matrix: Array2<f64>, factor: f64) {
    // SAFETY: the test has one thread, and no other view of the matrix.
    unsafe { matrix.as_ndarray_mut() }
        .column_mut(0)
        .map_inplace(|x| *x *= factor);
}

#[ocaml::func]
pub fn bigarrays_ndarray_transposed(matrix: ndarray::Array2<f64>) -> ndarray::Array2<f64> {
    matrix.reversed_axes()
}

/// The same matrix in both orders, each made of an `ndarray` in C order, one in Fortran order, and a part of a larger
/// one; and how many elements were copied in all.
#[ocaml::func]
pub fn bigarrays_ndarray_orders(
    rows: usize,
    columns: usize,
) -> (Vec<Array2<f64>>, Vec<Array2<f64, FortranLayout>>, usize) {
    let c = || ndarray::Array2::from_shape_fn((rows, columns), |(i, j)| (100 * i + j) as f64);
    let f = || ndarray::Array2::from_shape_fn((columns, rows), |(j, i)| (100 * i + j) as f64).reversed_axes();
    let part = || {
        let larger = ndarray::Array2::from_shape_fn((rows + 2, columns), |(i, j)| {
            (100 * (i as isize - 1) + j as isize) as f64
        });
        larger.slice_move(ndarray::s![1..=rows, ..])
    };
    let mut copied = 0;
    let mut was_copied =
        |from: *const f64, to: *mut f64| copied += rows * columns * usize::from(!std::ptr::eq(from, to));
    let mut cs = Vec::new();
    let mut fs = Vec::new();
    for array in [c(), f(), part()] {
        let from = array.as_ptr();
        let made = Array2::from_ndarray(gc, array);
        was_copied(from, made.as_ptr());
        cs.push(made);
    }
    for array in [c(), f(), part()] {
        let from = array.as_ptr();
        let made = Array2::from_ndarray(gc, array);
        was_copied(from, made.as_ptr());
        fs.push(made);
    }
    (cs, fs, copied)
}
