//! Items as people write them: attributes with macros in them, patterns, constants and macros in impl blocks.
#![deny(warnings)]

#[doc = include_str!("items.rs")]
#[doc = concat!("a", "b")]
#[ocaml::func]
pub fn doc1() {}

/// x
#[derive(ocaml::FromValue, ocaml::IntoValue)]
#[doc = include_str!("items.rs")]
pub struct Doc<const N: usize = { 1 + 1 }> {
    #[doc = concat!("a", "b")]
    pub x: [isize; N],
}

#[derive(ocaml::FromValue, ocaml::IntoValue)]

pub enum Disc {
    A,
    B,
    C,
}

pub struct Wrap<const N: usize>(isize);
unsafe impl<'gc, const N: usize> ocaml::FromValue<'gc> for Wrap<N> {
    fn from_value(v: ocaml::Value<'gc>) -> Result<Self, ocaml::ConversionError> {
        isize::from_value(v).map(Wrap)
    }
}

#[ocaml::func]
pub fn generics_const(a: Wrap<{ 1 + 2 }>, b: Wrap<3>, _c: Doc<{ usize::BITS as usize }>) -> isize {
    a.0 + b.0
}

#[derive(ocaml::Custom)]
pub struct Counter {
    #[ocaml(get)]
    n: isize,
}

#[ocaml::methods]
impl Counter {
    /// Constant.
    pub const MAX: isize = if cfg!(test) { 1 } else { 2 };
    const TABLE: [u8; 2] = {
        let x = [1, 2];
        x
    };
    #[doc = concat!("a", "b")]
    pub fn new(n: isize) -> Counter {
        Counter { n }
    }
    pub fn add(&mut self, Pair(a, b): Pair, [c, d]: [isize; 2], (e, _): (isize, isize)) -> isize {
        self.n += a + b + c + d + e;
        self.n
    }
    pub fn text<'a>(&'a self, gc: &'a ocaml::Runtime, s: &str) -> ocaml::Value<'a> {
        let _ = s;
        ocaml::Value::string(gc, "x")
    }
    pub fn implicit(&self, s: &str) -> ocaml::Value {
        ocaml::Value::string(gc, s)
    }
    fn private(&self) -> isize {
        #![allow(unused)]
        macro_rules! m {
            () => {
                1
            };
        }
        m!() + Self::TABLE[0] as isize
    }
    pub fn uses(&self) -> isize {
        self.private()
    }
    #[cfg(any())]
    pub fn absent(&self) -> NoSuch {}
}

#[derive(ocaml::FromValue)]
pub struct Pair(isize, isize);

#[ocaml::constant]
pub const LIMIT: &str = if cfg!(test) { "a" } else { "b" };

#[ocaml::constant]
pub const FUNCTION: isize = {
    const fn f() -> isize {
        3
    }
    f()
};

macro_rules! export {
    ($(#[$m:meta])* $v:vis fn $n:ident($($p:tt : $t:ty),*) -> $r:ty $b:block) => {
        $(#[$m])* #[ocaml::func] $v fn $n($($p: $t),*) -> $r $b
    };
}
export! { #[doc = "hello"] pub fn by_macro(a: isize, (b, c): (isize, Option<isize>)) -> isize { a + b + c.unwrap_or(0) } }

#[ocaml::func]
pub fn inner() -> isize {
    #![allow(unused_variables)]
    let x = 1;
    2
}

#[ocaml::func]
#[inline(never)]
pub fn closure_arg(mut a: Vec<isize>, ref b: String) -> isize
where
    isize: Copy,
{
    a.push(1);
    a.len() as isize + b.len() as isize
}

#[ocaml::func]
pub fn path_of_self(y: isize, self::Pair(a, b): Pair) -> isize {
    a + b + y
}

#[ocaml::func]
pub fn lengths(_a: [isize; if true { 2 } else { 1 }], _b: [isize; [1, 2].len()], _c: [isize; const { 3 }]) {}

pub struct Items(Vec<isize>);

#[ocaml::methods]
impl Items {
    fn all(&self) -> impl Iterator<Item = &isize> + use<'_> {
        self.0.iter()
    }
    fn first(self::Pair(a, _): Pair) -> isize {
        a
    }
    pub fn zero() -> isize {
        Items(vec![0]).all().count() as isize + Items::first(Pair(0, 0))
    }
}

fn main() {}
