//! Arguments that are lent, in functions without a token: the usual case, and each that is not.

use std::mem;

use ocaml::{Custom, Int, Pointer};

#[derive(Custom)]
#[ocaml(name = "lent_tally")]
pub struct Tally {
    count: Int,
}

#[ocaml::methods(prefix = "lent")]
impl Tally {
    pub fn new(count: Int) -> Self {
        Tally { count }
    }

    pub fn get(&self) -> Int {
        self.count
    }

    pub fn incr(&mut self) {
        self.count += 1;
    }

    /// Does not fit an `int`.
    pub fn too_large(&self) -> usize {
        usize::MAX - self.count as usize
    }

    pub fn incr_and_panic(&mut self) {
        self.count += 1;
        panic!("after {}", self.count);
    }

    /// The text need not be UTF-8.
    pub fn named(&mut self, name: &str) -> String {
        self.count += 1;
        format!("{name} {}", self.count)
    }

    /// Lent again and given back; what is refused meanwhile.
    pub fn again(&self, same: Pointer<Tally>) -> (Int, String, String) {
        let count = same.borrow().count + self.count;
        (count, refused(same.try_borrow_mut()), refused(same.close()))
    }

    pub fn again_mut(&mut self, same: Pointer<Tally>) -> (String, String, String) {
        self.count += 1;
        (
            refused(same.try_borrow()),
            refused(same.try_borrow_mut()),
            refused(same.close()),
        )
    }

    /// A guard that is never dropped: the value stays lent.
    pub fn forget(&self, same: Pointer<Tally>) -> Int {
        mem::forget(same.borrow());
        self.count
    }

    /// Three arguments, of which two may be the same value.
    pub fn sum(&self, text: &str, other: &Tally) -> Int {
        self.count + other.count + text.len() as Int
    }
}

fn refused<T>(result: Result<T, ocaml::ConversionError>) -> String {
    result.err().map(|error| error.to_string()).unwrap_or_default()
}
