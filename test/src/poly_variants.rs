//! Derived polymorphic variants, and the hash behind them.

use std::ffi::CString;

use ocaml::{Error, FromValue, IntoValue};

#[ocaml::func]
pub fn poly_variants_hash(name: &str) -> isize {
    ocaml::hash_variant(name)
}

/// The runtime's own function.
#[ocaml::func]
pub fn poly_variants_runtime_hash(name: &str) -> Result<isize, Error> {
    let name = CString::new(name).map_err(|error| Error::invalid_argument(error.to_string()))?;
    // SAFETY: the function reads a C string and returns an immediate.
    let hash = unsafe { ocaml::sys::caml_hash_variant(name.as_ptr().cast()) };
    Ok(ocaml::sys::int_val(hash))
}

#[derive(FromValue, IntoValue)]
#[ocaml(polymorphic_variant)]
pub enum Color<'a> {
    Red,
    Green,
    #[ocaml(rename = "dark_blue")]
    DarkBlue,
    Gray(f64),
    Rgb(u8, u8, u8),
    Pair((isize, String)),
    Named(&'a str),
    #[ocaml(rename = "A_long_name_whose_hash_does_not_fit_into_31_bits_without_wrapping_around")]
    Long(Option<isize>),
    #[ocaml(skip)]
    Unnamed,
    Silent(#[ocaml(skip)] Vec<u8>),
}

#[ocaml::func]
pub fn poly_variants_color(color: Color) -> Color {
    match color {
        Color::Named("unnamed") => Color::Unnamed,
        Color::Silent(bytes) if !bytes.is_empty() => Color::Unnamed,
        other => other,
    }
}

/// Reads borrowed payloads after allocating.
#[ocaml::func]
pub fn poly_variants_under_allocation(colors: Vec<Color>, times: usize) -> Vec<Color> {
    for i in 0..times {
        let _ = ocaml::Value::string(gc, &"x".repeat(i % 50));
    }
    colors
}

#[derive(Clone, Copy, FromValue, IntoValue)]
#[ocaml(polymorphic_variant, rename_all = "snake_case")]
pub enum Mode {
    ReadOnly,
    ReadWrite,
    Append,
}

#[ocaml::func]
pub fn poly_variants_mode(mode: Mode) -> Mode {
    match mode {
        Mode::ReadOnly => Mode::ReadWrite,
        Mode::ReadWrite => Mode::Append,
        Mode::Append => Mode::ReadOnly,
    }
}

/// Recursive and generic.
#[derive(FromValue, IntoValue)]
#[ocaml(polymorphic_variant)]
pub enum Document<T> {
    Nil,
    Text(T),
    Cat(Box<Document<T>>, Box<Document<T>>),
    All(Vec<Self>),
}

#[ocaml::func]
pub fn poly_variants_document(document: Document<String>) -> Document<String> {
    document
}
