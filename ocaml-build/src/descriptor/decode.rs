//! Reading descriptors back. Any bytes are either read or an error.

use core::fmt;

use super::describe::{Direction, Passing};
use super::{MAGIC, VERSION};

/// Types are nested no deeper than this, or the bytes are not ours.
const MAX_DEPTH: usize = 200;

/// Types have no more parameters than this, or the bytes are not ours.
const MAX_PARAMETERS: u32 = 1000;

/// A Rust module, as the names along its path: first that of the crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Module(pub Vec<String>);

impl From<&str> for Module {
    fn from(path: &str) -> Module {
        Module(
            path.split("::")
                .map(|name| name.trim_start_matches("r#").to_owned())
                .collect(),
        )
    }
}

/// An OCaml type: [`Type`](super::Type), owned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnedType {
    /// Nothing is known about it.
    Unknown,
    /// Any value.
    Any,
    /// A type of OCaml's.
    Named(String, Vec<OwnedType>),
    /// A tuple.
    Tuple(Vec<OwnedType>),
    /// A function.
    Arrow(Vec<OwnedType>, Box<OwnedType>),
    /// A type that has a definition: module, name, arguments.
    Derived(Module, String, Vec<OwnedType>),
    /// A parameter of the definition.
    Parameter(u32),
    /// The type of something that Rust may write to.
    Shared(Box<OwnedType>),
    /// What the user has written.
    Text(String),
    /// OCaml has no type for it: what it is.
    Inexpressible(String),
}

/// An exported function: [`Function`](super::Function), owned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of `Function`")]
pub struct FunctionItem {
    pub name: String,
    pub rename: String,
    pub module: Module,
    pub line: u32,
    pub column: u32,
    pub owner: OwnedType,
    pub symbol: String,
    pub bytecode: String,
    pub guard: String,
    pub arguments: Vec<OwnedArgument>,
    pub result: OwnedType,
    pub result_passing: Passing,
    pub noalloc: bool,
    pub constant: bool,
    pub text: String,
    pub doc: String,
    /// What [`Function::hash`](super::Function::hash) was.
    pub hash: u64,
}

/// An argument: [`Argument`](super::Argument), owned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of `Argument`")]
pub struct OwnedArgument {
    pub name: String,
    pub label: String,
    pub optional: bool,
    pub ty: OwnedType,
    pub passing: Passing,
}

/// A derived type: [`Definition`](super::Definition), owned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of `Definition`")]
pub struct TypeItem {
    pub name: String,
    pub module: Module,
    pub line: u32,
    pub column: u32,
    pub direction: Direction,
    pub parameters: u32,
    pub shape: OwnedShape,
    pub doc: String,
    /// What [`Definition::hash`](super::Definition::hash) was.
    pub hash: u64,
}

/// An exception: [`Exception`](super::Exception), owned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of `Exception`")]
pub struct ExceptionItem {
    pub name: String,
    pub module: Module,
    pub line: u32,
    pub column: u32,
    pub prefix: String,
    pub fields: Vec<OwnedField>,
    pub doc: String,
    /// What [`Exception::hash`](super::Exception::hash) was.
    pub hash: u64,
}

impl ExceptionItem {
    /// The name under which OCaml registers it.
    pub fn registered(&self) -> String {
        let prefix = self.prefix.split("::").next().unwrap_or_default();
        let dot = if prefix.is_empty() { "" } else { "." };
        format!("{prefix}{dot}{}", self.name)
    }
}

/// What a type is: [`Shape`](super::Shape), owned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of `Shape`")]
pub enum OwnedShape {
    Opaque,
    Abstract,
    Alias(OwnedType),
    Record {
        fields: Vec<OwnedField>,
        unboxed: bool,
    },
    Variant {
        constructors: Vec<OwnedConstructor>,
        unboxed: bool,
    },
    PolyVariant(Vec<OwnedConstructor>),
    Object(Vec<OwnedField>),
}

/// A field: [`Field`](super::Field), owned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of `Field`")]
pub struct OwnedField {
    pub name: String,
    pub ty: OwnedType,
    pub mutable: bool,
    pub doc: String,
}

/// A constructor: [`Constructor`](super::Constructor), owned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of `Constructor`")]
pub struct OwnedConstructor {
    pub name: String,
    pub fields: Vec<OwnedField>,
    pub doc: String,
}

