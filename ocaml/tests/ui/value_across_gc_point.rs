#[ocaml::func]
pub fn f(value: ocaml::Value) -> Result<ocaml::Value, ocaml::Error> {
    gc.poll()?;
    Ok(value)
}

fn main() {}
