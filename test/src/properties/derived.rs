//! Rows: derived types, with all that the attributes can say.

use std::collections::LinkedList;
use std::marker::PhantomData;

use ocaml::{FromValue, Int, IntoValue};

use super::random::{Arbitrary, Random, arbitrary};
use super::{DEPTH, rows};
use crate::variants::{ALL, Many};

/// Records with random values, field by field.
macro_rules! records {
    ($(
        $(#[$attribute:meta])*
        struct $name:ident$(<$parameter:ident>)? { $($(#[$about:meta])* $field:ident: $ty:ty,)* }
    )*) => {$(
        #[derive(PartialEq, FromValue, IntoValue)]
        $(#[$attribute])*
        pub struct $name$(<$parameter>)? { $($(#[$about])* $field: $ty,)* }

        arbitrary!(<$($parameter)?> $name$(<$parameter>)?, |random, depth| $name {
            $($field: Arbitrary::arbitrary(random, depth),)*
        });
    )*};
}

pub type Real = f64;

#[derive(Clone, PartialEq, FromValue, IntoValue)]
pub struct Meters(Real);

arbitrary!(Meters, |random, depth| Meters(Real::arbitrary(random, depth)));

/// A float whatever the parameter is.
#[derive(PartialEq, FromValue, IntoValue)]
pub struct Length<Unit>(f64, PhantomData<Unit>);

impl<Unit> Arbitrary for Length<Unit> {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        Length(f64::arbitrary(random, depth), PhantomData)
    }
}

records! {
    /// OCaml may write to it.
    struct Counter {
        #[ocaml(mutable)]
        count: isize,
        #[ocaml(rename = "label")]
        name: Option<String>,
    }

    #[ocaml(unboxed)]
    struct Wrapped {
        wrapped: Real,
    }

    /// Flat: every field is a float, behind aliases, newtypes and pointers.
    struct Flat {
        x: Real,
        y: Meters,
        z: f32,
        w: Wrapped,
        v: std::rc::Rc<Meters>,
        s: ocaml::Seconds,
    }

    /// Not flat, whatever the parameter is.
    struct Both<T> {
        left: T,
        right: Box<T>,
    }
}

/// Flat, though generic, and through a pointer. The parameter is a phantom.
#[derive(PartialEq, FromValue, IntoValue)]
pub struct Segment<#[ocaml(no_bound)] Unit> {
    from: Length<Unit>,
    to: Box<Length<Unit>>,
}

impl<Unit> Arbitrary for Segment<Unit> {
    fn arbitrary(random: &mut Random, depth: u32) -> Self {
        Segment {
            from: Arbitrary::arbitrary(random, depth),
            to: Arbitrary::arbitrary(random, depth),
        }
    }
}

/// OCaml has the fields `name` and `count` only.
#[derive(PartialEq, FromValue, IntoValue)]
pub struct Cached {
    #[ocaml(skip)]
    hits: Vec<String>,
    name: String,
    #[ocaml(skip, default = "answer")]
    answer: u8,
    count: isize,
}

fn answer() -> u8 {
    42
}

arbitrary!(Cached, |random, depth| Cached {
    hits: Vec::new(),
    name: Arbitrary::arbitrary(random, depth),
    answer: 42,
    count: Arbitrary::arbitrary(random, depth),
});

/// Inline records, also of floats, which are not flat.
#[derive(PartialEq, FromValue, IntoValue)]
pub enum Vector {
    Origin,
    #[ocaml(rename = "Vec2")]
    Two {
        x: f64,
        y: f64,
    },
    Named {
        #[ocaml(mutable)]
        name: String,
        #[ocaml(rename = "at'")]
        at: Option<f64>,
    },
    One(#[ocaml(skip)] u8, f64),
}

arbitrary!(Vector, |random, depth| match random.below(4) {
    0 => Vector::Origin,
    1 => Vector::Two {
        x: Arbitrary::arbitrary(random, depth),
        y: Arbitrary::arbitrary(random, depth),
    },
    2 => Vector::Named {
        name: Arbitrary::arbitrary(random, depth),
        at: Arbitrary::arbitrary(random, depth),
    },
    _ => Vector::One(0, Arbitrary::arbitrary(random, depth)),
});

#[derive(PartialEq, FromValue, IntoValue)]
#[ocaml(unboxed)]
pub enum Angle {
    Angle { radians: f64 },
}

arbitrary!(Angle, |random, depth| Angle::Angle {
    radians: Arbitrary::arbitrary(random, depth),
});

arbitrary!(Many, |random, depth| ALL[random.below(300) as usize]);

/// Two types that need each other.
#[derive(PartialEq, FromValue, IntoValue)]
pub enum Expression<T> {
    Value(T),
    Let(String, Box<Expression<T>>, Box<Body<T>>),
}

#[derive(PartialEq, FromValue, IntoValue)]
pub struct Body<T> {
    steps: LinkedList<Expression<T>>,
    next: Option<Box<Body<T>>>,
}

arbitrary!(<T> Expression<T>, |random, depth| match random.below(if depth == 0 { 1 } else { 2 }) {
    0 => Expression::Value(T::arbitrary(random, depth)),
    _ => {
        let name = String::arbitrary(random, depth);
        let bound = Arbitrary::arbitrary(random, depth - 1);
        Expression::Let(name, bound, Arbitrary::arbitrary(random, depth - 1))
    }
});

arbitrary!(<T> Body<T>, |random, depth| Body {
    steps: match depth {
        0 => LinkedList::new(),
        _ => random.many(depth / 2),
    },
    next: match depth {
        0 => None,
        _ => Arbitrary::arbitrary(random, depth - 1),
    },
});

/// A unit of length.
#[derive(PartialEq)]
pub enum Meter {}

rows! {
    prop_counter_make prop_counter_same: Counter;
    prop_cached_make prop_cached_same: Cached;
    prop_unboxed_make prop_unboxed_same: Vec<Wrapped>;
    prop_flat_make prop_flat_same: Flat;
    prop_segment_make prop_segment_same: Segment<Meter>;
    prop_both_floats_make prop_both_floats_same: Both<f64>;
    prop_both_deep_make prop_both_deep_same: Both<Both<Option<String>>>;
    prop_vector_make prop_vector_same: Vector;
    prop_angles_make prop_angles_same: Vec<Angle>;
    prop_many_make prop_many_same: Vec<Many>;
    prop_body_make prop_body_same: Body<Vec<f64>>;
}
