//! `BTreeSet` and `HashSet`: OCaml's `list`, each element once. That of a `BTreeSet` is in order.

use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher, Hash};

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::list::{self, List};
use crate::runtime::Runtime;
use crate::trust::untrusting;
use crate::value::Value;

macro_rules! set {
    ($set:ident<A $(, $hasher:ident)?>, $($element:ident)+) => {
        // SAFETY: each cell and element is checked.
        unsafe impl<'gc, A: FromValue<'gc> $(+ $element)+ $(, $hasher: BuildHasher + Default)?> FromValue<'gc>
            for $set<A $(, $hasher)?>
        {
            super::decode_owned!(A);

            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                let mut set = untrusting($set::default);
                list::copy(value, |element| {
                    untrusting(|| set.insert(element));
                })?;
                Ok(set)
            }
        }

        // SAFETY: the cells that OCaml makes.
        unsafe impl<'gc, A: IntoValue<'gc> $(, $hasher)?> IntoValue<'gc> for $set<A $(, $hasher)?> {
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                List::from_iter(gc, self).value()
            }
        }
    };
}

set!(BTreeSet<A>, Ord);
set!(HashSet<A, S>, Eq Hash);
