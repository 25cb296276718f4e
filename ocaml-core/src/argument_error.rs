//! An argument that does not fit: which one, and why.

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::convert::FromValue;
use crate::custom::Misfit;
use crate::trust::Vouched;
use crate::value::Value;

/// Which argument.
pub struct Place {
    /// The function's name in Rust; empty for a closure, whose name is not known when it is compiled.
    pub function: &'static str,
    /// From 1.
    pub index: usize,
    /// As in the function's signature.
    pub name: &'static str,
}

/// An argument that could not be decoded.
///
/// Only words, so that a function whose arguments all fit never touches memory for this. The reason is found out by
/// decoding once more.
#[derive(Clone, Copy)]
pub struct ArgumentError {
    pub(crate) why: Misfit,
    pub(crate) word: sys::Value,
    pub(crate) place: &'static Place,
}

impl ArgumentError {
    #[inline(always)]
    pub(crate) fn new<'gc, T: FromValue<'gc>>(value: Value<'gc>, place: &'static Place) -> ArgumentError {
        ArgumentError {
            why: ArgumentError::why::<T>(),
            word: value.word(),
            place,
        }
    }

    /// What decodes once more.
    #[inline(always)]
    pub(crate) fn why<'gc, T: FromValue<'gc>>() -> Misfit {
        why::<T>
    }

    /// The error, with the place in front.
    ///
    /// # Safety
    ///
    /// Nothing has collected since the argument was passed.
    #[cold]
    pub(crate) unsafe fn find(self) -> ConversionError {
        let error = (self.why)(self.word).unwrap_or_else(ConversionError::changed);
        error.at_argument(self.place)
    }
}

impl ConversionError {
    #[cold]
    pub(crate) fn at_argument(self, place: &Place) -> ConversionError {
        self.at(&format!("argument {} ({})", place.index, place.name))
    }
}

fn why<'gc, T: FromValue<'gc>>(word: sys::Value) -> Option<ConversionError> {
    // SAFETY: the word was a value for 'gc, and `find` is called before anything collects. Nothing decoded leaves here.
    let value = unsafe { Value::revive(word) };
    // As it was decoded the first time.
    Vouched::YES.inside(|| T::from_value(value)).err()
}
