//! `Seconds` and `UnixTime`: lengths and points of time, which OCaml's library has as seconds in a `float`.

use std::time::{Duration, SystemTime};

use super::{FromValue, IntoValue};
use crate::conversion_error::ConversionError;
use crate::runtime::Runtime;
use crate::value::Value;

/// A length of time: OCaml's `float`, in seconds, as in `Unix.sleepf`.
///
/// Negative numbers, NaN and what a [`Duration`] cannot hold are errors.
///
/// ```
/// /// `float -> float`
/// #[ocaml::func]
/// pub fn doc_twice(ocaml::Seconds(time): ocaml::Seconds) -> ocaml::Seconds {
///     ocaml::Seconds(time * 2)
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(pub Duration);

/// A point of time: OCaml's `float`, in seconds since 1970-01-01 00:00:00 UTC, as in `Unix.time`; negative before that.
///
/// NaN and what a [`SystemTime`] cannot hold are errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixTime(pub SystemTime);

impl Seconds {
    fn new(seconds: f64) -> Result<Seconds, ConversionError> {
        Duration::try_from_secs_f64(seconds)
            .map(Seconds)
            .map_err(|_| ConversionError::new(format!("{seconds:?} seconds are not a length of time")))
    }

    fn seconds(self) -> f64 {
        self.0.as_secs_f64()
    }
}

impl UnixTime {
    fn new(seconds: f64) -> Result<UnixTime, ConversionError> {
        let distance = Duration::try_from_secs_f64(seconds.abs()).ok();
        distance
            .and_then(|distance| {
                if seconds < 0.0 {
                    SystemTime::UNIX_EPOCH.checked_sub(distance)
                } else {
                    SystemTime::UNIX_EPOCH.checked_add(distance)
                }
            })
            .map(UnixTime)
            .ok_or_else(|| ConversionError::new(format!("{seconds:?} seconds since 1970 are not a point of time")))
    }

    fn seconds(self) -> f64 {
        match self.0.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => after.as_secs_f64(),
            Err(before) => -before.duration().as_secs_f64(),
        }
    }
}

macro_rules! seconds {
    ($($rust:ident),*) => {$(
        // SAFETY: checked to be a float.
        unsafe impl<'gc> FromValue<'gc> for $rust {
            const FLOAT: bool = true;

            #[inline]
            fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
                $rust::new(f64::from_value(value)?)
            }

            #[inline]
            fn from_float(float: f64, _gc: &'gc Runtime) -> Result<Self, ConversionError> {
                $rust::new(float)
            }
        }

        // SAFETY: a boxed float.
        unsafe impl<'gc> IntoValue<'gc> for $rust {
            const FLOAT: bool = true;

            #[inline]
            fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
                Value::float(gc, self.seconds())
            }

            #[inline]
            fn into_float(self) -> f64 {
                self.seconds()
            }
        }
    )*};
}

seconds!(Seconds, UnixTime);
