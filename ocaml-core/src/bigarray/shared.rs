//! Memory that others may write to at the same time: other domains, and threads that fill or copy a large bigarray
//! without the runtime lock.
//!
//! Elements are loaded and stored with relaxed atomic operations, piece by piece where they are wider than their
//! alignment. Whole arrays are copied by C's `memmove`.

use std::ffi::c_void;
use std::hint::black_box;
use std::mem::MaybeUninit;
#[cfg(target_has_atomic = "64")]
use std::sync::atomic::AtomicU64;
use std::sync::atomic::{AtomicU8, AtomicU16, AtomicU32, Ordering::Relaxed};

use super::element::Element;

/// Runs `$piece!(atomic type, integer type)` with the widest piece that the alignment of `$element` allows.
macro_rules! in_pieces {
    ($element:ty, $piece:ident) => {
        match align_of::<$element>() {
            #[cfg(target_has_atomic = "64")]
            8 => $piece!(AtomicU64, u64),
            #[cfg(not(target_has_atomic = "64"))]
            8 => $piece!(AtomicU32, u32),
            4 => $piece!(AtomicU32, u32),
            2 => $piece!(AtomicU16, u16),
            _ => $piece!(AtomicU8, u8),
        }
    };
}

/// Reads an element.
///
/// # Safety
///
/// `from` points to an element, which nobody writes to but with atomic operations or from outside of Rust.
#[inline(always)]
pub(super) unsafe fn load<T: Element>(from: *mut T) -> T {
    let mut element = MaybeUninit::<T>::uninit();
    macro_rules! load {
        ($atomic:ident, $integer:ident) => {
            for i in 0..size_of::<T>() / size_of::<$integer>() {
                // SAFETY: piece `i` is inside both, aligned because the element is.
                unsafe {
                    let piece = $atomic::from_ptr(from.cast::<$integer>().add(i)).load(Relaxed);
                    element.as_mut_ptr().cast::<$integer>().add(i).write(piece);
                }
            }
        };
    }
    in_pieces!(T, load);
    // SAFETY: the pieces are the whole element, of which every bit pattern is a value.
    unsafe { element.assume_init() }
}

/// Writes an element.
///
/// # Safety
///
/// `to` points to an element, which nobody reads or writes but with atomic operations or from outside of Rust.
#[inline(always)]
pub(super) unsafe fn store<T: Element>(to: *mut T, element: T) {
    macro_rules! store {
        ($atomic:ident, $integer:ident) => {
            for i in 0..size_of::<T>() / size_of::<$integer>() {
                // SAFETY: piece `i` is inside both, aligned because the element is; an element has no padding.
                unsafe {
                    let piece = (&raw const element).cast::<$integer>().add(i).read();
                    $atomic::from_ptr(to.cast::<$integer>().add(i)).store(piece, Relaxed);
                }
            }
        };
    }
    in_pieces!(T, store);
}

/// Copies elements, at the speed of `memmove`.
///
/// The compiler must not know which function this is, or it might treat the memory as if nobody else wrote to it. As a
/// foreign function it may do what atomic operations on bytes could do, and no more is asked of it.
///
/// # Safety
///
/// There are `count` elements at `from`, and room for them at `to`.
#[inline]
pub(super) unsafe fn copy<T: Element>(from: *const T, to: *mut T, count: usize) {
    type Copy = unsafe extern "C" fn(*mut c_void, *const c_void, usize) -> *mut c_void;
    unsafe extern "C" {
        fn memmove(to: *mut c_void, from: *const c_void, bytes: usize) -> *mut c_void;
    }
    let copy = black_box(memmove as Copy);
    // SAFETY: the caller's promise.
    unsafe { copy(to.cast(), from.cast(), count * size_of::<T>()) };
}

#[cfg(test)]
mod tests {
    use super::super::Element;
    use super::{copy, load, store};
    use crate::Complex;

    fn there_and_back<T: Element + PartialEq + std::fmt::Debug>(element: T) {
        let mut place = T::ZERO;
        // SAFETY: `place` is an element that only this thread knows.
        unsafe {
            store(&raw mut place, element);
            assert_eq!(load(&raw mut place), element);
        }
        assert_eq!(place, element);
        let (from, mut to) = ([element; 5], [T::ZERO; 5]);
        // SAFETY: both have five elements.
        unsafe { copy(from.as_ptr(), to.as_mut_ptr(), 5) };
        assert_eq!(from, to);
    }

    #[test]
    fn elements_of_all_sizes() {
        there_and_back(-7i8);
        there_and_back(200u8);
        there_and_back(-30_000i16);
        there_and_back(i32::MIN + 1);
        there_and_back(i64::MIN + 1);
        there_and_back(1.25f32);
        there_and_back(-0.1f64);
        there_and_back(Complex { re: 1.5f32, im: -2.5 });
        there_and_back(Complex { re: 0.1f64, im: -0.2 });
    }
}
