//! Holds `external`s that are written by hand against what an archive exports. OCaml's own type checker compares them.
//!
//! What the module declares is read from what the compiler says of it (`signature.rs`), which tells the OCaml type of each Rust
//! type that stands in a function (`matching.rs`). Then the compiler is asked whether Rust's definition is that type, and
//! whether Rust's function can be declared as the module does it:
//!
//! ```text
//! module Types = struct type example = Stubs.example = { name : string; i : int } end
//! module C = (struct open Types external f : example -> example = "f" end
//!   : sig external f : Stubs.example -> Stubs.example = "f" end)
//! ```

mod compiler;
mod instances;
mod matching;
mod signature;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::descriptor::{FunctionItem, OwnedShape, TypeItem};

use super::boxes::one_line;
use super::layout::{self, Layout};
use super::modules::mentioned;
use super::order::components;
use super::print::{Print, head};
use super::types::{Id, Names, Printer, derived};
use super::{Interface, archive, names};
use crate::Error;
use compiler::{Module, Verdict};
use instances::instances;
use matching::Matching;
use signature::{Declaration, Signature};

/// Without documentation.
const LAYOUT: Layout = Layout { interface: false };

/// What is wrong with externals, and what is worth knowing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Externals and types that are not what Rust has: place, both declarations, and what the compiler says.
    pub mismatches: Vec<String>,
    /// Externals whose symbol is not in the archive.
    pub missing: Vec<String>,
    /// Functions of the archive that are declared nowhere, by their symbols.
    pub unused: Vec<String>,
    /// What could not be checked, and why.
    pub notes: Vec<String>,
}

impl Report {
    /// Whether all that was checked fits.
    pub fn is_sound(&self) -> bool {
        self.mismatches.is_empty() && self.missing.is_empty()
    }
}

/// Checks the `external`s in OCaml files against the archive from which `interface` was read. The folders `includes` have the
/// compiled interfaces that the files need.
///
/// Types are compared as OCaml compares a type with one that is defined again: what represents them is not enough, the names of
/// fields and constructors, their order, and what is `mutable` count too. (Two fields of one type that are swapped look the same
/// in memory.) The names of types are free. An OCaml type without the parameters of a Rust type is held against each of its
/// instances.
///
/// # Errors
///
/// If a file cannot be read, there is no OCaml compiler, or a file does not compile.
pub fn check(interface: &Interface, archive: &Path, files: &[PathBuf], includes: &[PathBuf]) -> Result<Report, Error> {
    let mut check = Check {
        interface,
        symbols: archive::symbols(archive)?,
        declared: BTreeSet::new(),
        report: Report::default(),
    };
    for file in files {
        check.file(&Module::new(file, includes)?)?;
    }
    let Check {
        declared, mut report, ..
    } = check;
    let functions = interface
        .functions
        .iter()
        .filter(|function| !function.symbol.is_empty());
    let unused = functions.filter(|function| !declared.contains(&function.symbol));
    report.unused = unused.map(|function| function.symbol.clone()).collect();
    Ok(report)
}

struct Check<'a> {
    interface: &'a Interface,
    /// All symbols that the archive defines.
    symbols: BTreeSet<String>,
    /// Those that OCaml declares.
    declared: BTreeSet<String>,
    report: Report,
}

/// A declaration that the compiler is asked about.
struct Question<'a> {
    declaration: &'a Declaration,
    /// Rust's.
    expected: String,
    /// Types that it needs.
    aliases: String,
}

impl<'a> Check<'a> {
    fn file(&mut self, file: &Module) -> Result<(), Error> {
        let signature = Signature::parse(&file.signature()?);
        let declarations = self.exported(&signature, file);
        self.hidden(file);
        let whole = self.interface;
        let loose = Matching::of(&signature, &file.name, whole, &externals(whole, &declarations)).loose;
        let interface = &instances(whole, &loose);
        let externals = externals(interface, &declarations);
        let mut matching = Matching::of(&signature, &file.name, interface, &externals);
        matching.loose.extend(loose);
        let reached = reached(interface, &externals);
        for ty in &interface.types {
            if reached.contains(&(ty.module.clone(), ty.name.clone())) {
                matching.by_name(ty);
            }
        }
        let mut names = Names::flat(&interface.types);
        names.loose.clone_from(&matching.loose);
        for (module, name) in matching.loose.intersection(&reached) {
            let rust = module.0.join("::");
            self.report.notes.push(format!(
                "{}: {rust}::{name} is not checked: it has parameters, and what stands for it in OCaml has others",
                file.display()
            ));
        }
        let types = self.types(interface, &names, &reached, &matching, file)?;
        let questions = self.questions(interface, &names, &externals);
        self.ask(&types, questions, file)
    }

