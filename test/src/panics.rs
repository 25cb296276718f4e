//! Panics become exceptions with message, file and line; destructors run; nothing leaks.

use std::sync::atomic::{AtomicUsize, Ordering};

use ocaml::{Int, Value};

static DROPPED: AtomicUsize = AtomicUsize::new(0);

struct Counted;

impl Drop for Counted {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
    }
}

#[ocaml::func]
pub fn panics_panic(message: &str) -> Int {
    let _counted = Counted;
    let _buffer = std::hint::black_box(Vec::<u8>::with_capacity(1 << 20));
    panic!("{message}");
}

#[ocaml::func]
pub fn panics_static(_unit: ()) {
    panic!("a static message")
}

#[ocaml::func]
pub fn panics_index(array: Vec<Int>, index: usize) -> Int {
    array[index]
}

#[ocaml::func]
pub fn panics_payload(_unit: ()) -> Value<'static> {
    std::panic::panic_any(42i32)
}

/// An error that counts its destruction.
#[derive(Debug)]
struct CountedError(#[allow(dead_code)] &'static str, #[allow(dead_code)] Vec<u8>);

impl std::fmt::Display for CountedError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for CountedError {}

impl Drop for CountedError {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
    }
}

/// Three counted things to drop before the raise, one of them the error itself.
#[ocaml::func]
pub fn panics_error(text: String) -> Result<Int, ocaml::Error> {
    let _counted = (Counted, Counted, vec![0u8; 1 << 20], text);
    let error: Box<dyn std::error::Error> = Box::new(CountedError("an error with a buffer", vec![0; 1 << 20]));
    let none: Result<Int, _> = Err(error);
    none.map_err(ocaml::Error::boxed)
}

struct DropPanics;

impl Drop for DropPanics {
    fn drop(&mut self) {
        panic!("the payload's destructor");
    }
}

/// Even the destructor of the payload panics.
#[ocaml::func]
pub fn panics_in_payload_drop(_unit: ()) {
    std::panic::panic_any(DropPanics)
}

/// A destructor that panics at the end of a body that has a result.
#[ocaml::func]
pub fn panics_in_drop(_unit: ()) -> Int {
    let _bomb = DropPanics;
    1
}

#[ocaml::func]
pub fn panics_dropped(_unit: ()) -> usize {
    DROPPED.load(Ordering::Relaxed)
}

/// A panic on another thread, and one that the user catches, are not ours.
#[ocaml::func]
pub fn panics_elsewhere(_unit: ()) -> (bool, bool) {
    let thread = std::thread::spawn(|| panic!("on a thread of its own")).join();
    let caught = std::panic::catch_unwind(|| panic!("caught by the user"));
    (thread.is_err(), caught.is_err())
}

/// Silences the report on standard error, which would fill the log.
#[ocaml::func]
pub fn panics_quiet(quiet: bool) {
    ocaml::report_panics(!quiet);
}

/// A panic that the user resumes with another message has no place of its own.
#[ocaml::func]
pub fn panics_resumed(_unit: ()) {
    let _ = std::panic::catch_unwind(|| panic!("the first"));
    std::panic::resume_unwind(Box::new("the second".to_owned()))
}
