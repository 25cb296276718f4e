//! The descriptions of the types of the mapping, in the order of the tables in the documentation of the crate.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, LinkedList, VecDeque};
use std::ffi::{OsStr, OsString};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use ocaml_build::descriptor::Type;
use ocaml_sys::bigarray::Kind;

use super::{Describe, Direction};
use crate::bigarray::{Bigarray, CLayout, Element, FortranLayout};
use crate::convert::complex::Complex;
use crate::convert::either::Either;
use crate::convert::nativeint::Nativeint;
use crate::convert::time::{Seconds, UnixTime};
use crate::custom::{Custom, Pointer};
use crate::exn::Exn;
use crate::root::{Root, Rooted};
use crate::stdlib::{Buffer, Hashtbl, Lazy, Map, Ref, Seq, Set};
use crate::value::Value;
use crate::{Abstract, Array, Bytes, FloatArray, Function, List, Many};

/// Types without parameters.
macro_rules! named {
    ($($path:literal: $($rust:ty),+;)*) => {$($(
        // SAFETY: the table in the documentation of the crate.
        unsafe impl<D> Describe<D> for $rust {
            const TYPE: Type = Type::named($path, &[]);
        }
    )+)*};
}

named! {
    "unit": ();
    "bool": bool;
    "int": i8, i16, u16, isize, usize, Ordering;
    "int32": i32, u32, NonZero<i32>, NonZero<u32>;
    "int64": i64, u64, NonZero<i64>, NonZero<u64>;
    "int": NonZero<i8>, NonZero<u8>, NonZero<i16>, NonZero<u16>, NonZero<isize>, NonZero<usize>;
    "nativeint": Nativeint;
    "float": f32, f64, Seconds, UnixTime;
    "Complex.t": Complex;
    "Uchar.t": char;
    "string": &str, String, &String, Cow<'_, str>, Box<str>, Rc<str>, Arc<str>;
    "string": &Path, PathBuf, &OsStr, OsString, Cow<'_, OsStr>, Cow<'_, Path>;
    "exn": Exn<'_>;
    "floatarray": FloatArray<'_>;
    "bytes": Bytes<'_>;
    "Buffer.t": Buffer<'_>;
}

#[cfg(feature = "num-bigint")]
named! {
    "Z.t": num_bigint::BigInt, num_bigint::BigUint, &num_bigint::BigInt, &num_bigint::BigUint;
}

// SAFETY: a number, and a vector of it is OCaml's `bytes`.
unsafe impl<D> Describe<D> for u8 {
    const TYPE: Type = Type::named("int", &[]);
    const VECTOR: Type = Type::named("bytes", &[]);
}

// SAFETY: any value.
unsafe impl<D> Describe<D> for Value<'_> {
    const TYPE: Type = Type::Any;
}

/// Types with parameters.
macro_rules! generic {
    ($([$($generics:tt)*] $rust:ty => $ty:expr;)*) => {$(
        // SAFETY: the table in the documentation of the crate.
        unsafe impl<D, $($generics)*> Describe<D> for $rust {
            const TYPE: Type = $ty;
        }
    )*};
}

generic! {
    [A: Describe<D>] Vec<A> => A::VECTOR;
    [A: Describe<D>] &[A] => A::VECTOR;
    [A: Describe<D>, const N: usize] [A; N] => A::VECTOR;
    [A: Describe<D>] VecDeque<A> => A::VECTOR;
    [A: Describe<D>] Box<[A]> => A::VECTOR;
    [A: Describe<D>] Rc<[A]> => A::VECTOR;
    [A: Describe<D>] Arc<[A]> => A::VECTOR;
    [A: Describe<D>] LinkedList<A> => Type::named("list", &[&A::TYPE]);
    [A: Describe<D>] BTreeSet<A> => Type::named("list", &[&A::TYPE]);
    [A: Describe<D>, S] HashSet<A, S> => Type::named("list", &[&A::TYPE]);
    [A: Describe<D>, B: Describe<D>] BTreeMap<A, B> => Type::named("list", &[&Type::Tuple(&[&A::TYPE, &B::TYPE])]);
    [A: Describe<D>, B: Describe<D>, S] HashMap<A, B, S> => Type::named("list", &[&Type::Tuple(&[&A::TYPE, &B::TYPE])]);
    [A: Describe<D>] Option<A> => Type::named("option", &[&A::TYPE]);
    [A: Describe<D>, B: Describe<D>] Either<A, B> => Type::named("Either.t", &[&A::TYPE, &B::TYPE]);
    [A: Describe<D>] Array<'_, A> => Type::Shared(&Type::named("array", &[&A::TYPE]));
    [A: Describe<D>] List<'_, A> => Type::named("list", &[&A::TYPE]);
    [A: Describe<D>] Ref<'_, A> => Type::Shared(&Type::named("ref", &[&A::TYPE]));
    [A: Describe<D>] Lazy<'_, A> => Type::named("Lazy.t", &[&A::TYPE]);
    [A: Describe<D>] Seq<A> => Type::named("Seq.t", &[&A::TYPE]);
    [A: Describe<D>] &Seq<A> => Type::named("Seq.t", &[&A::TYPE]);
    [A: Describe<D>, B: Describe<D>] Hashtbl<'_, A, B> => Type::Shared(&Type::named("Hashtbl.t", &[&A::TYPE, &B::TYPE]));
    [A: Describe<D> + Rooted] Root<A> => Type::Shared(&A::TYPE);
    [A: Describe<D> + Rooted] &Root<A> => Type::Shared(&A::TYPE);
    [A: Describe<D>, B: Describe<D>] Map<'_, A, B> => match module(&A::TYPE) {
        Some(module) => Type::named(module.map, &[&B::TYPE]),
        None => Type::Inexpressible("a map whose keys have no module in OCaml's library"),
    };
    [A: Describe<D>] Set<'_, A> => match module(&A::TYPE) {
        Some(module) => Type::named(module.set, &[]),
        None => Type::Inexpressible("a set whose elements have no module in OCaml's library"),
    };
    [A] Abstract<A> => Type::Shared(&Type::Any);
    [A: Custom + Describe<D>] Pointer<'_, A> => A::TYPE;
    [A: Custom + Describe<D>] &A => A::TYPE;
    [A: Custom + Describe<D>] &mut A => A::TYPE;
}

