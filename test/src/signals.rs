//! Signals that arrive while Rust works.

use std::time::{Duration, Instant};

use ocaml::Error;

/// Works until a signal handler raises; ten seconds at most.
#[ocaml::func]
pub fn signals_work() -> Result<usize, Error> {
    struct Dropped;
    impl Drop for Dropped {
        fn drop(&mut self) {
            DROPPED.set(DROPPED.get() + 1);
        }
    }
    let _dropped = Dropped;
    let start = Instant::now();
    let mut polls = 0;
    while start.elapsed() < Duration::from_secs(10) {
        gc.poll()?;
        polls += 1;
    }
    Ok(polls)
}

/// Works until the signal has been handled, by a function that does not raise: the exception is not for `poll`.
#[ocaml::func]
pub fn signals_until(handled: ocaml::Root<ocaml::Ref<'static, bool>>) -> Result<bool, Error> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(10) {
        gc.poll()?;
        if handled.get(gc).get()? {
            return Ok(true);
        }
    }
    Ok(false)
}

thread_local! {
    static DROPPED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// How many times the work was left in the middle, with its destructors run.
#[ocaml::func]
pub fn signals_dropped() -> usize {
    DROPPED.get()
}
