fn main() {
    let raw = ocaml::Raw::new(1);
    let _ = ocaml::Value::int(1).raw();
    let _ = raw;
}
