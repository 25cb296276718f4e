#[ocaml::func]
pub fn f(text: &str) -> Result<isize, std::num::ParseIntError> {
    text.parse()
}

fn main() {}
