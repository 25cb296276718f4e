//! Writes `impl Describe`, and the descriptor of the abstract type: for the interface that tools print.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::Definition;
use super::expand::predicates;
use crate::derive::parameters;
use crate::describe::{descriptor, doc, place};

pub fn expand(definition: &Definition) -> TokenStream {
    let (ident, generics) = (&definition.input.ident, &definition.input.generics);
    let name = ident.unraw().to_string();
    let (_, parameters) = parameters(generics);
    let (_, arguments, _) = generics.split_for_impl();
    let predicates = predicates(definition);
    let bounds = generics.type_params().map(|parameter| {
        let ident = &parameter.ident;
        quote!(#ident: ::ocaml::Describe<OcamlDirection>)
    });
    let types: Vec<TokenStream> = generics
        .type_params()
        .map(|parameter| {
            let ident = &parameter.ident;
            quote!(&<#ident as ::ocaml::Describe<OcamlDirection>>::TYPE)
        })
        .collect();
    let (place, doc, count) = (place(ident.span()), doc(&definition.input.attrs), types.len() as u32);
    let (ty, descriptor) = match &definition.elsewhere {
        Some(path) => (quote!(::ocaml::Type::named(#path, &[#(#types),*])), TokenStream::new()),
        None => (
            quote! {
                ::ocaml::Type::Derived {
                    module: ::core::module_path!(),
                    name: #name,
                    arguments: &[#(#types),*],
                    guard: ocaml_guard,
                }
            },
            descriptor(
                quote!(Definition),
                quote! {
                    ::ocaml::private::interface::Definition {
                        name: #name,
                        place: #place,
                        direction: ::ocaml::private::interface::Direction::Both,
                        parameters: #count,
                        shape: ::ocaml::private::interface::Shape::Abstract,
                        doc: #doc,
                    }
                },
            ),
        ),
    };
    quote! {
        const _: () = {
            #[automatically_derived]
            unsafe impl<OcamlDirection, #(#parameters),*> ::ocaml::Describe<OcamlDirection> for #ident #arguments
            where
                #(#bounds,)*
                #(#predicates,)*
            {
                const TYPE: ::ocaml::Type = #ty;
            }

            #descriptor
        };
    }
}
