//! Functions that use `ocaml-interop` and this project's crate together.

use std::sync::Mutex;

use ocaml::interop::{BoxRoot, OCaml, OCamlInt, OCamlList, OCamlRuntime, ToOCaml};
use ocaml::{Error, FromValue, Root, Value};

/// A value of ours read by interop, a value of interop's returned by us.
#[ocaml::func]
pub fn interop_reversed(list: Value) -> Value {
    // SAFETY: `string list`.
    let mut texts: Vec<String> = unsafe { list.into_interop::<OCamlList<String>>() }.to_rust();
    texts.reverse();
    let reversed: OCaml<OCamlList<String>> = texts.to_ocaml(gc.interop_mut());
    reversed.into()
}

#[ocaml::func]
pub fn interop_same(value: Value) -> Value {
    // SAFETY: whatever it is, it is not looked at.
    let there: OCaml<()> = unsafe { value.into_interop() };
    there.into()
}

/// Our root, as one of interop's, and back: the same value all the way, and each collection sees it.
#[ocaml::func]
pub fn interop_roots(root: Root) -> Result<Root, Error> {
    // SAFETY: `string`.
    let theirs: BoxRoot<String> = unsafe { root.into_interop(gc) };
    gc.minor_collection();
    let text: String = theirs.to_rust(gc.interop());
    let ours = Root::from(theirs);
    gc.minor_collection();
    match <&str>::from_value(ours.get(gc))? == text {
        true => Ok(ours),
        false => Err(Error::failwith("another text")),
    }
}

#[ocaml::func]
pub fn interop_immediate(root: Root) -> (i16, Root) {
    // SAFETY: `int`.
    let theirs: BoxRoot<OCamlInt> = unsafe { root.into_interop(gc) };
    let number: i64 = theirs.to_rust(gc.interop());
    (number as i16, Root::from(theirs))
}

/// Roots that cross over many times, and are dropped on either side.
#[ocaml::func]
pub fn interop_churn(text: Root, times: usize) -> bool {
    let expected: String = <&str>::from_value(text.get(gc)).unwrap_or_default().to_owned();
    (0..times).all(|i| {
        let ours: Root = Root::new(gc, text.get(gc));
        // SAFETY: `string`.
        let theirs: BoxRoot<String> = unsafe { ours.into_interop(gc) };
        if i % 100 == 0 {
            gc.minor_collection();
        }
        let same = theirs.to_rust::<String>(gc.interop()) == expected;
        if i % 2 == 0 {
            drop(Root::from(theirs));
        }
        same
    })
}

static KEPT: Mutex<Option<Root>> = Mutex::new(None);

/// Exported by interop's macro, it keeps a root of ours.
#[ocaml_interop::export]
pub fn interop_keep(cr: &mut OCamlRuntime, text: OCaml<String>) -> OCaml<String> {
    *KEPT.lock().unwrap() = Some(Root::from(text.root()));
    let shout = text.to_rust::<String>().to_uppercase();
    shout.to_ocaml(cr)
}

/// What was kept there.
#[ocaml::func]
pub fn interop_kept() -> Option<Root> {
    KEPT.lock().unwrap().take()
}
