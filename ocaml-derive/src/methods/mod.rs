//! `#[ocaml::methods]`: each public function of an impl block is exported as `#[ocaml::func]` does it.
//!
//! A method becomes a function whose first argument stands for `self`; what calls it, or where it uses `gc` and so moves
//! into the shim, its body, is then written by the same code.

mod options;
mod without_self;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{FnArg, ImplItem, ImplItemFn, ItemFn, ItemImpl, LitStr, Type, Visibility, parse_quote};

use crate::derive::{Convention, bare};
use crate::errors::Errors;
use crate::func::{self, Func, Kind, Method, Receiver, SELF, Token, expand};
use options::MethodOptions;
use without_self::without_self;

/// Expands the attribute.
pub fn run(options: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let prefix = options::prefix(options, &mut errors);
    let mut item = match syn::parse2::<ItemImpl>(item) {
        Ok(item) => item,
        Err(error) => {
            errors.push(error);
            return errors.finish(()).err().unwrap_or_default();
        }
    };
    block(&item, &mut errors);
    let prefix = prefix.or_else(|| snake_name(&item.self_ty)).unwrap_or_else(|| {
        errors.at(
            &item.self_ty,
            "this type has no name to begin the symbols with",
            "say one: `#[ocaml::methods(prefix = \"name\")]`",
        );
        String::new()
    });
    let functions = functions(&mut item, &prefix, &mut errors);
    errors.finish(functions).map_or_else(
        |errors| errors,
        |functions| {
            let shims = functions.iter().map(expand::func);
            quote!(#item #(#shims)*)
        },
    )
}

/// `string_stack` for `my::StringStack<T>`.
pub fn snake_name(ty: &Type) -> Option<String> {
    match bare(ty) {
        Type::Path(path) => {
            let name = path.path.segments.last()?.ident.unraw().to_string();
            Some(Convention::Snake.apply(&name))
        }
        _ => None,
    }
}

fn block(item: &ItemImpl, errors: &mut Errors) {
    if let Some((_, path, _)) = &item.trait_ {
        errors.at(
            path,
            "the functions of a trait are not exported: several types may have them",
            "write an impl block of the type itself, whose functions call those of the trait",
        );
    }
    if !item.generics.params.is_empty() {
        errors.at(
            &item.generics,
            "the functions of a generic type cannot be exported: OCaml calls one symbol",
            "name the type: `impl Stack<String> { … }`",
        );
    }
}

/// The public functions, as they are exported. Those whose body moves into the shim leave the block.
fn functions(item: &mut ItemImpl, prefix: &str, errors: &mut Errors) -> Vec<Func> {
    let ty = (*item.self_ty).clone();
    let mut exported = Vec::new();
    item.items.retain_mut(|item| match item {
        ImplItem::Fn(method) => {
            let options = MethodOptions::parse(&mut method.attrs, errors);
            if options.skip || !matches!(method.vis, Visibility::Public(_)) {
                return true;
            }
            let func = export(method, &ty, prefix, options, errors);
            func::strip(method);
            let stays = !func.inline;
            if let (true, Token::Implicit(gc)) = (stays, &func.token) {
                let place = method.sig.receiver().is_some().into();
                method
                    .sig
                    .inputs
                    .insert(place, parse_quote!(#gc: &mut ::ocaml::Runtime));
            }
            exported.push(func);
            stays
        }
        _ => true,
    });
    exported
}

fn export(method: &ImplItemFn, ty: &Type, prefix: &str, options: MethodOptions, errors: &mut Errors) -> Func {
    let name = &method.sig.ident;
    let mut options = options.func;
    let symbol = format!("{prefix}_{}", name.unraw());
    options.name.get_or_insert_with(|| LitStr::new(&symbol, name.span()));
    let receiver = receiver(method, errors);
    let function = function(method, ty, receiver, format_ident!("{symbol}", span = name.span()));
    let method = Method {
        path: quote!(<#ty>::#name),
        receiver,
        name: name.unraw().to_string(),
        owner: ty.clone(),
    };
    func::check::func(Kind::Func, options, function, Some(method), errors)
}

fn receiver(method: &ImplItemFn, errors: &mut Errors) -> Option<Receiver> {
    let receiver = method.sig.receiver()?;
    if receiver.colon_token.is_some() {
        errors.at(
            receiver,
            "OCaml has the value itself, not what holds it",
            "take `&self`, `&mut self` or `self`",
        );
    }
    Some(match receiver.reference {
        Some(_) => Receiver::Reference,
        None => Receiver::Value,
    })
}

/// The method as a function.
fn function(method: &ImplItemFn, ty: &Type, receiver: Option<Receiver>, name: Ident) -> ItemFn {
    let this = Ident::new(SELF, Span::call_site());
    let mut sig = method.sig.clone();
    sig.ident = name;
    if let (Some(_), Some(FnArg::Receiver(this_self))) = (receiver, sig.inputs.first()) {
        let (lifetime, mutable) = (this_self.lifetime(), &this_self.mutability);
        let argument: FnArg = match this_self.reference {
            Some(_) => parse_quote!(#this: &#lifetime #mutable #ty),
            None => parse_quote!(#mutable #this: #ty),
        };
        sig.inputs[0] = argument;
        // The token comes first in a function.
        if sig.inputs.len() > 1 && is_token(&sig.inputs[1]) {
            let token = sig.inputs[1].clone();
            sig.inputs[1] = std::mem::replace(&mut sig.inputs[0], token);
        }
    }
    let (attrs, vis, block) = (method.attrs.clone(), &method.vis, &method.block);
    let tokens = without_self(quote!(#vis #sig #block), &this, &ty.to_token_stream());
    let mut function: ItemFn = syn::parse2(tokens).expect("a function stays one");
    function.attrs = attrs;
    function
}

fn is_token(argument: &FnArg) -> bool {
    matches!(argument, FnArg::Typed(argument) if func::check::as_token(&argument.ty).is_some())
}
