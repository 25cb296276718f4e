//! Writes the impls, and the functions that OCaml calls.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::LitStr;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::{Definition, describe};
use crate::derive::{Convention, gc, parameters};
use crate::describe::doc;

pub fn custom(definition: &Definition) -> TokenStream {
    let custom = custom_impl(definition);
    let into_value = into_value(definition);
    let (functions, describe) = (functions(definition), describe::expand(definition));
    quote! {
        #custom
        #into_value
        #describe
        const _: () = {
            #(#functions)*
        };
    }
}

/// The predicates of the impls: the user's, and what `Custom` needs of a parameter.
pub fn predicates(definition: &Definition) -> Vec<TokenStream> {
    let generics = &definition.input.generics;
    let own = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let needed = generics.type_params().map(|parameter| {
        let ident = &parameter.ident;
        quote!(#ident: ::core::marker::Send + 'static)
    });
    own.map(|predicate| quote!(#predicate)).chain(needed).collect()
}

fn custom_impl(definition: &Definition) -> TokenStream {
    let (ident, options) = (&definition.input.ident, &definition.options);
    let (_, parameters) = parameters(&definition.input.generics);
    let (_, arguments, _) = definition.input.generics.split_for_impl();
    let predicates = predicates(definition);
    let access = match (&options.frozen, &options.local) {
        (Some(word), _) => Ident::new("Frozen", word.span()),
        (_, Some(word)) => Ident::new("Local", word.span()),
        _ => Ident::new("Mutable", ident.span()),
    };
    let name = ident.unraw().to_string();
    let compare = options
        .compare
        .as_ref()
        .map(|word| quote_spanned!(word.span()=> .compare(<Self as ::core::cmp::Ord>::cmp)));
    let hash = options.hash.as_ref().map(|word| quote_spanned!(word.span()=> .hash()));
    let marshal = options.marshal.as_ref().map(|word| {
        quote_spanned! {word.span()=>
            .marshal(
                <Self as ::ocaml::custom::Marshal>::serialize,
                <Self as ::ocaml::custom::Marshal>::deserialize,
            )
        }
    });
    let drop_at_exit = options
        .drop_at_exit
        .as_ref()
        .map(|word| quote_spanned!(word.span()=> .drop_at_exit()));
    let heap_size = options.heap_size.as_ref().map(|path| {
        quote_spanned! {path.span()=>
            fn heap_size(&self) -> usize {
                #path(self)
            }
        }
    });
    quote! {
        #[automatically_derived]
        impl<#(#parameters),*> ::ocaml::Custom for #ident #arguments
        where
            #(#predicates,)*
        {
            type Access = ::ocaml::custom::#access;
            const NAME: &'static ::core::ffi::CStr =
                ::ocaml::private::c_str(::core::concat!(::core::module_path!(), "::", #name, "\0"));
            const OPERATIONS: ::ocaml::custom::Operations<Self> =
                ::ocaml::custom::Operations::new() #compare #hash #marshal #drop_at_exit;
            #heap_size
        }
    }
}

fn into_value(definition: &Definition) -> TokenStream {
    let ident = &definition.input.ident;
    let (_, parameters) = parameters(&definition.input.generics);
    let (_, arguments, _) = definition.input.generics.split_for_impl();
    let (gc, predicates) = (gc(), predicates(definition));
    quote! {
        #[automatically_derived]
        unsafe impl<#gc, #(#parameters),*> ::ocaml::IntoValue<#gc> for #ident #arguments
        where
            #(#predicates,)*
        {
            #[inline]
            fn into_value(self, ocaml_gc: &#gc ::ocaml::Runtime) -> ::ocaml::Value<#gc> {
                ::ocaml::Pointer::new(ocaml_gc, self).value()
            }
        }
    }
}

/// `counter_get_x`, `counter_set_x`, `counter_to_string`, `counter_debug`.
fn functions(definition: &Definition) -> Vec<TokenStream> {
    let (ident, options) = (&definition.input.ident, &definition.options);
    let prefix = match &options.name {
        Some(name) => name.value(),
        None => Convention::Snake.apply(&ident.unraw().to_string()),
    };
    let of = LitStr::new(&ident.to_string(), ident.span());
    let mut functions = Vec::new();
    for (field, found) in &definition.fields {
        let (Some(name), ty) = (&field.ident, &field.ty) else {
            continue;
        };
        if let Some(word) = &found.get {
            let function = format_ident!("{prefix}_get_{}", name.unraw(), span = word.span());
            let (rename, doc) = (format!("get_{}", name.unraw()), doc(&field.attrs));
            let doc = (!doc.is_empty()).then(|| quote!(#[doc = #doc]));
            functions.push(quote_spanned! {ty.span()=>
                #doc
                #[::ocaml::func(of = #of, rename = #rename)]
                fn #function(this: &#ident) -> #ty {
                    <#ty as ::core::clone::Clone>::clone(&this.#name)
                }
            });
        }
        if let Some(word) = &found.set {
            let function = format_ident!("{prefix}_set_{}", name.unraw(), span = word.span());
            let rename = format!("set_{}", name.unraw());
            functions.push(quote_spanned! {ty.span()=>
                #[::ocaml::func(of = #of, rename = #rename)]
                fn #function(this: &mut #ident, #name: #ty) {
                    this.#name = #name;
                }
            });
        }
    }
    if let Some(word) = &options.to_string {
        let function = format_ident!("{prefix}_to_string", span = word.span());
        functions.push(quote_spanned! {word.span()=>
            #[::ocaml::func(of = #of, rename = "to_string")]
            fn #function(this: &#ident) -> ::std::string::String {
                ::std::string::ToString::to_string(this)
            }
        });
    }
    if let Some(word) = &options.debug {
        let function = format_ident!("{prefix}_debug", span = word.span());
        functions.push(quote_spanned! {word.span()=>
            #[::ocaml::func(of = #of, rename = "debug")]
            fn #function(this: &#ident) -> ::std::string::String {
                ::std::format!("{this:?}")
            }
        });
    }
    functions
}
