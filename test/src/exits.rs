//! What Rust does while the program ends.

use std::cell::RefCell;
use std::sync::Mutex;

use ocaml::{Error, Function, Root};

static KEPT: Mutex<Vec<Root>> = Mutex::new(Vec::new());

thread_local! {
    static KEPT_HERE: RefCell<Vec<Root>> = const { RefCell::new(Vec::new()) };
}

unsafe extern "C" {
    fn atexit(function: extern "C" fn()) -> i32;
}

/// After OCaml: roots are dropped, with or without a runtime.
extern "C" fn at_the_very_end() {
    KEPT.lock().unwrap().clear();
    eprintln!("dropped after OCaml");
}

/// Keeps a root until C's `atexit`, another until the thread-local values are dropped.
#[ocaml::func]
pub fn exits_prepare(root: Root) -> bool {
    for _ in 0..1000 {
        KEPT.lock().unwrap().push(Root::new(gc, root.get(gc)));
        KEPT_HERE.with_borrow_mut(|kept| kept.push(Root::new(gc, root.get(gc))));
    }
    // SAFETY: the function may be called at any time.
    unsafe { atexit(at_the_very_end) == 0 }
}

/// For OCaml's `at_exit`.
#[ocaml::func]
pub fn exits_call(f: Function<(isize,), isize>) -> Result<isize, Error> {
    f.call(gc, (41,))
}

struct Noisy;

impl Drop for Noisy {
    fn drop(&mut self) {
        eprintln!("dropped");
    }
}

/// Says on standard error when its frame is left.
#[ocaml::func]
pub fn exits_noisy(f: Function<(), ()>) -> Result<(), Error> {
    let _noisy = Noisy;
    f.call(gc, ())
}
