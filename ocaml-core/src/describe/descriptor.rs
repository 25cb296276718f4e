//! Descriptors as the macros leave them in object files.

/// Leaves the descriptor `$item`, a constant expression of the type `$kind`, in a section that stays in archives and that
/// linkers leave out of what they link ([`ELF_SECTION`](ocaml_build::descriptor::ELF_SECTION) says how), and defines `ocaml_guard`,
/// which is all of it that a program can have.
#[doc(hidden)]
#[macro_export]
macro_rules! __descriptor {
    ($kind:ident, $item:expr) => {
        const OCAML_ITEM: &$crate::private::interface::$kind = &$item;

        #[used]
        #[cfg_attr(
            target_vendor = "apple",
            unsafe(link_section = "__DWARF,__ocamlrs,regular,debug")
        )]
        #[cfg_attr(windows, unsafe(link_section = ".ocamlrs"))]
        #[cfg_attr(
            not(any(target_vendor = "apple", windows)),
            unsafe(link_section = ".gnu.warning.ocamlrs")
        )]
        static OCAML_DESCRIPTOR: [u8; OCAML_ITEM.encoded_len()] = OCAML_ITEM.encode();

        #[allow(dead_code)]
        fn ocaml_guard() -> &'static $crate::private::interface::Guard {
            static GUARD: $crate::private::interface::Guard = $crate::private::interface::Guard {
                hash: OCAML_ITEM.hash(),
                uses: &OCAML_ITEM.uses::<{ OCAML_ITEM.uses_len() }>(),
            };
            &GUARD
        }
    };
}

/// The text of documentation among attributes.
#[doc(hidden)]
#[macro_export]
macro_rules! __doc {
    (@ $text:expr;) => { $text };
    (@ $text:expr; [doc = $line:literal] $($rest:tt)*) => {
        $crate::__doc!(@ ::core::concat!($text, $line, "\n"); $($rest)*)
    };
    (@ $text:expr; [$($other:tt)*] $($rest:tt)*) => { $crate::__doc!(@ $text; $($rest)*) };
    ($([$($attribute:tt)*])*) => { $crate::__doc!(@ ""; $([$($attribute)*])*) };
}

/// What `stringify!` makes of a name, without the `r#` of a raw identifier.
pub const fn unraw(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', rest @ ..] => match core::str::from_utf8(rest) {
            Ok(name) => name,
            Err(_) => name,
        },
        _ => name,
    }
}
