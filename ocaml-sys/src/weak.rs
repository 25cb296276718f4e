//! Addresses of symbols that only some runtimes define.
//!
//! A plain reference would make the link fail, or `ocamlrun` refuse the library. On x86-64 and aarch64 ELF the reference
//! is weak: the linker stores 0 where there is no such symbol. Elsewhere the dynamic linker is asked while running.

/// `weak_address!(symbol)`: its address as `*mut c_void`, null where it does not exist.
macro_rules! weak_address {
    ($symbol:ident) => {{
        #[cfg(all(unix, not(target_vendor = "apple"), target_arch = "x86_64", target_pointer_width = "64"))]
        let address = {
            let address: *mut core::ffi::c_void;
            // SAFETY: loads the symbol's slot of the global offset table, which always exists and never changes.
            unsafe {
                core::arch::asm!(
                    concat!(".weak ", stringify!($symbol)),
                    concat!("mov {}, qword ptr [rip + ", stringify!($symbol), "@GOTPCREL]"),
                    out(reg) address,
                    options(pure, nomem, nostack, preserves_flags),
                );
            }
            address
        };
        #[cfg(all(unix, not(target_vendor = "apple"), target_arch = "aarch64", target_pointer_width = "64"))]
        let address = {
            let address: *mut core::ffi::c_void;
            // SAFETY: loads the symbol's slot of the global offset table, which always exists and never changes.
            unsafe {
                core::arch::asm!(
                    concat!(".weak ", stringify!($symbol)),
                    concat!("adrp {0}, :got:", stringify!($symbol)),
                    concat!("ldr {0}, [{0}, :got_lo12:", stringify!($symbol), "]"),
                    out(reg) address,
                    options(pure, nomem, nostack, preserves_flags),
                );
            }
            address
        };
        #[cfg(not(all(
            unix,
            not(target_vendor = "apple"),
            any(target_arch = "x86_64", target_arch = "aarch64"),
            target_pointer_width = "64"
        )))]
        let address = $crate::weak::lookup(
            const {
                match core::ffi::CStr::from_bytes_with_nul(concat!(stringify!($symbol), "\0").as_bytes()) {
                    Ok(name) => name,
                    Err(_) => panic!("an identifier has no byte 0"),
                }
            },
        );
        address
    }};
}
pub(crate) use weak_address;

/// Asks the dynamic linker for a symbol of the program and its libraries; null if there is none.
#[cfg(all(
    unix,
    not(all(
        not(target_vendor = "apple"),
        any(target_arch = "x86_64", target_arch = "aarch64"),
        target_pointer_width = "64"
    ))
))]
pub(crate) fn lookup(symbol: &core::ffi::CStr) -> *mut core::ffi::c_void {
    use core::ffi::{c_char, c_void};
    unsafe extern "C" {
        fn dlsym(handle: *mut c_void, symbol: *const c_char) -> *mut c_void;
    }
    /// `RTLD_DEFAULT`: 0 on Linux, -2 on macOS and the BSDs.
    const EVERYWHERE: isize = if cfg!(any(target_os = "linux", target_os = "android")) {
        0
    } else {
        -2
    };
    // SAFETY: the handle stands for the whole program, the name ends with a byte 0.
    unsafe { dlsym(EVERYWHERE as *mut c_void, symbol.as_ptr()) }
}

/// Windows: no such search; weak symbols count as absent.
#[cfg(not(unix))]
pub(crate) fn lookup(_: &core::ffi::CStr) -> *mut core::ffi::c_void {
    core::ptr::null_mut()
}
