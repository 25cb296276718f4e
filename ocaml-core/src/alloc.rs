//! The allocator: blocks on the OCaml heap without ever running the collector.
//!
//! 1. Room in the minor heap: lower `young_ptr`, write the header and every field. Nothing can
//!    look at the block before it is complete, so plain stores will do.
//! 2. No room above `young_limit`: the limit may only be raised because something is pending
//!    (a signal, a sample, another domain). The runtime's own second test tells.
//! 3. Really no room, or a block too large for the minor heap: the major heap, whose allocation
//!    function neither moves nor collects, and a note that a collection is due ([`crate::due`]).
//!
//! `young_limit` respects signals, other domains' interrupts and the memory profiler's samples.

use core::ptr::{self, NonNull};

use ocaml_sys as sys;

use crate::dead::without_destructors;
use crate::due;
use crate::runtime::Runtime;
use crate::thrown::Thrown;
use crate::value::Value;

/// Where a new block lies, which decides how its fields may be written.
#[derive(Clone, Copy)]
pub(crate) struct Fresh {
    fields: NonNull<sys::Value>,
    young: bool,
}

const WORD: usize = size_of::<sys::Value>();

/// Takes a block from the minor heap if there is room above `limit`.
#[inline(always)]
unsafe fn bump(state: sys::State, limit: usize, wosize: usize, tag: u8) -> Option<NonNull<sys::Value>> {
    // SAFETY: the caller holds the runtime, so the state is this thread's; below `young_ptr` and
    // above the limit the minor heap is unused.
    unsafe {
        // No wrap: the minor heap does not lie in the first page of the address space.
        let header = state.young_ptr().wrapping_sub((wosize + 1) * WORD);
        if header < limit {
            return None;
        }
        state.set_young_ptr(header);
        (header as *mut usize).write(sys::make_header(wosize, tag));
        Some(NonNull::new_unchecked((header + WORD) as *mut sys::Value))
    }
}

/// Takes a block from the minor heap if there is obviously room.
#[inline(always)]
fn reserve_young(_gc: &Runtime, wosize: usize, tag: u8) -> Option<NonNull<sys::Value>> {
    if wosize > sys::MAX_YOUNG_WOSIZE {
        return None;
    }
    // SAFETY: the token proves that the runtime is held.
    unsafe {
        let state = sys::State::get();
        bump(state, state.young_limit(), wosize, tag)
    }
}

/// A block whose fields have still to be written, all of them, before anything else happens.
#[inline(always)]
pub(crate) fn reserve(gc: &Runtime, wosize: usize, tag: u8) -> Fresh {
    match reserve_young(gc, wosize, tag) {
        Some(fields) => Fresh { fields, young: true },
        None => reserve_without_room(gc, wosize, tag),
    }
}

#[cold]
#[inline(never)]
fn reserve_without_room(gc: &Runtime, wosize: usize, tag: u8) -> Fresh {
    if wosize <= sys::MAX_YOUNG_WOSIZE {
        // SAFETY: the token proves that the runtime is held.
        let young = unsafe {
            let state = sys::State::get();
            bump(state, state.young_trigger(), wosize, tag)
        };
        if let Some(fields) = young {
            return Fresh { fields, young: true };
        }
        due::leave_note(wosize);
    }
    reserve_major(gc, wosize, tag)
}

/// A block of the major heap, whose fields have still to be written, as for [`reserve`].
pub(crate) fn reserve_major(_gc: &Runtime, wosize: usize, tag: u8) -> Fresh {
    // At least what the allocation requests is due, as in `caml_check_urgent_gc`.
    due::leave_note(1);
    // The runtime's own function does not check, and computes with the size in bytes.
    if wosize > sys::MAX_WOSIZE {
        Thrown::OutOfMemory.throw();
    }
    // SAFETY: the token proves that the runtime is held; this function neither collects nor raises, and returns 0 on
    // failure.
    let block = without_destructors(|| unsafe { sys::alloc_shr_noexc(wosize, tag) });
    match NonNull::new(block as *mut sys::Value) {
        Some(fields) => Fresh { fields, young: false },
        None => Thrown::OutOfMemory.throw(),
    }
}

impl Fresh {
    /// Whether the block lies in the minor heap.
    #[inline(always)]
    pub(crate) fn is_young(self) -> bool {
        self.young
    }

