#[derive(ocaml::FromValue)]
#[ocaml(unboxd)]
pub enum Several {
    A = 3,
    B(),
    #[ocaml(rename = "x")]
    C(u8),
}

#[derive(ocaml::IntoValue)]
#[ocaml(unboxed)]
pub struct TwoFields {
    a: u8,
    b: u8,
}

#[derive(ocaml::FromValue)]
pub union Union {
    a: u8,
    b: i8,
}

#[derive(ocaml::FromValue)]
pub enum Never {}

fn main() {}
