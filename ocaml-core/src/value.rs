//! `Value`: any OCaml value, one machine word that borrows from the token; `Raw`: the same word without a lifetime.

use core::fmt;
use core::marker::PhantomData;
use core::sync::atomic::{AtomicIsize, Ordering};

use ocaml_sys as sys;

use crate::alloc;
use crate::conversion_error::{ConversionError, OutOfRange};
use crate::runtime::Runtime;

/// Any OCaml value: an immediate integer or a pointer to a heap block, in one machine word.
///
/// A `Value` is not a GC root and needs none: nothing moves while Rust code runs, and the borrow
/// checker does not let a `Value` live across a GC point (see [`Runtime`]). What must live longer
/// goes into a [`Root`](crate::Root).
///
/// Two `Value`s are equal when they are *physically* equal (`==` in OCaml).
///
/// ```
/// use ocaml::Value;
///
/// /// `'a -> 'a option * string`
/// #[ocaml::func]
/// pub fn doc_describe(value: Value) -> Value {
///     let kind = match value.tag() {
///         None => "an immediate",
///         Some(_) => "a block",
///     };
///     Value::tuple(gc, [Value::some(gc, value), Value::string(gc, kind)])
/// }
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Value<'gc> {
    word: sys::Value,
    _gc: PhantomData<&'gc Runtime>,
}

/// The word of an OCaml value without a lifetime: what `extern "C"` functions receive and return.
///
/// Safe code can pass a `Raw` along but neither make one nor look inside; that needs `unsafe`,
/// because nothing says whether the word is still a live value. It stays on its thread.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Raw(sys::Value, PhantomData<*mut ()>);

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raw({:#x})", self.0)
    }
}

impl Raw {
    /// Wraps a word.
    ///
    /// # Safety
    ///
    /// The word is an OCaml value, and is used as one only while it is alive and unmoved.
    #[inline(always)]
    pub const unsafe fn new(word: sys::Value) -> Raw {
        Raw(word, PhantomData)
    }

    /// The word itself.
    #[inline(always)]
    pub const fn word(self) -> sys::Value {
        self.0
    }

    /// The value, tied to the token.
    ///
    /// # Safety
    ///
    /// The word is an OCaml value that is alive, and nothing has collected since it was read.
    #[inline(always)]
    pub unsafe fn value(self, gc: &Runtime) -> Value<'_> {
        // SAFETY: the caller's promise.
        unsafe { Value::from_word(self.0, gc) }
    }
}

/// What a value looks like from outside.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Int(isize),
    Block(u8, usize),
}

impl<'gc> Value<'gc> {
    /// Ties a word to a token.
    ///
    /// # Safety
    ///
    /// The word is an OCaml value that is alive, and nothing has collected since it was read.
    #[inline(always)]
    pub(crate) const unsafe fn from_word(word: sys::Value, _gc: &'gc Runtime) -> Value<'gc> {
        Value { word, _gc: PhantomData }
    }

    /// A value from a word, for a lifetime that the caller answers for.
    ///
    /// # Safety
    ///
    /// As for [`Value::from_word`], for as long as `'gc` lasts.
    #[inline(always)]
    pub(crate) const unsafe fn revive(word: sys::Value) -> Value<'gc> {
        Value { word, _gc: PhantomData }
    }

