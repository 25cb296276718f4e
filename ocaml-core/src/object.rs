//! `object!`: OCaml objects, whose methods Rust calls.
//!
//! An object is a block whose first field is the table of its class: the number of public methods, a word, and for each
//! method a closure and the number that stands for its name, sorted by the numbers (`stdlib/camlinternalOO.ml`). The
//! runtime's own search, `caml_get_public_method`, reads beyond the table of an object without methods; so this one is here.

use ocaml_sys as sys;

use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::error::Error;
use crate::function::{Words, apply};
use crate::poly_variant::hash_variant;
use crate::root::Root;
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::Value;

/// An OCaml object, owned. What [`object!`](crate::object!) is made of.
#[doc(hidden)]
pub struct Object {
    root: Root,
    vouched: Vouched,
}

impl Object {
    /// A GC point: calls a method. The first of the words is replaced by the object itself.
    ///
    /// # Errors
    ///
    /// The exception of the method; `Invalid_argument` if there is no such method, or the result does not fit.
    ///
    /// # Safety
    ///
    /// If the object has a method of this name, the words are its arguments, made just now, and its result is a `Ret`.
    #[inline]
    pub unsafe fn call<const N: usize, Ret>(
        &self,
        gc: &mut Runtime,
        method: &'static str,
        mut words: [sys::Value; N],
    ) -> Result<Ret, Error>
    where
        Ret: for<'gc> FromValue<'gc>,
    {
        self.vouched.check("this object");
        let object = self.root.get(gc);
        let closure = find(object, hash_variant(method)).ok_or_else(|| missing(method))?;
        words[0] = object.word();
        let closure = closure.word();
        // SAFETY: a method is a function of its object and its arguments.
        let returned = unsafe { words.apply(gc, closure) }?;
        // SAFETY: the caller's promise.
        unsafe { <[sys::Value; N]>::result(returned) }
    }
}

#[cold]
fn missing(method: &str) -> Error {
    Error::invalid_argument(format!("the OCaml object has no method {method}"))
}

/// The table of the methods, if the value is an object, with the number of methods. Exceptions have the same tag, but a name
/// in front.
fn methods(value: Value<'_>) -> Option<(Value<'_>, usize)> {
    let table = value.field(0).filter(|_| value.tag() == Some(sys::OBJECT))?;
    let count = usize::try_from(table.field(0)?.as_int()?).ok()?;
    let fits = table.tag() == Some(0) && count < table.size()? / 2;
    fits.then_some((table, count))
}

/// The method whose name has this number.
fn find(object: Value<'_>, number: isize) -> Option<Value<'_>> {
    let (table, count) = methods(object)?;
    // SAFETY: index < count, for which `methods` has checked that there is room.
    let number_of = |index: usize| unsafe { table.field_unchecked(2 * index + 3) }.as_int();
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = (low + high) / 2;
        match number_of(middle)? < number {
            true => low = middle + 1,
            false => high = middle,
        }
    }
    if low == count || number_of(low)? != number {
        return None;
    }
    // SAFETY: as above.
    Some(unsafe { table.field_unchecked(2 * low + 2) }).filter(|method| apply::is_function(*method))
}

// SAFETY: checked to be an object; who calls a method is asked whether its type is known.
unsafe impl<'gc> FromValue<'gc> for Object {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        match methods(value) {
            Some(_) => Ok(Object {
                root: Root::new(value.gc(), value),
                vouched: Vouched::now(),
            }),
            None => Err(ConversionError::expected("an object", value)),
        }
    }
}

// SAFETY: the object itself.
unsafe impl<'gc> IntoValue<'gc> for &Object {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this object");
        self.root.get(gc)
    }
}

