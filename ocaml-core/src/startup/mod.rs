//! OCaml inside a Rust program: starting the runtime, and ending it (feature `link`).
//!
//! A process has one runtime, which starts once: `caml_startup` counts a second start and does nothing else, and ends the
//! process when `caml_shutdown` was called before (`caml_startup_aux` in `runtime/startup_aux.c`). So both are refused here,
//! before OCaml is asked.
//!
//! What this file relies on, with the runtime's files:
//!
//! * `caml_startup_exn` runs the initialisers of all modules and returns an uncaught exception (`startup_nat.c`,
//!   `startup_byt.c`; for bytecode the object of `ocamlc -output-obj` defines it). Afterwards the thread holds the runtime.
//! * Any thread may start it. The thread may end while it does not hold the runtime: nothing of its stack is a root then
//!   (`bottom_of_stack` is null and `local_roots` empty outside of OCaml code, `roots_nat.c`), and on OCaml 5 the domain's
//!   backup thread collects in its place (`domain.c`).
//! * `caml_shutdown` runs what `at_exit` has collected, finalises every block (`caml_finalise_heap` in `major_gc.c`; empty on
//!   OCaml 5) and lets nobody run afterwards. OCaml threads would: they wait for the runtime in C code, on mutexes that
//!   were just finalised. So it is called only where there are none, and on OCaml 5, where other domains may run and nothing
//!   is finalised, never: there, what `at_exit` has collected is run in the same way, and the runtime is given up for good.
//! * Start-up takes the handler of SIGSEGV from Rust, and from OCaml 4.14 on leaves none behind (`caml_terminate_signals` in
//!   `signals_nat.c`): an overflow of a Rust stack then ends the process without Rust's message. OCaml's own overflow is
//!   `Stack_overflow` up to 4.13 on the main thread, and from 5.0 on everywhere.
//! * Before OCaml 4.14 `Thread.exit` jumps to where the thread has entered OCaml (`st_stubs.c`), which is `caml_startup_exn` on
//!   the thread that has started it. That has returned; what it calls there ends the process (`threads/exit.rs`).

mod guard;

pub use guard::Started;

use core::ffi::{CStr, c_char};
use core::fmt;
use core::ptr;
use core::sync::atomic::{AtomicU8, Ordering};
use std::ffi::{CString, OsString};

use ocaml_sys as sys;

use crate::error::Error;
use crate::function::apply;
use crate::runtime::Runtime;
#[cfg(not(ocaml_4_14))]
use crate::threads;
use crate::threads::calls;

/// Why [`Runtime::init`] fails.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// The process has an OCaml runtime already: it was started before, or OCaml is the main program.
    Running,
    /// The runtime has ended. It cannot start again.
    Ended,
    /// A module's initialisation has raised an exception: its text. What `at_exit` had collected by then was run, and the
    /// runtime has ended.
    Raised(String),
    /// An argument for the program contains a byte 0.
    Argument(OsString),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StartError::Running => f.write_str(
                "OCaml runs already: a process has one runtime, which is started once; use the token that is there, \
                 or `Runtime::attach`",
            ),
            StartError::Ended => f.write_str(
                "OCaml has been shut down, and cannot start again: keep what `Runtime::init` returns, or use `persist`",
            ),
            StartError::Raised(exception) => {
                write!(
                    f,
                    "the initialisation of an OCaml module has raised an exception: {exception}"
                )
            }
            StartError::Argument(argument) => write!(f, "an argument for OCaml contains a byte 0: {argument:?}"),
        }
    }
}

impl std::error::Error for StartError {}

/// In the order in which they follow each other.
const NOT_STARTED: u8 = 0;
const RUNNING: u8 = 1;
const ENDED: u8 = 2;
static STATE: AtomicU8 = AtomicU8::new(NOT_STARTED);

/// Whether the runtime has ended, as far as Rust is concerned.
pub(crate) fn has_ended() -> bool {
    STATE.load(Ordering::Acquire) == ENDED
}

