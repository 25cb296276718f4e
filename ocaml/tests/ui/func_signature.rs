#[ocaml::func]
pub fn generic<const N: usize>(n: isize) -> isize {
    n + N as isize
}

#[ocaml::func]
pub unsafe extern "C" fn variadic(n: isize, rest: ...) -> isize {
    n
}

#[ocaml::func(noalloc = "x")]
pub fn option_with_text(n: isize) -> isize {
    n
}

#[ocaml::native_func(noalloc, unboxed)]
pub fn two_options(n: isize) -> isize {
    n
}

fn main() {}
