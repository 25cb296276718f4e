//! Rust closures as OCaml functions.
//!
//! A closure block's code must be what OCaml calls: a few machine instructions that pass the arguments on as C would
//! ([`native`]), or a few bytecode instructions ([`bytecode`]). Its environment is a custom block that owns the Rust closure,
//! and the arguments of a partial application.

mod block;
mod bytecode;
mod native;
mod owner;

use core::marker::PhantomData;
use std::sync::Arc;

use ocaml_sys as sys;

use crate::argument_error::{ArgumentError, Place};
use crate::convert::FromValue;
use crate::runtime::Runtime;
use crate::trampoline::{self, Return};
use crate::value::{Raw, Value};

/// A Rust closure that can be an OCaml function with arguments `Args`: `Fn(A, B, …) -> R`, callable from any thread.
///
/// The arguments own what they hold, because a call may come from anywhere: `String`, not `&str`.
#[diagnostic::on_unimplemented(
    message = "this closure cannot be an OCaml function with arguments `{Args}`",
    note = "it must be `Fn + Send + Sync + 'static`, with arguments that implement `FromValue` and borrow nothing",
    note = "a closure that uses the runtime is given to `Function::with_runtime`"
)]
///
/// # Safety
///
/// `run` looks at `ARITY` words, from 1 to 8, as what OCaml passes for `Args`.
pub unsafe trait Closure<Args, R>: Send + Sync + 'static {
    #[doc(hidden)]
    const ARITY: usize;

    /// # Safety
    ///
    /// As many words as arguments, which OCaml passed just now.
    #[doc(hidden)]
    unsafe fn run(&self, gc: &Runtime, words: &[sys::Value]) -> Result<R, ArgumentError>;
}

/// The same with the token as first parameter: `Fn(&mut Runtime, A, B, …) -> R`.
#[diagnostic::on_unimplemented(
    message = "this closure cannot be an OCaml function with arguments `{Args}`",
    note = "it must be `Fn(&mut Runtime, A, B, …) + Send + Sync + 'static`, with arguments that implement `FromValue` \
            and borrow nothing"
)]
///
/// # Safety
///
/// As for [`Closure`].
pub unsafe trait ClosureWithRuntime<Args, R>: Send + Sync + 'static {
    #[doc(hidden)]
    const ARITY: usize;

    /// # Safety
    ///
    /// As many words as arguments, which OCaml passed just now.
    #[doc(hidden)]
    unsafe fn run(&self, gc: &mut Runtime, words: &[sys::Value]) -> Result<R, ArgumentError>;
}

macro_rules! closures {
    ($($arity:literal: $($index:literal $argument:ident)*;)*) => {$(
        // SAFETY: a word for each argument.
        #[allow(non_snake_case, unused_variables)]
        unsafe impl<Code, R, $($argument: for<'gc> FromValue<'gc>),*> Closure<($($argument,)*), R> for Code
        where
            Code: Fn($($argument),*) -> R + Send + Sync + 'static,
        {
            const ARITY: usize = $arity;

            unsafe fn run(&self, gc: &Runtime, words: &[sys::Value]) -> Result<R, ArgumentError> {
                // SAFETY: the caller's promise.
                $(let $argument: $argument = unsafe { argument(gc, words, const { &place($index) }) }?;)*
                Ok(self($($argument),*))
            }
        }

        // SAFETY: as above.
        #[allow(non_snake_case, unused_variables)]
        unsafe impl<Code, R, $($argument: for<'gc> FromValue<'gc>),*> ClosureWithRuntime<($($argument,)*), R> for Code
        where
            Code: Fn(&mut Runtime, $($argument),*) -> R + Send + Sync + 'static,
        {
            const ARITY: usize = $arity;

            unsafe fn run(&self, gc: &mut Runtime, words: &[sys::Value]) -> Result<R, ArgumentError> {
                // SAFETY: the caller's promise.
                $(let $argument: $argument = unsafe { argument(gc, words, const { &place($index) }) }?;)*
                Ok(self(gc, $($argument),*))
            }
        }
    )*};
}