    /// The externals that are exported by the archive's interface. Others are reported, if they are not OCaml's own.
    fn exported<'s>(&mut self, signature: &'s Signature, module: &Module) -> Vec<&'s Declaration> {
        let mut found = Vec::new();
        for declaration in &signature.externals {
            let Some(symbol) = declaration.symbols.last() else {
                continue;
            };
            if symbol.starts_with('%') || symbol.starts_with("caml_") {
                continue;
            }
            self.declared.insert(symbol.clone());
            match function(self.interface, symbol) {
                Some(_) => found.push(declaration),
                None => {
                    let (place, name) = (module.place(declaration), &declaration.name);
                    match self.symbols.contains(symbol) {
                        true => self.report.notes.push(format!(
                            "{place}: {name} is not checked: {symbol} is not exported with `#[ocaml::func]`"
                        )),
                        false => {
                            let missing = format!("{place}: {name}: the archive has no symbol {symbol}");
                            self.report.missing.push(missing);
                        }
                    }
                }
            }
        }
        found
    }

    /// Notes those that the file declares where nobody outside sees them, as the printed interface does it for constants.
    fn hidden(&mut self, module: &Module) {
        let symbols = self.interface.functions.iter().map(|function| &function.symbol);
        for symbol in symbols.filter(|symbol| module.mentions(symbol)) {
            if self.declared.insert(symbol.clone()) {
                let note = format!("{symbol} is not checked: its external is not among what the module exports");
                self.report.notes.push(note);
            }
        }
    }

    /// The definitions of Rust's types, on one line each, as OCaml's types where these are known and fit.
    fn types(
        &mut self,
        interface: &Interface,
        names: &Names,
        reached: &BTreeSet<Id>,
        matching: &Matching<'_>,
        module: &Module,
    ) -> Result<Vec<String>, Error> {
        let types: Vec<_> = interface
            .types
            .iter()
            .filter(|ty| {
                let id = (ty.module.clone(), ty.name.clone());
                reached.contains(&id) && !names.loose.contains(&id)
            })
            .collect();
        let types = ordered(&types);
        let mut lines = Vec::new();
        let mut plain = Vec::new();
        for (ty, keyword) in &types {
            let path = matching.found.get(&(ty.module.clone(), ty.name.clone()));
            let own = head(&names.home(&ty.module, &ty.name).name, ty.parameters);
            let body = super::print::body(&ty.shape, &mut Printer::closed(names));
            let manifest = path.map(|path| head(path, ty.parameters));
            plain.push(match &manifest {
                Some(path) => format!("{keyword} {own} = {path}"),
                None => format!("{keyword} {own}"),
            });
            let nominal = matches!(ty.shape, OwnedShape::Record { .. } | OwnedShape::Variant { .. });
            lines.push(match (body, manifest) {
                (Ok((body, unboxed)), manifest) if ty.shape != OwnedShape::Abstract => {
                    let head = match manifest {
                        Some(path) if nominal => format!("{own} = {path}"),
                        _ => own,
                    };
                    let doc = String::new();
                    let definition = layout::Definition {
                        head,
                        body,
                        unboxed,
                        doc,
                    };
                    one_line(&LAYOUT.definition(keyword, &definition))
                }
                _ => plain[plain.len() - 1].clone(),
            });
        }
        // One that does not fit is reported, and its name stands for OCaml's from then on.
        while let Verdict::Wrong { line, message } = module.accepts(&lines)? {
            let Some((ty, _)) = types.get(line).filter(|_| lines[line] != plain[line]) else {
                return Err(Error::new(
                    format!("the types of the archive do not compile:\n{message}"),
                    "print them with `cargo ocaml bindings`, and look what is wrong with them",
                ));
            };
            let own = head(&names.home(&ty.module, &ty.name).name, ty.parameters);
            let body = lines[line].strip_prefix(&plain[line]).unwrap_or_default();
            let rust = format!("type {own}{body}");
            self.report
                .mismatches
                .push(mismatch(ty, &rust, matching, module, &message));
            lines[line].clone_from(&plain[line]);
        }
        Ok(lines)
    }

    /// What Rust would declare.
    fn questions<'s>(
        &mut self,
        interface: &Interface,
        names: &Names,
        externals: &[(&'s Declaration, &FunctionItem)],
    ) -> Vec<Question<'s>> {
        let mut questions = Vec::new();
        for (declaration, function) in externals {
            if !function.text.is_empty() {
                let symbol = &function.symbol;
                self.report.notes.push(format!(
                    "{symbol} is not checked: its OCaml type is written by hand in Rust too"
                ));
                continue;
            }
            let (mut items, mut print) = (Vec::new(), Print::new(interface, names));
            match print.declaration(function, &names::field(&declaration.name), &mut items) {
                Ok(Some(mut external)) => {
                    self.stub_by_hand(declaration, &mut external);
                    questions.push(Question {
                        declaration,
                        expected: one_line(&LAYOUT.external(&external)),
                        aliases: one_line(&super::print::items(&items, 0, LAYOUT)),
                    });
                }
                Ok(None) => {}
                Err(why) => self
                    .report
                    .notes
                    .push(format!("{} is not checked: {why}", function.symbol)),
            }
        }
        questions
    }

    /// A bytecode stub may be one that is exported by itself.
    fn stub_by_hand(&self, declaration: &Declaration, external: &mut layout::External) {
        if let [stub, symbol] = &declaration.symbols[..] {
            let by_hand = |function: &FunctionItem| function.symbol.is_empty() && function.bytecode == *stub;
            if self.interface.functions.iter().any(by_hand) {
                external.symbols = vec![stub.clone(), symbol.clone()];
            }
        }
    }

    /// Asks the compiler until nothing more is wrong.
    fn ask(&mut self, types: &[String], mut questions: Vec<Question<'_>>, module: &Module) -> Result<(), Error> {
        loop {
            let mut lines = vec![format!("module Types = struct {} end", types.join(" "))];
            lines.extend(questions.iter().enumerate().map(|(index, question)| {
                let Question {
                    declaration,
                    expected,
                    aliases,
                } = question;
                let scope = std::iter::once(&module.name).chain(&declaration.scope);
                let scope: Vec<&str> = scope.map(String::as_str).collect();
                let opened = (1..=scope.len()).map(|depth| format!("open! {} ", scope[..depth].join(".")));
                format!(
                    "module Check{index} = struct {}module Rust = (struct open! Types {aliases} {expected} end : sig {} end) end",
                    opened.collect::<String>(),
                    declaration.text
                )
            }));
            let Verdict::Wrong { line, message } = module.accepts(&lines)? else {
                return Ok(());
            };
            if line == 0 || line > questions.len() {
                return Err(Error::new(
                    format!("the check of {} does not compile:\n{message}", module.display()),
                    "check that what the file needs is found: -I names folders with compiled interfaces",
                ));
            }
            let question = questions.remove(line - 1);
            let declaration = question.declaration;
            self.report.mismatches.push(format!(
                "{}: {} is not what Rust exports\n  Rust:  {}\n  OCaml: {}",
                module.place(declaration),
                declaration.name,
                question.expected,
                declaration.text
            ));
        }
    }
}

