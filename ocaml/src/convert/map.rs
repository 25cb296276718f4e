//! `BTreeMap`: OCaml's association list, in the order of the keys.

use std::collections::BTreeMap;

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::list::{self, List};
use crate::runtime::Runtime;
use crate::value::Value;

/// When a key stands more than once, its first binding counts, as in `List.assoc`.
// SAFETY: each cell and pair is checked.
unsafe impl<'gc, A: FromValue<'gc> + Ord, B: FromValue<'gc>> FromValue<'gc> for BTreeMap<A, B> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        let mut map = BTreeMap::new();
        list::copy(value, |(key, data)| {
            map.entry(key).or_insert(data);
        })?;
        Ok(map)
    }
}

// SAFETY: a list of pairs.
unsafe impl<'gc, A: IntoValue<'gc>, B: IntoValue<'gc>> IntoValue<'gc> for BTreeMap<A, B> {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        List::from_iter(gc, self).value()
    }
}
