//! `Many<T>`: as many arguments as there are at run time.

use core::marker::PhantomData;

use ocaml_sys as sys;

use super::apply::{self, Returned};
use super::arguments::{Words, misfit_of};
use super::{Arguments, PassAs};
use crate::convert::FromValue;
use crate::error::Error;
use crate::root::Root;
use crate::runtime::Runtime;
use crate::value::Value;

/// In [`Function<Many<T>, Ret>`](super::Function): any number of arguments, each of which is a `T`.
///
/// Pass a slice: `f.call(gc, (&arguments[..],))`, or `ocaml::call!(gc, f, &values[..])`. OCaml has no type for such a
/// function; it stands for each of `'a -> 'r`, `'a -> 'a -> 'r` and so on. So the arguments are passed one by one, and
/// it is checked each time that there is a function to pass them to: a call with too many is `Invalid_argument`, one with
/// too few returns a function. A `Ret` that is read in place, or a function, counts as made of a bare [`Value`].
///
/// ```
/// use ocaml::{Error, Function, Many};
///
/// /// `(int -> int -> int) -> int`, or with functions of three, four… arguments
/// #[ocaml::func]
/// pub fn doc_apply_all(f: Function<Many<isize>, isize>, arguments: Vec<isize>) -> Result<isize, Error> {
///     f.call(gc, (&arguments[..],))
/// }
/// ```
pub struct Many<T>(PhantomData<fn() -> T>);

/// Kept by roots, because the function may collect while it takes the first of them.
pub struct Each(Vec<Root>);

// SAFETY: one word for each; their number is checked while they are passed.
unsafe impl<T, A: PassAs<T> + Clone> Arguments<Many<T>> for (&[A],) {
    type Words = Each;

    fn encode(self, gc: &Runtime) -> Each {
        let root = |argument: &A| Root::new(gc, argument.clone().into_value(gc));
        Each(self.0.iter().map(root).collect())
    }
}

impl Words for Each {
    unsafe fn apply<'gc>(&mut self, gc: &'gc mut Runtime, closure: sys::Value) -> Result<Returned<'gc>, Error> {
        let mut function = closure;
        for (passed, argument) in self.0.iter().enumerate() {
            // SAFETY: the closure, or what a call has returned just now.
            if !apply::is_function(unsafe { Value::from_word(function, gc) }) {
                return Err(too_many(passed, self.0.len()));
            }
            let argument = argument.get(gc).word();
            // SAFETY: a function, and an argument of the type that it takes, both read just now.
            function = unsafe { apply::apply(gc, function, argument) }?.value().word();
        }
        // SAFETY: as above.
        Ok(Returned::of(unsafe { Value::from_word(function, gc) }))
    }

    /// The type of the result holds for one number of arguments only, so it is no reason to trust the value.
    unsafe fn result<'gc, T: FromValue<'gc>>(returned: Returned<'gc>) -> Result<T, Error> {
        Ok(T::from_value(returned.value()).map_err(misfit_of)?)
    }
}

#[cold]
fn too_many(taken: usize, passed: usize) -> Error {
    Error::invalid_argument(format!(
        "the OCaml function takes {taken} arguments, {passed} were passed"
    ))
}
