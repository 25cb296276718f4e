pub struct Mine;

#[derive(ocaml::FromValue)]
pub struct Newtype(Mine);

#[derive(ocaml::FromValue)]
#[ocaml(polymorphic_variant)]
pub enum Tags {
    One(Mine),
    Two(u8, u8),
}

fn main() {}
