//! `Runtime::attach`: the runtime for threads that OCaml did not call.

use core::fmt;
use std::cell::Cell;

use ocaml_sys as sys;

#[cfg(all(unix, not(ocaml_5)))]
use super::signals;
use super::{SITUATION, Situation, With};
use crate::due;
use crate::runtime::Runtime;

/// Why [`Runtime::attach`] refuses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum AttachError {
    /// This thread holds the runtime already: it would wait for itself.
    Nested,
    /// The program has no threads library, or has not started it yet.
    NoThreads,
    /// The Rust program that has started OCaml has shut it down.
    Ended,
}

impl fmt::Display for AttachError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            AttachError::Nested => {
                "this thread holds the OCaml runtime already: use the token `gc` that it has, or attach inside of `gc.release`"
            }
            AttachError::NoThreads => {
                "OCaml does not know about threads: link the program with its threads library (in dune `(libraries threads.posix)`, \
                 and `Thread` must be used or linked with `-linkall`), and attach when its modules have been initialised"
            }
            AttachError::Ended => {
                "OCaml has been shut down: what `Runtime::init` returned was dropped; keep it for longer, or use `persist`"
            }
        })
    }
}

impl std::error::Error for AttachError {}

impl Runtime {
    /// Takes the runtime while `work` runs, on a thread that does not hold it: one that Rust has started, or inside of
    /// [`release`](Runtime::release).
    ///
    /// Waits until the runtime is free: until OCaml's threads let others run, which they do regularly, and Rust code that
    /// OCaml called returns or [releases](Runtime::release) it. (A function that joins a thread that attaches must do so
    /// inside of `release`, or both wait for ever.) On OCaml 5 threads that Rust has started belong to the first domain.
    ///
    /// ```
    /// use std::thread;
    /// use ocaml::{Error, Function, Runtime};
    ///
    /// /// `(int -> int) -> int -> int`, computed by another thread
    /// #[ocaml::func]
    /// pub fn doc_elsewhere(f: Function<(isize,), isize>, x: isize) -> Result<isize, Error> {
    ///     let thread = thread::spawn(move || Runtime::attach(|gc| f.call(gc, (x,)).map_err(|error| error.to_string())));
    ///     let result = gc.release(|| thread.join().expect("no panic"));
    ///     result?.map_err(Error::failwith)
    /// }
    /// ```
    ///
    /// # A promise
    ///
    /// What another thread computes can be handed to OCaml before it is there, without a library for concurrency: the value
    /// holds the thread, and waiting for it lets others have the runtime.
    ///
    /// ```
    /// use std::sync::Mutex;
    /// use std::thread::{self, JoinHandle};
    /// use ocaml::{Error, Function, Runtime};
    ///
    /// /// `type promise`: an `int` that is computed elsewhere.
    /// #[derive(ocaml::Custom)]
    /// pub struct Promise(Mutex<Option<JoinHandle<Result<isize, String>>>>);
    ///
    /// /// `(int -> int) -> int -> promise`
    /// #[ocaml::func]
    /// pub fn doc_promise(finish: Function<(isize,), isize>, x: isize) -> Promise {
    ///     Promise(Mutex::new(Some(thread::spawn(move || {
    ///         let slow = x * x; // Rust alone: OCaml goes on meanwhile.
    ///         Runtime::attach(|gc| finish.call(gc, (slow,)).map_err(|error| error.to_string()))
    ///             .map_err(|error| error.to_string())?
    ///     }))))
    /// }
    ///
    /// /// `promise -> int`: waits; once for each promise.
    /// #[ocaml::func]
    /// pub fn doc_await(promise: &Promise) -> Result<isize, Error> {
    ///     let thread = promise.0.lock().unwrap().take();
    ///     let thread = thread.ok_or_else(|| Error::failwith("this promise has been awaited"))?;
    ///     gc.release(|| thread.join()).map_err(|_| Error::failwith("the thread has panicked"))?.map_err(Error::failwith)
    /// }
    /// ```
    ///
    /// # Threads that end
    ///
    /// A thread that Rust has started is known to OCaml from its first `attach` until it ends, which takes the runtime once
    /// more: join it inside of `release`. Destructors of its thread-local values may attach too. `exit`, of OCaml or Rust,
    /// inside of `attach` ends the process as it does elsewhere. `Thread.exit` in a function that
    /// Rust calls is an exception, `Thread.Exit`, and so the error of the call; before OCaml 4.14 it would skip the
    /// destructors of Rust, and ends the process with a message instead.
    ///
    /// # Errors
    ///
    /// If the thread holds the runtime already, or the program has no threads library, or a Rust program has shut OCaml down.
    pub fn attach<R>(work: impl FnOnce(&mut Runtime) -> R) -> Result<R, AttachError> {
        #[cfg(feature = "link")]
        if crate::startup::has_ended() {
            return Err(AttachError::Ended);
        }
        // Dropped when the runtime has been given up.
        let _registered = match SITUATION.get() {
            Situation::Released => None,
            Situation::Attached => return Err(AttachError::Nested),
            Situation::Unknown => register()?,
        };
        // SAFETY: OCaml knows the thread, and it does not hold the runtime: it has released it, or was unknown until now.
        let _with = unsafe { With::new() };
        // SAFETY: the runtime is held from here on, and this thread has no other token that it can use: one that was
        // released is lent to `release`.
        let mut gc = unsafe { Runtime::recover() };
        let result = work(&mut gc);
        // SAFETY: nothing is needed any more; the frames of the callers own what they like.
        unsafe { due::pay_midway(sys::UNIT) };
        Ok(result)
    }
}

/// Makes this thread known to OCaml until it ends; or, where its thread-local values are being dropped already, until what
/// this returns is dropped.
fn register() -> Result<Option<Registered>, AttachError> {
    // SAFETY: only asks whether there is a state.
    if cfg!(ocaml_5) && unsafe { sys::State::try_get() }.is_some() {
        return Err(AttachError::Nested);
    }
    let register = sys::c_thread_register().filter(|_| sys::threads_are_initialized());
    let register = register.ok_or(AttachError::NoThreads)?;
    // SAFETY: the threads library has been started. A thread that it knows is refused before anything else is done.
    let register = || unsafe { register() };
    #[cfg(all(unix, not(ocaml_5)))]
    let register = || signals::blocked(register);
    if register() != 1 {
        // The thread is known: OCaml has started it, and it has not released the runtime, at least not through this crate. On
        // OCaml 5 that was found out above.
        return Err(if cfg!(ocaml_5) {
            AttachError::NoThreads
        } else {
            AttachError::Nested
        });
    }
    SITUATION.set(Situation::Released);
    let mut registered = Some(Registered);
    let _ = REGISTERED.try_with(|kept| kept.set(registered.take()));
    Ok(registered)
}

thread_local! {
    static REGISTERED: Cell<Option<Registered>> = const { Cell::new(None) };
}

/// Dropped when the thread ends.
struct Registered;

impl Drop for Registered {
    fn drop(&mut self) {
        // `exit` inside of `attach` drops the thread-local values too: that thread keeps the runtime, as the main thread of
        // an OCaml program does, until the process is gone.
        if SITUATION.get() != Situation::Released {
            return;
        }
        // Thread-local values that are dropped later may attach once more.
        SITUATION.set(Situation::Unknown);
        if let Some(unregister) = sys::c_thread_unregister() {
            // SAFETY: the thread is registered and does not hold the runtime: it is not inside of `attach`.
            unsafe { unregister() };
        }
    }
}
