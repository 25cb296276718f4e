#[derive(ocaml::IntoValue)]
#[ocaml(unboxed)]
pub struct TwoFields {
    a: u8,
    b: u8,
}

#[derive(ocaml::IntoValue)]
#[ocaml(unboxed)]
pub struct NoField {
    #[ocaml(skip)]
    a: u8,
}

#[derive(ocaml::FromValue)]
#[ocaml(unboxed)]
pub enum TwoConstructors {
    A(u8),
    B(u8),
}

#[derive(ocaml::FromValue)]
#[ocaml(unboxed)]
pub enum TwoArguments {
    A(u8, u8),
}

#[derive(ocaml::FromValue)]
#[ocaml(unboxed)]
pub enum NoArgument {
    A,
}

#[derive(ocaml::FromValue)]
#[ocaml(unboxed)]
pub struct Mutable {
    #[ocaml(mutable)]
    a: u8,
}

fn main() {}
