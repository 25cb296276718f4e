#[derive(ocaml::FromValue)]
#[ocaml(polymorphic, renam_all = "snake_case")]
pub enum Unknown {
    #[ocaml(skp)]
    A(#[ocaml(mut)] u8),
    #[ocaml]
    B,
}

#[derive(ocaml::IntoValue)]
#[ocaml(skip)]
pub struct Misplaced<#[ocaml(mutable)] T> {
    #[ocaml(unboxed)]
    a: T,
    #[ocaml(rename_all = "lowercase")]
    b: u8,
}

#[derive(ocaml::FromValue)]
#[ocaml(unboxed = "yes", rename_all)]
pub struct Form {
    #[ocaml(rename = 3, mutable(yes))]
    a: u8,
    #[ocaml(skip = "true", default = 1)]
    b: u8,
}

#[derive(ocaml::FromValue)]
#[ocaml(rename_all = "snake_case")]
#[ocaml(rename_all = "snake_case")]
pub struct Twice {
    #[ocaml(mutable, mutable)]
    a: u8,
}

fn main() {}
