//! A Rust module is an OCaml module.

use ocaml::{FromValue, Int, IntoValue};

use crate::Named;

#[derive(FromValue, IntoValue)]
pub struct Wrapped {
    named: Named,
    deep: deeper::Deep,
}

/// The type of another module.
#[ocaml::func]
pub fn inner_wrapped(value: Wrapped) -> Wrapped {
    value
}

pub mod deeper {
    use super::*;

    #[derive(FromValue, IntoValue)]
    pub struct Deep(Int, Option<Box<Named>>);

    /// Its symbol begins with the names of its modules.
    #[ocaml::func]
    pub fn inner_deeper_deep(value: Deep) -> Deep {
        value
    }
}
