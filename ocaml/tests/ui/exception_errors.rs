//! What cannot be an exception says why.

#[derive(ocaml::Exception)]
struct Borrowed<'a>(&'a str);

#[derive(ocaml::Exception)]
struct Generic<T>(T);

#[derive(ocaml::Exception)]
enum Never {}

#[derive(ocaml::Exception)]
union Bits {
    a: isize,
    b: usize,
}

#[derive(ocaml::Exception)]
#[ocaml(rename = "Other", modul = "My_lib")]
enum Renamed {
    #[ocaml(skip)]
    A,
    #[ocaml(rename = "small")]
    B,
    #[ocaml(rename = "D")]
    C(#[ocaml(rename = "x")] isize),
    D,
}

#[derive(ocaml::Exception)]
#[ocaml(module = "not a module")]
struct Misplaced;

#[derive(ocaml::Exception)]
#[ocaml(module, no_from = "x", unboxed, polymorphic_variant)]
struct Odd(isize);

#[derive(ocaml::IntoValue)]
#[ocaml(module = "My_lib")]
struct Record {
    x: isize,
}

fn main() {}
