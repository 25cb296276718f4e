//! The layout of items, as ocamlformat would leave them: on one line if they fit, otherwise one part per line.

use super::doc::comment;

/// The width of lines.
pub const WIDTH: usize = 80;

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
        let one = |fields: &[Field]| matches!(fields, [field] if !field.text.starts_with("mutable "));
        match self {
            Body::Record(fields) => one(fields),
            Body::Variant(constructors) => match &constructors[..] {
                [constructor] => match &constructor.arguments {
                    Arguments::None => false,
                    Arguments::Types(types) => parts(types, " * ").len() == 1,
                    Arguments::Record(fields) => one(fields),
                },
                _ => false,
            },
            Body::Abstract | Body::Alias(_) | Body::PolyVariant(_) | Body::Object(_) => false,
        }
    }
}

pub struct Field {
    /// `mutable name : type`, or the same of a method.
    pub text: String,
    pub doc: String,
}

pub struct Constructor {
    pub name: String,
    pub arguments: Arguments,
    pub doc: String,
}

pub enum Arguments {
    None,
    /// ` of a * b`
    Types(String),
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

fn fits(text: &str, indent: usize) -> bool {
    !text.contains('\n') && indent + text.chars().count() <= WIDTH
}

/// The characters of a type expression that stand outside of all brackets, and where.
pub fn outside(ty: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut depth, mut before) = (0_usize, ' ');
    ty.char_indices().filter(move |(_, c)| {
        match (before, c) {
            (_, '(' | '[' | '{') => depth += 1,
            (_, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            // Those of an object, but not `->`, `[>` and `[<`.
            ('-' | '[', '<' | '>') => {}
            (_, '<') => depth += 1,
            (_, '>') => depth = depth.saturating_sub(1),
            _ => {}
        }
        before = *c;
        depth == 0
    })
}

/// A type expression, split where this operator stands outside of brackets.
fn parts<'a>(ty: &'a str, operator: &str) -> Vec<&'a str> {
    let (mut parts, mut start) = (Vec::new(), 0);
    for (index, _) in outside(ty).filter(|(index, _)| ty[*index..].starts_with(operator)) {
        parts.push(&ty[start..index]);
        start = index + operator.len();
    }
    parts.push(&ty[start..]);
    parts
}

/// A type expression that stands at this column; with one part of a function, tuple or object on each line if it is too long.
fn wrapped(ty: &str, column: usize) -> String {
    if fits(ty, column) {
        return ty.to_owned();
    }
    let pad = " ".repeat(column);
    let (arrows, elements) = (parts(ty, " -> "), parts(ty, " * "));
    let methods = ty.strip_prefix("< ").and_then(|ty| ty.strip_suffix(" >"));
    match (arrows.len(), elements.len(), methods) {
        (1, 1, Some(methods)) => {
            let methods = parts(methods, " ; ").into_iter().map(|text| method(text, column + 2));
            format!("< {} >", methods.collect::<Vec<_>>().join(&format!("\n{pad}; ")))
        }
        (1, ..) => elements.join(&format!("\n{pad}* ")),
        _ => {
            let arrows: Vec<String> = arrows.into_iter().map(|part| wrapped(part, column)).collect();
            arrows.join(&format!(" ->\n{pad}"))
        }
    }
}

/// `name : type`, which stands at this column.
fn method(text: &str, column: usize) -> String {
    match text.split_once(" : ") {
        Some((name, ty)) if !fits(text, column) => {
            format!("{name} :\n{}{}", " ".repeat(column + 2), wrapped(ty, column + 2))
        }
        _ => text.to_owned(),
    }
}

/// The type of an object: `< name : string ; size : int >`, with `..` at the end if it may have more methods.
pub fn object(methods: &[Field], open: bool) -> String {
    let methods = methods.iter().map(|method| method.text.as_str());
    let parts: Vec<&str> = methods.chain(open.then_some("..")).collect();
    match parts.is_empty() {
        true => "< >".to_owned(),
        false => format!("< {} >", parts.join(" ; ")),
    }
}

