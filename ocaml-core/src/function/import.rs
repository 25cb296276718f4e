//! `import!`: OCaml functions registered by name.

use core::ffi::CStr;
use core::marker::PhantomData;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicPtr, Ordering};

use ocaml_sys as sys;

use super::arguments::Words;
use super::{Arguments, apply};
use crate::convert::FromValue;
use crate::error::Error;
use crate::exception::registered;
use crate::runtime::Runtime;
use crate::value::Value;

/// A function that OCaml registers with `Callback.register name`, looked up once. What [`import!`](crate::import) is made of.
#[doc(hidden)]
pub struct Import<Args, Ret> {
    name: &'static CStr,
    /// The runtime's own root, which it never frees; null until something is registered.
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

    /// A GC point: calls the function, as it is registered now.
    ///
    /// # Errors
    ///
    /// `Failure` if nothing is registered, or no function; otherwise as for [`Function::call`].
    #[inline(always)]
    pub fn call<A: Arguments<Args>>(&self, gc: &mut Runtime, arguments: A) -> Result<Ret, Error>
    where
        Ret: for<'gc> FromValue<'gc>,
    {
        let root = self.root(gc)?;
        let mut words = arguments.encode(gc);
        // SAFETY: a root of the runtime's, which holds a value.
        let function = unsafe { Value::from_word(root.as_ptr().read(), gc) };
        // `Callback.register` may have put something else there since the last call.
        if !apply::is_function(function) {
            return Err(Error::failwith(self.missing("no function")));
        }
        let function = function.word();
        // SAFETY: a function of this type, as the declaration promises, and words made just now.
        let returned = unsafe { words.apply(gc, function) }?;
        // SAFETY: this is what a function of this type returned.
        unsafe { A::Words::result(returned) }
    }

    #[inline]
    fn root(&self, gc: &Runtime) -> Result<NonNull<sys::Value>, Error> {
        match NonNull::new(self.root.load(Ordering::Acquire)) {
            Some(root) => Ok(root),
            None => self.look_up(gc).ok_or_else(|| Error::failwith(self.missing("nothing"))),
        }
    }

    #[cold]
    fn look_up(&self, _gc: &Runtime) -> Option<NonNull<sys::Value>> {
        // SAFETY: the token proves that the runtime is held; the name ends with a 0.
        let root = unsafe { sys::caml_named_value(self.name.as_ptr()) }.cast_mut();
        self.root.store(root, Ordering::Release);
        NonNull::new(root)
    }

    #[cold]
    #[inline(never)]
    fn missing(&self, what: &str) -> String {
        let name = self.name.to_string_lossy();
        format!("{what} is registered as {name}: call Callback.register \"{name}\" in OCaml, before Rust calls it")
    }
}

/// What OCaml has registered with `Callback.register name`, if anything; for functions see [`import!`](crate::import).
///
/// Nothing says what type it has: read it with [`FromValue`], which checks.
///
/// ```
/// use ocaml::FromValue;
///
/// /// `Callback.register "limit" 100`
/// #[ocaml::func]
/// pub fn doc_limit() -> Result<isize, ocaml::Error> {
///     match ocaml::named_value(gc, "limit") {
///         Some(limit) => Ok(isize::from_value(limit)?),
///         None => Ok(isize::MAX),
///     }
/// }
/// ```
pub fn named_value<'gc>(gc: &'gc Runtime, name: &str) -> Option<Value<'gc>> {
    registered(gc, name)
}

/// Declares OCaml functions that are called by name: `Callback.register "name" function` on the OCaml side.
///
/// Each becomes a Rust function whose first parameter is the token, and whose result is a `Result`, because OCaml may
/// raise. The function is looked up once, and the call of it is inlined. A name that is no Rust identifier follows the type:
/// `fn f(…) -> T = "My.name";`.
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
        #[inline(always)]
        $visibility fn $name(
            gc: &mut $crate::Runtime $(, $argument: $ty)*
        ) -> ::core::result::Result<$crate::import!(@result $($result)?), $crate::Error> {
            static FUNCTION: $crate::private::Import<($($ty,)*), $crate::import!(@result $($result)?)> =
                // SAFETY: the declaration, like an `external`, is a promise.
                unsafe { $crate::private::Import::new($crate::private::c_str($crate::private::unraw($crate::import!(@name $name $($symbol)?)))) };
            FUNCTION.call(gc, ($($argument,)*))
        }
    )*};
    (@result) => { () };
    (@result $result:ty) => { $result };
    (@name $name:ident) => { ::core::concat!(::core::stringify!($name), "\0") };
    (@name $name:ident $symbol:literal) => { ::core::concat!($symbol, "\0") };
}