/// What a record describes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "most are functions")]
pub enum Item {
    /// An exported function.
    Function(FunctionItem),
    /// A derived type.
    Type(TypeItem),
    /// An exception.
    Exception(ExceptionItem),
}

/// Why bytes are no descriptors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// Something else is in the section.
    Magic,
    /// A version of the format that this library does not know.
    Version(u8),
    /// The bytes end too early.
    End,
    /// A text that is not UTF-8.
    Utf8,
    /// A byte that stands for nothing here.
    Tag(u8),
    /// A type that is nested too deeply.
    Depth,
    /// A record is longer than what is in it.
    Length,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeError::Magic => f.write_str("something else than interface descriptors is in the section"),
            DecodeError::Version(version) => write!(
                f,
                "the descriptors have version {version} of the format, this tool reads version {VERSION}: use the tool \
                 and the `ocaml` crate of the same release"
            ),
            DecodeError::End => f.write_str("the descriptors are cut off"),
            DecodeError::Utf8 => f.write_str("a descriptor is damaged: a text is not UTF-8"),
            DecodeError::Tag(tag) => write!(f, "a descriptor is damaged: unexpected byte {tag}"),
            DecodeError::Depth => f.write_str("a descriptor is damaged: a type is nested too deeply"),
            DecodeError::Length => f.write_str("a descriptor is damaged: its length is wrong"),
        }
    }
}

impl core::error::Error for DecodeError {}

/// The items of a section; after an error there are no more.
///
/// ```
/// use ocaml_build::descriptor::{DecodeError, decode};
///
/// assert_eq!(decode(b"something").next(), Some(Err(DecodeError::Magic)));
/// assert_eq!(decode(&[]).next(), None);
/// ```
pub fn decode(section: &[u8]) -> Decoder<'_> {
    Decoder { bytes: section }
}

/// See [`decode()`].
#[derive(Clone, Debug)]
pub struct Decoder<'a> {
    bytes: &'a [u8],
}

