//! Who owns the elements of a bigarray made here, and how they are freed.
//!
//! Before OCaml 5, of a few elements a copy is made, in memory that the runtime's own operations free: that costs less than what follows, and
//! leaves the vector's memory, still in the cache, to the next one.
//!
//! Otherwise they stay in the `Vec`, which C's `free` must not see, and which needs operations of its own: the runtime's,
//! with another `finalize`. `Bigarray.sub`, `slice`, `reshape` and `change_layout` give their results the operations and the
//! *proxy* of the original and count the arrays in the proxy. So such an array has a proxy from the start; it is the head of
//! a record that knows how to free the vector, whichever array is the last one.

use ocaml_sys as sys;
use sys::bigarray::{Layout as Order, Managed};

use super::{Element, Layout};
use crate::runtime::Runtime;
use crate::value::Value;

/// Whether so many bytes of elements are copied.
const fn is_copied(bytes: usize) -> bool {
    // An array without a proxy gets one with its first part, which two domains may ask for at once: then the runtime of
    // OCaml 5 makes two, and frees the elements while a part still uses them.
    const DOMAINS: bool = cfg!(ocaml_5);
    // Before OCaml 4.08, parts of an array do not get its operations, and so free the elements with C's `free`.
    const ALWAYS: bool = cfg!(not(ocaml_4_08));
    ALWAYS || !DOMAINS && bytes <= 1024
}

// What follows is inlined down to the few stores that an array of one dimension needs.

/// A bigarray of a vector's elements from `start` on.
#[inline(always)]
pub(super) fn bigarray<'gc, T: Element, L: Layout>(
    gc: &'gc Runtime,
    elements: Vec<T>,
    start: usize,
    dims: &[usize],
) -> Value<'gc> {
    let used = &elements[start..][..dims.iter().product()];
    match is_copied(size_of_val(used)) {
        true => copied::bigarray::<T, L>(gc, used, dims),
        false => handed_over::bigarray::<T, L>(gc, elements, start, dims),
    }
}

/// A bigarray of a copy of the elements.
pub(super) fn copy<'gc, T: Element, L: Layout>(gc: &'gc Runtime, elements: &[T], dims: &[usize]) -> Value<'gc> {
    match is_copied(size_of_val(elements)) {
        true => copied::bigarray::<T, L>(gc, elements, dims),
        false => handed_over::bigarray::<T, L>(gc, elements.to_vec(), 0, dims),
    }
}

/// The words of an array's custom block, and how many there are.
#[inline(always)]
fn words<T: Element, L: Layout>(
    data: *mut T,
    proxy: *const sys::BigarrayProxy,
    dims: &[usize],
) -> ([usize; 4 + sys::bigarray::MAX_NUM_DIMS], usize) {
    let order = if L::FORTRAN {
        Order::FORTRAN_LAYOUT
    } else {
        Order::C_LAYOUT
    };
    let flags = T::KIND as i32 | order as i32 | Managed::MANAGED as i32;
    let mut words = [0; 4 + sys::bigarray::MAX_NUM_DIMS];
    words[..4].copy_from_slice(&[data as usize, dims.len(), flags as usize, proxy as usize]);
    words[4..4 + dims.len()].copy_from_slice(dims);
    (words, 4 + dims.len())
}

