//! Where OCaml 4.10 and later keep the address of the domain state.
//!
//! OCaml 4: the exported variable `Caml_state`. OCaml 5: the thread-local variable `caml_state`, which stable Rust can
//! only name in assembly. Where the C compiler has no thread-local variables that other objects can use (macOS,
//! Windows), the runtime exports `caml_get_domain_state` instead.

/// The address of the state, or null.
#[cfg(not(ocaml_5))]
#[inline(always)]
pub(super) unsafe fn caml_state() -> *mut u8 {
    unsafe extern "C" {
        static mut Caml_state: *mut u8;
    }
    // SAFETY: set once, when the runtime starts.
    unsafe { (&raw const Caml_state).read() }
}

/// The address of the state, or null if this thread holds no domain.
#[cfg(all(
    ocaml_5,
    unix,
    not(target_vendor = "apple"),
    target_arch = "x86_64",
    target_pointer_width = "64"
))]
#[inline(always)]
pub(super) unsafe fn caml_state() -> *mut u8 {
    let state: *mut u8;
    // SAFETY: an initial-exec access, valid for a variable of the program or of a library loaded with it, which the
    // runtime is. The asm reads memory, so it is not merged over a call that may release the lock.
    unsafe {
        core::arch::asm!(
            "mov {state}, qword ptr [rip + caml_state@GOTTPOFF]",
            "mov {state}, qword ptr fs:[{state}]",
            state = out(reg) state,
            options(pure, readonly, nostack, preserves_flags),
        );
    }
    state
}

/// The address of the state, or null if this thread holds no domain.
#[cfg(all(
    ocaml_5,
    unix,
    not(target_vendor = "apple"),
    target_arch = "aarch64",
    target_pointer_width = "64"
))]
#[inline(always)]
pub(super) unsafe fn caml_state() -> *mut u8 {
    let state: *mut u8;
    // SAFETY: an initial-exec access, valid for a variable of the program or of a library loaded with it, which the
    // runtime is. The asm reads memory, so it is not merged over a call that may release the lock.
    unsafe {
        core::arch::asm!(
            "mrs {thread}, tpidr_el0",
            "adrp {state}, :gottprel:caml_state",
            "ldr {state}, [{state}, :gottprel_lo12:caml_state]",
            "ldr {state}, [{thread}, {state}]",
            thread = out(reg) _,
            state = out(reg) state,
            options(pure, readonly, nostack, preserves_flags),
        );
    }
    state
}

/// The address of the state, or null if this thread holds no domain. Other ELF targets: slow, but right.
#[cfg(all(
    ocaml_5,
    unix,
    not(target_vendor = "apple"),
    not(all(any(target_arch = "x86_64", target_arch = "aarch64"), target_pointer_width = "64"))
))]
pub(super) unsafe fn caml_state() -> *mut u8 {
    let variable: *mut *mut u8 = crate::weak::lookup(c"caml_state").cast();
    // SAFETY: the dynamic linker answers with this thread's copy of a thread-local variable, or null.
    unsafe { variable.as_ref() }.copied().unwrap_or(core::ptr::null_mut())
}

/// The address of the state, or null if this thread holds no domain.
#[cfg(all(ocaml_5, any(not(unix), target_vendor = "apple")))]
#[inline(always)]
pub(super) unsafe fn caml_state() -> *mut u8 {
    unsafe extern "C" {
        fn caml_get_domain_state() -> *mut u8;
    }
    // SAFETY: reads a thread-local variable.
    unsafe { caml_get_domain_state() }
}
