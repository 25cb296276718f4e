//! The arguments of an exception cross the boundary both ways; other types are no exceptions.

struct Opaque;

#[derive(ocaml::Exception)]
struct Unknown(Opaque);

struct Plain;

fn raise() -> ocaml::Error {
    ocaml::Error::own(Plain)
}

/// `ocaml::Error` has a `From` for it already.
#[derive(Debug, ocaml::Exception)]
struct Std;

impl std::fmt::Display for Std {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("std")
    }
}

impl std::error::Error for Std {}

/// `exn` or a record: not both.
#[derive(ocaml::Exception, ocaml::IntoValue)]
struct Both {
    x: isize,
}

fn main() {}
