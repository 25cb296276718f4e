//! Searching a hash table makes an OCaml value of the key, and a `noalloc` function may not allocate.

#[ocaml::func(noalloc)]
pub fn find(table: ocaml::Value, key: isize) -> isize {
    let table = <ocaml::Hashtbl<f64, isize> as ocaml::FromValue>::from_value(table).unwrap();
    table.get(gc, key as f64).unwrap().unwrap_or(0)
}

fn main() {}
