//! Weak roots, and pointers in abstract blocks.

use std::sync::Mutex;

use ocaml::{Abstract, Array, Int, List, Root, Value, WeakRoot};

static KEPT: Mutex<Vec<WeakRoot>> = Mutex::new(Vec::new());
static TYPED: Mutex<Option<WeakRoot<List<'static, Int>>>> = Mutex::new(None);

/// Remembers a value; its number.
#[ocaml::func]
pub fn weak_roots_new(value: Value) -> usize {
    let mut kept = KEPT.lock().unwrap();
    kept.push(WeakRoot::new(gc, value));
    kept.len() - 1
}

#[ocaml::func]
pub fn weak_roots_get(index: usize) -> Option<Value> {
    KEPT.lock().unwrap()[index].get(gc)
}

/// Looks without giving the value to OCaml.
#[ocaml::func]
pub fn weak_roots_is_alive(index: usize) -> bool {
    KEPT.lock().unwrap()[index].get(gc).is_some()
}

/// A strong root of what may be dead.
#[ocaml::func]
pub fn weak_roots_upgrade(index: usize) -> Option<Root> {
    let root = KEPT.lock().unwrap()[index].upgrade(gc)?;
    gc.minor_collection();
    Some(root)
}

/// Drops all, half of them on a thread that never saw OCaml.
#[ocaml::func]
pub fn weak_roots_clear(_unit: ()) {
    let mut all = std::mem::take(&mut *KEPT.lock().unwrap());
    let half = all.split_off(all.len() / 2);
    std::thread::spawn(move || drop(half)).join().unwrap();
}

#[ocaml::func]
pub fn weak_roots_typed(list: List<Int>) {
    *TYPED.lock().unwrap() = Some(WeakRoot::new(gc, list));
}

#[ocaml::func]
pub fn weak_roots_typed_sum(_unit: ()) -> Option<Int> {
    let typed = TYPED.lock().unwrap();
    let list = typed.as_ref()?.get(gc)?;
    Some(list.iter().map(|n| n.unwrap()).sum())
}

/// Makes, reads and drops; the last value read.
#[ocaml::func]
pub fn weak_roots_churn(value: Value, times: usize) -> Option<Value> {
    let mut last = None;
    for _ in 0..times {
        last = WeakRoot::<Value<'static>>::new(gc, value).get(gc);
    }
    last
}

/// Reads many weak roots into an array, while allocating more than the minor heap holds.
#[ocaml::func]
pub fn weak_roots_gather(count: usize) -> (Vec<Option<Value>>, Array<Value>) {
    let kept = KEPT.lock().unwrap();
    let found: Vec<_> = kept[kept.len() - count..].iter().map(|weak| weak.get(gc)).collect();
    let copies = found.iter().flatten().map(|value| Value::tuple(gc, [*value, *value]));
    let copies: Vec<Value> = copies.collect();
    (found, Array::from_iter(gc, copies))
}

pub struct Counter(Int);
pub struct Other;

#[ocaml::func]
pub fn abstract_open(start: Int) -> Abstract<Counter> {
    Abstract::new(Box::into_raw(Box::new(Counter(start))))
}

#[ocaml::func]
pub fn abstract_next(counter: Abstract<Counter>) -> Int {
    // SAFETY: the suite closes a counter last, and uses it on one thread.
    let counter = unsafe { &mut *counter.as_ptr() };
    counter.0 += 1;
    counter.0
}

#[ocaml::func]
pub fn abstract_close(counter: Abstract<Counter>) {
    // SAFETY: made by `into_raw` in `abstract_open`, closed once.
    drop(unsafe { Box::from_raw(counter.as_ptr()) });
}

#[ocaml::func]
pub fn abstract_same(counter: Abstract<Counter>) -> Abstract<Counter> {
    counter
}

#[ocaml::func]
pub fn abstract_other(_unit: ()) -> Abstract<Other> {
    Abstract::new(std::ptr::null_mut())
}

#[ocaml::func]
pub fn abstract_is_null(other: Abstract<Other>) -> bool {
    other.as_ptr().is_null()
}
