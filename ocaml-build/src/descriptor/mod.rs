//! The format of interface descriptors: what the [`ocaml`](https://docs.rs/ocaml) crate leaves in an object file about
//! each exported function and derived type, so that tools can print the OCaml interface without running anything.
//!
//! A descriptor is written by const evaluation ([`Function::encode`], [`Definition::encode`]) from the Rust types, into a
//! `static` in the section [`ELF_SECTION`] or its like, and read back by [`decode()`]. Both ends of the
//! format are here, and nothing else is.
//!
//! # Format
//!
//! A section is a sequence of records, zero bytes between them are padding. A record is [`MAGIC`], the byte [`VERSION`], the length of what follows (four
//! bytes, little endian), and that: a byte for the kind, the fields in the order of the declarations, and eight bytes of a
//! hash of what matters. A number is four bytes, a text or list its length and its elements, an enum one byte and its fields.
//!
//! ```
//! # #[cfg(feature = "interface")] {
//! use ocaml_build::descriptor::{Function, Item, Module, Passing, Place, Type, decode};
//!
//! const LENGTH: &Function = &Function {
//!     name: "length",
//!     rename: "",
//!     owner: Type::Unknown,
//!     place: Place { module: "mylib", line: 1, column: 1 },
//!     symbol: "length",
//!     bytecode: "",
//!     guard: "",
//!     arguments: &[ocaml_build::descriptor::Argument {
//!         name: "text",
//!         label: "",
//!         optional: false,
//!         ty: Type::named("string", &[]),
//!         passing: Passing::Word,
//!     }],
//!     result: Type::named("int", &[]),
//!     result_passing: Passing::Word,
//!     noalloc: false,
//!     constant: false,
//!     text: "",
//!     doc: "",
//! };
//! static DESCRIPTOR: [u8; LENGTH.encoded_len()] = LENGTH.encode();
//!
//! let Ok(Item::Function(function)) = decode(&DESCRIPTOR).next().unwrap() else { panic!() };
//! assert_eq!(function.symbol, "length");
//! assert_eq!(function.module, Module::from("mylib"));
//! # }
//! ```

#[cfg(feature = "interface")]
mod decode;
mod describe;
mod encode;
mod guard;

#[cfg(feature = "interface")]
pub use decode::{
    DecodeError, Decoder, ExceptionItem, FunctionItem, Item, Module, OwnedArgument, OwnedConstructor, OwnedField,
    OwnedShape, OwnedType, TypeItem, decode,
};
pub use describe::{
    Argument, Constructor, Definition, Direction, Exception, Field, Function, Guard, Passing, Place, Shape, Type,
};
pub use guard::combined;

/// What each record begins with.
pub const MAGIC: [u8; 4] = *b"OCRS";

/// The version of the format, in each record.
pub const VERSION: u8 = 4;

/// The section in ELF object files.
///
/// Linkers (GNU ld, gold, lld, mold) leave sections of such a name out of what they link, whatever their flags are: they hold texts to print when a symbol, here
/// `ocamlrs`, is used, which none is. Rust can give a `static` a section's name but not its flags.
pub const ELF_SECTION: &str = ".gnu.warning.ocamlrs";

/// The section in COFF object files. (Linkers keep it.)
pub const COFF_SECTION: &str = ".ocamlrs";

/// The section in Mach-O object files. (Its segment is `__DWARF`, which linkers leave out.)
pub const MACHO_SECTION: &str = "__ocamlrs";
