//! What an archive knows of its interface at run time.
//!
//! A descriptor is not in the program, but a hash of it can be: a [`Guard`], with references to those of the definitions
//! that it mentions. From there [`combined`] makes one number, in the archive and in tools alike: of all that decides what the
//! values that a function takes and gives look like.

use std::collections::BTreeSet;

use super::describe::{Constructor, Definition, Exception, Field, Function, Guard, Shape, Type};

/// The guards found. Those beyond `N` are only counted.
struct Finder<const N: usize> {
    found: [fn() -> &'static Guard; N],
    count: usize,
}

/// Fills arrays.
fn nothing() -> &'static Guard {
    static NOTHING: Guard = Guard { hash: 0, uses: &[] };
    &NOTHING
}

impl<const N: usize> Finder<N> {
    const fn new() -> Self {
        Finder {
            found: [nothing; N],
            count: 0,
        }
    }

    const fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Unknown | Type::Any | Type::Parameter(_) | Type::Text(_) | Type::Inexpressible(_) => {}
            Type::Named { arguments, .. } | Type::Tuple(arguments) => self.types(arguments),
            Type::Arrow { arguments, result } => {
                self.types(arguments);
                self.ty(result);
            }
            Type::Derived { arguments, guard, .. } => {
                if self.count < N {
                    self.found[self.count] = *guard;
                }
                self.count += 1;
                self.types(arguments);
            }
            Type::Shared(ty) => self.ty(ty),
        }
    }

    const fn types(&mut self, types: &[&Type]) {
        let mut i = 0;
        while i < types.len() {
            self.ty(types[i]);
            i += 1;
        }
    }

    const fn fields(&mut self, fields: &[Field]) {
        let mut i = 0;
        while i < fields.len() {
            self.ty(&fields[i].ty);
            i += 1;
        }
    }

    const fn constructors(&mut self, constructors: &[Constructor]) {
        let mut i = 0;
        while i < constructors.len() {
            self.fields(constructors[i].fields);
            i += 1;
        }
    }

    const fn function(&mut self, function: &Function) {
        let mut i = 0;
        while i < function.arguments.len() {
            self.ty(&function.arguments[i].ty);
            i += 1;
        }
        self.ty(&function.result);
    }

    const fn definition(&mut self, definition: &Definition) {
        match &definition.shape {
            Shape::Opaque | Shape::Abstract => {}
            Shape::Alias(ty) => self.ty(ty),
            Shape::Record { fields, .. } | Shape::Object(fields) => self.fields(fields),
            Shape::Variant { constructors, .. } | Shape::PolyVariant(constructors) => self.constructors(constructors),
        }
    }

    const fn exception(&mut self, exception: &Exception) {
        self.fields(exception.fields);
    }
}

macro_rules! uses {
    ($($item:ident: $find:ident;)*) => {$(
        impl $item {
            /// How many guards of definitions `uses` finds.
            pub const fn uses_len(&self) -> usize {
                let mut finder = Finder::<0>::new();
                finder.$find(self);
                finder.count
            }

            /// The guards of the definitions that it mentions, of which there are `uses_len`.
            pub const fn uses<const N: usize>(&self) -> [fn() -> &'static Guard; N] {
                let mut finder = Finder::<N>::new();
                finder.$find(self);
                finder.found
            }
        }
    )*};
}

uses! {
    Function: function;
    Definition: definition;
    Exception: exception;
}

impl Guard {
    /// The number that stands for this and all that it uses.
    ///
    /// ```
    /// use ocaml_build::descriptor::Guard;
    ///
    /// fn recursive() -> &'static Guard {
    ///     static GUARD: Guard = Guard { hash: 7, uses: &[recursive] };
    ///     &GUARD
    /// }
    /// assert_eq!(recursive().number(), ocaml_build::descriptor::combined([7]));
    /// ```
    pub fn number(&'static self) -> u32 {
        let mut hashes = BTreeSet::new();
        let mut open = Vec::from([self]);
        while let Some(guard) = open.pop() {
            if hashes.insert(guard.hash) {
                open.extend(guard.uses.iter().map(|guard| guard()));
            }
        }
        combined(hashes)
    }
}

/// The number of a set of hashes, of which each is there once: 30 bits, which are an `int` in every OCaml.
pub fn combined(hashes: impl IntoIterator<Item = u64>) -> u32 {
    // The last bits of a sum of hashes by multiplication would depend on theirs only.
    let mixed = |hash: u64| (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let sum = hashes
        .into_iter()
        .fold(0_u64, |sum, hash| sum.wrapping_add(mixed(hash)));
    (sum >> 34) as u32
}
