//! Prints an interface as OCaml.

use std::collections::{BTreeMap, BTreeSet};

use ocaml_interface::{FunctionItem, Module, OwnedConstructor, OwnedField, OwnedShape, OwnedType, TypeItem};

use super::layout::{self, Arguments, Body, Constructor, Definition, External, Field};
use super::order::components;
use super::types::{Level, Names, Printer, derived, variable};
use super::{Interface, Passing, names};
use crate::Error;

/// An external of more arguments has a symbol for bytecode.
const MAX_BYTECODE_ARGUMENTS: usize = 5;

const HEADER: &str = "(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)\n";

/// An interface as OCaml.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The implementation.
    pub ml: String,
    /// The interface, with the documentation.
    pub mli: String,
    /// What is left out or abstract, and why.
    pub notes: Vec<String>,
}

impl Interface {
    /// Prints the interface: a crate's root is the file, each Rust module below it a module. Types come before what
    /// needs them. A function that begins with the name of its module has the rest as its name; what would be a keyword or
    /// predefined type ends with a `_`. The same items give the same text.
    ///
    /// A [`Value`] that only goes into Rust is of any type (`'a`); elsewhere it is an `Obj.t`.
    ///
    /// [`Value`]: https://docs.rs/ocaml/latest/ocaml/struct.Value.html
    ///
    /// # Errors
    ///
    /// If modules need types of each other, which OCaml cannot say.
    pub fn print(&self) -> Result<Printed, Error> {
        let modules = self.types.iter().map(|ty| &ty.module);
        let names = Names::new(
            &self.types,
            modules.chain(self.functions.iter().map(|function| &function.module)),
        );
        let mut root = Tree::default();
        for ty in &self.types {
            root.at(&names.path(&ty.module)).types.push(ty);
        }
        for function in &self.functions {
            root.at(&names.path(&function.module)).functions.push(function);
        }
        let mut print = Print {
            names: &names,
            interface: self,
            notes: BTreeSet::new(),
        };
        let mut items = Vec::new();
        print.module(&root, &mut Vec::new(), &mut items)?;
        let notes: Vec<String> = print.notes.into_iter().collect();
        let comments = notes
            .iter()
            .map(|note| format!("\n(* Note: {} *)\n", note.replace('"', "''").replace("*)", "* )")));
        Ok(Printed {
            ml: format!("{HEADER}\n{}{}", text(&items, 0, false), comments.collect::<String>()),
            mli: format!("{HEADER}\n{}", text(&items, 0, true)),
            notes,
        })
    }
}

/// The modules.
#[derive(Default)]
struct Tree<'a> {
    types: Vec<&'a TypeItem>,
    functions: Vec<&'a FunctionItem>,
    children: BTreeMap<String, Tree<'a>>,
}

impl<'a> Tree<'a> {
    fn at(&mut self, path: &[String]) -> &mut Tree<'a> {
        path.iter()
            .fold(self, |tree, name| tree.children.entry(name.clone()).or_default())
    }

    /// The derived types that are mentioned anywhere in it.
    fn mentioned(&self) -> Vec<(&'a Module, &'a str)> {
        let mut found: Vec<_> = self.types.iter().flat_map(|ty| mentioned(&ty.shape)).collect();
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
}

/// The derived types in a definition.
fn mentioned(shape: &OwnedShape) -> Vec<(&Module, &str)> {
    let mut found = Vec::new();
    match shape {
        OwnedShape::Opaque => {}
        OwnedShape::Alias(ty) => derived(ty, &mut found),
        OwnedShape::Record { fields, .. } => fields.iter().for_each(|field| derived(&field.ty, &mut found)),
        OwnedShape::Variant { constructors, .. } | OwnedShape::PolyVariant(constructors) => {
            let fields = constructors.iter().flat_map(|constructor| &constructor.fields);
            fields.for_each(|field| derived(&field.ty, &mut found));
        }
    }
    found
}

/// What a module consists of.
enum Item {
    /// Definitions that need each other.
    Types(Vec<Definition>),
    External(External),
    Module(String, Vec<Item>),
}

struct Print<'a> {
    names: &'a Names,
    interface: &'a Interface,
    notes: BTreeSet<String>,
}

