//! Prints an interface as OCaml.

use std::collections::BTreeSet;

use crate::descriptor::{FunctionItem, Module, OwnedArgument, OwnedField, OwnedShape, OwnedType, TypeItem};

use super::boxes::{self, Doc};
use super::doc::begins_with_sentence;
use super::guard::Guards;
use super::layout::{self, Arguments, Body, Constructor, Definition, External, Field, Guard, Layout, Registered};
use super::modules::{Tree, mentioned, owner};
use super::order::components;
use super::types::{Names, Printer, variable};
use super::typexpr::Level;
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
    /// needs them. The type of a Rust value (`#[derive(Custom)]`) is the `t` of a module of its own, `Counter.t`, with its
    /// methods, where `new` is called `make` if nothing else is, and `debug` has a `pp` beside it; in a Rust module of the same
    /// name it is the `t` of that. A function that begins with the name of its module has the rest as its name; what would be a
    /// keyword or predefined type ends with a `_`, and letters beyond ASCII are numbers. An argument that is an object may have
    /// more methods than those that Rust calls. The same items give the same text.
    ///
    /// Exceptions are registered, and so is `Lazy.force` where a lazy value is named; and the archive is compared with the
    /// one that was read, when the program starts.
    ///
    /// A [`Value`] that only goes into Rust is of any type (`'a`); elsewhere it is an `Obj.t`.
    ///
    /// [`Value`]: https://docs.rs/ocaml/latest/ocaml/struct.Value.html
    ///
    /// # Errors
    ///
    /// If modules need types of each other, which OCaml cannot say.
    pub fn print(&self) -> Result<Printed, Error> {
        let types = self.types.iter().map(|ty| &ty.module);
        let exceptions = self.exceptions.iter().map(|exception| &exception.module);
        let functions = self.functions.iter().map(|function| &function.module);
        let mut names = Names::new(&self.types, types.chain(exceptions).chain(functions));
        let tree = Tree::new(self, &mut names)?;
        let mut print = Print::new(self, &names);
        let mut items = Vec::new();
        print.module(&tree, &mut Vec::new(), &mut items);
        let notes: Vec<String> = print.notes.into_iter().collect();
        let comments = notes
            .iter()
            .map(|note| format!("\n(* Note: {} *)\n", note.replace('"', "''").replace("*)", "* )")));
        let text = |interface| boxes::layout(&self::items(&items, 0, Layout { interface }), 0);
        let body = text(false);
        Ok(Printed {
            ml: format!(
                "{HEADER}\n{body}\n{}{}{}",
                lazy_force(&body, &names),
                guard(&guards(&items)),
                comments.collect::<String>()
            ),
            mli: format!("{HEADER}\n{}\n", text(true)),
            notes,
        })
    }
}

const REGISTER: &str = "Callback.register";

/// What Rust forces a lazy value with: only compiled OCaml code can.
fn lazy_force(body: &str, names: &Names) -> String {
    match body.contains("Lazy.t") {
        true => format!(
            "\nlet () = {} \"Lazy.force\" {}\n",
            names.library(REGISTER),
            names.library("Lazy.force")
        ),
        false => String::new(),
    }
}

/// Compares the archive with the one that was read.
fn guard(guards: &[&Guard]) -> String {
    match guards {
        [] => String::new(),
        guards => format!(
            "\n(* Each raises Failure if the archive is not the one that this was printed from. *)\n{}\n",
            boxes::layout(&layout::guard(guards), 0)
        ),
    }
}

/// What a module consists of.
pub enum Item {
    /// Definitions that need each other.
    Types(Vec<Definition>),
    Exception(Constructor),
    Registration(Vec<Registered>),
    External(External),
    Printer(layout::Printer),
    Module(String, Vec<Item>),
}

pub struct Print<'a> {
    names: &'a Names,
    interface: &'a Interface,
    guards: Guards<'a>,
    notes: BTreeSet<String>,
}

