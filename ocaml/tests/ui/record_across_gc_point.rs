#[derive(ocaml::FromValue)]
pub struct Example<'a> {
    name: &'a str,
}

#[ocaml::func]
pub fn f(example: Example) -> Result<usize, ocaml::Error> {
    gc.poll()?;
    Ok(example.name.len())
}

fn main() {}
