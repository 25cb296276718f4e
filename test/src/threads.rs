//! Giving up the runtime, and taking it from other threads.

use std::sync::atomic::{AtomicIsize, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Duration;

use ocaml::{Error, Function, Root, Runtime, Value};

#[ocaml::func(blocking)]
pub fn threads_sleep(seconds: f64) {
    thread::sleep(Duration::from_secs_f64(seconds));
}

#[ocaml::func(blocking)]
pub fn threads_blocking_sum(numbers: Vec<isize>) -> isize {
    numbers.iter().sum()
}

#[ocaml::func(blocking)]
pub fn threads_blocking_fail(message: String) -> Result<(), Error> {
    Err(Error::failwith(message))
}

#[ocaml::func(blocking)]
pub fn threads_blocking_panic() {
    if true {
        panic!("while blocking");
    }
}

/// Joins a thread while others may use the runtime.
fn join<T: Send>(gc: &mut Runtime, thread: thread::JoinHandle<T>) -> T {
    gc.release(|| thread.join().expect("the thread does not panic"))
}

#[ocaml::func]
pub fn threads_elsewhere(f: Function<(isize,), isize>, x: isize) -> Result<isize, Error> {
    let thread = thread::spawn(move || Runtime::attach(|gc| f.call(gc, (x,)).map_err(|error| error.to_string())));
    join(gc, thread)?.map_err(Error::failwith)
}

fn refusal<T>(attached: Result<T, ocaml::AttachError>) -> String {
    match attached {
        Ok(_) => "attached".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[ocaml::func]
pub fn threads_attach_directly() -> String {
    refusal(Runtime::attach(|_| ()))
}

/// Refused inside of `attach`, allowed inside of `release`.
#[ocaml::func]
pub fn threads_attach_again() -> Result<String, Error> {
    Ok(gc.release(|| Runtime::attach(|_| refusal(Runtime::attach(|_| ()))))?)
}

#[ocaml::func]
pub fn threads_release_in_attach(f: Function<(), ()>) -> Result<isize, Error> {
    let f = Arc::new(f);
    let thread = thread::spawn(move || {
        let call = |gc: &mut Runtime| f.call(gc, ()).map_err(|error| error.to_string());
        Runtime::attach(|gc| {
            call(gc)?;
            gc.release(|| Runtime::attach(call).map_err(|error| error.to_string()))??;
            call(gc)?;
            Ok::<_, String>(3)
        })
    });
    join(gc, thread)?.map_err(Error::failwith)
}

#[ocaml::func]
pub fn threads_raised_elsewhere(f: Function<(), ()>) -> Result<String, Error> {
    let thread = thread::spawn(move || {
        Runtime::attach(|gc| match f.call(gc, ()) {
            Ok(()) => "none".to_owned(),
            Err(error) => error.to_string(),
        })
    });
    Ok(join(gc, thread)?)
}

/// Each thread calls `f n "text"` that many times, and checks what comes back.
#[ocaml::func]
pub fn threads_workers(threads: usize, calls: usize, f: Function<(usize, String), String>) -> Result<usize, Error> {
    let f = Arc::new(f);
    let workers: Vec<_> = (0..threads)
        .map(|id| {
            let f = Arc::clone(&f);
            thread::spawn(move || {
                let mut right = 0;
                for n in 0..calls {
                    let text = format!("thread {id}, call ");
                    let got = Runtime::attach(|gc| f.call(gc, (n, text.as_str())).ok()).ok().flatten();
                    right += usize::from(got == Some(format!("{text}{n}")));
                }
                right
            })
        })
        .collect();
    Ok(workers.into_iter().map(|worker| join(gc, worker)).sum())
}

/// A pool of threads takes jobs from a queue and hands each to OCaml.
#[ocaml::func]
pub fn threads_serve(jobs: usize, handler: Function<(usize,), ()>) -> Result<(), Error> {
    let handler = Arc::new(handler);
    let workers: Vec<_> = (0..4)
        .map(|id| {
            let handler = Arc::clone(&handler);
            let (send, receive) = mpsc::sync_channel::<usize>(64);
            let worker = thread::spawn(move || -> Result<(), String> {
                while let Ok(job) = receive.recv() {
                    Runtime::attach(|gc| -> Result<(), String> {
                        // One turn with the runtime for all that has come meanwhile.
                        let more = std::iter::once(job).chain(receive.try_iter().take(1000));
                        for job in more {
                            handler.call(gc, (job,)).map_err(|error| error.to_string())?;
                        }
                        Ok(())
                    })
                    .map_err(|error| error.to_string())??;
                }
                Ok(())
            });
            (id, send, worker)
        })
        .collect();
    gc.release(|| {
        for job in 0..jobs {
            let (_, send, _) = &workers[job % workers.len()];
            send.send(job).expect("the worker listens");
        }
        for (_, send, worker) in workers {
            drop(send);
            worker.join().expect("no panic").map_err(Error::failwith)?;
        }
        Ok(())
    })
}

/// Roots made by threads that end before the roots, and dropped by threads that never saw OCaml.
#[ocaml::func]
pub fn threads_roots_elsewhere(text: String, count: usize) -> Result<bool, Error> {
    let expected = text.clone();
    let maker = thread::spawn(move || {
        Runtime::attach(|gc| {
            (0..count)
                .map(|_| Root::new(gc, Value::string(gc, &text)))
                .collect::<Vec<Root>>()
        })
    });
    let roots = join(gc, maker)?;
    gc.minor_collection();
    let same = roots
        .iter()
        .all(|root| <&str as ocaml::FromValue>::from_value(root.get(gc)).is_ok_and(|text| text == expected));
    let dropper = thread::spawn(move || drop(roots));
    join(gc, dropper);
    Ok(same)
}

#[ocaml::func]
pub fn threads_panic_elsewhere() -> Result<String, Error> {
    let thread = thread::spawn(|| {
        let caught = std::panic::catch_unwind(|| {
            Runtime::attach(|_| {
                if true {
                    std::panic::resume_unwind(Box::new("on its own thread"));
                }
            })
        });
        // The runtime was given up: it can be had again.
        Runtime::attach(|_| ()).map(|()| match caught {
            Ok(_) => "no panic".to_owned(),
            Err(payload) => payload.downcast_ref::<&str>().unwrap_or(&"another").to_string(),
        })
    });
    Ok(join(gc, thread)?)
}

#[ocaml::func]
pub fn threads_closure_elsewhere() -> Function<(isize,), isize> {
    Function::with_runtime(gc, |gc: &mut Runtime, x: isize| gc.release(move || x + 1))
}

/// Waits, then lets a thread attach for the first time, and only then looks for signals: how often it could attach.
#[ocaml::func]
pub fn threads_attach_late(seconds: f64) -> Result<usize, Error> {
    let attached = gc.release(|| {
        thread::sleep(Duration::from_secs_f64(seconds));
        (0..10)
            .filter(|_| matches!(thread::spawn(|| Runtime::attach(|_| ())).join(), Ok(Ok(()))))
            .count()
    });
    ATTACHED.store(attached, Ordering::Relaxed);
    gc.poll()?;
    Ok(attached)
}

static ATTACHED: AtomicUsize = AtomicUsize::new(0);

/// How often a thread could attach in the last call of that, which may have ended with an exception.
#[ocaml::func]
pub fn threads_attached() -> usize {
    ATTACHED.load(Ordering::Relaxed)
}

/// An `int` that is computed elsewhere: the promise of `Runtime::attach`'s documentation.
#[derive(ocaml::Custom)]
pub struct Promise(Mutex<Option<thread::JoinHandle<Result<isize, String>>>>);

#[ocaml::func]
pub fn threads_promise(finish: Function<(isize,), isize>, x: isize) -> Promise {
    Promise(Mutex::new(Some(thread::spawn(move || {
        let slow = x * x;
        Runtime::attach(|gc| finish.call(gc, (slow,)).map_err(|error| error.to_string()))
            .map_err(|error| error.to_string())?
    }))))
}

#[ocaml::func]
pub fn threads_await(promise: &Promise) -> Result<isize, Error> {
    let thread = promise.0.lock().unwrap().take();
    let thread = thread.ok_or_else(|| Error::failwith("this promise has been awaited"))?;
    gc.release(|| thread.join())
        .map_err(|_| Error::failwith("the thread has panicked"))?
        .map_err(Error::failwith)
}

static TICKS: AtomicIsize = AtomicIsize::new(0);

#[ocaml::func]
pub fn threads_tick() -> isize {
    TICKS.fetch_add(1, Ordering::Relaxed)
}
