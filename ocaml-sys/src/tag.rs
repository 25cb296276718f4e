//! Tags of heap blocks (`mlvalues.h`).

/// The tag byte of a block's header.
pub type Tag = u8;

/// The last tag of a constructor with arguments (`Obj.last_non_constant_constructor_tag`).
pub const LAST_CONSTRUCTOR: Tag = if cfg!(ocaml_5) { 243 } else { 245 };
/// A `lazy` being forced, from OCaml 5.
pub const FORCING: Tag = 244;
/// A continuation of an effect handler, from OCaml 5.
pub const CONT: Tag = 245;
/// A `lazy` not yet forced.
pub const LAZY: Tag = 246;
/// A function.
pub const CLOSURE: Tag = 247;
/// An object, or an exception constructor.
pub const OBJECT: Tag = 248;
/// A function inside the block of a [`CLOSURE`]; its size is the distance to the start of that block.
pub const INFIX: Tag = 249;
/// A `lazy` already forced; field 0 is the result.
pub const FORWARD: Tag = 250;
/// Blocks with this tag or a greater one hold no values: the collector does not look inside.
pub const NO_SCAN: Tag = 251;
/// Any bytes.
pub const ABSTRACT: Tag = 251;
/// `string` and `bytes`.
pub const STRING: Tag = 252;
/// A boxed `float`.
pub const DOUBLE: Tag = 253;
/// A `floatarray`; an all-float record; a `float array` where [`FLAT_FLOAT_ARRAY`](crate::FLAT_FLOAT_ARRAY).
pub const DOUBLE_ARRAY: Tag = 254;
/// A custom block; field 0 points to its [`custom_operations`](crate::custom_operations).
pub const CUSTOM: Tag = 255;

/// A cell of a list: head, tail.
pub const CONS: Tag = 0;
/// `Some x`.
pub const SOME: Tag = 0;
/// `Ok x`.
pub const OK: Tag = 0;
/// `Error x`.
pub const ERROR: Tag = 1;
/// Same as [`CONS`].
pub const TAG_CONS: Tag = CONS;
/// Same as [`SOME`].
pub const TAG_SOME: Tag = SOME;
