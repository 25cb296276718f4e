//! The spellings of `ocaml` 1.x: `custom!`, `custom_finalize!`, and C functions as operations.

use std::ffi::c_int;
use std::mem::transmute;

use ocaml_sys as sys;

use super::access::Mutates;
use super::borrow::{Exclusive, Fresh};
use super::cell::Handle;
use super::operations::Record;
use super::{Custom, Pointer};
use crate::runtime::Runtime;
use crate::value::{Raw, Value};

/// What runs before a value is dropped.
pub(super) type Finalizer = unsafe extern "C" fn(Raw);

/// C functions in place of those of [`Operations`](super::Operations).
#[derive(Clone, Copy)]
pub struct Operations {
    pub(super) finalize: Option<Finalizer>,
    pub(super) compare: Option<Compare<sys::Value>>,
    pub(super) compare_ext: Option<Compare<sys::Value>>,
    pub(super) hash: Option<Hash<sys::Value>>,
}

type Compare<V> = unsafe extern "C" fn(V, V) -> c_int;
type Hash<V> = unsafe extern "C" fn(V) -> isize;

impl Operations {
    /// None at all.
    pub const NONE: Operations = Operations {
        finalize: None,
        compare: None,
        compare_ext: None,
        hash: None,
    };

    /// Runs before the value is dropped.
    pub const fn finalize(mut self, function: Finalizer) -> Self {
        self.finalize = Some(function);
        self
    }

    /// Compares two blocks.
    pub const fn compare(mut self, function: Compare<Raw>) -> Self {
        // SAFETY: `Raw` is a transparent word.
        self.compare = Some(unsafe { transmute::<Compare<Raw>, Compare<sys::Value>>(function) });
        self
    }

    /// Compares a block with an immediate.
    pub const fn compare_ext(mut self, function: Compare<Raw>) -> Self {
        // SAFETY: as above.
        self.compare_ext = Some(unsafe { transmute::<Compare<Raw>, Compare<sys::Value>>(function) });
        self
    }

    /// Hashes a block.
    pub const fn hash(mut self, function: Hash<Raw>) -> Self {
        // SAFETY: as above.
        self.hash = Some(unsafe { transmute::<Hash<Raw>, Hash<sys::Value>>(function) });
        self
    }
}

/// Runs a finalizer that the user has written. It sees a block like the one that is gone.
pub(super) fn finalize<T: Custom>(handle: Handle<T>, finalizer: Finalizer) {
    let block = [
        sys::make_header(2, sys::CUSTOM),
        Record::of::<T>().operations() as usize,
        handle.as_ptr() as usize,
    ];
    // SAFETY: a block of a `T` whose box nobody else uses; it is alive while the function runs.
    unsafe { finalizer(Raw::new(&raw const block[1] as sys::Value)) };
}

impl Raw {
    /// The Rust value behind this word.
    ///
    /// ```
    /// # struct Handle(u32);
    /// # ocaml::custom!(Handle);
    /// unsafe extern "C" fn number(v: ocaml::Raw) -> u32 {
    ///     // SAFETY: OCaml passes a `Handle`, and nothing collects before this is over.
    ///     unsafe { v.as_pointer::<Handle>() }.borrow().0
    /// }
    /// ```
    ///
    /// # Panics
    ///
    /// With `Invalid_argument` if it is something else.
    ///
    /// # Safety
    ///
    /// The word is an OCaml value that is alive and stays where it is for as long as `'gc` lasts; the runtime is held.
    pub unsafe fn as_pointer<'gc, T: Custom>(self) -> Pointer<'gc, T> {
        // SAFETY: the caller's promise.
        Pointer::of(unsafe { Value::revive(self.word()) }).unwrap_or_else(|error| error.throw())
    }
}

