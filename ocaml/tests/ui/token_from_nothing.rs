fn main() {
    let gc = ocaml::Runtime::recover();
    let _ = ocaml::Value::string(&gc, "text");
}
