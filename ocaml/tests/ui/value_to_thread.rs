#[ocaml::func]
pub fn f(value: ocaml::Value) {
    std::thread::scope(|scope| {
        scope.spawn(|| value.is_int());
    });
}

fn main() {}
