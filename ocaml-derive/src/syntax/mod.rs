//! Reads functions, impl blocks and constants, as far as the macros look at them.
//!
//! `syn` has all of Rust's syntax behind its feature `full`, without which it compiles in two thirds of the time. What is read
//! here and not by `syn` are the items themselves; bodies stay the tokens that they are.

mod constant;
mod function;
mod impl_block;
mod parameter;

pub use constant::Constant;
pub use function::Function;
pub use impl_block::{ImplBlock, ImplItem};
pub use parameter::{Parameter, Pattern, Typed};

use proc_macro2::TokenStream;
use syn::Error;
use syn::parse::Parse;

/// Reads an item. What `syn` does not know without its feature is told by what the user has written.
pub fn read<T: Parse>(tokens: TokenStream) -> Result<T, Error> {
    syn::parse2(tokens).map_err(|error| match error.to_string().contains("syn") {
        true => Error::new(
            error.span(),
            "this expression is too much for a macro to read\nhelp: name its value: `const NAME: usize = …;`",
        ),
        false => error,
    })
}

#[cfg(test)]
mod tests {
    use quote::{ToTokens, quote};

    use super::*;

    /// What has been read is what is written.
    fn same<T: Parse + ToTokens>(tokens: TokenStream) {
        let item = read::<T>(tokens.clone()).unwrap();
        assert_eq!(item.into_token_stream().to_string(), tokens.to_string());
    }

    #[test]
    fn functions_stay_what_they_are() {
        same::<Function>(quote!(
            /// Documented.
            #[inline]
            pub(crate) const unsafe extern "C" fn f<'a, T: Copy>(
                #[ocaml(label)] mut a: &'a str,
                (b, [c, ..]): (T, [u8; N + 1]),
                Point { x, y: z }: my::Point<'a>,
                _: fn(u8) -> u8,
                my::Wrapper(w): my::Wrapper,
                d @ 1..: u8,
            ) -> Result<T, impl Trait>
            where
                T: Clone,
            {
                #![allow(unused)]
                let closure = |x: u8| x < 1 && y > 2;
            }
        ));
        same::<Function>(quote!(
            async fn f(self: Box<Self>, ...) {}
        ));
    }

    #[test]
    fn parameters_have_names() {
        let function = read::<Function>(quote!(
            fn f(a: u8, mut b: u8, ref c: u8, r#type: u8, d @ _: u8, _: u8, (e, f): (u8, u8), G(g): G, h::I: h::I) {}
        ));
        let inputs = function.unwrap().sig.inputs;
        let names = inputs.iter().map(|input| match input {
            Parameter::Typed(typed) => typed.pattern.ident().map(|ident| ident.to_string()),
            _ => None,
        });
        let names: Vec<_> = names.map(Option::unwrap_or_default).collect();
        assert_eq!(names, ["a", "b", "c", "r#type", "d", "", "", "", ""]);
    }

    #[test]
    fn impl_blocks_stay_what_they_are() {
        same::<ImplBlock>(quote!(
            #[allow(unused)]
            impl my::Stack<String>
            where
                String: Sized,
            {
                #![doc = "Inside."]
                pub const EMPTY: Stack = Stack { all: Vec::new() };
                type Element = String;
                pub fn one(&self) {}
                const fn two(&'a mut self, n: u8) -> u8 {
                    n
                }
                made! { fn three() {} }
                made!(four);
                pub unsafe extern "C" fn five(mut self: Self) {}
            }
        ));
    }

    #[test]
    fn what_cannot_be_read_is_named_as_the_user_knows_it() {
        let function = read::<Function>(quote!(
            fn f(a: [u8; if BIG { 2 } else { 1 }]) {}
        ));
        // Where another crate of the build asks for all of `syn`, it reads this.
        let all_of_syn = syn::parse_str::<syn::Expr>("if BIG { 2 } else { 1 }").is_ok();
        match function {
            Ok(_) => assert!(all_of_syn),
            Err(error) => {
                assert!(!all_of_syn);
                assert!(error.to_string().starts_with("this expression is too much"), "{error}");
            }
        }
    }
}
