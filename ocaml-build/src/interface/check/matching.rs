//! Finds out which OCaml types stand for which Rust types, from where they stand in the types of functions.

use std::collections::{BTreeMap, BTreeSet};

use crate::descriptor::{FunctionItem, Module, OwnedShape, OwnedType, TypeItem};

use super::signature::{Declaration, Declared, Ml, Signature};
use crate::interface::types::Id;
use crate::interface::{Interface, names};

/// The OCaml types found, by their paths from the outside of the module.
pub struct Matching<'a> {
    signature: &'a Signature,
    /// The name of the module that is checked.
    module: &'a str,
    definitions: BTreeMap<(&'a Module, &'a str), &'a TypeItem>,
    pub found: BTreeMap<Id, String>,
    /// Types with parameters that are several types in OCaml, with fewer.
    pub loose: BTreeSet<Id>,
}

impl<'a> Matching<'a> {
    /// What the declarations of functions tell.
    pub fn of(
        signature: &'a Signature,
        module: &'a str,
        interface: &'a Interface,
        externals: &[(&Declaration, &FunctionItem)],
    ) -> Matching<'a> {
        let types = interface.types.iter();
        let mut matching = Matching {
            signature,
            module,
            definitions: types.map(|ty| ((&ty.module, ty.name.as_str()), ty)).collect(),
            found: BTreeMap::new(),
            loose: BTreeSet::new(),
        };
        for (declaration, function) in externals {
            let types: Vec<OwnedType> = function.arguments.iter().map(|argument| argument.ty.clone()).collect();
            let ty = OwnedType::Arrow(types, Box::new(function.result.clone()));
            matching.learn(&ty, &declaration.ty, &declaration.scope);
        }
        matching
    }

    /// Holds a type of Rust against one of OCaml, which stands in these modules.
    fn learn(&mut self, rust: &OwnedType, ml: &Ml, scope: &[String]) {
        match (rust, ml) {
            (OwnedType::Shared(inner), _) => self.learn(inner, ml, scope),
            (OwnedType::Named(_, rust), Ml::Path(_, ml)) | (OwnedType::Tuple(rust), Ml::Tuple(ml)) => {
                self.learn_all(rust, ml, scope);
            }
            (OwnedType::Arrow(arguments, result), Ml::Arrow(ml, ml_result)) => {
                self.learn_all(arguments, ml, scope);
                self.learn(result, ml_result, scope);
            }
            (OwnedType::Derived(module, name, arguments), Ml::Path(_, ml)) if arguments.len() != ml.len() => {
                self.loose.insert((module.clone(), name.clone()));
            }
            (OwnedType::Derived(module, name, arguments), Ml::Path(path, ml)) => {
                self.learn_all(arguments, ml, scope);
                self.learn_definition(module, name, path, scope);
            }
            _ => {}
        }
    }

    fn learn_all(&mut self, rust: &[OwnedType], ml: &[Ml], scope: &[String]) {
        if rust.len() == ml.len() {
            rust.iter().zip(ml).for_each(|(rust, ml)| self.learn(rust, ml, scope));
        }
    }

    fn learn_definition(&mut self, module: &Module, name: &str, path: &str, scope: &[String]) {
        let id = (module.clone(), name.to_owned());
        if self.found.contains_key(&id) {
            return;
        }
        let (path, declared) = self.resolve(path, scope);
        self.found.insert(id, path);
        let signature = self.signature;
        let (Some(index), Some(ty)) = (declared, self.definitions.get(&(module, name)).copied()) else {
            return;
        };
        let declared = &signature.types[index];
        let parts = parts(&ty.shape);
        if parts.len() == declared.parts.len() {
            for (rust, ml) in parts.into_iter().zip(&declared.parts) {
                self.learn(rust, ml, &declared.scope);
            }
        }
    }

    /// The path of a type from the outside, and its number in the signature if it is declared there.
    fn resolve(&self, path: &str, scope: &[String]) -> (String, Option<usize>) {
        let mut names: Vec<&str> = path.split('.').collect();
        let name = names.pop().unwrap_or_default();
        for depth in (0..=scope.len()).rev() {
            let mut full: Vec<&str> = scope[..depth].iter().map(String::as_str).collect();
            full.extend(&names);
            let index = self
                .signature
                .types
                .iter()
                .position(|ty| ty.name == name && ty.scope.iter().eq(full.iter()));
            if index.is_some() {
                full.insert(0, self.module);
                full.push(name);
                return (full.join("."), index);
            }
        }
        (path.to_owned(), None)
    }

    /// The path and the definition of the OCaml type that stands for a Rust type, if it is in this module.
    pub fn declared(&self, ty: &TypeItem) -> Option<(String, &'a Declared)> {
        let path = self.found.get(&(ty.module.clone(), ty.name.clone()))?;
        let types = self.signature.types.iter();
        let mut same = types.filter(|declared| self.path(declared) == *path);
        same.next().map(|declared| (path.clone(), declared))
    }

    /// The path of a type from the outside.
    fn path(&self, Declared { scope, name, .. }: &Declared) -> String {
        [&[self.module.to_owned()], &scope[..], std::slice::from_ref(name)]
            .concat()
            .join(".")
    }

    /// The OCaml type of a Rust type that stands in no function: the one with its name, if there is one only.
    pub fn by_name(&mut self, ty: &TypeItem) {
        let id = (ty.module.clone(), ty.name.clone());
        let (own, module) = (names::ty(&ty.name), names::module(&ty.name));
        let is_abstract = ty.shape == OwnedShape::Abstract;
        let mut candidates = self.signature.types.iter().filter(|declared| {
            declared.name == own || is_abstract && declared.name == "t" && declared.scope.last() == Some(&module)
        });
        if let (false, Some(one), None) = (self.found.contains_key(&id), candidates.next(), candidates.next()) {
            let path = self.path(one);
            self.found.insert(id, path);
        }
    }
}

/// The types of the fields, or of all arguments of the constructors.
fn parts(shape: &OwnedShape) -> Vec<&OwnedType> {
    match shape {
        OwnedShape::Opaque
        | OwnedShape::Abstract
        | OwnedShape::Alias(_)
        | OwnedShape::PolyVariant(_)
        | OwnedShape::Object(_) => Vec::new(),
        OwnedShape::Record { fields, .. } => fields.iter().map(|field| &field.ty).collect(),
        OwnedShape::Variant { constructors, .. } => {
            let fields = constructors.iter().flat_map(|constructor| &constructor.fields);
            fields.map(|field| &field.ty).collect()
        }
    }
}
