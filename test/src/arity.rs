//! One to twelve arguments, in native code and bytecode.

use ocaml::Int;

#[ocaml::func]
pub fn arity_0() -> Int {
    0
}

#[ocaml::func]
pub fn arity_1(a: Int) -> Int {
    a
}

#[ocaml::func]
pub fn arity_5(a: Int, b: Int, c: Int, d: Int, e: Int) -> Int {
    a + 10 * (b + 10 * (c + 10 * (d + 10 * e)))
}

#[ocaml::func]
pub fn arity_6(a: Int, b: Int, c: Int, d: Int, e: Int, f: Int) -> Int {
    arity_5(a, b, c, d, e) + 100_000 * f
}

#[ocaml::func]
#[allow(clippy::too_many_arguments)]
pub fn arity_12(
    a: Int,
    b: f64,
    c: &str,
    d: Int,
    e: f64,
    f: &str,
    g: Int,
    h: f64,
    i: &str,
    j: Int,
    k: f64,
    l: &str,
) -> String {
    format!("{a} {b} {c} {d} {e} {f} {g} {h} {i} {j} {k} {l}")
}

/// Allocates in a function with many arguments.
#[ocaml::func(token)]
pub fn arity_7(a: Int, b: Int, c: Int, d: Int, e: Int, f: Int, g: String) -> ocaml::Value {
    let sum = ocaml::Value::int(a + b + c + d + e + f);
    ocaml::Value::tuple(token, [sum, ocaml::Value::string(token, &g)])
}

/// Recursion of an exported function, and a call from another one.
#[ocaml::func]
pub fn arity_fibonacci(n: u32) -> Int {
    if n < 2 {
        n as Int
    } else {
        arity_fibonacci(n - 1) + arity_fibonacci(n - 2)
    }
}

/// An exported function that allocates, called by one that holds values.
#[ocaml::func]
pub fn arity_make<'gc>(gc: &'gc ocaml::Runtime, i: Int) -> ocaml::Value<'gc> {
    ocaml::Value::string(gc, &format!("made {i}"))
}

#[ocaml::func]
pub fn arity_make_many(n: Int) -> Vec<ocaml::Value> {
    (0..n).map(|i| arity_make(gc, i)).collect()
}

#[ocaml::func(name = "arity_renamed_symbol")]
pub fn arity_renamed(x: Int) -> Int {
    x + 1
}
