//! Functions that the OCaml program calls, and those that it registers. The library is what links OCaml.

use ocaml::{Error, Function, Pointer, Runtime};

#[ocaml::func]
pub fn embed_twice(x: isize) -> isize {
    2 * x
}

/// The message of a second start, in the middle of the first.
#[ocaml::func]
pub fn embed_init_again() -> String {
    Runtime::init().map_or_else(|error| error.to_string(), |_| "started twice".to_owned())
}

#[ocaml::func]
pub fn embed_panic(message: String) {
    panic!("{message}");
}

/// The message of an attachment where the runtime is held.
#[ocaml::func]
pub fn embed_attach() -> String {
    Runtime::attach(|_| "attached twice".to_owned()).unwrap_or_else(|error| error.to_string())
}

/// Says when it is dropped.
#[derive(ocaml::Custom)]
pub struct Noisy;

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("dropped");
    }
}

#[ocaml::func]
pub fn embed_noisy() -> Pointer<'_, Noisy> {
    Pointer::new(gc, Noisy)
}

ocaml::import! {
    pub fn next() -> isize;
    pub fn counted() -> isize;
    pub fn pid() -> isize;
    pub fn argv() -> Vec<String>;
    pub fn print(text: String);
    pub fn concat(a: String, b: String) -> String;
    pub fn twice(x: isize) -> isize;
    pub fn apply(f: Function<(isize,), isize>, x: isize) -> isize;
    pub fn panic(message: String);
    pub fn caught(message: String) -> String;
    pub fn raise(message: String);
    pub fn exit(code: isize);
    pub fn churn();
    pub fn collect();
    pub fn attach() -> String;
    pub fn attach_at_exit();
    pub fn panic_at_exit();
    pub fn keep();
    pub fn background();
    pub fn thread_exit();
}

/// A round trip: OCaml, Rust, OCaml, Rust, with a value that is held meanwhile.
pub fn round_trip(gc: &mut Runtime, n: isize) -> Result<(), Error> {
    let text = ocaml::Root::<ocaml::Value>::new(gc, ocaml::Value::string(gc, &format!("held {n}")));
    assert_eq!(twice(gc, n)?, 2 * n);
    let f = Function::with_runtime(gc, |gc: &mut Runtime, x: isize| twice(gc, x).expect("no exception") + 1);
    assert_eq!(apply(gc, f, n)?, 2 * n + 1);
    assert_eq!(
        concat(gc, "a".repeat(100), n.to_string())?,
        format!("{}{n}", "a".repeat(100))
    );
    let text: String = ocaml::FromValue::from_value(text.get(gc))?;
    assert_eq!(text, format!("held {n}"));
    Ok(())
}
