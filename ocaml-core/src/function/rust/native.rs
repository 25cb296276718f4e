//! What native OCaml code calls.
//!
//! OCaml passes its arguments, and then the closure, in registers of its own choice; each entry moves them to where C
//! expects them, and goes through the steps of `caml_c_call`, so that the OCaml caller seems to have called a C function:
//! there is no frame between them that the collector would have to know.

use core::ffi::c_void;
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering};

use ocaml_sys as sys;

use super::Apply;
use super::block::{Code, enter, enter_all};
use crate::value::Raw;

/// The most arguments that reach a closure at once. With more, it is applied to these, and the result to the rest.
pub(super) const MAX_DIRECT: usize = 5;

/// `caml_c_call`, where the entries of OCaml 5 and of aarch64 find it.
static C_CALL: AtomicPtr<c_void> = AtomicPtr::new(ptr::null_mut());

/// Whether this program is native code.
pub(super) fn is_running() -> bool {
    let c_call = sys::closure::c_call();
    C_CALL.store(c_call.cast_mut(), Ordering::Relaxed);
    !c_call.is_null()
}

/// OCaml 5 on x86-64. The arguments move up by two registers: OCaml's are rax, rbx, rdi, rsi, rdx, rcx, C's begin with rdi.
#[cfg(all(unix, target_arch = "x86_64", ocaml_5))]
macro_rules! entry {
    ($target:path) => {{
        let code: *const c_void;
        // SAFETY: only takes an address; the instructions in between are run by OCaml code that calls a closure.
        unsafe {
            core::arch::asm!(
                "lea {code}, [rip + 2f]",
                "jmp 3f",
                ".p2align 4",
                "2:",
                "mov r9, rcx",
                "mov r8, rdx",
                "mov rcx, rsi",
                "mov rdx, rdi",
                "mov rsi, rbx",
                "mov rdi, rax",
                // By the table of addresses: another library may not refer to what is in this one in any other way. The
                // linker turns both into `lea` where it can.
                "mov rax, qword ptr [rip + {target}@GOTPCREL]",
                "mov r11, qword ptr [rip + {c_call}@GOTPCREL]",
                "jmp qword ptr [r11]",
                "3:",
                code = out(reg) code,
                target = sym $target,
                c_call = sym C_CALL,
                options(nomem, nostack, preserves_flags),
            );
        }
        code
    }};
}

/// OCaml 4 on x86-64: there the caller of `caml_c_call` reloads `r15`, which the caller of an OCaml function does not.
/// So these are the steps of `caml_c_call` (it says where the topmost OCaml frame is), and the one after it.
#[cfg(all(unix, target_arch = "x86_64", ocaml_4_10, not(ocaml_5)))]
macro_rules! entry {
    ($target:path) => {{
        let code: *const c_void;
        // SAFETY: only takes an address; the instructions in between are run by OCaml code that calls a closure.
        unsafe {
            core::arch::asm!(
                "lea {code}, [rip + 2f]",
                "jmp 3f",
                ".p2align 4",
                "2:",
                "mov r9, rcx",
                "mov r8, rdx",
                "mov rcx, rsi",
                "mov rdx, rdi",
                "mov rsi, rbx",
                "mov rdi, rax",
                "pop qword ptr [r14 + {last_return_address}]",
                "mov qword ptr [r14 + {bottom_of_stack}], rsp",
                // The return address again, and what keeps the stack aligned.
                "sub rsp, 16",
                "mov qword ptr [r14 + {young_ptr}], r15",
                "call {target}",
                "mov r15, qword ptr [r14 + {young_ptr}]",
                "add rsp, 8",
                "ret",
                "3:",
                code = out(reg) code,
                target = sym $target,
                last_return_address = const sys::closure::offsets::LAST_RETURN_ADDRESS,
                bottom_of_stack = const sys::closure::offsets::BOTTOM_OF_STACK,
                young_ptr = const sys::closure::offsets::YOUNG_PTR,
                options(nomem, nostack, preserves_flags),
            );
        }
        code
    }};
}

