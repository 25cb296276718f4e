//! `Marshal`: a value is written as bytes, and what is read is a new value.
//!
//! The runtime jumps over our frames when it runs out of memory, and we raise over the runtime's, so what is owned
//! meanwhile lies in a slot of the thread: the next use of it frees what such a jump left.

use std::any::TypeId;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ffi::{CString, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use ocaml_sys as sys;

use super::Custom;
use super::access::Shares;
use super::cell::Handle;
use super::operations::{Record, lend, reference};
use crate::custom_block;
use crate::panic::drop_quietly;
use crate::runtime::Runtime;

/// What `#[ocaml(marshal)]` needs: how a value becomes bytes, and the other way round.
///
/// ```
/// #[derive(ocaml::Custom)]
/// #[ocaml(marshal)]
/// pub struct Name(String);
///
/// impl ocaml::custom::Marshal for Name {
///     fn serialize(&self, bytes: &mut Vec<u8>) {
///         bytes.extend(self.0.as_bytes());
///     }
///
///     fn deserialize(bytes: &[u8]) -> Result<Self, String> {
///         let text = str::from_utf8(bytes).map_err(|error| error.to_string())?;
///         Ok(Name(text.to_owned()))
///     }
/// }
/// ```
///
/// `deserialize` checks the bytes that it gets. But OCaml trusts what it reads: as with any `Marshal`, input that was not
/// written by `Marshal` may crash the program before `deserialize` sees it. A program that reads values before it makes any calls
/// [`Pointer::register`](super::Pointer::register) first; both programs need the same [`NAME`](Custom::NAME).
pub trait Marshal: Sized {
    /// Appends the value to the bytes.
    fn serialize(&self, bytes: &mut Vec<u8>);

    /// Makes a value of such bytes; an error is `Failure` in OCaml.
    fn deserialize(bytes: &[u8]) -> Result<Self, String>;
}

/// How values are written and read.
pub(super) struct Functions<T> {
    serialize: fn(&T, &mut Vec<u8>),
    deserialize: fn(&[u8]) -> Result<T, String>,
    pub(super) write: unsafe extern "C" fn(sys::Value, *mut usize, *mut usize),
    pub(super) read: unsafe extern "C" fn(*mut c_void) -> usize,
}

impl<T: Custom> Functions<T> {
    pub(super) const fn new(
        serialize: fn(&T, &mut Vec<u8>),
        deserialize: fn(&[u8]) -> Result<T, String>,
    ) -> Functions<T>
    where
        T::Access: for<'gc> Shares<'gc, T>,
    {
        Functions {
            serialize,
            deserialize,
            write: write::<T>,
            read: read::<T>,
        }
    }
}

/// Makes the record known to the runtime, once.
pub(super) fn register(record: &'static Record) {
    static KNOWN: Mutex<BTreeSet<TypeId>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if known.insert(record.type_id()) {
        // SAFETY: the token of the caller proves that the runtime is held. The record is a constant.
        unsafe { sys::caml_register_custom_operations(record.operations()) };
    }
}

/// A block has one word of data, the box, on any machine.
pub(super) static LENGTH: sys::custom_fixed_length = sys::custom_fixed_length {
    bsize_32: 4,
    bsize_64: 8,
};

thread_local! {
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static MESSAGE: RefCell<CString> = RefCell::new(CString::default());
}

/// `serialize` of the record.
///
/// An exception costs a buffer of the runtime's (8 KiB or so), which nothing gives back: only the runtime's own errors do.
///
/// Before OCaml 4.10 the runtime marks the blocks that it has seen in place, so no exception may leave: it is the end of
/// the program there.
unsafe extern "C" fn write<T: Custom>(block: sys::Value, bsize_32: *mut usize, bsize_64: *mut usize)
where
    T::Access: for<'gc> Shares<'gc, T>,
{
    let serialize = || {
        // SAFETY: a live block with this function.
        let holder = unsafe { lend::<T>(block) }?;
        let mut bytes = Vec::new();
        if let Some(marshal) = &T::OPERATIONS.marshal {
            // SAFETY: the holder lends the value.
            (marshal.serialize)(unsafe { &*reference::<T>(&holder) }, &mut bytes);
        }
        let (start, length) = (bytes.as_ptr(), bytes.len());
        BYTES.set(bytes);
        Ok((start, length))
    };
    // SAFETY: this frame owns nothing; the bytes stay where they are until the slot is used again. The runtime provides
    // the two places.
    unsafe {
        #[cfg(ocaml_4_10)]
        let (start, length): (*const u8, usize) = super::operations::or_raise("Marshal", serialize);
        #[cfg(not(ocaml_4_10))]
        let (start, length): (*const u8, usize) = or_abort(serialize);
        sys::caml_serialize_int_8(length as i64);
        sys::caml_serialize_block_1(start.cast(), length as isize);
        bsize_32.write(LENGTH.bsize_32 as usize);
        bsize_64.write(LENGTH.bsize_64 as usize);
    }
    BYTES.take();
}

#[cfg(not(ocaml_4_10))]
fn or_abort<T>(run: impl FnOnce() -> Result<T, crate::error::Error>) -> T {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Ok(result)) => result,
        _ => {
            eprintln!("fatal: a Rust value could not be marshalled; before 4.10, OCaml lets no exception leave there");
            std::process::abort()
        }
    }
}

