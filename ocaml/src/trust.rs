//! Whether OCaml's types vouch for a value.
//!
//! What is read in place can be mutable (an array, a `ref`, a hash table) or not computed yet. That it holds a `T` now
//! does not say that it will: an `int option array` of `None`s looks like a `string option array`. So such a wrapper made of
//! a bare `Value` can be read, each element being checked, but not be given back to OCaml as what it claims to be. An
//! argument of an exported function can: OCaml's type checker has seen it.

use std::cell::Cell;

use crate::conversion_error::ConversionError;

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

    /// For what is decoded now. `certain` says that the representation alone is proof.
    #[inline]
    pub(crate) fn now(certain: bool) -> Vouched {
        Vouched(certain || TRUSTED.get())
    }

    /// Before `what` is given back.
    #[inline(always)]
    pub(crate) fn check(self, what: &str) {
        if !self.0 {
            refuse(what);
        }
    }
}

#[cold]
fn refuse(what: &str) -> ! {
    let problem =
        format!("{what} was made of a bare `Value`, and nothing says what OCaml takes it for: return the `Value`");
    ConversionError::new(problem).throw()
}
