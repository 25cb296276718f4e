/// No decoding makes a borrow that outlives the heap's.
#[derive(ocaml::FromValue)]
pub struct Forever {
    name: &'static str,
    value: ocaml::Value<'static>,
}

/// Neither does a `'static` that an alias hides.
pub type Alias = &'static str;

#[derive(ocaml::FromValue)]
#[ocaml(polymorphic_variant)]
pub enum Tagged {
    Name(Alias),
}

fn main() {}
