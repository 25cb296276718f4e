//! Writing descriptors, in const evaluation.

use super::describe::{
    Argument, Constructor, Definition, Direction, Exception, Field, Function, Passing, Place, Shape, Type,
};
use super::{MAGIC, VERSION};

/// The bytes before the payload: magic, version and length.
const HEADER: usize = MAGIC.len() + 1 + 4;

/// Bytes being written. Those beyond `N` are only counted, so that a writer of no bytes tells how many there will be.
struct Writer<const N: usize> {
    bytes: [u8; N],
    at: usize,
    /// Of the bytes written so far (FNV-1a), but for what is [said beside](Writer::aside).
    hash: u64,
    aside: bool,
}

impl<const N: usize> Writer<N> {
    const fn new() -> Self {
        let mut writer = Writer {
            bytes: [0; N],
            at: 0,
            hash: 0xcbf2_9ce4_8422_2325,
            aside: false,
        };
        let mut i = 0;
        while i < MAGIC.len() {
            writer.byte(MAGIC[i]);
            i += 1;
        }
        writer.byte(VERSION);
        writer.aside = true;
        writer.number(N.saturating_sub(HEADER));
        writer.aside = false;
        writer
    }

    const fn byte(&mut self, byte: u8) {
        if self.at < N {
            self.bytes[self.at] = byte;
        }
        self.at += 1;
        if !self.aside {
            self.hash = (self.hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// A text that says nothing about values.
    const fn aside(&mut self, text: &str) {
        self.aside = true;
        self.text(text);
        self.aside = false;
    }

    /// The hash of what has been written, at its end.
    const fn end(&mut self) {
        let bytes = self.hash.to_le_bytes();
        self.aside = true;
        let mut i = 0;
        while i < bytes.len() {
            self.byte(bytes[i]);
            i += 1;
        }
    }

    const fn number(&mut self, number: usize) {
        assert!(number <= u32::MAX as usize, "a descriptor of more than 4 GB");
        let bytes = (number as u32).to_le_bytes();
        let mut i = 0;
        while i < bytes.len() {
            self.byte(bytes[i]);
            i += 1;
        }
    }

    const fn text(&mut self, text: &str) {
        let text = text.as_bytes();
        self.number(text.len());
        let mut i = 0;
        while i < text.len() {
            self.byte(text[i]);
            i += 1;
        }
    }

    const fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Unknown => self.byte(0),
            Type::Any => self.byte(1),
            Type::Named { path, arguments } => {
                self.byte(2);
                self.text(path);
                self.types(arguments);
            }
            Type::Tuple(types) => {
                self.byte(3);
                self.types(types);
            }
            Type::Arrow { arguments, result } => {
                self.byte(4);
                self.types(arguments);
                self.ty(result);
            }
            Type::Derived {
                module,
                name,
                arguments,
                ..
            } => {
                self.byte(5);
                self.text(module);
                self.text(name);
                self.types(arguments);
            }
            Type::Parameter(index) => {
                self.byte(6);
                self.number(*index as usize);
            }
            Type::Shared(ty) => {
                self.byte(7);
                self.ty(ty);
            }
            Type::Text(text) => {
                self.byte(8);
                self.text(text);
            }
            Type::Inexpressible(what) => {
                self.byte(9);
                self.text(what);
            }
        }
    }

    const fn types(&mut self, types: &[&Type]) {
        self.number(types.len());
        let mut i = 0;
        while i < types.len() {
            self.ty(types[i]);
            i += 1;
        }
    }

    const fn place(&mut self, place: &Place) {
        self.text(place.module);
        self.aside = true;
        self.number(place.line as usize);
        self.number(place.column as usize);
        self.aside = false;
    }

    const fn passing(&mut self, passing: Passing) {
        self.byte(match passing {
            Passing::Word => 0,
            Passing::Unboxed => 1,
            Passing::Untagged => 2,
        });
    }

    const fn function(&mut self, function: &Function) {
        self.byte(0);
        self.text(function.name);
        self.text(function.rename);
        self.place(&function.place);
        self.ty(&function.owner);
        self.text(function.symbol);
        self.text(function.bytecode);
        self.text(function.guard);
        self.number(function.arguments.len());
        let mut i = 0;
        while i < function.arguments.len() {
            let Argument {
                name,
                label,
                optional,
                ty,
                passing,
            } = &function.arguments[i];
            self.aside(name);
            self.text(label);
            self.byte(*optional as u8);
            self.ty(ty);
            self.passing(*passing);
            i += 1;
        }
        self.ty(&function.result);
        self.passing(function.result_passing);
        self.byte(function.noalloc as u8);
        self.byte(function.constant as u8);
        self.text(function.text);
        self.aside(function.doc);
        self.end();
    }

    const fn definition(&mut self, definition: &Definition) {
        self.byte(1);
        self.text(definition.name);
        self.place(&definition.place);
        self.byte(match definition.direction {
            Direction::Received => 0,
            Direction::Given => 1,
            Direction::Both => 2,
        });
        self.number(definition.parameters as usize);
        match &definition.shape {
            Shape::Opaque => self.byte(0),
            Shape::Alias(ty) => {
                self.byte(1);
                self.ty(ty);
            }
            Shape::Record { fields, unboxed } => {
                self.byte(2);
                self.fields(fields);
                self.byte(*unboxed as u8);
            }
            Shape::Variant { constructors, unboxed } => {
                self.byte(3);
                self.constructors(constructors);
                self.byte(*unboxed as u8);
            }
            Shape::PolyVariant(constructors) => {
                self.byte(4);
                self.constructors(constructors);
            }
            Shape::Abstract => self.byte(5),
            Shape::Object(methods) => {
                self.byte(6);
                self.fields(methods);
            }
        }
        self.aside(definition.doc);
        self.end();
    }

    const fn exception(&mut self, exception: &Exception) {
        self.byte(2);
        self.text(exception.name);
        self.place(&exception.place);
        self.text(exception.prefix);
        self.fields(exception.fields);
        self.aside(exception.doc);
        self.end();
    }

    const fn fields(&mut self, fields: &[Field]) {
        self.number(fields.len());
        let mut i = 0;
        while i < fields.len() {
            let Field { name, ty, mutable, doc } = &fields[i];
            self.text(name);
            self.ty(ty);
            self.byte(*mutable as u8);
            self.aside(doc);
            i += 1;
        }
    }

    const fn constructors(&mut self, constructors: &[Constructor]) {
        self.number(constructors.len());
        let mut i = 0;
        while i < constructors.len() {
            let Constructor { name, fields, doc } = &constructors[i];
            self.text(name);
            self.fields(fields);
            self.aside(doc);
            i += 1;
        }
    }
}

macro_rules! records {
    ($($item:ident: $write:ident;)*) => {$(
        impl $item {
            /// How many bytes `encode` writes.
            pub const fn encoded_len(&self) -> usize {
                let mut writer = Writer::<0>::new();
                writer.$write(self);
                writer.at
            }

            /// The record, of `encoded_len` bytes.
            ///
            /// # Panics
            ///
            /// If `N` is another number.
            pub const fn encode<const N: usize>(&self) -> [u8; N] {
                let mut writer = Writer::<N>::new();
                writer.$write(self);
                assert!(writer.at == N, "not the length of the descriptor");
                writer.bytes
            }

            /// A hash of all that says how values look: not of documentation, places, and names of positional arguments.
            pub const fn hash(&self) -> u64 {
                let mut writer = Writer::<0>::new();
                writer.$write(self);
                writer.hash
            }
        }
    )*};
}

records! {
    Function: function;
    Definition: definition;
    Exception: exception;
}
