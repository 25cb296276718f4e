//! Methods of OCaml objects.

use ocaml::{Error, FromValue, Function, Value};

ocaml::object! {
    /// `< add : int -> unit; total : int; name : string; join : string -> int -> string; reset : unit -> unit; … >`
    pub struct Counter {
        fn add(by: isize);
        fn total() -> isize;
        fn name() -> String;
        fn join(text: &str, n: isize) -> String;
        fn reset(unit: ());
        fn primed() -> isize = "total'";
        fn wrong() -> u8 = "total";
        fn missing() -> isize;
        fn fails(text: String);
        fn twelve(
            a: isize, b: isize, c: isize, d: isize, e: isize, f: isize, g: isize, h: isize, i: isize, j: isize, k: isize,
            l: isize,
        ) -> Vec<isize>;
        fn apply(f: Function<(isize,), isize>, x: isize) -> isize;
    }
}

#[ocaml::func]
pub fn objects_use(counter: Counter, by: isize) -> Result<(isize, isize, String, String), Error> {
    counter.add(gc, by)?;
    gc.minor_collection();
    counter.add(gc, by)?;
    let (total, primed) = (counter.total(gc)?, counter.primed(gc)?);
    let name = counter.name(gc)?;
    let joined = counter.join(gc, &name, total)?;
    counter.reset(gc, ())?;
    Ok((total, primed, name, joined))
}

#[ocaml::func]
pub fn objects_total(counter: Counter) -> Result<isize, Error> {
    counter.total(gc)
}

#[ocaml::func]
pub fn objects_name(counter: Counter) -> Result<String, Error> {
    counter.name(gc)
}

#[ocaml::func]
pub fn objects_missing(counter: Counter) -> Result<isize, Error> {
    counter.missing(gc)
}

#[ocaml::func]
pub fn objects_wrong(counter: Counter) -> Result<u8, Error> {
    counter.wrong(gc)
}

#[ocaml::func]
pub fn objects_fails(counter: Counter, text: String) -> Result<(), Error> {
    counter.fails(gc, text)
}

#[ocaml::func]
pub fn objects_twelve(counter: Counter) -> Result<Vec<isize>, Error> {
    counter.twelve(gc, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
}

#[ocaml::func]
pub fn objects_apply(counter: Counter, x: isize) -> Result<isize, Error> {
    let double = Function::new(gc, |x: isize| 2 * x);
    counter.apply(gc, double, x)
}

/// The object itself, and a hundred thousand calls.
#[ocaml::func]
pub fn objects_count(counter: Counter, calls: usize) -> Result<Counter, Error> {
    for _ in 0..calls {
        counter.add(gc, 1)?;
    }
    Ok(counter)
}

/// An object out of a bare value.
#[ocaml::func]
pub fn objects_bare(value: Value) -> Result<isize, Error> {
    Counter::from_value(value)?.total(gc)
}
