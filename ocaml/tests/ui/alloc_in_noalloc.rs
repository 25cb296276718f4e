#[ocaml::func(noalloc)]
pub fn text(n: isize) -> String {
    n.to_string()
}

#[ocaml::func(noalloc)]
pub fn float(n: isize) -> f64 {
    n as f64
}

fn main() {}
