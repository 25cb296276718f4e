//! Closure blocks.
//!
//! Native code: `[code, info, environment…]` for one argument, otherwise `[code for one argument at a time, info, code
//! for all, environment…]`. Bytecode: `[code, info, environment…]`, or without `info` before OCaml 4.12. The environment
//! is the block that owns the Rust closure, and then the arguments that were given so far.

use core::ffi::c_void;

use ocaml_sys as sys;
use sys::closure::{HAS_CLOSINFO, make_closinfo, start_env_closinfo};

use super::owner::{self, Owned};
use super::{Apply, MAX_ARITY, bytecode, native};
use crate::alloc;
use crate::runtime::Runtime;
use crate::trampoline;
use crate::value::{Raw, Value};

/// The fields of a closure before its environment.
struct Head {
    words: [sys::Value; 3],
    count: usize,
}

impl Head {
    /// `all` runs when as many arguments as `arity` are passed at once.
    fn native(arity: usize, all: Code) -> Head {
        let all = all as sys::Value;
        let start = native_start(arity);
        let info = match HAS_CLOSINFO {
            true => make_closinfo(arity, start),
            false => sys::val_int(arity as isize),
        };
        match arity {
            1 => Head::new([all, info, 0], start),
            _ => Head::new([native::entry(1) as sys::Value, info, all], start),
        }
    }

    fn bytecode(arity: usize) -> Head {
        let code = bytecode::entry(arity) as sys::Value;
        match HAS_CLOSINFO {
            true => Head::new([code, make_closinfo(0, 2), 0], 2),
            false => Head::new([code, 0, 0], 1),
        }
    }

    fn new(words: [sys::Value; 3], count: usize) -> Head {
        Head { words, count }
    }
}

/// Where the environment of native code begins.
#[inline(always)]
fn native_start(arity: usize) -> usize {
    if arity == 1 { 2 } else { 3 }
}

/// An OCaml function that runs the closure, which owns as many bytes.
pub(super) fn function<F: Apply + 'static>(gc: &Runtime, closure: F, bytes: usize) -> Value<'_> {
    const { assert!(1 <= F::ARITY && F::ARITY <= MAX_ARITY) };
    owning(gc, Owned::new(closure), bytes, native::all::<F>)
}

/// The same without the type, compiled once. `all` gives the code for it; it is asked only where OCaml is native code, for
/// it panics on machines that this is not known for.
fn owning(gc: &Runtime, closure: Owned, bytes: usize, all: fn() -> Code) -> Value<'_> {
    let arity = closure.arity();
    // The closure is dropped if there is no memory for its code.
    let head = match native::is_running() {
        true => Head::native(arity.min(native::MAX_DIRECT), all()),
        false => Head::bytecode(arity),
    };
    let owner = closure.into_block(gc, bytes);
    new(gc, head, &[owner.word()])
}

/// The function that waits for the arguments that are left.
fn partial<'gc>(gc: &'gc Runtime, left: usize, environment: &[sys::Value]) -> Value<'gc> {
    let direct = left.min(native::MAX_DIRECT);
    new(gc, Head::native(direct, native::entry(direct)), environment)
}

fn new<'gc>(gc: &'gc Runtime, head: Head, environment: &[sys::Value]) -> Value<'gc> {
    let fresh = alloc::reserve(gc, head.count + environment.len(), sys::CLOSURE);
    for (index, word) in head.words[..head.count].iter().enumerate() {
        // SAFETY: in bounds. The collector does not look at these words, or takes them for pointers to outside of the
        // heap (before OCaml 4.12).
        unsafe { fresh.as_ptr().add(index).write(*word) };
    }
    for (index, word) in environment.iter().enumerate() {
        // SAFETY: in bounds, and written once.
        unsafe { fresh.initialize(head.count + index, *word) };
    }
    fresh.value(gc)
}

/// What the code [`native::all`] comes to: a call of the closure block `closure` with all its arguments.
///
/// # Safety
///
/// OCaml called a closure made by [`function`] of an `F`, which takes that many arguments; this is the last thing that the
/// frame does, and the frame owns nothing.
#[inline(always)]
pub(super) unsafe fn enter_all<F: Apply, const ARITY: usize>(
    closure: sys::Value,
    arguments: [sys::Value; ARITY],
) -> Raw {
    // SAFETY: the owner is all of the environment, and the caller's promise.
    unsafe {
        let owner = owner::get(*sys::field(closure, native_start(ARITY)));
        F::apply(owner.closure(), &arguments)
    }
}

/// What the code [`native::entry`] comes to: the same where arguments may have been given before, or be missing still.
///
/// # Safety
///
/// OCaml called a closure made here; this is the last thing that the frame does, and the frame owns nothing.
#[inline(never)]
pub(super) unsafe fn enter(closure: sys::Value, arguments: &[sys::Value]) -> Raw {
    let mut words = [sys::UNIT; 1 + MAX_ARITY];
    // SAFETY: a closure made by `new`: the environment is its last fields, the owner and the arguments given before.
    let given = unsafe {
        let info = *sys::field(closure, 1);
        let start = match HAS_CLOSINFO {
            true => start_env_closinfo(info),
            false => native_start(sys::int_val(info) as usize),
        };
        let environment = sys::wosize_val(closure) - start;
        words
            .as_mut_ptr()
            .copy_from_nonoverlapping(sys::field(closure, start), environment);
        environment - 1
    };
    let count = 1 + given + arguments.len();
    words[1 + given..count].copy_from_slice(arguments);
    let words = &words[..count];
    // SAFETY: the first word is the owner, and the closure keeps it alive.
    let (lent, left) = unsafe {
        let lent = owner::get(words[0]);
        (lent, lent.arity() - (count - 1))
    };
    if left == 0 {
        // SAFETY: the caller's promise; all arguments are there.
        return unsafe { lent.apply(&words[1..]) };
    }
    let body = || {
        // SAFETY: OCaml called, so the runtime is held.
        let gc = unsafe { trampoline::enter() };
        // SAFETY: the lifetime ends with the conversion to a word, before anything collects.
        unsafe { Value::revive(partial(&gc, left, words).word()) }
    };
    // SAFETY: the caller's promise.
    unsafe { trampoline::call_inline("a partial application", body) }
}

/// The address of code, as it stands in a closure.
pub(super) type Code = *const c_void;
