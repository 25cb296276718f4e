//! Roots: values that outlive the call, dropped anywhere.

use std::sync::Mutex;

use ocaml::{Array, Error, Int, List, Root, Value};

static KEPT: Mutex<Vec<Root>> = Mutex::new(Vec::new());

#[ocaml::func]
pub fn roots_keep(value: Value) -> usize {
    let mut kept = KEPT.lock().unwrap();
    kept.push(Root::new(gc, value));
    kept.len() - 1
}

#[ocaml::func]
pub fn roots_get(index: usize) -> Result<Value, Error> {
    let kept = KEPT.lock().unwrap();
    let root = kept.get(index).ok_or_else(Error::not_found)?;
    Ok(root.get(gc))
}

#[ocaml::func]
pub fn roots_clear(_unit: ()) {
    KEPT.lock().unwrap().clear();
}

/// Lets a root that exists keep another value.
#[ocaml::func]
pub fn roots_set(index: usize, value: Value) -> Result<(), Error> {
    let mut kept = KEPT.lock().unwrap();
    let root = kept.get_mut(index).ok_or_else(Error::not_found)?;
    root.set(gc, value);
    Ok(())
}

/// Drops all roots on a thread that has never seen OCaml.
#[ocaml::func]
pub fn roots_clear_elsewhere(_unit: ()) {
    let kept = std::mem::take(&mut *KEPT.lock().unwrap());
    std::thread::spawn(move || drop(kept)).join().unwrap();
}

/// A value kept across GC points within one call.
#[ocaml::func]
pub fn roots_across_gc_point(value: Value, times: usize) -> Result<Value, Error> {
    let root: Root = Root::new(gc, value);
    for _ in 0..times {
        let _ = Value::string(gc, "garbage");
        gc.poll()?;
        gc.minor_collection();
    }
    Ok(root.get(gc))
}

#[ocaml::func]
pub fn roots_typed(array: Array<Int>, list: List<Int>) -> Result<Int, Error> {
    let array: Root<Array<Int>> = Root::new(gc, array);
    let list: Root<List<Int>> = Root::new(gc, list);
    gc.minor_collection();
    let mut sum = array.get(gc).get(0)?;
    for i in list.get(gc).iter() {
        sum += i?;
    }
    Ok(sum)
}

#[ocaml::func]
pub fn roots_argument(root: Root) -> Root {
    gc.minor_collection();
    root
}

/// Creates and drops many roots.
#[ocaml::func]
pub fn roots_churn(value: Value, times: usize) -> bool {
    (0..times).all(|_| Root::<Value>::new(gc, value).get(gc) == value)
}

/// Immediates need no runtime, so a safe program can make roots of them on any thread, while OCaml makes its own.
#[ocaml::func]
pub fn roots_of_immediates_elsewhere(threads: usize, rounds: isize) {
    for _ in 0..threads {
        std::thread::spawn(move || {
            for i in 0..rounds {
                let int: Root = ocaml::FromValue::from_value(Value::int(i)).unwrap();
                let none: Root = ocaml::FromValue::from_value(Value::none()).unwrap();
                std::hint::black_box((int, none));
            }
        });
    }
}
