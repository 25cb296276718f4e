//! Whether OCaml's types vouch for a value.
//!
//! What is read in place can be mutable (an array, a `ref`, a hash table), not computed yet, or too large to be looked at as
//! a whole. That it holds a `T` now does not say that it will: an `int option array` of `None`s looks like a
//! `string option array`, and a record with two mutable fields like the cell of a list. So such a wrapper made of a bare
//! `Value` can be read, each element being checked, but not be given back to OCaml as what it claims to be, nor be called.
//! An argument of an exported function can: OCaml's type checker has seen it, with all that is in it.

use std::cell::Cell;

use crate::conversion_error::ConversionError;
use crate::convert::FromValue;

thread_local! {
    static TRUSTED: Cell<bool> = const { Cell::new(false) };
}

/// Decodes something that OCaml's types vouch for, with all that is in it.
#[inline]
pub(crate) fn trusting<T>(decode: impl FnOnce() -> T) -> T {
    with(true, decode)
}

/// Runs code of the user (an order, a hash function) in the middle of that.
#[inline]
pub(crate) fn untrusting<T>(run: impl FnOnce() -> T) -> T {
    with(false, run)
}

#[inline]
fn with<T>(trusted: bool, run: impl FnOnce() -> T) -> T {
    struct Restore(bool);

    impl Drop for Restore {
        #[inline]
        fn drop(&mut self) {
            TRUSTED.set(self.0);
        }
    }

    let _restore = Restore(TRUSTED.replace(trusted));
    run()
}

/// Whether a wrapper may be given back to OCaml.
#[derive(Clone, Copy)]
pub(crate) struct Vouched(bool);

impl Vouched {
    pub(crate) const YES: Vouched = Vouched(true);

    /// For what is decoded now.
    #[inline]
    pub(crate) fn now() -> Vouched {
        Vouched(TRUSTED.get())
    }

    /// Whether OCaml's types vouch for it.
    #[inline(always)]
    pub(crate) fn yes(self) -> bool {
        self.0
    }

    /// Decodes what stands in the wrapper, for which OCaml's types vouch if they do for the wrapper.
    #[inline(always)]
    pub(crate) fn inside<'gc, T: FromValue<'gc>>(
        self,
        decode: impl FnOnce() -> Result<T, ConversionError>,
    ) -> Result<T, ConversionError> {
        match T::CHECKED || !self.0 {
            true => decode(),
            false => trusting(decode),
        }
    }

    /// Before `what` is given back.
    #[inline(always)]
    pub(crate) fn check(self, what: &str) {
        if !self.0 {
            self.refuse(what).throw();
        }
    }

    /// The error for a use that OCaml's types do not vouch for.
    #[cold]
    pub(crate) fn refuse(self, what: &str) -> ConversionError {
        ConversionError::new(format!(
            "{what} was made of a bare `Value`, and nothing says what OCaml takes it for: \
             return the `Value`, or receive an argument of this type"
        ))
    }
}
