//! Boxes of Rust values whose blocks are gone: dropped at once, or, where that could be in the middle of a body, later.
//!
//! On OCaml 5 `caml_alloc_shr` may sweep, and so run finalizers. Rust code that allocates an OCaml value does not expect
//! destructors of other values to run at that moment (it may hold the lock that they take): so they wait in a queue of
//! the thread, until the end of the function or the next GC point.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;

/// A box that nobody uses any more. Dropping it frees it; a destructor that panics ends the program, for there is nobody
/// who could catch it.
pub(crate) struct Dead {
    data: NonNull<()>,
    free: unsafe fn(NonNull<()>),
    type_name: fn() -> &'static str,
}

impl Dead {
    /// # Safety
    ///
    /// The function frees this box, and nobody uses it.
    pub(crate) unsafe fn new(data: NonNull<()>, free: unsafe fn(NonNull<()>), type_name: fn() -> &'static str) -> Dead {
        Dead { data, free, type_name }
    }

    /// Frees the box now, or as soon as that is possible.
    #[inline]
    pub(crate) fn bury(self) {
        #[cfg(ocaml_5)]
        queue::add(self);
        #[cfg(not(ocaml_5))]
        drop(self);
    }
}

impl Drop for Dead {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the promise of `new`.
        let freed = catch_unwind(AssertUnwindSafe(|| unsafe { (self.free)(self.data) }));
        if let Err(payload) = freed {
            std::mem::forget(payload);
            eprintln!(
                "fatal: the destructor of a `{}` panicked in a finalizer, where nothing can catch it",
                (self.type_name)()
            );
            std::process::abort();
        }
    }
}

#[cfg(ocaml_5)]
pub(crate) use queue::{drain, without_destructors};

#[cfg(not(ocaml_5))]
pub(crate) use at_once::{drain, without_destructors};

#[cfg(ocaml_5)]
mod queue {
    use std::cell::{Cell, RefCell};

    use super::Dead;

    thread_local! {
        static WAIT: Cell<bool> = const { Cell::new(false) };
        static QUEUE: RefCell<Vec<Dead>> = const { RefCell::new(Vec::new()) };
    }

    pub(super) fn add(dead: Dead) {
        if WAIT.get() {
            // While the thread ends there is no queue: it is dropped with the closure.
            let _ = QUEUE.try_with(move |queue| queue.borrow_mut().push(dead));
        } else {
            drop(dead);
        }
    }

    /// Runs an allocation in the middle of a body.
    #[inline(always)]
    pub(crate) fn without_destructors<T>(allocate: impl FnOnce() -> T) -> T {
        let before = WAIT.replace(true);
        let allocated = allocate();
        WAIT.set(before);
        allocated
    }

    /// Runs the destructors that wait.
    pub(crate) fn drain() {
        // Taken out first: a destructor may run anything.
        let waiting = QUEUE.try_with(RefCell::take);
        drop(waiting);
    }
}

#[cfg(not(ocaml_5))]
mod at_once {
    #[inline(always)]
    pub(crate) fn without_destructors<T>(allocate: impl FnOnce() -> T) -> T {
        allocate()
    }

    #[inline(always)]
    pub(crate) fn drain() {}
}
