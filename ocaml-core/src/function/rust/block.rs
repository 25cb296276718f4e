//! Closure blocks.
//!
//! Native code: `[code, info, environment…]` for one argument, otherwise `[code for one argument at a time, info, code
//! for all, environment…]`. Bytecode: `[code, info, environment…]`, or without `info` before OCaml 4.12. The environment
//! is the block that owns the Rust closure, and then the arguments that were given so far.

use core::ffi::c_void;

use ocaml_sys as sys;
use sys::closure::{HAS_CLOSINFO, make_closinfo, start_env_closinfo};

use super::owner::{self, Lent, Owned};
use super::{MAX_ARITY, bytecode, native};
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
    fn native(arity: usize) -> Head {
        let entry = |arity| native::entry(arity) as sys::Value;
        let info = |start| match HAS_CLOSINFO {
            true => make_closinfo(arity, start),
            false => sys::val_int(arity as isize),
        };
        match arity {
            1 => Head::new([entry(1), info(2), 0], 2),
            _ => Head::new([entry(1), info(3), entry(arity)], 3),
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

/// An OCaml function that runs the closure, which owns as many bytes.
pub(super) fn function(gc: &Runtime, closure: Owned, bytes: usize) -> Value<'_> {
    let arity = closure.arity();
    assert!(arity <= MAX_ARITY);
    // The closure is dropped if there is no memory for its code.
    let head = match native::is_running() {
        true => Head::native(arity.min(native::MAX_DIRECT)),
        false => Head::bytecode(arity),
    };
    let owner = closure.into_block(gc, bytes);
    new(gc, head, &[owner.word()])
}

/// The function that waits for the arguments that are left.
fn partial<'gc>(gc: &'gc Runtime, left: usize, environment: &[sys::Value]) -> Value<'gc> {
    new(gc, Head::native(left.min(native::MAX_DIRECT)), environment)
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

/// What the entries of native code come to: a call of the closure block `closure` with these arguments.
///
/// # Safety
///
/// OCaml called a closure made here; this is the last thing that the frame does, and the frame owns nothing.
#[inline(always)]
pub(super) unsafe fn enter(closure: sys::Value, arguments: &[sys::Value]) -> Raw {
    // SAFETY: a closure made by `new`: the environment is its last fields, the owner first, which it keeps alive.
    unsafe {
        let info = *sys::field(closure, 1);
        let start = match HAS_CLOSINFO {
            true => start_env_closinfo(info),
            false if sys::int_val(info) == 1 => 2,
            false => 3,
        };
        let environment = sys::field(closure, start);
        let given = sys::wosize_val(closure) - start - 1;
        let lent = owner::get(*environment);
        if given == 0 && lent.arity() == arguments.len() {
            lent.apply(arguments)
        } else {
            enter_partially(lent, environment, given, arguments)
        }
    }
}

/// The same where `given` arguments have been given before, or some are still missing.
///
/// # Safety
///
/// As for [`enter`]; `environment` is that of the closure, a pointer because at a GC point the block may move.
#[inline(never)]
unsafe fn enter_partially(lent: Lent, environment: *const sys::Value, given: usize, arguments: &[sys::Value]) -> Raw {
    let mut words = [sys::UNIT; 1 + MAX_ARITY];
    let count = 1 + given + arguments.len();
    // SAFETY: the environment is that long: the owner, and the arguments.
    unsafe { words.as_mut_ptr().copy_from_nonoverlapping(environment, 1 + given) };
    words[1 + given..count].copy_from_slice(arguments);
    let words = &words[..count];
    // SAFETY: the closure keeps its owner alive.
    let left = unsafe { lent.arity() } - (count - 1);
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
