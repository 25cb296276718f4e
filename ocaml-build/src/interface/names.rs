//! The OCaml names of what has Rust names.

use crate::descriptor::Module;

/// The OCaml manual, section 11.1; `effect` from OCaml 5.3.
#[rustfmt::skip]
const KEYWORDS: &[&str] = &[
    "and", "as", "asr", "assert", "begin", "class", "constraint", "do", "done", "downto", "effect", "else", "end",
    "exception", "external", "false", "for", "fun", "function", "functor", "if", "in", "include", "inherit",
    "initializer", "land", "lazy", "let", "lor", "lsl", "lsr", "lxor", "match", "method", "mod", "module", "mutable",
    "new", "nonrec", "object", "of", "open", "or", "private", "rec", "sig", "struct", "then", "to", "true", "try",
    "type", "val", "virtual", "when", "while", "with",
];

/// Types that are always in scope. One of ours must not hide them.
#[rustfmt::skip]
const PREDEFINED: &[&str] = &[
    "array", "bool", "bytes", "char", "exn", "float", "floatarray", "in_channel", "int", "int32", "int64", "lazy_t", "list",
    "nativeint", "option", "out_channel", "ref", "result", "string", "unit",
];

/// A value: as in Rust, with a small letter first, without the path of modules that it begins with for the sake of a
/// symbol of its own (`files_open` in the module `files`), and with a `_` at the end if it would be a keyword.
pub fn value(name: &str, module: &Module) -> String {
    let own = prefixes(module)
        .filter_map(|prefix| name.strip_prefix(&prefix))
        .filter(|rest| rest.starts_with(|first: char| first.is_alphabetic()))
        .min_by_key(|rest| rest.len());
    let name = own.unwrap_or(name);
    escaped(uncapitalised(&ascii(name)), &[])
}

/// `a_b_c_`, `b_c_` and `c_` for the module `a::b::c`, and `a_`.
fn prefixes(module: &Module) -> impl Iterator<Item = String> {
    let path = &module.0;
    let suffixes = (0..path.len()).map(|from| path[from..].join("_") + "_");
    suffixes.chain(path.first().map(|first| format!("{first}_")))
}

/// A field, which is named already as OCaml wants it unless nothing has been renamed.
pub fn field(name: &str) -> String {
    escaped(uncapitalised(&ascii(name)), &[])
}

/// Letters that OCaml knows since version 5.3 only, as their numbers: `hu00f6he` for `höhe`.
pub fn ascii(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        match c.is_ascii() {
            true => text.push(c),
            false => text.push_str(&format!("u{:04x}", u32::from(c))),
        }
    }
    text
}

/// `end_of_file` for `EndOfFile`.
pub fn snake(name: &str) -> String {
    let mut snake = String::new();
    let mut before = None;
    let mut characters = name.chars().peekable();
    while let Some(c) = characters.next() {
        let starts_word = match before {
            Some('_') | None => false,
            Some(before) if char::is_uppercase(before) => characters.peek().is_some_and(|next| next.is_lowercase()),
            Some(_) => true,
        };
        if c.is_uppercase() && starts_word {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
        before = Some(c);
    }
    snake
}

/// A type: `EndOfFile` is `end_of_file`, with a `_` at the end if that is a keyword or a predefined type.
pub fn ty(name: &str) -> String {
    escaped(ascii(&snake(name)), PREDEFINED)
}

/// A module: with a capital letter first.
pub fn module(name: &str) -> String {
    let name = ascii(name.trim_start_matches('_'));
    let mut characters = name.chars();
    match characters.next() {
        Some(first) if first.is_alphabetic() => first.to_uppercase().chain(characters).collect(),
        _ => format!("M_{name}"),
    }
}

pub fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Whether OCaml can call a value, or a method, so.
pub fn is_value(name: &str) -> bool {
    let is_first = |c: char| c.is_ascii_lowercase() || c == '_';
    let is_rest = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '\'';
    name.starts_with(is_first) && name.chars().all(is_rest) && name != "_" && !is_keyword(name)
}

fn uncapitalised(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(characters).collect()
}

fn escaped(mut name: String, others: &[&str]) -> String {
    if is_keyword(&name) || others.contains(&name.as_str()) {
        name.push('_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let module = Module::from("mylib::files");
        assert_eq!(value("open_file", &module), "open_file");
        assert_eq!(value("files_close", &module), "close");
        assert_eq!(value("mylib_files_close", &module), "close");
        assert_eq!(value("mylib_close", &module), "close");
        assert_eq!(value("files_open", &module), "open_");
        assert_eq!(value("files_", &module), "files_");
        assert_eq!(value("files_2", &module), "files_2");
        assert_eq!(value("METHOD", &module), "mETHOD");
        assert_eq!(value("files_größe", &module), "gru00f6u00dfe");
        assert_eq!(field("Öl"), "u00d6l");
    }

    #[test]
    fn types_and_modules() {
        assert_eq!(ty("EndOfFile"), "end_of_file");
        assert_eq!(ty("HTTPServer2"), "http_server2");
        assert_eq!(ty("List"), "list_");
        assert_eq!(ty("Object"), "object_");
        assert_eq!(ty("already_so"), "already_so");
        assert_eq!(module("std_types"), "Std_types");
        assert_eq!(module("_2d"), "M_2d");
        assert_eq!(
            (ty("Größe"), module("öl")),
            ("gru00f6u00dfe".to_owned(), "U00f6l".to_owned())
        );
    }
}
