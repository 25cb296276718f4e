#[ocaml::func]
pub fn f(n: usize) -> Result<usize, ocaml::Error> {
    let value = ocaml::Value::string(gc, "new");
    gc.poll()?;
    Ok(n + value.size().unwrap())
}

fn main() {}
