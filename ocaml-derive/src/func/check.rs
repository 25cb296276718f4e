//! Checks a function: all that can be wrong about it is reported here.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{FnArg, GenericParam, ItemFn, LitStr, Pat, PatType, ReturnType, Type, parse_quote};

use super::argument::{self, ArgumentOptions};
use super::arity::arity;
use super::elision::{borrows, is_inline};
use super::options::Options;
use super::{Argument, Crossing, Func, Kind, Method, Passing, Receiver, SELF, Token, is_sig};
use crate::derive::{bare, value_flaw};
use crate::errors::Errors;
use crate::names::forbidden;

pub fn func(kind: Kind, options: Options, mut item: ItemFn, method: Option<Method>, errors: &mut Errors) -> Func {
    signature(&item, errors);
    let receiver = method.as_ref().and_then(|method| method.receiver);
    let crossing = crossing(kind, &options, errors);
    let text = text(&options, &mut item, errors);
    let (explicit, arguments) = arguments(&mut item, receiver, crossing, errors);
    argument::optional_are_followed(&arguments, errors);
    if let Some(text) = &text {
        whole_type(text, &arguments, errors);
    }
    let token = token(explicit, &options, &item, crossing, errors);
    if let Some(blocking) = &options.blocking {
        blocks(blocking, &token, &item, crossing, &arguments, errors);
    }
    let symbol = symbol(&options, &item, errors);
    let result = match &item.sig.output {
        ReturnType::Default => parse_quote!(()),
        ReturnType::Type(_, ty) => {
            no_impl_trait(ty, errors);
            (**ty).clone()
        }
    };
    let inline = crossing == Crossing::Words && is_inline(&item, &token, &arguments, receiver, &result);
    if inline {
        attributes_can_move(&item, errors);
    }
    match &token {
        Token::Implicit(gc) if !inline => item.sig.inputs.insert(0, parse_quote!(#gc: &mut ::ocaml::Runtime)),
        _ => {}
    }
    Func {
        kind,
        text: text.as_ref().map(LitStr::value),
        rename: options.rename.as_ref().map(|rename| renamed(rename, errors)),
        owner: owner(&options, method.as_ref(), errors),
        crossing,
        blocking: options.blocking.is_some(),
        inline,
        symbol,
        token,
        arguments,
        result,
        constant: false,
        item,
        method,
    }
}

/// A blocking function runs without the runtime.
fn blocks(
    option: &Ident,
    token: &Token,
    item: &ItemFn,
    crossing: Crossing,
    arguments: &[Argument],
    errors: &mut Errors,
) {
    if crossing != Crossing::Words {
        errors.at(
            option,
            "a `noalloc` or `unboxed` function cannot be `blocking`: it has no token to give up the runtime",
            "remove one of the options",
        );
    }
    let why = "a `blocking` function runs without the runtime, and gets no token of it";
    let help = "remove `blocking`, and use `gc.release(|| …)` for the part that blocks";
    match token {
        Token::Absent => {}
        Token::Implicit(gc) => match find(item.block.to_token_stream(), gc) {
            Some(place) => errors.at(place, why, help),
            None => errors.at(option, why, help),
        },
        Token::Explicit { .. } => match item.sig.inputs.first() {
            Some(FnArg::Typed(parameter)) => errors.at(&parameter.ty, why, help),
            _ => errors.at(option, why, help),
        },
    }
    let values = arguments
        .iter()
        .filter(|argument| matches!(argument.passing, Passing::Value))
        .map(|argument| &argument.ty);
    let result = match &item.sig.output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => Some(&**ty),
    };
    for ty in values.chain(result).filter(|ty| borrows(ty)) {
        errors.at(
            ty,
            "a `blocking` function runs without the runtime: meanwhile OCaml may move what this borrows",
            "take and return owned types (`String`, `Vec<u8>`, `Root`)",
        );
    }
}

/// A body that moves into the shim takes along what says something about its code or whether it exists.
fn attributes_can_move(item: &ItemFn, errors: &mut Errors) {
    const MOVE: &[&str] = &[
        "doc", "cfg", "cfg_attr", "allow", "expect", "warn", "deny", "forbid", "inline", "must_use",
    ];
    for attribute in &item.attrs {
        let path = attribute.path();
        if path.segments.len() == 1 && !MOVE.iter().any(|name| path.is_ident(name)) {
            errors.at(
                attribute,
                "this function is no Rust function of its own, so the attribute has nothing to stand on",
                "take the token as the first parameter: `gc: &ocaml::Runtime` (or `&mut`)",
            );
        }
    }
}

fn signature(item: &ItemFn, errors: &mut Errors) {
    let sig = &item.sig;
    if let Some(asyncness) = &sig.asyncness {
        errors.at(
            asyncness,
            "an OCaml function cannot be async",
            "block on the future inside of the function, with the executor of your choice",
        );
    }
    if let Some(unsafety) = &sig.unsafety {
        errors.at(
            unsafety,
            "OCaml cannot keep the promise of an unsafe function",
            "remove `unsafe`, and use an `unsafe` block where you keep the promise yourself",
        );
    }
    if let Some(abi) = &sig.abi {
        errors.at(
            abi,
            "the exported function gets its C interface from the attribute",
            "remove this, or remove the attribute and write the body with `ocaml::body!`",
        );
    }
    if let Some(variadic) = &sig.variadic {
        errors.at(
            variadic,
            "an OCaml function has a fixed number of arguments",
            "take a `Vec`",
        );
    }
    for parameter in &sig.generics.params {
        match parameter {
            GenericParam::Lifetime(_) => {}
            GenericParam::Type(parameter) => errors.at(
                parameter,
                "an exported function cannot be generic: OCaml calls one symbol",
                "name the type, or take `ocaml::Value` for any OCaml value",
            ),
            GenericParam::Const(parameter) => errors.at(
                parameter,
                "an exported function cannot be generic: OCaml calls one symbol",
                "name the constant",
            ),
        }
    }
}

/// Whether the first parameter is the token, and the parameters that come from OCaml.
fn arguments(
    item: &mut ItemFn,
    receiver: Option<Receiver>,
    crossing: Crossing,
    errors: &mut Errors,
) -> (Option<Token>, Vec<Argument>) {
    let mut token = None;
    let mut arguments = Vec::new();
    for (position, input) in item.sig.inputs.iter_mut().enumerate() {
        match input {
            FnArg::Receiver(receiver) => errors.at(
                receiver,
                "a method cannot be exported",
                "put `#[ocaml::methods]` on the impl block",
            ),
            FnArg::Typed(PatType { attrs, pat, ty, .. }) => {
                let attributes = argument::strip(attrs);
                if let Some(mutable) = as_token(ty) {
                    if position == 0 {
                        token = Some(Token::Explicit { mutable });
                    } else {
                        errors.at(
                            ty,
                            "the token does not come from OCaml",
                            "make it the first parameter, or remove it: `gc` is in scope",
                        );
                    }
                    continue;
                }
                no_impl_trait(ty, errors);
                let is_self = matches!(&**pat, Pat::Ident(pat) if pat.ident == SELF);
                arguments.push(Argument {
                    options: ArgumentOptions::parse(&attributes, pat, ty, errors),
                    passing: match receiver {
                        Some(Receiver::Value) if is_self => Passing::Taken,
                        _ if crossing == Crossing::Words => passing(ty),
                        _ => Passing::Value,
                    },
                    name: match &**pat {
                        Pat::Ident(_) if is_self => "self".to_owned(),
                        Pat::Ident(pat) => pat.ident.to_string(),
                        pattern => pattern.to_token_stream().to_string(),
                    },
                    pattern: (**pat).clone(),
                    ty: (**ty).clone(),
                });
            }
        }
    }
    (token, arguments)
}

/// The OCaml type that the user has written: the option `type`, or the attribute `sig`, which is taken away.
fn text(options: &Options, item: &mut ItemFn, errors: &mut Errors) -> Option<LitStr> {
    let mut text = options.ty.clone();
    item.attrs.retain(|attribute| {
        if !is_sig(attribute) {
            return true;
        }
        match attribute.parse_args::<LitStr>() {
            Ok(_) if text.is_some() => errors.at(attribute, "the type is given a second time", "remove one of them"),
            Ok(ty) => text = Some(ty),
            Err(error) => errors.push(error),
        }
        false
    });
    text
}

/// What the user has written has as many arguments as the function.
fn whole_type(text: &LitStr, arguments: &[Argument], errors: &mut Errors) {
    if let Some((word, _)) = arguments.iter().find_map(|argument| argument.options.label.as_ref()) {
        errors.at(
            word,
            "the type of the whole function says the labels",
            "remove this, or the type",
        );
    }
    let (expected, noun) = match arguments.len() {
        0 | 1 => (1, "argument"),
        many => (many, "arguments"),
    };
    match arity(&text.value()) {
        Ok(found) if found == expected => {}
        Ok(found) => errors.at(
            text,
            format!("this OCaml type has {found}, but the function {expected} {noun}"),
            "write one arrow for each argument (`unit ->` if there is none); a result that is a function needs a type with a name",
        ),
        Err(why) => errors.at(text, format!("this OCaml type {why}"), "write, for instance, `int -> 'a list -> 'a`"),
    }
}

fn renamed(rename: &LitStr, errors: &mut Errors) -> String {
    let name = rename.value();
    if let Some(flaw) = value_flaw(&name) {
        let help = "use letters, digits and `_`, a small letter first, and no keyword";
        errors.at(rename, format!("`{name}` {flaw}"), help);
    }
    name
}

fn owner(options: &Options, method: Option<&Method>, errors: &mut Errors) -> Option<Type> {
    let Some(of) = &options.of else {
        return method.map(|method| method.owner.clone());
    };
    of.parse()
        .map_err(|_| errors.at(of, "this is no Rust type", "write `of = \"Counter\"`"))
        .ok()
}

/// A reference is lent, unless it is known to be a conversion.
fn passing(ty: &Type) -> Passing {
    let Type::Reference(reference) = bare(ty) else {
        return Passing::Value;
    };
    match bare(&reference.elem) {
        elem if reference.mutability.is_some() => Passing::Exclusive(elem.clone()),
        Type::Path(path) if !path.path.is_ident("str") => Passing::Shared(path.clone().into()),
        _ => Passing::Value,
    }
}

/// `&Runtime` or `&mut Runtime`: whether it is mutable.
pub fn as_token(ty: &Type) -> Option<bool> {
    let Type::Reference(reference) = ty else {
        return None;
    };
    let Type::Path(path) = &*reference.elem else {
        return None;
    };
    (path.path.segments.last()?.ident == "Runtime").then_some(reference.mutability.is_some())
}

fn no_impl_trait(ty: &Type, errors: &mut Errors) {
    if let Type::ImplTrait(ty) = ty {
        errors.at(
            ty,
            "OCaml needs to know the type: `impl Trait` has no representation",
            "name the type",
        );
    }
}

fn crossing(kind: Kind, options: &Options, errors: &mut Errors) -> Crossing {
    if kind != Kind::Func {
        for option in options.noalloc.iter().chain(&options.unboxed) {
            errors.at(
                option,
                format!("`{option}` is an option of `#[ocaml::func]` only"),
                "use `#[ocaml::func]`, which makes the bytecode stub too",
            );
        }
        return Crossing::Words;
    }
    match (&options.unboxed, &options.noalloc) {
        (None, None) => Crossing::Words,
        (None, Some(_)) => Crossing::Noalloc,
        (Some(_), None) => Crossing::Unboxed,
        (Some(_), Some(_)) => Crossing::UnboxedNoalloc,
    }
}

fn token(explicit: Option<Token>, options: &Options, item: &ItemFn, crossing: Crossing, errors: &mut Errors) -> Token {
    let name = options
        .gc
        .clone()
        .unwrap_or_else(|| Ident::new("gc", Span::call_site()));
    // An argument of that name is what the body means.
    let bound = item.sig.inputs.iter().any(|input| match input {
        FnArg::Typed(argument) => find(argument.pat.to_token_stream(), &name).is_some(),
        FnArg::Receiver(_) => false,
    });
    let used = explicit.is_none() && !bound && find(item.block.to_token_stream(), &name).is_some();
    if crossing == Crossing::Words {
        return match explicit {
            Some(token) => token,
            None if used => Token::Implicit(Ident::new(&name.to_string(), Span::call_site())),
            None => Token::Absent,
        };
    }
    let option = if crossing == Crossing::Unboxed {
        "unboxed"
    } else {
        "noalloc"
    };
    let why = if crossing == Crossing::Unboxed {
        "an `unboxed` function takes and returns numbers, and gets no token of the runtime"
    } else {
        "a `noalloc` function gets no token of the runtime: it must not allocate"
    };
    if let Some(place) = find(item.block.to_token_stream(), &name).filter(|_| used) {
        errors.at(place, why, format!("remove `{option}` to use `{name}`"));
    }
    if let (Some(_), Some(FnArg::Typed(parameter))) = (&explicit, item.sig.inputs.first()) {
        errors.at(
            &parameter.ty,
            why,
            format!("remove `{option}`, or remove this parameter"),
        );
    }
    Token::Absent
}

/// The first place where a variable of that name stands, also inside of macro calls; after a single dot it is a field.
fn find(tokens: TokenStream, name: &Ident) -> Option<Ident> {
    let mut dots = 0;
    tokens.into_iter().find_map(|token| {
        let before = dots;
        dots = match &token {
            TokenTree::Punct(dot) if dot.as_char() == '.' => before + 1,
            _ => 0,
        };
        match token {
            TokenTree::Ident(ident) if ident == *name && before != 1 => Some(ident),
            TokenTree::Group(group) => find(group.stream(), name),
            _ => None,
        }
    })
}

fn symbol(options: &Options, item: &ItemFn, errors: &mut Errors) -> String {
    let (symbol, place) = match &options.name {
        Some(name) => (name.value(), name.to_token_stream()),
        None => {
            let ident = &item.sig.ident;
            let name = ident.to_string();
            (name.trim_start_matches("r#").to_owned(), ident.to_token_stream())
        }
    };
    if let Some(why) = forbidden(&symbol) {
        errors.at(
            place,
            format!("the symbol `{symbol}` {why}"),
            format!(
                "choose another one: `name = \"mylib_{}\"`",
                symbol
                    .replace(|c: char| !c.is_ascii_alphanumeric(), "_")
                    .trim_start_matches('_')
            ),
        );
    }
    symbol
}
