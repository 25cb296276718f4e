//! Arguments that are lent: a holder keeps what OCaml passed for as long as the function runs, and lends it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::expand::{call_user, decode, decoded, entry, inferred, item, local, located, slots, token, vouched, words};
use super::{Argument, Func, Passing, Token};

/// The holder of an argument that is lent.
fn holder(slot: &Ident) -> Ident {
    format_ident!("{slot}_holder")
}

/// `let <argument>: <type> = …;`, lent by the holder.
fn lend(span: Span, holder: &Ident, bind: &TokenStream, ty: &TokenStream) -> TokenStream {
    let lent = format_ident!("{holder}_lent");
    let call = vouched(quote_spanned!(span=> ::ocaml::private::lend(&#holder)));
    quote_spanned! {span=>
        let #lent = #call;
        let #bind: #ty = &*#lent;
    }
}

/// `let <holder> = …;` for an argument that is lent, and what binds the argument once all have been decoded.
pub fn held(
    gc: &Ident,
    slot: &Ident,
    Argument { ty, passing, .. }: &Argument,
    place: &TokenStream,
    bind: &TokenStream,
    result: impl Fn(TokenStream) -> TokenStream,
) -> Option<(TokenStream, TokenStream)> {
    let (span, gc, holder) = (ty.span(), located(gc, ty), holder(slot));
    let ty = inferred(ty);
    Some(match passing {
        Passing::Value => return None,
        Passing::Shared(elem) => {
            let elem = inferred(elem);
            let hold = result(vouched(
                quote_spanned!(span=> ::ocaml::private::hold::<#elem>(&*#gc, #slot, #place)),
            ));
            (
                quote_spanned!(span=> let #holder = #hold;),
                lend(span, &holder, bind, &ty),
            )
        }
        Passing::Exclusive(elem) => {
            let elem = inferred(elem);
            let hold = result(vouched(
                quote_spanned!(span=> ::ocaml::private::hold_mut::<#elem>(&*#gc, #slot, #place)),
            ));
            (
                quote_spanned!(span=> let mut #holder = #hold;),
                quote_spanned!(span=> let #bind: #ty = &mut *#holder;),
            )
        }
        Passing::Taken => {
            let hold = result(vouched(
                quote_spanned!(span=> ::ocaml::private::hold_mut::<#ty>(&*#gc, #slot, #place)),
            ));
            (
                quote_spanned!(span=> let #holder = #hold;),
                quote_spanned!(span=> let #bind: #ty = ::ocaml::private::take(#holder);),
            )
        }
    })
}

/// Whether one of them is.
pub fn is_lent(func: &Func) -> bool {
    func.arguments
        .iter()
        .any(|argument| !matches!(argument.passing, Passing::Value))
}

/// A function of its own with arguments that are lent. One that never gives control to OCaml has a quick form too, which
/// ends by calling the general one where something is not as usual.
pub fn shims(func: &Func) -> TokenStream {
    let general = lent_body(func);
    let is_taken = |argument: &Argument| matches!(argument.passing, Passing::Taken);
    if func.blocking || !matches!(func.token, Token::Absent) || func.arguments.iter().any(is_taken) {
        return words(func, general);
    }
    let (slots, name) = (slots(func), item(func, "general"));
    let general = entry(func, &name, Some(quote!(#[cold] #[inline(never)])), general);
    let (quick, result) = (quick_body(func), local("result"));
    let shims = words(
        func,
        quote! {
            match #quick {
                ::core::option::Option::Some(#result) => #result,
                ::core::option::Option::None => #name(#(#slots),*),
            }
        },
    );
    quote!(#general #shims)
}

/// As [`lent_body`]; the holders are such as need no call. They come first, so that nothing is decoded in vain.
fn quick_body(func: &Func) -> TokenStream {
    let (name, gc, body, allocated) = (func.function_name(), token(func), local("body"), local("allocated"));
    let (mut holders, mut bindings) = (Vec::new(), Vec::new());
    let arguments = decoded(func, |slot, argument, place| {
        let (gc, ty, holder) = (located(&gc, &argument.ty), inferred(&argument.ty), holder(slot));
        let span = argument.ty.span();
        let (hold, mutable, binding) = match &argument.passing {
            Passing::Value | Passing::Taken => return decode(&gc, slot, &argument.ty, &place),
            Passing::Shared(elem) => {
                let elem = inferred(elem);
                (
                    vouched(quote_spanned!(span=> ::ocaml::private::hold_quickly::<#elem>(&*#gc, #slot))),
                    None,
                    lend(span, &holder, &quote!(#slot), &ty),
                )
            }
            Passing::Exclusive(elem) => {
                let elem = inferred(elem);
                (
                    vouched(quote_spanned!(span=> ::ocaml::private::hold_mut_quickly::<#elem>(&*#gc, #slot))),
                    Some(quote!(mut)),
                    quote_spanned!(span=> let #slot: #ty = &mut *#holder;),
                )
            }
        };
        bindings.push(binding);
        holders.push(quote_spanned! {span=>
            let ::core::option::Option::Some(#mutable #holder) = (#hold) else {
                return ::core::result::Result::Ok(::core::option::Option::None);
            };
        });
        TokenStream::new()
    });
    let call = call_user(func);
    let run = quote_spanned! {func.result.span()=>
        ::ocaml::private::convert_lent(#name, false, #allocated, #call)
    };
    quote! {
        {
            let #body = ::ocaml::private::once_quick(move |#allocated: &mut ::ocaml::private::Allocated| {
                #(#holders)*
                #(#arguments)*
                #(#bindings)*
                #run.map(::core::option::Option::Some)
            });
            unsafe { ::ocaml::private::call_quickly(#name, #body) }
        }
    }
}

/// The general form: the result is converted while the arguments are still lent.
fn lent_body(func: &Func) -> TokenStream {
    let (name, gc, body, allocated) = (func.function_name(), token(func), local("body"), local("allocated"));
    let mut bindings = Vec::new();
    let arguments = decoded(func, |slot, argument, place| {
        match held(&gc, slot, argument, &place, &quote!(#slot), |hold| quote!(#hold?)) {
            Some((hold, binding)) => {
                bindings.push(binding);
                hold
            }
            None => decode(&gc, slot, &argument.ty, &place),
        }
    });
    let call = call_user(func);
    let gc_used = !matches!(func.token, Token::Absent);
    let run = quote_spanned! {func.result.span()=>
        ::ocaml::private::convert_lent(#name, #gc_used, #allocated, #call)
    };
    quote! {
        let #body = ::ocaml::private::once_lent(move |#allocated: &mut ::ocaml::private::Allocated| -> ::ocaml::private::Outcome {
            #(#arguments)*
            #(#bindings)*
            #run
        });
        unsafe { ::ocaml::private::call_lent(#name, #body) }
    }
}
