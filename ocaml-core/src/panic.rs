//! Turns a caught panic into an OCaml exception with message, file and line, and the backtrace if that is wanted.
//!
//! The place of a panic is known to panic hooks only. A hook installed when the program starts
//! notes it for its thread and then calls the hook that was there before: nothing is handled in it,
//! and panics that are none of our business go their way unchanged.

use std::any::Any;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, Location, catch_unwind, set_hook, take_hook};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use ocaml_sys::{self as sys, Predefined};

use crate::exception::{predefined, registered_exception, with_message};
use crate::runtime::Runtime;
use crate::thrown::Thrown;

thread_local! {
    /// The last panic on this thread.
    static LAST: RefCell<Option<Noted>> = const { RefCell::new(None) };
}

/// What only a panic hook knows, and the message, which tells whether it is the same panic.
struct Noted {
    /// `file:line:column`.
    place: String,
    message: Option<Cow<'static, str>>,
    /// Captured if `RUST_BACKTRACE` was set when the first panic looked, as the standard library has it.
    backtrace: Backtrace,
}

/// Whether the hook that was there before runs.
static REPORT: AtomicBool = AtomicBool::new(true);

/// Says whether panics are still reported by the panic hook that was there when this library was loaded: by default on
/// standard error. They are unless switched off here.
///
/// The exception that a panic becomes carries message, file and line in either case, and the backtrace if the environment
/// variable `RUST_BACKTRACE` asks for it. A hook set later with
/// [`std::panic::set_hook`] replaces ours: it should call the one that it took with [`std::panic::take_hook`], or the
/// exceptions carry the message only.
pub fn report_panics(report: bool) {
    REPORT.store(report, Relaxed);
}

/// Runs before `main` (or when the library is loaded).
#[used]
#[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__mod_init_func"))]
#[cfg_attr(windows, unsafe(link_section = ".CRT$XCU"))]
#[cfg_attr(not(any(target_vendor = "apple", windows)), unsafe(link_section = ".init_array"))]
static INSTALL: extern "C" fn() = {
    extern "C" fn install() {
        let before = take_hook();
        set_hook(Box::new(move |info| {
            let last = info.location().map(|place| Noted {
                place: written(place),
                message: message(info.payload()),
                backtrace: Backtrace::capture(),
            });
            let _ = LAST.try_with(|slot| {
                if let Ok(mut slot) = slot.try_borrow_mut() {
                    *slot = last;
                }
            });
            if REPORT.load(Relaxed) {
                before(info);
            }
        }));
    }
    install
};

/// What a function called `name` that ended with this panic raises.
#[cold]
#[inline(never)]
pub(crate) fn caught(name: &str, payload: Box<dyn Any + Send>) -> sys::Value {
    // An archive member is linked only if something refers to it: this keeps the hook.
    std::hint::black_box(&raw const INSTALL);
    let built = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: the trampoline holds the runtime, and its own tokens are out of use.
        let gc = unsafe { Runtime::recover() };
        exception(name, payload, &gc).word()
    }));
    built.unwrap_or_else(|second| {
        drop_quietly(second);
        // SAFETY: the runtime is held; nothing collects before the exception is raised, where `due::pay` roots it.
        unsafe { sys::predefined_exception(Predefined::OutOfMemory) }
    })
}

fn exception<'gc>(name: &str, payload: Box<dyn Any + Send>, gc: &'gc Runtime) -> crate::Value<'gc> {
    let payload = match payload.downcast::<Thrown>() {
        Ok(thrown) => return thrown.into_error(name).into_exception(gc),
        Err(payload) => payload,
    };
    let message = message(&*payload);
    // A panic that the user resumes has not passed the hook: the last one that did may be another.
    let last = LAST.try_with(RefCell::take).ok().flatten();
    let noted = last.filter(|last| last.message == message);
    drop_quietly(payload);
    let message = message.as_deref().unwrap_or("a value that is not a message");
    let text = match noted {
        Some(Noted { place, backtrace, .. }) => match backtrace.status() {
            BacktraceStatus::Captured => format!("{name} panicked at {place}: {message}\n{backtrace}"),
            _ => [name, " panicked at ", &place, ": ", message].concat(),
        },
        None => [name, " panicked: ", message].concat(),
    };
    let constructor = registered_exception(gc, "Rust_panic").unwrap_or_else(|| predefined(gc, Predefined::Failure));
    with_message(gc, constructor, &text)
}

fn message(payload: &(dyn Any + Send)) -> Option<Cow<'static, str>> {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        return Some(Cow::Borrowed(text));
    }
    payload.downcast_ref::<String>().cloned().map(Cow::Owned)
}

/// As `to_string`, which begins with no memory and grows it again and again.
fn written(place: &Location<'_>) -> String {
    let mut text = String::with_capacity(128);
    // A `String` takes whatever is written.
    let _ = write!(text, "{place}");
    text
}

/// Drops what a panic carried. Its destructor may panic too; if that goes on and on, its memory is given up.
pub(crate) fn drop_quietly(mut payload: Box<dyn Any + Send>) {
    for _ in 0..8 {
        match catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            Ok(()) => return,
            Err(next) => payload = next,
        }
    }
    std::mem::forget(payload);
}
