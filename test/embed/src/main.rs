//! One case of a program that starts OCaml, by name: `tests/cases.rs` runs each in a process of its own.

use std::cell::RefCell;
use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Barrier, mpsc};
use std::thread;
use std::time::Duration;

use embedding::*;
use ocaml::{AttachError, Function, Root, Runtime, StartError, Started, Value, WeakRoot};

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    let case = std::env::args().nth(1).ok_or("the name of a case is missing")?;
    let (_, run) = CASES
        .iter()
        .find(|(name, _)| *name == case)
        .ok_or("there is no such case")?;
    run()
}

type Case = (&'static str, fn() -> Outcome);

const CASES: [Case; 25] = [
    ("init", init),
    ("arguments", arguments),
    ("byte_0", byte_0),
    ("second_start", second_start),
    ("start_while_starting", start_while_starting),
    ("start_after_the_end", start_after_the_end),
    ("exception_in_an_initialiser", exception_in_an_initialiser),
    ("panic_in_an_initialiser", panic_in_an_initialiser),
    ("callbacks", callbacks),
    ("roots_across_the_end", roots_across_the_end),
    ("attached_threads", attached_threads),
    ("attach_where_it_is_held", attach_where_it_is_held),
    ("attach_after_the_end", attach_after_the_end),
    ("panics", panics),
    ("panic_of_main", panic_of_main),
    ("threads_alive_at_exit", threads_alive_at_exit),
    ("background_at_the_end", background_at_the_end),
    ("another_thread", another_thread),
    ("exit_in_ocaml", exit_in_ocaml),
    ("thread_exit", thread_exit_here),
    ("thread_exit_later", thread_exit_later),
    ("persist", persist),
    ("starts_at_once", starts_at_once),
    ("thread_local", thread_local),
    ("thread_local_of_main", thread_local_of_main),
];

/// Errors of OCaml hold values: only their text leaves.
fn text(exception: ocaml::Error) -> String {
    exception.to_string()
}

fn start() -> Result<Started, StartError> {
    Runtime::init()
}

fn init() -> Outcome {
    let mut gc = start()?;
    // From a C library.
    assert_eq!(pid(&mut gc).map_err(text)?, std::process::id() as isize);
    assert_eq!([next(&mut gc).map_err(text)?, next(&mut gc).map_err(text)?], [1, 2]);
    gc.minor_collection();
    keep(&mut gc).map_err(text)?;
    print(&mut gc, "not flushed.".to_owned()).map_err(text)?;
    drop(gc);
    println!("ended");
    Ok(())
}

fn arguments() -> Outcome {
    let mut gc = Runtime::init_with(["a name", "", "déjà vu"])?;
    assert_eq!(argv(&mut gc).map_err(text)?, ["a name", "", "déjà vu"]);
    Ok(())
}

fn byte_0() -> Outcome {
    let error = Runtime::init_with(["name", "a\0b"]).expect_err("no C string");
    assert!(
        matches!(error, StartError::Argument(ref argument) if argument == "a\0b"),
        "{error}"
    );
    // Nothing has started yet; a program without a name has an empty one.
    let mut gc = Runtime::init_with([""; 0])?;
    assert_eq!(argv(&mut gc).map_err(text)?, [""]);
    Ok(())
}

fn second_start() -> Outcome {
    let gc = start()?;
    assert!(matches!(start(), Err(StartError::Running)));
    let elsewhere = thread::spawn(|| start().map(drop).expect_err("refused").to_string());
    let message = elsewhere.join().expect("no panic");
    assert!(message.contains("OCaml runs already"), "{message}");
    assert!(matches!(Runtime::init_persistent(), Err(StartError::Running)));
    drop(gc);
    Ok(())
}

fn starts_at_once() -> Outcome {
    let barrier = Barrier::new(THREADS);
    let started = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                barrier.wait();
                match Runtime::init_persistent() {
                    Ok(()) => drop(started.fetch_add(1, Ordering::Relaxed)),
                    Err(error) => assert!(matches!(error, StartError::Running), "{error}"),
                }
            });
        }
    });
    assert_eq!(started.into_inner(), 1);
    println!("started");
    Ok(())
}

/// Thread-local values that are dropped when the thread ends: first what `at_exit` may use, then OCaml itself.
struct Late(Option<Started>);

impl Drop for Late {
    fn drop(&mut self) {
        if let Some(gc) = &mut self.0 {
            round_trip(gc, 1).expect("no exception");
            assert!(
                panic(gc, "late".to_owned())
                    .expect_err("an exception")
                    .to_string()
                    .contains("late")
            );
        }
        self.0 = None;
        println!("ended");
    }
}

