#[ocaml::func(noaloc)]
pub fn near(n: isize) -> isize {
    n
}

#[ocaml::func(nam = "x")]
pub fn near_with_text(n: isize) -> isize {
    n
}

#[ocaml::func(name)]
pub fn without_text(n: isize) -> isize {
    n
}

#[ocaml::func(noalloc, noalloc)]
pub fn twice(n: isize) -> isize {
    n
}

#[ocaml::bytecode_func(unboxed)]
pub fn elsewhere(n: isize) -> isize {
    n
}

fn main() {}
