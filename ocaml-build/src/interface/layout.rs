//! The layout of items, as ocamlformat would leave them.

use super::boxes::{CUT, Doc, SPACE, all, fill, fits, separated, space, text};
use super::doc::{beside, comment};
use super::typexpr::{Level, Typexpr, method, object, poly_variant, product, tag};

/// The right side of a type definition.
pub enum Body {
    Abstract,
    Alias(String),
    Record(Vec<Field>),
    Variant(Vec<Constructor>),
    PolyVariant(Vec<Constructor>),
    Object(Vec<Field>),
}

impl Body {
    /// Whether OCaml could leave the block out: there is one constructor with one immutable argument.
    fn can_be_unboxed(&self) -> bool {
        let one = |fields: &[Field]| matches!(fields, [field] if !field.name.starts_with("mutable "));
        match self {
            Body::Record(fields) => one(fields),
            Body::Variant(constructors) => match &constructors[..] {
                [constructor] => match &constructor.arguments {
                    Arguments::Types(types) => types.len() == 1,
                    Arguments::Record(fields) => one(fields),
                },
                _ => false,
            },
            Body::Abstract | Body::Alias(_) | Body::PolyVariant(_) | Body::Object(_) => false,
        }
    }
}

pub struct Field {
    /// `name` or `mutable name`, or that of a method.
    pub name: String,
    pub ty: String,
    pub doc: String,
}

pub struct Constructor {
    pub name: String,
    pub arguments: Arguments,
    pub doc: String,
}

pub enum Arguments {
    /// ` of a * b`, or nothing if there are none.
    Types(Vec<String>),
    Record(Vec<Field>),
}

pub struct Definition {
    /// `('a, 'b) name`
    pub head: String,
    pub body: Body,
    pub unboxed: bool,
    pub doc: String,
}

pub struct External {
    pub name: String,
    /// The arguments, and the result last.
    pub types: Vec<String>,
    pub symbols: Vec<String>,
    pub guard: Option<Guard>,
    pub noalloc: bool,
    /// Whether it is called once, for a value.
    pub constant: bool,
    pub doc: String,
}

/// What is compared with the archive when the program starts.
pub struct Guard {
    /// The symbol of the function.
    pub function: String,
    /// The symbol of the function that compares the number.
    pub symbol: String,
    /// The number that it should be.
    pub number: u32,
}

/// An exception that Rust looks for.
pub struct Registered {
    pub constructor: String,
    /// The name under which Rust looks for it.
    pub name: String,
    /// The number of its descriptor.
    pub number: Option<u32>,
    /// `Callback.register`, as it is called there.
    pub register: String,
}

/// `pp`, which makes what `debug` shows usable with `%a` and `#install_printer`.
pub struct Printer {
    /// `Format.formatter`
    pub formatter: String,
    pub ty: String,
}

/// Lays out items; with the documentation, and as of an interface, or as of an implementation.
#[derive(Clone, Copy)]
pub struct Layout {
    pub interface: bool,
}

impl Layout {
    fn comment(self, doc: &str) -> Option<Doc> {
        comment(doc).filter(|_| self.interface)
    }

    /// An item with its documentation behind it.
    fn documented(self, item: Doc, doc: &str) -> Doc {
        match self.comment(doc) {
            Some(doc) => all(0, vec![item, Doc::Newline, doc]),
            None => item,
        }
    }

    /// A definition behind `type` or `and`.
    pub fn definition(self, keyword: &str, definition: &Definition) -> Doc {
        let Definition { body, doc, .. } = definition;
        let head = head(keyword, &definition.head);
        let equals = |ty: Doc| all(2, vec![head.clone(), text(" ="), SPACE, ty]);
        let item = match body {
            Body::Abstract => head,
            Body::Alias(ty) => equals(Typexpr::parse(ty).doc(Level::Whole)),
            Body::Object(methods) => equals(object(methods.iter().map(|one| self.method(one)), false)),
            Body::PolyVariant(tags) => equals(poly_variant("[", tags.iter().map(|one| self.tag(one)))),
            Body::Record(fields) => all(2, [vec![head, text(" = ")], self.record(fields, Level::Whole)].concat()),
            Body::Variant(constructors) => {
                let constructors = constructors.iter().map(|one| all(0, vec![self.constructor(one)]));
                let constructors = separated(constructors, &[SPACE, text("| ")]);
                all(
                    2,
                    [vec![head, text(" ="), SPACE, Doc::AtStart("| ")], constructors].concat(),
                )
            }
        };
        let item = match (definition.unboxed, body.can_be_unboxed()) {
            (true, _) => attributed(item, "[@@unboxed]"),
            // Where either would do, OCaml wants to be told.
            (false, true) => attributed(item, "[@@boxed]"),
            (false, false) => item,
        };
        match (body, self.comment(doc)) {
            // Behind it, the documentation would be that of the last constructor.
            (Body::Variant(_), Some(doc)) => all(0, vec![doc, Doc::Newline, item]),
            _ => self.documented(item, doc),
        }
    }

