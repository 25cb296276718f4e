#[derive(ocaml::FromValue)]
#[ocaml(polymorphic_variant)]
#[allow(non_camel_case_types)]
pub enum SameHash {
    azdwbie,
    Other,
    c7diagq(u8),
}

#[derive(ocaml::FromValue)]
#[ocaml(polymorphic_variant)]
pub enum NamedArguments {
    Point { x: f64, y: f64 },
}

#[derive(ocaml::FromValue)]
#[ocaml(polymorphic_variant)]
pub struct Struct {
    a: u8,
}

#[derive(ocaml::FromValue)]
#[ocaml(polymorphic_variant, unboxed)]
pub enum Unboxed {
    A(u8),
}

fn main() {}
