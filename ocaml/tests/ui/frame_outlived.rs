use std::sync::Mutex;
use std::thread;

use ocaml::{Error, Function, Root};

static KEPT: Mutex<Option<&'static Function<(isize,), isize>>> = Mutex::new(None);

#[ocaml::func]
pub fn in_a_static(f: &Function<(isize,), isize>) {
    *KEPT.lock().unwrap() = Some(f);
}

#[ocaml::func]
pub fn of_static_type(f: &'static Function<(isize,), isize>) {
    *KEPT.lock().unwrap() = Some(f);
}

#[ocaml::func]
pub fn in_a_thread(root: &Root) {
    thread::spawn(move || drop(root));
}

#[ocaml::func]
pub fn mutably(root: &mut Root, f: &mut Function<(), ()>) -> Result<(), Error> {
    f.call(gc, ())?;
    let value = root.get(gc);
    Ok(drop(value))
}

fn main() {}
