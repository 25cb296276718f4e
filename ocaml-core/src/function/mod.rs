//! `Function<Args, Ret>`: an OCaml function, called from Rust; or a Rust closure, called from OCaml.

pub(crate) mod apply;
mod arguments;
mod call;
mod import;
mod many;
mod rust;

use core::fmt;
use core::marker::PhantomData;

pub(crate) use arguments::Words;
pub use arguments::{Arguments, PassAs};
pub use call::only_lends;
pub use import::{Import, named_value};
pub use many::Many;
pub use rust::{Closure, ClosureWithRuntime};

use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::custom_block;
use crate::root::BlockRoot;
use crate::runtime::Runtime;
use crate::trampoline::Return;
use crate::trust::Vouched;
use crate::value::Value;

/// An OCaml function of type `'a -> 'b -> … -> 'r`, for `Args = (A, B, …)` and `Ret = R`.
///
/// `Function<(), R>` is `unit -> 'r`. A function is owned and rooted: it can be an argument, a field, part of a
/// static, and can be sent to other threads. An argument that is only called may be a `&Function`: its root is in the frame of
/// the call, and costs less. Results of owned types come from [`call`](Function::call); results that
/// stay on the OCaml heap ([`Value`], [`Array`](crate::Array)) from [`call_ref`](Function::call_ref).
///
/// ```
/// use ocaml::{Error, Function};
///
/// /// `(int -> int) -> int -> int`
/// #[ocaml::func]
/// pub fn doc_twice(f: &Function<(isize,), isize>, x: isize) -> Result<isize, Error> {
///     let once = f.call(gc, (x,))?;
///     f.call(gc, (once,))
/// }
///
/// /// `int -> (int -> int)`
/// #[ocaml::func]
/// pub fn doc_adder(n: isize) -> Function<(isize,), isize> {
///     Function::new(gc, move |x: isize| x + n)
/// }
/// ```
///
/// An `external` whose result is a function needs a name for the type of that function, or OCaml takes it for one more
/// argument: `type adder = int -> int  external adder : int -> adder = "doc_adder"`.
///
/// A call passes up to 12 arguments, or any number of one type: [`Many`]; a closure takes up to 8. Calls behave as in OCaml: a
/// function that takes more arguments than `Args` has gives another function (`Function<(A,), Function<(B,), R>>`), one that
/// takes fewer is applied to the rest.
///
/// # Exceptions
///
/// An exception of the OCaml function is an [`Error`](crate::Error), which raises that very exception when it is returned. So is
/// `Effect.Unhandled` on OCaml 5: effects do not cross a call from Rust.
pub struct Function<Args, Ret> {
    closure: BlockRoot,
    vouched: Vouched,
    _type: PhantomData<fn() -> (Args, Ret)>,
}

impl<Args, Ret> Function<Args, Ret> {
    fn trusted(closure: Value<'_>) -> Self {
        Function::of_root(BlockRoot::new(closure))
    }

    /// A function that OCaml's types vouch for.
    #[inline(always)]
    pub(crate) fn of_root(closure: BlockRoot) -> Self {
        Function {
            closure,
            vouched: Vouched::YES,
            _type: PhantomData,
        }
    }

    /// The closure, for a value of another type that is the same in OCaml.
    pub(crate) fn into_root(self) -> BlockRoot {
        self.closure
    }

