//! Type expressions: from text to what they consist of, and from that to a layout.

use super::boxes::{CUT, Doc, SPACE, all, fill, separated, space, text};
use super::doc::beside;
use super::names;

/// What surrounds a type expression, and so whether it needs parentheses.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Level {
    Whole,
    ArrowArgument,
    TupleElement,
}

/// A type expression.
#[derive(Debug, PartialEq)]
pub enum Typexpr<'a> {
    /// A name or variable, or what is in parentheses and none of the others.
    Atom(&'a str),
    /// What is none of the others.
    Other(&'a str),
    /// The arguments with their labels, such as `?mode:`, and the result.
    Arrow(Vec<(String, Typexpr<'a>)>),
    Tuple(Vec<Typexpr<'a>>),
    /// Arguments, and the name of the type.
    Apply(Vec<Typexpr<'a>>, &'a str),
    /// Methods, and whether there may be more.
    Object(Vec<(&'a str, Typexpr<'a>)>, bool),
    /// How it begins, and the tags.
    PolyVariant(&'a str, Vec<(&'a str, Option<Typexpr<'a>>)>),
    /// `(float[@unboxed])`
    Attributed(Box<Typexpr<'a>>, &'a str),
}

use Typexpr::{Apply, Arrow, Atom, Attributed, Object, Other, PolyVariant, Tuple};

/// What is deeper is not looked into.
const MAX_DEPTH: usize = 100;

impl<'a> Typexpr<'a> {
    /// Reads a type expression.
    pub fn parse(text: &'a str) -> Typexpr<'a> {
        let rest = text.trim();
        let mut parser = Parser { rest, depth: 0 };
        match parser.whole() {
            Some(ty) if parser.rest.is_empty() => ty,
            _ => Other(rest),
        }
    }

    /// Where it needs no parentheses.
    pub fn level(&self) -> Level {
        match self {
            // There may be none around it.
            Other(text) if is_polymorphic(text) => Level::TupleElement,
            Arrow(_) | Other(_) => Level::Whole,
            Tuple(_) => Level::ArrowArgument,
            _ => Level::TupleElement,
        }
    }

    pub fn doc(&self, level: Level) -> Doc {
        let parentheses = self.level() < level;
        let wrapped = |mut docs: Vec<Doc>| {
            if parentheses {
                docs.insert(0, text("("));
                docs.push(text(")"));
            }
            all(0, docs)
        };
        match self {
            Atom(name) | Other(name) => wrapped(vec![text(*name)]),
            Arrow(types) => {
                let last = types.len() - 1;
                let parts = types
                    .iter()
                    .enumerate()
                    .map(|(index, (label, ty))| match label.as_str() {
                        "" if index == last => ty.doc(Level::Whole),
                        "" => ty.doc(Level::ArrowArgument),
                        label => fill(2, vec![text(label), CUT, ty.doc(Level::ArrowArgument)]),
                    });
                wrapped(separated(parts, &[text(" ->"), SPACE]))
            }
            Tuple(types) => wrapped(product(types)),
            Apply(arguments, name) => {
                let mut docs = match &arguments[..] {
                    [one] => vec![one.doc(Level::TupleElement)],
                    many => {
                        let arguments = many.iter().map(|ty| ty.doc(Level::Whole));
                        let arguments = separated(arguments, &[text(","), space(2)]);
                        [vec![Doc::Either(0, "(", "( ")], arguments, vec![Doc::Close(")", ")")]].concat()
                    }
                };
                docs.extend([SPACE, text(*name)]);
                all(0, docs)
            }
            Object(methods, open) => object(methods.iter().map(|(name, ty)| method(name, ty, None)), *open),
            PolyVariant(opening, tags) => {
                let tags = tags.iter().map(|(name, ty)| tag(name, ty.as_slice(), None));
                poly_variant(opening, tags)
            }
            Attributed(ty, attribute) => all(
                0,
                vec![text("("), ty.doc(Level::TupleElement), CUT, text(*attribute), text(")")],
            ),
        }
    }
}

/// Whether it is `'a 'b. …`, which a field may have.
fn is_polymorphic(text: &str) -> bool {
    let is_variable = |word: &str| word.len() > 1 && word.starts_with('\'');
    let variables = text.split_once('.').map(|(variables, _)| variables.trim());
    variables.is_some_and(|variables| variables.split_whitespace().all(is_variable)) && variables != Some("")
}

/// `a * b`
pub fn product(types: &[Typexpr<'_>]) -> Vec<Doc> {
    let types = types.iter().map(|ty| ty.doc(Level::TupleElement));
    separated(types, &[SPACE, text("* ")])
}

/// `< name : string ; size : int >`, with `..` at the end if it may have more methods.
pub fn object(methods: impl Iterator<Item = Doc>, open: bool) -> Doc {
    let mut docs = separated(methods.chain(open.then(|| text(".."))), &[SPACE, text("; ")]);
    match docs.is_empty() {
        true => text("< >"),
        false => {
            docs.insert(0, text("< "));
            docs.push(text(" >"));
            all(0, docs)
        }
    }
}

/// A method with what is said of it.
pub fn method(name: &str, ty: &Typexpr<'_>, doc: Option<Doc>) -> Doc {
    let method = all(2, vec![text(format!("{name} :")), SPACE, ty.doc(Level::Whole)]);
    all(4, beside(method, doc))
}

/// ``[ `Red | `Gray of float ]``
pub fn poly_variant(opening: &str, tags: impl Iterator<Item = Doc>) -> Doc {
    let mut docs = separated(tags, &[SPACE, text("| ")]);
    docs.insert(0, text(format!("{opening} ")));
    docs.push(Doc::Close(" ]", "]"));
    all(0, docs)
}

/// A tag with what is said of it. One argument needs no parentheses.
pub fn tag(name: &str, types: &[Typexpr<'_>], doc: Option<Doc>) -> Doc {
    let tag = match types {
        [] => text(name),
        [one] => all(0, vec![text(format!("{name} of")), SPACE, one.doc(Level::Whole)]),
        many => all(0, vec![text(format!("{name} of")), SPACE, all(0, product(many))]),
    };
    all(0, beside(tag, doc))
}

/// Reads a type expression.
struct Parser<'a> {
    /// What has not been read, without space before it.
    rest: &'a str,
    depth: usize,
}

impl<'a> Parser<'a> {
    /// Whether this comes next, which is then behind.
    fn is_next(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token).map(str::trim_start);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// What begins with one of the first characters and goes on with such ones.
    fn word(&mut self, first: impl Fn(char) -> bool) -> Option<&'a str> {
        let is_rest = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
        self.rest.starts_with(first).then_some(())?;
        let end = self.rest.char_indices().find(|(index, c)| *index > 0 && !is_rest(*c));
        let (word, rest) = self.rest.split_at(end.map_or(self.rest.len(), |(index, _)| index));
        self.rest = rest.trim_start();
        Some(word)
    }

    fn whole(&mut self) -> Option<Typexpr<'a>> {
        (self.depth < MAX_DEPTH).then_some(())?;
        self.depth += 1;
        let ty = self.arrow();
        self.depth -= 1;
        ty
    }

    fn arrow(&mut self) -> Option<Typexpr<'a>> {
        let mut types = Vec::new();
        loop {
            types.push((self.label(), self.tuple()?));
            if !self.is_next("->") {
                break;
            }
        }
        match &types[..] {
            // What has a label is an argument.
            [.., (label, _)] if !label.is_empty() => None,
            [_] => types.pop().map(|(_, ty)| ty),
            _ => Some(Arrow(types)),
        }
    }

    /// `label:` or `?label:`, or nothing.
    fn label(&mut self) -> String {
        let before = self.rest;
        let sign = if self.is_next("?") { "?" } else { "" };
        match self.word(|c| c.is_lowercase() || c == '_') {
            Some(name) if self.is_next(":") => format!("{sign}{name}:"),
            _ => {
                self.rest = before;
                String::new()
            }
        }
    }

    fn tuple(&mut self) -> Option<Typexpr<'a>> {
        let mut types = vec![self.applied()?];
        while self.is_next("*") {
            types.push(self.applied()?);
        }
        match types.len() {
            1 => types.pop(),
            _ => Some(Tuple(types)),
        }
    }

    /// `int list array`
    fn applied(&mut self) -> Option<Typexpr<'a>> {
        let mut ty = match self.rest.starts_with('(') {
            true => self.parenthesised()?,
            false => self.simple()?,
        };
        while let Some(name) = self.path() {
            ty = Apply(vec![ty], name);
        }
        Some(ty)
    }

    /// `(int)`, `(float[@unboxed])`, or `(int, string) result`.
    fn parenthesised(&mut self) -> Option<Typexpr<'a>> {
        let all = self.rest;
        match self.list() {
            Some((mut types, "")) if types.len() == 1 => types.pop(),
            Some((mut types, attribute)) if types.len() == 1 => {
                types.pop().map(|ty| Attributed(Box::new(ty), attribute))
            }
            Some((types, "")) => Some(Apply(types, self.path()?)),
            // `(module S)`, `(int as 'a)`
            _ => {
                let mut depth = 0_usize;
                let end = all.find(|c| {
                    match c {
                        '(' => depth += 1,
                        ')' => depth -= 1,
                        _ => {}
                    }
                    depth == 0
                })?;
                self.rest = all[end + 1..].trim_start();
                Some(Atom(&all[..=end]))
            }
        }
    }

    /// Types in parentheses, and an attribute.
    fn list(&mut self) -> Option<(Vec<Typexpr<'a>>, &'a str)> {
        self.is_next("(");
        let mut types = vec![self.whole()?];
        while self.is_next(",") {
            types.push(self.whole()?);
        }
        let end = match self.rest.starts_with("[@") {
            true => self.rest.find(']')? + 1,
            false => 0,
        };
        let (attribute, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        self.is_next(")").then_some((types, attribute))
    }

    fn simple(&mut self) -> Option<Typexpr<'a>> {
        match self.rest.chars().next()? {
            '<' => self.object(),
            '[' => self.poly_variant(),
            '_' | '\'' => self.word(|c| c == '_' || c == '\'').map(Atom),
            _ => self.path().map(Atom),
        }
    }

    /// `Map.Make(String).t`
    fn path(&mut self) -> Option<&'a str> {
        let all = self.rest;
        let is_first = |c: char| c.is_alphabetic() || c == '_';
        let mut end = 0;
        loop {
            all[end..].starts_with(is_first).then_some(())?;
            end += all[end..]
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '\''))
                .unwrap_or(all.len() - end);
            if all[end..].starts_with('(') {
                end += all[end..].find(')')? + 1;
            }
            match all[end..].strip_prefix('.') {
                Some(_) => end += 1,
                None => break,
            }
        }
        (!names::is_keyword(&all[..end])).then_some(())?;
        self.rest = all[end..].trim_start();
        Some(&all[..end])
    }

    fn object(&mut self) -> Option<Typexpr<'a>> {
        let mut methods = Vec::new();
        self.is_next("<");
        loop {
            if self.is_next(">") {
                return Some(Object(methods, false));
            }
            if self.is_next("..") {
                return self.is_next(">").then_some(Object(methods, true));
            }
            let name = self.word(|c| c.is_lowercase() || c == '_')?;
            self.is_next(":").then_some(())?;
            methods.push((name, self.whole()?));
            self.is_next(";");
        }
    }

    fn poly_variant(&mut self) -> Option<Typexpr<'a>> {
        let opening = ["[>", "[<", "["].into_iter().find(|opening| self.is_next(opening))?;
        let mut tags = Vec::new();
        self.is_next("|");
        loop {
            let name = self.word(|c| c == '`')?;
            let ty = match self.is_next("of ") {
                true => Some(self.whole()?),
                false => None,
            };
            tags.push((name, ty));
            if self.is_next("]") {
                return Some(PolyVariant(opening, tags));
            }
            self.is_next("|").then_some(())?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::boxes::one_line;
    use super::*;

    /// On one line, as an element of a tuple.
    fn element(text: &str) -> String {
        one_line(&Typexpr::parse(text).doc(Level::TupleElement))
    }

    #[test]
    fn types_are_read() {
        for (text, expected) in [
            ("int", "int"),
            ("int  list", "int list"),
            ("(int*string)list", "(int * string) list"),
            ("( int , 'a) Map.Make(String).t", "(int, 'a) Map.Make(String).t"),
            ("x : int->?y:(int*int)->((unit))", "(x:int -> ?y:int * int -> unit)"),
            ("(int -> int) -> int", "((int -> int) -> int)"),
            ("< a:int;b : 'a list;.. >", "< a : int ; b : 'a list ; .. >"),
            ("[>`A|`B of int*int]", "[> `A | `B of int * int ]"),
            ("(float [@unboxed])", "(float[@unboxed])"),
        ] {
            assert_eq!(element(text), expected);
        }
    }

    /// They stay as they are, in parentheses where something is around them.
    #[test]
    fn what_is_not_understood_is_kept() {
        for (text, expected) in [
            ("(module S)  list", "(module S) list"),
            ("(int as 'a) * int", "((int as 'a) * int)"),
            ("(module S) as 'a", "((module S) as 'a)"),
            ("[ `A of int & string ]", "([ `A of int & string ])"),
            ("int ->", "(int ->)"),
            ("'a 'b. 'a -> 'b", "'a 'b. 'a -> 'b"),
            ("'a M.t as 'b", "('a M.t as 'b)"),
            ("(int", "((int)"),
            ("", "()"),
        ] {
            assert_eq!(element(text), expected);
        }
        let deep = format!("{}int{}", "(".repeat(10_000), ")".repeat(10_000));
        assert_eq!(element(&deep), deep[99..deep.len() - 99]);
    }
}