/// The maps and sets of a module of OCaml's library that is a `Map.OrderedType`.
struct Ordered {
    map: &'static str,
    set: &'static str,
}

/// The module of a type, if it is one of OCaml's library.
const fn module(ty: &Type) -> Option<Ordered> {
    macro_rules! modules {
        ($($ty:literal: $module:literal;)*) => {
            match ty {
                $(Type::Named { path, .. } if is(path, $ty) => Some(Ordered {
                    map: concat!("Map.Make(", $module, ").t"),
                    set: concat!("Set.Make(", $module, ").t"),
                }),)*
                _ => None,
            }
        };
    }
    modules! {
        "bool": "Bool";
        "int": "Int";
        "int32": "Int32";
        "int64": "Int64";
        "nativeint": "Nativeint";
        "float": "Float";
        "string": "String";
        "bytes": "Bytes";
        "Uchar.t": "Uchar";
    }
}

/// Whether two texts are the same.
const fn is(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

/// What converts as something else does.
macro_rules! same {
    ($($pointer:ident),*) => {$(
        // SAFETY: the representation is that of `A`.
        unsafe impl<D, A: Describe<D>> Describe<D> for $pointer<A> {
            const TYPE: Type = A::TYPE;
        }
    )*};
}

same!(Box, Rc, Arc);

// SAFETY: the table in the documentation of the crate. Returned by a function, an exception is raised.
unsafe impl<D, A: Describe<D>, B: Describe<D>> Describe<D> for Result<A, B> {
    const TYPE: Type = Type::named("result", &[&A::TYPE, &B::TYPE]);
    const RESULT: Type = if B::EXCEPTION { A::RESULT } else { Self::TYPE };
}

macro_rules! tuples {
    ($($name:ident)+) => {
        // SAFETY: a tuple.
        unsafe impl<D, $($name: Describe<D>),+> Describe<D> for ($($name,)+) {
            const TYPE: Type = Type::Tuple(&[$(&$name::TYPE),+]);
        }
    };
}

tuples!(A B);
tuples!(A B C);
tuples!(A B C E);
tuples!(A B C E F);
tuples!(A B C E F G);
tuples!(A B C E F G H);
tuples!(A B C E F G H I);
tuples!(A B C E F G H I J);
tuples!(A B C E F G H I J K);
tuples!(A B C E F G H I J K L);
tuples!(A B C E F G H I J K L M);
tuples!(A B C E F G H I J K L M N);
tuples!(A B C E F G H I J K L M N O);
tuples!(A B C E F G H I J K L M N O P);
tuples!(A B C E F G H I J K L M N O P Q);
tuples!(A B C E F G H I J K L M N O P Q R);
tuples!(A B C E F G H I J K L M N O P Q R S);
tuples!(A B C E F G H I J K L M N O P Q R S T);
tuples!(A B C E F G H I J K L M N O P Q R S T U);
tuples!(A B C E F G H I J K L M N O P Q R S T U V);

/// The arguments of a function.
pub trait DescribeArguments<D> {
    /// Of which there is at least one.
    const TYPES: &'static [&'static Type];
}

impl<D> DescribeArguments<D> for () {
    const TYPES: &'static [&'static Type] = &[&Type::named("unit", &[])];
}

impl<D, A> DescribeArguments<D> for Many<A> {
    const TYPES: &'static [&'static Type] = &[&Type::Inexpressible("a function of any number of arguments")];
}

