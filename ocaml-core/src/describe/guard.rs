//! Whether an archive is the one that a generated OCaml module was printed from.
//!
//! The module calls the guard of each function that it declares, once, when the program starts. The descriptors are not in the
//! program, but a hash of each is, of const evaluation; here they become one number, of the function and of all types that it
//! mentions.

use ocaml_build::descriptor::Guard;

use crate::convert::FromValue;
use crate::error::Error;
use crate::trampoline;
use crate::value::Raw;

/// The guard of the function with the symbol `symbol`: raises `Failure` unless `expected` is its number.
///
/// # Safety
///
/// OCaml called the guard, whose argument this is; this call is the last thing that its frame does, and the frame owns nothing.
pub unsafe fn guard(symbol: &'static str, guard: &'static Guard, expected: Raw) -> Raw {
    // SAFETY: the caller's promise.
    let gc = unsafe { trampoline::enter() };
    // SAFETY: OCaml passed it just now.
    let expected = isize::from_value(unsafe { expected.value(&gc) });
    let check = || -> Result<(), Error> {
        if expected? == guard.number() as isize {
            return Ok(());
        }
        Err(Error::failwith(format!(
            "{symbol} is not what OCaml was told: the Rust archive in this program is another one than its OCaml interface was \
             printed from; build it, and run `cargo ocaml bindings` again"
        )))
    };
    // SAFETY: the caller's promise.
    unsafe { trampoline::call(symbol, false, || Ok::<_, trampoline::Raise>(check())) }
}
