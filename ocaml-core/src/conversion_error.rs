//! Why a value could not be converted, with the place inside the value.

use std::borrow::Cow;
use std::fmt;

use ocaml_sys as sys;

use crate::bigarray;
use crate::convert::FromValue;
use crate::convert::text::bytes_of;
use crate::custom;
use crate::thrown::Thrown;
use crate::trust::{self, Vouched};
use crate::value::{Kind, Value};

/// A value that does not fit the type asked for.
///
/// The message names the place, the value and what was expected, for instance
/// `Example.name: expected a string, found the int 0`. As the error of an exported function it
/// becomes `Invalid_argument`, with the name of the function in front.
///
/// ```
/// use ocaml::{ConversionError, FromValue, Value};
///
/// struct Even(isize);
///
/// // SAFETY: every value is checked.
/// unsafe impl<'gc> FromValue<'gc> for Even {
///     fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
///         match isize::from_value(value)? {
///             n if n % 2 == 0 => Ok(Even(n)),
///             n => Err(ConversionError::new(format!("{n} is odd"))),
///         }
///     }
/// }
/// ```
// Boxed, so that the `Result` of converting a word is two words.
pub struct ConversionError(Box<Inner>);

struct Inner {
    place: String,
    problem: String,
}

impl ConversionError {
    /// An error with a message of your own, for hand-written conversions.
    #[cold]
    pub fn new(problem: impl Into<String>) -> ConversionError {
        trust::withdraw();
        ConversionError(Box::new(Inner {
            place: String::new(),
            problem: problem.into(),
        }))
    }

    /// Why the value does not fit `T`, found out by decoding it once more.
    ///
    /// # Safety
    ///
    /// As for [`FromValue::decode`].
    #[cold]
    pub(crate) unsafe fn why<'gc, T: FromValue<'gc>>(value: Value<'gc>) -> ConversionError {
        let again = Vouched::YES.inside(|| T::from_value(value));
        again.err().unwrap_or_else(ConversionError::changed)
    }

    /// What fits the second time.
    #[cold]
    pub(crate) fn changed() -> ConversionError {
        ConversionError::new("changed while it was read")
    }

    /// `expected a string, found the int 0`.
    #[cold]
    #[inline(never)]
    pub fn expected(what: &str, found: Value<'_>) -> ConversionError {
        ConversionError::new(format!("expected {what}, found {}", Description(found)))
    }

    /// `300 is out of range for u8 (0 to 255)`. By value, so that the number stays in a register where all is well.
    #[cold]
    #[inline(never)]
    pub(crate) fn out_of_range(value: i128, type_name: &str, min: isize, max: isize) -> ConversionError {
        ConversionError::new(format!("{value} is out of range for {type_name} ({min} to {max})"))
    }

    /// The same error, seen from the outside: `place` is where the value stands.
    #[cold]
    #[inline(never)]
    pub fn at(mut self, place: &str) -> ConversionError {
        let inner = &mut *self.0;
        inner.place = if inner.place.is_empty() {
            place.to_owned()
        } else {
            format!("{place}: {}", shortened(&inner.place))
        };
        self
    }

    /// Ends the function with this error, where there is no `Result` to return it in.
    #[cold]
    pub(crate) fn throw(self) -> ! {
        Thrown::Conversion(self).throw()
    }
}

/// A place deep inside of a value, without its middle.
fn shortened(place: &str) -> Cow<'_, str> {
    const LONG: usize = 200;
    match place.len() {
        0..=LONG => place.into(),
        length => {
            let cut = (length - LONG / 2..)
                .find(|&cut| place.is_char_boundary(cut))
                .unwrap_or(length);
            format!("…{}", &place[cut..]).into()
        }
    }
}

/// A number that does not fit OCaml's `int`.
#[derive(Clone, Copy)]
pub struct OutOfRange(pub(crate) i128);

impl From<OutOfRange> for ConversionError {
    #[inline(always)]
    fn from(number: OutOfRange) -> ConversionError {
        ConversionError::out_of_range(number.0, "OCaml's int", sys::MIN_INT, sys::MAX_INT)
    }
}

impl OutOfRange {
    #[cold]
    pub(crate) fn throw(self) -> ! {
        ConversionError::from(self).throw()
    }
}

impl fmt::Display for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.place.is_empty() {
            write!(f, "{}: ", self.0.place)?;
        }
        f.write_str(&self.0.problem)
    }
}

impl fmt::Debug for ConversionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConversionError({self})")
    }
}

impl std::error::Error for ConversionError {}

/// A value as an error message names it.
struct Description<'gc>(Value<'gc>);

impl fmt::Display for Description<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.kind() {
            Kind::Int(i) => write!(f, "the int {i}"),
            Kind::Block(sys::STRING, _) => match bytes_of(self.0) {
                Ok(bytes) => write!(f, "the string \"{}\"", bytes[..bytes.len().min(32)].escape_ascii()),
                Err(_) => f.write_str("a string"),
            },
            Kind::Block(sys::DOUBLE, _) => write!(f, "the float {:?}", self.0.double_val()),
            Kind::Block(sys::DOUBLE_ARRAY, _) => f.write_str("a float array"),
            Kind::Block(sys::CUSTOM, _) => match bigarray::describe(self.0) {
                Some(bigarray) => bigarray.fmt(f),
                None => f.write_str(&custom::describe(self.0).unwrap_or_else(|| "a custom block".to_owned())),
            },
            Kind::Block(sys::CLOSURE | sys::INFIX, _) => f.write_str("a function"),
            Kind::Block(tag, 1) => write!(f, "a block with tag {tag} and 1 field"),
            Kind::Block(tag, size) => write!(f, "a block with tag {tag} and {size} fields"),
        }
    }
}
