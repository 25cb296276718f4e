//! `Seq<T>`: OCaml's `Seq.t`, a function that computes the next element.

use core::fmt;
use core::iter;
use core::marker::PhantomData;

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::function::apply;
use crate::root::Root;
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::{Kind, Value};

/// OCaml's `'a Seq.t`: elements that OCaml code computes one by one.
///
/// Each step is a GC point, so a `Seq` is owned: it keeps what is left of the sequence in a [`Root`], and gives elements
/// that do not borrow from the heap (for any value: `Seq<Root>`). It is no `Iterator`, because a step needs the runtime.
///
/// Given back to OCaml it is the sequence from where it stands.
///
/// ```
/// use ocaml::{Error, Seq};
///
/// /// `int Seq.t -> int`
/// #[ocaml::func]
/// pub fn doc_sum_of_seq(mut seq: Seq<isize>) -> Result<isize, Error> {
///     let mut sum = 0;
///     while let Some(n) = seq.next(gc) {
///         sum += n?;
///     }
///     Ok(sum)
/// }
///
/// /// `string Seq.t -> string array`
/// #[ocaml::func]
/// pub fn doc_array_of_seq(mut seq: Seq<String>) -> Result<Vec<String>, Error> {
///     seq.collect(gc)
/// }
/// ```
pub struct Seq<T> {
    function: Root,
    ended: bool,
    vouched: Vouched,
    _elements: PhantomData<fn() -> T>,
}

impl<T: for<'gc> FromValue<'gc>> Seq<T> {
    /// A GC point: computes the next element; `None` at the end.
    ///
    /// # Errors
    ///
    /// The exception that the computation raised, after which the sequence has ended; or a [`ConversionError`] if the
    /// element does not fit `T`, after which it goes on. A sequence made of a bare `Value` is not run, since that may be any
    /// function: receive an argument of this type.
    #[allow(clippy::should_implement_trait, reason = "a step needs the runtime")]
    pub fn next(&mut self, gc: &mut Runtime) -> Option<Result<T, Error>> {
        if self.ended {
            return None;
        }
        // Whatever goes wrong before the rest is known ends the sequence.
        self.ended = true;
        if !self.vouched.yes() {
            return Some(Err(self.vouched.refuse("this sequence").into()));
        }
        let function = self.function.get(gc).word();
        // SAFETY: OCaml's types vouch for the function of a sequence, whose argument is `()`; it was read just now, from a
        // root.
        let node = match unsafe { apply::apply(gc, function, sys::UNIT) } {
            Ok(node) => node,
            Err(exception) => return Some(Err(exception)),
        };
        match node.kind() {
            Kind::Int(0) => return None,
            Kind::Block(0, 2) => {}
            _ => return Some(Err(ConversionError::expected("a Seq.node", node).into())),
        }
        // SAFETY: the block has two fields.
        let (element, rest) = unsafe { (node.field_unchecked(0), node.field_unchecked(1)) };
        match Seq::<T>::from_value(rest) {
            Ok(rest) => {
                *self = Seq {
                    vouched: self.vouched,
                    ..rest
                }
            }
            Err(error) => return Some(Err(error.into())),
        }
        Some(self.vouched.inside(|| T::from_value(element)).map_err(Error::from))
    }

    /// A GC point: computes all elements that are left.
    ///
    /// # Errors
    ///
    /// The first error of [`Seq::next`].
    pub fn collect<C: FromIterator<T>>(&mut self, gc: &mut Runtime) -> Result<C, Error> {
        iter::from_fn(|| self.next(gc)).collect()
    }
}

// SAFETY: checked to be a function, which is called only if OCaml's types vouch for it; what it returns is checked.
unsafe impl<'gc, T: FromValue<'gc>> FromValue<'gc> for Seq<T> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        if !apply::is_function(value) {
            return Err(ConversionError::expected("a Seq.t", value));
        }
        Ok(Seq {
            function: Root::new(value.gc(), value),
            ended: false,
            vouched: Vouched::now(),
            _elements: PhantomData,
        })
    }
}

// SAFETY: the function of the sequence.
unsafe impl<'gc, T> IntoValue<'gc> for &Seq<T> {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this sequence");
        self.function.get(gc)
    }
}

// SAFETY: the function of the sequence.
unsafe impl<'gc, T> IntoValue<'gc> for Seq<T> {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        (&self).into_value(gc)
    }
}

impl<T> fmt::Debug for Seq<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.ended { "Seq([])" } else { "Seq(_)" })
    }
}
