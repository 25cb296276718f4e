//! Type expressions, and the names of derived types in a scope.

use std::collections::{BTreeMap, BTreeSet};

use ocaml_interface::{Module, OwnedType, TypeItem};

use super::names;

/// A derived type, by its Rust name.
pub type Id = (Module, String);

/// What is printed under which name.
#[derive(Default)]
pub struct Names {
    /// So many names along the path of a module do not count: 1 if all is in one crate.
    pub root: usize,
    /// The number of parameters of each type.
    types: BTreeMap<Id, u32>,
    /// The names of types, in their modules.
    scopes: BTreeSet<(Vec<String>, String)>,
    modules: BTreeSet<Vec<String>>,
}

impl Names {
    pub fn new<'a>(types: &[TypeItem], modules: impl Iterator<Item = &'a Module> + Clone) -> Names {
        let first = |module: &'a Module| module.0.first();
        let crates: BTreeSet<_> = modules.clone().map(first).collect();
        let mut names = Names {
            root: usize::from(crates.len() == 1),
            ..Names::default()
        };
        for ty in types {
            names.types.insert((ty.module.clone(), ty.name.clone()), ty.parameters);
            names.scopes.insert((names.path(&ty.module), names::ty(&ty.name)));
        }
        for module in modules {
            let path = names.path(module);
            names
                .modules
                .extend((1..=path.len()).map(|length| path[..length].to_vec()));
        }
        names
    }

    /// The OCaml modules in which a Rust module is.
    pub fn path(&self, module: &Module) -> Vec<String> {
        module
            .0
            .iter()
            .skip(self.root)
            .map(|name| names::module(name))
            .collect()
    }

    /// Whether a type of that name is in that module.
    pub fn has_type(&self, scope: &[String], name: &str) -> bool {
        self.scopes.contains(&(scope.to_vec(), name.to_owned()))
    }

    /// How a derived type is called in the module `scope`.
    fn reference(&self, module: &Module, name: &str, scope: &[String]) -> Result<String, String> {
        let path = self.path(module);
        let name = names::ty(name);
        let common = path.iter().zip(scope).take_while(|(a, b)| a == b).count();
        let rest = &path[common..];
        // What stands between here and there must not have the name that comes first.
        for depth in common + 1..=scope.len() {
            let hidden = match rest.first() {
                Some(first) => self
                    .modules
                    .contains(&[&scope[..depth], std::slice::from_ref(first)].concat()),
                None => self.has_type(&scope[..depth], &name),
            };
            if hidden {
                return Err(format!(
                    "the type {name} is hidden by what has the same name in {}; rename one of them",
                    scope[..depth].join(".")
                ));
            }
        }
        let mut reference = rest.to_vec();
        reference.push(name);
        Ok(reference.join("."))
    }

    /// A type of OCaml's library, even if a module of ours has the name of its module.
    fn library(&self, path: &str) -> String {
        let first = path.split('.').next().unwrap_or_default();
        let hidden = path.contains('.')
            && self
                .modules
                .iter()
                .any(|module| module.last().is_some_and(|name| name == first));
        if hidden {
            format!("Stdlib.{path}")
        } else {
            path.to_owned()
        }
    }
}

/// What surrounds a type expression, and so whether it needs parentheses.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub enum Level {
    Whole,
    ArrowArgument,
    TupleElement,
}

/// Prints types in a module.
pub struct Printer<'a> {
    pub names: &'a Names,
    pub scope: &'a [String],
    /// How many type variables have been used.
    variables: u32,
}

impl<'a> Printer<'a> {
    pub fn new(names: &'a Names, scope: &'a [String]) -> Printer<'a> {
        Printer {
            names,
            scope,
            variables: 0,
        }
    }

    /// The type; why not, if it is not known. `any` says whether a value of any type may be polymorphic here: where it only
    /// goes into Rust. Elsewhere it is an `Obj.t`.
    pub fn print(&mut self, ty: &OwnedType, any: bool, level: Level) -> Result<String, String> {
        let (text, needs) = match ty {
            OwnedType::Unknown => {
                return Err("has no description: implement `ocaml::Describe` for it".to_owned());
            }
            OwnedType::Any if any => {
                self.variables += 1;
                (variable(self.variables - 1), Level::TupleElement)
            }
            OwnedType::Any => ("Obj.t".to_owned(), Level::TupleElement),
            OwnedType::Parameter(index) => (variable(*index), Level::TupleElement),
            OwnedType::Shared(inner) => return self.print(inner, false, level),
            OwnedType::Named(path, arguments) => (
                self.apply(&self.names.library(path), arguments, any)?,
                Level::TupleElement,
            ),
            OwnedType::Derived(module, name, arguments) => {
                let known = self.names.types.get(&(module.clone(), name.clone()));
                if known.is_none_or(|count| *count as usize != arguments.len()) {
                    return Err(format!(
                        "is {name}, whose definition is not in the archive: build all crates with one release of `ocaml`"
                    ));
                }
                let name = self.names.reference(module, name, self.scope)?;
                (self.apply(&name, arguments, any)?, Level::TupleElement)
            }
            OwnedType::Tuple(types) => {
                let types = self.all(types, any, Level::TupleElement)?;
                (types.join(" * "), Level::ArrowArgument)
            }
            OwnedType::Arrow(arguments, result) => {
                let mut types = self.all(arguments, false, Level::ArrowArgument)?;
                types.push(self.print(result, any, Level::Whole)?);
                (types.join(" -> "), Level::Whole)
            }
        };
        Ok(if needs < level { format!("({text})") } else { text })
    }

    pub fn all(&mut self, types: &[OwnedType], any: bool, level: Level) -> Result<Vec<String>, String> {
        types.iter().map(|ty| self.print(ty, any, level)).collect()
    }

    fn apply(&mut self, name: &str, arguments: &[OwnedType], any: bool) -> Result<String, String> {
        Ok(match arguments {
            [] => name.to_owned(),
            [one] => format!("{} {name}", self.print(one, any, Level::TupleElement)?),
            many => format!("({}) {name}", self.all(many, any, Level::Whole)?.join(", ")),
        })
    }
}

/// `'a`, `'b`, …, `'z`, `'a1`, …
pub fn variable(index: u32) -> String {
    let letter = char::from(b'a' + (index % 26) as u8);
    match index / 26 {
        0 => format!("'{letter}"),
        round => format!("'{letter}{round}"),
    }
}

/// The derived types in a type.
pub fn derived<'a>(ty: &'a OwnedType, found: &mut Vec<(&'a Module, &'a str)>) {
    match ty {
        OwnedType::Unknown | OwnedType::Any | OwnedType::Parameter(_) => {}
        OwnedType::Shared(inner) => derived(inner, found),
        OwnedType::Named(_, types) | OwnedType::Tuple(types) => types.iter().for_each(|ty| derived(ty, found)),
        OwnedType::Arrow(types, result) => {
            types.iter().for_each(|ty| derived(ty, found));
            derived(result, found);
        }
        OwnedType::Derived(module, name, types) => {
            found.push((module, name));
            types.iter().for_each(|ty| derived(ty, found));
        }
    }
}
