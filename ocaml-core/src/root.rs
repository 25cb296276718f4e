//! `Root<T>`: a value that lives longer than a call.

use core::fmt;
use core::marker::PhantomData;

use ocaml_boxroot_sys as boxroot;
use ocaml_sys as sys;

use crate::array::Array;
use crate::bytes::Bytes;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::float_array::FloatArray;
use crate::list::List;
use crate::runtime::Runtime;
use crate::stdlib::{Buffer, Hashtbl, Lazy, Map, Ref, Set};
use crate::thrown::Thrown;
use crate::trust::Vouched;
use crate::value::Value;

/// An OCaml value that the collector keeps alive until the root is dropped.
///
/// A root is owned, has no lifetime, can be sent to and dropped on any thread (also one that has
/// never seen OCaml, or after the runtime has shut down), and costs a few nanoseconds. Read it with
/// [`Root::get`], which needs the runtime.
///
/// As an argument, `Root` is for what is kept after the call. For the time of the call there is `&Root`, whose value is known to
/// the collector by the frame of the call, as by `CAMLparam` in C.
///
/// ```
/// use std::sync::Mutex;
/// use ocaml::{Array, Error, Function, Root, Value};
///
/// static LAST: Mutex<Option<Root<Array<'static, f64>>>> = Mutex::new(None);
///
/// #[ocaml::func]
/// pub fn doc_keep(array: Root<Array<'static, f64>>) {
///     *LAST.lock().unwrap() = Some(array);
/// }
///
/// #[ocaml::func]
/// pub fn doc_kept() -> Option<f64> {
///     let last = LAST.lock().unwrap();
///     last.as_ref()?.get(gc).get_double(0).ok()
/// }
///
/// /// `('a -> unit) -> 'a -> 'a`: the value is needed after the function has been called.
/// #[ocaml::func]
/// pub fn doc_tap(f: &Function<(Root,), ()>, value: &Root) -> Result<Value, Error> {
///     f.call(gc, (value,))?;
///     Ok(value.get(gc))
/// }
/// ```
pub struct Root<T = Value<'static>> {
    pub(crate) kept: Kept,
    pub(crate) _type: PhantomData<fn() -> T>,
}

pub(crate) enum Kept {
    /// What the collector has nothing to do with. Such values exist on any thread, also one where no root may be made.
    Immediate(sys::Value),
    Block(BlockRoot),
}

/// A boxroot, made for blocks only; or a slot in a frame (`frame.rs`), which is lent and never dropped. That one, and one that
/// comes from another crate, may hold an immediate.
pub struct BlockRoot(pub(crate) boxroot::BoxRoot);

// SAFETY: what is owned is a boxroot, which any thread may delete at any time; reading it needs the runtime.
unsafe impl Send for BlockRoot {}
// SAFETY: `&BlockRoot` only allows reading, while the runtime is held. A slot in a frame outlives what is lent, and the collector
// visits it also while its own thread has given up the runtime.
unsafe impl Sync for BlockRoot {}

/// A type that borrows from the heap, with the lifetime left open: what a [`Root`] can hold.
///
/// # Safety
///
/// `At<'gc>` is `Self` with its heap lifetime replaced by `'gc`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be held by a `Root`",
    note = "hold `Root<Value<'static>>` (short: `Root`), `Root<Array<'static, T>>` or `Root<List<'static, T>>`"
)]
pub unsafe trait Rooted {
    /// The type for a token borrowed for `'gc`.
    type At<'gc>: FromValue<'gc> + IntoValue<'gc>;
}

// SAFETY: only the lifetime differs.
unsafe impl Rooted for Value<'static> {
    type At<'gc> = Value<'gc>;
}