    /// `{ a : int; b : int }`, in a box that indents by two.
    fn record(self, fields: &[Field], level: Level) -> Vec<Doc> {
        let last = fields.len().saturating_sub(1);
        let fields = fields.iter().enumerate().map(|(index, Field { name, ty, doc })| {
            let semicolon = if index == last {
                Doc::Either(2, "", ";")
            } else {
                text(";")
            };
            let field = vec![
                text(format!("{name} :")),
                SPACE,
                Typexpr::parse(ty).doc(level),
                semicolon,
            ];
            all(4, beside(all(2, field), self.comment(doc)))
        });
        let fields = separated(fields, &[SPACE]);
        [vec![text("{"), SPACE], fields, vec![space(-2), text("}")]].concat()
    }

    fn method(self, Field { name, ty, doc }: &Field) -> Doc {
        method(name, &Typexpr::parse(ty), self.comment(doc))
    }

    fn tag(self, Constructor { name, arguments, doc }: &Constructor) -> Doc {
        match arguments {
            Arguments::Types(types) => tag(name, &parsed(types), self.comment(doc)),
            Arguments::Record(_) => unreachable!("no tag has fields with names"),
        }
    }

    /// A constructor with its documentation beside it.
    fn constructor(self, constructor: &Constructor) -> Doc {
        fill(
            2,
            beside(self.bare(constructor, Level::Whole), self.comment(&constructor.doc)),
        )
    }

    fn bare(self, Constructor { name, arguments, .. }: &Constructor, level: Level) -> Doc {
        let name = text(name.as_str());
        match arguments {
            Arguments::Types(types) if types.is_empty() => name,
            Arguments::Types(types) => all(2, vec![name, text(" of"), SPACE, all(0, product(&parsed(types)))]),
            Arguments::Record(fields) => all(2, [vec![name, text(" of ")], self.record(fields, level)].concat()),
        }
    }

    pub fn exception(self, constructor: &Constructor) -> Doc {
        let exception = all(
            2,
            vec![text("exception"), SPACE, self.bare(constructor, Level::TupleElement)],
        );
        self.documented(exception, &constructor.doc)
    }

    /// A declaration.
    pub fn external(self, external: &External) -> Doc {
        match external.constant {
            true => self.constant(external),
            false => {
                // The attribute has a line of its own where documentation follows.
                let mut docs = function(external);
                if let Some(doc) = self.comment(&external.doc) {
                    docs.extend([Doc::Newline, doc]);
                }
                all(0, docs)
            }
        }
    }

    /// `val max_depth : int`, or how its value is found.
    fn constant(self, constant: &External) -> Doc {
        let name = &constant.name;
        match (self.interface, constant.types.last()) {
            (true, Some(ty)) => self.documented(declaration("val", name, ty, &[]), &constant.doc),
            _ => {
                let call = application(&format!("Rust.{name}"), vec![text("()")]);
                let local = local_module("Rust", all(0, function(constant)), call);
                all(2, vec![text(format!("let {name} =")), Doc::Newline, local])
            }
        }
    }

    /// The only function of an interface that is written in OCaml.
    pub fn printer(self, Printer { formatter, ty }: &Printer) -> Doc {
        if self.interface {
            let ty = format!("{formatter} -> {ty} -> unit");
            return self.documented(declaration("val", "pp", &ty, &[]), "Prints what `debug` shows.");
        }
        let print = format!("{}.pp_print_string", formatter.trim_end_matches(".formatter"));
        let call = application(&print, vec![text("formatter"), text("(debug value)")]);
        all(2, vec![text("let pp formatter value ="), SPACE, call])
    }
}

/// `type ('a, 'b) name`
fn head(keyword: &str, head: &str) -> Doc {
    match Typexpr::parse(head) {
        Typexpr::Apply(parameters, name) if parameters.len() > 1 => {
            let parameters = parameters.iter().map(|parameter| parameter.doc(Level::Whole));
            let parameters = separated(parameters, &[text(","), space(2)]);
            let head = [vec![text("(")], parameters, vec![text(")"), SPACE, text(name)]].concat();
            all(0, vec![text(format!("{keyword} ")), all(0, head)])
        }
        _ => text(format!("{keyword} {head}")),
    }
}

