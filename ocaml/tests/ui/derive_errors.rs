#[derive(ocaml::FromValue)]
#[ocaml(unboxd)]
pub enum Several {
    A = 3,
    B(),
    C {},
    #[ocaml(renam = "x")]
    D(u8),
}

#[derive(ocaml::FromValue)]
pub union Union {
    a: u8,
    b: i8,
}

#[derive(ocaml::FromValue)]
pub enum Never {}

fn main() {}