/// Declares a type of OCaml objects, by the methods that Rust calls.
///
/// Each method becomes a Rust one whose first parameter is the token, and whose result is a `Result`, because OCaml may
/// raise. The object may have more methods than are declared. A name that is no Rust identifier, or is taken, follows the
/// type: `fn f(…) -> T = "m";`. Objects are owned and rooted, like a [`Function`](crate::Function).
///
/// ```
/// ocaml::object! {
///     /// `< add : int -> unit; total : int; .. >`
///     pub struct Counter {
///         fn add(by: isize);
///         fn total() -> isize;
///     }
/// }
///
/// /// `< add : int -> unit; total : int; .. > -> int`
/// #[ocaml::func]
/// pub fn doc_add_twice(counter: Counter) -> Result<isize, ocaml::Error> {
///     counter.add(gc, 1)?;
///     counter.add(gc, 1)?;
///     counter.total(gc)
/// }
/// ```
///
/// A method without arguments is one that OCaml declares without: `method total : int`. For `method reset : unit -> unit`
/// it is `fn reset(unit: ())`.
///
/// The printed interface has a type of this name, of an object with exactly these methods, and takes any object that has at
/// least them. (It has those under `#[cfg]` too: put that on the whole `object!`.)
///
/// The types of the methods are trusted, like an `external` on the OCaml side.
///
/// # Errors
///
/// Of each method: the exception that it raises; `Invalid_argument` if the object has no such method, or the result does
/// not fit.
///
/// # Panics
///
/// With `Invalid_argument` if the object was made of a bare [`Value`] by [`FromValue::from_value`].
#[macro_export]
macro_rules! object {
    ($($(#[$($attribute:tt)*])* $visibility:vis struct $name:ident {
        $($(#[$($method_attribute:tt)*])* fn $method:ident($($argument:ident: $ty:ty),* $(,)?) $(-> $result:ty)? $(= $symbol:literal)?;)*
    })*) => {$(
        $(#[$($attribute)*])*
        $visibility struct $name($crate::private::Object);

        impl $name {$(
            $(#[$($method_attribute)*])*
            #[allow(clippy::too_many_arguments)]
            #[allow(dead_code)]
            $visibility fn $method(
                &self, gc: &mut $crate::Runtime $(, $argument: $ty)*
            ) -> ::core::result::Result<$crate::import!(@result $($result)?), $crate::Error> {
                let words = [$crate::sys::UNIT $(, $crate::private::word(gc, $argument))*];
                // SAFETY: the declaration, like an `external`, is a promise; the words were made just now.
                unsafe { self.0.call(gc, const { $crate::object!(@name $method $($symbol)?) }, words) }
            }
        )*}

        const _: () = {
            #[allow(unused_imports)]
            use $crate::private::Undescribed as _;

            // SAFETY: an object with these methods, wherever it goes.
            unsafe impl<D> $crate::Describe<D> for $name {
                const TYPE: $crate::Type = $crate::Type::Derived {
                    module: ::core::module_path!(),
                    name: $crate::private::unraw(::core::stringify!($name)),
                    arguments: &[],
                    guard: ocaml_guard,
                };
            }

            // SAFETY: the object itself.
            unsafe impl<D> $crate::Describe<D> for &$name {
                const TYPE: $crate::Type = <$name as $crate::Describe<D>>::TYPE;
            }

            $crate::__descriptor! {
                Definition,
                $crate::private::interface::Definition {
                    name: $crate::private::unraw(::core::stringify!($name)),
                    place: $crate::private::interface::Place {
                        module: ::core::module_path!(),
                        line: ::core::line!(),
                        column: ::core::column!(),
                    },
                    direction: $crate::private::interface::Direction::Both,
                    parameters: 0,
                    shape: $crate::private::interface::Shape::Object(&[$(
                        $crate::private::interface::Field {
                            name: $crate::object!(@name $method $($symbol)?),
                            ty: $crate::object!(
                                @type
                                [$(&$crate::private::Probe::<$crate::private::Given, $ty>::TYPE),*]
                                $crate::private::Probe::<$crate::private::Received, $crate::import!(@result $($result)?)>::TYPE
                            ),
                            mutable: false,
                            doc: $crate::__doc!($([$($method_attribute)*])*),
                        },
                    )*]),
                    doc: $crate::__doc!($([$($attribute)*])*),
                }
            }
        };

        // SAFETY: checked to be an object, of the type that is declared.
        unsafe impl<'gc> $crate::FromValue<'gc> for $name {
            fn from_value(value: $crate::Value<'gc>) -> ::core::result::Result<Self, $crate::ConversionError> {
                $crate::FromValue::from_value(value).map($name)
            }
        }

        // SAFETY: the object itself.
        unsafe impl<'gc> $crate::IntoValue<'gc> for &$name {
            fn into_value(self, gc: &'gc $crate::Runtime) -> $crate::Value<'gc> {
                $crate::IntoValue::into_value(&self.0, gc)
            }
        }

        // SAFETY: the object itself.
        unsafe impl<'gc> $crate::IntoValue<'gc> for $name {
            fn into_value(self, gc: &'gc $crate::Runtime) -> $crate::Value<'gc> {
                $crate::IntoValue::into_value(&self.0, gc)
            }
        }
    )*};
    (@name $name:ident) => { $crate::private::unraw(::core::stringify!($name)) };
    (@name $name:ident $symbol:literal) => { $symbol };
    (@type [] $result:expr) => { $result };
    (@type [$($argument:expr),+] $result:expr) => {
        $crate::Type::Arrow {
            arguments: &[$($argument),+],
            result: &$result,
        }
    };
}
