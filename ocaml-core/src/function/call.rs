//! Calling an OCaml function from Rust.

use super::apply::Returned;
use super::arguments::Words;
use super::{Arguments, Function};
use crate::convert::FromValue;
use crate::error::Error;
use crate::root::Rooted;
use crate::runtime::Runtime;

impl<Args, Ret> Function<Args, Ret> {
    /// A GC point: calls the function.
    ///
    /// The arguments are a tuple, converted here; each may be borrowed where `Args` says owned, such as `&str` for
    /// `String`. A [`Value`](crate::Value) cannot be passed here, since it borrows from `gc`: use [`call!`](crate::call).
    ///
    /// # Errors
    ///
    /// The exception of the function, or `Invalid_argument` if its result does not fit `Ret`.
    ///
    /// # Panics
    ///
    /// With `Invalid_argument` if this was made of a bare [`Value`](crate::Value) by [`FromValue::from_value`]: nothing says of what
    /// type such a function is.
    #[inline(always)]
    pub fn call<A: Arguments<Args>>(&self, gc: &mut Runtime, arguments: A) -> Result<Ret, Error>
    where
        Ret: for<'gc> FromValue<'gc>,
    {
        let mut words = arguments.encode(gc);
        // SAFETY: converted just now.
        let returned = unsafe { self.apply(gc, &mut words) }?;
        // SAFETY: this is what a function of this type returned.
        unsafe { A::Words::result(returned) }
    }

    /// The same for a result that stays on the OCaml heap: any type that a [`Root`](crate::Root) can hold.
    ///
    /// ```
    /// use ocaml::{Error, Function, List};
    ///
    /// /// `(int -> int list) -> int`
    /// #[ocaml::func]
    /// pub fn doc_sum_of_result(f: Function<(isize,), List<'static, isize>>) -> Result<isize, Error> {
    ///     let list = f.call_ref(gc, (10,))?;
    ///     Ok(list.iter().map(|n| n.unwrap_or(0)).sum())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Function::call`].
    ///
    /// # Panics
    ///
    /// As for [`Function::call`].
    #[inline]
    pub fn call_ref<'gc, A: Arguments<Args>>(&self, gc: &'gc mut Runtime, arguments: A) -> Result<Ret::At<'gc>, Error>
    where
        Ret: Rooted,
    {
        let mut words = arguments.encode(gc);
        // SAFETY: converted just now.
        let returned = unsafe { self.apply(gc, &mut words) }?;
        // SAFETY: this is what a function of this type returned.
        unsafe { A::Words::result(returned) }
    }

    /// # Safety
    ///
    /// The words are arguments for `Args`, and nothing has collected since they were made.
    #[inline(always)]
    unsafe fn apply<'gc>(&self, gc: &'gc mut Runtime, words: &mut impl Words) -> Result<Returned<'gc>, Error> {
        self.vouched.check("this function");
        let closure = self.closure.get(gc).word();
        // SAFETY: a function, of a type that is known, and the caller's promise.
        unsafe { words.apply(gc, closure) }
    }

    /// For [`call!`](crate::call): the arguments as words.
    #[doc(hidden)]
    #[inline(always)]
    pub fn encode<A: Arguments<Args>>(&self, gc: &Runtime, arguments: A) -> A::Words {
        arguments.encode(gc)
    }

    /// For [`call!`](crate::call).
    ///
    /// # Safety
    ///
    /// The words come from `encode` of this function, just now.
    #[doc(hidden)]
    #[inline(always)]
    pub unsafe fn call_encoded<W: Words>(&self, gc: &mut Runtime, mut words: W) -> Result<Ret, Error>
    where
        Ret: for<'gc> FromValue<'gc>,
    {
        // SAFETY: the caller's promise.
        let returned = unsafe { self.apply(gc, &mut words) }?;
        // SAFETY: this is what a function of this type returned.
        unsafe { W::result(returned) }
    }
}

/// What [`call!`](crate::call) takes for `gc`: nothing that runs code of the user when it is dereferenced, which is done
/// between the conversion of the arguments and the call.
///
/// # Safety
///
/// Dereferencing it does nothing but lend the token.
#[diagnostic::on_unimplemented(
    message = "`call!` needs the token itself, not a `{Self}`",
    note = "reborrow it first: `let gc: &mut Runtime = &mut …;`"
)]
pub unsafe trait OnlyLends {}

// SAFETY: the token.
unsafe impl OnlyLends for Runtime {}
// SAFETY: its `Deref` is ours.
#[cfg(feature = "link")]
unsafe impl OnlyLends for crate::Started {}
// SAFETY: a reference lends what it refers to.
unsafe impl<T: OnlyLends> OnlyLends for &mut T {}

/// For [`call!`](crate::call).
#[doc(hidden)]
#[inline(always)]
pub fn only_lends<T: OnlyLends>(_token: &T) {}

/// Calls a [`Function`] with arguments that may borrow from the token: `call!(gc, f, a, b)` is
/// `f.call(gc, (a, b))`, where `a` and `b` may be [`Value`](crate::Value)s.
///
/// They are turned into words first, and the call follows with nothing in between. Afterwards they cannot be used
/// any more, like any value before a GC point.
///
/// ```
/// use ocaml::{Error, Function, Root, Value};
///
/// /// `('a -> 'b -> int) -> 'a -> 'b -> int`
/// #[ocaml::func]
/// pub fn doc_call(f: Function<(Value, Value), isize>, a: Value, b: Value) -> Result<isize, Error> {
///     ocaml::call!(gc, f, a, b)
/// }
/// ```
#[macro_export]
macro_rules! call {
    ($gc:ident, $function:expr $(, $argument:expr)* $(,)?) => {
        match &$function {
            function => {
                // Paths, not methods: a type that dereferences to a function may have methods of the same names.
                let function: &$crate::Function<_, _> = function;
                $crate::private::only_lends(&$gc);
                let words = $crate::Function::encode(function, &*$gc, ($($argument,)*));
                // SAFETY: the words are those of this function's arguments, made just now.
                #[allow(unused_unsafe)]
                let result = unsafe { $crate::Function::call_encoded(function, &mut *$gc, words) };
                result
            }
        }
    };
}
