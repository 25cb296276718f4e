//! What the bytecode interpreter runs.
//!
//! For each number of arguments there is one piece of code, made when it is first needed and kept for ever:
//!
//! ```text
//!         RESTART             the rest of the arguments have come: all are on the stack
//! entry:  GRAB n-1            fewer than n arguments: a closure that waits for the rest
//!         ENVACC              the block that owns the Rust closure
//!         C_CALLN n+1, call   with that and the arguments, which it takes off the stack
//!         RETURN 0
//! ```

use core::ffi::{c_int, c_void};
use core::ptr;
use std::sync::OnceLock;

use ocaml_sys as sys;
use sys::closure::instruction::{C_CALLN, ENVACC, GRAB, RESTART, RETURN};
use sys::closure::{HAS_CLOSINFO, Opcode};

use super::block::Code;
use super::{MAX_ARITY, owner};
use crate::value::Raw;

/// The code for a closure that takes `arity` arguments. The runtime is held.
pub(super) fn entry(arity: usize) -> Code {
    static CODES: OnceLock<[&'static [Opcode]; MAX_ARITY]> = OnceLock::new();
    let codes = CODES.get_or_init(|| {
        let call = primitive(call as *const c_void);
        core::array::from_fn(|index| code(index + 1, call))
    });
    // After `RESTART`.
    codes[arity - 1][1..].as_ptr().cast()
}

fn code(arity: usize, call: Opcode) -> &'static [Opcode] {
    let owner = if HAS_CLOSINFO { 2 } else { 1 };
    let arity = arity as Opcode;
    let code = [
        RESTART,
        GRAB,
        arity - 1,
        ENVACC,
        owner,
        C_CALLN,
        arity + 1,
        call,
        RETURN,
        0,
    ];
    let code = Box::leak(Box::new(code));
    // SAFETY: complete instructions that stay where they are, and this is bytecode, so that the interpreter is running.
    unsafe {
        sys::closure::thread_code(code.as_mut_ptr(), size_of_val(code));
        sys::closure::register_code(code.as_mut_ptr(), size_of_val(code));
    }
    code
}

/// Makes a C function known to the interpreter, under the number that is returned.
///
/// The runtime's own function for this may free the old table while other domains call functions out of it; here it is
/// left to them.
fn primitive(function: *const c_void) -> Opcode {
    let table = sys::closure::prim_table();
    // SAFETY: the interpreter's table. Who holds the runtime writes to it, here only once and in `Dynlink`, which no
    // domain may run together with another; readers find every function that they know in the old and the new table.
    unsafe {
        let size = (*table).size as usize;
        let mut contents = Vec::with_capacity(2 * size + 1);
        contents.extend_from_slice(core::slice::from_raw_parts((*table).contents, size));
        contents.push(function);
        let capacity = contents.capacity();
        // The runtime may grow it once more, with C's functions.
        let copy = malloc(capacity * size_of::<*const c_void>()).cast::<*const c_void>();
        assert!(!copy.is_null(), "no memory for the interpreter's table of functions");
        ptr::copy_nonoverlapping(contents.as_ptr(), copy, contents.len());
        core::sync::atomic::AtomicPtr::from_ptr(&raw mut (*table).contents)
            .store(copy, core::sync::atomic::Ordering::Release);
        (*table).capacity = capacity as c_int;
        (*table).size += 1;
        size as Opcode
    }
}

unsafe extern "C" {
    fn malloc(size: usize) -> *mut c_void;
}

/// The C function: the block that owns the Rust closure, and the arguments.
unsafe extern "C" fn call(words: *const sys::Value, count: c_int) -> Raw {
    // SAFETY: the code above passes as many words as the closure takes arguments, and the owner first; this frame owns
    // nothing. The arguments are on the interpreter's stack, which may move at a GC point: they are copied.
    unsafe {
        let mut arguments = [sys::UNIT; MAX_ARITY];
        let given = &mut arguments[..count as usize - 1];
        ptr::copy_nonoverlapping(words.add(1), given.as_mut_ptr(), given.len());
        owner::get(words.read()).apply(given)
    }
}