impl<'gc, T: Custom> Pointer<'gc, T> {
    /// As [`Pointer::new`], by its name in `ocaml` 1.x.
    ///
    /// # Panics
    ///
    /// As [`Pointer::new`].
    #[inline]
    pub fn alloc_custom(gc: &'gc Runtime, value: T) -> Pointer<'gc, T> {
        Pointer::new(gc, value)
    }

    /// As [`Pointer::new`], by its name in `ocaml` 1.x.
    ///
    /// The finalizer runs before the value is dropped, which it need not do, instead of the type's own (see
    /// [`custom_finalize!`](crate::custom_finalize!)), if it has one. `used` are the bytes that the value owns, out of how many
    /// that are acceptable as garbage, which OCaml knows better.
    ///
    /// ```
    /// struct Handle(u32);
    ///
    /// unsafe extern "C" fn handle_finalize(v: ocaml::Raw) {
    ///     // SAFETY: OCaml passes a `Handle`, which is still there.
    ///     println!("{} is gone", unsafe { v.as_pointer::<Handle>() }.as_ref().0);
    /// }
    ///
    /// ocaml::custom!(Handle);
    ///
    /// #[ocaml::func]
    /// pub fn doc_noted_handle(n: u32) -> ocaml::Pointer<'_, Handle> {
    ///     ocaml::Pointer::alloc_final(gc, Handle(n), Some(handle_finalize), None)
    /// }
    /// ```
    ///
    /// # Panics
    ///
    /// As [`Pointer::new`].
    pub fn alloc_final(
        gc: &'gc Runtime,
        value: T,
        finalizer: Option<unsafe extern "C" fn(Raw)>,
        used: Option<(usize, usize)>,
    ) -> Pointer<'gc, T> {
        let bytes = used.map_or_else(|| value.heap_size(), |(used, _)| used);
        let fresh = match finalizer {
            Some(finalizer) => Fresh::with_finalizer(value, finalizer),
            None => Fresh::new(value),
        };
        Pointer::place(gc, fresh, bytes)
    }

    /// Drops the value now, if it is there and not in use; for finalizers written for `ocaml` 1.x, which need not do it any
    /// more. See [`Pointer::close`].
    ///
    /// # Safety
    ///
    /// None is needed; it was in 1.x.
    pub unsafe fn drop_in_place(self)
    where
        T::Access: Mutates,
    {
        if let Ok(guard) = Exclusive::new(self.handle()) {
            drop(guard.into_inner());
        }
    }
}

/// Makes a type one that can live on the OCaml heap, as `#[derive(ocaml::Custom)]` does, in the spelling of `ocaml` 1.x.
///
/// `custom!(T)` or `custom!(T { finalize: f, compare: g, compare_ext: h, hash: i })`, where the functions are those of a
/// custom block in C: `unsafe extern "C" fn(ocaml::Raw)` and so on. `serialize`, `deserialize`
/// and `fixed_length` are not among them, since the value does not lie in the block: see
/// [`custom::Marshal`](crate::custom::Marshal).
///
/// The finalizer runs before the value is dropped, and need not drop it.
///
/// ```
/// struct Handle(u32);
///
/// ocaml::custom!(Handle);
///
/// #[ocaml::func]
/// pub fn doc_handle(n: u32) -> ocaml::Pointer<'_, Handle> {
///     ocaml::Pointer::alloc_custom(gc, Handle(n))
/// }
/// ```
#[macro_export]
macro_rules! custom {
    ($type:ty) => {
        $crate::custom!($type {});
    };
    ($type:ty { $($operation:ident : $function:expr),* $(,)? }) => {
        // SAFETY: a block of a fresh box.
        unsafe impl<'gc> $crate::IntoValue<'gc> for $type {
            #[inline]
            fn into_value(self, gc: &'gc $crate::Runtime) -> $crate::Value<'gc> {
                $crate::Pointer::new(gc, self).value()
            }
        }

        $crate::abstract_type!(@describe $crate::private::unraw(::core::stringify!($type)), "", $type);

        impl $crate::Custom for $type {
            type Access = $crate::custom::Mutable;
            const NAME: &'static ::core::ffi::CStr =
                $crate::private::c_str(::core::concat!(::core::module_path!(), "::", ::core::stringify!($type), "\0"));
            const OPERATIONS: $crate::custom::Operations<Self> = $crate::custom::Operations::new()
                .legacy($crate::private::LegacyOperations::NONE $(.$operation($function))*);
        }
    };
}

/// [`custom!`](crate::custom!) with a finalizer: `custom_finalize!(T, f)` with an `unsafe extern "C" fn f(v: ocaml::Raw)`.
///
/// ```
/// struct Handle(u32);
///
/// unsafe extern "C" fn handle_finalize(v: ocaml::Raw) {
///     unsafe { v.as_pointer::<Handle>().drop_in_place() }
/// }
///
/// ocaml::custom_finalize!(Handle, handle_finalize);
/// ```
#[macro_export]
macro_rules! custom_finalize {
    ($type:ty, $finalize:expr) => {
        $crate::custom!($type { finalize: $finalize });
    };
}
