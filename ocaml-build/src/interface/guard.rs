//! The numbers that a generated module expects of its archive: [`crate::descriptor::Guard::number`], computed from descriptors.

use std::collections::{BTreeMap, BTreeSet};

use crate::descriptor::{Direction, ExceptionItem, FunctionItem, Module, OwnedShape, OwnedType, TypeItem, combined};

/// The definitions in an archive, by the way that values go.
pub struct Guards<'a> {
    received: BTreeMap<(&'a Module, &'a str), &'a TypeItem>,
    given: BTreeMap<(&'a Module, &'a str), &'a TypeItem>,
}

/// What can be reached from a function.
struct Reached<'a> {
    guards: &'a Guards<'a>,
    hashes: BTreeSet<u64>,
    complete: bool,
}

impl<'a> Guards<'a> {
    pub fn new(definitions: &'a [TypeItem]) -> Guards<'a> {
        let of = |way: Direction| {
            let definitions = definitions.iter();
            let definitions = definitions.filter(|ty| ty.direction == way || ty.direction == Direction::Both);
            definitions.map(|ty| ((&ty.module, ty.name.as_str()), ty)).collect()
        };
        Guards {
            received: of(Direction::Received),
            given: of(Direction::Given),
        }
    }

    /// The number that the guard of a function gives; none if it has no guard, or a definition is not in the archive.
    pub fn number(&self, function: &FunctionItem) -> Option<u32> {
        if function.guard.is_empty() {
            return None;
        }
        let mut reached = Reached::new(self, function.hash);
        for argument in &function.arguments {
            reached.ty(&argument.ty, Direction::Received);
        }
        reached.ty(&function.result, Direction::Given);
        reached.number()
    }

    /// The number of an exception; none if a definition is not in the archive.
    pub fn exception(&self, exception: &ExceptionItem) -> Option<u32> {
        let mut reached = Reached::new(self, exception.hash);
        for field in &exception.fields {
            reached.ty(&field.ty, Direction::Given);
        }
        reached.number()
    }
}

impl<'a> Reached<'a> {
    fn new(guards: &'a Guards<'a>, hash: u64) -> Reached<'a> {
        Reached {
            guards,
            hashes: BTreeSet::from([hash]),
            complete: true,
        }
    }

    fn number(self) -> Option<u32> {
        self.complete.then(|| combined(self.hashes))
    }

    fn ty(&mut self, ty: &OwnedType, way: Direction) {
        match ty {
            OwnedType::Unknown
            | OwnedType::Any
            | OwnedType::Parameter(_)
            | OwnedType::Text(_)
            | OwnedType::Inexpressible(_) => {}
            OwnedType::Shared(inner) => self.ty(inner, way),
            OwnedType::Named(_, types) | OwnedType::Tuple(types) => types.iter().for_each(|ty| self.ty(ty, way)),
            OwnedType::Arrow(arguments, result) => {
                let opposite = match way {
                    Direction::Received => Direction::Given,
                    _ => Direction::Received,
                };
                arguments.iter().for_each(|ty| self.ty(ty, opposite));
                self.ty(result, way);
            }
            OwnedType::Derived(module, name, arguments) => {
                self.definition(module, name, way);
                arguments.iter().for_each(|ty| self.ty(ty, way));
            }
        }
    }

    fn definition(&mut self, module: &Module, name: &str, way: Direction) {
        let definitions = match way {
            Direction::Received => &self.guards.received,
            _ => &self.guards.given,
        };
        let Some(definition) = definitions.get(&(module, name)) else {
            self.complete = false;
            return;
        };
        if !self.hashes.insert(definition.hash) {
            return;
        }
        match &definition.shape {
            OwnedShape::Opaque | OwnedShape::Abstract => {}
            OwnedShape::Alias(ty) => self.ty(ty, way),
            OwnedShape::Record { fields, .. } | OwnedShape::Object(fields) => {
                fields.iter().for_each(|field| self.ty(&field.ty, way));
            }
            OwnedShape::Variant { constructors, .. } | OwnedShape::PolyVariant(constructors) => {
                let fields = constructors.iter().flat_map(|constructor| &constructor.fields);
                fields.for_each(|field| self.ty(&field.ty, way));
            }
        }
    }
}
