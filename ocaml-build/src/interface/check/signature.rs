//! Reads the signature of a module as the compiler prints it (`ocamlopt -i`): its externals and types.

/// A type, as far as it can be held against one of Rust.
#[derive(Clone, Debug, PartialEq)]
pub enum Ml {
    Variable,
    /// A type constructor and its arguments.
    Path(String, Vec<Ml>),
    Tuple(Vec<Ml>),
    /// Of its arguments, with `option` around an optional one as in Rust, and the result.
    Arrow(Vec<Ml>, Box<Ml>),
    /// Objects, polymorphic variants and the like.
    Other,
}

/// An `external`.
#[derive(Debug)]
pub struct Declaration {
    /// The modules in which it is.
    pub scope: Vec<String>,
    pub name: String,
    pub ty: Ml,
    pub symbols: Vec<String>,
    /// As it is printed, on one line.
    pub text: String,
}

/// A type with a name.
#[derive(Debug)]
pub struct Declared {
    pub scope: Vec<String>,
    pub name: String,
    /// The types of its fields, or of all arguments of its constructors.
    pub parts: Vec<Ml>,
    /// As it is printed, on one line.
    pub text: String,
}

/// What a module declares.
#[derive(Debug, Default)]
pub struct Signature {
    pub externals: Vec<Declaration>,
    pub types: Vec<Declared>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'a> {
    /// A name or path, also of an applied functor: `Map.Make(Int).t`.
    Name(&'a str),
    Variable,
    Text(&'a str),
    Arrow,
    Symbol(char),
}

/// What begins an item, and so ends a type.
const KEYWORDS: &[&str] = &[
    "and",
    "class",
    "constraint",
    "end",
    "exception",
    "external",
    "include",
    "inherit",
    "method",
    "module",
    "of",
    "open",
    "type",
    "val",
];

/// What begins an item, or ends a module.
const ITEMS: &[&str] = &[
    "and",
    "class",
    "end",
    "exception",
    "external",
    "include",
    "module",
    "open",
    "type",
    "val",
];

fn tokens(text: &str) -> Vec<(usize, Token<'_>)> {
    let bytes = text.as_bytes();
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\'') || byte >= 0x80;
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let token = match bytes[at] {
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            b'"' => {
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + 1).min(bytes.len());
                Token::Text(text[start + 1..at].trim_end_matches('"'))
            }
            b'\'' => {
                at += 1;
                while at < bytes.len() && is_name(bytes[at]) {
                    at += 1;
                }
                Token::Variable
            }
            b'-' if bytes.get(at + 1) == Some(&b'>') => {
                at += 2;
                Token::Arrow
            }
            byte if is_name(byte) => {
                at = path(bytes, at, is_name);
                Token::Name(&text[start..at])
            }
            _ => {
                let c = text[at..].chars().next().unwrap_or(' ');
                at += c.len_utf8();
                Token::Symbol(c)
            }
        };
        tokens.push((start, token));
    }
    tokens
}

/// Where a path ends.
fn path(bytes: &[u8], mut at: usize, is_name: impl Fn(u8) -> bool) -> usize {
    loop {
        let start = at;
        while at < bytes.len() && is_name(bytes[at]) {
            at += 1;
        }
        if bytes[start].is_ascii_uppercase() && bytes.get(at) == Some(&b'(') {
            let mut depth = 0_usize;
            while at < bytes.len() {
                match bytes[at] {
                    b'(' => depth += 1,
                    b')' => depth -= 1,
                    _ => {}
                }
                at += 1;
                if depth == 0 {
                    break;
                }
            }
        }
        match bytes.get(at..at + 2) {
            Some(&[b'.', next]) if is_name(next) => at += 1,
            _ => return at,
        }
    }
}

