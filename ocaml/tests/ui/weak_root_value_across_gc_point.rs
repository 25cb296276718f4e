//! What is read from a weak root borrows from the token like any value.

use ocaml::{Runtime, WeakRoot};

fn use_after_collection(gc: &mut Runtime, weak: &WeakRoot) -> bool {
    let value = weak.get(gc);
    gc.minor_collection();
    value.is_some()
}

fn main() {}
