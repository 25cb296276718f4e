//! Whether the user's function can stay a function of its own, or has to move into the shim.
//!
//! Where it can, the shim calls it (*direct*), and so can Rust code. It cannot (*inline*) when
//!
//! * it uses the implicit token while an argument may borrow from the heap: only in one body with the decoding of
//!   the arguments can the borrow checker see which of them are alive at a GC point; or
//! * its result borrows, without a named lifetime, and Rust's elision rules could not say from what. In the shim the
//!   compiler infers it.
//!
//! All this has to be decided from the spelling of the types. Types that are not known to be owned may hide a
//! lifetime parameter.

use syn::{GenericArgument, GenericParam, ItemFn, PathArguments, Type};

use super::{Argument, Receiver, Token};

/// Unnamed lifetimes in a type: those that must be there, and those that may hide in a path.
#[derive(Clone, Copy, Default)]
struct Lifetimes {
    certain: usize,
    possible: usize,
    named: usize,
}

impl std::ops::Add for Lifetimes {
    type Output = Lifetimes;

    fn add(self, other: Lifetimes) -> Lifetimes {
        Lifetimes {
            certain: self.certain + other.certain,
            possible: self.possible + other.possible,
            named: self.named + other.named,
        }
    }
}

const CERTAIN: Lifetimes = Lifetimes {
    certain: 1,
    possible: 0,
    named: 0,
};
const POSSIBLE: Lifetimes = Lifetimes {
    certain: 0,
    possible: 1,
    named: 0,
};
const NAMED: Lifetimes = Lifetimes {
    certain: 0,
    possible: 0,
    named: 1,
};

/// Types without a lifetime of their own.
const OWNED: &[&str] = &[
    "bool",
    "char",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "f32",
    "f64",
    "Int",
    "Uint",
    "Float",
    "str",
    "String",
    "PathBuf",
    "Path",
    "OsString",
    "OsStr",
    "Error",
    "Root",
    "Vec",
    "VecDeque",
    "LinkedList",
    "BTreeMap",
    "BTreeSet",
    "HashMap",
    "HashSet",
    "Option",
    "Result",
    "Box",
    "Rc",
    "Arc",
    "Duration",
    "Seconds",
    "UnixTime",
    "NonZero",
    "Ordering",
    "Either",
    "Complex",
    "Nativeint",
    "Seq",
    "Function",
];

/// Types of the `ocaml` crate with one lifetime.
const BORROWING: &[&str] = &[
    "Value",
    "Array",
    "FloatArray",
    "Bytes",
    "List",
    "Ref",
    "Buffer",
    "Hashtbl",
    "Lazy",
    "Map",
    "Set",
    "Pointer",
];

pub fn is_inline(
    item: &ItemFn,
    token: &Token,
    arguments: &[Argument],
    receiver: Option<Receiver>,
    result: &Type,
) -> bool {
    let inputs = arguments
        .iter()
        .map(|argument| lifetimes(&argument.ty))
        .fold(Lifetimes::default(), |a, b| a + b);
    if let Token::Implicit(_) = token {
        return inputs.certain + inputs.possible + inputs.named > 0;
    }
    if receiver == Some(Receiver::Reference) {
        // Unnamed lifetimes of a method's result are those of `self`.
        return false;
    }
    let names_lifetimes = item
        .sig
        .generics
        .params
        .iter()
        .any(|parameter| matches!(parameter, GenericParam::Lifetime(_)));
    let token = usize::from(matches!(token, Token::Explicit { .. }));
    let candidates = inputs.certain + inputs.possible + token;
    !names_lifetimes && lifetimes(result).certain > 0 && candidates != 1
}

/// Whether a type certainly borrows from the heap.
pub fn borrows(ty: &Type) -> bool {
    lifetimes(ty).certain > 0
}

