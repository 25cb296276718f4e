//! Whether OCaml's types vouch for a value.
//!
//! What is read in place can be mutable (an array, a `ref`, a hash table), not computed yet, or too large to be looked at as
//! a whole. That it holds a `T` now does not say that it will: an `int option array` of `None`s looks like a
//! `string option array`, and a record with two mutable fields like the cell of a list. So such a wrapper made of a bare
//! `Value` can be read, each element being checked, but not be given back to OCaml as what it claims to be, nor be called.
//! An argument of an exported function can: OCaml's type checker has seen it, with all that is in it.
//!
//! Decoding runs code of the user: the order and hash of keys, the hasher of a map, defaults of skipped fields, and destructors
//! where something does not fit. None of it may come by a wrapper that is vouched for: an immediate looks like a lazy value, and
//! needs no token. All but destructors are run by [`untrusting`]. A destructor is run after an error has been made, which
//! [withdraws](withdraw) the trust, or while a panic unwinds: one of the user's code ends the trust too, and for any other
//! there is [`Vouched::now`].

use std::cell::Cell;
use std::{mem, thread};

use crate::conversion_error::ConversionError;
use crate::convert::FromValue;

#[derive(Clone, Copy, PartialEq)]
enum Trust {
    No,
    /// Since a time when the thread was, or was not, panicking.
    Yes {
        panicking: bool,
    },
}

thread_local! {
    static TRUST: Cell<Trust> = const { Cell::new(Trust::No) };
}

/// Decodes something that OCaml's types vouch for, with all that is in it.
#[inline]
pub(crate) fn trusting<T>(decode: impl FnOnce() -> T) -> T {
    let panicking = thread::panicking();
    with(Trust::Yes { panicking }, decode)
}

/// Runs code of the user (an order, a hash function, a default) in the middle of that.
#[inline]
pub fn untrusting<T>(run: impl FnOnce() -> T) -> T {
    with(Trust::No, run)
}

/// Ends the trust in what is being decoded: it does not fit.
pub(crate) fn withdraw() {
    TRUST.set(Trust::No);
}

#[inline]
fn with<T>(trust: Trust, run: impl FnOnce() -> T) -> T {
    /// The code has panicked: what unwinds is not trusted any more.
    struct Panicked;

    impl Drop for Panicked {
        #[cold]
        fn drop(&mut self) {
            withdraw();
        }
    }

    let before = TRUST.replace(trust);
    let panicked = Panicked;
    let result = run();
    mem::forget(panicked);
    // What was withdrawn inside is withdrawn outside.
    if TRUST.get() == trust {
        TRUST.set(before);
    }
    result
}

/// Whether a wrapper may be given back to OCaml.
#[derive(Clone, Copy)]
pub(crate) struct Vouched(bool);

impl Vouched {
    pub(crate) const YES: Vouched = Vouched(true);

    /// For what is decoded now.
    #[inline]
    pub(crate) fn now() -> Vouched {
        match TRUST.get() {
            Trust::No => Vouched(false),
            Trust::Yes { panicking } => Vouched(thread::panicking() == panicking),
        }
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
