//! What a `blocking` function cannot do: it runs without the runtime.

#[ocaml::func(blocking)]
pub fn borrows(text: &str, value: ocaml::Value) -> usize {
    let _ = value;
    text.len()
}

#[ocaml::func(blocking)]
pub fn uses_gc(n: isize) -> isize {
    gc.minor_collection();
    n
}

#[ocaml::func(blocking)]
pub fn takes_gc(gc: &mut ocaml::Runtime, n: isize) -> isize {
    let _ = gc;
    n
}

#[ocaml::func(blocking, noalloc)]
pub fn noalloc(n: isize) -> isize {
    n
}

pub struct Shared(std::rc::Rc<i64>);

unsafe impl<'gc> ocaml::FromValue<'gc> for Shared {
    fn from_value(_: ocaml::Value<'gc>) -> Result<Self, ocaml::ConversionError> {
        Ok(Shared(std::rc::Rc::new(1)))
    }
}

#[ocaml::func(blocking)]
pub fn not_send(shared: Shared) -> i64 {
    *shared.0
}

#[ocaml::func]
pub fn value_in_release(value: ocaml::Value) {
    gc.release(|| value.is_int());
}

#[ocaml::func]
pub fn token_in_release() {
    gc.release(|| gc.minor_collection());
}

#[ocaml::func]
pub fn value_out_of_attach() -> bool {
    let value = gc.release(|| ocaml::Runtime::attach(|gc| ocaml::Value::float(gc, 1.0)));
    value.is_ok()
}

fn main() {}
