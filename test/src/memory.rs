//! What the process uses, and whether anything collects where it must not.

use ocaml::{Error, FromValue, Function, Int, List, Value};

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