fn end_with_the_thread() -> Outcome {
    thread_local! {
        static LATE: RefCell<Late> = const { RefCell::new(Late(None)) };
    }
    LATE.with_borrow_mut(|late| {
        let gc = late.0.insert(start()?);
        panic_at_exit(gc).and_then(|()| keep(gc)).map_err(text)?;
        round_trip(gc, 1).map_err(text)?;
        Ok(())
    })
}

fn thread_local() -> Outcome {
    thread::spawn(|| end_with_the_thread().expect("no error"))
        .join()
        .expect("no panic");
    assert_eq!(Runtime::attach(|_| ()), Err(AttachError::Ended));
    Ok(())
}

fn thread_local_of_main() -> Outcome {
    end_with_the_thread()
}

fn start_while_starting() -> Outcome {
    Runtime::init_with(["name", "--init-again"])?;
    Ok(())
}

fn start_after_the_end() -> Outcome {
    drop(start()?);
    assert!(matches!(start(), Err(StartError::Ended)));
    let message = thread::spawn(|| start().map(drop).expect_err("refused").to_string()).join();
    assert!(message.expect("no panic").contains("cannot start again"));
    Ok(())
}

fn exception_in_an_initialiser() -> Outcome {
    let error = Runtime::init_with(["name", "--fail"]).expect_err("an exception");
    assert!(
        matches!(&error, StartError::Raised(text) if text.contains("no luck today")),
        "{error}"
    );
    assert!(matches!(start(), Err(StartError::Ended)));
    assert_eq!(Runtime::attach(|_| ()), Err(AttachError::Ended));
    println!("ended");
    Ok(())
}

fn panic_in_an_initialiser() -> Outcome {
    let error = Runtime::init_with(["name", "--panic"])
        .expect_err("an exception")
        .to_string();
    assert!(error.contains("while it starts") && error.contains("lib.rs"), "{error}");
    Ok(())
}

fn callbacks() -> Outcome {
    let mut gc = start()?;
    for n in 0..100 {
        round_trip(&mut gc, n).map_err(text)?;
    }
    let list = Root::<ocaml::List<isize>>::new(&gc, ocaml::List::from_iter(&gc, 0..1000));
    collect(&mut gc).map_err(text)?;
    assert_eq!(list.get(&gc).iter().map(|n| n.unwrap_or(-1)).sum::<isize>(), 499_500);
    let error = raise(&mut gc, "on purpose".to_owned()).expect_err("an exception");
    assert!(error.to_string().contains("on purpose"), "{error}");
    Ok(())
}

fn roots_across_the_end() -> Outcome {
    let mut gc = start()?;
    let mut roots: Vec<Root> = (0..10_000)
        .map(|n| Root::new(&gc, Value::string(&gc, &n.to_string())))
        .collect();
    let weak: WeakRoot = WeakRoot::new(&gc, roots[0].get(&gc));
    let function = Function::new(&gc, |x: isize| x + 1);
    let error = raise(&mut gc, "kept".to_owned()).expect_err("an exception");
    let elsewhere = roots.split_off(5_000);
    let (send, receive) = mpsc::channel();
    let thread = thread::spawn(move || {
        receive.recv().expect("main sends");
        drop(elsewhere);
    });
    drop(gc);
    send.send(())?;
    thread.join().expect("no panic");
    assert!(error.to_string().contains("kept"));
    drop((roots, weak, function, error));
    Ok(())
}

const THREADS: usize = 8;

