//! Exceptions.

use ocaml::{Exception, Int};

/// Something is closed.
#[derive(Debug, Exception)]
pub struct Closed(String, Int);

#[derive(Debug, Exception)]
pub enum Failed {
    Once,
    /// With a record.
    Often {
        times: Int,
        last: f64,
    },
}

#[ocaml::func]
pub fn errors_close(name: &str) -> Result<Int, Closed> {
    Err(Closed(name.to_owned(), 7))
}

#[ocaml::func]
pub fn errors_fail(times: Int) -> Result<(), Failed> {
    match times {
        0 => Ok(()),
        1 => Err(Failed::Once),
        times => Err(Failed::Often { times, last: 0.5 }),
    }
}
