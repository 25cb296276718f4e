#[ocaml::func]
pub fn read(n: isize) -> isize {
    n
}

#[ocaml::func(name = "caml_alloc")]
pub fn runtime(n: isize) -> isize {
    n
}

#[ocaml::func(name = "no-symbol")]
pub fn dash(n: isize) -> isize {
    n
}

fn main() {}