/// The function with a symbol.
fn function<'i>(interface: &'i Interface, symbol: &str) -> Option<&'i FunctionItem> {
    interface.functions.iter().find(|function| function.symbol == symbol)
}

/// Declarations with the functions that they stand for.
fn externals<'s, 'i>(
    interface: &'i Interface,
    declarations: &[&'s Declaration],
) -> Vec<(&'s Declaration, &'i FunctionItem)> {
    let both = |declaration: &&'s Declaration| Some((*declaration, function(interface, declaration.symbols.last()?)?));
    declarations.iter().filter_map(both).collect()
}

/// All types that are needed for these functions.
fn reached(interface: &Interface, externals: &[(&Declaration, &FunctionItem)]) -> BTreeSet<Id> {
    let mut open = Vec::new();
    for (_, function) in externals {
        function
            .arguments
            .iter()
            .for_each(|argument| derived(&argument.ty, &mut open));
        derived(&function.result, &mut open);
    }
    let mut reached = BTreeSet::new();
    while let Some((module, name)) = open.pop() {
        if reached.insert((module.clone(), name.to_owned())) {
            let types = interface.types.iter();
            let definition = types.filter(|ty| (&ty.module, ty.name.as_str()) == (module, name));
            open.extend(definition.flat_map(|ty| mentioned(&ty.shape)));
        }
    }
    reached
}

/// Types, each after what it needs, and the keywords of their definitions.
fn ordered<'t>(types: &[&'t TypeItem]) -> Vec<(&'t TypeItem, &'static str)> {
    let edges: Vec<Vec<usize>> = types
        .iter()
        .map(|ty| {
            let needed = mentioned(&ty.shape).into_iter();
            needed
                .filter_map(|id| types.iter().position(|ty| (&ty.module, ty.name.as_str()) == id))
                .collect()
        })
        .collect();
    let keyword = |index| if index == 0 { "type" } else { "and" };
    let components = components(&edges).into_iter();
    components
        .flat_map(|nodes| {
            nodes
                .into_iter()
                .enumerate()
                .map(|(index, node)| (types[node], keyword(index)))
        })
        .collect()
}

/// What is said of a type that is defined otherwise in OCaml.
fn mismatch(ty: &TypeItem, rust: &str, matching: &Matching<'_>, module: &Module, message: &str) -> String {
    let declared = matching.declared(ty);
    let (place, path, ocaml) = match &declared {
        Some((path, declared)) => (module.place_of_type(&declared.name), path.as_str(), &declared.text[..]),
        None => (module.display(), ty.name.as_str(), "a type of another module"),
    };
    let help = match message.contains("different names") {
        true => "\n  help: names count for OCaml: rename one of them, in Rust with `#[ocaml(rename = \"…\")]`",
        false => "",
    };
    format!(
        "{place}: the type {path} is not {}::{} of Rust\n  Rust:  {rust}\n  OCaml: {ocaml}\n{}{help}",
        ty.module.0.join("::"),
        ty.name,
        indented(message)
    )
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| format!("  {line}"));
    lines.collect::<Vec<_>>().join("\n")
}
