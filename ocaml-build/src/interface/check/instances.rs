//! Instances of Rust's generic types: where OCaml has a type without the parameters, each instance is held against it.

use std::collections::{BTreeMap, BTreeSet};

use crate::descriptor::{OwnedConstructor, OwnedField, OwnedShape, OwnedType, TypeItem};

use crate::interface::Interface;
use crate::interface::types::{Id, Names, Printer};
use crate::interface::typexpr::Level;

/// There are no more than these. A type that contains ever larger instances of itself stays generic.
const LIMIT: usize = 500;

/// The interface with an instance, such as `Both<int, string>`, in the place of each use of these generic types whose
/// arguments are known.
pub fn instances(interface: &Interface, generic: &BTreeSet<Id>) -> Interface {
    let mut instances = Instances {
        types: &interface.types,
        generic,
        names: Names::flat(&interface.types),
        found: BTreeMap::new(),
    };
    let mut result = interface.clone();
    for function in &mut result.functions {
        for argument in &mut function.arguments {
            argument.ty = instances.ty(&argument.ty);
        }
        function.result = instances.ty(&function.result);
    }
    for ty in &mut result.types {
        ty.shape = shape(&ty.shape, &mut |ty| instances.ty(ty));
    }
    result.types.extend(instances.found.into_values());
    result
}

struct Instances<'a> {
    types: &'a [TypeItem],
    generic: &'a BTreeSet<Id>,
    names: Names,
    found: BTreeMap<Id, TypeItem>,
}

impl Instances<'_> {
    fn ty(&mut self, ty: &OwnedType) -> OwnedType {
        rebuilt(ty, &mut |ty| match ty {
            OwnedType::Derived(module, name, arguments) if self.generic.contains(&(module.clone(), name.clone())) => {
                self.instance(&(module.clone(), name.clone()), arguments)
            }
            _ => None,
        })
    }

    /// The instance for these arguments, if they are known.
    fn instance(&mut self, generic: &Id, arguments: &[OwnedType]) -> Option<OwnedType> {
        let mut printer = Printer::closed(&self.names);
        let printed = arguments.iter().map(|ty| match has_parameter(ty) {
            true => None,
            false => printer.print(ty, false, Level::Whole).ok(),
        });
        let printed: Vec<String> = printed.collect::<Option<_>>()?;
        let (module, name) = generic;
        let id = (module.clone(), format!("{name}<{}>", printed.join(", ")));
        if !self.found.contains_key(&id) {
            let definition = self.types.iter().find(|ty| (&ty.module, &ty.name) == (module, name))?;
            if self.found.len() == LIMIT || definition.parameters as usize != arguments.len() {
                return None;
            }
            let mut instance = TypeItem {
                name: id.1.clone(),
                parameters: 0,
                ..definition.clone()
            };
            // It may contain itself.
            self.names.add_flat(&instance);
            self.found.insert(id.clone(), instance.clone());
            let substituted = shape(&definition.shape, &mut |ty| substituted(ty, arguments));
            instance.shape = shape(&substituted, &mut |ty| self.ty(ty));
            self.found.insert(id.clone(), instance);
        }
        Some(OwnedType::Derived(id.0, id.1, Vec::new()))
    }
}

fn has_parameter(ty: &OwnedType) -> bool {
    let mut found = false;
    rebuilt(ty, &mut |ty| {
        found |= matches!(ty, OwnedType::Parameter(_));
        None
    });
    found
}

/// The type with arguments in the place of its parameters.
fn substituted(ty: &OwnedType, arguments: &[OwnedType]) -> OwnedType {
    rebuilt(ty, &mut |ty| match ty {
        OwnedType::Parameter(index) => arguments.get(*index as usize).cloned(),
        _ => None,
    })
}

/// The type with each type in it replaced for which there is another.
fn rebuilt(ty: &OwnedType, other: &mut dyn FnMut(&OwnedType) -> Option<OwnedType>) -> OwnedType {
    if let Some(other) = other(ty) {
        return other;
    }
    let mut all = |types: &[OwnedType]| types.iter().map(|ty| rebuilt(ty, other)).collect();
    match ty {
        OwnedType::Named(path, arguments) => OwnedType::Named(path.clone(), all(arguments)),
        OwnedType::Derived(module, name, arguments) => OwnedType::Derived(module.clone(), name.clone(), all(arguments)),
        OwnedType::Tuple(types) => OwnedType::Tuple(all(types)),
        OwnedType::Arrow(arguments, result) => OwnedType::Arrow(all(arguments), Box::new(rebuilt(result, other))),
        OwnedType::Shared(inner) => OwnedType::Shared(Box::new(rebuilt(inner, other))),
        OwnedType::Unknown
        | OwnedType::Any
        | OwnedType::Parameter(_)
        | OwnedType::Text(_)
        | OwnedType::Inexpressible(_) => ty.clone(),
    }
}

/// The definition with each of its types replaced.
fn shape(shape: &OwnedShape, other: &mut dyn FnMut(&OwnedType) -> OwnedType) -> OwnedShape {
    let mut fields = |fields: &[OwnedField]| -> Vec<OwnedField> {
        let replaced = fields.iter().map(|field| OwnedField {
            ty: other(&field.ty),
            ..field.clone()
        });
        replaced.collect()
    };
    let mut constructors = |constructors: &[OwnedConstructor]| -> Vec<OwnedConstructor> {
        let replaced = constructors.iter().map(|constructor| OwnedConstructor {
            fields: fields(&constructor.fields),
            ..constructor.clone()
        });
        replaced.collect()
    };
    match shape {
        OwnedShape::Opaque | OwnedShape::Abstract => shape.clone(),
        OwnedShape::Alias(ty) => OwnedShape::Alias(other(ty)),
        OwnedShape::Record { fields: all, unboxed } => OwnedShape::Record {
            fields: fields(all),
            unboxed: *unboxed,
        },
        OwnedShape::Variant {
            constructors: all,
            unboxed,
        } => OwnedShape::Variant {
            constructors: constructors(all),
            unboxed: *unboxed,
        },
        OwnedShape::PolyVariant(all) => OwnedShape::PolyVariant(constructors(all)),
        OwnedShape::Object(methods) => OwnedShape::Object(fields(methods)),
    }
}