/// A definition behind `type` or `and`; with the documentation, if wanted.
pub fn definition(keyword: &str, definition: &Definition, indent: usize, docs: bool) -> String {
    let pad = " ".repeat(indent);
    let head = format!("{pad}{keyword} {}", definition.head);
    let unboxed = match definition.unboxed {
        true => " [@@unboxed]",
        // Where either would do, OCaml wants to be told.
        false if definition.body.can_be_unboxed() => " [@@boxed]",
        false => "",
    };
    let text = match &definition.body {
        Body::Abstract => head,
        Body::Alias(ty) => {
            let line = format!("{head} = {ty}");
            if fits(&line, 0) {
                line
            } else {
                format!("{head} =\n{pad}  {}", wrapped(ty, indent + 2))
            }
        }
        Body::Object(methods) => {
            let line = format!("{head} = {}", object(methods, false));
            let bare = !docs || methods.iter().all(|method| method.doc.is_empty());
            match bare && fits(&line, 0) {
                true => line,
                false => format!("{head} =\n{}", methods_on_lines(methods, indent + 2, docs)),
            }
        }
        Body::Record(fields) => match one_line(fields, docs) {
            Some(fields) if fits(&format!("{head} = {fields}{unboxed}"), 0) => format!("{head} = {fields}{unboxed}"),
            _ => format!("{head} = {}{unboxed}", record(fields, indent, docs)),
        },
        Body::Variant(all) => {
            let bare = !docs || all.iter().all(|constructor| constructor.doc.is_empty());
            let texts: Option<Vec<String>> = all.iter().map(|constructor| constructor.one_line(docs)).collect();
            let line = texts.map(|texts| format!("{head} = {}{unboxed}", texts.join(" | ")));
            match line {
                Some(line) if bare && fits(&line, 0) => line,
                _ => {
                    let lines = all
                        .iter()
                        .map(|constructor| format!("\n{pad}  | {}", constructor.lines(indent + 4, docs)));
                    format!("{head} ={}{unboxed}", lines.collect::<String>())
                }
            }
        }
        Body::PolyVariant(all) => {
            let bare = !docs || all.iter().all(|constructor| constructor.doc.is_empty());
            let texts: Option<Vec<String>> = all.iter().map(|constructor| constructor.one_line(docs)).collect();
            let line = texts.map(|texts| format!("{head} = [ {} ]", texts.join(" | ")));
            match line {
                Some(line) if bare && fits(&line, 0) => line,
                _ => {
                    let lines: Vec<String> = all.iter().map(|one| one.lines(indent + 4, docs)).collect();
                    format!("{head} =\n{pad}  [ {} ]", lines.join(&format!("\n{pad}  | ")))
                }
            }
        }
    };
    documented(text, &definition.doc, indent, docs)
}

/// An item with its documentation behind it.
fn documented(text: String, doc: &str, indent: usize, docs: bool) -> String {
    match comment(doc, indent) {
        doc if docs && !doc.is_empty() => format!("{text}\n{doc}"),
        _ => text,
    }
}

/// `{ a : int; b : int }`, unless a field has documentation to show.
fn one_line(fields: &[Field], docs: bool) -> Option<String> {
    if docs && fields.iter().any(|field| !field.doc.is_empty()) {
        return None;
    }
    let fields: Vec<&str> = fields.iter().map(|field| field.text.as_str()).collect();
    Some(format!("{{ {} }}", fields.join("; ")))
}

fn record(fields: &[Field], indent: usize, docs: bool) -> String {
    let pad = " ".repeat(indent);
    let lines = fields.iter().map(|field| {
        let line = format!("{pad}  {};", field.text);
        format!("{}\n", attached(line, &field.doc, indent + 4, docs))
    });
    format!("{{\n{}{pad}}}", lines.collect::<String>())
}

