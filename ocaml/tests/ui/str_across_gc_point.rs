#[ocaml::func]
pub fn f(text: &str) -> Result<usize, ocaml::Error> {
    let before = text.len();
    gc.poll()?;
    Ok(before + text.len())
}

fn main() {}
