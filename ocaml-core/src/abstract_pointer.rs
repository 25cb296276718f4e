//! `Abstract<T>`: a pointer outside the OCaml heap, in a block of its own.

use core::any::TypeId;
use core::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::value::{Kind, Value};

/// A raw pointer that OCaml hands around as a value of an abstract type.
///
/// For handles of C libraries and other memory that somebody else owns: OCaml neither frees nor follows it. OCaml 5 does
/// not allow such a pointer as a value of its own (a *naked pointer*), so it stands in a block with `Abstract_tag`,
/// together with a mark of its type: receiving anything else than an `Abstract<T>` of the same `T` is an error. Only
/// following the pointer is `unsafe`. OCaml can neither compare nor marshal it: both raise.
///
/// Where OCaml's collector should free it, a custom block with a finalizer is right instead; for memory that both sides
/// read as numbers see [`bigarray`](crate::bigarray).
///
/// ```
/// use ocaml::Abstract;
///
/// pub struct Counter(isize);
///
/// #[ocaml::func]
/// pub fn doc_counter_open(start: isize) -> Abstract<Counter> {
///     Abstract::new(Box::into_raw(Box::new(Counter(start))))
/// }
///
/// #[ocaml::func]
/// pub fn doc_counter_next(counter: Abstract<Counter>) -> isize {
///     // SAFETY: OCaml calls `close` last, so the counter is there; OCaml threads take turns.
///     let counter = unsafe { &mut *counter.as_ptr() };
///     counter.0 += 1;
///     counter.0
/// }
///
/// #[ocaml::func]
/// pub fn doc_counter_close(counter: Abstract<Counter>) {
///     // SAFETY: made by `into_raw` above, and not used any more.
///     drop(unsafe { Box::from_raw(counter.as_ptr()) });
/// }
/// ```
///
/// ```ocaml
/// type counter
/// external open_ : int -> counter = "doc_counter_open"
/// external next : counter -> int = "doc_counter_next"
/// external close : counter -> unit = "doc_counter_close"
/// ```
pub struct Abstract<T: 'static>(*mut T);

/// Its address tells our blocks from others with the same tag, such as OCaml's weak arrays.
static OURS: u8 = 0;

/// Mark, type, pointer.
const WOSIZE: usize = 3;

impl<T> Abstract<T> {
    /// Wraps a pointer, which may be null or dangle.
    pub const fn new(pointer: *mut T) -> Abstract<T> {
        Abstract(pointer)
    }

    /// The pointer. Following it is up to the caller: OCaml may have kept it for longer than it is valid.
    pub const fn as_ptr(self) -> *mut T {
        self.0
    }

    /// The words in front of the pointer.
    fn marks() -> [sys::Value; WOSIZE - 1] {
        let mut hasher = DefaultHasher::new();
        TypeId::of::<T>().hash(&mut hasher);
        [(&raw const OURS).addr() as sys::Value, hasher.finish() as sys::Value]
    }
}

// SAFETY: the block has our mark and that of the type, so its last word is a pointer to a `T`.
unsafe impl<'gc, T> FromValue<'gc> for Abstract<T> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        if let Kind::Block(sys::ABSTRACT, WOSIZE) = value.kind() {
            // SAFETY: the block has so many words, which are no values; nobody writes to ours after they are made.
            let words = unsafe { (value.word() as *const [sys::Value; WOSIZE]).read() };
            let [marks @ .., pointer] = words;
            if marks == Abstract::<T>::marks() {
                return Ok(Abstract(core::ptr::with_exposed_provenance_mut(pointer as usize)));
            }
        }
        let what = format!("an abstract pointer to {}", core::any::type_name::<T>());
        Err(ConversionError::expected(&what, value))
    }
}

// SAFETY: a block of an abstract type, which OCaml does not look into.
unsafe impl<'gc, T> IntoValue<'gc> for Abstract<T> {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        let fresh = alloc::reserve(gc, WOSIZE, sys::ABSTRACT);
        let [ours, of_type] = Abstract::<T>::marks();
        let pointer = self.0.expose_provenance() as sys::Value;
        for (index, word) in [ours, of_type, pointer].into_iter().enumerate() {
            // SAFETY: index < WOSIZE, and such a block holds no values.
            unsafe { fresh.as_ptr().add(index).write(word) };
        }
        fresh.value(gc)
    }
}

impl<T> Clone for Abstract<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Abstract<T> {}

impl<T> PartialEq for Abstract<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Abstract<T> {}

impl<T> fmt::Debug for Abstract<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Abstract({:p})", self.0)
    }
}