/// aarch64: OCaml's arguments are in the same registers as C's.
#[cfg(all(unix, not(target_vendor = "apple"), target_arch = "aarch64", ocaml_4_10))]
macro_rules! entry {
    ($target:path) => {{
        let code: *const c_void;
        // SAFETY: only takes an address; the instructions in between are run by OCaml code that calls a closure.
        unsafe {
            core::arch::asm!(
                "adr {code}, 2f",
                "b 3f",
                "2:",
                // By the table of addresses, as on x86-64.
                "adrp x8, :got:{target}",
                "ldr x8, [x8, :got_lo12:{target}]",
                // Where OCaml before 4.14 has the address.
                "mov x15, x8",
                "adrp x9, :got:{c_call}",
                "ldr x9, [x9, :got_lo12:{c_call}]",
                "ldr x9, [x9]",
                "br x9",
                "3:",
                code = out(reg) code,
                target = sym $target,
                c_call = sym C_CALL,
                options(nomem, nostack, preserves_flags),
            );
        }
        code
    }};
}

/// The same in the spelling of Apple's assembler.
#[cfg(all(target_vendor = "apple", target_arch = "aarch64", ocaml_4_10))]
macro_rules! entry {
    ($target:path) => {{
        let code: *const c_void;
        // SAFETY: only takes an address; the instructions in between are run by OCaml code that calls a closure.
        unsafe {
            core::arch::asm!(
                "adr {code}, 2f",
                "b 3f",
                "2:",
                "adrp x8, {target}@GOTPAGE",
                "ldr x8, [x8, {target}@GOTPAGEOFF]",
                "mov x15, x8",
                "adrp x9, {c_call}@GOTPAGE",
                "ldr x9, [x9, {c_call}@GOTPAGEOFF]",
                "ldr x9, [x9]",
                "br x9",
                "3:",
                code = out(reg) code,
                target = sym $target,
                c_call = sym C_CALL,
                options(nomem, nostack, preserves_flags),
            );
        }
        code
    }};
}

#[cfg(not(all(unix, ocaml_4_10, any(target_arch = "x86_64", target_arch = "aarch64"))))]
macro_rules! entry {
    ($target:path) => {{
        let _ = $target as *const c_void;
        panic!(
            "a Rust closure cannot be a native OCaml function here: \
             that needs x86-64 or aarch64, Unix, and OCaml 4.10 or later"
        )
    }};
}

macro_rules! entries {
    ($($arity:literal $some:ident $all:ident ($($argument:ident),*);)*) => {
        $(
            unsafe extern "C" fn $some($($argument: sys::Value,)* closure: sys::Value) -> Raw {
                // SAFETY: OCaml called the closure; this frame owns nothing.
                unsafe { enter(closure, &[$($argument),*]) }
            }

            unsafe extern "C" fn $all<F: Apply>($($argument: sys::Value,)* closure: sys::Value) -> Raw {
                // SAFETY: OCaml called the closure, which `block::function` made of an `F`; this frame owns nothing.
                unsafe { enter_all::<F, $arity>(closure, [$($argument),*]) }
            }
        )*

        /// Code for a closure to which `arity` arguments are passed, from 1 to [`MAX_DIRECT`].
        pub(super) fn entry(arity: usize) -> Code {
            match arity {
                $($arity => entry!($some),)*
                _ => unreachable!("more arguments than an entry takes"),
            }
        }

        /// The same for a closure that owns an `F`, to which all its arguments are passed, or the first [`MAX_DIRECT`].
        pub(super) fn all<F: Apply>() -> Code {
            match F::ARITY {
                $($arity => entry!($all::<F>),)*
                _ => entry(MAX_DIRECT),
            }
        }
    };
}

entries! {
    1 some_1 all_1(a);
    2 some_2 all_2(a, b);
    3 some_3 all_3(a, b, c);
    4 some_4 all_4(a, b, c, d);
    5 some_5 all_5(a, b, c, d, e);
}
