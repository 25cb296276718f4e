//! The OCaml interface of Rust code: read out of the archive that cargo builds.
//!
//! ```no_run
//! let interface = ocaml_build::interface::Interface::read("target/release/libhello.a".as_ref())?;
//! for function in &interface.functions {
//!     println!("{} is exported as {}", function.name, function.symbol);
//! }
//! # Ok::<(), ocaml_build::Error>(())
//! ```

mod archive;
mod boxes;
mod check;
mod doc;
#[cfg(test)]
mod formatted;
mod guard;
mod layout;
mod modules;
mod names;
mod order;
mod print;
#[cfg(test)]
mod tests;
mod types;
mod typexpr;

use std::collections::BTreeMap;
use std::path::Path;

pub use crate::descriptor::{ExceptionItem, FunctionItem, Item, Module, OwnedShape, OwnedType, Passing, TypeItem};
pub use check::{Report, check};
pub use print::Printed;

use crate::Error;

/// Everything that an archive exports to OCaml, each once, in the order of the sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interface {
    /// The exported functions.
    pub functions: Vec<FunctionItem>,
    /// The derived types.
    pub types: Vec<TypeItem>,
    /// The exceptions.
    pub exceptions: Vec<ExceptionItem>,
    /// The derived types, once for each way that their values go.
    definitions: Vec<TypeItem>,
}

impl Interface {
    /// Reads the descriptors in an archive or object file of any architecture. Nothing in it is run.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, is something else, is damaged, has descriptors of another version, or has none; if two types
    /// of a Rust module have one name.
    pub fn read(path: &Path) -> Result<Interface, Error> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| {
            Error::new(
                format!("cannot read {name}: {error}"),
                "build it first: cargo build --release",
            )
        })?;
        Interface::of_bytes(&name, &bytes)
    }

    /// The same for the content of a file, which messages call `name`.
    ///
    /// # Errors
    ///
    /// As for [`Interface::read`].
    pub fn of_bytes(name: &str, bytes: &[u8]) -> Result<Interface, Error> {
        let items = archive::items(name, bytes)?;
        if items.is_empty() {
            return Err(Error::new(
                format!("{name} exports nothing to OCaml"),
                "export functions with #[ocaml::func], in a crate whose crate-type is staticlib",
            ));
        }
        Interface::of_items(items)
    }

    /// Sorts items, and drops what is there twice: a type that is derived in both directions.
    fn of_items(items: Vec<Item>) -> Result<Interface, Error> {
        let mut interface = Interface::default();
        for item in items {
            match item {
                Item::Function(function) => interface.functions.push(function),
                Item::Type(ty) => interface.types.push(ty),
                Item::Exception(exception) => interface.exceptions.push(exception),
            }
        }
        distinct(&interface.types)?;
        interface.definitions.clone_from(&interface.types);
        let Interface {
            functions,
            types,
            exceptions,
            ..
        } = &mut interface;
        exceptions.sort_by(|a, b| (&a.module, a.line, a.column, &a.name).cmp(&(&b.module, b.line, b.column, &b.name)));
        exceptions.dedup();
        functions.sort_by(|a, b| {
            (&a.module, a.line, a.column, &a.symbol, &a.bytecode).cmp(&(
                &b.module,
                b.line,
                b.column,
                &b.symbol,
                &b.bytecode,
            ))
        });
        functions.dedup();
        // Of the two directions, that comes first which knows more of the type.
        types.sort_by(|a, b| {
            let unknown = |ty: &TypeItem| format!("{:?}", ty.shape).matches("Unknown").count();
            (
                &a.module,
                &a.name,
                a.shape == OwnedShape::Opaque,
                unknown(a),
                a.line,
                a.column,
            )
                .cmp(&(
                    &b.module,
                    &b.name,
                    b.shape == OwnedShape::Opaque,
                    unknown(b),
                    b.line,
                    b.column,
                ))
        });
        types.dedup_by(|a, b| (&a.module, &a.name) == (&b.module, &b.name));
        types.sort_by(|a, b| (&a.module, a.line, a.column, &a.name).cmp(&(&b.module, b.line, b.column, &b.name)));
        Ok(interface)
    }
}

/// Types in bodies of functions may have the same name, by which alone they are known.
fn distinct(types: &[TypeItem]) -> Result<(), Error> {
    let mut seen: BTreeMap<(&Module, &str), Vec<&TypeItem>> = BTreeMap::new();
    for ty in types {
        let same = seen.entry((&ty.module, &ty.name)).or_default();
        let place = |ty: &TypeItem| (ty.line, ty.column);
        let is_other = |other: &&&TypeItem| {
            other.hash != ty.hash && (place(other) != place(ty) || other.direction == ty.direction)
        };
        if let Some(other) = same.iter().find(is_other) {
            let (module, lines) = (
                ty.module.0.join("::"),
                (other.line.min(ty.line), other.line.max(ty.line)),
            );
            return Err(Error::new(
                format!(
                    "{module} has two types that are called {}, in lines {} and {}, and functions that use them cannot be told apart",
                    ty.name, lines.0, lines.1
                ),
                "rename one of them",
            ));
        }
        same.push(ty);
    }
    Ok(())
}
