//! `Lazy<T>`: OCaml's `Lazy.t`.
//!
//! The block of a suspension has tag `LAZY` and its function in field 0. Forced, it has tag `FORWARD` and the result in
//! field 0; wherever a result is not itself mistaken for one of these blocks (or for a boxed float), OCaml and its
//! collector put the result in place of the block. OCaml 5 has tag `FORCING` meanwhile.

use core::fmt;
use core::marker::PhantomData;
use core::sync::atomic::{Ordering, fence};

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::exception::registered;
use crate::function::apply;
use crate::root::Root;
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::Value;

/// OCaml's `'a Lazy.t`: a value that may have to be computed first.
///
/// [`peek`](Lazy::peek) looks at the result if there is one. To compute it is a GC point, which no bare value outlives:
/// receive a `Root<Lazy<'static, T>>` and [force](Root::force) that.
///
/// ```
/// use ocaml::{Error, Lazy, Root};
///
/// /// `int Lazy.t -> int option`
/// #[ocaml::func]
/// pub fn doc_peek(lazy: Lazy<isize>) -> Result<Option<isize>, Error> {
///     Ok(lazy.peek()?)
/// }
///
/// /// `int Lazy.t -> int`
/// #[ocaml::func]
/// pub fn doc_force(lazy: Root<Lazy<'static, isize>>) -> Result<isize, Error> {
///     lazy.force(gc)
/// }
/// ```
pub struct Lazy<'gc, T = Value<'gc>> {
    value: Value<'gc>,
    vouched: Vouched,
    _result: PhantomData<fn() -> T>,
}

impl<T> Clone for Lazy<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Lazy<'_, T> {}

/// Whether a block with this tag is a suspension.
fn is_suspended(tag: u8) -> bool {
    tag == sys::LAZY || cfg!(ocaml_5) && tag == sys::FORCING
}

impl<'gc, T> Lazy<'gc, T> {
    /// The lazy value as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }

    /// Whether the result is there.
    #[inline]
    pub fn is_forced(self) -> bool {
        !self.value.tag().is_some_and(is_suspended)
    }

    fn result(self) -> Option<Value<'gc>> {
        match self.value.tag() {
            Some(tag) if is_suspended(tag) => None,
            Some(sys::FORWARD) => {
                // Another domain may have written the result, and then the tag.
                fence(Ordering::Acquire);
                // SAFETY: a block with this tag has one field, a value.
                Some(unsafe { self.value.field_unchecked(0) })
            }
            _ => Some(self.value),
        }
    }
}

impl<'gc, T: FromValue<'gc>> Lazy<'gc, T> {
    /// The result, if it is there. Nothing is computed.
    ///
    /// # Errors
    ///
    /// If the result does not fit `T`.
    #[inline]
    pub fn peek(self) -> Result<Option<T>, ConversionError> {
        self.result()
            .map(|result| self.vouched.inside(|| T::from_value(result)))
            .transpose()
    }
}

impl<'gc, T: IntoValue<'gc>> Lazy<'gc, T> {
    /// A lazy value whose result is there: `Lazy.from_val result`.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block; as [`IntoValue::into_value`].
    pub fn from_val(gc: &'gc Runtime, result: T) -> Lazy<'gc, T> {
        let result = result.into_value(gc);
        let ambiguous = |tag| is_suspended(tag) || tag == sys::FORWARD || tag == sys::DOUBLE;
        Lazy {
            value: match result.tag() {
                Some(tag) if ambiguous(tag) => alloc::block(gc, sys::FORWARD, [result]),
                _ => result,
            },
            vouched: Vouched::YES,
            _result: PhantomData,
        }
    }
}

impl<T: for<'gc> FromValue<'gc> + 'static> Root<Lazy<'static, T>> {
    /// A GC point: the result, computed now if it is not there, as by `Lazy.force`.
    ///
    /// OCaml itself does it: a computation that raises leaves a function in its place that raises the same again (before
    /// OCaml 5 there is also one, meanwhile, that raises `Lazy.Undefined`). Such a function is compiled OCaml code, native
    /// or bytecode, of which a library in Rust has none. The module that `cargo ocaml bindings` prints registers OCaml's
    /// own; with declarations written by hand the program says once, in OCaml:
    ///
    /// ```ocaml
    /// let () = Callback.register "Lazy.force" Lazy.force
    /// ```
    ///
    /// # Errors
    ///
    /// The exception that the computation raised, `Lazy.Undefined` if it needs its own result, or a [`ConversionError`]
    /// if the result does not fit `T`. `Failure` if `Lazy.force` is not registered.
    pub fn force(&self, gc: &mut Runtime) -> Result<T, Error> {
        if let Some(result) = self.get(gc).peek()? {
            return Ok(result);
        }
        let force = registered(gc, "Lazy.force").filter(|force| apply::is_function(*force));
        let Some(force) = force.map(Value::word) else {
            return Err(Error::failwith(
                "Lazy.force is not registered: call Callback.register \"Lazy.force\" Lazy.force",
            ));
        };
        let lazy = self.get(gc).value().word();
        // SAFETY: the program registered OCaml's own function for this name, and its argument is a `Lazy.t`; both were
        // read just now, from places that the collector knows.
        let result = unsafe { apply::apply(gc, force, lazy) }?.value();
        // OCaml's types vouch for what a root holds.
        Ok(Vouched::YES.inside(|| T::from_value(result))?)
    }
}

// SAFETY: any value may be that of a lazy one; the result is checked when it is read.
unsafe impl<'gc, T: FromValue<'gc>> FromValue<'gc> for Lazy<'gc, T> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        Ok(Lazy {
            value,
            vouched: Vouched::now(),
            _result: PhantomData,
        })
    }
}

// SAFETY: the lazy value itself.
unsafe impl<'gc, T> IntoValue<'gc> for Lazy<'_, T> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this lazy value");
        self.value.into_value(gc)
    }
}

impl<'gc, T: FromValue<'gc> + fmt::Debug> fmt::Debug for Lazy<'gc, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.result().map(T::from_value) {
            None => f.write_str("Lazy(_)"),
            Some(result) => f.debug_tuple("Lazy").field(&result).finish(),
        }
    }
}
