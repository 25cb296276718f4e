//! Type expressions, and the names of derived types in a scope.

use std::collections::{BTreeMap, BTreeSet};

use crate::descriptor::{FunctionItem, Module, OwnedField, OwnedShape, OwnedType, TypeItem};

use super::layout::Field;
use super::modules::owner;
use super::names;
use super::typexpr::{Level, Typexpr};

/// A derived type, by its Rust name.
pub type Id = (Module, String);

/// Where a type is, and how it is called there.
#[derive(Clone)]
pub struct Home {
    pub path: Vec<String>,
    pub name: String,
}

/// What is printed under which name.
#[derive(Default)]
pub struct Names {
    /// So many names along the path of a module do not count: 1 if all is in one crate.
    pub root: usize,
    /// Where each type is defined.
    homes: BTreeMap<Id, Home>,
    /// Abstract types that are declared before the module that is their home.
    ahead: BTreeMap<Id, Home>,
    /// The number of parameters of each type.
    parameters: BTreeMap<Id, u32>,
    abstracts: BTreeSet<Id>,
    /// The methods of objects.
    objects: BTreeMap<Id, Vec<OwnedField>>,
    /// The names of types, in their modules.
    scopes: BTreeSet<(Vec<String>, String)>,
    modules: BTreeSet<Vec<String>>,
    /// Whether any value is of a type variable everywhere, as a check of what is written by hand allows it.
    lenient: bool,
    /// Types that stand for several of OCaml's, of which any value is.
    pub loose: BTreeSet<Id>,
}