/// `deserialize` of the record: puts a new box at `data`.
unsafe extern "C" fn read<T: Custom>(data: *mut c_void) -> usize
where
    T::Access: for<'gc> Shares<'gc, T>,
{
    // SAFETY: the runtime is reading a block that `write` has written. Nobody can check that: the runtime does not say where
    // its input ends, which is why OCaml's manual forbids to read what comes from elsewhere.
    let length = unsafe { sys::caml_deserialize_sint_8() };
    let Some(start) = room(length) else {
        fail("no room for the length that it has".to_owned());
    };
    // SAFETY: there is room for so many bytes in the slot, and `write` has written as many.
    unsafe { sys::caml_deserialize_block_1(start.cast(), length as isize) };
    let bytes = BYTES.take();
    let made = catch_unwind(AssertUnwindSafe(|| match &T::OPERATIONS.marshal {
        Some(marshal) => (marshal.deserialize)(&bytes).map(|value| {
            let bytes = value.heap_size().saturating_add(Handle::<T>::WEIGHT);
            if bytes != 0 {
                // SAFETY: the runtime is reading, so it is held, and no other token is in use.
                custom_block::count(&unsafe { Runtime::recover() }, bytes);
            }
            Handle::new(value)
        }),
        None => Err("not a type that can be read".to_owned()),
    }));
    drop(bytes);
    match made {
        Ok(Ok(handle)) => {
            // SAFETY: the block has one word of data.
            unsafe { data.cast::<*mut c_void>().write(handle.as_ptr().cast()) };
            size_of::<*mut c_void>()
        }
        Ok(Err(problem)) => fail(problem),
        Err(payload) => {
            drop_quietly(payload);
            fail("the deserializer panicked".to_owned())
        }
    }
}

/// Room for as many bytes, in the slot, which is gone while the thread ends.
fn room(length: i64) -> Option<*mut u8> {
    let length = usize::try_from(length).ok()?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(length).ok()?;
    bytes.resize(length, 0);
    let start = BYTES.try_with(|slot| {
        *slot.borrow_mut() = bytes;
        slot.borrow_mut().as_mut_ptr()
    });
    start.ok()
}

/// Raises `Failure`.
fn fail(mut problem: String) -> ! {
    problem.retain(|c| c != '\0');
    // Nothing is dropped in this frame: the slot takes it all.
    let text = CString::new(problem).unwrap_or_default();
    let start = MESSAGE.try_with(|slot| {
        *slot.borrow_mut() = text;
        slot.borrow().as_ptr()
    });
    let start = start.unwrap_or(c"a Rust value, while the thread ends".as_ptr());
    // SAFETY: only `read` calls this, and neither frame owns anything any more; the runtime copies the message.
    unsafe { sys::caml_deserialize_error(start) }
}
