#[ocaml::func(unboxed)]
pub fn f(text: String, x: f64) -> String {
    format!("{text} {x}")
}

fn main() {}
