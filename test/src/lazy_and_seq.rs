//! Values that OCaml computes on demand.

use ocaml::{Array, Error, Function, Int, Lazy, Root, Seq, Value};

#[ocaml::func]
pub fn lazy_peek(lazy: Lazy<Int>) -> Result<Option<Int>, Error> {
    assert_eq!(lazy.is_forced(), lazy.peek()?.is_some());
    Ok(lazy.peek()?)
}

#[ocaml::func]
pub fn lazy_peek_float(lazy: Lazy<f64>) -> Result<Option<f64>, Error> {
    Ok(lazy.peek()?)
}

#[ocaml::func]
pub fn lazy_force(lazy: Root<Lazy<'static, Int>>) -> Result<Int, Error> {
    lazy.force(gc)
}

#[ocaml::func]
pub fn lazy_force_string(lazy: Root<Lazy<'static, String>>) -> Result<(String, String), Error> {
    Ok((lazy.force(gc)?, lazy.force(gc)?))
}

#[ocaml::func]
pub fn lazy_from_val(value: Value) -> Lazy {
    Lazy::from_val(gc, value)
}

#[ocaml::func]
pub fn lazy_from_float(float: f64) -> Lazy<f64> {
    Lazy::from_val(gc, float)
}

#[ocaml::func]
pub fn lazy_show(lazy: Lazy<Int>) -> String {
    format!("{lazy:?}")
}

#[ocaml::func]
pub fn seq_to_array(mut seq: Seq<String>) -> Result<Vec<String>, Error> {
    seq.collect(gc)
}

#[ocaml::func]
pub fn seq_sum(mut seq: Seq<Int>) -> Result<Int, Error> {
    let mut sum = 0;
    while let Some(n) = seq.next(gc) {
        sum += n?;
    }
    assert!(seq.next(gc).is_none());
    Ok(sum)
}

/// The rest after so many elements.
type Pair = (Root<Array<'static, Int>>, u8);

/// What does not fit is named, beside what only OCaml's types vouch for: in an element, an argument, a result.
#[ocaml::func]
pub fn seq_pairs(mut seq: Seq<Pair>) -> Result<usize, Error> {
    Ok(seq.collect::<Vec<_>>(gc)?.len())
}

#[ocaml::func]
pub fn seq_pair(pair: Pair) -> u8 {
    pair.1
}

#[ocaml::func]
pub fn seq_pair_of(f: &Function<(), Pair>) -> Result<u8, Error> {
    Ok(f.call(gc, ())?.1)
}

#[ocaml::func]
pub fn seq_drop(mut seq: Seq<Root>, count: usize) -> Result<Seq<Root>, Error> {
    for _ in 0..count {
        seq.next(gc).transpose()?;
    }
    Ok(seq)
}

/// How many elements came before and after the first error, and whether the error was the last thing to come.
#[ocaml::func]
pub fn seq_errors(mut seq: Seq<Int>) -> (usize, usize, bool) {
    let (mut good, mut bad, mut last_is_bad) = (0, 0, false);
    while let Some(next) = seq.next(gc) {
        last_is_bad = next.is_err();
        match next {
            Ok(_) => good += 1,
            Err(_) => bad += 1,
        }
    }
    (good, bad, last_is_bad)
}

#[ocaml::func]
pub fn seq_roots(mut seq: Seq<Root>) -> Result<Vec<Root>, Error> {
    let roots: Vec<Root> = seq.collect(gc)?;
    gc.minor_collection();
    Ok(roots)
}

#[ocaml::func]
pub fn seq_words(text: String) -> Seq<String> {
    let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    Seq::from_iter(gc, words)
}

#[ocaml::func]
pub fn seq_floats(n: usize) -> Seq<f64> {
    Seq::from_iter(gc, (0..n).map(|i| i as f64))
}

/// Panics at 3, once.
#[ocaml::func]
pub fn seq_failing() -> Seq<u64> {
    let mut next = 0;
    Seq::from_iter(
        gc,
        std::iter::from_fn(move || {
            next += 1;
            if next == 3 {
                panic!("three");
            }
            Some(next)
        }),
    )
}

#[ocaml::func]
pub fn seq_there_and_back(n: usize) -> Result<Vec<usize>, Error> {
    let mut seq = Seq::from_iter(gc, 0..n);
    seq.collect(gc)
}

/// What was made of a Rust iterator, given back by OCaml.
#[ocaml::func]
pub fn seq_count(mut seq: Seq<String>) -> Result<usize, Error> {
    Ok(seq.collect::<Vec<_>>(gc)?.len())
}
