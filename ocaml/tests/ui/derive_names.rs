#[derive(ocaml::FromValue)]
#[ocaml(rename_all = "snakecase")]
pub struct Convention {
    a: u8,
}

#[derive(ocaml::FromValue)]
#[ocaml(rename_all = "snake_case")]
pub enum SmallConstructors {
    First,
    Second,
}

#[derive(ocaml::FromValue)]
pub struct Fields {
    #[ocaml(rename = "End")]
    capital: u8,
    #[ocaml(rename = "end")]
    keyword: u8,
    #[ocaml(rename = "two words")]
    words: u8,
    #[ocaml(rename = "same")]
    one: u8,
    same: u8,
}

#[derive(ocaml::FromValue)]
#[ocaml(polymorphic_variant)]
pub enum Tags {
    #[ocaml(rename = "`A")]
    A,
    B,
    #[ocaml(rename = "B")]
    C,
}

#[derive(ocaml::FromValue)]
pub struct Unnamed(#[ocaml(rename = "a")] u8, #[ocaml(mutable)] u8);

fn main() {}