fn lifetimes(ty: &Type) -> Lifetimes {
    match ty {
        Type::Reference(reference) => {
            let own = match &reference.lifetime {
                Some(lifetime) if lifetime.ident != "_" => NAMED,
                _ => CERTAIN,
            };
            own + lifetimes(&reference.elem)
        }
        Type::Path(path) => match path.path.segments.last() {
            Some(segment) => in_path(&segment.ident.to_string(), &segment.arguments),
            None => POSSIBLE,
        },
        Type::Tuple(tuple) => tuple
            .elems
            .iter()
            .map(lifetimes)
            .fold(Lifetimes::default(), |a, b| a + b),
        Type::Array(array) => lifetimes(&array.elem),
        Type::Slice(slice) => lifetimes(&slice.elem),
        Type::Paren(paren) => lifetimes(&paren.elem),
        Type::Group(group) => lifetimes(&group.elem),
        Type::Never(_) => Lifetimes::default(),
        _ => POSSIBLE,
    }
}

fn in_path(name: &str, arguments: &PathArguments) -> Lifetimes {
    let mut written = Lifetimes::default();
    let mut has_lifetime = false;
    if let PathArguments::AngleBracketed(arguments) = arguments {
        for argument in &arguments.args {
            written = written
                + match argument {
                    GenericArgument::Lifetime(lifetime) => {
                        has_lifetime = true;
                        if lifetime.ident == "_" { CERTAIN } else { NAMED }
                    }
                    GenericArgument::Type(ty) => lifetimes(ty),
                    _ => Lifetimes::default(),
                };
        }
    }
    let hidden = if has_lifetime || OWNED.contains(&name) {
        Lifetimes::default()
    } else if BORROWING.contains(&name) {
        CERTAIN
    } else {
        POSSIBLE
    };
    written + hidden
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use crate::errors::Errors;
    use crate::func::options::Options;
    use crate::func::{Kind, check};

    fn inline(function: proc_macro2::TokenStream) -> bool {
        let mut errors = Errors::default();
        let item = syn::parse2(function).unwrap();
        let func = check::func(Kind::Func, Options::default(), item, None, &mut errors);
        assert!(errors.messages().is_empty());
        func.inline
    }

    #[test]
    fn owned_signatures_are_direct() {
        assert!(!inline(quote!(
            fn f(a: Int, b: String) -> Vec<(f64, Option<i32>)> {
                todo()
            }
        )));
        assert!(!inline(quote!(
            fn f(a: &str, b: &[u8]) -> usize {
                todo()
            }
        )));
        assert!(!inline(quote!(
            fn f(a: Point, b: Point) -> Point {
                todo()
            }
        )));
        assert!(!inline(quote!(
            fn f(a: &str, b: Value) -> Result<f64, ocaml::Error> {
                todo()
            }
        )));
    }

    #[test]
    fn elision_from_one_argument_is_direct() {
        assert!(!inline(quote!(
            fn f(v: ocaml::Value) -> ocaml::Value {
                v
            }
        )));
        assert!(!inline(quote!(
            fn f(e: Example) -> Example {
                e
            }
        )));
        assert!(!inline(quote!(
            fn f(s: &str, n: usize) -> &str {
                s
            }
        )));
        assert!(!inline(quote!(
            fn f<'a>(s: &'a str, t: &str) -> &'a str {
                s
            }
        )));
    }

    #[test]
    fn ambiguous_results_are_inline() {
        assert!(inline(quote!(
            fn f(a: Value, b: Value) -> Value {
                a
            }
        )));
        assert!(inline(quote!(
            fn f(n: Int) -> Value {
                Value::int(n)
            }
        )));
    }

    #[test]
    fn the_implicit_token_with_borrows_is_inline() {
        assert!(inline(quote!(
            fn f(s: &str) -> Value {
                Value::string(gc, s)
            }
        )));
        assert!(inline(quote!(
            fn f(p: Point) -> Int {
                g!(gc);
                1
            }
        )));
        assert!(!inline(quote!(
            fn f(n: Int) -> Value {
                Value::float(gc, 1.0)
            }
        )));
        assert!(!inline(quote!(
            fn f(gc: &Runtime, n: Int) -> Value {
                Value::float(gc, 1.0)
            }
        )));
    }
}
