//! `abstract_type!`: what the derives say of a type, for one whose conversions are written by hand.

/// Describes a type with conversions by hand as an abstract type of OCaml's, for the interface that `cargo ocaml bindings`
/// prints: `module Name : sig type t … end`, with the functions of [`#[ocaml::methods]`](https://docs.rs/ocaml/latest/ocaml/attr.methods.html) in it, as for a
/// type that derives [`Custom`](https://docs.rs/ocaml/latest/ocaml/derive.Custom.html), which does it by itself.
///
/// The first name is that in OCaml. The type has no parameters that are left open: `Stack<String>`, not `Stack<T>`. Its
/// documentation is that of the module's `t`.
///
/// ```
/// use ocaml::custom::{Mutable, Pointer};
///
/// pub trait Shape: Send + Sync {
///     fn area(&self) -> f64;
/// }
///
/// impl ocaml::Custom for Box<dyn Shape> {
///     type Access = Mutable;
///     const NAME: &'static std::ffi::CStr = c"mylib.Shape";
/// }
///
/// ocaml::abstract_type! {
///     /// Anything with an area.
///     Shape = Box<dyn Shape>
/// }
///
/// #[ocaml::func(of = "Box<dyn Shape>")]
/// pub fn shape_area(shape: Pointer<Box<dyn Shape>>) -> f64 {
///     shape.borrow().area()
/// }
/// ```
///
/// ```ocaml
/// module Shape : sig
///   type t
///   (** Anything with an area. *)
///
///   external area : t -> float = "shape_area"
/// end
/// ```
///
/// Where both names are the same, one is enough: `ocaml::abstract_type!(Counter);`.
#[macro_export]
macro_rules! abstract_type {
    (@describe $name:expr, $doc:expr, $type:ty) => {
        const _: () = {
            // SAFETY: what stands for it in OCaml is made from it only, and OCaml knows nothing of what it is.
            unsafe impl<D> $crate::Describe<D> for $type {
                const TYPE: $crate::Type = $crate::Type::Derived {
                    module: ::core::module_path!(),
                    name: $name,
                    arguments: &[],
                    guard: ocaml_guard,
                };
            }

            $crate::__descriptor! {
                Definition,
                $crate::private::interface::Definition {
                    name: $name,
                    place: $crate::private::interface::Place {
                        module: ::core::module_path!(),
                        line: ::core::line!(),
                        column: ::core::column!(),
                    },
                    direction: $crate::private::interface::Direction::Both,
                    parameters: 0,
                    shape: $crate::private::interface::Shape::Abstract,
                    doc: $doc,
                }
            }
        };
    };
    ($(#[$($attribute:tt)*])* $name:ident $(,)?) => {
        $crate::abstract_type!($(#[$($attribute)*])* $name = $name);
    };
    ($(#[$($attribute:tt)*])* $name:ident = $type:ty) => {
        $crate::abstract_type!(
            @describe
            $crate::private::unraw(::core::stringify!($name)),
            $crate::__doc!($([$($attribute)*])*),
            $type
        );
    };
}