    /// A value that the collector never moves: an immediate or a static block.
    #[inline(always)]
    pub(crate) const fn immediate(word: sys::Value) -> Value<'static> {
        Value { word, _gc: PhantomData }
    }

    #[inline(always)]
    pub(crate) const fn word(self) -> sys::Value {
        self.word
    }

    /// The token that this value borrows from: whoever holds a block holds the runtime. (An immediate is no proof: it
    /// exists on any thread.)
    #[inline(always)]
    pub(crate) fn gc(self) -> &'gc Runtime {
        // SAFETY: a token is zero-sized, so any aligned address will do; a `Value<'gc>` exists only
        // while a `&'gc Runtime` does.
        unsafe { core::ptr::NonNull::<Runtime>::dangling().as_ref() }
    }

    /// The word for a hand-written `extern "C"` function or a direct call to the C runtime.
    ///
    /// # Safety
    ///
    /// The result must not be used after the next GC point, and must not be handed to a function
    /// that can raise or collect while values are alive.
    #[inline(always)]
    pub const unsafe fn raw(self) -> Raw {
        Raw(self.word, PhantomData)
    }

    /// `()`.
    #[inline(always)]
    pub const fn unit() -> Value<'static> {
        Value::immediate(sys::UNIT)
    }

    /// `None`.
    #[inline(always)]
    pub const fn none() -> Value<'static> {
        Value::immediate(sys::NONE)
    }

    /// `Some value`.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    #[inline]
    pub fn some(gc: &'gc Runtime, value: Value<'_>) -> Value<'gc> {
        alloc::block(gc, 0, [value])
    }

    /// An OCaml `bool`.
    #[inline(always)]
    pub const fn bool(b: bool) -> Value<'static> {
        Value::immediate(sys::val_int(b as isize))
    }

    /// An OCaml `int`.
    ///
    /// # Panics
    ///
    /// If `i` does not fit OCaml's 63-bit (31-bit) `int`; in an exported function that is
    /// `Invalid_argument`.
    #[inline(always)]
    pub fn int(i: isize) -> Value<'static> {
        Value::try_int(i).unwrap_or_else(|error| error.throw())
    }

    #[inline(always)]
    pub(crate) fn try_int(i: isize) -> Result<Value<'static>, OutOfRange> {
        // Doubling tells whether the tag bit has room.
        match i.overflowing_add(i) {
            (twice, false) => Ok(Value::immediate(twice + 1)),
            // The number is read off its double, whose highest bit is wrong, so that nothing has to keep it.
            (twice, true) => Err(OutOfRange(((twice >> 1) ^ isize::MIN) as i128)),
        }
    }

    /// An OCaml `float`.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    #[inline(always)]
    pub fn float(gc: &'gc Runtime, f: f64) -> Value<'gc> {
        alloc::float(gc, f)
    }

    /// An OCaml `string` with a copy of the text.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    #[inline]
    pub fn string(gc: &'gc Runtime, text: &str) -> Value<'gc> {
        alloc::string(gc, text.as_bytes())
    }

    /// OCaml `bytes` with a copy of the bytes.
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    #[inline]
    pub fn bytes(gc: &'gc Runtime, bytes: &[u8]) -> Value<'gc> {
        alloc::string(gc, bytes)
    }

    /// A tuple. `N` is at least 1, or the call does not compile: the empty tuple is [`Value::unit`].
    ///
    /// # Panics
    ///
    /// With `Out_of_memory` if there is no room for the block.
    #[inline]
    pub fn tuple<const N: usize>(gc: &'gc Runtime, fields: [Value<'_>; N]) -> Value<'gc> {
        alloc::block(gc, 0, fields)
    }

    /// A variant: the constant constructor number `tag` for `None`, otherwise the block constructor
    /// number `tag` with one argument.
    ///
    /// Constant constructors and block constructors are counted separately, from 0.
    ///
    /// # Panics
    ///
    /// If there is an argument and `tag` is above 245 (243 on OCaml 5); with `Out_of_memory` if there is no room for the
    /// block.
    #[inline]
    pub fn variant(gc: &'gc Runtime, tag: u8, argument: Option<Value<'_>>) -> Value<'gc> {
        assert!(
            argument.is_none() || tag <= sys::LAST_CONSTRUCTOR,
            "{tag} is not the tag of a variant: constructors with arguments have tags 0 to {}",
            sys::LAST_CONSTRUCTOR
        );
        match argument {
            None => Value::immediate(sys::val_int(tag as isize)),
            Some(argument) => alloc::block(gc, tag, [argument]),
        }
    }

    /// Whether this is an immediate: an `int`, `bool`, `char`, `unit` or constant constructor.
    #[inline(always)]
    pub const fn is_int(self) -> bool {
        sys::is_long(self.word)
    }

    /// Whether this is a pointer to a block.
    #[inline(always)]
    pub const fn is_block(self) -> bool {
        sys::is_block(self.word)
    }

    /// The integer of an immediate.
    ///
    /// # Panics
    ///
    /// If this is a block.
    #[inline(always)]
    pub fn int_val(self) -> isize {
        self.as_int()
            .unwrap_or_else(|| ConversionError::expected("an int", self).throw())
    }

    /// The number in an OCaml `float`.
    ///
    /// # Panics
    ///
    /// If this is not a float.
    #[inline(always)]
    pub fn double_val(self) -> f64 {
        self.as_float()
            .unwrap_or_else(|| ConversionError::expected("a float", self).throw())
    }

    /// The tag of a block; `None` for an immediate.
    #[inline(always)]
    pub fn tag(self) -> Option<u8> {
        // SAFETY: a block of a live value has a header.
        self.is_block().then(|| unsafe { sys::tag_val(self.word) })
    }

    /// The size of a block in words; `None` for an immediate.
    #[inline(always)]
    pub fn size(self) -> Option<usize> {
        // SAFETY: a block of a live value has a header.
        self.is_block().then(|| unsafe { sys::wosize_val(self.word) })
    }

    /// Field `index` of a record, tuple, variant, array or object; `None` when this has no such
    /// field, or holds no values (strings, floats, float arrays, closures, custom blocks).
    #[inline]
    pub fn field(self, index: usize) -> Option<Value<'gc>> {
        match self.kind() {
            Kind::Block(tag, size) if index < size && (tag <= sys::LAST_CONSTRUCTOR || tag == sys::OBJECT) => {
                // SAFETY: index < size, and blocks of these tags hold values only.
                Some(unsafe { self.field_unchecked(index) })
            }
            _ => None,
        }
    }

    /// Field `index`, which another domain may be writing: the load is atomic.
    ///
    /// # Safety
    ///
    /// This is a block with more than `index` fields, which are values.
    #[inline(always)]
    pub(crate) unsafe fn field_unchecked(self, index: usize) -> Value<'gc> {
        // SAFETY: in bounds by the caller's promise; a field is a word and never anything else.
        let word = unsafe { AtomicIsize::from_ptr(sys::field(self.word, index)).load(Ordering::Relaxed) };
        Value { word, _gc: PhantomData }
    }

    /// Element `index` of a flat float array or record.
    ///
    /// # Safety
    ///
    /// This is a block with tag `DOUBLE_ARRAY` (or `DOUBLE`, index 0) and more than `index` floats.
    #[inline(always)]
    pub(crate) unsafe fn float_unchecked(self, index: usize) -> f64 {
        // SAFETY: in bounds by the caller's promise. On 32-bit machines floats are only word
        // aligned and wider than the word, so there the read is an unaligned one.
        unsafe {
            let float = (self.word as *mut f64).add(index);
            #[cfg(target_pointer_width = "64")]
            return f64::from_bits(core::sync::atomic::AtomicU64::from_ptr(float.cast()).load(Ordering::Relaxed));
            #[cfg(not(target_pointer_width = "64"))]
            return float.read_unaligned();
        }
    }

    /// Overwrites element `index` of a flat float array or record.
    ///
    /// # Safety
    ///
    /// As for [`Value::float_unchecked`].
    #[inline(always)]
    pub(crate) unsafe fn set_float_unchecked(self, index: usize, number: f64) {
        // SAFETY: as there.
        unsafe {
            let float = (self.word as *mut f64).add(index);
            #[cfg(target_pointer_width = "64")]
            core::sync::atomic::AtomicU64::from_ptr(float.cast()).store(number.to_bits(), Ordering::Relaxed);
            #[cfg(not(target_pointer_width = "64"))]
            float.write_unaligned(number);
        }
    }

    /// The integer of an immediate.
    #[inline(always)]
    pub(crate) fn as_int(self) -> Option<isize> {
        self.is_int().then(|| sys::int_val(self.word))
    }

    /// The number in a boxed float.
    #[inline(always)]
    pub(crate) fn as_float(self) -> Option<f64> {
        // SAFETY: the tag says that this is a boxed float.
        (self.tag() == Some(sys::DOUBLE)).then(|| unsafe { self.float_unchecked(0) })
    }

    /// The data of a custom block with these operations.
    #[inline(always)]
    pub(crate) fn custom_data(self, operations: *const sys::custom_operations) -> Option<*mut u8> {
        if self.tag() != Some(sys::CUSTOM) {
            return None;
        }
        let block = self.word as *mut sys::Value;
        // SAFETY: a custom block starts with its operations; the data follow.
        unsafe { (block.read() == operations as sys::Value).then(|| block.add(1).cast()) }
    }

    #[inline(always)]
    pub(crate) fn kind(self) -> Kind {
        if self.is_int() {
            return Kind::Int(sys::int_val(self.word));
        }
        // SAFETY: a block.
        let (tag, size) = unsafe { self.block_kind() };
        Kind::Block(tag, size)
    }

    /// The tag of a block, and its size in words.
    ///
    /// # Safety
    ///
    /// It is a block.
    #[inline(always)]
    pub(crate) unsafe fn block_kind(self) -> (u8, usize) {
        // SAFETY: a block of a live value has a header.
        let header = unsafe { sys::hd_val(self.word) };
        (header as u8, sys::wosize_hd(header))
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            Kind::Int(i) => write!(f, "Value({i})"),
            Kind::Block(sys::DOUBLE, _) => write!(f, "Value({:?})", self.double_val()),
            Kind::Block(sys::STRING, _) => match crate::convert::text::bytes_of(*self) {
                Ok(bytes) => write!(f, "Value({:?})", String::from_utf8_lossy(bytes)),
                Err(_) => write!(f, "Value(string)"),
            },
            Kind::Block(tag, size) => write!(f, "Value(block tag {tag}, {size} words)"),
        }
    }
}