impl Iterator for Decoder<'_> {
    type Item = Result<Item, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        let padding = self.bytes.iter().take_while(|byte| **byte == 0).count();
        let mut reader = Reader {
            bytes: &self.bytes[padding..],
            depth: 0,
        };
        if reader.bytes.is_empty() {
            return None;
        }
        let item = reader.record();
        self.bytes = if item.is_ok() { reader.bytes } else { &[] };
        Some(item)
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    depth: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], DecodeError> {
        let (taken, rest) = self.bytes.split_at_checked(count).ok_or(DecodeError::End)?;
        self.bytes = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, DecodeError> {
        Ok(self.take(1)?[0])
    }

    fn number(&mut self) -> Result<u32, DecodeError> {
        let bytes = self.take(4)?.try_into().map_err(|_| DecodeError::End)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn hash(&mut self) -> Result<u64, DecodeError> {
        let bytes = self.take(8)?.try_into().map_err(|_| DecodeError::End)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn length(&mut self) -> Result<usize, DecodeError> {
        usize::try_from(self.number()?).map_err(|_| DecodeError::End)
    }

    fn bool(&mut self) -> Result<bool, DecodeError> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(DecodeError::Tag(other)),
        }
    }

    fn str(&mut self) -> Result<&'a str, DecodeError> {
        let length = self.length()?;
        core::str::from_utf8(self.take(length)?).map_err(|_| DecodeError::Utf8)
    }

    fn text(&mut self) -> Result<String, DecodeError> {
        self.str().map(str::to_owned)
    }

    fn module(&mut self) -> Result<Module, DecodeError> {
        self.str().map(Module::from)
    }

    /// A list. Nothing is reserved for the length that it claims to have.
    fn list<T>(&mut self, element: impl Fn(&mut Self) -> Result<T, DecodeError>) -> Result<Vec<T>, DecodeError> {
        let length = self.length()?;
        let mut list = Vec::new();
        for _ in 0..length {
            list.push(element(self)?);
        }
        Ok(list)
    }

    fn record(&mut self) -> Result<Item, DecodeError> {
        if self.take(MAGIC.len()) != Ok(&MAGIC) {
            return Err(DecodeError::Magic);
        }
        match self.byte()? {
            VERSION => {}
            other => return Err(DecodeError::Version(other)),
        }
        let length = self.length()?;
        let mut payload = Reader {
            bytes: self.take(length)?,
            depth: 0,
        };
        let item = match payload.byte()? {
            0 => Item::Function(payload.function()?),
            1 => Item::Type(payload.definition()?),
            2 => Item::Exception(payload.exception()?),
            other => return Err(DecodeError::Tag(other)),
        };
        match payload.bytes {
            [] => Ok(item),
            _ => Err(DecodeError::Length),
        }
    }

    fn function(&mut self) -> Result<FunctionItem, DecodeError> {
        Ok(FunctionItem {
            name: self.text()?,
            rename: self.text()?,
            module: self.module()?,
            line: self.number()?,
            column: self.number()?,
            owner: self.ty()?,
            symbol: self.text()?,
            bytecode: self.text()?,
            guard: self.text()?,
            arguments: self.list(|reader| {
                Ok(OwnedArgument {
                    name: reader.text()?,
                    label: reader.text()?,
                    optional: reader.bool()?,
                    ty: reader.ty()?,
                    passing: reader.passing()?,
                })
            })?,
            result: self.ty()?,
            result_passing: self.passing()?,
            noalloc: self.bool()?,
            constant: self.bool()?,
            text: self.text()?,
            doc: self.text()?,
            hash: self.hash()?,
        })
    }

    fn passing(&mut self) -> Result<Passing, DecodeError> {
        match self.byte()? {
            0 => Ok(Passing::Word),
            1 => Ok(Passing::Unboxed),
            2 => Ok(Passing::Untagged),
            other => Err(DecodeError::Tag(other)),
        }
    }

    fn definition(&mut self) -> Result<TypeItem, DecodeError> {
        Ok(TypeItem {
            name: self.text()?,
            module: self.module()?,
            line: self.number()?,
            column: self.number()?,
            direction: match self.byte()? {
                0 => Direction::Received,
                1 => Direction::Given,
                2 => Direction::Both,
                other => return Err(DecodeError::Tag(other)),
            },
            parameters: match self.number()? {
                few @ 0..=MAX_PARAMETERS => few,
                _ => return Err(DecodeError::Length),
            },
            shape: self.shape()?,
            doc: self.text()?,
            hash: self.hash()?,
        })
    }

    fn exception(&mut self) -> Result<ExceptionItem, DecodeError> {
        Ok(ExceptionItem {
            name: self.text()?,
            module: self.module()?,
            line: self.number()?,
            column: self.number()?,
            prefix: self.text()?,
            fields: self.list(Reader::field)?,
            doc: self.text()?,
            hash: self.hash()?,
        })
    }

    fn shape(&mut self) -> Result<OwnedShape, DecodeError> {
        Ok(match self.byte()? {
            0 => OwnedShape::Opaque,
            1 => OwnedShape::Alias(self.ty()?),
            2 => OwnedShape::Record {
                fields: self.list(Reader::field)?,
                unboxed: self.bool()?,
            },
            3 => OwnedShape::Variant {
                constructors: self.list(Reader::constructor)?,
                unboxed: self.bool()?,
            },
            4 => OwnedShape::PolyVariant(self.list(Reader::constructor)?),
            5 => OwnedShape::Abstract,
            6 => OwnedShape::Object(self.list(Reader::field)?),
            other => return Err(DecodeError::Tag(other)),
        })
    }

    fn field(&mut self) -> Result<OwnedField, DecodeError> {
        Ok(OwnedField {
            name: self.text()?,
            ty: self.ty()?,
            mutable: self.bool()?,
            doc: self.text()?,
        })
    }

    fn constructor(&mut self) -> Result<OwnedConstructor, DecodeError> {
        Ok(OwnedConstructor {
            name: self.text()?,
            fields: self.list(Reader::field)?,
            doc: self.text()?,
        })
    }

    fn ty(&mut self) -> Result<OwnedType, DecodeError> {
        if self.depth == MAX_DEPTH {
            return Err(DecodeError::Depth);
        }
        self.depth += 1;
        let ty = match self.byte()? {
            0 => OwnedType::Unknown,
            1 => OwnedType::Any,
            2 => OwnedType::Named(self.text()?, self.list(Reader::ty)?),
            3 => OwnedType::Tuple(self.list(Reader::ty)?),
            4 => OwnedType::Arrow(self.list(Reader::ty)?, Box::new(self.ty()?)),
            5 => OwnedType::Derived(self.module()?, self.text()?, self.list(Reader::ty)?),
            6 => OwnedType::Parameter(self.number()?),
            7 => OwnedType::Shared(Box::new(self.ty()?)),
            8 => OwnedType::Text(self.text()?),
            9 => OwnedType::Inexpressible(self.text()?),
            other => return Err(DecodeError::Tag(other)),
        };
        self.depth -= 1;
        Ok(ty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::descriptor::{Argument, Definition, Direction, Exception, Field, Function, Guard, Place, Shape, Type};

    const PLACE: Place = Place {
        module: "lib::r#mod",
        line: 3,
        column: 4,
    };
    fn guard() -> &'static Guard {
        static GUARD: Guard = Guard {
            hash: DEFINITION.hash(),
            uses: &DEFINITION.uses::<{ DEFINITION.uses_len() }>(),
        };
        &GUARD
    }

    const INT: Type = Type::named("int", &[]);
    const FUNCTION: &Function = &Function {
        name: "f",
        rename: "g",
        owner: Type::Unknown,
        place: PLACE,
        symbol: "lib_f",
        bytecode: "lib_f_bytecode",
        guard: "lib_f_interface",
        arguments: &[Argument {
            name: "x",
            label: "y",
            optional: true,
            ty: Type::Arrow {
                arguments: &[&Type::Any, &INT],
                result: &Type::Tuple(&[&INT, &Type::Unknown]),
            },
            passing: Passing::Untagged,
        }],
        result: Type::Shared(&Type::named("array", &[&INT])),
        result_passing: Passing::Unboxed,
        noalloc: true,
        constant: false,
        text: "",
        doc: "Größe",
    };
    const DEFINITION: &Definition = &Definition {
        name: "Tree",
        place: PLACE,
        direction: Direction::Given,
        parameters: 1,
        shape: Shape::Variant {
            constructors: &[crate::descriptor::Constructor {
                name: "Node",
                fields: &[Field {
                    name: "left",
                    ty: Type::Derived {
                        module: "lib",
                        name: "Tree",
                        arguments: &[&Type::Parameter(0)],
                        guard,
                    },
                    mutable: true,
                    doc: "",
                }],
                doc: "One",
            }],
            unboxed: false,
        },
        doc: "",
    };

    const EXCEPTION: &Exception = &Exception {
        name: "Closed",
        place: PLACE,
        prefix: "lib::r#mod",
        fields: &[Field {
            name: "",
            ty: Type::Text("int list"),
            mutable: false,
            doc: "",
        }],
        doc: "",
    };

    const OBJECT: &Definition = &Definition {
        name: "Sink",
        place: PLACE,
        direction: Direction::Both,
        parameters: 0,
        shape: Shape::Object(&[Field {
            name: "put",
            ty: Type::Inexpressible("anything"),
            mutable: false,
            doc: "Puts.",
        }]),
        doc: "",
    };

    fn section() -> Vec<u8> {
        const F: usize = FUNCTION.encoded_len();
        const D: usize = DEFINITION.encoded_len();
        const E: usize = EXCEPTION.encoded_len();
        const O: usize = OBJECT.encoded_len();
        [
            &FUNCTION.encode::<F>()[..],
            &[0; 5],
            &DEFINITION.encode::<D>(),
            &EXCEPTION.encode::<E>(),
            &OBJECT.encode::<O>(),
        ]
        .concat()
    }

    #[test]
    fn what_is_written_is_read() {
        let items: Vec<Item> = decode(&section()).map(Result::unwrap).collect();
        let [
            Item::Function(function),
            Item::Type(definition),
            Item::Exception(exception),
            Item::Type(object),
        ] = &items[..]
        else {
            panic!("{items:?}")
        };
        assert_eq!(function.module, Module(vec!["lib".to_owned(), "mod".to_owned()]));
        assert_eq!(
            (function.symbol.as_str(), function.bytecode.as_str()),
            ("lib_f", "lib_f_bytecode")
        );
        assert_eq!(function.arguments[0].passing, Passing::Untagged);
        let int = OwnedType::Named("int".to_owned(), Vec::new());
        assert_eq!(
            function.arguments[0].ty,
            OwnedType::Arrow(
                vec![OwnedType::Any, int.clone()],
                Box::new(OwnedType::Tuple(vec![int, OwnedType::Unknown]))
            )
        );
        assert_eq!((function.noalloc, function.doc.as_str()), (true, "Größe"));
        assert_eq!(
            (function.rename.as_str(), function.guard.as_str()),
            ("g", "lib_f_interface")
        );
        assert_eq!(
            (function.arguments[0].label.as_str(), function.arguments[0].optional),
            ("y", true)
        );
        assert_eq!(exception.registered(), "lib.Closed");
        assert_eq!(exception.fields[0].ty, OwnedType::Text("int list".to_owned()));
        assert_eq!(function.hash, FUNCTION.hash());
        assert_eq!(definition.hash, DEFINITION.hash());
        assert_eq!(definition.direction, Direction::Given);
        assert_eq!((definition.line, definition.parameters), (3, 1));
        let OwnedShape::Variant { constructors, .. } = &definition.shape else {
            panic!("{definition:?}")
        };
        assert!(constructors[0].fields[0].mutable);
        assert_eq!(constructors[0].doc, "One");
        let OwnedShape::Object(methods) = &object.shape else {
            panic!("{object:?}")
        };
        assert_eq!(methods[0].ty, OwnedType::Inexpressible("anything".to_owned()));
        assert_eq!(methods[0].doc, "Puts.");
    }

    #[test]
    fn the_hash_is_of_what_matters() {
        let function = |doc, column, result| {
            let place = Place { column, ..PLACE };
            Function {
                doc,
                place,
                result,
                ..*FUNCTION
            }
            .hash()
        };
        assert_eq!(function("a", 1, INT), function("b", 2, INT));
        assert_ne!(function("a", 1, INT), function("a", 1, Type::Any));
        assert_eq!(guard().number(), crate::descriptor::combined([DEFINITION.hash()]));
    }

    #[test]
    fn what_is_cut_off_is_an_error() {
        let whole = section();
        let function = FUNCTION.encoded_len();
        for end in 1..function {
            assert!(decode(&whole[..end]).next().unwrap().is_err(), "{end}");
        }
    }

    #[test]
    fn another_version_is_an_error() {
        let mut bytes = section();
        bytes[MAGIC.len()] = 9;
        assert_eq!(decode(&bytes).next(), Some(Err(DecodeError::Version(9))));
    }

    /// Every byte replaced by each of a few others: nothing panics, and the iteration ends.
    #[test]
    fn damaged_bytes_do_not_panic() {
        let whole = section();
        for i in 0..whole.len() {
            for byte in [0, 1, 2, 3, 4, 5, 7, 8, 0x7f, 0x80, 0xff] {
                let mut bytes = whole.clone();
                bytes[i] = byte;
                assert!(decode(&bytes).count() <= 5);
            }
        }
    }

    /// Random damage to descriptors, and random bytes behind a sound header. `OCAML_BUILD_FUZZ_DESCRIPTORS` says how many inputs.
    #[test]
    fn random_bytes_do_not_panic() {
        extern crate std;

        let inputs =
            std::env::var("OCAML_BUILD_FUZZ_DESCRIPTORS").map_or(100_000, |count| count.parse().expect("a number"));
        let whole = section();
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        // xorshift
        let mut random = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % below as u64) as usize
        };
        let (mut read, mut refused) = (0_usize, 0_usize);
        let mut bytes = Vec::new();
        for input in 0..inputs {
            bytes.clear();
            if input % 4 == 0 {
                let length = random(300);
                bytes.extend(MAGIC);
                bytes.push(VERSION);
                bytes.extend((length as u32).to_le_bytes());
                bytes.extend((0..length).map(|_| if random(3) > 0 { random(9) } else { random(256) } as u8));
            } else {
                bytes.extend(&whole);
                for _ in 0..=random(5) {
                    let place = random(bytes.len());
                    match random(4) {
                        0 => bytes[place] = random(256) as u8,
                        1 => bytes[place] ^= 1 << random(8),
                        2 => bytes.insert(place, random(10) as u8),
                        _ => {
                            bytes.remove(place);
                        }
                    }
                }
            }
            for item in decode(&bytes) {
                match item {
                    Ok(_) => read += 1,
                    Err(_) => refused += 1,
                }
            }
        }
        assert!(
            read > inputs / 10 && refused > inputs / 10,
            "{read} read, {refused} refused"
        );
    }

    #[test]
    fn deep_types_are_an_error() {
        let mut payload = vec![1, 0, 0, 0, 0];
        payload.extend([0; 4 + 4 + 4 + 1 + 4]);
        payload.push(1);
        payload.extend([7; 100_000]);
        let mut bytes = MAGIC.to_vec();
        bytes.push(VERSION);
        bytes.extend((payload.len() as u32).to_le_bytes());
        bytes.extend(payload);
        assert_eq!(decode(&bytes).next(), Some(Err(DecodeError::Depth)));
    }
}
