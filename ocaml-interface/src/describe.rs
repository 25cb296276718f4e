//! Descriptions as constants, as the macros write them.

/// An OCaml type.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// Nothing is known about it.
    Unknown,
    /// Any value.
    Any,
    /// A type of OCaml's, such as `int` or, with arguments, `array`.
    Named {
        /// The path of the type constructor.
        path: &'static str,
        /// Its arguments.
        arguments: &'static [&'static Type],
    },
    /// A tuple.
    Tuple(&'static [&'static Type]),
    /// A function.
    Arrow {
        /// Of which it has at least one.
        arguments: &'static [&'static Type],
        /// What it returns.
        result: &'static Type,
    },
    /// A type that has a [`Definition`].
    Derived {
        /// The Rust module of the definition.
        module: &'static str,
        /// The Rust name.
        name: &'static str,
        /// Its arguments.
        arguments: &'static [&'static Type],
    },
    /// A parameter of the definition that it stands in.
    Parameter(u32),
    /// The type of something that Rust may write to: [`Type::Any`] inside of it is not polymorphic.
    Shared(&'static Type),
}

impl Type {
    /// A type of OCaml's: `Type::named("M.t", &[])`.
    pub const fn named(path: &'static str, arguments: &'static [&'static Type]) -> Type {
        Type::Named { path, arguments }
    }
}

/// Where something is declared in Rust.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// `module_path!()`.
    pub module: &'static str,
    /// The line, by which the interface is ordered.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// An exported function.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// The Rust name.
    pub name: &'static str,
    /// Where it is declared.
    pub place: Place,
    /// The symbol that native code calls; empty if there is none.
    pub symbol: &'static str,
    /// The symbol that bytecode calls; empty if there is none, or if it is the same.
    pub bytecode: &'static str,
    /// Those that OCaml passes; a function without any takes a unit.
    pub arguments: &'static [Argument],
    /// What it returns.
    pub result: Type,
    /// How it returns it.
    pub result_passing: Passing,
    /// Whether it is `[@@noalloc]`.
    pub noalloc: bool,
    /// The OCaml type of the whole, if the user has written it.
    pub text: &'static str,
    /// The documentation.
    pub doc: &'static str,
}

/// An argument.
#[derive(Clone, Copy, Debug)]
pub struct Argument {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub ty: Type,
    /// How it is passed.
    pub passing: Passing,
}

/// How a value crosses the boundary in native code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// As an ordinary value.
    Word,
    /// `[@unboxed]`
    Unboxed,
    /// `[@untagged]`
    Untagged,
}

/// A derived type.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// The Rust name.
    pub name: &'static str,
    /// Where it is declared.
    pub place: Place,
    /// How many type parameters OCaml's has.
    pub parameters: u32,
    /// What it is.
    pub shape: Shape,
    /// The documentation.
    pub doc: &'static str,
}

/// What a derived type is in OCaml.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Not known.
    Opaque,
    /// Another name of a type.
    Alias(Type),
    /// A record.
    Record {
        /// Its fields.
        fields: &'static [Field],
        /// `[@@unboxed]`
        unboxed: bool,
    },
    /// A variant.
    Variant {
        /// Its constructors.
        constructors: &'static [Constructor],
        /// `[@@unboxed]`
        unboxed: bool,
    },
    /// A polymorphic variant.
    PolyVariant(&'static [Constructor]),
}

/// A field of a record, or of an inline record.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name; empty for an argument without one.
    pub name: &'static str,
    /// Its type.
    pub ty: Type,
    /// Whether OCaml may write to it.
    pub mutable: bool,
    /// The documentation.
    pub doc: &'static str,
}

/// A constructor of a variant.
#[derive(Clone, Copy, Debug)]
pub struct Constructor {
    /// Its name.
    pub name: &'static str,
    /// Its arguments: an inline record if they have names.
    pub fields: &'static [Field],
    /// The documentation.
    pub doc: &'static str,
}
