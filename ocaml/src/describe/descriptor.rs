//! Descriptors as the macros leave them in object files.

/// Leaves the descriptor `$item`, a constant expression of the type `$kind`, in a section that stays in archives and that
/// linkers leave out of what they link ([`ELF_SECTION`](ocaml_interface::ELF_SECTION) says how), and defines `ocaml_guard`,
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

/// Describes a type without parameters that is abstract in OCaml, as `#[derive(Custom)]` does.
#[doc(hidden)]
#[macro_export]
macro_rules! __abstract_type {
    ($type:ty) => {
        const _: () = {
            // SAFETY: what stands for it in OCaml is made from it only.
            unsafe impl<D> $crate::Describe<D> for $type {
                const TYPE: $crate::Type = $crate::Type::Derived {
                    module: ::core::module_path!(),
                    name: ::core::stringify!($type),
                    arguments: &[],
                    guard: ocaml_guard,
                };
            }

            $crate::__descriptor! {
                Definition,
                $crate::private::interface::Definition {
                    name: ::core::stringify!($type),
                    place: $crate::private::interface::Place {
                        module: ::core::module_path!(),
                        line: ::core::line!(),
                        column: ::core::column!(),
                    },
                    direction: $crate::private::interface::Direction::Both,
                    parameters: 0,
                    shape: $crate::private::interface::Shape::Abstract,
                    doc: "",
                }
            }
        };
    };
}
