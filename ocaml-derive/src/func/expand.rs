//! Writes the shims: data, and a call of the trampoline in `ocaml::private`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Lifetime, Meta, Type};

use super::{Argument, Crossing, Func, Kind, Method, Token, describe, lent};
use crate::lifetimes::replaced;

/// More arguments than this reach a bytecode stub in an array.
const MAX_BYTECODE_ARGUMENTS: usize = 5;

pub fn func(func: &Func) -> TokenStream {
    let inline = func.inline;
    let item = (!inline && func.method.is_none()).then_some(&func.item);
    // The token is one argument more than the user has written.
    let lint = (item.is_some() && matches!(func.token, Token::Implicit(_)))
        .then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let shims = match func.crossing {
        Crossing::Words if inline => words(func, inline_body(func)),
        Crossing::Words if lent::is_lent(func) => lent::shims(func),
        Crossing::Words => words(func, direct_body(func)),
        Crossing::Noalloc => noalloc(func),
        Crossing::Unboxed | Crossing::UnboxedNoalloc => unboxed(func),
    };
    let many = slots(func).len() > MAX_BYTECODE_ARGUMENTS;
    let (symbol, bytecode) = func.symbols(many);
    let description = describe::expand(func, (&symbol, &bytecode));
    let cfgs = func.item.attrs.iter().filter(|attribute| is_cfg(attribute));
    quote! {
        #lint
        #item

        #(#cfgs)*
        #[allow(unused_unsafe, clippy::undocumented_unsafe_blocks, clippy::too_many_arguments, clippy::borrowed_box)]
        const _: () = {
            #shims
            #description
        };
    }
}

/// Whether the attribute decides if the function exists.
pub fn is_cfg(attribute: &Attribute) -> bool {
    match &attribute.meta {
        // Only such as may decide it: `cfg_attr(…, doc = "…")` would be misplaced on the shim.
        Meta::List(list) if list.path.is_ident("cfg_attr") => list.tokens.to_string().contains(", cfg"),
        meta => meta.path().is_ident("cfg"),
    }
}

/// A variable of the shim, which the user's body cannot see.
pub(super) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The name of a generated function. The user's code stands beside it, and must not find it by accident: functions,
/// unlike variables, have no hygiene.
pub(super) fn item(func: &Func, what: &str) -> Ident {
    format_ident!("__ocaml_{what}_{}", func.item.sig.ident.unraw())
}

/// The words that OCaml passes: one for each argument, and one for `unit` if there are none.
pub(super) fn slots(func: &Func) -> Vec<Ident> {
    (0..func.arguments.len().max(1))
        .map(|index| local(&format!("argument{index}")))
        .collect()
}

/// The name of the token in the shim: the user's, if the body uses it.
pub(super) fn token(func: &Func) -> Ident {
    match &func.token {
        Token::Implicit(gc) => gc.clone(),
        _ => local("_gc"),
    }
}

