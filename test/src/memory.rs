//! What the process uses, and whether anything collects where it must not.

use ocaml::{Array, Error, FromValue, Function, Int, List, Root, Value};

/// Resident memory in KiB (Linux; elsewhere 0).
#[ocaml::func]
pub fn memory_resident(_unit: ()) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}

/// Many values held at once while allocating far more than the minor heap, and no collection.
#[ocaml::func]
pub fn memory_hold(n: Int) -> List<(Int, String)> {
    let values: Vec<Value> = (0..n).map(|i| Value::string(gc, &format!("value {i}"))).collect();
    for (i, value) in values.iter().enumerate() {
        let text: String = FromValue::from_value(*value).unwrap();
        assert_eq!(text, format!("value {i}"));
    }
    List::from_iter(gc, (0..n).map(|i| (i, format!("value {i}"))))
}

/// Allocates `words` garbage words in pairs and returns an immediate.
#[ocaml::func]
pub fn memory_garbage(pairs: usize) {
    for i in 0..pairs {
        let _ = Value::tuple(gc, [Value::int(i as isize), Value::none()]);
    }
}

#[ocaml::func]
pub fn memory_tuple(i: Int) -> (Int, Int, Int) {
    (i, i, i)
}

/// Each float is boxed while it is decoded, though nothing of that is returned.
#[ocaml::func]
pub fn memory_boxes(values: Vec<Value>) -> usize {
    values.len()
}

/// The same for what is read in place.
#[ocaml::func]
pub fn memory_boxes_in_place(array: Array<Value>) -> usize {
    array.iter().flatten().count()
}

/// The same for what is made of a bare value.
#[ocaml::func]
pub fn memory_boxes_of_value(value: Value) -> Result<usize, Error> {
    Ok(Array::<Value>::from_value(value)?.iter().flatten().count())
}

/// The same for what is lent.
#[ocaml::func]
pub fn memory_boxes_of_lent(values: &[Value]) -> Result<usize, Error> {
    Ok(Array::<Value>::from_value(values[0])?.iter().flatten().count())
}

/// A closure that has captured so many bytes, in itself and behind a pointer.
#[ocaml::func]
pub fn memory_large_closure() -> Function<(usize,), usize> {
    let (inside, outside) = ([1_u8; 10_000], vec![1_u8; 10_000]);
    let bytes = outside.len();
    Function::new(gc, move |index: usize| usize::from(inside[index] + outside[index])).with_heap_size(gc, bytes)
}

/// The same in a closure that does not use the runtime.
#[ocaml::func]
pub fn memory_boxes_in_closure() -> Function<(Vec<Root>,), usize> {
    Function::new(gc, |values: Vec<Root>| values.len())
}

/// Makes strings, and gives up the runtime after each.
#[ocaml::func]
pub fn memory_releases(times: usize) {
    let text = "x".repeat(1000);
    for _ in 0..times {
        std::hint::black_box(Value::string(gc, &text));
        gc.release(|| ());
    }
}

/// Calls OCaml again and again, with a new string each time.
#[ocaml::func]
pub fn memory_calls(f: Function<(String,), usize>, calls: usize) -> Result<usize, Error> {
    let text = "x".repeat(1000);
    let mut sum = 0;
    for _ in 0..calls {
        sum += f.call(gc, (text.clone(),))?;
    }
    Ok(sum)
}