    /// A Rust closure as an OCaml function, dropped when OCaml drops it.
    ///
    /// OCaml may call it at any time and, on OCaml 5, on several domains at once; hence the bounds of [`Closure`]. Its
    /// arguments are owned types. An argument that does not fit is `Invalid_argument`; errors and panics are the exceptions
    /// that they are in an exported function. Its result may be a `Result<Ret, Error>`.
    ///
    /// ```
    /// use std::sync::atomic::{AtomicIsize, Ordering};
    /// use ocaml::Function;
    ///
    /// /// `unit -> (unit -> int)`
    /// #[ocaml::func]
    /// pub fn doc_counter() -> Function<(), isize> {
    ///     let count = AtomicIsize::new(0);
    ///     Function::new(gc, move || count.fetch_add(1, Ordering::Relaxed))
    /// }
    /// ```
    ///
    /// OCaml's collector is told how large the closure itself is; what it has captured elsewhere, such as the contents of a
    /// `Vec`, counts by [`with_heap_size`](Function::with_heap_size).
    ///
    /// # Panics
    ///
    /// On a machine for which this crate cannot write native OCaml functions: it can for x86-64 and aarch64, on Unix,
    /// with OCaml 4.10 and later; in bytecode, everywhere. With `Out_of_memory` if there is no room for the blocks.
    pub fn new<F, R>(gc: &Runtime, closure: F) -> Function<Args, Ret>
    where
        F: Closure<Args, R>,
        Args: 'static,
        R: for<'gc> Return<'gc, Value = Ret> + 'static,
    {
        Function::trusted(rust::plain(gc, closure))
    }

    /// The same for a closure that uses the runtime: `&mut Runtime` is its first parameter.
    ///
    /// ```
    /// use ocaml::{Error, Function, Runtime};
    ///
    /// /// `(int -> int) -> (int -> int)`
    /// #[ocaml::func]
    /// pub fn doc_iterate(f: Function<(isize,), isize>) -> Function<(isize,), isize> {
    ///     Function::with_runtime(gc, move |gc: &mut Runtime, x: isize| -> Result<isize, Error> {
    ///         let once = f.call(gc, (x,))?;
    ///         f.call(gc, (once,))
    ///     })
    /// }
    /// ```
    ///
    /// # Panics
    ///
    /// As for [`Function::new`].
    pub fn with_runtime<F, R>(gc: &Runtime, closure: F) -> Function<Args, Ret>
    where
        F: ClosureWithRuntime<Args, R>,
        Args: 'static,
        R: for<'gc> Return<'gc, Value = Ret> + 'static,
    {
        Function::trusted(rust::with_runtime(gc, closure))
    }

    /// Says how many bytes a Rust closure has captured outside of itself, after [`Function::new`] or
    /// [`Function::with_runtime`], so that OCaml collects often enough where functions that own much come and go.
    ///
    /// ```
    /// use ocaml::Function;
    ///
    /// /// `int -> (int -> int)`
    /// #[ocaml::func]
    /// pub fn doc_table(size: usize) -> Function<(usize,), Option<isize>> {
    ///     let table: Vec<isize> = (0..).take(size).collect();
    ///     let bytes = size_of_val(&table[..]);
    ///     Function::new(gc, move |index: usize| table.get(index).copied()).with_heap_size(gc, bytes)
    /// }
    /// ```
    #[must_use]
    pub fn with_heap_size(self, gc: &Runtime, bytes: usize) -> Self {
        custom_block::count_more(gc, bytes);
        self
    }
}

// SAFETY: checked to be a function; who calls it is asked whether its type is known.
unsafe impl<'gc, Args, Ret> FromValue<'gc> for Function<Args, Ret> {
    #[inline]
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        if !apply::is_function(value) {
            return Err(ConversionError::expected("a function", value));
        }
        Ok(Function {
            closure: BlockRoot::new(value),
            vouched: Vouched::now(),
            _type: PhantomData,
        })
    }

    #[inline]
    unsafe fn decode(value: Value<'gc>) -> Option<Self> {
        apply::is_function(value).then(|| Function::trusted(value))
    }
}

// SAFETY: the function itself.
unsafe impl<'gc, Args, Ret> IntoValue<'gc> for &Function<Args, Ret> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this function");
        self.closure.get(gc)
    }
}

// SAFETY: the function itself.
unsafe impl<'gc, Args, Ret> IntoValue<'gc> for Function<Args, Ret> {
    #[inline]
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        (&self).into_value(gc)
    }
}

impl<Args, Ret> fmt::Debug for Function<Args, Ret> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<fun>")
    }
}
