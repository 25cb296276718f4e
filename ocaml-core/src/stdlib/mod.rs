//! Types of OCaml's standard library, read in place: one file each.

mod buffer;
mod hashtbl;
mod lazy;
mod map;
mod reference;
mod seq;
mod set;
mod tree;

use std::fmt;

use crate::conversion_error::ConversionError;

pub use buffer::Buffer;
pub use hashtbl::{Hashtbl, Iter as HashtblIter};
pub use lazy::Lazy;
pub use map::{Iter as MapIter, Map};
pub use reference::Ref;
pub use seq::Seq;
pub use set::{Iter as SetIter, Set};

/// `{key: data, …}`, with `Err` in place of a binding that cannot be decoded.
fn debug_bindings<K: fmt::Debug, V: fmt::Debug>(
    f: &mut fmt::Formatter<'_>,
    bindings: impl Iterator<Item = Result<(K, V), ConversionError>>,
) -> fmt::Result {
    let mut map = f.debug_map();
    for binding in bindings {
        match binding {
            Ok((key, data)) => map.entry(&key, &data),
            Err(error) => map.entry(&"Err", &error),
        };
    }
    map.finish()
}