/// A method on each line.
fn methods_on_lines(methods: &[Field], indent: usize, docs: bool) -> String {
    let pad = " ".repeat(indent);
    let lines = methods.iter().enumerate().map(|(index, method)| {
        let sign = if index == 0 { '<' } else { ';' };
        let text = self::method(&method.text, indent + 2);
        attached(format!("{pad}{sign} {text}"), &method.doc, indent + 4, docs)
    });
    format!("{} >", lines.collect::<Vec<_>>().join("\n"))
}

/// A line with its documentation at its end, or below.
fn attached(line: String, doc: &str, indent: usize, docs: bool) -> String {
    let doc = comment(doc, indent);
    if !docs || doc.is_empty() {
        return line;
    }
    let joined = format!("{line}  {}", doc.trim_start());
    if fits(&joined, 0) {
        joined
    } else {
        format!("{line}\n{doc}")
    }
}

impl Constructor {
    fn one_line(&self, docs: bool) -> Option<String> {
        Some(match &self.arguments {
            Arguments::None => self.name.clone(),
            Arguments::Types(types) => format!("{} of {types}", self.name),
            Arguments::Record(fields) => format!("{} of {}", self.name, one_line(fields, docs)?),
        })
    }

    /// The constructor, which stands at this column.
    fn lines(&self, column: usize, docs: bool) -> String {
        let text = match (self.one_line(docs), &self.arguments) {
            (Some(line), _) if fits(&line, column) => line,
            (_, Arguments::Record(fields)) => format!("{} of {}", self.name, record(fields, column, docs)),
            (line, _) => line.unwrap_or_default(),
        };
        let pad = " ".repeat(column);
        let text = attached(format!("{pad}{text}"), &self.doc, column, docs);
        text[column..].to_owned()
    }
}

