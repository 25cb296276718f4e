//! What both crates are timed with: `ocaml-boxroot-sys` 0.4 of the C boxroot (`c`) and ours (`rust`), by the same names.

use std::hint::black_box;
use std::time::Instant;

use ocaml_boxroot_sys::{BoxRoot, boxroot_create, boxroot_delete, boxroot_get, boxroot_setup, boxroot_teardown};

type Value = isize;

unsafe extern "C" {
    fn caml_minor_collection();
}

fn int(value: Value) -> usize {
    (value >> 1) as usize
}

/// Nanoseconds, as an OCaml `int`.
fn timed(run: impl FnOnce()) -> Value {
    let start = Instant::now();
    run();
    ((start.elapsed().as_nanos() as isize) << 1) | 1
}

fn create(value: Value) -> BoxRoot {
    // SAFETY: OCaml called, so the runtime is held, and it passed a value, which `roots.ml` keeps alive.
    unsafe { boxroot_create(value) }.expect("memory for a root")
}

fn delete(root: BoxRoot) {
    // SAFETY: every root is deleted once.
    unsafe { boxroot_delete(root) }
}

/// The same pseudo-random numbers for both.
struct Xorshift(u64);

impl Xorshift {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 as usize % n
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn roots_setup(unit: Value) -> Value {
    // SAFETY: the runtime is held.
    unsafe { boxroot_setup() };
    unit
}

#[unsafe(no_mangle)]
pub extern "C" fn roots_teardown(unit: Value) -> Value {
    // SAFETY: the runtime is held, and no root is used afterwards.
    unsafe { boxroot_teardown() };
    unit
}

/// One root at a time.
#[unsafe(no_mangle)]
pub extern "C" fn roots_single(value: Value, n: Value) -> Value {
    timed(|| {
        for _ in 0..int(n) {
            delete(black_box(create(value)));
        }
    })
}

/// Batches of `size` roots, deleted in the order of creation (0), the reverse (1) or at random (2).
#[unsafe(no_mangle)]
pub extern "C" fn roots_batches(value: Value, n: Value, size: Value, order: Value) -> Value {
    let size = int(size);
    let mut places: Vec<usize> = (0..size).collect();
    match int(order) {
        0 => {}
        1 => places.reverse(),
        _ => {
            let mut random = Xorshift(88172645463325252);
            (1..size).rev().for_each(|i| places.swap(i, random.below(i + 1)));
        }
    }
    let mut roots = Vec::with_capacity(size);
    timed(|| {
        for _ in 0..int(n) / size {
            roots.clear();
            roots.extend((0..size).map(|_| create(value)));
            places.iter().for_each(|&place| delete(roots[place]));
        }
    })
}

/// `live` roots, a random one of which is replaced each time.
#[unsafe(no_mangle)]
pub extern "C" fn roots_replaced(value: Value, n: Value, live: Value) -> Value {
    let mut random = Xorshift(88172645463325252);
    let mut roots: Vec<BoxRoot> = (0..int(live)).map(|_| create(value)).collect();
    let time = timed(|| {
        for _ in 0..int(n) {
            let place = random.below(roots.len());
            delete(roots[place]);
            roots[place] = create(value);
        }
    });
    roots.into_iter().for_each(delete);
    time
}

/// Minor collections with `live` old roots and `fresh` new ones.
#[unsafe(no_mangle)]
pub extern "C" fn roots_minor(value: Value, n: Value, live: Value, fresh: Value) -> Value {
    let old: Vec<BoxRoot> = (0..int(live)).map(|_| create(value)).collect();
    // SAFETY: the runtime is held, and `value` is read again from a root afterwards.
    let value = unsafe {
        caml_minor_collection();
        boxroot_get(old[0])
    };
    let mut roots = Vec::with_capacity(int(fresh));
    let time = timed(|| {
        for _ in 0..int(n) {
            roots.extend((0..int(fresh)).map(|_| create(value)));
            // SAFETY: the runtime is held; `value` is old by now, and does not move.
            unsafe { caml_minor_collection() };
            roots.drain(..).for_each(delete);
        }
    });
    old.into_iter().for_each(delete);
    time
}
