#[ocaml::func(noalloc)]
pub fn implicit(n: isize) -> bool {
    ocaml::Value::float(gc, n as f64).is_block()
}

#[ocaml::func(noalloc)]
pub fn explicit(gc: &ocaml::Runtime, n: isize) -> bool {
    ocaml::Value::float(gc, n as f64).is_block()
}

#[ocaml::func(unboxed)]
pub fn unboxed(x: f64) -> f64 {
    ocaml::Value::float(gc, x).double_val()
}

fn main() {}
