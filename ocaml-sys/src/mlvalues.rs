//! Values and headers (`mlvalues.h`, and `config.h` for the sizes).

use core::sync::atomic::{AtomicUsize, Ordering};

use crate::config::RESERVED_BITS;
use crate::tag::Tag;

/// An OCaml `value`: an odd integer (see [`val_int`]) or the address of a block.
pub type Value = isize;
/// `intnat`: a signed integer of the size of a value.
pub type Intnat = isize;
/// `uintnat`.
pub type Uintnat = usize;
/// `mlsize_t`: a size in words or bytes.
pub type Mlsize = Uintnat;
/// A size in words.
pub type Wosize = Uintnat;
/// Same as [`Mlsize`].
pub type Size = Uintnat;
/// `header_t`: `wosize << 10 | colour | tag`; some builds of OCaml reserve bits above the size.
pub type Header = Uintnat;
/// The collector's mark, two bits of the header.
pub type Color = Uintnat;

/// `()`.
pub const UNIT: Value = val_int(0);
/// `false`.
pub const FALSE: Value = val_int(0);
/// `true`.
pub const TRUE: Value = val_int(1);
/// `[]`.
pub const EMPTY_LIST: Value = val_int(0);
/// `None`.
pub const NONE: Value = val_int(0);

/// The greatest OCaml `int`: 2^62 - 1, or 2^30 - 1 on 32 bits.
pub const MAX_INT: Intnat = Intnat::MAX >> 1;
/// The least OCaml `int`.
pub const MIN_INT: Intnat = Intnat::MIN >> 1;
/// Same as [`MAX_INT`].
pub const MAX_FIXNUM: Intnat = MAX_INT;
/// Same as [`MIN_INT`].
pub const MIN_FIXNUM: Intnat = MIN_INT;

/// Words of the largest block of the minor heap (`Max_young_wosize` in `config.h`).
pub const MAX_YOUNG_WOSIZE: Wosize = 256;
/// Words of the largest block (`Max_wosize`).
pub const MAX_WOSIZE: Wosize = usize::MAX >> (WOSIZE_SHIFT + RESERVED_BITS);
/// The colour of a block just made in the minor heap: black up to OCaml 4.10, 0 after it.
pub const FRESH_COLOR: Color = if cfg!(ocaml_4_11) { 0 } else { 0x300 };

/// Bytes per word.
pub const WORD: usize = size_of::<Value>();
const WOSIZE_SHIFT: u32 = 10;

/// `Double_wosize`: the words that a float takes, more than one on 32-bit machines.
pub const DOUBLE_WOSIZE: Wosize = size_of::<f64>() / WORD;

/// `Val_long`. The two top bits of `i` are lost; compare with [`MIN_INT`] and [`MAX_INT`] first.
#[inline(always)]
pub const fn val_int(i: isize) -> Value {
    (i << 1) | 1
}

/// `Val_bool`.
#[inline(always)]
pub const fn val_bool(b: bool) -> Value {
    val_int(b as isize)
}

/// `Long_val`.
#[inline(always)]
pub const fn int_val(value: Value) -> isize {
    value >> 1
}

/// `Is_long`: an integer, a constant constructor, `()`…
#[inline(always)]
pub const fn is_long(value: Value) -> bool {
    value & 1 != 0
}

/// `Is_block`: the address of a heap block.
#[inline(always)]
pub const fn is_block(value: Value) -> bool {
    value & 1 == 0
}

/// The header of a fresh block of the minor heap.
#[inline(always)]
pub const fn make_header(wosize: Wosize, tag: Tag) -> Header {
    (wosize << WOSIZE_SHIFT) | FRESH_COLOR | tag as Header
}

/// `Hd_val`.
///
/// The load is atomic: on OCaml 5 another domain may change the colour at the same time.
///
/// # Safety
/// `block` is a live block.
#[inline(always)]
pub unsafe fn hd_val(block: Value) -> Header {
    let header = (block as *mut Header).wrapping_sub(1);
    // SAFETY: a live block has its header in the aligned word before it, which only the collector writes, atomically.
    unsafe { AtomicUsize::from_ptr(header).load(Ordering::Relaxed) }
}

/// `Tag_hd`.
#[inline(always)]
pub const fn tag_hd(header: Header) -> Tag {
    header as Tag
}

/// `Wosize_hd`.
#[inline(always)]
pub const fn wosize_hd(header: Header) -> Wosize {
    (header << RESERVED_BITS) >> (RESERVED_BITS + WOSIZE_SHIFT)
}

