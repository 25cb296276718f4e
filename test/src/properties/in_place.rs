//! Rows: OCaml's own types, read in place.

use std::collections::{BTreeMap, BTreeSet};

use ocaml::{
    Array, Buffer, Bytes, ConversionError, Error, FloatArray, FromValue, Hashtbl, Int, IntoValue, Lazy, List, Map, Ref,
    Runtime, Seq, Set, Value,
};

use super::random::{Arbitrary, Random};
use super::{DEPTH, rows_by, rows_read};

fn all<T>(elements: impl IntoIterator<Item = Result<T, ConversionError>>) -> Result<Vec<T>, Error> {
    Ok(elements.into_iter().collect::<Result<_, _>>()?)
}

/// By iterator and by index.
fn same_array<'gc, A: FromValue<'gc> + PartialEq>(array: Array<'gc, A>, mine: Vec<A>) -> Result<bool, Error> {
    let by_index: Vec<A> = (0..array.len()).map(|i| array.get(i)).collect::<Result<_, _>>()?;
    Ok(all(array)? == mine && by_index == mine)
}

/// By iterator, by length and step by step.
fn same_list<'gc, A: FromValue<'gc> + PartialEq>(list: List<'gc, A>, mine: Vec<A>) -> Result<bool, Error> {
    let mut rest = list;
    for element in &mine {
        if rest.head()?.as_ref() != Some(element) {
            return Ok(false);
        }
        rest = rest.tail().unwrap_or(List::empty());
    }
    Ok(rest.is_empty() && list.len() == mine.len() && all(list.iter())? == mine)
}

type Bindings<K, V> = Vec<(K, V)>;

/// The same bindings, in the order of the table.
fn same_bindings<'gc, K, V>(table: Hashtbl<'gc, K, V>, mut mine: Bindings<K, V>) -> Result<bool, Error>
where
    K: FromValue<'gc> + PartialOrd,
    V: FromValue<'gc> + PartialOrd,
{
    let order = |a: &(K, V), b: &(K, V)| a.partial_cmp(b).expect("no NaN");
    let mut bindings = all(table)?;
    bindings.sort_by(order);
    mine.sort_by(order);
    Ok(table.len() == mine.len() && bindings == mine)
}

/// The same bindings, and the key is bound to what was added last.
fn same_found(gc: &Runtime, table: Hashtbl<'_, isize, String>, mine: Bindings<isize, String>) -> Result<bool, Error> {
    for (key, _) in &mine {
        let last = mine.iter().rfind(|(other, _)| other == key);
        if table.get(gc, *key)?.as_ref() != last.map(|(_, data)| data) {
            return Ok(false);
        }
    }
    Ok(table.get(gc, 123_456_789)?.is_none() && same_bindings(table, mine)?)
}

rows_by! {
    prop_value_make prop_value_same: Value<'_> = Vec<Option<String>>,
        |gc, mine| mine.into_value(gc), |value| Vec::<Option<String>>::from_value(value)? == mine;
    prop_in_place_array_make prop_in_place_array_same: Array<'_, Option<String>> = Vec<Option<String>>,
        |gc, mine| Array::from_iter(gc, mine), |value| same_array(value, mine)?;
    prop_in_place_floats_make prop_in_place_floats_same: Array<'_, f64> = Vec<f64>,
        |gc, mine| Array::from_iter(gc, mine), |value| same_array(value, mine)?;
    prop_in_place_list_make prop_in_place_list_same: List<'_, (String, f64)> = Vec<(String, f64)>,
        |gc, mine| List::from_iter(gc, mine), |value| same_list(value, mine)?;
    prop_cons_make prop_cons_same: List<'_, i64> = Vec<i64>,
        |gc, mine| mine.iter().rev().fold(List::empty(), |list, n| list.cons(gc, *n)), |value| same_list(value, mine)?;
    prop_float_array_make prop_float_array_same: FloatArray<'_> = Vec<f64>,
        |gc, mine| FloatArray::from_slice(gc, &mine), |value| value.to_vec() == mine;
    prop_in_place_bytes_make prop_in_place_bytes_same: Bytes<'_> = Vec<u8>,
        |gc, mine| Bytes::from_slice(gc, &mine), |value| value.to_vec() == mine && value.iter().eq(mine);
    prop_filled_bytes_make prop_filled_bytes_same: Bytes<'_> = Vec<u8>,
        |gc, mine| Bytes::new(gc, mine.len(), |new| new.copy_from_slice(&mine)), |value| value.to_vec() == mine;
    prop_buffer_make prop_buffer_same: Buffer<'_> = Vec<u8>,
        |gc, mine| Buffer::from_slice(gc, &mine), |value| value.to_vec()? == mine && value.len()? == mine.len();
    prop_ref_make prop_ref_same: Ref<'_, Option<String>> = Option<String>,
        |gc, mine| Ref::new(gc, mine), |value| value.get()? == mine;
    prop_ref_float_make prop_ref_float_same: Ref<'_, f64> = f64,
        |gc, mine| Ref::new(gc, mine), |value| value.get()? == mine;
    prop_hashtbl_make prop_hashtbl_same: Hashtbl<'_, isize, String> = Bindings<isize, String>,
        |gc, mine| Hashtbl::from_iter(gc, mine), |value| same_found(gc, value, mine)?;
    prop_hashtbl_strings_make prop_hashtbl_strings_same: Hashtbl<'_, String, f64> = Bindings<String, f64>,
        |gc, mine| Hashtbl::from_iter(gc, mine), |value| same_bindings(value, mine)?;
    prop_hashtbl_pairs_make prop_hashtbl_pairs_same: Hashtbl<'_, (f64, i64), char> = Bindings<(f64, i64), char>,
        |gc, mine| Hashtbl::from_iter(gc, mine), |value| same_bindings(value, mine)?;
    prop_lazy_make prop_lazy_same: Lazy<'_, String> = String,
        |gc, mine| Lazy::from_val(gc, mine), |value| value.is_forced() && value.peek()? == Some(mine);
    prop_lazy_float_make prop_lazy_float_same: Lazy<'_, f64> = f64,
        |gc, mine| Lazy::from_val(gc, mine), |value| value.is_forced() && value.peek()? == Some(mine);
}

// Only OCaml knows the order of a `Map` or `Set`, and what a `Seq` computes.
rows_read! {
    prop_values_same: &[Value] = Vec<Option<String>>,
        |value, mine| all(value.iter().map(|value| Option::<String>::from_value(*value)))? == mine;
    prop_in_place_map_same: Map<String, f64> = BTreeMap<String, f64>,
        |value, mine| value.len() == mine.len() && all(value)?.into_iter().eq(mine);
    prop_in_place_set_same: Set<String> = BTreeSet<String>,
        |value, mine| value.len() == mine.len() && all(value)?.into_iter().eq(mine);
}

#[ocaml::func]
pub fn prop_seq_make(seed: Int) -> Seq<Option<String>> {
    Seq::from_iter(gc, Vec::arbitrary(&mut Random::new(seed), DEPTH))
}

#[ocaml::func]
pub fn prop_seq_same(gc: &mut ocaml::Runtime, seed: Int, mut value: Seq<Option<String>>) -> Result<bool, Error> {
    let mine = Vec::<Option<String>>::arbitrary(&mut Random::new(seed), DEPTH);
    Ok(value.collect::<Vec<_>>(gc)? == mine)
}