impl Print<'_> {
    fn module(&mut self, tree: &Tree<'_>, path: &mut Vec<String>, items: &mut Vec<Item>) -> Result<(), Error> {
        let children: Vec<(&String, &Tree<'_>)> = tree.children.iter().collect();
        let cyclic = cyclic(&tree.types);
        for component in components(&self.edges(tree, path)) {
            match component[..] {
                [one] if one >= tree.types.len() => {
                    let (name, child) = children[one - tree.types.len()];
                    let mut inside = Vec::new();
                    path.push(name.clone());
                    self.module(child, path, &mut inside)?;
                    path.pop();
                    if !inside.is_empty() {
                        items.push(Item::Module(name.clone(), inside));
                    }
                }
                ref many => {
                    if many.iter().any(|node| *node >= tree.types.len()) {
                        return Err(mutual(tree, &children, many));
                    }
                    let definitions = many.iter().map(|node| {
                        let ty = tree.types[*node];
                        self.definition(ty, path, cyclic.contains(ty.name.as_str()))
                    });
                    items.push(Item::Types(definitions.collect()));
                }
            }
        }
        self.functions(tree, path, items);
        Ok(())
    }

    /// What the types and then the child modules of a module need of each other.
    fn edges(&self, tree: &Tree<'_>, path: &[String]) -> Vec<Vec<usize>> {
        let node = |(module, name): (&Module, &str)| {
            let place = self.names.path(module);
            let below = place.strip_prefix(path)?;
            match below.first() {
                None => tree.types.iter().position(|ty| ty.name == name),
                Some(child) => tree
                    .children
                    .keys()
                    .position(|key| key == child)
                    .map(|index| tree.types.len() + index),
            }
        };
        let types = tree.types.iter().map(|ty| mentioned(&ty.shape));
        let all = types.chain(tree.children.values().map(Tree::mentioned));
        all.map(|mentioned| mentioned.into_iter().filter_map(node).collect())
            .collect()
    }

    fn definition(&mut self, ty: &TypeItem, path: &[String], cyclic: bool) -> Definition {
        let name = names::ty(&ty.name);
        let variables: Vec<String> = (0..ty.parameters).map(variable).collect();
        let head = match &variables[..] {
            [] => name,
            [one] => format!("{one} {name}"),
            many => format!("({}) {name}", many.join(", ")),
        };
        let body = if cyclic {
            Err("stands for a type that contains it, which needs a record or variant in OCaml: use a struct with named fields".to_owned())
        } else {
            body(&ty.shape, &mut Printer::new(self.names, path))
        };
        let (body, unboxed) = body.unwrap_or_else(|why| {
            let place = ty.module.0.join("::");
            self.notes.insert(format!(
                "the type {place}::{} is abstract: something in it {why}",
                ty.name
            ));
            (Body::Abstract, false)
        });
        Definition {
            head,
            body,
            unboxed,
            doc: ty.doc.clone(),
        }
    }

    fn functions(&mut self, tree: &Tree<'_>, path: &[String], items: &mut Vec<Item>) {
        let mut taken = BTreeSet::new();
        for function in &tree.functions {
            let short = names::value(&function.name, &function.module);
            let name = match taken.contains(&short) {
                true => names::value(&function.name, &Module(Vec::new())),
                false => short,
            };
            match self.external(function, &name, path, items) {
                Ok(Some(external)) if taken.insert(name) => items.push(Item::External(external)),
                Ok(None) => {}
                Ok(Some(_)) => self.left_out(function, "another function has the same name in OCaml"),
                Err(why) => self.left_out(function, &why),
            }
        }
    }

    fn left_out(&mut self, function: &FunctionItem, why: &str) {
        let place = function.module.0.join("::");
        self.notes
            .insert(format!("the function {place}::{} is left out: {why}", function.name));
    }

    /// A declaration, and the definition that it needs; nothing for a stub that belongs to another function.
    fn external(
        &self,
        function: &FunctionItem,
        name: &str,
        path: &[String],
        items: &mut Vec<Item>,
    ) -> Result<Option<External>, String> {
        let Some(symbols) = self.symbols(function)? else {
            return Ok(None);
        };
        let types = match function.text.as_str() {
            "" => self.signature(function, name, path, items)?,
            text => vec![text.to_owned()],
        };
        Ok(Some(External {
            name: name.to_owned(),
            types,
            symbols,
            noalloc: function.noalloc,
            doc: documentation(function, name),
        }))
    }

    fn symbols(&self, function: &FunctionItem) -> Result<Option<Vec<String>>, String> {
        if function.symbol.is_empty() {
            let owner = function.bytecode.strip_suffix("_bytecode");
            let mut functions = self.interface.functions.iter();
            return match functions.any(|other| Some(other.symbol.as_str()) == owner) {
                true => Ok(None),
                false => Err("it is a bytecode stub of a function that is written by hand".to_owned()),
            };
        }
        let stub = format!("{}_bytecode", function.symbol);
        let by_hand = || {
            self.interface
                .functions
                .iter()
                .any(|other| other.symbol.is_empty() && other.bytecode == stub)
        };
        match function.bytecode.as_str() {
            "" if by_hand() => Ok(Some(vec![stub, function.symbol.clone()])),
            "" if function.arguments.len() > MAX_BYTECODE_ARGUMENTS => {
                Err("it has more than five arguments and no bytecode stub: use `#[ocaml::func]`".to_owned())
            }
            "" => Ok(Some(vec![function.symbol.clone()])),
            bytecode => Ok(Some(vec![bytecode.to_owned(), function.symbol.clone()])),
        }
    }

    /// The types of the arguments and the result. A result that is a function gets a name, or OCaml would take it for one more
    /// argument.
    fn signature(
        &self,
        function: &FunctionItem,
        name: &str,
        path: &[String],
        items: &mut Vec<Item>,
    ) -> Result<Vec<String>, String> {
        let mut printer = Printer::new(self.names, path);
        let hint = |why: String, what: String| format!("{what} {why}, or write `#[ocaml::func(type = \"…\")]`");
        let mut types = Vec::new();
        for argument in &function.arguments {
            let ty = printer
                .print(&argument.ty, true, Level::ArrowArgument)
                .map_err(|why| hint(why, format!("the type of the argument {}", argument.name)))?;
            types.push(passed(ty, argument.passing));
        }
        if types.is_empty() {
            types.push("unit".to_owned());
        }
        let result = printer
            .print(&function.result, false, Level::Whole)
            .map_err(|why| hint(why, "the type of the result".to_owned()))?;
        if is_function(&function.result) {
            let mut alias = format!("{name}_result");
            while self.names.has_type(path, &alias) {
                alias.push('_');
            }
            items.push(Item::Types(vec![Definition {
                head: alias.clone(),
                body: Body::Alias(result),
                unboxed: false,
                doc: String::new(),
            }]));
            types.push(alias);
        } else {
            types.push(passed(result, function.result_passing));
        }
        Ok(types)
    }
}

