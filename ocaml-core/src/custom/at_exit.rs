//! Values that are dropped at the end of the program, if they are still there.
//!
//! The C library runs [`run`] on the thread that ends the program, which need not hold the runtime, while other threads go
//! on. So a value is dropped within its exclusive use, which begins and ends by atomic instructions ([`Users::Anybody`]):
//! one that is lent, closed, or of a dead block is left alone.
//!
//! The lock of the list keeps its boxes: [`remove`] takes one off before it is freed. No destructor runs under it.

use std::any::type_name;
use std::collections::BTreeMap;
use std::ffi::c_int;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use super::Custom;
use super::borrow::Exclusive;
use super::cell::Handle;
use super::state::{State, Users};
use crate::panic::drop_quietly;

/// A box in the list.
struct Alive {
    state: NonNull<State>,
    /// Drops the value, whose exclusive use has begun, and ends that.
    drop_value: unsafe fn(NonNull<State>),
}

// SAFETY: the state is atomic, and `Custom` types are `Send`.
unsafe impl Send for Alive {}

fn list() -> MutexGuard<'static, BTreeMap<usize, Alive>> {
    /// By address.
    static LIST: Mutex<BTreeMap<usize, Alive>> = Mutex::new(BTreeMap::new());
    LIST.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The value is there at the end, unless [`remove`]d.
pub(super) fn add<T: Custom>(handle: Handle<T>) {
    static PREPARED: Once = Once::new();
    PREPARED.call_once(|| {
        unsafe extern "C" {
            fn atexit(function: extern "C" fn()) -> c_int;
        }
        // SAFETY: the function can be called at any time. It fails only without memory, and then nothing is dropped.
        unsafe { atexit(run) };
    });
    let state = NonNull::new(handle.as_ptr()).expect("a box has an address");
    let alive = Alive {
        state,
        drop_value: drop_value::<T>,
    };
    list().insert(state.addr().get(), alive);
}

/// The box will be freed.
pub(super) fn remove<T: Custom>(handle: Handle<T>) {
    list().remove(&handle.as_ptr().addr());
}

extern "C" fn run() {
    // Those that other threads make meanwhile are none of its business.
    let count = list().len();
    for _ in 0..count {
        let Some(alive) = seize_first() else { return };
        // SAFETY: its exclusive use has just begun.
        unsafe { (alive.drop_value)(alive.state) };
    }
}

/// Takes the first value that nobody uses off the list, and begins its exclusive use.
fn seize_first() -> Option<Alive> {
    let mut list = list();
    loop {
        let (_, alive) = list.pop_first()?;
        // SAFETY: the box was in the list, and `remove` waits for the lock before it is freed.
        if unsafe { alive.state.as_ref() }.seize(Users::Anybody).is_ok() {
            return Some(alive);
        }
    }
}

/// # Safety
///
/// The box is one of a `T`, and the exclusive use of its value has begun for this.
unsafe fn drop_value<T: Custom>(state: NonNull<State>) {
    // SAFETY: the caller's promise.
    let guard = unsafe { Exclusive::<T>::begun(Handle::from_state(state)) };
    let dropped = catch_unwind(AssertUnwindSafe(|| drop(guard.into_inner())));
    if let Err(payload) = dropped {
        drop_quietly(payload);
        // There may be nobody to tell.
        let _ = writeln!(
            io::stderr(),
            "the destructor of a `{}` panicked at the end of the program",
            type_name::<T>()
        );
    }
}