/// Threads that call OCaml all at once.
fn attach_from_threads(rounds: isize) {
    let (calls, barrier) = (AtomicUsize::new(0), Barrier::new(THREADS));
    thread::scope(|scope| {
        for id in 0..THREADS as isize {
            let (calls, barrier) = (&calls, &barrier);
            scope.spawn(move || {
                barrier.wait();
                for n in 0..rounds {
                    let result = Runtime::attach(|gc| round_trip(gc, 1000 * id + n).map_err(text));
                    result.expect("attached").expect("no exception");
                    calls.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(calls.into_inner(), THREADS * rounds as usize);
}

fn attached_threads() -> Outcome {
    let mut gc = start()?;
    gc.release(|| attach_from_threads(20));
    round_trip(&mut gc, 1).map_err(text)?;
    gc.release(|| Runtime::attach(|gc| round_trip(gc, 2).map_err(text)))??;
    drop(gc);
    println!("ended");
    Ok(())
}

fn attach_where_it_is_held() -> Outcome {
    let mut gc = start()?;
    assert_eq!(Runtime::attach(|_| ()), Err(AttachError::Nested));
    let message = attach(&mut gc).map_err(text)?;
    assert!(message.contains("holds the OCaml runtime already"), "{message}");
    if cfg!(not(feature = "threads")) {
        let elsewhere = gc.release(|| thread::spawn(|| Runtime::attach(|_| ())).join().expect("no panic"));
        assert_eq!(elsewhere, Err(AttachError::NoThreads));
    }
    attach_at_exit(&mut gc).map_err(text)?;
    Ok(())
}

fn attach_after_the_end() -> Outcome {
    let (begin, begun) = mpsc::channel();
    let (end, ended) = mpsc::channel();
    let thread = thread::spawn(move || {
        begun.recv().expect("main sends");
        let before = Runtime::attach(|gc| twice(gc, 21).map_err(text));
        end.send(()).expect("main waits");
        begun.recv().expect("main sends");
        (before, Runtime::attach(|_| ()))
    });
    let mut gc = start()?;
    begin.send(())?;
    gc.release(move || ended.recv())?;
    drop(gc);
    assert_eq!(Runtime::attach(|_| ()), Err(AttachError::Ended));
    begin.send(())?;
    let (before, after) = thread.join().expect("no panic");
    if cfg!(feature = "threads") {
        assert_eq!(before, Ok(Ok(42)));
    }
    assert_eq!(after, Err(AttachError::Ended));
    Ok(())
}

fn panics() -> Outcome {
    let mut gc = start()?;
    let message = caught(&mut gc, "in Rust, below OCaml".to_owned()).map_err(text)?;
    assert!(
        message.contains("in Rust, below OCaml") && message.contains("lib.rs"),
        "{message}"
    );
    let error = panic(&mut gc, "through OCaml".to_owned())
        .expect_err("an exception")
        .to_string();
    assert!(error.contains("through OCaml"), "{error}");
    let released = catch_unwind(AssertUnwindSafe(|| gc.release(|| panic!("released"))));
    assert!(released.is_err());
    if cfg!(feature = "threads") {
        let attached = gc.release(|| thread::spawn(|| Runtime::attach(|_| panic!("attached"))).join());
        assert!(attached.is_err());
    }
    round_trip(&mut gc, 1).map_err(text)?;
    panic_at_exit(&mut gc).map_err(text)?;
    Ok(())
}

fn panic_of_main() -> Outcome {
    let mut gc = start()?;
    print(&mut gc, "not flushed.".to_owned()).map_err(text)?;
    panic!("main gives up");
}

fn threads_alive_at_exit() -> Outcome {
    let mut gc = start()?;
    let barrier: &Barrier = Box::leak(Box::new(Barrier::new(THREADS + 1)));
    for id in 0..THREADS as isize {
        thread::spawn(move || {
            let mut waited = false;
            while Runtime::attach(|gc| round_trip(gc, id).map_err(text)).is_ok_and(|result| result.is_ok()) {
                if !waited {
                    barrier.wait();
                }
                waited = true;
            }
        });
    }
    gc.release(|| barrier.wait());
    drop(gc);
    println!("ended");
    Ok(())
}

fn background_at_the_end() -> Outcome {
    let mut gc = start()?;
    background(&mut gc).map_err(text)?;
    let kept = Root::<Value>::new(&gc, Value::string(&gc, "kept"));
    collect(&mut gc).map_err(text)?;
    drop(gc);
    // It goes on, while a root is dropped and Rust works.
    thread::sleep(Duration::from_millis(50));
    drop(kept);
    thread::sleep(Duration::from_millis(50));
    println!("ended");
    Ok(())
}

fn another_thread() -> Outcome {
    let thread = thread::spawn(|| {
        let mut gc = start().expect("the first start");
        (0..20).try_for_each(|n| round_trip(&mut gc, n)).map_err(text)
    });
    thread.join().expect("no panic")?;
    assert_eq!(Runtime::attach(|_| ()), Err(AttachError::Ended));
    println!("ended");
    Ok(())
}

fn exit_in_ocaml() -> Outcome {
    let mut gc = start()?;
    exit(&mut gc, 3).map_err(text)?;
    unreachable!("the process has ended");
}

/// Says when its frame is left.
struct Frame;

impl Drop for Frame {
    fn drop(&mut self) {
        println!("left");
    }
}

fn exits(gc: &mut Runtime) -> Result<(), String> {
    let _frame = Frame;
    thread_exit(gc).map_err(text)
}

fn thread_exit_here() -> Outcome {
    let mut gc = start()?;
    println!("{}", exits(&mut gc).expect_err("an exception"));
    Ok(())
}

/// On the thread that has started OCaml, and no longer has it.
fn thread_exit_later() -> Outcome {
    start()?.persist();
    println!("{}", Runtime::attach(exits)?.expect_err("an exception"));
    Ok(())
}

fn persist() -> Outcome {
    // The thread that has started OCaml ends.
    thread::spawn(Runtime::init_persistent).join().expect("no panic")?;
    assert!(matches!(start(), Err(StartError::Running)));
    if cfg!(feature = "threads") {
        attach_from_threads(20);
        Runtime::attach(|gc| collect(gc).map_err(text))??;
        attach_from_threads(5);
    } else {
        assert_eq!(Runtime::attach(|_| ()), Err(AttachError::NoThreads));
    }
    println!("goes on");
    Ok(())
}
