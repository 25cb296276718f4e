//! Strings and bytes: lengths, NUL, UTF-8, borrowing while allocating.

#[ocaml::func]
pub fn text_length(text: &str) -> usize {
    text.len()
}

#[ocaml::func]
pub fn text_chars(text: &str) -> usize {
    text.chars().count()
}

#[ocaml::func]
pub fn text_echo(text: String) -> String {
    text
}

#[ocaml::func]
pub fn text_borrow(text: &str) -> &str {
    text
}

#[ocaml::func]
pub fn text_repeat(text: &str, times: usize) -> String {
    text.repeat(times)
}

#[ocaml::func]
pub fn text_bytes_echo(bytes: Vec<u8>) -> Vec<u8> {
    bytes
}

#[ocaml::func]
pub fn text_bytes_sum(bytes: &[u8]) -> usize {
    bytes.iter().copied().map(usize::from).sum()
}

#[ocaml::func]
pub fn text_bytes_slice(bytes: &[u8], from: usize, to: usize) -> Result<&[u8], ocaml::Error> {
    bytes
        .get(from..to)
        .ok_or_else(|| ocaml::Error::invalid_argument("text_bytes_slice"))
}

/// Reads the borrowed text again after allocating a lot.
#[ocaml::func]
pub fn text_read_after_allocating(text: &str, times: usize) -> bool {
    let before = text.to_owned();
    for i in 0..times {
        let _ = ocaml::Value::string(gc, &format!("garbage {i}"));
        let _ = ocaml::Value::tuple(gc, [ocaml::Value::float(gc, i as f64), ocaml::Value::none()]);
    }
    text == before
}

#[ocaml::func]
pub fn text_decode_two(numbers: Vec<f64>, text: String) -> String {
    format!("{text}:{}", numbers.iter().sum::<f64>())
}
