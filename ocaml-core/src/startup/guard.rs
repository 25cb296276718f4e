//! `Started`: the token of a program that has started OCaml.

use core::ffi::c_char;
use core::ops::{Deref, DerefMut};
use core::sync::atomic::Ordering;
use std::fmt;

use ocaml_sys as sys;

use super::{ENDED, STATE};
use crate::due;
use crate::runtime::Runtime;
use crate::threads;
use crate::threads::calls;

/// The runtime that [`Runtime::init`] has started: the token of this thread, by [`DerefMut`].
///
/// It cannot go to another thread, and outlives the values that were made with it:
///
/// ```compile_fail,E0505
/// let gc = ocaml::Runtime::init().expect("OCaml starts");
/// let value = ocaml::Value::string(&gc, "text");
/// drop(gc);
/// assert!(!value.is_int());
/// ```
///
/// ```compile_fail,E0277
/// let gc = ocaml::Runtime::init().expect("OCaml starts");
/// std::thread::spawn(move || drop(gc));
/// ```
///
/// # When it is dropped
///
/// OCaml is shut down. What `at_exit` has collected is run, which flushes OCaml's channels; exceptions are ignored, as
/// `caml_shutdown` ignores them. On OCaml 4, in a program without OCaml's threads, everything on the heap is finalised as well, which
/// drops the Rust values that are there. (On OCaml 5 `caml_shutdown` does not do that either.)
///
/// Then no Rust code gets the runtime any more: [`attach`](Runtime::attach) and a new start are refused. A
/// [`Root`](crate::Root) may be dropped at any later time. Threads of OCaml's, its domains, and what is attached at that
/// moment, are not stopped: they go on in the background until they or the process end. Wait for them before, if
/// they matter.
///
/// # If it is not
///
/// [`persist`](Started::persist) keeps the runtime and gives the token back. A token that is leaked, or that
/// `std::process::exit` does not drop, leaves OCaml as it is: nothing of `at_exit` is run.
pub struct Started {
    gc: Runtime,
}

impl Started {
    /// Starts OCaml; the error is the exception of an initialiser.
    pub(super) fn start(arguments: &'static [*const c_char]) -> Result<Started, String> {
        threads::hold();
        // SAFETY: `claim` has made sure that nothing runs, and nobody else starts it; `argv` ends with null.
        let result = unsafe { super::start(arguments) };
        let started = Started {
            // SAFETY: the runtime is held since then, and the token of `start` is gone.
            gc: unsafe { Runtime::recover() },
        };
        // Where there was an exception, this ends what has started.
        result.map(|()| started).map_err(|exception| exception.to_string())
    }

    /// Keeps OCaml for as long as the process lives, and gives up the runtime: this thread, too, takes it with
    /// [`Runtime::attach`] from now on. The thread may end.
    pub fn persist(self) {
        let mut this = core::mem::ManuallyDrop::new(self);
        // SAFETY: nothing is needed any more.
        unsafe { due::pay_midway(sys::UNIT) };
        this.give_up();
    }

    /// The end of this thread's token.
    fn give_up(&mut self) {
        // SAFETY: this is the token of the thread that has started the runtime, and which still holds it; no value is alive,
        // because they borrow from the token.
        unsafe { threads::leave() };
    }

    /// Runs what `at_exit` has collected, each function once, also after one that raises: `do_at_exit` stops there, and goes
    /// on with the others when it is called again.
    fn run_at_exit(&mut self) {
        // SAFETY: the runtime is held, and the name is one of OCaml's library, registered for this purpose
        // (`stdlib.ml`, `runtime/startup_aux.c`).
        let function = unsafe { sys::caml_named_value(c"Pervasives.do_at_exit".as_ptr()) };
        if function.is_null() {
            return;
        }
        loop {
            // SAFETY: a function `unit -> unit`, in a root of the runtime's; `&mut` proves that no value is alive. What it
            // raises is returned.
            let result = unsafe { calls::apply(function.read(), &mut [sys::UNIT]) };
            // Before OCaml 4.08 it does not know what it has run.
            if !sys::is_exception_result(result) || cfg!(not(ocaml_4_08)) {
                return;
            }
        }
    }
}

/// Whether nothing of OCaml's can run when this thread does not.
fn alone() -> bool {
    !cfg!(ocaml_5) && !threads::are_there()
}

impl Drop for Started {
    fn drop(&mut self) {
        // Destructors that wait run while there is a runtime.
        // SAFETY: nothing is needed any more.
        unsafe { due::pay_midway(sys::UNIT) };
        self.run_at_exit();
        if alone() {
            // SAFETY: the runtime is held, no value is alive, and no other thread can run OCaml code, which would need the
            // threads library. Roots may be deleted afterwards: they live in memory of Rust.
            unsafe { sys::caml_shutdown() };
            STATE.store(ENDED, Ordering::Release);
        } else {
            STATE.store(ENDED, Ordering::Release);
            self.give_up();
        }
    }
}

impl Deref for Started {
    type Target = Runtime;

    #[inline(always)]
    fn deref(&self) -> &Runtime {
        &self.gc
    }
}

impl DerefMut for Started {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut Runtime {
        &mut self.gc
    }
}

impl fmt::Debug for Started {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Started")
    }
}
