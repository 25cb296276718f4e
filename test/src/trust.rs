//! What OCaml's types do not vouch for: it can be read, but not be given back or called.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::panic::{AssertUnwindSafe, catch_unwind};

use ocaml::{
    Array, Buffer, Error, Exn, FromValue, Function, Hashtbl, Int, Lazy, List, Map, Ref, Root, Runtime, Seq, Set, Value,
};

#[ocaml::func]
pub fn trust_buffer(value: Value) -> Result<Buffer, Error> {
    let buffer = Buffer::from_value(value)?;
    assert_eq!(buffer.to_vec()?, b"xyz");
    Ok(buffer)
}

#[ocaml::func]
pub fn trust_hashtbl(value: Value) -> Result<Hashtbl, Error> {
    Ok(Hashtbl::from_value(value)?)
}

#[ocaml::func(type = "'a -> int Map.Make(Int).t")]
pub fn trust_map(value: Value) -> Result<Map, Error> {
    Ok(Map::from_value(value)?)
}

#[ocaml::func(type = "'a -> Set.Make(Int).t")]
pub fn trust_set(value: Value) -> Result<Set, Error> {
    Ok(Set::from_value(value)?)
}

#[ocaml::func]
pub fn trust_lazy(value: Value) -> Result<Lazy, Error> {
    Ok(Lazy::from_value(value)?)
}

#[ocaml::func]
pub fn trust_ref(value: Value) -> Result<Ref, Error> {
    Ok(Ref::from_value(value)?)
}

#[ocaml::func]
pub fn trust_array(value: Value) -> Result<Array, Error> {
    Ok(Array::from_value(value)?)
}

#[ocaml::func]
pub fn trust_list(value: Value) -> Result<Root<List<'static, Int>>, Error> {
    Ok(Root::from_value(value)?)
}

/// It is an error, which can be looked at, and no panic.
#[ocaml::func]
pub fn trust_rooted(value: Value) -> Vec<String> {
    let message = |result: Option<ocaml::ConversionError>| result.map(|error| error.to_string()).unwrap_or_default();
    vec![
        message(Root::<Array<'static, Int>>::from_value(value).err()),
        message(Vec::<Root<Ref<'static, Int>>>::from_value(value).err()),
        message(Root::<Value>::from_value(value).err()),
        message(Root::<ocaml::Bytes>::from_value(value).err()),
    ]
}

#[ocaml::func]
pub fn trust_exn(value: Value) -> Result<Exn, Error> {
    Ok(Exn::from_value(value)?)
}

#[ocaml::func]
pub fn trust_raise(value: Value) -> Result<(), Error> {
    Err(Error::exception(gc, Exn::from_value(value)?))
}

#[ocaml::func]
pub fn trust_exn_text(value: Value) -> Result<String, Error> {
    Ok(Exn::from_value(value)?.to_string())
}

/// Reading what is not vouched for.
#[ocaml::func]
pub fn trust_list_length(value: Value) -> Result<(usize, Int), Error> {
    let list = List::<Int>::from_value(value)?;
    Ok((list.len(), list.iter().sum::<Result<_, _>>()?))
}

/// Any function looks like a sequence: this one must not be called.
#[ocaml::func]
pub fn trust_seq(value: Value) -> Result<Option<Root>, Error> {
    let mut seq = Seq::<Root>::from_value(value)?;
    let first = seq.next(gc).transpose();
    assert!(seq.next(gc).is_none());
    first
}

#[derive(FromValue)]
pub struct Sequences {
    rows: Seq<Seq<Int>>,
}

/// OCaml's types vouch for what is in something that they vouch for.
#[ocaml::func]
#[allow(clippy::type_complexity)]
pub fn trust_inside(
    mut sequences: Sequences,
    array: Array<Seq<Int>>,
    table: Root<Hashtbl<'static, Int, Root<Ref<'static, Root<Lazy<'static, Root<List<'static, Int>>>>>>>>,
) -> Result<(Int, Vec<Root<List<'static, Int>>>), Error> {
    let mut sum = 0;
    let firsts = array.iter().collect::<Result<Vec<_>, _>>()?;
    for mut seq in firsts {
        sum += seq.collect::<Vec<_>>(gc)?.iter().sum::<Int>();
    }
    while let Some(row) = sequences.rows.next(gc) {
        sum += row?.collect::<Vec<_>>(gc)?.iter().sum::<Int>();
    }
    let mut lists = Vec::new();
    let contents = table.get(gc).iter().map(|binding| binding?.1.get(gc).get());
    for lazy in contents.collect::<Result<Vec<_>, _>>()? {
        lists.push(lazy.force(gc)?);
    }
    Ok((sum, lists))
}

thread_local! {
    static SMUGGLED: RefCell<Vec<Root<Array<'static, String>>>> = const { RefCell::new(Vec::new()) };
}

/// Makes an array of strings of whatever it holds when it is dropped.
#[derive(FromValue)]
#[ocaml(unboxed)]
pub struct Smuggler<'a>(Value<'a>);

impl Drop for Smuggler<'_> {
    fn drop(&mut self) {
        let root = catch_unwind(AssertUnwindSafe(|| Root::from_value(self.0)));
        if let Ok(Ok(root)) = root {
            SMUGGLED.with_borrow_mut(|smuggled| smuggled.push(root));
        }
    }
}

