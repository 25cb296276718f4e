//! Feature `interop`: the crate `ocaml-interop`, and its values and roots as those of this crate and back. Only types change.
//!
//! ```
//! use ocaml::interop::{OCaml, OCamlList, ToOCaml};
//! use ocaml::Value;
//!
//! /// `string list -> string list`: one more, in front. Written with both crates.
//! #[ocaml::func]
//! pub fn doc_interop(list: Value) -> Value {
//!     // SAFETY: the type of the function says so.
//!     let texts: Vec<String> = unsafe { list.into_interop::<OCamlList<String>>() }.to_rust();
//!     let more = [vec!["first".to_owned()], texts].concat();
//!     let more: OCaml<OCamlList<String>> = more.to_ocaml(gc.interop_mut());
//!     more.into()
//! }
//! ```
//!
//! `ocaml-interop` depends on the published crates `ocaml-sys` 0.26 and `ocaml-boxroot-sys` 0.4, for which those of this
//! project stand in; two copies of them in one program could not know of each other's roots. As long as they are not those of
//! the registry, the `Cargo.toml` of *your workspace* says so (a dependency's `[patch]` counts for nothing):
//!
//! ```toml
//! [patch.crates-io]
//! ocaml-sys = { git = "https://github.com/ocaml-rust/ocaml" }
//! ocaml-boxroot-sys = { git = "https://github.com/ocaml-rust/ocaml" }
//! ```
//!
//! Its macros name the crate: a crate that uses `#[ocaml_interop::export]`, `ocaml!` or `impl_conv_ocaml_record!` lists
//! `ocaml-interop = "0.12"` among its own dependencies too.
//!
//! What is true of `ocaml-interop` stays so:
//!
//! * The program needs OCaml's threads library, also if it uses no threads.
//! * Its own rules of safety hold for its own functions: none of its tokens is checked while running. Do not call
//!   `OCamlRuntime::with_domain_lock` in code that OCaml called.
//! * Starting a runtime is left to this crate: `OCamlRuntime::init` returns an error.
//! * 0.12 reads values in ways that all versions of OCaml allow which this crate supports; it is tested with 4.13 and 5.3.

use core::{mem, ptr};

use ocaml_boxroot_sys as boxroot;
use ocaml_interop::internal::{recover_runtime_handle, recover_runtime_handle_mut};
pub use ocaml_interop::*;

use crate::root::{BlockRoot, Kept, Root};
use crate::runtime::Runtime;
use crate::value::Value;

impl Runtime {
    /// The token as `ocaml-interop` has it.
    #[inline]
    pub fn interop(&self) -> &OCamlRuntime {
        // SAFETY: the thread holds the runtime; a token is zero-sized, and this one is lent for as long as ours.
        unsafe { recover_runtime_handle() }
    }

    /// The same for what may collect, which is nearly all of it: a GC point.
    #[inline]
    pub fn interop_mut(&mut self) -> &mut OCamlRuntime {
        // SAFETY: as above; no value is alive, and the token cannot be used while this one is.
        unsafe { recover_runtime_handle_mut() }
    }
}

impl<'gc> Value<'gc> {
    /// The value as one of `ocaml-interop`.
    ///
    /// # Safety
    ///
    /// Its OCaml type is the one that stands for `T`.
    #[inline]
    pub unsafe fn into_interop<T>(self) -> OCaml<'gc, T> {
        // SAFETY: a value, for as long as it lives, of the type that the caller knows.
        unsafe { OCaml::new(self.gc().interop(), self.word()) }
    }
}

impl<'gc, T> From<OCaml<'gc, T>> for Value<'gc> {
    #[inline]
    fn from(value: OCaml<'gc, T>) -> Value<'gc> {
        // SAFETY: a value; its lifetime is that of the runtime's token, as here.
        unsafe { Value::revive(value.raw()) }
    }
}

impl<T> Root<T> {
    /// The root as one of `ocaml-interop`; nothing is made, but for a value that is an immediate.
    ///
    /// # Panics
    ///
    /// If that needs memory and there is none.
    ///
    /// # Safety
    ///
    /// The OCaml type of the value is the one that stands for `U`.
    #[inline]
    pub unsafe fn into_interop<U: 'static>(self, gc: &Runtime) -> BoxRoot<U> {
        match self.kept {
            // SAFETY: the caller's promise.
            Kept::Immediate(word) => BoxRoot::new(unsafe { OCaml::new(gc.interop(), word) }),
            Kept::Block(root) => {
                let inner = root.0;
                mem::forget(root);
                // SAFETY: the root belongs to nobody else now.
                unsafe { wrap(inner) }
            }
        }
    }
}

impl<U: 'static> From<BoxRoot<U>> for Root {
    #[inline]
    fn from(root: BoxRoot<U>) -> Root {
        let inner = unwrap(&root);
        mem::forget(root);
        Root::of(BlockRoot(inner))
    }
}

/// # Safety
///
/// Nobody else deletes the root.
#[inline]
unsafe fn wrap<U: 'static>(root: boxroot::BoxRoot) -> BoxRoot<U> {
    const { assert!(size_of::<BoxRoot<U>>() == size_of::<boxroot::BoxRoot>()) }
    // SAFETY: a `BoxRoot<U>` holds one of ours and a marker; the sizes are the same, so it is nothing else, and at its start.
    let wrapped = unsafe { mem::transmute_copy::<boxroot::BoxRoot, BoxRoot<U>>(&root) };
    // Known to the compiler, which leaves it out.
    assert!(
        unwrap(&wrapped) == root,
        "this version of ocaml-interop has another BoxRoot"
    );
    wrapped
}

/// The root is the address of its slot, which is what a `BoxRoot` dereferences to.
#[inline]
fn unwrap<U: 'static>(root: &BoxRoot<U>) -> boxroot::BoxRoot {
    let slot: *const boxroot::ValueCell = ptr::from_ref(&**root).cast();
    // SAFETY: a root is nothing but this address, which is not null.
    unsafe { mem::transmute::<*const boxroot::ValueCell, boxroot::BoxRoot>(slot) }
}
