//! `Runtime::release`: other threads of OCaml's run while Rust does not need it.

use ocaml_sys as sys;

use super::Without;
use crate::due;
use crate::runtime::Runtime;

impl Runtime {
    /// A GC point: gives up the runtime while `work` runs, so that OCaml's other threads go on, and on OCaml 5 the
    /// collections of other domains too. For anything that waits or computes long without OCaml values.
    ///
    /// What `work` uses must be `Send`: neither the token nor a [`Value`](crate::Value) is. A [`Root`](crate::Root) is;
    /// to look inside, [attach](Runtime::attach) again. A signal that arrives meanwhile is handled afterwards, at the
    /// next [`poll`](Runtime::poll) or in OCaml. A panic of `work` goes on when the runtime has been taken back.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// #[ocaml::func]
    /// pub fn doc_sleep(seconds: f64) {
    ///     let time = Duration::from_secs_f64(seconds);
    ///     gc.release(|| std::thread::sleep(time));
    /// }
    /// ```
    ///
    /// See `#[ocaml::func(blocking)]` for a function that is all work of this kind.
    #[inline]
    pub fn release<R>(&mut self, work: impl FnOnce() -> R + Send) -> R {
        // SAFETY: `&mut self` proves that the runtime is held and that no value is alive.
        unsafe { due::pay_midway(sys::UNIT) };
        // SAFETY: as above. What is `Send` holds none, so the
        // work has none, and it cannot get at one that it could return: `attach` lends its token.
        let _without = unsafe { Without::new() };
        work()
    }
}
