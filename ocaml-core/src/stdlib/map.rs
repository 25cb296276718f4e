//! `Map<K, V>`: the maps of OCaml's `Map.Make`.

use core::fmt;
use core::marker::PhantomData;

use super::tree::{Nodes, Shape};
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::Value;

/// `Node of { l; v; d; r; h }`.
const SHAPE: Shape = Shape {
    fields: 5,
    what: "a map",
};

/// A map of OCaml's `Map.Make`, without a copy. Bindings are decoded when they are reached, in the order of the keys.
///
/// It cannot be searched or extended from Rust, which does not know the order: that is `Ord.compare` in OCaml.
///
/// ```
/// use std::collections::BTreeMap;
///
/// /// `int Map.Make(String).t -> string option`
/// #[ocaml::func]
/// pub fn doc_first_negative(map: ocaml::Map<String, isize>) -> Result<Option<String>, ocaml::Error> {
///     for binding in map.iter() {
///         let (key, data) = binding?;
///         if data < 0 {
///             return Ok(Some(key));
///         }
///     }
///     Ok(None)
/// }
///
/// fn owned(map: ocaml::Map<String, isize>) -> Result<BTreeMap<String, isize>, ocaml::ConversionError> {
///     map.iter().collect()
/// }
/// ```
pub struct Map<'gc, K = Value<'gc>, V = Value<'gc>> {
    value: Value<'gc>,
    vouched: Vouched,
    _bindings: PhantomData<fn() -> (K, V)>,
}

impl<K, V> Clone for Map<'_, K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for Map<'_, K, V> {}

impl<'gc, K, V> Map<'gc, K, V> {
    /// Whether there is no binding.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.value.is_int()
    }

    /// The number of bindings; takes time proportional to it.
    pub fn len(self) -> usize {
        Nodes::new(SHAPE, self.value).take_while(Result::is_ok).count()
    }

    /// The map as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }
}

impl<'gc, K: FromValue<'gc>, V: FromValue<'gc>> Map<'gc, K, V> {
    /// The bindings in the order of the keys.
    pub fn iter(self) -> Iter<'gc, K, V> {
        Iter {
            nodes: Nodes::new(SHAPE, self.value),
            vouched: self.vouched,
            _bindings: PhantomData,
        }
    }
}

/// The bindings of a [`Map`].
pub struct Iter<'gc, K, V> {
    nodes: Nodes<'gc>,
    vouched: Vouched,
    _bindings: PhantomData<fn() -> (K, V)>,
}

impl<'gc, K: FromValue<'gc>, V: FromValue<'gc>> Iterator for Iter<'gc, K, V> {
    type Item = Result<(K, V), ConversionError>;

    fn next(&mut self) -> Option<Self::Item> {
        let node = self.nodes.next()?;
        Some(node.and_then(|node| {
            // SAFETY: a node of a map has five fields.
            let (key, data) = unsafe { (node.field_unchecked(1), node.field_unchecked(2)) };
            let key = self.vouched.inside(|| K::from_value(key));
            let key = key.map_err(|error| error.at("key of a map"))?;
            let data = self.vouched.inside(|| V::from_value(data));
            let data = data.map_err(|error| error.at("data of a map"))?;
            Ok((key, data))
        }))
    }
}

impl<'gc, K: FromValue<'gc>, V: FromValue<'gc>> IntoIterator for Map<'gc, K, V> {
    type Item = Result<(K, V), ConversionError>;
    type IntoIter = Iter<'gc, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

// SAFETY: the root is checked here, each further node when it is reached.
unsafe impl<'gc, K: FromValue<'gc>, V: FromValue<'gc>> FromValue<'gc> for Map<'gc, K, V> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        SHAPE.check(value)?;
        Ok(Map {
            value,
            vouched: Vouched::now(),
            _bindings: PhantomData,
        })
    }
}

// SAFETY: the map itself.
unsafe impl<'gc, K, V> IntoValue<'gc> for Map<'_, K, V> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this map");
        self.value.into_value(gc)
    }
}

impl<'gc, K: FromValue<'gc> + fmt::Debug, V: FromValue<'gc> + fmt::Debug> fmt::Debug for Map<'gc, K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        super::debug_bindings(f, self.iter())
    }
}
