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
        /// The guard of the definition. (A function, because types may contain themselves.)
        guard: fn() -> &'static Guard,
    },
    /// A parameter of the definition that it stands in.
    Parameter(u32),
    /// The type of something that Rust may write to: [`Type::Any`] inside of it is not polymorphic.
    Shared(&'static Type),
    /// What the user has written, in OCaml.
    Text(&'static str),
    /// OCaml has no type for it: what it is.
    Inexpressible(&'static str),
}

impl Type {
    /// A type of OCaml's: `Type::named("M.t", &[])`.
    pub const fn named(path: &'static str, arguments: &'static [&'static Type]) -> Type {
        Type::Named { path, arguments }
    }
}

/// What the archive knows at run time of a descriptor: enough to tell whether it is the one that a generated module was
/// printed from.
#[derive(Debug)]
pub struct Guard {
    /// Of all that values look like: [`Function::hash`] or its like.
    pub hash: u64,
    /// The guards of the definitions that the descriptor mentions.
    pub uses: &'static [fn() -> &'static Guard],
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
    /// The Rust name, of a method that of the method.
    pub name: &'static str,
    /// The name in OCaml, if the user has chosen one.
    pub rename: &'static str,
    /// The type to which it belongs, if it is one of its methods.
    pub owner: Type,
    /// Where it is declared.
    pub place: Place,
    /// The symbol that native code calls; empty if there is none.
    pub symbol: &'static str,
    /// The symbol that bytecode calls; empty if there is none, or if it is the same.
    pub bytecode: &'static str,
    /// The symbol of the function that compares the number of its [`Guard`]; empty if there is none.
    pub guard: &'static str,
    /// Those that OCaml passes; a function without any takes a unit.
    pub arguments: &'static [Argument],
    /// What it returns.
    pub result: Type,
    /// How it returns it.
    pub result_passing: Passing,
    /// Whether it is `[@@noalloc]`.
    pub noalloc: bool,
    /// Whether it stands for a constant: OCaml calls it once, and has the result as a value.
    pub constant: bool,
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
    /// Its label in OCaml; empty if it has none.
    pub label: &'static str,
    /// Whether OCaml may leave it out; the type is an `option`.
    pub optional: bool,
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
    /// Which way its values go, as far as this descriptor says it.
    pub direction: Direction,
    /// How many type parameters OCaml's has.
    pub parameters: u32,
    /// What it is.
    pub shape: Shape,
    /// The documentation.
    pub doc: &'static str,
}

/// The way that values go between OCaml and Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From OCaml to Rust.
    Received,
    /// From Rust to OCaml.
    Given,
    /// Both.
    Both,
}

/// An exception that Rust declares.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// Its name in OCaml.
    pub name: &'static str,
    /// Where it is declared.
    pub place: Place,
    /// What stands before the dot in the name under which it is registered: a Rust path, whose first name counts, or an OCaml one.
    pub prefix: &'static str,
    /// Its arguments: an inline record if they have names.
    pub fields: &'static [Field],
    /// The documentation.
    pub doc: &'static str,
}

/// What a derived type is in OCaml.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Not known.
    Opaque,
    /// Abstract: the values are Rust's, and the type has an OCaml module of its own.
    Abstract,
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
    /// An object, by its methods. An argument may have more of them.
    Object(&'static [Field]),
}

/// A field of a record, or of an inline record; or a method of an object.
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