fn parsed(types: &[String]) -> Vec<Typexpr<'_>> {
    types.iter().map(|ty| Typexpr::parse(ty)).collect()
}

/// An item with an attribute, on a line of its own if they do not fit into one.
fn attributed(item: Doc, attribute: &str) -> Doc {
    all(0, vec![item, SPACE, text(attribute)])
}

/// An external, and its attribute.
fn function(external: &External) -> Vec<Doc> {
    let declaration = declaration(
        "external",
        &external.name,
        &external.types.join(" -> "),
        &external.symbols,
    );
    match external.noalloc {
        true => vec![declaration, SPACE, text("[@@noalloc]")],
        false => vec![declaration],
    }
}

/// `val` or `external`.
fn declaration(keyword: &str, name: &str, ty: &str, symbols: &[String]) -> Doc {
    let ty = Typexpr::parse(ty).doc(Level::Whole);
    let mut docs = vec![text(format!("{keyword} {name} :")), SPACE, ty];
    if !symbols.is_empty() {
        let symbols = separated(symbols.iter().map(|symbol| text(format!("\"{symbol}\""))), &[SPACE]);
        docs.extend([SPACE, text("= "), all(0, symbols)]);
    }
    fill(2, docs)
}

/// The call of a function of a module.
fn application(path: &str, arguments: Vec<Doc>) -> Doc {
    let function = match path.rsplit_once('.') {
        Some((module, name)) => all(0, vec![text(module), CUT, text(format!(".{name}"))]),
        None => text(path),
    };
    fill(2, separated(std::iter::once(function).chain(arguments), &[SPACE]))
}

/// Calls, one after another.
fn sequence(calls: impl Iterator<Item = Doc>) -> Doc {
    all(0, separated(calls, &[text(";"), Doc::Newline]))
}

/// Externals are in a module, because nothing else can have some.
fn local_module(name: &str, items: Doc, body: Doc) -> Doc {
    let module = module(format!("let module {name} = struct"), items);
    all(0, vec![module, text(" in"), Doc::Newline, body])
}

/// Items, each of its kind, in a module that is so far from the margin. There is a blank line around what is more than one
/// line, and between kinds.
pub fn items<K: PartialEq>(items: impl Iterator<Item = (K, Doc)>, indent: usize) -> Doc {
    let mut docs = Vec::new();
    let mut before = None;
    for (kind, item) in items {
        let kind = (kind, fits(&item, indent));
        match before {
            None => {}
            Some(before) if before == kind && kind.1 => docs.push(Doc::Newline),
            Some(_) => docs.extend([Doc::Newline, Doc::Newline]),
        }
        docs.push(item);
        before = Some(kind);
    }
    all(0, docs)
}

/// `module Name : sig … end`
pub fn module(opening: String, items: Doc) -> Doc {
    let opening = all(2, vec![text(opening), Doc::Newline, items]);
    all(0, vec![opening, Doc::Newline, text("end")])
}

/// Tells Rust which constructors its exceptions have.
pub fn registration(exceptions: &[Registered]) -> Doc {
    let calls = exceptions.iter().flat_map(|exception| {
        let Registered {
            constructor,
            name,
            register,
            ..
        } = exception;
        let constructor = vec![text("[%extension_constructor"), SPACE, text(format!("{constructor}]"))];
        let call = application(register, vec![text(format!("\"{name}\"")), all(2, constructor)]);
        let number = exception.number.map(|number| {
            application(
                register,
                vec![text(format!("\"{name}:interface\"")), text(number.to_string())],
            )
        });
        std::iter::once(call).chain(number)
    });
    all(2, vec![text("let () ="), SPACE, sequence(calls)])
}

/// Compares the archive with the one that was read.
pub fn guard(guards: &[&Guard]) -> Doc {
    let check = |guard: &Guard| format!("check_{}", guard.function);
    let externals = guards.iter().map(|guard| {
        declaration(
            "external",
            &check(guard),
            "int -> unit",
            std::slice::from_ref(&guard.symbol),
        )
    });
    let calls = guards.iter().map(|guard| {
        application(
            &format!("Archive.{}", check(guard)),
            vec![text(guard.number.to_string())],
        )
    });
    let local = local_module("Archive", items(externals.map(|one| ((), one)), 4), sequence(calls));
    all(2, vec![text("let () ="), Doc::Newline, local])
}