macro_rules! rooted {
    ($($type:ident<$($param:ident),*>;)*) => {$(
        // SAFETY: only the lifetime differs; the parameters do not borrow from the heap.
        unsafe impl<$($param: for<'gc> FromValue<'gc> + 'static),*> Rooted for $type<'static, $($param),*> {
            type At<'gc> = $type<'gc, $($param),*>;
        }
    )*};
}

rooted! {
    Array<T>;
    Buffer<>;
    Bytes<>;
    FloatArray<>;
    Hashtbl<K, V>;
    Lazy<T>;
    List<T>;
    Map<K, V>;
    Ref<T>;
    Set<T>;
}

impl<T> Root<T> {
    /// For a value that is known to be a `T`.
    #[inline(always)]
    pub(crate) fn of(root: BlockRoot) -> Root<T> {
        Root {
            kept: Kept::Block(root),
            _type: PhantomData,
        }
    }
}

impl<T: Rooted> Root<T> {
    /// Keeps `value` alive.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no memory for the root; with `Invalid_argument` for a `List`, a `Hashtbl` or another
    /// type that is read in place, if it was made of a bare [`Value`]: a root says what OCaml takes it for.
    #[inline]
    pub fn new<'gc>(gc: &'gc Runtime, value: T::At<'gc>) -> Root<T> {
        Root {
            kept: Kept::new(value.into_value(gc)),
            _type: PhantomData,
        }
    }

    /// Keeps `value` alive instead of what it has kept so far: the same as a new root, in less time.
    ///
    /// # Panics
    ///
    /// As [`Root::new`]; it then holds what it has held before.
    #[inline]
    pub fn set<'gc>(&mut self, gc: &'gc Runtime, value: T::At<'gc>) {
        let value = value.into_value(gc);
        match &mut self.kept {
            Kept::Block(root) if value.is_block() => root.set(value),
            kept => *kept = Kept::new(value),
        }
    }

    /// The value.
    ///
    /// # Panics
    ///
    /// With `Invalid_argument` if the value does not fit `T` any more; only unsafe code can do that.
    #[inline]
    pub fn get<'gc>(&self, gc: &'gc Runtime) -> T::At<'gc> {
        let value = match &self.kept {
            // SAFETY: an immediate.
            Kept::Immediate(word) => unsafe { Value::from_word(*word, gc) },
            Kept::Block(root) => root.get(gc),
        };
        // SAFETY: the value was a `T` when the root was made.
        let decoded = unsafe { T::At::decode(value) };
        decoded.unwrap_or_else(|| ConversionError::expected("what the root was made with", value).throw())
    }
}

impl Kept {
    #[inline]
    fn new(value: Value<'_>) -> Kept {
        match value.is_int() {
            true => Kept::Immediate(value.word()),
            false => Kept::Block(BlockRoot::new(value)),
        }
    }
}

impl BlockRoot {
    #[inline(always)]
    pub(crate) fn new(block: Value<'_>) -> BlockRoot {
        // SAFETY: only who holds the runtime has a block; it is alive while its own borrow lasts, and nothing collects before
        // the root is made.
        match unsafe { boxroot::boxroot_create(block.word()) } {
            Some(root) => BlockRoot(root),
            None => Thrown::OutOfMemory.throw(),
        }
    }

    #[inline(always)]
    pub(crate) fn get<'gc>(&self, gc: &'gc Runtime) -> Value<'gc> {
        // SAFETY: the collector visits the slot while this exists; the token ties what is in it to 'gc.
        unsafe { Value::from_word(boxroot::boxroot_get(self.0), gc) }
    }

    #[inline(always)]
    pub(crate) fn set(&mut self, block: Value<'_>) {
        // SAFETY: the root is this one's own; as above, the runtime is held and the block alive.
        if !unsafe { boxroot::boxroot_modify(&mut self.0, block.word()) } {
            Thrown::OutOfMemory.throw();
        }
    }
}

impl Drop for BlockRoot {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: a boxroot, for what is in a frame is not dropped. It has not been deleted before; any thread may do it at any time.
        unsafe { boxroot::boxroot_delete(self.0) };
    }
}

// SAFETY: checked by the type that the root holds; the root does not borrow.
unsafe impl<'gc, T: Rooted> FromValue<'gc> for Root<T> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        let decoded = T::At::from_value(value)?;
        let vouched = Vouched::now();
        if !T::At::CHECKED && !vouched.yes() {
            return Err(vouched.refuse("what this root would hold"));
        }
        Ok(Root::new(value.gc(), decoded))
    }

    #[inline]
    unsafe fn decode(value: Value<'gc>) -> Option<Self> {
        // SAFETY: the caller's promise.
        let decoded = unsafe { T::At::decode(value) }?;
        Some(Root::new(value.gc(), decoded))
    }
}

// SAFETY: the value itself.
unsafe impl<'gc, T: Rooted> IntoValue<'gc> for &Root<T> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.get(gc).into_value(gc)
    }
}

// SAFETY: the value itself.
unsafe impl<'gc, T: Rooted> IntoValue<'gc> for Root<T> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.get(gc).into_value(gc)
    }
}

impl<T> fmt::Debug for Root<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Root")
    }
}
