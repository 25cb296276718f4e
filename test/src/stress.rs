//! Everything at once: Rust threads that call OCaml, keep its values and hand them to each other.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use ocaml::{Error, FromValue, Function, List, Root, Runtime, Value};

/// What OCaml does for the threads: `text ^ string_of_int n`, or an exception if `n` is a multiple of 7.
type Handler = Function<(String, usize), String>;

/// Roots on their way from the thread that made them to the one that drops them, with what they hold.
type Parcel = (String, Vec<Root>);

struct Shared {
    handler: Handler,
    stop: AtomicBool,
    calls: AtomicUsize,
    parcels: Mutex<Vec<Parcel>>,
}

/// Starts that many threads for that long, and tells how many calls they have made.
#[ocaml::func]
pub fn stress_run(threads: usize, milliseconds: u16, handler: Handler) -> Result<usize, Error> {
    let shared = Arc::new(Shared {
        handler,
        stop: AtomicBool::new(false),
        calls: AtomicUsize::new(0),
        parcels: Mutex::new(Vec::new()),
    });
    let workers: Vec<_> = (0..threads)
        .map(|id| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || work(id, &shared))
        })
        .collect();
    gc.release(|| {
        let end = Instant::now() + Duration::from_millis(milliseconds.into());
        while Instant::now() < end && !workers.iter().any(thread::JoinHandle::is_finished) {
            thread::sleep(Duration::from_millis(5));
        }
        shared.stop.store(true, Ordering::Relaxed);
        for worker in workers {
            worker
                .join()
                .map_err(|_| Error::failwith("a thread has panicked"))?
                .map_err(Error::failwith)?;
        }
        Ok::<_, Error>(())
    })?;
    Ok(shared.calls.load(Ordering::Relaxed))
}

fn work(id: usize, shared: &Shared) -> Result<(), String> {
    let mut round = id;
    while !shared.stop.load(Ordering::Relaxed) {
        round += 1;
        let text = format!("thread {id}, round ");
        Runtime::attach(|gc| -> Result<(), String> {
            called(gc, shared, &text, round)?;
            kept(gc, shared, &text)?;
            built(gc, round)
        })
        .map_err(|error| error.to_string())??;
    }
    Ok(())
}

/// A call, or an exception that comes back as it was raised.
fn called(gc: &mut Runtime, shared: &Shared, text: &str, round: usize) -> Result<(), String> {
    shared.calls.fetch_add(1, Ordering::Relaxed);
    match (round % 7, shared.handler.call(gc, (text, round))) {
        (1.., Ok(answer)) if answer == format!("{text}{round}") => Ok(()),
        (0, Err(error)) => {
            let exn = error.exn(gc).ok_or("no OCaml exception")?;
            let number = exn.arguments().next().and_then(|number| usize::from_value(number).ok());
            match number == Some(round) {
                true => Ok(()),
                false => Err(format!("round {round}: {error}")),
            }
        }
        (_, result) => Err(format!("round {round}: {result:?}")),
    }
}

/// Roots, looked at after others have had the runtime, and handed over.
fn kept(gc: &mut Runtime, shared: &Shared, text: &str) -> Result<(), String> {
    let roots: Vec<Root> = (0..20).map(|_| Root::new(gc, Value::string(gc, text))).collect();
    gc.release(thread::yield_now);
    let mut parcel = (text.to_owned(), roots);
    let mut parcels = shared.parcels.lock().unwrap();
    if let Some(other) = parcels.first_mut() {
        std::mem::swap(&mut parcel, other);
    } else {
        parcels.push((text.to_owned(), parcel.1.split_off(10)));
    }
    parcels.push((parcel.0.clone(), parcel.1.drain(..parcel.1.len() / 2).collect()));
    let too_many = (parcels.len() > 20).then(|| parcels.split_off(10));
    drop(parcels);
    if let Some(dropped) = too_many {
        // By a thread that never sees OCaml.
        gc.release(|| thread::spawn(move || drop(dropped)).join())
            .map_err(|_| "a destructor has panicked")?;
    }
    let (expected, roots) = parcel;
    for root in &roots {
        if <&str>::from_value(root.get(gc)).ok() != Some(&expected) {
            return Err(format!("a root does not hold {expected:?} any more"));
        }
    }
    Ok(())
}

/// Allocates more than there is room for, and polls.
fn built(gc: &mut Runtime, round: usize) -> Result<(), String> {
    let length = 100 + round % 1000;
    let list = List::from_iter(gc, (0..length).map(|n| n.to_string()));
    let sum: usize = list.iter().filter_map(|text| text.ok()?.parse::<usize>().ok()).sum();
    if sum != length * (length - 1) / 2 {
        return Err(format!("a list of {length} has the sum {sum}"));
    }
    gc.poll().map_err(|error| error.to_string())
}
