//! Tests that share one runtime, each on a thread of its own, as `cargo test` runs them.
#![cfg(feature = "threads")]

use std::sync::LazyLock;

use embedding::{churn, counted, next, round_trip, twice};
use ocaml::Runtime;

fn with_ocaml<R>(work: impl FnOnce(&mut Runtime) -> R) -> R {
    static OCAML: LazyLock<()> = LazyLock::new(|| Runtime::init_persistent().expect("this is the only start"));
    LazyLock::force(&OCAML);
    Runtime::attach(work).expect("the program has threads")
}

#[test]
fn calls() {
    with_ocaml(|gc| (0..50).try_for_each(|n| round_trip(gc, n))).expect("no exception");
}

#[test]
fn collections() {
    for _ in 0..10 {
        with_ocaml(churn).expect("no exception");
    }
}

#[test]
fn an_exported_function() {
    assert_eq!(with_ocaml(|gc| twice(gc, 4)).expect("no exception"), 8);
    assert_eq!(embedding::embed_twice(4), 8);
}

#[test]
fn a_dune_library() {
    let first = with_ocaml(next).expect("no exception");
    assert_eq!(with_ocaml(next).expect("no exception"), first + 1);
    // A module of a file that uses it.
    assert_eq!(with_ocaml(counted).expect("no exception"), first + 1);
}
