//! Random values, the same as `suite/properties.ml` makes of the same seed: each generator asks for its numbers in the same
//! order in both languages.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, LinkedList, VecDeque};
use std::ffi::OsString;
use std::hash::Hash;
use std::num::NonZero;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use ocaml::{Complex, Either, Int, Nativeint, Seconds, UnixTime};

/// xorshift32.
pub struct Random(u32);

impl Random {
    pub fn new(seed: Int) -> Random {
        Random((seed as u32).wrapping_mul(0x9E37_79B1) | 1)
    }

    pub fn bits(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    pub fn below(&mut self, n: u32) -> u32 {
        self.bits() % n
    }

    fn bits64(&mut self) -> u64 {
        let high = u64::from(self.bits());
        high << 32 | u64::from(self.bits())
    }

    pub fn many<A: Arbitrary, C: FromIterator<A>>(&mut self, depth: u32) -> C {
        let count = self.below(5);
        (0..count).map(|_| A::arbitrary(self, depth)).collect()
    }
}

/// A type with random values. `depth` is how deep recursive types may still become.
pub trait Arbitrary: Sized {
    fn arbitrary(random: &mut Random, depth: u32) -> Self;
}

macro_rules! arbitrary {
    (<$($parameter:ident),*> $ty:ty, |$random:ident, $depth:ident| $value:expr) => {
        impl<$($parameter: Arbitrary),*> Arbitrary for $ty {
            #[allow(unused_variables)]
            fn arbitrary($random: &mut Random, $depth: u32) -> Self {
                $value
            }
        }
    };
    ($ty:ty, |$random:ident, $depth:ident| $value:expr) => {
        arbitrary!(<> $ty, |$random, $depth| $value);
    };
}

pub(super) use arbitrary;

arbitrary!((), |random, depth| ());
arbitrary!(bool, |random, depth| random.below(2) == 1);
arbitrary!(isize, |random, depth| match random.below(4) {
    0 => random.below(200) as isize - 100,
    1 => isize::MAX >> 1,
    2 => isize::MIN >> 1,
    // 63 bits, with their sign.
    _ => (random.bits64() << 1) as isize >> 1,
});
arbitrary!(usize, |random, depth| random.below(1_000_000) as usize);
arbitrary!(u8, |random, depth| random.below(256) as u8);
arbitrary!(i8, |random, depth| random.below(256) as u8 as i8);
arbitrary!(u16, |random, depth| random.below(65536) as u16);
arbitrary!(i16, |random, depth| random.below(65536) as u16 as i16);
arbitrary!(i32, |random, depth| random.bits() as i32);
arbitrary!(u32, |random, depth| random.bits());
arbitrary!(i64, |random, depth| random.bits64() as i64);
arbitrary!(u64, |random, depth| random.bits64());
arbitrary!(f64, |random, depth| match random.below(4) {
    0 => f64::from(random.below(1000)) / 8.0,
    1 => -0.0,
    2 => f64::NEG_INFINITY,
    _ => {
        let float = f64::from_bits(random.bits64());
        if float.is_nan() { 0.5 } else { float }
    }
});
arbitrary!(f32, |random, depth| random.below(1000) as f32 / 8.0);
arbitrary!(char, |random, depth| match random.below(10) {
    0 => 'é',
    1 => '\0',
    2 => '日',
    3 => '🐫',
    _ => char::from(b'a' + random.below(26) as u8),
});
arbitrary!(String, |random, depth| {
    let length = random.below(20);
    (0..length).map(|_| char::arbitrary(random, depth)).collect()
});
arbitrary!(<A> Option<A>, |random, depth| match random.below(3) {
    0 => None,
    _ => Some(A::arbitrary(random, depth)),
});
arbitrary!(<A, B> Result<A, B>, |random, depth| match random.below(2) {
    0 => Ok(A::arbitrary(random, depth)),
    _ => Err(B::arbitrary(random, depth)),
});
arbitrary!(<A> Vec<A>, |random, depth| random.many(depth));
arbitrary!(<A> LinkedList<A>, |random, depth| random.many(depth));
arbitrary!(<A> Box<A>, |random, depth| Box::new(A::arbitrary(random, depth)));
arbitrary!(<A, B> (A, B), |random, depth| {
    let a = A::arbitrary(random, depth);
    (a, B::arbitrary(random, depth))
});
arbitrary!(<A, B, C> (A, B, C), |random, depth| {
    let (a, b) = <(A, B)>::arbitrary(random, depth);
    (a, b, C::arbitrary(random, depth))
});

arbitrary!(<A, B> Either<A, B>, |random, depth| match random.below(2) {
    0 => Either::Left(A::arbitrary(random, depth)),
    _ => Either::Right(B::arbitrary(random, depth)),
});
arbitrary!(<A> Complex<A>, |random, depth| Complex {
    re: A::arbitrary(random, depth),
    im: A::arbitrary(random, depth),
});
arbitrary!(Nativeint, |random, depth| Nativeint(random.bits64() as isize));
arbitrary!(Ordering, |random, depth| random.below(3).cmp(&1));

/// So many nanoseconds are a whole number of `1 / 512` seconds, which a float holds.
const FRACTION: Duration = Duration::from_nanos(1_953_125);

arbitrary!(Seconds, |random, depth| Seconds(FRACTION * random.bits()));
arbitrary!(UnixTime, |random, depth| match random.below(2) {
    0 => UnixTime(SystemTime::UNIX_EPOCH - FRACTION * random.bits()),
    _ => UnixTime(SystemTime::UNIX_EPOCH + FRACTION * random.bits()),
});

/// A type made of another one.
macro_rules! made_of {
    ($(<$($parameter:ident),*> $ty:ty, $other:ty;)*) => {$(
        arbitrary!(<$($parameter),*> $ty, |random, depth| <$other>::arbitrary(random, depth).into());
    )*};
}

made_of! {
    <> Box<str>, String;
    <> Rc<str>, String;
    <> Arc<str>, String;
    <> PathBuf, OsString;
    <A> VecDeque<A>, Vec<A>;
    <A> Box<[A]>, Vec<A>;
    <A> Rc<[A]>, Vec<A>;
    <A> Arc<[A]>, Vec<A>;
    <A> Rc<A>, A;
    <A> Arc<A>, A;
}

// Any bytes: not only text.
#[cfg(unix)]
arbitrary!(OsString, |random, depth| std::os::unix::ffi::OsStringExt::from_vec(
    random.many(depth)
));

macro_rules! nonzero {
    ($($int:ty),*) => {$(
        arbitrary!(NonZero<$int>, |random, depth| {
            let number = <$int>::arbitrary(random, depth);
            NonZero::new(number).unwrap_or(NonZero::<$int>::MIN)
        });
    )*};
}

nonzero!(i8, u8, i16, u16, i32, u32, i64, u64, usize);

/// `MIN` is no `int` of OCaml.
impl Arbitrary for NonZero<isize> {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        NonZero::new(isize::arbitrary(random, depth)).unwrap_or(const { NonZero::new(1).unwrap() })
    }
}

impl<A: Arbitrary, const N: usize> Arbitrary for [A; N] {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        std::array::from_fn(|_| A::arbitrary(random, depth))
    }
}

/// In order, each once.
impl<A: Arbitrary + Ord> Arbitrary for BTreeSet<A> {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        random.many(depth)
    }
}

impl<A: Arbitrary + Eq + Hash> Arbitrary for HashSet<A> {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        random.many(depth)
    }
}

/// The first binding of each key.
impl<A: Arbitrary + Ord + Hash, B: Arbitrary> Arbitrary for HashMap<A, B> {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        BTreeMap::arbitrary(random, depth).into_iter().collect()
    }
}

/// In the order of the keys, each once.
impl<A: Arbitrary + Ord, B: Arbitrary> Arbitrary for BTreeMap<A, B> {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        let bindings: Vec<(A, B)> = random.many(depth);
        let mut map = BTreeMap::new();
        for (key, data) in bindings {
            map.entry(key).or_insert(data);
        }
        map
    }
}