impl Signature {
    pub fn parse(text: &str) -> Signature {
        let mut parser = Parser {
            text,
            tokens: tokens(text),
            at: 0,
        };
        let mut signature = Signature::default();
        // The modules around, and `None` for what no path leads into.
        let mut scope: Vec<Option<String>> = Vec::new();
        let mut module = None;
        while let Some(token) = parser.next() {
            let Token::Name(word) = token else { continue };
            let known: Option<Vec<String>> = scope.iter().cloned().collect();
            match word {
                "module" if parser.accept(Token::Name("type")) => module = None,
                "module" => {
                    module = match (parser.peek(0), parser.peek(1), parser.peek(2)) {
                        (Some(Token::Name(name)), Some(Token::Symbol(':')), Some(Token::Name("sig"))) => {
                            Some(name.to_owned())
                        }
                        _ => None,
                    };
                }
                "sig" | "object" => scope.push(module.take()),
                "end" => {
                    scope.pop();
                }
                "external" => {
                    let start = parser.tokens[parser.at - 1].0;
                    if let (Some(declaration), Some(scope)) = (parser.external(start), known) {
                        signature.externals.push(Declaration { scope, ..declaration });
                    }
                }
                "type" | "and" => {
                    let text = parser.item();
                    if let (Some((name, parts)), Some(scope)) = (parser.declared(), known) {
                        signature.types.push(Declared {
                            scope,
                            name,
                            parts,
                            text,
                        });
                    }
                }
                _ => {}
            }
        }
        signature
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<(usize, Token<'a>)>,
    at: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self, ahead: usize) -> Option<Token<'a>> {
        self.tokens.get(self.at + ahead).map(|(_, token)| *token)
    }

