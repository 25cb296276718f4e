#[unsafe(no_mangle)]
pub extern "C" fn f(_unit: ocaml::Raw) -> ocaml::Raw {
    ocaml::body!(gc: { ocaml::Value::unit() })
}

fn main() {}
