//! `Buffer`: OCaml's `Buffer.t`.
//!
//! A record whose first fields are, up to OCaml 5.1, `buffer; position; length; initial_buffer`, and from 5.2 on
//! `inner = { buffer; length }; position; initial_buffer`.

use core::fmt;

use crate::alloc;
use crate::block::Block;
use crate::bytes::Bytes;
use crate::conversion_error::ConversionError;
use crate::convert::{FromValue, IntoValue};
use crate::runtime::Runtime;
use crate::trust::Vouched;
use crate::value::Value;

const FIELDS: usize = if cfg!(ocaml_5_2) { 3 } else { 4 };
const WHAT: &str = "a Buffer.t";

/// OCaml's `Buffer.t`, to be read, or made with a content.
///
/// ```
/// /// `Buffer.t -> bytes`
/// #[ocaml::func]
/// pub fn doc_upper(buffer: ocaml::Buffer) -> Result<Vec<u8>, ocaml::Error> {
///     Ok(buffer.to_vec()?.to_ascii_uppercase())
/// }
/// ```
#[derive(Clone, Copy)]
pub struct Buffer<'gc> {
    value: Value<'gc>,
    vouched: Vouched,
}

impl<'gc> Buffer<'gc> {
    /// A new buffer that holds these bytes, without room to spare: as `Buffer.create` of that size, and then
    /// `Buffer.add_bytes`.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    pub fn from_slice(gc: &'gc Runtime, bytes: &[u8]) -> Buffer<'gc> {
        let capacity = bytes.len().max(1);
        let storage = Bytes::new(gc, capacity, |storage| storage[..bytes.len()].copy_from_slice(bytes)).value();
        let (position, capacity) = (Value::int(bytes.len() as isize), Value::int(capacity as isize));
        let value = if cfg!(ocaml_5_2) {
            let inner = alloc::block(gc, 0, [storage, capacity]);
            alloc::block(gc, 0, [inner, position, storage])
        } else {
            alloc::block(gc, 0, [storage, position, capacity, storage])
        };
        Buffer {
            value,
            vouched: Vouched::YES,
        }
    }

    /// The buffer as a value.
    #[inline(always)]
    pub fn value(self) -> Value<'gc> {
        self.value
    }

    /// The number of bytes in the buffer.
    ///
    /// # Errors
    ///
    /// If the fields do not fit each other.
    pub fn len(self) -> Result<usize, ConversionError> {
        self.content().map(|(_, len)| len)
    }

    /// Whether there is no byte in the buffer.
    ///
    /// # Errors
    ///
    /// As for [`Buffer::len`].
    pub fn is_empty(self) -> Result<bool, ConversionError> {
        self.len().map(|len| len == 0)
    }

    /// A copy of the content.
    ///
    /// # Errors
    ///
    /// As for [`Buffer::len`].
    pub fn to_vec(self) -> Result<Vec<u8>, ConversionError> {
        let (storage, len) = self.content()?;
        let mut bytes = storage.to_vec();
        bytes.truncate(len);
        Ok(bytes)
    }

    /// The bytes where the content lies, and how many of them are content.
    fn content(self) -> Result<(Bytes<'gc>, usize), ConversionError> {
        let record = Block::expect(self.value, 0, FIELDS, WHAT)?;
        let storage: Bytes = if cfg!(ocaml_5_2) {
            Block::expect(record.field(0, "Buffer.inner")?, 0, 2, "a Buffer.inner_buffer")?.field(0, "Buffer.buffer")?
        } else {
            record.field(0, "Buffer.buffer")?
        };
        let len = record.field::<usize>(1, "Buffer.position")?;
        if len > storage.len() {
            let problem = format!("{len} is out of range for a buffer of {}", storage.len());
            return Err(ConversionError::new(problem).at("Buffer.position"));
        }
        Ok((storage, len))
    }
}

/// A buffer made of a bare `Value` can be read, but not be given back to OCaml, which would write to it unchecked.
// SAFETY: the fields are checked whenever they are read.
unsafe impl<'gc> FromValue<'gc> for Buffer<'gc> {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        let buffer = Buffer {
            value,
            vouched: Vouched::now(),
        };
        buffer.content()?;
        Ok(buffer)
    }
}

// SAFETY: the buffer itself.
unsafe impl<'gc> IntoValue<'gc> for Buffer<'_> {
    fn into_value(self, gc: &'gc Runtime) -> Value<'gc> {
        self.vouched.check("this buffer");
        self.value.into_value(gc)
    }
}

impl fmt::Debug for Buffer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_vec() {
            Ok(bytes) => write!(f, "Buffer(b\"{}\")", bytes.escape_ascii()),
            Err(error) => write!(f, "Buffer({error})"),
        }
    }
}
