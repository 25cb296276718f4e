//! Functions exported by hand: `native_func`, `bytecode_func`, `body!`.

use ocaml::{Raw, Value};

#[ocaml::native_func]
pub fn incr(value: ocaml::Value) -> ocaml::Value {
    let i = value.int_val();
    ocaml::Value::int(i + 1)
}

#[unsafe(no_mangle)]
pub extern "C" fn incr_by_hand(value: Raw) -> Raw {
    ocaml::body!(gc: (value) {
        let i = value.int_val();
        ocaml::Value::int(i + 1)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn by_hand_pair(a: Raw, b: Raw) -> Raw {
    ocaml::body!(gc: (a, b) {
        Value::tuple(gc, [a, b, Value::string(gc, "pair")])
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn by_hand_error(value: Raw) -> Raw {
    ocaml::body!(gc: (value) {
        Err::<(), _>(ocaml::Error::failwith(format!("error {}", value.int_val())))
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn incrf(input: f64) -> f64 {
    input + 1.0
}

#[ocaml::bytecode_func]
pub fn incrf_bytecode(input: f64) -> f64 {
    incrf(input)
}

#[ocaml::func]
pub fn id(v: ocaml::Value) -> ocaml::Value {
    v
}
