//! What is reported, and how much of it at once.

use proc_macro2::TokenStream;

use quote::quote;

use super::definition;
use crate::errors::Errors;

fn messages(tokens: TokenStream) -> Vec<String> {
    let mut errors = Errors::default();
    definition(syn::parse2(tokens).unwrap(), &mut errors);
    errors.messages()
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let messages = messages(quote! {
        #[ocaml(unboxd)]
        enum E {
            A = 3,
            B(),
            C {},
            #[ocaml(rename = "x")]
            D(u8),
        }
    });
    assert_eq!(messages.len(), 5, "{messages:#?}");
    assert!(messages[0].contains("did you mean `unboxed`?"));
    assert!(messages.iter().all(|message| message.contains("\nhelp: ")));
}

#[test]
fn unboxed_types_have_one_field() {
    assert_eq!(
        messages(quote!(
            #[ocaml(unboxed)]
            struct S {
                a: u8,
                b: u8,
            }
        ))
        .len(),
        1
    );
    assert_eq!(
        messages(quote!(
            #[ocaml(unboxed)]
            enum E {
                A,
                B(u8),
            }
        ))
        .len(),
        1
    );
    assert!(
        messages(quote!(
            #[ocaml(unboxed)]
            struct S {
                a: u8,
            }
        ))
        .is_empty()
    );
    assert!(
        messages(quote!(
            #[ocaml(unboxed)]
            enum E {
                B(u8),
            }
        ))
        .is_empty()
    );
}

#[test]
fn unions_and_empty_enums_are_refused() {
    assert_eq!(messages(quote!(union U { a: u8, b: i8 })).len(), 1);
    assert_eq!(
        messages(quote!(
            enum Never {}
        ))
        .len(),
        1
    );
}