#[derive(FromValue)]
pub struct Panics<'a> {
    _first: Smuggler<'a>,
    _list: List<'a, Int>,
    #[ocaml(skip, default = "panics")]
    _second: (),
    _third: Int,
}

fn panics() {
    panic!("in the middle of decoding")
}

#[ocaml::func]
pub fn trust_drop_on_error(_triple: (Smuggler, List<Int>, u8)) {}

#[ocaml::func]
pub fn trust_drop_on_error_inside(_pair: (List<Int>, Vec<(Smuggler, Option<u8>)>)) {}

#[ocaml::func]
pub fn trust_drop_on_panic(_record: Panics) {}

#[ocaml::func]
pub fn trust_drop_in_list(_pair: (List<Smuggler>, Int)) {}

#[ocaml::func]
pub fn trust_smuggled() -> Vec<Root<Array<'static, String>>> {
    SMUGGLED.take()
}

/// An immediate looks like a lazy value that has been forced.
fn forced() -> Lazy<'static, String> {
    Lazy::from_value(Value::int(21)).expect("any value may be one")
}

#[derive(FromValue)]
pub struct WithDefault<'a> {
    _numbers: List<'a, Int>,
    _more: List<'a, Int>,
    #[ocaml(skip, default = "forced")]
    lazy: Lazy<'static, String>,
}

/// What the function for a skipped field makes has not come from OCaml.
#[ocaml::func]
pub fn trust_default(record: WithDefault) -> Lazy<'static, String> {
    record.lazy
}

pub struct Skipped(Lazy<'static, String>);

impl Default for Skipped {
    fn default() -> Self {
        Skipped(forced())
    }
}

#[derive(FromValue)]
pub enum WithSkipped<'a> {
    Numbers(List<'a, Int>, #[ocaml(skip)] Skipped),
}

#[ocaml::func]
pub fn trust_skipped(variant: WithSkipped) -> Lazy<'static, String> {
    let WithSkipped::Numbers(list, skipped) = variant;
    assert_eq!(list.len(), 1);
    skipped.0
}

pub struct Hashes {
    state: RandomState,
    lazy: Lazy<'static, String>,
}

impl Default for Hashes {
    fn default() -> Self {
        Hashes {
            state: RandomState::new(),
            lazy: forced(),
        }
    }
}

impl BuildHasher for Hashes {
    type Hasher = <RandomState as BuildHasher>::Hasher;

    fn build_hasher(&self) -> Self::Hasher {
        self.state.build_hasher()
    }
}

#[ocaml::func]
pub fn trust_hasher(map: HashMap<Int, List<Int>, Hashes>) -> Lazy<'static, String> {
    map.hasher().lazy
}

/// Calls OCaml while a panic unwinds.
struct CallsOnDrop<'a>(&'a mut Runtime, &'a Function<(), ()>);

impl Drop for CallsOnDrop<'_> {
    fn drop(&mut self) {
        let _ = self.1.call(self.0, ());
    }
}

#[ocaml::func]
pub fn trust_call_while_panicking(f: Function<(), ()>) {
    let _ = catch_unwind(AssertUnwindSafe(|| {
        let _calls = CallsOnDrop(gc, &f);
        panic!("unwinds");
    }));
}