/// `Tag_val`.
///
/// # Safety
/// `block` is a live block.
#[inline(always)]
pub unsafe fn tag_val(block: Value) -> Tag {
    // SAFETY: the caller's promise.
    tag_hd(unsafe { hd_val(block) })
}

/// `Wosize_val`: the number of words in a block.
///
/// # Safety
/// `block` is a live block.
#[inline(always)]
pub unsafe fn wosize_val(block: Value) -> Wosize {
    // SAFETY: the caller's promise.
    wosize_hd(unsafe { hd_val(block) })
}

/// `&Field(block, index)`. Reading it is a load of a value; writing it takes
/// [`caml_initialize`](crate::caml_initialize) or [`caml_modify`](crate::caml_modify), unless the block is fresh and
/// young.
///
/// # Safety
/// `block` is a live block of more than `index` words.
#[inline(always)]
pub unsafe fn field(block: Value, index: usize) -> *mut Value {
    // SAFETY: word `index` is inside the block.
    unsafe { (block as *mut Value).add(index) }
}

/// `Bp_val`: the first byte of a block.
#[inline(always)]
pub const fn bp_val(block: Value) -> *const u8 {
    block as *const u8
}

/// `String_val`/`Bytes_val`: the bytes of a `string` or `bytes`. A byte 0 follows the last one.
#[inline(always)]
pub const fn string_val(string: Value) -> *mut u8 {
    string as *mut u8
}

/// `caml_string_length`: the number of bytes of a `string` or `bytes`.
///
/// # Safety
/// `string` is a live block with tag [`STRING`](crate::tag::STRING).
#[inline(always)]
pub unsafe fn string_length(string: Value) -> usize {
    // SAFETY: a string has at least one word; its last byte counts the padding bytes before it.
    unsafe {
        let last = wosize_val(string) * WORD - 1;
        last - *bp_val(string).add(last) as usize
    }
}

/// Words of the block of a string of `length` bytes.
#[inline(always)]
pub const fn string_wosize(length: usize) -> Wosize {
    length / WORD + 1
}

/// `Data_custom_val`: the data of a custom block, after the word of its operations.
///
/// # Safety
/// `custom` is a live block with tag [`CUSTOM`](crate::tag::CUSTOM).
#[inline(always)]
pub unsafe fn data_custom_val<T>(custom: Value) -> *mut T {
    // SAFETY: word 0 exists, so the address after it is in the block or just behind it.
    unsafe { field(custom, 1).cast() }
}

/// `Infix_offset_val`: how many bytes an [`INFIX`](crate::tag::INFIX) block is behind the start of its closure.
///
/// # Safety
/// `block` is a live block with tag `INFIX`.
#[inline(always)]
pub unsafe fn infix_offset_val(block: Value) -> usize {
    // SAFETY: the caller's promise.
    unsafe { wosize_val(block) * WORD }
}

unsafe extern "C" {
    /// The number of bytes of a `string` or `bytes`; [`string_length`] is the same without a call.
    pub fn caml_string_length(string: Value) -> Size;
    /// 1 if a string holds no byte 0, that is, if it can be used as a C string.
    pub fn caml_string_is_c_safe(string: Value) -> core::ffi::c_int;
    /// The number of elements of any array, flat or not.
    pub fn caml_array_length(array: Value) -> Size;
    /// 1 for a block with tag [`DOUBLE_ARRAY`](crate::tag::DOUBLE_ARRAY).
    pub fn caml_is_double_array(array: Value) -> core::ffi::c_int;
    /// The value of a constant polymorphic variant, from its name ended by a byte 0.
    pub fn caml_hash_variant(name: *const u8) -> Value;
    /// The closure of a method, or 0; `method` is the hash of its name.
    pub fn caml_get_public_method(object: Value, method: Value) -> Value;
    /// Gives a new object its identity.
    pub fn caml_set_oo_id(object: Value) -> Value;
}

const _: () = {
    assert!(size_of::<Value>() == size_of::<*mut u8>());
    assert!(val_int(0) == 1 && val_int(-1) == -1 && int_val(val_int(MIN_INT)) == MIN_INT);
    assert!(int_val(val_int(MAX_INT)) == MAX_INT);
    assert!(wosize_hd(make_header(MAX_WOSIZE, 255)) == MAX_WOSIZE);
    assert!(wosize_hd(make_header(3, 7)) == 3 && tag_hd(make_header(3, 7)) == 7);
};