impl<'a> Print<'a> {
    pub fn new(interface: &'a Interface, names: &'a Names) -> Print<'a> {
        Print {
            names,
            interface,
            guards: Guards::new(&interface.definitions),
            notes: BTreeSet::new(),
        }
    }

    /// The declaration of a function under a name, as in the file itself, and the definitions that it needs; why not, if it cannot be.
    pub fn declaration(
        &mut self,
        function: &FunctionItem,
        name: &str,
        items: &mut Vec<Item>,
    ) -> Result<Option<External>, String> {
        self.external(function, name, &[], items)
    }

    fn module(&mut self, tree: &Tree<'_>, path: &mut Vec<String>, items: &mut Vec<Item>) {
        for (module, name) in &tree.ahead {
            let head = head(&self.names.home(module, name).name, self.names.parameters(module, name));
            items.push(Item::Types(vec![Definition {
                head,
                body: Body::Abstract,
                unboxed: false,
                doc: String::new(),
            }]));
        }
        let cyclic = cyclic(&tree.types);
        for component in tree.order(path, self.names) {
            match component[..] {
                [one] if one >= tree.types.len() => {
                    let (name, child) = tree.child(one);
                    let mut inside = Vec::new();
                    path.push(name.clone());
                    self.module(child, path, &mut inside);
                    path.pop();
                    if !inside.is_empty() {
                        items.push(Item::Module(name.clone(), inside));
                    }
                }
                ref many => {
                    let definitions = many.iter().map(|node| {
                        let ty = tree.types[*node];
                        self.definition(ty, path, cyclic.contains(ty.name.as_str()))
                    });
                    items.push(Item::Types(definitions.collect()));
                }
            }
        }
        self.exceptions(tree, path, items);
        self.functions(tree, path, items);
    }

    fn exceptions(&mut self, tree: &Tree<'_>, path: &[String], items: &mut Vec<Item>) {
        let mut registered = Vec::new();
        for exception in &tree.exceptions {
            let mut printer = Printer::new(self.names, path);
            match constructor(
                &names::module(&exception.name),
                &exception.fields,
                &exception.doc,
                &mut printer,
            ) {
                Ok(constructor) => {
                    registered.push(Registered {
                        constructor: constructor.name.clone(),
                        name: exception.registered(),
                        number: self.guards.exception(exception),
                        register: self.names.library(REGISTER),
                    });
                    items.push(Item::Exception(constructor));
                }
                Err(why) => {
                    let place = exception.module.0.join("::");
                    let name = &exception.name;
                    self.notes.insert(format!(
                        "the exception {place}::{name} is left out: something in it {why}"
                    ));
                }
            }
        }
        if !registered.is_empty() {
            items.push(Item::Registration(registered));
        }
    }

    fn definition(&mut self, ty: &TypeItem, path: &[String], cyclic: bool) -> Definition {
        let body = if self.names.is_ahead(&ty.module, &ty.name) {
            let declared = self.names.first_reference(&ty.module, &ty.name, path);
            declared.map(|name| (Body::Alias(head(&name, ty.parameters)), false))
        } else if cyclic {
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
            head: head(self.names.defined(&ty.module, &ty.name), ty.parameters),
            body,
            unboxed,
            doc: ty.doc.clone(),
        }
    }

    fn functions(&mut self, tree: &Tree<'_>, path: &[String], items: &mut Vec<Item>) {
        let mut taken = BTreeSet::new();
        let mut shown = None;
        for function in &tree.functions {
            let short = self.name(function);
            let name = match taken.contains(&short) {
                true => names::value(&function.name, &Module(Vec::new())),
                false => short,
            };
            match self.external(function, &name, path, items) {
                Ok(Some(external)) if taken.insert(name) => {
                    shown = shown.or(printer(function, &external));
                    items.push(Item::External(external));
                }
                Ok(None) => {}
                Ok(Some(_)) => self.left_out(function, "another function has the same name in OCaml"),
                Err(why) => self.left_out(function, &why),
            }
        }
        if let Some(ty) = shown.filter(|_| !taken.contains("pp")) {
            let formatter = OwnedType::Named("Format.formatter".to_owned(), Vec::new());
            match Printer::new(self.names, path).print(&formatter, true, Level::ArrowArgument) {
                Ok(formatter) => items.push(Item::Printer(layout::Printer { formatter, ty })),
                Err(_) => unreachable!("a type of OCaml's library can be printed"),
            }
        }
    }

    /// The name of a function, without those of its module and type; the `new` of a type is called `make`.
    fn name(&self, function: &FunctionItem) -> String {
        let mut module = function.module.clone();
        if let Some((_, owner)) = owner(function) {
            module.0.push(names::snake(owner));
        }
        match (function.rename.as_str(), function.name.as_str()) {
            ("", "new") if owner(function).is_some() && !self.has_make(function) => "make".to_owned(),
            ("", name) => names::value(name, &module),
            (rename, _) => names::value(rename, &Module(Vec::new())),
        }
    }

    /// Whether the type to which a function belongs has a `make` of its own.
    fn has_make(&self, function: &FunctionItem) -> bool {
        let mut others = self.interface.functions.iter();
        others.any(|other| {
            other.owner == function.owner && (other.rename == "make" || other.rename.is_empty() && other.name == "make")
        })
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
            guard: self.guards.number(function).map(|number| Guard {
                function: function.symbol.clone(),
                symbol: function.guard.clone(),
                number,
            }),
            symbols,
            noalloc: function.noalloc,
            constant: function.constant,
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
            let (label, ty) = labelled(argument);
            let ty = printer
                .argument(ty)
                .map_err(|why| hint(why, format!("the type of the argument {}", argument.name)))?;
            types.push(format!("{label}{}", passed(ty, argument.passing)));
        }
        if types.is_empty() {
            types.push("unit".to_owned());
        }
        let before = printer.variables;
        let result = printer
            .print(&function.result, false, Level::Whole)
            .map_err(|why| hint(why, "the type of the result".to_owned()))?;
        if is_function(&function.result) {
            let mut alias = format!("{name}_result");
            while self.names.has_type(path, &alias) {
                alias.push('_');
            }
            let alias = applied(&alias, (before..printer.variables).map(variable));
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

/// A type with its parameters.
pub fn head(name: &str, parameters: u32) -> String {
    applied(name, (0..parameters).map(variable))
}

/// `('a, 'b) name`
fn applied(name: &str, variables: impl Iterator<Item = String>) -> String {
    let variables: Vec<String> = variables.collect();
    match &variables[..] {
        [] => name.to_owned(),
        [one] => format!("{one} {name}"),
        many => format!("({}) {name}", many.join(", ")),
    }
}

/// What stands before the type of an argument, and the type: that inside of the `option` if it is optional.
fn labelled(argument: &OwnedArgument) -> (String, &OwnedType) {
    let label = names::field(&argument.label);
    match &argument.ty {
        ty if argument.label.is_empty() => (String::new(), ty),
        OwnedType::Named(path, inner) if argument.optional && path == "option" && inner.len() == 1 => {
            (format!("?{label}:"), &inner[0])
        }
        ty => (format!("{label}:"), ty),
    }
}

/// The type that `debug` shows, if this is what `#[ocaml(debug)]` exports.
fn printer(function: &FunctionItem, external: &External) -> Option<String> {
    match &external.types[..] {
        [ty, result] if function.rename == "debug" && owner(function).is_some() && result == "string" => {
            Some(ty.clone())
        }
        _ => None,
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
    let is_name = |argument: &OwnedArgument| {
        let name = &argument.name;
        !argument.label.is_empty() || name.chars().all(|c| c.is_alphanumeric() || c == '_') && name != "_"
    };
    let shown = |argument: &OwnedArgument| match (argument.label.as_str(), argument.optional) {
        ("", _) => argument.name.clone(),
        (label, true) => format!("?{}", names::field(label)),
        (label, false) => format!("~{}", names::field(label)),
    };
    let space = if begins_with_sentence(&function.doc) {
        " "
    } else {
        "\n\n"
    };
    match &function.arguments[..] {
        [] if function.constant => function.doc.clone(),
        [] => format!("`{name} ()`:{space}{}", function.doc),
        many if many.iter().all(is_name) => {
            let arguments: Vec<String> = many.iter().map(shown).collect();
            format!("`{name} {}`:{space}{}", arguments.join(" "), function.doc)
        }
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

pub fn body(shape: &OwnedShape, printer: &mut Printer<'_>) -> Result<(Body, bool), String> {
    Ok(match shape {
        OwnedShape::Opaque => return Err("depends on bounds of its type parameters".to_owned()),
        OwnedShape::Abstract => (Body::Abstract, false),
        OwnedShape::Alias(ty) => (Body::Alias(printer.print(ty, false, Level::Whole)?), false),
        OwnedShape::Object(methods) => (Body::Object(printer.methods(methods, false)?), false),
        OwnedShape::Record { fields, unboxed } => (Body::Record(record(fields, printer)?), *unboxed),
        OwnedShape::Variant { constructors, unboxed } => {
            let constructors = constructors
                .iter()
                .map(|one| constructor(&names::module(&one.name), &one.fields, &one.doc, printer));
            (Body::Variant(distinct(constructors, |one| &one.name)?), *unboxed)
        }
        OwnedShape::PolyVariant(constructors) => {
            let tag = |name: &str| match name.is_ascii() {
                true => Ok(format!("`{name}")),
                false => Err(format!(
                    "has the tag {name}, which OCaml knows since version 5.3 only: rename it"
                )),
            };
            let constructors = constructors
                .iter()
                .map(|one| constructor(&tag(&one.name)?, &one.fields, &one.doc, printer));
            (Body::PolyVariant(distinct(constructors, |one| &one.name)?), false)
        }
    })
}

fn record(fields: &[OwnedField], printer: &mut Printer<'_>) -> Result<Vec<Field>, String> {
    let field = |field: &OwnedField| {
        let mutable = if field.mutable { "mutable " } else { "" };
        let ty = printer.print(&field.ty, false, Level::Whole)?;
        Ok(Field {
            name: format!("{mutable}{}", names::field(&field.name)),
            ty,
            doc: field.doc.clone(),
        })
    };
    distinct(fields.iter().map(field), |field| {
        field.name.trim_start_matches("mutable ")
    })
}

/// Parts of a definition, each of which has a name of its own.
fn distinct<T>(parts: impl Iterator<Item = Result<T, String>>, name: impl Fn(&T) -> &str) -> Result<Vec<T>, String> {
    let parts: Vec<T> = parts.collect::<Result<_, _>>()?;
    let mut seen = BTreeSet::new();
    match parts.iter().map(name).find(|name| !seen.insert(*name)) {
        Some(name) => Err(format!(
            "is called {name} in OCaml, and so is something else there: rename one of them"
        )),
        None => Ok(parts),
    }
}

fn constructor(name: &str, fields: &[OwnedField], doc: &str, printer: &mut Printer<'_>) -> Result<Constructor, String> {
    let arguments = match fields {
        fields if fields.iter().any(|field| !field.name.is_empty()) => Arguments::Record(record(fields, printer)?),
        fields => {
            let types = fields
                .iter()
                .map(|field| printer.print(&field.ty, false, Level::TupleElement));
            Arguments::Types(types.collect::<Result<_, _>>()?)
        }
    };
    Ok(Constructor {
        name: name.to_owned(),
        arguments,
        doc: doc.to_owned(),
    })
}

/// The guards of all that is declared.
fn guards(items: &[Item]) -> Vec<&Guard> {
    let mut found = Vec::new();
    for item in items {
        match item {
            Item::External(external) => found.extend(&external.guard),
            Item::Module(_, inside) => found.extend(guards(inside)),
            _ => {}
        }
    }
    found
}

/// Items in a module that is so far from the margin.
pub fn items(all: &[Item], indent: usize, layout: Layout) -> Doc {
    let docs = all.iter().filter_map(|item| {
        let doc = match item {
            Item::Types(all) => {
                let keywords = std::iter::once("type").chain(std::iter::repeat("and"));
                let definitions = keywords
                    .zip(all)
                    .map(|(keyword, one)| ((), layout.definition(keyword, one)));
                layout::items(definitions, indent)
            }
            Item::Exception(constructor) => layout.exception(constructor),
            Item::Registration(_) if layout.interface => return None,
            Item::Registration(exceptions) => layout::registration(exceptions),
            Item::External(external) => layout.external(external),
            Item::Printer(printer) => layout.printer(printer),
            Item::Module(name, inside) => {
                let opening = if layout.interface { ": sig" } else { "= struct" };
                layout::module(format!("module {name} {opening}"), items(inside, indent + 2, layout))
            }
        };
        Some((std::mem::discriminant(item), doc))
    });
    layout::items(docs, indent)
}
