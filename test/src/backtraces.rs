//! OCaml backtraces of exceptions that calls from Rust return.

use ocaml::{Error, Function};

#[ocaml::func]
pub fn backtraces_text(f: Function<(), ()>) -> Option<String> {
    let error = f.call(gc, ()).err()?;
    gc.minor_collection();
    error.backtrace(gc)
}

/// Raises it again after another exception was raised and dropped.
#[ocaml::func]
pub fn backtraces_again(f: Function<(), ()>, other: Function<(), ()>) -> Result<(), Error> {
    let result = f.call(gc, ());
    let _ = other.call(gc, ());
    gc.minor_collection();
    result
}

#[ocaml::func]
pub fn backtraces_of_rust() -> Option<String> {
    Error::failwith("Rust").backtrace(gc)
}
