#[ocaml::func]
pub fn f(n: usize) -> Result<usize, ocaml::Error> {
    let root: ocaml::Root = ocaml::Root::new(gc, ocaml::Value::string(gc, "rooted"));
    let value = root.get(gc);
    gc.poll()?;
    Ok(n + value.size().unwrap())
}

fn main() {}
