//! Closures, and what OCaml code expects of the code behind them (`mlvalues.h`, `interp.c`, `amd64.S`, `arm64.S`).

use core::ffi::{c_int, c_void};

use crate::weak::weak_address;
use crate::{Uintnat, Value, WORD};

/// Whether a closure says where its environment begins (`Closinfo_val`). Before OCaml 4.12 native closures say only how
/// many arguments they take.
pub const HAS_CLOSINFO: bool = cfg!(ocaml_4_12);

/// `Make_closinfo`: a closure that takes `arity` arguments and whose environment begins at field `start`.
#[inline(always)]
pub const fn make_closinfo(arity: usize, start: usize) -> Value {
    (arity << (WORD * 8 - 8)) as Value + ((start << 1) + 1) as Value
}

/// `Start_env_closinfo`.
#[inline(always)]
pub const fn start_env_closinfo(info: Value) -> usize {
    ((info as Uintnat) << 8) >> 9
}

/// `caml_c_call`, through which OCaml's native code calls C: the function's address is in `rax` (x86-64) or `x8`
/// (aarch64). Not a C function; null in bytecode.
pub fn c_call() -> *const c_void {
    weak_address!(caml_c_call)
}

/// Byte offsets in the domain's record, which `r14` points to while native x86-64 code runs (OCaml 4.10 and later).
pub mod offsets {
    use crate::config;

    /// `young_ptr`, which is kept in `r15` meanwhile.
    pub const YOUNG_PTR: usize = config::YOUNG_PTR;
    /// OCaml 4: the address in the topmost OCaml frame where the C function returns to.
    pub const LAST_RETURN_ADDRESS: usize = config::LAST_RETURN_ADDRESS;
    /// OCaml 4: the stack pointer of that frame.
    pub const BOTTOM_OF_STACK: usize = config::BOTTOM_OF_STACK;
}

/// An instruction of the bytecode machine, or an operand of one (`instruct.h`).
pub type Opcode = i32;

/// The instructions that a function needs which calls C.
#[allow(missing_docs, reason = "the names of `instruct.h`")]
pub mod instruction {
    use super::Opcode;

    pub const ENVACC: Opcode = 25;
    pub const RETURN: Opcode = 40;
    pub const RESTART: Opcode = 41;
    pub const GRAB: Opcode = 42;
    pub const C_CALLN: Opcode = 98;
}

/// The table of C functions that bytecode calls by number (`caml_prim_table`).
#[repr(C)]
pub struct PrimTable {
    /// How many there are.
    pub size: c_int,
    /// For how many there is room.
    pub capacity: c_int,
    /// Their addresses.
    pub contents: *mut *const c_void,
}

/// `caml_prim_table`; null in native code.
pub fn prim_table() -> *mut PrimTable {
    weak_address!(caml_prim_table).cast()
}

/// Makes code known to the runtime, which meets its addresses on the interpreter's stack and must not take them for
/// values (`caml_register_code_fragment`).
///
/// # Safety
/// The runtime is held; `code` points to `bytes` bytes of instructions that stay there for ever.
pub unsafe fn register_code(code: *mut Opcode, bytes: usize) {
    #[cfg(ocaml_4_12)]
    {
        use crate::Char;
        unsafe extern "C" {
            fn caml_register_code_fragment(
                start: *mut Char,
                end: *mut Char,
                digest_kind: c_int,
                opt_digest: *mut u8,
            ) -> c_int;
        }
        /// `enum digest_status`: such code is never marshalled.
        const DIGEST_IGNORE: c_int = 3;
        let start: *mut Char = code.cast();
        // SAFETY: the caller's promise.
        unsafe { caml_register_code_fragment(start, start.add(bytes), DIGEST_IGNORE, core::ptr::null_mut()) };
    }
    // Before, it recognises values by the pages of the heap.
    #[cfg(not(ocaml_4_12))]
    let _ = (code, bytes);
}

/// Makes code ready for the interpreter, which replaces the instructions by addresses where it was built so
/// (`caml_thread_code`). Does nothing elsewhere.
///
/// # Safety
/// `code` points to `bytes` bytes of valid instructions, which are not ready yet; the interpreter has been started.
pub unsafe fn thread_code(code: *mut Opcode, bytes: usize) {
    type ThreadCode = unsafe extern "C" fn(*mut Opcode, Uintnat);
    let address = weak_address!(caml_thread_code);
    // SAFETY: null is `None`; any other address is a function of that type.
    let function = unsafe { core::mem::transmute::<*mut c_void, Option<ThreadCode>>(address) };
    if let Some(thread_code) = function {
        // SAFETY: the caller's promise.
        unsafe { thread_code(code, bytes as Uintnat) };
    }
}

const _: () = assert!(start_env_closinfo(make_closinfo(5, 3)) == 3);
