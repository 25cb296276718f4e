//! `body!`: the trampoline for `extern "C"` functions written by hand.

use crate::due;
use crate::runtime::Runtime;
use crate::trampoline::{self, Outcome, Return};
use crate::value::{Raw, Value};

/// The body of an `extern "C"` function written by hand: decodes nothing, converts the result,
/// catches panics and raises errors as [`#[ocaml::func]`](https://docs.rs/ocaml/latest/ocaml/attr.func.html) does.
///
/// `body!(gc: (a, b) { … })` turns the [`Raw`](crate::Raw) arguments `a` and `b` into
/// [`Value`](crate::Value)s and runs the block with `gc: &Runtime`. The function may be called from
/// Rust too, so no GC point is possible inside, and a collection that is due is only requested.
///
/// Write it only in a function that OCaml itself calls, and as all that the function does: its arguments must be those of
/// this very call, and an error leaves the function by an OCaml exception, over the head of any Rust caller. That is
/// part of what you promise by `#[unsafe(no_mangle)]`; [`#[ocaml::func]`](https://docs.rs/ocaml/latest/ocaml/attr.func.html) needs no promise.
///
/// ```
/// #[unsafe(no_mangle)]
/// pub extern "C" fn doc_incr(value: ocaml::Raw) -> ocaml::Raw {
///     ocaml::body!(gc: (value) {
///         ocaml::Value::int(value.int_val() + 1)
///     })
/// }
/// ```
#[macro_export]
macro_rules! body {
    ($gc:ident : ($($argument:ident),+ $(,)?) $body:block) => {{
        let arguments = [$($argument),+];
        // Outside of the `unsafe` block, so that the user's code is not inside of it.
        let run = $crate::private::by_hand(
            #[allow(unused_variables)]
            |$gc: &$crate::Runtime, [$($argument),+]| $crate::private::outcome(::core::module_path!(), move || $body),
        );
        // SAFETY: a `Raw` argument comes from OCaml or from code that said `unsafe`.
        unsafe { $crate::private::body(::core::module_path!(), arguments, run) }
    }};
    ($($wrong:tt)*) => {
        ::core::compile_error!(
            "expected `body!(gc: (a, b) { … })`: a name for the token, the arguments (each an `ocaml::Raw`), and a block"
        )
    };
}

/// The closure of a `body!`, with its type settled.
#[inline(always)]
pub fn by_hand<const N: usize, F: for<'gc> FnOnce(&'gc Runtime, [Value<'gc>; N]) -> Outcome>(run: F) -> F {
    run
}

/// Runs a `body!`.
///
/// # Safety
///
/// The arguments are words that OCaml passed to the function being run; this call is the last thing
/// that its frame does, and the frame owns nothing.
#[inline(always)]
pub unsafe fn body<const N: usize>(
    name: &'static str,
    arguments: [Raw; N],
    run: impl for<'gc> FnOnce(&'gc Runtime, [Value<'gc>; N]) -> Outcome,
) -> Raw {
    let outcome = trampoline::guard(name, || {
        // SAFETY: OCaml called the function, so the runtime is held.
        let gc = unsafe { Runtime::recover() };
        // SAFETY: the caller's promise.
        run(&gc, arguments.map(|raw| unsafe { raw.value(&gc) }))
    });
    due::request();
    // SAFETY: the caller's promise.
    unsafe { trampoline::finish(name, outcome, false) }
}

/// Converts what the block of a `body!` returns.
#[inline(always)]
pub fn outcome<'x, R: Return<'x>>(name: &'static str, block: impl FnOnce() -> R) -> Outcome {
    trampoline::convert(name, block())
}
