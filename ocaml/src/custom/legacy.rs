//! The spellings of `ocaml` 1.x: `custom!`, `custom_finalize!`, and C functions as operations.

use std::ffi::c_int;

use ocaml_sys as sys;

use super::cell::Handle;
use super::operations::Record;
use super::{Custom, Pointer};
use crate::value::{Raw, Value};

/// C functions in place of those of [`Operations`](super::Operations).
#[derive(Clone, Copy)]
pub struct Operations {
    pub(super) finalize: Option<unsafe extern "C" fn(Raw)>,
    pub(super) compare: Option<unsafe extern "C" fn(sys::Value, sys::Value) -> c_int>,
    pub(super) compare_ext: Option<unsafe extern "C" fn(sys::Value, sys::Value) -> c_int>,
    pub(super) hash: Option<unsafe extern "C" fn(sys::Value) -> isize>,
}

type C2 = unsafe extern "C" fn(Raw, Raw) -> c_int;
type C1 = unsafe extern "C" fn(Raw) -> isize;

impl Operations {
    /// None at all.
    pub const NONE: Operations = Operations {
        finalize: None,
        compare: None,
        compare_ext: None,
        hash: None,
    };

    /// Runs before the value is dropped.
    pub const fn finalize(mut self, function: unsafe extern "C" fn(Raw)) -> Self {
        self.finalize = Some(function);
        self
    }

    /// Compares two blocks.
    pub const fn compare(mut self, function: C2) -> Self {
        // SAFETY: `Raw` is a transparent word.
        self.compare =
            Some(unsafe { std::mem::transmute::<C2, unsafe extern "C" fn(sys::Value, sys::Value) -> c_int>(function) });
        self
    }

    /// Compares a block with an immediate.
    pub const fn compare_ext(mut self, function: C2) -> Self {
        // SAFETY: as above.
        self.compare_ext =
            Some(unsafe { std::mem::transmute::<C2, unsafe extern "C" fn(sys::Value, sys::Value) -> c_int>(function) });
        self
    }

    /// Hashes a block.
    pub const fn hash(mut self, function: C1) -> Self {
        // SAFETY: as above.
        self.hash = Some(unsafe { std::mem::transmute::<C1, unsafe extern "C" fn(sys::Value) -> isize>(function) });
        self
    }
}

/// Runs the finalizer that the user has written, if any. It sees a block like the one that is gone.
pub(super) fn finalize<T: Custom>(handle: Handle<T>) {
    if let Some(finalize) = T::OPERATIONS.legacy.finalize {
        let block = [
            sys::make_header(2, sys::CUSTOM),
            Record::of::<T>().operations() as usize,
            handle.as_ptr() as usize,
        ];
        // SAFETY: a block of a `T` whose box nobody else uses; it is alive while the function runs.
        unsafe { finalize(Raw::new(&raw const block[1] as sys::Value)) };
    }
}

impl Raw {
    /// The Rust value behind this word.
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

impl<T: Custom> Pointer<'_, T> {
    /// Drops the value now, if it is there and not in use; for finalizers written for `ocaml` 1.x, which need not do it any
    /// more. See [`Pointer::close`].
    ///
    /// # Safety
    ///
    /// None is needed; it was in 1.x.
    pub unsafe fn drop_in_place(self) {
        if let Ok(guard) = super::borrow::Exclusive::new(self.handle()) {
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
