//! Which OCaml type stands for a Rust type, as constants from which the macros build descriptors.
//!
//! [`Describe`] is apart from `FromValue` and `IntoValue`, so that types with impls by hand need not have a description: [`Probe`]
//! finds out whether they have. The impls for the types of the mapping are in `types.rs`.

mod abstract_type;
mod descriptor;
mod guard;
mod types;

use core::marker::PhantomData;

pub use descriptor::unraw;
pub use guard::guard;

use ocaml_build::descriptor::{Direction as Way, Passing, Shape, Type};

use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::trampoline::Return;
use crate::unboxed::Unboxed;
use crate::value::Value;

/// The OCaml type of a Rust type, for the interface that `cargo ocaml bindings` prints.
///
/// The derive macros implement it. A type whose [`FromValue`] and [`IntoValue`] are written by hand should implement it for
/// every `D`; without, the program compiles all the same, and functions that use the type are left out of the
/// interface, with a note.
///
/// ```
/// pub struct Celsius(f64);
///
/// // SAFETY: `float` is what the conversions (not shown) take and give.
/// unsafe impl<D> ocaml::Describe<D> for Celsius {
///     const TYPE: ocaml::Type = ocaml::Type::named("float", &[]);
/// }
/// ```
///
/// A type that OCaml should know nothing about is an abstract type: [`abstract_type!`](crate::abstract_type!) says so.
///
/// A function whose OCaml type is more than what the Rust types say has it written out:
///
/// ```
/// #[ocaml::func(type = "'a -> 'a")]
/// pub fn doc_identity(value: ocaml::Value) -> ocaml::Value {
///     value
/// }
/// ```
///
/// # Safety
///
/// The conversions take and give values of this OCaml type.
pub unsafe trait Describe<D> {
    /// The type.
    const TYPE: Type;

    /// What a vector or slice of it is.
    #[doc(hidden)]
    const VECTOR: Type = Type::named("array", &[&Self::TYPE]);

    /// What a function returns that returns this.
    #[doc(hidden)]
    const RESULT: Type = Self::TYPE;

    /// Whether it is an exception.
    #[doc(hidden)]
    const EXCEPTION: bool = false;

    /// How it is defined, if it is derived.
    #[doc(hidden)]
    const SHAPE: Shape = Shape::Opaque;
}

/// From OCaml to Rust.
pub enum Received {}

/// From Rust to OCaml.
pub enum Given {}

/// A way that values go.
pub trait Direction {
    /// The other way: that of a function's arguments.
    type Opposite: Direction;

    /// Which.
    const WAY: Way;
}

impl Direction for Received {
    type Opposite = Given;
    const WAY: Way = Way::Received;
}

impl Direction for Given {
    type Opposite = Received;
    const WAY: Way = Way::Given;
}

/// Finds out what is known about a type: its own constants exist only where the type is described, those of
/// [`Undescribed`] are found otherwise.
pub struct Probe<D, T: ?Sized>(PhantomData<fn() -> D>, PhantomData<T>);

impl<D, T: ?Sized + Describe<D>> Probe<D, T> {
    /// The type.
    pub const TYPE: Type = T::TYPE;
}

/// The same for what a function returns.
pub struct ReturnProbe<T>(PhantomData<T>);

impl<T: Return<'static>> ReturnProbe<T>
where
    T::Value: Describe<Given>,
{
    /// The type.
    pub const TYPE: Type = <T::Value as Describe<Given>>::RESULT;
}

/// How a type crosses in an `unboxed` function.
pub struct PassingProbe<T>(PhantomData<T>);

impl<T: Unboxed> PassingProbe<T> {
    /// How.
    pub const PASSING: Passing = T::PASSING;
}

impl<T: Unboxed, E> PassingProbe<Result<T, E>> {
    /// How.
    pub const PASSING: Passing = T::PASSING;
}

/// What is found where nothing is known.
pub trait Undescribed {
    /// Unknown.
    const TYPE: Type = Type::Unknown;

    /// As an ordinary value.
    const PASSING: Passing = Passing::Word;
}

impl<D, T: ?Sized> Undescribed for Probe<D, T> {}
impl<T> Undescribed for ReturnProbe<T> {}
impl<T> Undescribed for PassingProbe<T> {}

/// Stands for type parameter `N` where a generic type is described. There is no value of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Parameter<const N: u32> {}

// SAFETY: as the definition has it.
unsafe impl<D, const N: u32> Describe<D> for Parameter<N> {
    const TYPE: Type = Type::Parameter(N);
}

// SAFETY: never succeeds.
unsafe impl<'gc, const N: u32> FromValue<'gc> for Parameter<N> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        Err(ConversionError::expected("a type parameter", value))
    }
}

// SAFETY: never called.
unsafe impl<'gc, const N: u32> IntoValue<'gc> for Parameter<N> {
    fn into_value(self, _gc: &'gc Runtime) -> Value<'gc> {
        match self {}
    }
}