fn is_function(ty: &OwnedType) -> bool {
    match ty {
        OwnedType::Arrow(..) => true,
        OwnedType::Shared(inner) => is_function(inner),
        _ => false,
    }
}

fn passed(ty: String, passing: Passing) -> String {
    match passing {
        Passing::Word => ty,
        Passing::Unboxed => format!("({ty}[@unboxed])"),
        Passing::Untagged => format!("({ty}[@untagged])"),
    }
}

/// The documentation, behind the function with the names of its arguments.
fn documentation(function: &FunctionItem, name: &str) -> String {
    if function.doc.is_empty() {
        return String::new();
    }
    let is_name = |name: &&str| name.chars().all(|c| c.is_alphanumeric() || c == '_') && *name != "_";
    let arguments: Vec<&str> = function
        .arguments
        .iter()
        .map(|argument| argument.name.as_str())
        .collect();
    match &arguments[..] {
        [] => format!("`{name} ()`: {}", function.doc),
        many if many.iter().all(is_name) => format!("`{name} {}`: {}", many.join(" "), function.doc),
        _ => function.doc.clone(),
    }
}

/// The types that are defined by themselves, without a record or variant in between.
fn cyclic<'a>(types: &[&'a TypeItem]) -> BTreeSet<&'a str> {
    let edges: Vec<Vec<usize>> = types
        .iter()
        .map(|ty| match &ty.shape {
            OwnedShape::Alias(_) => mentioned(&ty.shape)
                .into_iter()
                .filter_map(|(module, name)| {
                    types
                        .iter()
                        .position(|ty| (&ty.module, ty.name.as_str()) == (module, name))
                })
                .collect(),
            _ => Vec::new(),
        })
        .collect();
    let components = components(&edges).into_iter();
    components
        .filter(|component| component.len() > 1 || edges[component[0]].contains(&component[0]))
        .flatten()
        .map(|node| types[node].name.as_str())
        .collect()
}

