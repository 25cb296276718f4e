//! What is not `Sync` is lent to the thread that made it only, and what is frozen never mutably.

use std::cell::Cell;

#[derive(ocaml::Custom)]
pub struct Unshared(Cell<i64>);

#[ocaml::func]
pub fn unshared(value: &Unshared) -> i64 {
    value.0.get()
}

#[derive(ocaml::Custom)]
#[ocaml(frozen)]
pub struct Ice(i64);

#[ocaml::func]
pub fn ice_mut(value: &mut Ice) {
    value.0 += 1;
}

pub struct Plain(i64);

#[ocaml::func]
pub fn plain(value: &Plain) -> i64 {
    value.0
}

#[ocaml::func]
pub fn plain_mut(value: &mut Plain) {
    value.0 += 1;
}

#[ocaml::func]
pub fn by_value(value: Ice) -> i64 {
    value.0
}

#[derive(ocaml::Custom)]
pub struct Counted(std::rc::Rc<i64>);

fn main() {}
