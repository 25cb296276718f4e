//! Rust threads that end: with destructors of thread-local values that use the runtime, and with the whole process.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use ocaml::{Error, Function, IntoValue, Root, Runtime, Value};

type Callback = Arc<Function<(String,), String>>;

/// Attaches when it is dropped.
struct Late {
    f: Callback,
    answered: Arc<AtomicUsize>,
    root: Option<Root>,
}

impl Drop for Late {
    fn drop(&mut self) {
        self.root = None;
        // Twice, so that the second finds what the first has left.
        for _ in 0..2 {
            let answered = Runtime::attach(|gc| {
                let kept: Vec<Root> = (0..10).map(|_| Root::new(gc, Value::string(gc, "kept"))).collect();
                let answer = self.f.call(gc, ("late".to_owned(),)).unwrap_or_default();
                drop(kept);
                let answered = answer == "late!";
                // Given back: its buffer is kept for the next short string, unless the thread ends.
                answer.into_value(gc);
                answered
            });
            let count = usize::from(answered.unwrap_or(false));
            self.answered.fetch_add(count, Ordering::SeqCst);
        }
    }
}

thread_local! {
    static LATE: RefCell<Option<Late>> = const { RefCell::new(None) };
}

/// How often destructors of thread-local values were answered by `f`. Those of `early` threads are initialised before the thread
/// attaches for the first time, and so dropped after what `attach` keeps for the thread.
#[ocaml::func]
pub fn thread_ends_late(f: Function<(String,), String>, early: bool) -> usize {
    let f = Arc::new(f);
    let answered = Arc::new(AtomicUsize::new(0));
    let thread = {
        let answered = Arc::clone(&answered);
        thread::spawn(move || {
            let late = |root| Late {
                f: Arc::clone(&f),
                answered,
                root,
            };
            if early {
                LATE.set(Some(late(None)));
                let root = Runtime::attach(|gc| {
                    // The buffer that is kept is gone when `LATE` is dropped, and no other is kept any more.
                    let answer = f.call(gc, ("early".to_owned(),)).unwrap_or_default();
                    answer.into_value(gc);
                    Root::new(gc, Value::string(gc, "early"))
                });
                let root = root.ok();
                LATE.with_borrow_mut(|late| late.as_mut().expect("set").root = root);
            } else {
                let root = Runtime::attach(|gc| Root::new(gc, Value::string(gc, "late"))).ok();
                LATE.set(Some(late(root)));
            }
        })
    };
    gc.release(|| thread.join().expect("no panic"));
    answered.load(Ordering::SeqCst)
}

/// The only use of the runtime is when the thread ends.
#[ocaml::func]
pub fn thread_ends_only(f: Function<(String,), String>) -> usize {
    let f = Arc::new(f);
    let answered = Arc::new(AtomicUsize::new(0));
    let thread = {
        let answered = Arc::clone(&answered);
        let root = None;
        thread::spawn(move || LATE.set(Some(Late { f, answered, root })))
    };
    gc.release(|| thread.join().expect("no panic"));
    answered.load(Ordering::SeqCst)
}

/// Another thread calls `f`, which ends the process; or Rust does.
#[ocaml::func]
pub fn thread_ends_process(f: Function<(), ()>, in_rust: bool) -> Result<(), Error> {
    let thread = thread::spawn(move || {
        Runtime::attach(|gc| {
            f.call(gc, ()).map_err(|error| error.to_string())?;
            if in_rust {
                std::process::exit(7);
            }
            Ok::<_, String>(())
        })
    });
    gc.release(|| thread.join().expect("no panic"))?
        .map_err(Error::failwith)
}

/// Threads that call `f` for ever.
#[ocaml::func]
pub fn thread_ends_never(f: Function<(String,), String>, threads: usize) {
    let f = Arc::new(f);
    for _ in 0..threads {
        let f = Arc::clone(&f);
        thread::spawn(move || {
            loop {
                let answer = Runtime::attach(|gc| f.call(gc, ("again".to_owned(),)).map_err(|error| error.to_string()));
                if !matches!(answer, Ok(Ok(_))) {
                    break;
                }
            }
        });
    }
}
