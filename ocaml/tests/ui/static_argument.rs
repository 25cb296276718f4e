#[derive(ocaml::FromValue)]
pub enum Enum<'a> {
    Name(&'a str),
}

#[ocaml::func]
pub fn value(value: ocaml::Value<'static>) -> bool {
    value.is_int()
}

#[ocaml::func]
pub fn array(array: ocaml::Array<'static, String>) -> usize {
    array.len()
}

#[ocaml::func]
pub fn derived(e: Enum<'static>) -> usize {
    let Enum::Name(name) = e;
    name.len()
}

fn main() {}
