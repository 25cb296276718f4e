#[ocaml::func(noalloc)]
pub fn small(n: u8) -> isize {
    n.into()
}

#[ocaml::func(noalloc)]
pub fn text(text: &str) -> usize {
    text.len()
}

fn main() {}
