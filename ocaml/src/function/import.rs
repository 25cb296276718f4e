//! `import!`: OCaml functions registered by name.

use core::ffi::CStr;
use core::marker::PhantomData;
use core::sync::atomic::{AtomicPtr, Ordering};

use ocaml_sys as sys;

use super::{Function, apply};
use crate::error::Error;
use crate::runtime::Runtime;
use crate::value::Value;

/// A function that OCaml registers with `Callback.register name`, looked up once. What [`import!`](crate::import) is made of.
#[doc(hidden)]
pub struct Import<Args, Ret> {
    name: &'static CStr,
    /// The runtime's own root, which it never frees; null before the first call.
    root: AtomicPtr<sys::Value>,
    _type: PhantomData<fn() -> (Args, Ret)>,
}

impl<Args, Ret> Import<Args, Ret> {
    /// The function of that name.
    ///
    /// # Safety
    ///
    /// What OCaml registers under this name has this type.
    pub const unsafe fn new(name: &'static CStr) -> Self {
        Import {
            name,
            root: AtomicPtr::new(core::ptr::null_mut()),
            _type: PhantomData,
        }
    }

    /// The function, as it is registered now.
    ///
    /// # Errors
    ///
    /// `Failure` if nothing is registered, or no function.
    pub fn get(&self, gc: &Runtime) -> Result<Function<Args, Ret>, Error> {
        let mut root = self.root.load(Ordering::Acquire);
        if root.is_null() {
            // SAFETY: the runtime is held, the name ends with a 0.
            root = unsafe { sys::caml_named_value(self.name.as_ptr()) }.cast_mut();
            if root.is_null() {
                return Err(self.missing("nothing"));
            }
            self.root.store(root, Ordering::Release);
        }
        // SAFETY: a root of the runtime's, which holds a value.
        let value = unsafe { Value::from_word(root.read(), gc) };
        if !apply::is_function(value) {
            return Err(self.missing("no function"));
        }
        Ok(Function::trusted(gc, value))
    }

    #[cold]
    fn missing(&self, what: &str) -> Error {
        let name = self.name.to_string_lossy();
        Error::failwith(format!(
            "{what} is registered as {name}: call Callback.register \"{name}\" in OCaml, before Rust calls it"
        ))
    }
}

/// Declares OCaml functions that are called by name: `Callback.register "name" function` on the OCaml side.
///
/// Each becomes a Rust function whose first parameter is the token, and whose result is a `Result`, because OCaml may
/// raise. The function is looked up once. A name that is no Rust identifier follows the type: `fn f(…) -> T = "My.name";`.
///
/// ```
/// ocaml::import! {
///     /// `Callback.register "apply" (fun f x -> f x)`
///     pub fn apply(f: ocaml::Function<(isize,), isize>, x: isize) -> isize;
///     fn now() -> f64 = "Unix.gettimeofday";
/// }
///
/// #[ocaml::func]
/// pub fn doc_apply(x: isize) -> Result<isize, ocaml::Error> {
///     let double = ocaml::Function::new(gc, |x: isize| 2 * x);
///     apply(gc, double, x)
/// }
/// ```
///
/// Like an `external` on the OCaml side, the types are trusted: nothing can check that they are those of the function
/// that is registered.
///
/// # Errors
///
/// Of each function: the exception that OCaml raises; `Failure` if nothing is registered under the name;
/// `Invalid_argument` if the result does not fit.
#[macro_export]
macro_rules! import {
    ($($(#[$attribute:meta])* $visibility:vis fn $name:ident($($argument:ident: $ty:ty),* $(,)?) $(-> $result:ty)? $(= $symbol:literal)?;)*) => {$(
        $(#[$attribute])*
        #[allow(clippy::too_many_arguments)]
        $visibility fn $name(
            gc: &mut $crate::Runtime $(, $argument: $ty)*
        ) -> ::core::result::Result<$crate::import!(@result $($result)?), $crate::Error> {
            static FUNCTION: $crate::private::Import<($($ty,)*), $crate::import!(@result $($result)?)> =
                // SAFETY: the declaration, like an `external`, is a promise.
                unsafe { $crate::private::Import::new($crate::private::c_str($crate::import!(@name $name $($symbol)?))) };
            FUNCTION.get(gc)?.call(gc, ($($argument,)*))
        }
    )*};
    (@result) => { () };
    (@result $result:ty) => { $result };
    (@name $name:ident) => { ::core::concat!(::core::stringify!($name), "\0") };
    (@name $name:ident $symbol:literal) => { ::core::concat!($symbol, "\0") };
}
