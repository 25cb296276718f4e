//! Why a value cannot be used as a `T`.
//!
//! A function for each reason, because an argument's error is only words while the function can still succeed.

use std::any::type_name;
use std::fmt::Write;

use ocaml_sys as sys;

use super::Custom;
use super::operations::Record;
use super::state::Busy;
use crate::conversion_error::ConversionError;
use crate::value::Value;

/// The reason, given the word of the argument, which is not stale.
pub type Misfit = fn(sys::Value) -> Option<ConversionError>;

/// What a misfit of this module says; unlike a decoder that is run once more, it always says something.
#[cold]
pub(super) fn reason(misfit: Misfit, word: sys::Value) -> ConversionError {
    misfit(word).expect("a misfit has a reason")
}

#[cold]
pub(super) fn busy<T: Custom>(busy: Busy) -> Misfit {
    fn error<T: Custom>(problem: &str) -> Option<ConversionError> {
        Some(ConversionError::new(format!("this {} {problem}", short::<T>())))
    }
    match busy {
        Busy::Closed => |_| error::<T>("is closed"),
        Busy::Exclusively => |_| error::<T>("is already mutably borrowed"),
        Busy::Shared => |_| error::<T>("is already borrowed"),
        Busy::Elsewhere => |_| error::<T>("belongs to the thread that made it"),
    }
}

/// The value is something else.
#[cold]
pub(super) fn foreign<T: Custom>(word: sys::Value) -> Option<ConversionError> {
    // SAFETY: the promise of `Misfit`.
    let value = unsafe { Value::revive(word) };
    let (expected, found) = (type_name::<T>(), record(value).map(Record::type_name));
    // Two types may have the same name, in different modules.
    let ambiguous = found.is_some_and(|found| without_modules(found) == without_modules(expected));
    Some(match found.filter(|_| ambiguous) {
        Some(found) => ConversionError::new(format!("expected a {expected}, found a {found}")),
        None => ConversionError::expected(&format!("a {}", short::<T>()), value),
    })
}

/// `a Counter`, if the value is the block of a Rust value.
pub(crate) fn describe(value: Value<'_>) -> Option<String> {
    record(value).map(|record| format!("a {}", without_modules(record.type_name())))
}

fn record<'a>(value: Value<'_>) -> Option<&'a Record> {
    if value.tag() != Some(sys::CUSTOM) {
        return None;
    }
    // SAFETY: a live custom block.
    unsafe { Record::from_operations(sys::custom_ops_val(value.word())) }
}

/// The name of a type as error messages have it.
pub(super) fn short<T>() -> String {
    without_modules(type_name::<T>())
}

/// `Stack<String>` for `mylib::Stack<alloc::string::String>`.
fn without_modules(name: &str) -> String {
    let mut short = String::new();
    for piece in name.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
        let end = piece
            .trim_end_matches(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
            .len();
        let (path, rest) = match end {
            0 => (piece, ""),
            _ => piece.split_at(piece.len() - piece.chars().next_back().map_or(0, char::len_utf8)),
        };
        let _ = write!(short, "{}{rest}", path.rsplit("::").next().unwrap_or(path));
    }
    short
}

#[cfg(test)]
mod tests {
    use super::without_modules;

    #[test]
    fn modules_are_left_out() {
        assert_eq!(without_modules("a::b::Stack<alloc::string::String>"), "Stack<String>");
        assert_eq!(without_modules("(u8, x::Y, [z::T; 3])"), "(u8, Y, [T; 3])");
        assert_eq!(without_modules("alloc::boxed::Box<dyn m::Shape>"), "Box<dyn Shape>");
        assert_eq!(without_modules("Counter"), "Counter");
    }
}
