//! Exceptions as text: what `Printexc.to_string` prints when no printer is registered (`stdlib/printexc.ml`).

use std::fmt;

use ocaml_sys::{self as sys, Predefined};

use crate::convert::text::bytes_of;
use crate::exn::Exn;
use crate::value::Value;

impl fmt::Display for Exn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_predefined(Predefined::OutOfMemory) {
            return f.write_str("Out of memory");
        }
        if self.is_predefined(Predefined::StackOverflow) {
            return f.write_str("Stack overflow");
        }
        for (exception, width, what) in LOCATED {
            if let Some(place) = self.place().filter(|_| self.is_predefined(exception)) {
                return place.fmt(f, width, what);
            }
        }
        f.write_str(&self.name())?;
        let mut before = "(";
        for argument in self.arguments() {
            f.write_str(before)?;
            Argument(argument).fmt(f)?;
            before = ", ";
        }
        match before {
            "(" => Ok(()),
            _ => f.write_str(")"),
        }
    }
}

impl fmt::Debug for Exn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Exn({self})")
    }
}

/// The exceptions that carry a place, with the width of what is there.
const LOCATED: [(Predefined, isize, &str); 3] = [
    (Predefined::MatchFailure, 5, "Pattern matching failed"),
    (Predefined::AssertFailure, 6, "Assertion failed"),
    (Predefined::UndefinedRecursiveModule, 6, "Undefined recursive module"),
];

struct Place<'gc> {
    file: &'gc [u8],
    line: isize,
    column: isize,
}

impl<'gc> Exn<'gc> {
    /// The only argument, if it is a file, a line and a column.
    fn place(self) -> Option<Place<'gc>> {
        let place = self.arguments().next()?;
        Some(Place {
            file: bytes_of(place.field(0)?).ok()?,
            line: place.field(1)?.as_int()?,
            column: place.field(2)?.as_int()?,
        })
    }
}

impl Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>, width: isize, what: &str) -> fmt::Result {
        let (file, line, column) = (String::from_utf8_lossy(self.file), self.line, self.column);
        let end = column.wrapping_add(width);
        write!(f, "File \"{file}\", line {line}, characters {column}-{end}: {what}")
    }
}

struct Argument<'gc>(Value<'gc>);

impl fmt::Display for Argument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(int) = self.0.as_int() {
            return write!(f, "{int}");
        }
        if let Some(float) = self.0.as_float() {
            return f.write_str(&string_of_float(float));
        }
        match self.0.tag() {
            Some(sys::STRING) => write!(f, "\"{}\"", escaped(bytes_of(self.0).unwrap_or_default())),
            _ => f.write_str("_"),
        }
    }
}

/// `String.escaped`.
fn escaped(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for &byte in bytes {
        match byte {
            b'"' => text.push_str("\\\""),
            b'\\' => text.push_str("\\\\"),
            b'\n' => text.push_str("\\n"),
            b'\t' => text.push_str("\\t"),
            b'\r' => text.push_str("\\r"),
            8 => text.push_str("\\b"),
            b' '..=b'~' => text.push(char::from(byte)),
            _ => text.push_str(&format!("\\{byte:03}")),
        }
    }
    text
}

/// `string_of_float`: C's `%.12g`, with a point at the end of what would look like an integer.
fn string_of_float(float: f64) -> String {
    const DIGITS: i32 = 12;
    let sign = if float.is_sign_negative() { "-" } else { "" };
    if float.is_nan() {
        return format!("{sign}nan");
    }
    if float.is_infinite() {
        return format!("{sign}inf");
    }
    let scientific = format!("{float:.*e}", DIGITS as usize - 1);
    let (mantissa, exponent) = scientific.split_once('e').expect("the format has an exponent");
    let exponent: i32 = exponent.parse().expect("the exponent is a number");
    if (-4..DIGITS).contains(&exponent) {
        let fixed = format!("{float:.*}", (DIGITS - 1 - exponent) as usize);
        let short = without_zeros(&fixed);
        return match short.contains('.') {
            true => short.to_owned(),
            false => format!("{short}."),
        };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{}e{sign}{:02}", without_zeros(mantissa), exponent.abs())
}

/// Without the zeros at the end of a fraction, and without its point if there is nothing behind it.
fn without_zeros(number: &str) -> &str {
    match number.contains('.') {
        true => number.trim_end_matches('0').trim_end_matches('.'),
        false => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_look_as_in_ocaml() {
        for (float, text) in [
            (0.0, "0."),
            (-0.0, "-0."),
            (1.0, "1."),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (1.0 / 3.0, "0.333333333333"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (123_456_789_012.0, "123456789012."),
            (1_234_567_890_123.0, "1.23456789012e+12"),
            (999_999_999_999.9, "1e+12"),
            (1e300, "1e+300"),
            (5e-324, "4.94065645841e-324"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(string_of_float(float), text);
        }
    }

    #[test]
    fn strings_are_escaped_as_in_ocaml() {
        assert_eq!(escaped(b"a\"\\\n\t\r\x08\x00\xff~"), "a\\\"\\\\\\n\\t\\r\\b\\000\\255~");
    }
}
