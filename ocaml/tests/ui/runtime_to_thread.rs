#[ocaml::func]
pub fn f(n: usize) {
    std::thread::scope(|scope| {
        scope.spawn(|| ocaml::Value::string(gc, &n.to_string()).is_int());
    });
}

fn main() {}