    fn next(&mut self) -> Option<Token<'a>> {
        let token = self.peek(0)?;
        self.at += 1;
        Some(token)
    }

    fn accept(&mut self, token: Token<'_>) -> bool {
        let is = self.peek(0) == Some(token);
        self.at += usize::from(is);
        is
    }

    /// What follows the keyword `external`, which stands at `start`.
    fn external(&mut self, start: usize) -> Option<Declaration> {
        let name = match self.next()? {
            Token::Name(name) => name.to_owned(),
            _ => {
                // An operator.
                while self.next()? != Token::Symbol(')') {}
                "( … )".to_owned()
            }
        };
        if !self.accept(Token::Symbol(':')) {
            return None;
        }
        let ty = self.ty();
        self.accept(Token::Symbol('='));
        let mut symbols = Vec::new();
        while let Some(Token::Text(symbol)) = self.peek(0) {
            symbols.push(symbol.to_owned());
            self.at += 1;
        }
        while self.peek(0) == Some(Token::Symbol('[')) {
            self.skip();
        }
        let end = self.tokens.get(self.at).map_or(self.text.len(), |(at, _)| *at);
        let words: Vec<&str> = self.text[start..end].split_whitespace().collect();
        Some(Declaration {
            scope: Vec::new(),
            name,
            ty,
            symbols,
            text: words.join(" "),
        })
    }

    /// The text of the type of whose keyword was read.
    fn item(&self) -> String {
        let is_next = |(_, token): &&(usize, Token<'_>)| matches!(token, Token::Name(name) if ITEMS.contains(name));
        let start = self.tokens[self.at - 1].0;
        let end = self.tokens[self.at..]
            .iter()
            .find(is_next)
            .map_or(self.text.len(), |(at, _)| *at);
        self.text[start..end].split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What follows the keyword `type` or `and`: the name and the parts.
    fn declared(&mut self) -> Option<(String, Vec<Ml>)> {
        let name = loop {
            match self.peek(0)? {
                Token::Name("nonrec") => self.at += 1,
                Token::Name(name) => break name.to_owned(),
                Token::Symbol('(') => self.skip(),
                Token::Variable | Token::Symbol('+' | '-' | '!') => self.at += 1,
                _ => return None,
            }
        };
        self.at += 1;
        let mut parts = Vec::new();
        while self.accept(Token::Symbol('=')) {
            self.accept(Token::Name("private"));
            match self.peek(0) {
                Some(Token::Symbol('{')) => self.record(&mut parts),
                Some(Token::Symbol('|')) => self.constructors(&mut parts),
                Some(Token::Name(name)) if is_constructor(name) => self.constructors(&mut parts),
                _ => {
                    self.ty();
                }
            }
        }
        Some((name, parts))
    }

    /// `{ mutable a : int; b : int }`
    fn record(&mut self, parts: &mut Vec<Ml>) {
        self.at += 1;
        while let Some(token) = self.next() {
            match token {
                Token::Symbol(':') => parts.push(self.ty()),
                Token::Symbol('}') => return,
                _ => {}
            }
        }
    }

    /// `A | B of int * int | C of { … }`
    fn constructors(&mut self, parts: &mut Vec<Ml>) {
        loop {
            self.accept(Token::Symbol('|'));
            match self.peek(0) {
                Some(Token::Name(name)) if is_constructor(name) => self.at += 1,
                _ => return,
            }
            if self.accept(Token::Name("of")) {
                match self.peek(0) {
                    Some(Token::Symbol('{')) => self.record(parts),
                    _ => match self.ty() {
                        Ml::Tuple(types) => parts.extend(types),
                        ty => parts.push(ty),
                    },
                }
            }
        }
    }

    /// Skips something in brackets.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.next() {
            match token {
                Token::Symbol('(' | '[' | '{' | '<') => depth += 1,
                // `[>` and `[<` begin a polymorphic variant.
                Token::Symbol('>') if self.at > 1 && self.tokens[self.at - 2].1 == Token::Symbol('[') => {}
                Token::Symbol(')' | ']' | '}' | '>') => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn ty(&mut self) -> Ml {
        let mut types = Vec::new();
        loop {
            let optional = self.accept(Token::Symbol('?'));
            if let (Some(Token::Name(_)), Some(Token::Symbol(':'))) = (self.peek(0), self.peek(1)) {
                self.at += 2;
            }
            let ty = self.tuple();
            types.push(match optional {
                true => Ml::Path("option".to_owned(), vec![ty]),
                false => ty,
            });
            if !self.accept(Token::Arrow) {
                break;
            }
        }
        let result = types.pop().unwrap_or(Ml::Other);
        match types.is_empty() {
            true => result,
            false => Ml::Arrow(types, Box::new(result)),
        }
    }

    fn tuple(&mut self) -> Ml {
        let mut types = vec![self.applied()];
        while self.accept(Token::Symbol('*')) {
            types.push(self.applied());
        }
        match types.len() {
            1 => types.remove(0),
            _ => Ml::Tuple(types),
        }
    }

    /// `int list`, `(int, string) result array`
    fn applied(&mut self) -> Ml {
        let mut arguments = match self.peek(0) {
            Some(Token::Variable | Token::Symbol('_')) => {
                self.at += 1;
                vec![Ml::Variable]
            }
            Some(Token::Name(name)) => {
                self.at += 1;
                vec![Ml::Path(name.to_owned(), Vec::new())]
            }
            // `(module S with type t = int)`
            Some(Token::Symbol('(')) if self.peek(1) == Some(Token::Name("module")) => {
                self.skip();
                vec![Ml::Other]
            }
            Some(Token::Symbol('(')) => {
                self.at += 1;
                let mut types = vec![self.ty()];
                while self.accept(Token::Symbol(',')) {
                    types.push(self.ty());
                }
                self.accept(Token::Symbol(')'));
                types
            }
            Some(Token::Symbol('[' | '<')) => {
                self.skip();
                vec![Ml::Other]
            }
            _ => return Ml::Other,
        };
        loop {
            match self.peek(0) {
                Some(Token::Name(name)) if !KEYWORDS.contains(&name) && self.peek(1) != Some(Token::Symbol(':')) => {
                    self.at += 1;
                    arguments = vec![Ml::Path(name.to_owned(), arguments)];
                }
                // An attribute.
                Some(Token::Symbol('[')) if self.peek(1) == Some(Token::Symbol('@')) && self.is_of_type() => {
                    self.skip()
                }
                _ => return arguments.pop().unwrap_or(Ml::Other),
            }
        }
    }

    /// Whether an attribute is that of a type (`[@a]`), not that of an item (`[@@a]`).
    fn is_of_type(&self) -> bool {
        self.peek(2) != Some(Token::Symbol('@'))
    }
}

fn is_constructor(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && !name.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(name: &str, arguments: Vec<Ml>) -> Ml {
        Ml::Path(name.to_owned(), arguments)
    }

    #[test]
    fn what_the_compiler_prints() {
        let signature = Signature::parse(
            "type ('a, +'b) tree = Leaf | Node of 'a list * { x : int; } | C of int\n\
             and example = { mutable name : string; i : M.t; }\n\
             type color = [ `Gray of float | `Red ]\n\
             external inc : example -> example = \"hello_increment\"\n\
             external scale : float -> float = \"scale_bytecode\" \"scale\" [@@unboxed]\n  [@@noalloc]\n\
             external opt : ?mode:int -> x:(int -> int) -> [> `A ] -> (unit, string) result\n  = \"opt\"\n\
             module M :\n  sig\n    type t\n    external n : (float [@unboxed]) -> int Map.Make(Int).t * t = \"b\" \"n\"\n  end\n\
             module type S = sig external hidden : int -> int = \"hidden\" end\n\
             val f : int -> int\n\
             external id : 'a -> 'a = \"%identity\"\n",
        );
        let names: Vec<&str> = signature.types.iter().map(|ty| ty.name.as_str()).collect();
        assert_eq!(names, ["tree", "example", "color", "t"]);
        assert_eq!(signature.types[1].parts, [path("string", vec![]), path("M.t", vec![])]);
        assert_eq!(signature.types[3].scope, ["M"]);
        assert_eq!(
            signature.types[1].text,
            "and example = { mutable name : string; i : M.t; }"
        );
        assert_eq!(signature.types[3].text, "type t");
        let [inc, scale, opt, n, id] = &signature.externals[..] else {
            panic!("{signature:?}")
        };
        assert_eq!(
            (inc.name.as_str(), &inc.symbols[..]),
            ("inc", &["hello_increment".to_owned()][..])
        );
        assert_eq!(
            scale.text,
            "external scale : float -> float = \"scale_bytecode\" \"scale\" [@@unboxed] [@@noalloc]"
        );
        let int = || path("int", vec![]);
        assert_eq!(
            opt.ty,
            Ml::Arrow(
                vec![
                    path("option", vec![int()]),
                    Ml::Arrow(vec![int()], Box::new(int())),
                    Ml::Other
                ],
                Box::new(path("result", vec![path("unit", vec![]), path("string", vec![])]))
            )
        );
        assert_eq!(n.scope, ["M"]);
        assert_eq!(
            n.ty,
            Ml::Arrow(
                vec![path("float", vec![])],
                Box::new(Ml::Tuple(vec![path("Map.Make(Int).t", vec![int()]), path("t", vec![])]))
            )
        );
        assert_eq!(id.ty, Ml::Arrow(vec![Ml::Variable], Box::new(Ml::Variable)));
    }

    /// The `=` in the type is not that before the symbol.
    #[test]
    fn types_of_modules() {
        let signature = Signature::parse(
            "external s : int -> (module Set.S with type elt = int) list = \"s\"\nexternal t : int -> int = \"t\"\n",
        );
        let symbols: Vec<&[String]> = signature
            .externals
            .iter()
            .map(|external| &external.symbols[..])
            .collect();
        assert_eq!(symbols, [&["s".to_owned()][..], &["t".to_owned()]]);
        let list = path("list", vec![Ml::Other]);
        assert_eq!(
            signature.externals[0].ty,
            Ml::Arrow(vec![path("int", vec![])], Box::new(list))
        );
    }

    /// Any text is read to its end.
    #[test]
    fn odd_text_does_not_panic() {
        let text = "external f : (int [@a]) -> \"x\\\" end module M : sig type ('a ' = { } | A( of <[> \u{e9}";
        for start in (0..text.len()).filter(|start| text.is_char_boundary(*start)) {
            for end in (start..=text.len()).filter(|end| text.is_char_boundary(*end)) {
                Signature::parse(&text[start..end]);
            }
        }
    }
}
