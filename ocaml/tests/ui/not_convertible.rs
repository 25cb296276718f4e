pub struct Mine;

#[ocaml::func]
pub fn receive(mine: Mine, list: Vec<Mine>) -> usize {
    let _ = mine;
    list.len()
}

#[ocaml::func]
pub fn give(n: usize) -> Option<Mine> {
    let _ = n;
    None
}

#[derive(ocaml::FromValue, ocaml::IntoValue)]
pub struct Record {
    name: String,
    mine: Mine,
}

fn main() {}