macro_rules! arguments {
    ($($name:ident)+) => {
        impl<D, $($name: Describe<D>),+> DescribeArguments<D> for ($($name,)+) {
            const TYPES: &'static [&'static Type] = &[$(&$name::TYPE),+];
        }
    };
}

arguments!(A);
arguments!(A B);
arguments!(A B C);
arguments!(A B C E);
arguments!(A B C E F);
arguments!(A B C E F G);
arguments!(A B C E F G H);
arguments!(A B C E F G H I);
arguments!(A B C E F G H I J);
arguments!(A B C E F G H I J K);
arguments!(A B C E F G H I J K L);
arguments!(A B C E F G H I J K L M);

macro_rules! function {
    ($($rust:ty),*) => {$(
        // SAFETY: a function; what goes into it goes the other way.
        unsafe impl<D: Direction, Args: DescribeArguments<D::Opposite>, Ret: Describe<D>> Describe<D> for $rust {
            const TYPE: Type = Type::Arrow {
                arguments: Args::TYPES,
                result: &Ret::TYPE,
            };
        }
    )*};
}

function!(Function<Args, Ret>, &Function<Args, Ret>);

/// The type of OCaml's elements, and that of the kind.
const fn element<T: Element>() -> (&'static Type, &'static Type) {
    let kind = T::KIND as i32;
    macro_rules! kinds {
        ($($kind:ident: $ocaml:literal, $element:literal;)*) => {$(
            if kind == Kind::$kind as i32 {
                const OCAML: &Type = &Type::named($ocaml, &[]);
                const ELEMENT: &Type = &Type::named(concat!("Bigarray.", $element, "_elt"), &[]);
                return (OCAML, ELEMENT);
            }
        )*};
    }
    kinds! {
        FLOAT32: "float", "float32";
        FLOAT64: "float", "float64";
        SINT8: "int", "int8_signed";
        UINT8: "int", "int8_unsigned";
        SINT16: "int", "int16_signed";
        UINT16: "int", "int16_unsigned";
        INT32: "int32", "int32";
        INT64: "int64", "int64";
        CAML_INT: "int", "int";
        NATIVE_INT: "nativeint", "nativeint";
        COMPLEX32: "Complex.t", "complex32";
        COMPLEX64: "Complex.t", "complex64";
        CHAR: "char", "int8_unsigned";
    }
    #[cfg(ocaml_5_2)]
    kinds! {
        FLOAT16: "float", "float16";
    }
    (&Type::Unknown, &Type::Unknown)
}

/// Bigarrays of some dimensions and layout.
macro_rules! bigarrays {
    ($($dims:ty, $layout:ty: $path:literal, $ocaml_layout:literal;)*) => {$(
        // SAFETY: the module `Bigarray` of OCaml's library.
        unsafe impl<D, T: Element> Describe<D> for Bigarray<'_, T, $dims, $layout> {
            const TYPE: Type = Type::named($path, &[element::<T>().0, element::<T>().1, &Type::named($ocaml_layout, &[])]);
        }
    )*};
}

bigarrays! {
    [usize; 0], CLayout: "Bigarray.Array0.t", "Bigarray.c_layout";
    [usize; 1], CLayout: "Bigarray.Array1.t", "Bigarray.c_layout";
    [usize; 2], CLayout: "Bigarray.Array2.t", "Bigarray.c_layout";
    [usize; 3], CLayout: "Bigarray.Array3.t", "Bigarray.c_layout";
    &[usize], CLayout: "Bigarray.Genarray.t", "Bigarray.c_layout";
    [usize; 0], FortranLayout: "Bigarray.Array0.t", "Bigarray.fortran_layout";
    [usize; 1], FortranLayout: "Bigarray.Array1.t", "Bigarray.fortran_layout";
    [usize; 2], FortranLayout: "Bigarray.Array2.t", "Bigarray.fortran_layout";
    [usize; 3], FortranLayout: "Bigarray.Array3.t", "Bigarray.fortran_layout";
    &[usize], FortranLayout: "Bigarray.Genarray.t", "Bigarray.fortran_layout";
}

#[cfg(feature = "ndarray")]
mod ndarrays {
    use ndarray::{Array, Ix0, Ix1, Ix2, Ix3, IxDyn};

    use super::*;

    macro_rules! ndarrays {
        ($($nd:ty: $dims:ty;)*) => {$(
            // SAFETY: converted as this bigarray.
            unsafe impl<D, T: Element> Describe<D> for Array<T, $nd> {
                const TYPE: Type = <Bigarray<'static, T, $dims> as Describe<D>>::TYPE;
            }
        )*};
    }

    ndarrays! {
        Ix0: [usize; 0];
        Ix1: [usize; 1];
        Ix2: [usize; 2];
        Ix3: [usize; 3];
        IxDyn: &'static [usize];
    }
}
