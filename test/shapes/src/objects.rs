//! Rust values on the OCaml heap.

use ocaml::{Custom, Int, IntoValue, Pointer};

/// Counts.
#[derive(Custom)]
pub struct Counter {
    /// The count.
    #[ocaml(get, set)]
    count: Int,
}

#[ocaml::methods]
impl Counter {
    pub fn new(count: Int) -> Self {
        Counter { count }
    }

    /// Counts up.
    pub fn add(&mut self, #[ocaml(optional)] by: Option<Int>, _unit: ()) {
        self.count += by.unwrap_or(1);
    }

    /// A method that gives a value of another type.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot { count: self.count }
    }

    pub fn reading(&self) -> Reading {
        Reading {
            taken: true,
            of: Snapshot { count: self.count },
        }
    }
}

/// Needs the module of the counter, which needs this.
#[derive(Custom, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[ocaml(frozen, compare, hash, debug)]
pub struct Snapshot {
    #[ocaml(get)]
    count: Int,
}

#[ocaml::methods]
impl Snapshot {
    pub fn restore(&self) -> Counter {
        Counter { count: self.count }
    }
}

/// A record between the two.
#[derive(IntoValue)]
pub struct Reading {
    taken: bool,
    of: Snapshot,
}

#[derive(Custom)]
pub struct Stack<T: Send + 'static>(Vec<T>);

#[ocaml::methods(prefix = "objects_words")]
impl Stack<String> {
    #[ocaml(rename = "of_words")]
    pub fn from_words(words: Vec<String>) -> Self {
        Stack(words)
    }

    #[ocaml(rename = "pop_word")]
    pub fn pop(&mut self) -> Option<String> {
        self.0.pop()
    }
}

#[ocaml::func]
pub fn objects_total(counters: Vec<Pointer<Counter>>) -> Int {
    counters.iter().map(|counter| counter.borrow().count).sum()
}

/// In the module of the type.
#[ocaml::func(of = "Stack<Int>", rename = "of_numbers")]
pub fn objects_numbers(numbers: Vec<Int>) -> Stack<Int> {
    Stack(numbers)
}

#[ocaml::func(of = "Stack<Int>", rename = "pop_number")]
pub fn objects_pop_number(stack: &mut Stack<Int>) -> Option<Int> {
    stack.0.pop()
}