mod handed_over {
    use std::ffi::c_void;
    use std::mem;
    use std::ptr::NonNull;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicIsize, Ordering};

    use ocaml_sys as sys;

    use super::{Element, Layout, words};
    use crate::custom_block;
    use crate::runtime::Runtime;
    use crate::value::Value;

    /// A vector of which nothing is used any more but its memory, and how many arrays use that.
    #[repr(C)]
    struct Shared {
        /// What the runtime sees. It counts in here; nothing else of it changes.
        proxy: sys::BigarrayProxy,
        capacity: usize,
        free: unsafe fn(*mut c_void, usize),
    }

    /// One of the arrays that use the memory.
    struct Owner(NonNull<Shared>);

    impl Owner {
        fn new<T: Element>(elements: Vec<T>) -> (Owner, *mut T) {
            /// Frees the memory of a vector.
            ///
            /// # Safety
            ///
            /// Both belong to one vector, which is forgotten.
            unsafe fn free<T>(data: *mut c_void, capacity: usize) {
                // SAFETY: the caller's promise; elements are plain numbers and need no destructor.
                drop(unsafe { Vec::<T>::from_raw_parts(data.cast(), 0, capacity) });
            }
            let mut elements = mem::ManuallyDrop::new(elements);
            let data = elements.as_mut_ptr();
            let shared = Box::new(Shared {
                proxy: sys::BigarrayProxy {
                    refcount: 1,
                    data: data.cast(),
                    size: 0,
                },
                capacity: elements.capacity(),
                free: free::<T>,
            });
            (Owner(NonNull::from(Box::leak(shared))), data)
        }
    }

    impl Drop for Owner {
        fn drop(&mut self) {
            let shared = self.0.as_ptr();
            // SAFETY: the record is there until the last owner has gone; the runtime, too, counts in this word, and on
            // OCaml 5 it does so atomically.
            let before =
                unsafe { AtomicIsize::from_ptr(&raw mut (*shared).proxy.refcount).fetch_sub(1, Ordering::AcqRel) };
            if before == 1 {
                // SAFETY: this was the last owner, so the box and the vector's memory are ours, as `new` left them.
                unsafe {
                    let shared = Box::from_raw(shared);
                    (shared.free)(shared.proxy.data, shared.capacity);
                }
            }
        }
    }

    /// The runtime calls this once for each array with our operations, inside a collection or an allocation, on any
    /// thread: memory of plain numbers is freed, and nothing else is touched.
    unsafe extern "C" fn finalize(block: sys::Value) {
        // SAFETY: a bigarray's block, the runtime says.
        let proxy = unsafe { (*sys::data_custom_val::<sys::Bigarray>(block)).proxy };
        if let Some(shared) = NonNull::new(proxy.cast_mut()) {
            // An array with our operations has the proxy of one made here.
            drop(Owner(shared.cast()));
        }
    }

    /// The operations of the runtime, which make our arrays equal to its own ones for `compare`, `hash` and `Marshal`,
    /// but for the finalizer.
    fn operations() -> *const sys::custom_operations {
        struct Operations(sys::custom_operations);
        // SAFETY: it points to static data and functions only.
        unsafe impl Send for Operations {}
        // SAFETY: as above.
        unsafe impl Sync for Operations {}
        static OPERATIONS: OnceLock<Operations> = OnceLock::new();
        let operations = OPERATIONS.get_or_init(|| {
            Operations(sys::custom_operations {
                finalize: Some(finalize),
                // SAFETY: the runtime's constant.
                ..unsafe { sys::bigarray::caml_ba_ops }
            })
        });
        &raw const operations.0
    }

    /// A bigarray of a vector's elements from `start` on. They are not copied.
    pub fn bigarray<'gc, T: Element, L: Layout>(
        gc: &'gc Runtime,
        elements: Vec<T>,
        start: usize,
        dims: &[usize],
    ) -> Value<'gc> {
        let bytes = elements.capacity() * size_of::<T>();
        let (owner, data) = Owner::new(elements);
        // Within the vector, or where it ends.
        let data = data.wrapping_add(start);
        let (words, count) = words::<T, L>(data, owner.0.as_ptr().cast(), dims);
        // SAFETY: the words are those of a bigarray, of which the owner lives until `finalize`, which only frees memory.
        let value = unsafe { custom_block::new(gc, operations(), &words[..count], bytes) };
        // From now on the block is the owner. (Had there been no memory for it, it would have been dropped.)
        mem::forget(owner);
        value
    }
}

mod copied {
    use std::{mem, ptr};

    use ocaml_sys as sys;

    use super::{Element, Layout, words};
    use crate::custom_block;
    use crate::runtime::Runtime;
    use crate::thrown::Thrown;
    use crate::value::Value;

    /// Elements in memory that the runtime's `finalize` frees.
    struct Copied<T>(*mut T);

    impl<T: Element> Copied<T> {
        fn new(elements: &[T]) -> Copied<T> {
            let data: *mut T = sys::bigarray::alloc_data(size_of_val(elements)).cast();
            if data.is_null() && !elements.is_empty() {
                Thrown::OutOfMemory.throw();
            }
            // SAFETY: there is room for as many elements, of plain numbers, just allocated.
            unsafe { ptr::copy_nonoverlapping(elements.as_ptr(), data, elements.len()) };
            Copied(data)
        }
    }

    impl<T> Drop for Copied<T> {
        fn drop(&mut self) {
            // SAFETY: from `alloc_data`, and no block has it.
            unsafe { sys::bigarray::free_data(self.0.cast()) };
        }
    }

    /// A bigarray of a copy of these elements.
    #[inline(always)]
    pub fn bigarray<'gc, T: Element, L: Layout>(gc: &'gc Runtime, elements: &[T], dims: &[usize]) -> Value<'gc> {
        let copy = Copied::new(elements);
        let (words, count) = words::<T, L>(copy.0, ptr::null(), dims);
        let operations = &raw const sys::bigarray::caml_ba_ops;
        // SAFETY: the words are those of a bigarray, whose operations free its elements.
        let value = unsafe { custom_block::new(gc, operations, &words[..count], size_of_val(elements)) };
        // From now on the block owns them.
        mem::forget(copy);
        value
    }
}
