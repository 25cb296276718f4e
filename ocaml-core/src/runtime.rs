//! The token that says "this thread holds the OCaml runtime", and its GC points.

use core::marker::PhantomData;

use crate::due;
use crate::error::Error;
#[cfg(ocaml_4_10)]
use crate::function::apply;
#[cfg(ocaml_4_10)]
use crate::threads::calls;

/// Proof that the current thread holds the OCaml runtime.
///
/// A token is zero-sized and can neither be sent nor shared with another thread.
///
/// * `&Runtime` allows allocation. **Allocating never runs the collector**, so any number of
///   [`Value`](crate::Value)s can be held and combined freely.
/// * `&mut Runtime` is needed for a *GC point*: something that may run the collector or OCaml code.
///   Every `Value` borrows from the token, so holding one across a GC point does not compile.
///
/// Inside a function marked with [`#[ocaml::func]`](https://docs.rs/ocaml/latest/ocaml/attr.func.html) a token named `gc` is in scope.
pub struct Runtime {
    // A raw pointer is neither Send nor Sync.
    _not_send: PhantomData<*mut ()>,
}

impl Runtime {
    /// Makes a token out of nothing.
    ///
    /// Functions marked with [`#[ocaml::func]`](https://docs.rs/ocaml/latest/ocaml/attr.func.html) are handed one; this is for functions
    /// exported by hand that need a GC point. Where allocation is enough, use
    /// [`body!`](crate::body).
    ///
    /// # Safety
    ///
    /// * The current thread holds the OCaml runtime, and keeps it while the token exists.
    /// * No other token of this thread is usable, and no [`Value`](crate::Value) of another token
    ///   is alive, while this one is used mutably.
    #[inline(always)]
    pub unsafe fn recover() -> Runtime {
        Runtime { _not_send: PhantomData }
    }

    /// A GC point: runs what the OCaml runtime has pending (collections, signal handlers,
    /// finalisers, memory-profiler callbacks).
    ///
    /// Call it now and then in a long computation, so that Ctrl-C and other domains are served.
    /// On OCaml 4.09 and older only the collection that this crate owes is run.
    ///
    /// ```
    /// #[ocaml::func]
    /// pub fn doc_collatz(mut n: u32) -> Result<isize, ocaml::Error> {
    ///     let mut steps = 0;
    ///     while n != 1 {
    ///         n = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
    ///         steps += 1;
    ///         gc.poll()?; // Ctrl-C ends the loop with Sys.Break
    ///     }
    ///     Ok(steps)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The exception that a signal handler or finaliser raised, for instance `Sys.Break`.
    pub fn poll(&mut self) -> Result<(), Error> {
        // SAFETY: `&mut self` proves that the runtime is held and that no value is alive. The frames of the callers own what
        // they like.
        unsafe { due::pay_midway(ocaml_sys::UNIT) };
        self.pending_actions()
    }

    #[cfg(ocaml_4_10)]
    fn pending_actions(&mut self) -> Result<(), Error> {
        // SAFETY: the runtime is held and no value is alive; the exception is returned, not raised.
        let result = unsafe { calls::process_pending_actions() };
        // SAFETY: the call returned it just now.
        unsafe { apply::returned(self, result) }.map(drop)
    }

    #[cfg(not(ocaml_4_10))]
    fn pending_actions(&mut self) -> Result<(), Error> {
        Ok(())
    }

    /// A GC point: empties the minor heap. For tests and benchmarks.
    pub fn minor_collection(&mut self) {
        // SAFETY: `&mut self` proves that the runtime is held and that no value is alive. No finaliser runs, which might raise
        // through the frames of the callers.
        unsafe {
            #[cfg(ocaml_4_10)]
            ocaml_sys::caml_minor_collection();
            #[cfg(not(ocaml_4_10))]
            ocaml_sys::caml_empty_minor_heap();
        }
    }
}
