use std::sync::Mutex;

static KEPT: Mutex<Option<ocaml::Value<'static>>> = Mutex::new(None);

#[ocaml::func]
pub fn f(value: ocaml::Value) {
    *KEPT.lock().unwrap() = Some(value);
}

fn main() {}