/// A shim of ordinary values, exported as the kind of attribute says.
pub(super) fn words(func: &Func, body: TokenStream) -> TokenStream {
    let many = slots(func).len() > MAX_BYTECODE_ARGUMENTS;
    let symbol = &func.symbol;
    let stub = format!("{symbol}_bytecode");
    match func.kind {
        Kind::Func if many => {
            let stub = bytecode_array(func, &stub);
            let shim = shim(func, Some(symbol), body);
            quote!(#shim #stub)
        }
        Kind::Bytecode if many => {
            let stub = bytecode_array(func, symbol);
            let shim = shim(func, None, body);
            quote!(#shim #stub)
        }
        _ => shim(func, Some(symbol), body),
    }
}

fn shim(func: &Func, symbol: Option<&str>, body: TokenStream) -> TokenStream {
    let export = symbol.map(|symbol| quote!(#[unsafe(export_name = #symbol)]));
    entry(func, &item(func, "shim"), export, body)
}

/// A function of words, with a token.
pub(super) fn entry(func: &Func, name: &Ident, attributes: Option<TokenStream>, body: TokenStream) -> TokenStream {
    let (slots, runtime, gc) = (slots(func), local("runtime"), token(func));
    quote! {
        #attributes
        extern "C" fn #name(#(#slots: ::ocaml::Raw),*) -> ::ocaml::Raw {
            let _ = (#(&#slots,)*);
            let mut #runtime = unsafe { ::ocaml::private::enter() };
            let #gc: &mut ::ocaml::Runtime = &mut #runtime;
            #body
        }
    }
}

/// A stub that takes its arguments out of the array that the bytecode interpreter passes.
fn bytecode_array(func: &Func, symbol: &str) -> TokenStream {
    let indices = 0..slots(func).len();
    let (shim, bytecode) = (item(func, "shim"), item(func, "bytecode"));
    quote! {
        #[unsafe(export_name = #symbol)]
        extern "C" fn #bytecode(arguments: *const ::ocaml::Raw, _count: ::core::ffi::c_int) -> ::ocaml::Raw {
            #shim(#(unsafe { ::ocaml::private::bytecode_argument(arguments, #indices) }),*)
        }
    }
}

/// `let <slot>: <type> = …;` for each argument, decoded from its word. The spans are those of the user's types, so that
/// a missing trait is reported there.
pub(super) fn decoded(
    func: &Func,
    mut decode: impl FnMut(&Ident, &Argument, TokenStream) -> TokenStream,
) -> Vec<TokenStream> {
    let function = func.function_name();
    slots(func)
        .iter()
        .zip(&func.arguments)
        .enumerate()
        .map(|(index, (slot, argument))| {
            let (index, name) = (index + 1, &argument.name);
            let place = quote!(&::ocaml::private::Place { function: #function, index: #index, name: #name });
            decode(slot, argument, place)
        })
        .collect()
}

/// A type as it can stand in the shim, which does not declare the function's lifetimes: the compiler infers them.
pub(super) fn inferred(ty: &Type) -> TokenStream {
    replaced(ty.to_token_stream(), &Lifetime::new("'_", Span::call_site()))
}

/// The token, in the place of a user's type: where the borrow checker then points.
pub(super) fn located(gc: &Ident, ty: &Type) -> Ident {
    Ident::new(&gc.to_string(), gc.span().located_at(ty.span()))
}

/// An `unsafe` block with the span of the macro, not that of the user's type: so it is the macro's in the eyes of the
/// lint `unsafe_code`, which looks at the user's own code only, even where it is forbidden.
pub(super) fn vouched(call: TokenStream) -> TokenStream {
    quote_spanned!(Span::mixed_site()=> unsafe { #call })
}

pub(super) fn call_user(func: &Func) -> TokenStream {
    let name = &func.item.sig.ident;
    let gc = token(func);
    let token = match func.token {
        Token::Absent => None,
        Token::Implicit(_) | Token::Explicit { mutable: true } => Some(quote!(#gc,)),
        Token::Explicit { mutable: false } => Some(quote!(&*#gc,)),
    };
    let mut slots = slots(func);
    slots.truncate(func.arguments.len());
    let call = match &func.method {
        None => quote!(#name(#token #(#slots),*)),
        Some(Method { path, receiver, .. }) => {
            let others = slots.split_off(usize::from(receiver.is_some()));
            quote_spanned!(name.span()=> #path(#(#slots,)* #token #(#others),*))
        }
    };
    if func.blocking {
        return quote_spanned!(name.span()=> ::ocaml::Runtime::release(#gc, move || #call));
    }
    call
}

/// What the user says about lints, for a body that has moved.
fn lints(func: &Func) -> impl Iterator<Item = &Attribute> {
    func.item.attrs.iter().filter(|attribute| {
        ["allow", "expect", "warn", "deny", "forbid"]
            .iter()
            .any(|lint| attribute.path().is_ident(lint))
    })
}

/// `let <slot>: <type> = …?;`
pub(super) fn decode(gc: &Ident, slot: &Ident, ty: &Type, place: &TokenStream) -> TokenStream {
    let (gc, inferred) = (located(gc, ty), inferred(ty));
    let decoded = vouched(quote_spanned! {ty.span()=>
        ::ocaml::private::argument::<#inferred>(&*#gc, #slot, #place)
    });
    quote_spanned! {ty.span()=>
        let #slot: #inferred = #decoded?;
    }
}

fn direct_body(func: &Func) -> TokenStream {
    let name = func.function_name();
    let gc = token(func);
    let arguments = decoded(func, |slot, Argument { ty, .. }, place| decode(&gc, slot, ty, &place));
    let call = call_user(func);
    let (gc_used, body) = (!matches!(func.token, Token::Absent), local("body"));
    let run = vouched(quote_spanned! {func.result.span()=>
        ::ocaml::private::call(#name, #gc_used, #body)
    });
    quote! {
        let #body = ::ocaml::private::once(move || -> ::core::result::Result<_, ::ocaml::private::ArgumentError> {
            #(#arguments)*
            ::core::result::Result::Ok(#call)
        });
        #run
    }
}

fn inline_body(func: &Func) -> TokenStream {
    let name = func.function_name();
    let (gc, result) = (token(func), &func.result);
    let mut bindings = Vec::new();
    let arguments = decoded(func, |slot, argument, place| {
        let Argument { pattern, ty, .. } = argument;
        let or_unwind = |hold| quote!(::ocaml::private::or_unwind(#hold));
        if let Some((hold, binding)) = lent::held(&gc, slot, argument, &place, &quote!(#pattern), or_unwind) {
            bindings.push(binding);
            return hold;
        }
        let (gc, inferred) = (located(&gc, ty), inferred(ty));
        let decoded = vouched(quote_spanned! {ty.span()=>
            ::ocaml::private::argument_or_unwind::<#inferred>(&*#gc, #slot, #place)
        });
        quote_spanned! {ty.span()=>
            let #pattern: #inferred = #decoded;
        }
    });
    let (block, body, inferred) = (&func.item.block, local("body"), inferred(result));
    let lints = lints(func);
    let run = vouched(quote_spanned! {result.span()=>
        ::ocaml::private::call_inline(#name, #body)
    });
    quote! {
        #(#lints)*
        #[allow(unused_braces)]
        let #body = ::ocaml::private::once(move || -> #inferred {
            #(#arguments)*
            #(#bindings)*
            #block
        });
        #run
    }
}

fn noalloc(func: &Func) -> TokenStream {
    let name = func.function_name();
    let gc = token(func);
    let arguments = decoded(func, |slot, Argument { ty, .. }, place| {
        let (gc, inferred) = (located(&gc, ty), inferred(ty));
        let decoded = vouched(quote_spanned! {ty.span()=>
            ::ocaml::private::noalloc_argument::<#inferred>(&*#gc, #slot, #place)
        });
        quote_spanned! {ty.span()=>
            let #slot: #inferred = #decoded;
        }
    });
    let (call, body) = (call_user(func), local("body"));
    let run = quote_spanned! {func.result.span()=>
        ::ocaml::private::noalloc(#name, #body)
    };
    words(
        func,
        quote! {
            let #body = ::ocaml::private::once(move || {
                #(#arguments)*
                #call
            });
            #run
        },
    )
}

/// The native symbol takes machine numbers; `<symbol>_bytecode` takes ordinary values.
fn unboxed(func: &Func) -> TokenStream {
    let name = func.function_name();
    let symbol = &func.symbol;
    let result = &func.result;
    let (call, native, body) = (call_user(func), item(func, "unboxed"), local("body"));
    let parameters = slots(func);
    let types: Vec<TokenStream> = match func.arguments.len() {
        0 => vec![quote!(::ocaml::Raw)],
        _ => func
            .arguments
            .iter()
            .map(|argument| {
                let ty = &argument.ty;
                quote_spanned!(ty.span()=> <#ty as ::ocaml::private::Unboxed>::Abi)
            })
            .collect(),
    };
    let arguments = decoded(func, |slot, Argument { ty, .. }, place| {
        quote_spanned! {ty.span()=>
            let #slot: #ty = ::ocaml::private::unboxed_argument::<#ty>(#slot, #place);
        }
    });
    let (returned, run) = if func.crossing == Crossing::UnboxedNoalloc {
        (
            quote_spanned!(result.span()=> <#result as ::ocaml::private::Unboxed>::Abi),
            quote!(::ocaml::private::noalloc_unboxed::<#result>(#name, #body)),
        )
    } else {
        (
            quote_spanned!(result.span()=> <#result as ::ocaml::private::UnboxedReturn>::Abi),
            quote!(unsafe { ::ocaml::private::call_unboxed::<#result>(#name, #body) }),
        )
    };
    let stub = format!("{symbol}_bytecode");
    let boxed = if parameters.len() > MAX_BYTECODE_ARGUMENTS {
        let shim = shim(func, None, direct_body(func));
        let array = bytecode_array(func, &stub);
        quote!(#shim #array)
    } else {
        shim(func, Some(&stub), direct_body(func))
    };
    quote! {
        #[unsafe(export_name = #symbol)]
        extern "C" fn #native(#(#parameters: #types),*) -> #returned {
            let _ = (#(&#parameters,)*);
            let #body = ::ocaml::private::once(move || {
                #(#arguments)*
                #call
            });
            #run
        }
        #boxed
    }
}