closures! {
    1: ;
    1: 1 A0;
    2: 1 A0 2 A1;
    3: 1 A0 2 A1 3 A2;
    4: 1 A0 2 A1 3 A2 4 A3;
    5: 1 A0 2 A1 3 A2 4 A3 5 A4;
    6: 1 A0 2 A1 3 A2 4 A3 5 A4 6 A5;
    7: 1 A0 2 A1 3 A2 4 A3 5 A4 6 A5 7 A6;
    8: 1 A0 2 A1 3 A2 4 A3 5 A4 6 A5 7 A6 8 A7;
}

/// The most arguments that a closure has.
const MAX_ARITY: usize = 8;

const fn place(index: usize) -> Place {
    Place {
        function: "",
        index,
        name: "_",
    }
}

/// # Safety
///
/// OCaml passed the words just now, one for each argument.
#[inline(always)]
unsafe fn argument<'gc, T: FromValue<'gc>>(
    gc: &'gc Runtime,
    words: &[sys::Value],
    place: &'static Place,
) -> Result<T, ArgumentError> {
    // SAFETY: the caller's promise: there is a word for each argument.
    unsafe { trampoline::argument(gc, Raw::new(*words.get_unchecked(place.index - 1)), place) }
}

/// What OCaml's call of a closure runs.
trait Apply: Send + Sync {
    /// How many arguments it takes.
    const ARITY: usize;

    /// # Safety
    ///
    /// OCaml called the closure, with these `ARITY` words as arguments; this is the last thing that the frame does, and the frame
    /// owns nothing. `this` is there when this begins: a pointer, because at a GC point it may go.
    unsafe fn apply(this: *const Self, words: &[sys::Value]) -> Raw;
}

struct Plain<F, Args, R>(F, PhantomData<fn(Args) -> R>);

impl<Args, R: for<'gc> Return<'gc>, F: Closure<Args, R>> Apply for Plain<F, Args, R> {
    const ARITY: usize = F::ARITY;

    #[inline(always)]
    unsafe fn apply(this: *const Self, words: &[sys::Value]) -> Raw {
        let name = core::any::type_name::<F>();
        let body = || {
            // SAFETY: the caller's promise. The closure runs no GC point, so that the block that owns it stays until the
            // result is there.
            let closure = unsafe { &(*this).0 };
            // SAFETY: OCaml called, so the runtime is held.
            let gc = unsafe { trampoline::enter() };
            // SAFETY: the caller's promise.
            unsafe {
                closure
                    .run(&gc, words)
                    .map_err(|error| trampoline::misfit_in(name, error))
            }
        };
        // SAFETY: the caller's promise.
        unsafe { trampoline::call(name, false, body) }
    }
}

struct WithRuntime<F, Args, R>(Arc<F>, PhantomData<fn(Args) -> R>);

impl<Args, R: for<'gc> Return<'gc>, F: ClosureWithRuntime<Args, R>> Apply for WithRuntime<F, Args, R> {
    const ARITY: usize = F::ARITY;

    #[inline(always)]
    unsafe fn apply(this: *const Self, words: &[sys::Value]) -> Raw {
        let name = core::any::type_name::<F>();
        let body = || {
            // At a GC point OCaml may find that nobody needs the function any more.
            // SAFETY: the caller's promise.
            let closure = Arc::clone(unsafe { &(*this).0 });
            // SAFETY: OCaml called, so the runtime is held, and no other token of this thread is usable meanwhile.
            let mut gc = unsafe { trampoline::enter() };
            // SAFETY: the caller's promise.
            unsafe {
                closure
                    .run(&mut gc, words)
                    .map_err(|error| trampoline::misfit_in(name, error))
            }
        };
        // SAFETY: the caller's promise.
        unsafe { trampoline::call(name, true, body) }
    }
}

/// A closure that does not use the runtime, as an OCaml function.
pub(super) fn plain<Args: 'static, R, F: Closure<Args, R>>(gc: &Runtime, closure: F) -> Value<'_>
where
    R: for<'gc> Return<'gc> + 'static,
{
    block::function(gc, Plain(closure, PhantomData), size_of::<F>())
}

/// A closure that does.
pub(super) fn with_runtime<Args: 'static, R, F: ClosureWithRuntime<Args, R>>(gc: &Runtime, closure: F) -> Value<'_>
where
    R: for<'gc> Return<'gc> + 'static,
{
    block::function(gc, WithRuntime(Arc::new(closure), PhantomData), size_of::<F>())
}