    #[inline(always)]
    pub(crate) fn value<'gc>(self, gc: &'gc Runtime) -> Value<'gc> {
        // SAFETY: the block was made under this token.
        unsafe { Value::from_word(self.fields.as_ptr() as sys::Value, gc) }
    }

    /// Writes field `index` for the first time.
    ///
    /// # Safety
    ///
    /// `index` is in bounds and the field has not been written, or holds an immediate, and nothing has collected since
    /// the block was made.
    #[inline(always)]
    pub(crate) unsafe fn initialize(self, index: usize, word: sys::Value) {
        // SAFETY: in bounds; a young block needs no barrier. In a major one the runtime wants to find an immediate.
        unsafe {
            let field = self.fields.as_ptr().add(index);
            if self.young {
                field.write(word);
            } else {
                field.write(sys::UNIT);
                if sys::is_block(word) {
                    point_from_major(field, word);
                } else {
                    field.write(word);
                }
            }
        }
    }

    /// Fills the block with `()`, so that it may be looked at before its fields are known.
    ///
    /// # Safety
    ///
    /// The block has `wosize` fields, none of them written.
    #[inline(always)]
    pub(crate) unsafe fn clear(self, wosize: usize) {
        for index in 0..wosize {
            // SAFETY: in bounds.
            unsafe { self.fields.as_ptr().add(index).write(sys::UNIT) };
        }
    }

    /// The value, of a block with as many fields as these, which become its own.
    fn filled<'gc>(self, gc: &'gc Runtime, fields: &[Value<'_>]) -> Value<'gc> {
        for (index, field) in fields.iter().enumerate() {
            // SAFETY: the block has as many fields as the slice, none of them written before.
            unsafe { self.initialize(index, field.word()) };
        }
        self.value(gc)
    }

    #[inline(always)]
    pub(crate) fn as_ptr(self) -> *mut sys::Value {
        self.fields.as_ptr()
    }
}

/// Makes a field of a fresh block of the major heap point to another block, which the runtime has to know only if that is young.
///
/// # Safety
///
/// The field holds an immediate and nothing has collected since the block was made; the runtime is held.
#[inline(never)]
unsafe fn point_from_major(field: *mut sys::Value, block: sys::Value) {
    // SAFETY: the caller's promise.
    unsafe {
        if sys::is_young_block(block) {
            sys::caml_initialize(field, block);
        } else {
            field.write(block);
        }
    }
}

/// A block with these fields. `N` is at least 1.
#[inline(always)]
pub(crate) fn block<'gc, const N: usize>(gc: &'gc Runtime, tag: u8, fields: [Value<'_>; N]) -> Value<'gc> {
    const { assert!(N > 0, "a block has at least one field") };
    if let Some(block) = reserve_young(gc, N, tag) {
        for (index, field) in fields.iter().enumerate() {
            // SAFETY: index < N, the size of the block; a young block takes plain stores.
            unsafe { block.as_ptr().add(index).write(field.word()) };
        }
        // SAFETY: the block was made under this token.
        return unsafe { Value::from_word(block.as_ptr() as sys::Value, gc) };
    }
    // A copy, so that the fields themselves can stay in registers.
    let copy = fields;
    block_without_room(gc, tag, &copy)
}

#[cold]
#[inline(never)]
fn block_without_room<'gc>(gc: &'gc Runtime, tag: u8, fields: &[Value<'_>]) -> Value<'gc> {
    reserve_without_room(gc, fields.len(), tag).filled(gc, fields)
}

/// A block with these fields, as many as there are: at least one.
pub(crate) fn values<'gc>(gc: &'gc Runtime, tag: u8, fields: &[Value<'_>]) -> Value<'gc> {
    reserve(gc, fields.len(), tag).filled(gc, fields)
}

/// A boxed float.
#[inline(always)]
pub(crate) fn float(gc: &Runtime, f: f64) -> Value<'_> {
    match reserve_young(gc, sys::DOUBLE_WOSIZE, sys::DOUBLE) {
        Some(fields) => boxed_float(gc, Fresh { fields, young: true }, f),
        None => float_without_room(gc, f),
    }
}

/// It takes the float with it, which need not be kept across the call then.
#[cold]
#[inline(never)]
fn float_without_room(gc: &Runtime, f: f64) -> Value<'_> {
    boxed_float(gc, reserve_without_room(gc, sys::DOUBLE_WOSIZE, sys::DOUBLE), f)
}

/// A boxed float, made while decoding. It does not lie in the minor heap: a `noalloc` function decodes too, and before
/// calling one OCaml does not save where the free part of the minor heap begins.
#[cold]
pub(crate) fn float_while_decoding(gc: &Runtime, f: f64) -> Value<'_> {
    boxed_float(gc, reserve_major(gc, sys::DOUBLE_WOSIZE, sys::DOUBLE), f)
}

