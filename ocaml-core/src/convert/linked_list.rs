//! `LinkedList`: OCaml's `list`.

use std::collections::LinkedList;

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::list::{self, List};
use crate::runtime::Runtime;
use crate::value::Value;

// SAFETY: each cell and element is checked.
unsafe impl<'gc, A: FromValue<'gc>> FromValue<'gc> for LinkedList<A> {
    super::decode_owned!(A);

    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        let mut elements = LinkedList::new();
        list::copy(value, |element| elements.push_back(element))?;
        Ok(elements)
    }
}

// SAFETY: the cells that OCaml makes.
unsafe impl<'gc, A: IntoValue<'gc>> IntoValue<'gc> for LinkedList<A> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        List::from_iter(gc, self).value()
    }
}
