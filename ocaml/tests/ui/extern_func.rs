#[ocaml::func]
pub extern "C" fn f(n: isize) -> isize {
    n
}

fn main() {}
