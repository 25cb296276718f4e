#[derive(ocaml::FromValue)]
pub struct Attributes {
    #[ocaml(default)]
    not_skipped: u8,
    #[ocaml(skip, rename = "x")]
    renamed: u8,
    #[ocaml(skip, default = "not a path")]
    no_path: u8,
}

#[derive(ocaml::IntoValue)]
pub enum All {
    #[ocaml(skip)]
    A,
    #[ocaml(skip, rename = "C")]
    B(u8),
}

pub struct NoDefault;

fn text() -> &'static str {
    "text"
}

#[derive(ocaml::FromValue)]
pub struct Filled {
    name: String,
    #[ocaml(skip)]
    no_default: NoDefault,
    #[ocaml(skip, default = "text")]
    other_type: u8,
    #[ocaml(skip, default = "missing")]
    no_function: u8,
}

unsafe fn promise() -> u8 {
    0
}

#[derive(ocaml::FromValue)]
pub struct Unsafe {
    name: String,
    #[ocaml(skip, default = "promise")]
    promised: u8,
}

pub struct PhantomData;

#[derive(ocaml::FromValue, ocaml::IntoValue)]
pub struct OwnPhantom {
    name: String,
    phantom: PhantomData,
}

fn main() {}