fn mutual(tree: &Tree<'_>, children: &[(&String, &Tree<'_>)], nodes: &[usize]) -> Error {
    let names: Vec<String> = nodes
        .iter()
        .map(|node| match tree.types.get(*node) {
            Some(ty) => format!("the type {}", names::ty(&ty.name)),
            None => format!("the module {}", children[*node - tree.types.len()].0),
        })
        .collect();
    Error::new(
        format!("{} need each other, which OCaml's modules cannot", names.join(" and ")),
        "move the types that need each other into one Rust module",
    )
}

fn body(shape: &OwnedShape, printer: &mut Printer<'_>) -> Result<(Body, bool), String> {
    Ok(match shape {
        OwnedShape::Opaque => return Err("depends on bounds of its type parameters".to_owned()),
        OwnedShape::Alias(ty) => (Body::Alias(printer.print(ty, false, Level::Whole)?), false),
        OwnedShape::Record { fields, unboxed } => (Body::Record(record(fields, printer)?), *unboxed),
        OwnedShape::Variant { constructors, unboxed } => {
            let constructors = constructors.iter().map(|one| constructor(one, "", printer));
            (Body::Variant(constructors.collect::<Result<_, _>>()?), *unboxed)
        }
        OwnedShape::PolyVariant(constructors) => {
            let constructors = constructors.iter().map(|one| constructor(one, "`", printer));
            (Body::PolyVariant(constructors.collect::<Result<_, _>>()?), false)
        }
    })
}

fn record(fields: &[OwnedField], printer: &mut Printer<'_>) -> Result<Vec<Field>, String> {
    let field = |field: &OwnedField| {
        let mutable = if field.mutable { "mutable " } else { "" };
        let ty = printer.print(&field.ty, false, Level::Whole)?;
        Ok(Field {
            text: format!("{mutable}{} : {ty}", names::field(&field.name)),
            doc: field.doc.clone(),
        })
    };
    fields.iter().map(field).collect()
}

fn constructor(one: &OwnedConstructor, quote: &str, printer: &mut Printer<'_>) -> Result<Constructor, String> {
    let name = match quote {
        "" => names::module(&one.name),
        quote => format!("{quote}{}", one.name),
    };
    let arguments = match &one.fields[..] {
        [] => Arguments::None,
        fields if fields.iter().any(|field| !field.name.is_empty()) => Arguments::Record(record(fields, printer)?),
        fields => {
            let types = fields
                .iter()
                .map(|field| printer.print(&field.ty, false, Level::TupleElement));
            Arguments::Types(types.collect::<Result<Vec<_>, _>>()?.join(" * "))
        }
    };
    Ok(Constructor {
        name,
        arguments,
        doc: one.doc.clone(),
    })
}

/// Items with a blank line around whatever is more than one line.
fn text(items: &[Item], indent: usize, docs: bool) -> String {
    let mut result = String::new();
    let mut before: Option<(std::mem::Discriminant<Item>, bool)> = None;
    for item in items {
        let text = match item {
            Item::Types(all) => {
                let definitions = all
                    .iter()
                    .enumerate()
                    .map(|(index, one)| layout::definition(if index == 0 { "type" } else { "and" }, one, indent, docs));
                definitions.collect::<Vec<_>>().join("\n\n")
            }
            Item::External(external) => layout::external(external, indent, docs),
            Item::Module(name, inside) => {
                let pad = " ".repeat(indent);
                let inside = self::text(inside, indent + 2, docs);
                let (open, close) = if docs { (": sig", "end") } else { ("= struct", "end") };
                format!("{pad}module {name} {open}\n{inside}{pad}{close}")
            }
        };
        let kind = (std::mem::discriminant(item), text.contains('\n'));
        if before.is_some_and(|before| before != kind || kind.1) {
            result.push('\n');
        }
        result.push_str(&text);
        result.push('\n');
        before = Some(kind);
    }
    result
}
