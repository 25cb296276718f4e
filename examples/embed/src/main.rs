//! A Rust program that calls OCaml. The OCaml side is `words.ml`.

use std::collections::LinkedList;
use std::thread;

use ocaml::{Error, Function, Runtime};

/// Called by OCaml, which declares it as `external`.
#[ocaml::func]
pub fn embed_is_noise(word: &str) -> bool {
    ["a", "the", "of"].contains(&word)
}

// Registered by OCaml, with `Callback.register`.
ocaml::import! {
    fn count(text: String) -> LinkedList<(String, isize)>;
    fn parse(text: String) -> isize;
    fn map(f: Function<(isize,), isize>, list: LinkedList<isize>) -> LinkedList<isize>;
}

fn main() {
    let mut gc = Runtime::init().expect("OCaml starts");
    if let Err(exception) = run(&mut gc) {
        eprintln!("OCaml has raised {exception}");
    }
    // Dropping `gc` shuts OCaml down.
}

fn run(gc: &mut Runtime) -> Result<(), Error> {
    for (word, n) in count(gc, "The cat of the house and the cat of the garden".to_owned())? {
        println!("{word}: {n}");
    }

    // A Rust closure is an OCaml function.
    let square = Function::new(gc, |x: isize| x * x);
    println!("squares: {:?}", map(gc, square, (1..=5).collect())?);

    // An exception is an error.
    match parse(gc, "twelve".to_owned()) {
        Ok(n) => println!("parsed: {n}"),
        Err(exception) => println!("exception: {exception}"),
    }

    // Other threads call OCaml while this one has released it.
    let sum = gc.release(|| {
        let worker = |n: isize| Runtime::attach(move |gc| parse(gc, n.to_string()).expect("a number"));
        let threads: Vec<_> = (1..=4).map(|n| thread::spawn(move || worker(n))).collect();
        let results = threads.into_iter().map(|thread| thread.join().expect("no panic"));
        results.sum::<Result<isize, _>>()
    })?;
    println!("sum of four threads: {sum}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One runtime for all tests: each runs on a thread of its own.
    fn with_ocaml<R>(work: impl FnOnce(&mut Runtime) -> R) -> R {
        static OCAML: std::sync::Once = std::sync::Once::new();
        OCAML.call_once(|| Runtime::init_persistent().expect("this is the only start"));
        Runtime::attach(work).expect("the program has threads")
    }

    #[test]
    fn counts_words() {
        let counts = with_ocaml(|gc| count(gc, "to be or not to be".to_owned())).expect("no exception");
        assert!(counts.contains(&("be".to_owned(), 2)));
    }

    #[test]
    fn parses_numbers() {
        assert_eq!(with_ocaml(|gc| parse(gc, "0x10".to_owned())).expect("a number"), 16);
        assert!(with_ocaml(|gc| parse(gc, "x".to_owned()).is_err()));
    }
}
