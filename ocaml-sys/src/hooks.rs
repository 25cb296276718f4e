//! Variables of the runtime that hold a function to call (`misc.h`, `domain.h`).

use core::marker::PhantomData;
use core::sync::atomic::{AtomicPtr, Ordering};

/// A hook: a variable of the runtime with a function pointer of type `F`, or null.
///
/// OCaml 5 declares most hooks atomic, OCaml 4 none; access from here is always atomic. Who sets a hook keeps what was
/// there and calls it as well.
#[repr(transparent)]
pub struct Hook<F>(AtomicPtr<()>, PhantomData<F>);

impl<F: Copy> Hook<F> {
    const POINTER: () = assert!(size_of::<F>() == size_of::<*mut ()>(), "F is a function pointer");

    /// The function, if any.
    pub fn get(&self) -> Option<F> {
        Self::function(self.0.load(Ordering::Acquire))
    }

    /// Replaces the function and returns the one before.
    ///
    /// # Safety
    /// `function` does what the runtime asks of this hook, and calls the function returned here.
    pub unsafe fn swap(&self, function: Option<F>) -> Option<F> {
        Self::function(self.0.swap(Self::pointer(function), Ordering::AcqRel))
    }

    /// Replaces the function if it still is `current`. False if it was another one.
    ///
    /// # Safety
    /// `function` does what the runtime asks of this hook, and calls `current`.
    pub unsafe fn replace(&self, current: Option<F>, function: Option<F>) -> bool {
        let (current, function) = (Self::pointer(current), Self::pointer(function));
        self.0
            .compare_exchange(current, function, Ordering::AcqRel, Ordering::Acquire)
            .is_ok()
    }

    fn function(pointer: *mut ()) -> Option<F> {
        let () = Self::POINTER;
        // SAFETY: the variable holds a function of type `F`, which has the size of a pointer.
        (!pointer.is_null()).then(|| unsafe { core::mem::transmute_copy(&pointer) })
    }

    fn pointer(function: Option<F>) -> *mut () {
        let () = Self::POINTER;
        // SAFETY: `F` is a function pointer, which has the size of a pointer.
        function.map_or(core::ptr::null_mut(), |function| unsafe {
            core::mem::transmute_copy(&function)
        })
    }
}

/// A function called at a moment in the life of the collector or of a domain; it must not allocate in the heap.
pub type TimingHook = unsafe extern "C" fn();

unsafe extern "C" {
    /// Before a minor collection, on the thread that collects.
    pub static caml_minor_gc_begin_hook: Hook<TimingHook>;
    /// After a minor collection.
    pub static caml_minor_gc_end_hook: Hook<TimingHook>;
    /// Before a slice of the major collection.
    pub static caml_major_slice_begin_hook: Hook<TimingHook>;
    /// After a slice of the major collection.
    pub static caml_major_slice_end_hook: Hook<TimingHook>;
    /// Before the functions given to `Gc.finalise` are called.
    pub static caml_finalise_begin_hook: Hook<TimingHook>;
    /// After them.
    pub static caml_finalise_end_hook: Hook<TimingHook>;
}

#[cfg(ocaml_5)]
unsafe extern "C" {
    /// A domain has started; called on it. Not to be changed after a second domain was spawned.
    pub static caml_domain_initialize_hook: Hook<TimingHook>;
    /// A domain will run no more OCaml code; called on it. Not to be changed after a second domain was spawned.
    pub static caml_domain_stop_hook: Hook<TimingHook>;
    /// The domain ends; called on it, after [`caml_domain_stop_hook`] and before its heap is given away.
    pub static caml_domain_terminated_hook: Hook<TimingHook>;
}

#[cfg(test)]
mod tests {
    use super::*;

    unsafe extern "C" fn first() {}

    #[test]
    fn a_hook_keeps_what_it_is_given() {
        let hook = Hook::<TimingHook>(AtomicPtr::new(core::ptr::null_mut()), PhantomData);
        assert!(hook.get().is_none());
        // SAFETY: nobody calls this hook.
        unsafe {
            assert!(hook.swap(Some(first)).is_none());
            assert!(hook.get().is_some());
            assert!(!hook.replace(None, None));
            assert!(hook.replace(hook.get(), None));
        }
        assert!(hook.get().is_none());
    }
}
