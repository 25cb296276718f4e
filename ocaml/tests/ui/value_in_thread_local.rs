use std::cell::Cell;

thread_local! {
    static KEPT: Cell<ocaml::Value<'static>> = const { Cell::new(ocaml::Value::unit()) };
}

#[ocaml::func]
pub fn f(value: ocaml::Value) {
    KEPT.set(value);
}

fn main() {}
