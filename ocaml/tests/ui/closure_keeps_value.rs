#[ocaml::func]
pub fn f(value: ocaml::Value) -> Result<bool, ocaml::Error> {
    let later = move || value.is_int();
    gc.poll()?;
    Ok(later())
}

fn main() {}
