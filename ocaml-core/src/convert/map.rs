//! `BTreeMap` and `HashMap`: OCaml's association list. That of a `BTreeMap` is in the order of the keys.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::list::{self, List};
use crate::runtime::Runtime;
use crate::trust::untrusting;
use crate::value::Value;

macro_rules! map {
    ($map:ident<A, B $(, $hasher:ident)?>, $($key:ident)+) => {
        /// When a key stands more than once, its first binding counts, as in `List.assoc`.
        // SAFETY: each cell and pair is checked.
        unsafe impl<'gc, A: FromValue<'gc> $(+ $key)+, B: FromValue<'gc> $(, $hasher: BuildHasher + Default)?>
            FromValue<'gc> for $map<A, B $(, $hasher)?>
        {
            super::decode_owned!((A, B));

            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                let mut map = untrusting($map::default);
                list::copy(value, |(key, data)| {
                    untrusting(|| map.entry(key).or_insert(data));
                })?;
                Ok(map)
            }
        }

        // SAFETY: a list of pairs.
        unsafe impl<'gc, A: IntoValue<'gc>, B: IntoValue<'gc> $(, $hasher)?> IntoValue<'gc> for $map<A, B $(, $hasher)?> {
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                List::from_iter(gc, self).value()
            }
        }
    };
}

map!(BTreeMap<A, B>, Ord);
map!(HashMap<A, B, S>, Eq Hash);
