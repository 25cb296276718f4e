//! `WeakRoot<T>`: a value that outlives a call only if something else keeps it alive.
//!
//! It is what `Weak.create 1` makes, held by a root. The runtime's own functions that make one and read it allocate in
//! ways that may collect, so their work is done here: `caml_ephe_create` and `caml_ephe_get_key` of `weak.c`.

use core::fmt;
use core::marker::PhantomData;

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::root::{Root, Rooted};
use crate::runtime::Runtime;
use crate::value::Value;

/// An OCaml value that the collector may free: the weak counterpart of [`Root`], as OCaml's `Weak.t`.
///
/// Like a root it is owned, can be sent to and dropped on any thread, and is read with the runtime. As long as something
/// else refers to the value, [`WeakRoot::get`] gives it; some collections later it gives `None`. What the collector
/// does not free, such as an `int`, a constant constructor or a value that is part of the program, is there for ever.
///
/// ```
/// use std::sync::Mutex;
/// use ocaml::{Value, WeakRoot};
///
/// static CACHE: Mutex<Option<WeakRoot>> = Mutex::new(None);
///
/// /// `'a -> unit`
/// #[ocaml::func]
/// pub fn doc_remember(value: Value) {
///     *CACHE.lock().unwrap() = Some(WeakRoot::new(gc, value));
/// }
///
/// /// Whether the value is still in use.
/// #[ocaml::func]
/// pub fn doc_is_in_use() -> bool {
///     let cache = CACHE.lock().unwrap();
///     cache.as_ref().is_some_and(|value| value.get(gc).is_some())
/// }
/// ```
pub struct WeakRoot<T = Value<'static>> {
    /// An ephemeron with one key and no data, or an immediate.
    root: Root,
    _type: PhantomData<fn() -> T>,
}

/// The index of the only key, as the runtime's functions take it.
const KEY: sys::Value = sys::val_int(0);
const WOSIZE: usize = sys::EPHE_FIRST_KEY + 1;

impl<T: Rooted> WeakRoot<T> {
    /// Remembers `value` without keeping it alive.
    ///
    /// Takes three words of the major heap and a root.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no memory for it.
    pub fn new<'gc>(gc: &'gc Runtime, value: T::At<'gc>) -> WeakRoot<T> {
        let value = value.into_value(gc);
        let held = if value.is_int() { value } else { ephemeron(gc, value) };
        WeakRoot {
            root: Root::new(gc, held),
            _type: PhantomData,
        }
    }

    /// The value, if it is alive.
    ///
    /// # Panics
    ///
    /// With `Invalid_argument` if the value does not fit `T` any more; only unsafe code can do that.
    pub fn get<'gc>(&self, gc: &'gc Runtime) -> Option<T::At<'gc>> {
        let held = self.root.get(gc);
        let value = if held.is_int() { held } else { key(held)? };
        // SAFETY: the value was a `T` when the root was made.
        let decoded = unsafe { T::At::decode(value) };
        Some(decoded.unwrap_or_else(|| ConversionError::expected("what the root was made with", value).throw()))
    }

    /// A root that keeps the value alive, if it still is.
    ///
    /// # Panics
    ///
    /// As [`WeakRoot::get`] and [`Root::new`].
    pub fn upgrade(&self, gc: &Runtime) -> Option<Root<T>> {
        Some(Root::new(gc, self.get(gc)?))
    }
}

/// What `caml_ephe_create` makes, with a key.
fn ephemeron<'gc>(gc: &'gc Runtime, key: Value<'gc>) -> Value<'gc> {
    let fresh = alloc::reserve_major(gc, WOSIZE, sys::ABSTRACT);
    let words = fresh.as_ptr();
    let ephemeron = fresh.value(gc);
    // SAFETY: the block has room for a link, data and a key, which are complete before it enters the list; the runtime
    // is held, so nothing walks the list meanwhile. Setting a key neither collects nor, in range, raises.
    unsafe {
        words.add(sys::EPHE_DATA_OFFSET).write(sys::caml_ephe_none);
        words.add(sys::EPHE_FIRST_KEY).write(sys::caml_ephe_none);
        let list = sys::ephe_list();
        words.add(sys::EPHE_LINK_OFFSET).write(*list);
        *list = ephemeron.word();
        sys::caml_ephe_set_key(ephemeron.word(), KEY, key.word());
    }
    ephemeron
}

/// The key of an ephemeron, if it is alive; it is from now on, in the collector's eyes.
fn key(ephemeron: Value<'_>) -> Option<Value<'_>> {
    // SAFETY: who has a value holds the runtime; the index is in range; the check neither collects nor raises.
    if unsafe { sys::caml_ephe_check_key(ephemeron.word(), KEY) } == sys::val_int(0) {
        return None;
    }
    // SAFETY: the block has that field.
    let key = unsafe { ephemeron.field_unchecked(sys::EPHE_FIRST_KEY) };
    // SAFETY: the runtime is held, and the key was found alive.
    unsafe { sys::ephe_darken(key.word()) };
    Some(key)
}

impl<T> fmt::Debug for WeakRoot<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WeakRoot")
    }
}
