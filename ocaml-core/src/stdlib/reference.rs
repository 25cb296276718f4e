//! `Ref<T>`: OCaml's `ref`.

use core::fmt;
use core::marker::PhantomData;

use ocaml_sys as sys;

use crate::alloc;
use crate::block::Block;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::Value;

/// OCaml's `'a ref`, shared with OCaml. The content is decoded when it is asked for.
///
/// ```
/// /// `int ref -> unit`
/// #[ocaml::func]
/// pub fn doc_incr(counter: ocaml::Ref<isize>) -> Result<(), ocaml::Error> {
///     let next = counter.get()? + 1;
///     // SAFETY: `external incr : int ref -> unit`, and no array is lent here.
///     unsafe { counter.set(gc, next) };
///     Ok(())
/// }
/// ```
pub struct Ref<'gc, T = Value<'gc>> {
    value: Value<'gc>,
    vouched: Vouched,
    _content: PhantomData<fn() -> T>,
}

impl<T> Clone for Ref<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ref<'_, T> {}

impl<'gc, T> Ref<'gc, T> {
    /// The reference as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }
}

impl<'gc, T: IntoValue<'gc>> Ref<'gc, T> {
    /// `ref content`.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block; as [`IntoValue::into_value`].
    #[inline]
    pub fn new(gc: &'gc Runtime, content: T) -> Ref<'gc, T> {
        Ref {
            value: alloc::block(gc, 0, [content.into_value(gc)]),
            vouched: Vouched::YES,
            _content: PhantomData,
        }
    }

    /// `self := content`.
    ///
    /// # Panics
    ///
    /// As [`IntoValue::into_value`].
    ///
    /// # Safety
    ///
    /// The OCaml type of the content is the one that stands for `T`: nothing at run time tells an `int ref` from a
    /// `string ref`. No zero-copy view (`&[Value]`) of the same block, passed as an array, is alive.
    #[inline]
    pub unsafe fn set(self, gc: &'gc Runtime, content: T) {
        let word = content.into_value(gc).word();
        // SAFETY: the block has one field, checked when this was made; the runtime's barrier.
        unsafe { sys::caml_modify(sys::field(self.value.word(), 0), word) };
    }
}

impl<'gc, T: FromValue<'gc>> Ref<'gc, T> {
    /// `!self`.
    ///
    /// # Errors
    ///
    /// If the content does not fit `T`.
    #[inline]
    pub fn get(self) -> Result<T, ConversionError> {
        // SAFETY: the block has one field, which is a value.
        let content = unsafe { self.value.field_unchecked(0) };
        self.vouched
            .inside(|| T::from_value(content))
            .map_err(|error| error.at("contents"))
    }
}

// SAFETY: checked to be a block with one field; the content is checked when it is read.
unsafe impl<'gc, T: FromValue<'gc>> FromValue<'gc> for Ref<'gc, T> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        Block::expect(value, 0, 1, "a ref")?;
        Ok(Ref {
            value,
            vouched: Vouched::now(),
            _content: PhantomData,
        })
    }
}

// SAFETY: the reference itself.
unsafe impl<'gc, T> IntoValue<'gc> for Ref<'_, T> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this ref");
        self.value.into_value(gc)
    }
}

impl<'gc, T: FromValue<'gc> + fmt::Debug> fmt::Debug for Ref<'gc, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Ref").field(&self.get()).finish()
    }
}
