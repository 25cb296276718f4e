//! Hash tables, maps and sets of OCaml's library.

use std::collections::BTreeMap;

use ocaml::{Error, Hashtbl, Int, List, Map, Root, Set, Value};

#[ocaml::func]
pub fn tables_make(bindings: Vec<(String, Int)>) -> Hashtbl<String, Int> {
    Hashtbl::from_iter(gc, bindings)
}

#[ocaml::func]
pub fn tables_squares(count: Int) -> Hashtbl<Int, f64> {
    Hashtbl::from_iter(gc, (0..count).map(|i| (i, (i * i) as f64)))
}

#[ocaml::func]
pub fn tables_make_any(bindings: List<(Value, Value)>) -> Result<Hashtbl, Error> {
    let bindings: Vec<(Value, Value)> = bindings.iter().collect::<Result<_, _>>()?;
    Ok(Hashtbl::from_iter(gc, bindings))
}

#[ocaml::func]
pub fn tables_length(table: Hashtbl) -> (usize, bool) {
    (table.len(), table.is_empty())
}

#[ocaml::func]
pub fn tables_get(table: Hashtbl<&str, Int>, key: &str) -> Result<Option<Int>, Error> {
    Ok(table.get(gc, key)?)
}

#[ocaml::func]
pub fn tables_get_float(table: Hashtbl<f64, Int>, key: f64) -> Result<Option<Int>, Error> {
    Ok(table.get(gc, key)?)
}

#[ocaml::func]
pub fn tables_get_pair(table: Hashtbl<(Int, String), Int>, key: (Int, String)) -> Result<Option<Int>, Error> {
    Ok(table.get(gc, key)?)
}

#[ocaml::func]
pub fn tables_bindings(table: Hashtbl<String, Int>) -> Result<Vec<(String, Int)>, Error> {
    Ok(table.iter().collect::<Result<_, _>>()?)
}

#[ocaml::func]
pub fn tables_sum_of_hashtbl(table: Hashtbl<Int, Int>) -> Result<Int, Error> {
    let mut sum = 0;
    for binding in table {
        sum += binding?.1;
    }
    Ok(sum)
}

#[ocaml::func]
pub fn tables_map(map: Map<String, Int>) -> Result<BTreeMap<String, Int>, Error> {
    let owned: BTreeMap<String, Int> = map.iter().collect::<Result<_, _>>()?;
    assert_eq!((map.len(), map.is_empty()), (owned.len(), owned.is_empty()));
    Ok(owned)
}

#[ocaml::func]
pub fn tables_map_keys(map: Map<Int, Value>) -> Result<Vec<Int>, Error> {
    map.iter().map(|binding| Ok(binding?.0)).collect()
}

#[ocaml::func]
#[ocaml::sig("'a Map.Make(String).t -> int")]
pub fn tables_map_length(map: Map) -> usize {
    map.len()
}

#[ocaml::func]
#[ocaml::sig("'a Map.Make(String).t -> 'a Map.Make(String).t")]
pub fn tables_map_same(map: Map) -> Map {
    map
}

#[ocaml::func]
pub fn tables_set(set: Set<String>) -> Result<Vec<String>, Error> {
    let owned: Vec<String> = set.iter().collect::<Result<_, _>>()?;
    assert_eq!((set.len(), set.is_empty()), (owned.len(), owned.is_empty()));
    Ok(owned)
}

#[ocaml::func]
pub fn tables_set_sum(set: Set<Int>) -> Result<Int, Error> {
    let mut sum = 0;
    for element in set {
        sum += element?;
    }
    Ok(sum)
}

#[ocaml::func]
pub fn tables_rooted(
    table: Root<Hashtbl<'static, String, isize>>,
    map: Root<Map<'static, isize, ()>>,
    set: Root<Set<'static, isize>>,
) -> (usize, usize, usize) {
    gc.minor_collection();
    (table.get(gc).len(), map.get(gc).len(), set.get(gc).len())
}

#[ocaml::func]
pub fn tables_show(table: Hashtbl<Int, Int>, map: Map<String, Int>, set: Set<Int>) -> String {
    format!("{table:?} {map:?} {set:?}")
}