/// An exception; with the documentation, if wanted.
pub fn exception(constructor: &Constructor, indent: usize, docs: bool) -> String {
    let pad = " ".repeat(indent);
    let text = match (constructor.one_line(docs), &constructor.arguments) {
        (None, Arguments::Record(fields)) => format!("{} of {}", constructor.name, record(fields, indent, docs)),
        (Some(line), Arguments::Record(fields)) if !fits(&format!("{pad}exception {line}"), 0) => {
            format!("{} of {}", constructor.name, record(fields, indent, docs))
        }
        (Some(line), Arguments::Types(types)) if !fits(&format!("{pad}exception {line}"), 0) => {
            format!("{} of\n{pad}    {}", constructor.name, wrapped(types, indent + 4))
        }
        (line, _) => line.unwrap_or_default(),
    };
    documented(format!("{pad}exception {text}"), &constructor.doc, indent, docs)
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

/// Tells Rust which constructors its exceptions have.
pub fn registration(exceptions: &[Registered], indent: usize) -> String {
    let pad = " ".repeat(indent);
    let calls: Vec<String> = exceptions
        .iter()
        .flat_map(|exception| {
            let Registered {
                constructor,
                name,
                number,
                register,
            } = exception;
            let number = number.map(|number| format!("{register} \"{name}:interface\" {number}"));
            let call = format!("{register} \"{name}\" [%extension_constructor {constructor}]");
            std::iter::once(call).chain(number)
        })
        .collect();
    format!("{pad}let () =\n{pad}  {}", calls.join(&format!(";\n{pad}  ")))
}

/// `pp`, which makes what `debug` shows usable with `%a` and `#install_printer`.
pub struct Printer {
    /// `Format.formatter`
    pub formatter: String,
    pub ty: String,
}

/// The only function of an interface that is written in OCaml.
pub fn printer(printer: &Printer, indent: usize, docs: bool) -> String {
    let pad = " ".repeat(indent);
    let Printer { formatter, ty } = printer;
    if docs {
        let doc = "Prints what `debug` shows.";
        return documented(format!("{pad}val pp : {formatter} -> {ty} -> unit"), doc, indent, docs);
    }
    let module = formatter.trim_end_matches(".formatter");
    format!("{pad}let pp formatter value =\n{pad}  {module}.pp_print_string formatter (debug value)")
}

/// Compares the archive with the one that was read. Externals are in a module, because nothing else can have some.
pub fn guard(guards: &[&Guard]) -> String {
    if guards.is_empty() {
        return String::new();
    }
    let externals = guards.iter().map(|Guard { function, symbol, .. }| {
        let line = format!("    external check_{function} : int -> unit = \"{symbol}\"");
        match fits(&line, 0) {
            true => format!("{line}\n"),
            false => format!("    external check_{function}\n      : int -> unit\n      = \"{symbol}\"\n"),
        }
    });
    let calls: Vec<String> = guards
        .iter()
        .map(|Guard { function, number, .. }| format!("  Archive.check_{function} {number}"))
        .collect();
    format!(
        "
(* Each raises Failure if the archive is not the one that this was printed from. *)
let () =
  let module Archive = struct
{}  end in
{}
",
        externals.collect::<String>(),
        calls.join(";\n")
    )
}

/// A declaration; with the documentation, if wanted.
pub fn external(external: &External, indent: usize, docs: bool) -> String {
    match external.constant {
        true => constant(external, indent, docs),
        false => function(external, indent, docs),
    }
}

/// `val max_depth : int`, or how its value is found.
fn constant(constant: &External, indent: usize, interface: bool) -> String {
    let (pad, name) = (" ".repeat(indent), &constant.name);
    if interface {
        let ty = constant.types.last().map_or("", String::as_str);
        return documented(format!("{pad}val {name} : {ty}"), &constant.doc, indent, true);
    }
    let declared = function(constant, indent + 4, false);
    format!("{pad}let {name} =\n{pad}  let module Rust = struct\n{declared}\n{pad}  end in\n{pad}  Rust.{name} ()")
}

fn function(external: &External, indent: usize, docs: bool) -> String {
    let pad = " ".repeat(indent);
    let head = format!("{pad}external {} :", external.name);
    let ty = external.types.join(" -> ");
    let symbols: Vec<String> = external.symbols.iter().map(|symbol| format!("\"{symbol}\"")).collect();
    let symbols = format!("= {}", symbols.join(" "));
    let noalloc = if external.noalloc { "[@@noalloc]" } else { "" };
    let tail = if external.noalloc {
        format!("{symbols} {noalloc}")
    } else {
        symbols.clone()
    };
    let types: Vec<String> = external.types.iter().map(|ty| wrapped(ty, indent + 2)).collect();
    let broken = types.join(&format!(" ->\n{pad}  "));
    let last = broken.lines().last().unwrap_or_default().trim_start();
    let text = if fits(&format!("{head} {ty} {tail}"), 0) {
        format!("{head} {ty} {tail}")
    } else if fits(&format!("{head} {ty} {symbols}"), 0) {
        format!("{head} {ty} {symbols}\n{pad}{noalloc}")
    } else if fits(&format!("{head} {ty}"), 0) {
        format!("{head} {ty}\n{pad}  {symbols}{}", attribute(noalloc, &pad))
    } else if fits(&format!("{pad}  {ty} {symbols}"), 0) {
        format!("{head}\n{pad}  {ty} {symbols}{}", attribute(noalloc, &pad))
    } else if fits(&format!("{pad}  {ty}"), 0) {
        format!("{head}\n{pad}  {ty}\n{pad}  {symbols}{}", attribute(noalloc, &pad))
    } else if fits(&format!("{pad}  {last} {symbols}"), 0) {
        format!("{head}\n{pad}  {broken} {symbols}{}", attribute(noalloc, &pad))
    } else {
        format!("{head}\n{pad}  {broken}\n{pad}  {symbols}{}", attribute(noalloc, &pad))
    };
    documented(text, &external.doc, indent, docs)
}

fn attribute(attribute: &str, pad: &str) -> String {
    match attribute {
        "" => String::new(),
        attribute => format!("\n{pad}{attribute}"),
    }
}
