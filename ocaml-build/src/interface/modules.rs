//! The OCaml modules of an interface: what stands in which, and in which order.

use std::collections::BTreeMap;

use crate::descriptor::{ExceptionItem, FunctionItem, Module, OwnedShape, OwnedType, TypeItem};

use super::order::components;
use super::types::{Id, Names, derived};
use super::{Interface, names};
use crate::Error;

/// A module, with those in it.
#[derive(Default)]
pub struct Tree<'a> {
    pub types: Vec<&'a TypeItem>,
    pub exceptions: Vec<&'a ExceptionItem>,
    pub functions: Vec<&'a FunctionItem>,
    pub children: BTreeMap<String, Tree<'a>>,
    /// Abstract types that are declared here, before modules that need them mutually.
    pub ahead: Vec<Id>,
}

impl<'a> Tree<'a> {
    pub fn new(interface: &'a Interface, names: &mut Names) -> Result<Tree<'a>, Error> {
        let mut root = Tree::default();
        for ty in &interface.types {
            root.at(&names.home(&ty.module, &ty.name).path).types.push(ty);
        }
        for exception in &interface.exceptions {
            root.at(&names.path(&exception.module)).exceptions.push(exception);
        }
        for function in &interface.functions {
            root.at(&names.path_of(function)).functions.push(function);
        }
        root.untie(&mut Vec::new(), names)?;
        Ok(root)
    }

    fn at(&mut self, path: &[String]) -> &mut Tree<'a> {
        path.iter()
            .fold(self, |tree, name| tree.children.entry(name.clone()).or_default())
    }

    /// The types, by their numbers, and child modules, whose numbers follow, in an order in which each comes after what it
    /// needs. Types that need each other are together.
    pub fn order(&self, path: &[String], names: &Names) -> Vec<Vec<usize>> {
        components(&self.edges(path, names))
    }

    /// Modules cannot need each other, as the types of methods often do. The abstract types among them are declared ahead.
    fn untie(&mut self, path: &mut Vec<String>, names: &mut Names) -> Result<(), Error> {
        while let Some(knot) = self.knot(path, names) {
            let needed: Vec<Id> = self.abstract_types(&knot, path, names);
            if needed.is_empty() {
                return Err(self.mutual(&knot));
            }
            for (module, name) in needed {
                names.declare_ahead(&module, &name, path);
                self.ahead.push((module, name));
            }
        }
        for (name, child) in &mut self.children {
            path.push(name.clone());
            child.untie(path, names)?;
            path.pop();
        }
        Ok(())
    }

    /// Modules that need each other, or types and modules.
    fn knot(&self, path: &[String], names: &Names) -> Option<Vec<usize>> {
        let is_knot = |nodes: &Vec<usize>| nodes.len() > 1 && nodes.iter().any(|node| *node >= self.types.len());
        self.order(path, names).into_iter().find(is_knot)
    }

    /// The abstract types in the modules of a knot that are needed outside of their modules.
    fn abstract_types(&self, knot: &[usize], path: &[String], names: &Names) -> Vec<Id> {
        let mut needed = Vec::new();
        for node in knot {
            let mentioned = match self.types.get(*node) {
                Some(ty) => mentioned(&ty.shape),
                None => self.child(*node).1.mentioned(),
            };
            for (module, name) in mentioned
                .into_iter()
                .filter(|(module, name)| names.is_known(module, name))
            {
                let id = (module.clone(), name.to_owned());
                let home = names.home(module, name);
                let is_below = home.path.len() > path.len() && home.path.starts_with(path);
                let other = self.node(module, name, path, names).is_some_and(|other| other != *node);
                if names.is_abstract(module, name) && is_below && other && !needed.contains(&id) {
                    needed.push(id);
                }
            }
        }
        needed.sort();
        needed
    }

    pub fn child(&self, node: usize) -> (&String, &Tree<'a>) {
        let mut children = self.children.iter();
        children.nth(node - self.types.len()).expect("the node is a child")
    }

    /// What the types and then the child modules need of each other.
    fn edges(&self, path: &[String], names: &Names) -> Vec<Vec<usize>> {
        let types = self.types.iter().map(|ty| mentioned(&ty.shape));
        let all = types.chain(self.children.values().map(Tree::mentioned));
        all.map(|mentioned| {
            let nodes = mentioned.into_iter();
            nodes
                .filter_map(|(module, name)| self.node(module, name, path, names))
                .collect()
        })
        .collect()
    }

    /// The number of the type, or of the child module in which it is.
    fn node(&self, module: &Module, name: &str, path: &[String], names: &Names) -> Option<usize> {
        if !names.is_known(module, name) {
            return None;
        }
        let home = names.home(module, name);
        match home.path.strip_prefix(path)?.first() {
            None => self
                .types
                .iter()
                .position(|ty| (&ty.module, ty.name.as_str()) == (module, name)),
            Some(child) => {
                let index = self.children.keys().position(|key| key == child)?;
                Some(self.types.len() + index)
            }
        }
    }

    /// The derived types that are mentioned anywhere in it.
    fn mentioned(&self) -> Vec<(&'a Module, &'a str)> {
        let mut found: Vec<_> = self.types.iter().flat_map(|ty| mentioned(&ty.shape)).collect();
        // What is declared ahead is needed here too.
        found.extend(self.types.iter().map(|ty| (&ty.module, ty.name.as_str())));
        for field in self.exceptions.iter().flat_map(|exception| &exception.fields) {
            derived(&field.ty, &mut found);
        }
        for function in &self.functions {
            function
                .arguments
                .iter()
                .for_each(|argument| derived(&argument.ty, &mut found));
            derived(&function.result, &mut found);
        }
        found.extend(self.children.values().flat_map(Tree::mentioned));
        found
    }

    fn mutual(&self, nodes: &[usize]) -> Error {
        let names: Vec<String> = nodes
            .iter()
            .map(|node| match self.types.get(*node) {
                Some(ty) => format!("the type {}", names::ty(&ty.name)),
                None => format!("the module {}", self.child(*node).0),
            })
            .collect();
        Error::new(
            format!("{} need each other, which OCaml's modules cannot", names.join(" and ")),
            "move the types that need each other into one Rust module",
        )
    }
}

/// The derived types in a definition.
pub fn mentioned(shape: &OwnedShape) -> Vec<(&Module, &str)> {
    let mut found = Vec::new();
    match shape {
        OwnedShape::Opaque | OwnedShape::Abstract => {}
        OwnedShape::Alias(ty) => derived(ty, &mut found),
        OwnedShape::Record { fields, .. } | OwnedShape::Object(fields) => {
            fields.iter().for_each(|field| derived(&field.ty, &mut found));
        }
        OwnedShape::Variant { constructors, .. } | OwnedShape::PolyVariant(constructors) => {
            let fields = constructors.iter().flat_map(|constructor| &constructor.fields);
            fields.for_each(|field| derived(&field.ty, &mut found));
        }
    }
    found
}

/// The type to which a function belongs.
pub fn owner(function: &FunctionItem) -> Option<(&Module, &str)> {
    match &function.owner {
        OwnedType::Derived(module, name, _) => Some((module, name)),
        _ => None,
    }
}
