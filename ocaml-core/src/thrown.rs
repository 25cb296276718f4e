//! Failures of conversions that have no `Result` to return: they unwind to the trampoline, which
//! raises the OCaml exception. They are no panics: no hook runs and nothing is printed.

use std::panic::resume_unwind;

use crate::conversion_error::ConversionError;
use crate::error::Error;

#[cfg(panic = "abort")]
compile_error!("errors and panics reach OCaml by unwinding: remove `panic = \"abort\"` from the profile in Cargo.toml");

/// What travels. Everything in it is `Send`, as unwinding demands.
pub(crate) enum Thrown {
    OutOfMemory,
    Conversion(ConversionError),
}

impl Thrown {
    #[cold]
    #[inline(never)]
    pub(crate) fn throw(self) -> ! {
        resume_unwind(Box::new(self))
    }

    /// The error that a function called `name` ends with.
    pub(crate) fn into_error(self, name: &str) -> Error {
        match self {
            Thrown::OutOfMemory => Error::out_of_memory(),
            Thrown::Conversion(error) => Error::invalid_argument(format!("{name}: {error}")),
        }
    }
}