/// OCaml inside a Rust program (feature `link`).
///
/// The crate `ocaml-build` links the OCaml code. Signal handlers that OCaml installs run at GC points, as everywhere: in a long
/// computation call [`poll`](Runtime::poll). OCaml's `exit` ends the process. `Thread.exit` in code that Rust calls is an
/// exception; before OCaml 4.14, where it would jump over Rust's frames, it ends the process with a message.
impl Runtime {
    /// Starts OCaml: initialises the runtime and all modules of the program, on this thread, which then holds the runtime.
    /// `Sys.argv` is what the Rust program was called with.
    ///
    /// The result stands for the token. When it is dropped OCaml is shut down, see [`Started`]. Other threads
    /// [attach](Runtime::attach) while this one is inside of [`release`](Runtime::release), or in OCaml code.
    ///
    /// ```no_run
    /// ocaml::import! {
    ///     /// `Callback.register "greeting" (fun name -> "Hello, " ^ name)`
    ///     fn greeting(name: String) -> String;
    /// }
    ///
    /// fn main() -> Result<(), Box<dyn std::error::Error>> {
    ///     let mut gc = ocaml::Runtime::init()?;
    ///     let text = greeting(&mut gc, "world".to_owned()).map_err(|exception| exception.to_string())?;
    ///     println!("{text}");
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If OCaml runs already, or has ended, or a module raises an exception. (What makes OCaml itself end the program, such
    /// as a module that calls `exit` or a nonsensical `OCAMLRUNPARAM`, does so here too.)
    pub fn init() -> Result<Started, StartError> {
        Runtime::init_with(std::env::args_os())
    }

    /// The same with another `Sys.argv`: the program's name, then its arguments.
    ///
    /// # Errors
    ///
    /// As for [`init`](Runtime::init); also if an argument contains a byte 0.
    pub fn init_with(arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Result<Started, StartError> {
        let arguments = argv(arguments.into_iter().map(Into::into))?;
        claim()?;
        Started::start(arguments).map_err(StartError::Raised)
    }

    /// Starts OCaml for good: afterwards no thread holds the runtime, and each takes it with
    /// [`attach`](Runtime::attach) when it needs it. Threads other than this one can do so if the program has OCaml's
    /// threads library, see [`AttachError::NoThreads`](crate::AttachError::NoThreads).
    ///
    /// This is for programs where OCaml has no natural end, and for tests, which share one runtime:
    ///
    /// ```no_run
    /// use std::sync::LazyLock;
    ///
    /// use ocaml::Runtime;
    ///
    /// /// `work` with OCaml, on the thread of any test.
    /// fn with_ocaml<R>(work: impl FnOnce(&mut Runtime) -> R) -> R {
    ///     static OCAML: LazyLock<()> = LazyLock::new(|| Runtime::init_persistent().expect("this is the only start"));
    ///     LazyLock::force(&OCAML);
    ///     Runtime::attach(work).expect("the program has threads.posix")
    /// }
    /// ```
    ///
    /// OCaml is never shut down: what OCaml's `at_exit` collects is not run, and what its channels still hold when the
    /// program ends is lost. So let OCaml flush what it prints.
    ///
    /// # Errors
    ///
    /// As for [`init`](Runtime::init).
    pub fn init_persistent() -> Result<(), StartError> {
        Runtime::init().map(Started::persist)
    }
}

/// The arguments as OCaml wants them: for ever, because it may keep the pointers.
fn argv(arguments: impl Iterator<Item = OsString>) -> Result<&'static [*const c_char], StartError> {
    let mut texts = Vec::new();
    for argument in arguments {
        let bytes = argument.as_encoded_bytes().to_vec();
        texts.push(CString::new(bytes).map_err(|_| StartError::Argument(argument))?);
    }
    if texts.is_empty() {
        // Every program has a name: `Sys.argv.(0)` is used without a check.
        texts.push(CString::default());
    }
    let texts: &[CString] = texts.leak();
    let mut pointers: Vec<_> = texts.iter().map(|text| CStr::as_ptr(text)).collect();
    pointers.push(ptr::null());
    Ok(pointers.leak())
}

/// The right to start OCaml, which one thread gets once.
fn claim() -> Result<(), StartError> {
    if STATE.load(Ordering::Acquire) == NOT_STARTED && sys::runtime_is_started() {
        return Err(StartError::Running);
    }
    match STATE.compare_exchange(NOT_STARTED, RUNNING, Ordering::AcqRel, Ordering::Acquire) {
        Ok(_) => Ok(()),
        Err(ENDED) => Err(StartError::Ended),
        Err(_) => Err(StartError::Running),
    }
}

/// Runs the program up to the end of its modules.
///
/// # Safety
///
/// The runtime is not running, and the argument vector ends with null.
unsafe fn start(arguments: &'static [*const c_char]) -> Result<(), Error> {
    // SAFETY: the caller's promise.
    let result = calls::watched(|| unsafe { sys::caml_startup_exn(arguments.as_ptr()) });
    #[cfg(not(ocaml_4_14))]
    threads::abort_at_jump_to_start();
    // SAFETY: the runtime has started, and this thread holds it; there is no other token of this thread.
    let mut gc = unsafe { Runtime::recover() };
    // SAFETY: the call returned it just now.
    unsafe { apply::returned(&mut gc, result) }.map(drop)
}
