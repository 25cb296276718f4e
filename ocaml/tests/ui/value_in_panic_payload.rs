#[ocaml::func]
pub fn f(value: ocaml::Value) {
    std::panic::panic_any(value);
}

fn main() {}
