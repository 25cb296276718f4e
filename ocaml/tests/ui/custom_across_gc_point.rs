//! A guard borrows from the token; so does what a frozen type lends.

#[derive(ocaml::Custom)]
pub struct Counter(i64);

#[derive(ocaml::Custom)]
#[ocaml(frozen)]
pub struct Ice(i64);

#[ocaml::func]
pub fn guard(counter: ocaml::Pointer<Counter>) -> i64 {
    let lent = counter.borrow();
    gc.minor_collection();
    lent.0
}

#[ocaml::func]
pub fn frozen(ice: &Ice) -> i64 {
    gc.minor_collection();
    ice.0
}

fn main() {}