#[inline(always)]
fn boxed_float(gc: &Runtime, fresh: Fresh, f: f64) -> Value<'_> {
    // SAFETY: the block is large enough and holds no values; on 32 bits it is only word aligned.
    unsafe { fresh.as_ptr().cast::<f64>().write_unaligned(f) };
    fresh.value(gc)
}

/// A flat float array or record.
#[inline]
pub(crate) fn floats<'gc>(gc: &'gc Runtime, floats: &[f64]) -> Value<'gc> {
    if floats.is_empty() {
        return atom(gc);
    }
    let fresh = reserve(gc, size_of_val(floats) / WORD, sys::DOUBLE_ARRAY);
    // SAFETY: the block has room for all floats and holds no values.
    unsafe {
        ptr::copy_nonoverlapping(
            floats.as_ptr().cast::<u8>(),
            fresh.as_ptr().cast::<u8>(),
            size_of_val(floats),
        );
    }
    fresh.value(gc)
}

/// A string or bytes: the content, padded to whole words; the last byte says by how much.
#[inline]
pub(crate) fn string<'gc>(gc: &'gc Runtime, bytes: &[u8]) -> Value<'gc> {
    let wosize = bytes.len() / WORD + 1;
    let fresh = reserve(gc, wosize, sys::STRING);
    let padding = wosize * WORD - 1 - bytes.len();
    // SAFETY: the block has room for the bytes and the padding, and holds no values.
    unsafe {
        let last = fresh.as_ptr().add(wosize - 1);
        last.write(((padding << ((WORD - 1) * 8)) as sys::Value).to_le());
        copy(bytes, fresh.as_ptr().cast::<u8>());
    }
    fresh.value(gc)
}

/// Copies bytes; short ones without calling `memcpy`, which would take longer than the copy.
///
/// # Safety
///
/// There is room for the bytes at `to`, which lies outside of them.
#[inline(always)]
unsafe fn copy(bytes: &[u8], to: *mut u8) {
    /// The first and the last `N` bytes, which overlap or meet.
    #[inline(always)]
    unsafe fn both_ends<const N: usize>(bytes: &[u8], to: *mut u8) {
        let last = bytes.len() - N;
        // SAFETY: the caller checked that there are N to 2 N bytes.
        unsafe {
            let (head, tail) = (
                bytes.as_ptr().cast::<[u8; N]>().read(),
                bytes.as_ptr().add(last).cast::<[u8; N]>().read(),
            );
            to.cast::<[u8; N]>().write(head);
            to.add(last).cast::<[u8; N]>().write(tail);
        }
    }
    // SAFETY: the length is right for each piece; the rest is the caller's promise.
    unsafe {
        match bytes.len() {
            8..=16 => both_ends::<8>(bytes, to),
            4..=7 => both_ends::<4>(bytes, to),
            length => ptr::copy_nonoverlapping(bytes.as_ptr(), to, length),
        }
    }
}

/// The block of size zero, of which there is one.
#[inline]
pub(crate) fn atom(gc: &Runtime) -> Value<'_> {
    // SAFETY: `caml_alloc(0, tag)` returns the static atom and never collects.
    unsafe { Value::from_word(sys::caml_alloc(0, 0), gc) }
}

/// A custom block without a finaliser that holds `N` words of plain data.
#[inline(always)]
pub(crate) fn custom<'gc, const N: usize>(
    gc: &'gc Runtime,
    operations: *const sys::custom_operations,
    data: [isize; N],
) -> Value<'gc> {
    let fresh = reserve(gc, N + 1, sys::CUSTOM);
    // SAFETY: the block has N + 1 words, and custom blocks hold no values.
    unsafe {
        fresh.as_ptr().write(operations as sys::Value);
        for (index, word) in data.into_iter().enumerate() {
            fresh.as_ptr().add(index + 1).write(word);
        }
    }
    fresh.value(gc)
}