impl Names {
    pub fn new<'a>(types: &[TypeItem], modules: impl Iterator<Item = &'a Module> + Clone) -> Names {
        let first = |module: &'a Module| module.0.first();
        let crates: BTreeSet<_> = modules.clone().map(first).collect();
        let mut names = Names {
            root: usize::from(crates.len() == 1),
            ..Names::default()
        };
        // The `t` of a module is the abstract type.
        let is_abstract = |ty: &&TypeItem| ty.shape == OwnedShape::Abstract;
        for ty in types.iter().filter(is_abstract) {
            let mut path = names.path(&ty.module);
            let own = names::module(&ty.name);
            if path.last() != Some(&own) {
                path.push(own);
            }
            names.add(ty, path, "t".to_owned());
            names.abstracts.insert((ty.module.clone(), ty.name.clone()));
        }
        for ty in types.iter().filter(|ty| !is_abstract(ty)) {
            names.add(ty, names.path(&ty.module), names::ty(&ty.name));
        }
        for module in modules {
            names.add_modules(&names.path(module));
        }
        names
    }

    /// All types in one module, for a check.
    pub fn flat(types: &[TypeItem]) -> Names {
        let mut names = Names {
            lenient: true,
            ..Names::default()
        };
        for ty in types {
            names.add_flat(ty);
        }
        names
    }

    /// One more type for a check. `Both<int>`, which is an instance, is called as `Both` would be.
    pub fn add_flat(&mut self, ty: &TypeItem) {
        let name = ty.name.split('<').next().unwrap_or_default();
        self.add(ty, Vec::new(), names::ty(name));
    }

    fn add(&mut self, ty: &TypeItem, path: Vec<String>, name: String) {
        let id = (ty.module.clone(), ty.name.clone());
        let name = self.free(&path, name);
        self.add_modules(&path);
        self.parameters.insert(id.clone(), ty.parameters);
        if let OwnedShape::Object(methods) = &ty.shape {
            self.objects.insert(id.clone(), methods.clone());
        }
        self.homes.insert(id, Home { path, name });
    }

    /// The name, if no type of the module has it, and takes it.
    fn free(&mut self, path: &[String], mut name: String) -> String {
        while !self.scopes.insert((path.to_vec(), name.clone())) {
            name.push('_');
        }
        name
    }

    fn add_modules(&mut self, path: &[String]) {
        self.modules
            .extend((1..=path.len()).map(|length| path[..length].to_vec()));
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

    /// The OCaml modules in which a function is: for methods, that of the abstract type.
    pub fn path_of(&self, function: &FunctionItem) -> Vec<String> {
        match owner(function) {
            Some((module, name)) if self.is_abstract(module, name) => self.home(module, name).path.clone(),
            _ => self.path(&function.module),
        }
    }

    /// Whether the type is defined in the archive.
    pub fn is_known(&self, module: &Module, name: &str) -> bool {
        self.homes.contains_key(&(module.clone(), name.to_owned()))
    }

    pub fn is_abstract(&self, module: &Module, name: &str) -> bool {
        self.abstracts.contains(&(module.clone(), name.to_owned()))
    }

    fn is_loose(&self, module: &Module, name: &str) -> bool {
        self.loose.contains(&(module.clone(), name.to_owned()))
    }

    /// Where a type that is known is first declared.
    pub fn home(&self, module: &Module, name: &str) -> &Home {
        let id = (module.clone(), name.to_owned());
        self.ahead.get(&id).unwrap_or_else(|| &self.homes[&id])
    }

    /// How many parameters a type that is known has.
    pub fn parameters(&self, module: &Module, name: &str) -> u32 {
        self.parameters[&(module.clone(), name.to_owned())]
    }

    /// Whether a type is declared before its definition, which then refers to that.
    pub fn is_ahead(&self, module: &Module, name: &str) -> bool {
        self.ahead.contains_key(&(module.clone(), name.to_owned()))
    }

    /// The name that a type has where it is defined.
    pub fn defined(&self, module: &Module, name: &str) -> &str {
        &self.homes[&(module.clone(), name.to_owned())].name
    }

    /// Declares an abstract type in the module `path`, before the module that is its home.
    pub fn declare_ahead(&mut self, module: &Module, name: &str, path: &[String]) {
        let id = (module.clone(), name.to_owned());
        let path = path.to_vec();
        let name = self.free(&path, names::ty(name));
        self.ahead.insert(id, Home { path, name });
    }

    /// Whether a type of that name is in that module.
    pub fn has_type(&self, scope: &[String], name: &str) -> bool {
        self.scopes.contains(&(scope.to_vec(), name.to_owned()))
    }

    /// Whether a module of that name is in that module.
    pub fn has_module(&self, scope: &[String], name: &str) -> bool {
        self.modules.contains(&[scope, &[name.to_owned()]].concat())
    }

    /// How a derived type is called in the module `scope`.
    pub fn reference(&self, module: &Module, name: &str, scope: &[String]) -> Result<String, String> {
        let id = (module.clone(), name.to_owned());
        let home = match self.homes.get(&id) {
            Some(home) if scope.starts_with(&home.path) => home,
            _ => self.home(module, name),
        };
        self.reference_to(home, scope)
    }

    /// How the first declaration of a type that is known is called in the module `scope`.
    pub fn first_reference(&self, module: &Module, name: &str, scope: &[String]) -> Result<String, String> {
        self.reference_to(self.home(module, name), scope)
    }

    fn reference_to(&self, Home { path, name }: &Home, scope: &[String]) -> Result<String, String> {
        let common = path.iter().zip(scope).take_while(|(a, b)| a == b).count();
        let rest = &path[common..];
        // What stands between here and there must not have the name that comes first.
        for depth in common + 1..=scope.len() {
            let hidden = match rest.first() {
                Some(first) => self.has_module(&scope[..depth], first),
                None => self.has_type(&scope[..depth], name),
            };
            if hidden {
                return Err(format!(
                    "is {}, which is hidden in {} by what has the same name there: rename one of them",
                    [&path[..], std::slice::from_ref(name)].concat().join("."),
                    scope[..depth].join(".")
                ));
            }
        }
        let mut reference = rest.to_vec();
        reference.push(name.clone());
        Ok(reference.join("."))
    }

    /// A type or function of OCaml's library, even if a module of ours has the name of its module.
    pub fn library(&self, path: &str) -> String {
        let is_ours = |name: &str| {
            self.modules
                .iter()
                .any(|module| module.last().is_some_and(|last| last == name))
        };
        // `Map.Make(String).t` names two modules.
        let parts = path.split('(').map(|part| match part.find(['.', ')']) {
            Some(end) if is_ours(&part[..end]) => format!("Stdlib.{part}"),
            _ => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("(")
    }
}

/// Prints types in a module.
pub struct Printer<'a> {
    pub names: &'a Names,
    pub scope: &'a [String],
    /// How many type variables have been used.
    pub variables: u32,
    /// Whether a definition is printed for a check: there a value of any type is an error.
    closed: bool,
}

impl<'a> Printer<'a> {
    pub fn new(names: &'a Names, scope: &'a [String]) -> Printer<'a> {
        Printer {
            names,
            scope,
            variables: 0,
            closed: false,
        }
    }

    /// For a definition that is checked: a value of any type is an error there.
    pub fn closed(names: &'a Names) -> Printer<'a> {
        Printer {
            closed: true,
            ..Printer::new(names, &[])
        }
    }

    /// The type; why not, if it is not known. `any` says whether a value of any type may be polymorphic here: where it only
    /// goes into Rust. Elsewhere it is an `Obj.t`.
    pub fn print(&mut self, ty: &OwnedType, any: bool, level: Level) -> Result<String, String> {
        let (text, needs) = match ty {
            OwnedType::Unknown => {
                return Err(
                    "has no description: implement `ocaml::Describe` for it, or use `ocaml::abstract_type!`".to_owned(),
                );
            }
            OwnedType::Inexpressible(what) => {
                return Err(format!(
                    "is {what}, for which OCaml has no type: write one with `#[ocaml(type = \"…\")]`"
                ));
            }
            OwnedType::Any if self.closed => return Err("is of any type".to_owned()),
            OwnedType::Derived(module, name, _) if self.names.is_loose(module, name) => {
                return self.print(&OwnedType::Any, any, level);
            }
            OwnedType::Any if any || self.names.lenient => {
                self.variables += 1;
                (variable(self.variables - 1), Level::TupleElement)
            }
            OwnedType::Any => (self.names.library("Obj.t"), Level::TupleElement),
            OwnedType::Parameter(index) => (variable(*index), Level::TupleElement),
            OwnedType::Shared(inner) => return self.print(inner, false, level),
            OwnedType::Named(path, arguments) => (
                self.apply(&self.names.library(path), arguments, any)?,
                Level::TupleElement,
            ),
            OwnedType::Derived(module, name, arguments) => {
                let known = self.names.is_known(module, name);
                if !known || self.names.parameters(module, name) as usize != arguments.len() {
                    return Err(format!(
                        "is {name}, whose definition is not in the archive: build all crates with one release of `ocaml`"
                    ));
                }
                let name = self.names.reference(module, name, self.scope)?;
                (self.apply(&name, arguments, any)?, Level::TupleElement)
            }
            OwnedType::Text(text) => (text.clone(), Typexpr::parse(text).level()),
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

    /// The type of an argument: of an object, that of any which has at least the methods that Rust calls.
    pub fn argument(&mut self, ty: &OwnedType) -> Result<String, String> {
        if let OwnedType::Derived(module, name, _) = ty {
            if let Some(methods) = self.names.objects.get(&(module.clone(), name.clone())) {
                let methods = self.methods(methods, true)?.into_iter();
                let methods: String = methods
                    .map(|Field { name, ty, .. }| format!("{name} : {ty} ; "))
                    .collect();
                return Ok(format!("< {methods}.. >"));
            }
        }
        self.print(ty, true, Level::ArrowArgument)
    }

    /// The methods of an object, each once.
    pub fn methods(&mut self, methods: &[OwnedField], any: bool) -> Result<Vec<Field>, String> {
        let mut printed: Vec<(&str, Field)> = Vec::new();
        for method in methods {
            let name = method.name.as_str();
            if !names::is_value(name) {
                return Err(format!("has a method `{name}`, which OCaml cannot name"));
            }
            let ty = self.print(&method.ty, any, Level::Whole)?;
            let doc = method.doc.clone();
            match printed.iter().find(|(other, _)| *other == name) {
                None => printed.push((
                    name,
                    Field {
                        name: name.to_owned(),
                        ty,
                        doc,
                    },
                )),
                Some((_, other)) if other.ty == ty => {}
                Some(_) => return Err(format!("has the method {name} twice, with two types")),
            }
        }
        Ok(printed.into_iter().map(|(_, field)| field).collect())
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
        OwnedType::Unknown
        | OwnedType::Any
        | OwnedType::Parameter(_)
        | OwnedType::Text(_)
        | OwnedType::Inexpressible(_) => {}
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
