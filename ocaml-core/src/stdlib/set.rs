//! `Set<T>`: the sets of OCaml's `Set.Make`.

use core::fmt;
use core::marker::PhantomData;

use super::tree::{Nodes, Shape};
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::Value;

/// `Node of { l; v; r; h }`.
const SHAPE: Shape = Shape {
    fields: 4,
    what: "a set",
};

/// A set of OCaml's `Set.Make`, without a copy. Elements are decoded when they are reached, in order.
///
/// It cannot be searched or extended from Rust, which does not know the order: that is `Ord.compare` in OCaml.
///
/// ```
/// /// `Set.Make(Int).t -> int`
/// #[ocaml::func]
/// pub fn doc_sum_of_set(set: ocaml::Set<isize>) -> Result<isize, ocaml::Error> {
///     let mut sum = 0;
///     for element in set.iter() {
///         sum += element?;
///     }
///     Ok(sum)
/// }
/// ```
pub struct Set<'gc, T = Value<'gc>> {
    value: Value<'gc>,
    vouched: Vouched,
    _elements: PhantomData<fn() -> T>,
}

impl<T> Clone for Set<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<'_, T> {}

impl<'gc, T> Set<'gc, T> {
    /// Whether there is no element.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.value.is_int()
    }

    /// The number of elements; takes time proportional to it.
    pub fn len(self) -> usize {
        Nodes::new(SHAPE, self.value).take_while(Result::is_ok).count()
    }

    /// The set as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }
}

impl<'gc, T: FromValue<'gc>> Set<'gc, T> {
    /// The elements in order.
    pub fn iter(self) -> Iter<'gc, T> {
        Iter {
            nodes: Nodes::new(SHAPE, self.value),
            vouched: self.vouched,
            _elements: PhantomData,
        }
    }
}

/// The elements of a [`Set`].
pub struct Iter<'gc, T> {
    nodes: Nodes<'gc>,
    vouched: Vouched,
    _elements: PhantomData<fn() -> T>,
}

impl<'gc, T: FromValue<'gc>> Iterator for Iter<'gc, T> {
    type Item = Result<T, ConversionError>;

    fn next(&mut self) -> Option<Self::Item> {
        let node = self.nodes.next()?;
        Some(node.and_then(|node| {
            // SAFETY: a node of a set has four fields.
            let element = unsafe { node.field_unchecked(1) };
            self.vouched
                .inside(|| T::from_value(element))
                .map_err(|error| error.at("element of a set"))
        }))
    }
}

impl<'gc, T: FromValue<'gc>> IntoIterator for Set<'gc, T> {
    type Item = Result<T, ConversionError>;
    type IntoIter = Iter<'gc, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

// SAFETY: the root is checked here, each further node when it is reached.
unsafe impl<'gc, T: FromValue<'gc>> FromValue<'gc> for Set<'gc, T> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        SHAPE.check(value)?;
        Ok(Set {
            value,
            vouched: Vouched::now(),
            _elements: PhantomData,
        })
    }
}

// SAFETY: the set itself.
unsafe impl<'gc, T> IntoValue<'gc> for Set<'_, T> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this set");
        self.value.into_value(gc)
    }
}

impl<'gc, T: FromValue<'gc> + fmt::Debug> fmt::Debug for Set<'gc, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
