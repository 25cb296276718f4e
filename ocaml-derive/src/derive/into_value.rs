//! Writes `impl IntoValue`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::generics::{gc, parameters};
use super::{Constructor, Definition, Field, Fields, Shape, Tag};

pub fn expand(definition: &Definition) -> TokenStream {
    let gc = gc();
    let implemented = implemented();
    let (ident, lints) = (&definition.ident, &definition.lints);
    let (lifetimes, parameters) = parameters(&definition.generics);
    let (_, arguments, _) = definition.generics.split_for_impl();
    let bounds = definition.bounds(&implemented);
    let predicates = definition.predicates();
    let body = body(definition);
    let protocol = protocol(definition);
    let inline = definition.inline();
    quote! {
        #[automatically_derived]
        #(#lints)*
        unsafe impl<#gc, #(#lifetimes,)* #(#parameters),*> #implemented<#gc> for #ident #arguments
        where
            #(#bounds,)*
            #(#predicates,)*
        {
            #inline
            fn into_value(self, ocaml_gc: &#gc ::ocaml::Runtime) -> ::ocaml::Value<#gc> {
                #body
            }
            #protocol
        }
    }
}

fn implemented() -> TokenStream {
    quote!(::ocaml::IntoValue)
}

fn body(definition: &Definition) -> TokenStream {
    match &definition.shape {
        Shape::Unit(_) => quote!(::ocaml::private::number(ocaml_gc, 0)),
        Shape::Transparent(fields) => {
            let pattern = fields.pattern();
            let encoded = fields.ocaml().map(encoded);
            quote! {
                let #pattern = self;
                #(#encoded)*
            }
        }
        Shape::Record(fields) => {
            let pattern = fields.pattern();
            let flat = flat_record(definition, fields);
            let block = block(0, fields);
            quote! {
                let #pattern = self;
                #flat
                #block
            }
        }
        Shape::Tuple(fields) => {
            let pattern = fields.pattern();
            let block = block(0, fields);
            quote! {
                let #pattern = self;
                #block
            }
        }
        Shape::Variant(constructors) | Shape::PolyVariant(constructors) => {
            let arms = constructors.iter().map(arm);
            quote! {
                match self {
                    #(#arms)*
                }
            }
        }
    }
}

fn arm(constructor: &Constructor) -> TokenStream {
    let (fields, place) = (&constructor.fields, &constructor.place);
    let path = &fields.path;
    let pattern = fields.pattern();
    match constructor.tag {
        Tag::Constant(number) => quote!(#pattern => ::ocaml::private::number(ocaml_gc, #number),),
        Tag::Block(tag) => {
            let block = block(tag, fields);
            quote!(#pattern => #block,)
        }
        Tag::Hash(hash) => {
            let argument = match fields.size() {
                1 => fields.ocaml().map(encoded).collect(),
                _ => block(0, fields),
            };
            quote!(#pattern => ::ocaml::private::tagged(ocaml_gc, #hash, #argument),)
        }
        Tag::Skipped => quote!(#path { .. } => ::ocaml::private::skipped(#place),),
    }
}

fn encoded(field: &Field) -> TokenStream {
    let gc = gc();
    let (ty, variable) = (&field.ty, field.variable());
    quote_spanned!(ty.span()=> <#ty as ::ocaml::IntoValue<#gc>>::into_value(#variable, ocaml_gc))
}

fn block(tag: u8, fields: &Fields) -> TokenStream {
    let values = fields.ocaml().map(encoded);
    quote!(::ocaml::private::block(ocaml_gc, #tag, [#(#values),*]))
}

fn flat_record(definition: &Definition, fields: &Fields) -> Option<TokenStream> {
    let gc = gc();
    let is_flat = definition.is_flat(fields, &implemented(), Type::to_token_stream)?;
    let floats = fields.ocaml().map(|field| {
        let (ty, variable) = (&field.ty, field.variable());
        quote!(<#ty as ::ocaml::IntoValue<#gc>>::into_float(#variable))
    });
    Some(quote! {
        if #is_flat {
            return ::ocaml::private::float_block(ocaml_gc, [#(#floats),*]);
        }
    })
}

/// What the library needs to know of the representation.
fn protocol(definition: &Definition) -> TokenStream {
    match &definition.shape {
        Shape::Unit(_) => quote!(
            const IMMEDIATE: bool = true;
        ),
        Shape::Variant(constructors) | Shape::PolyVariant(constructors) => {
            let immediate = constructors
                .iter()
                .all(|constructor| matches!(constructor.tag, Tag::Constant(_) | Tag::Skipped));
            quote!(const IMMEDIATE: bool = #immediate;)
        }
        Shape::Transparent(fields) => fields
            .ocaml()
            .map(|field| transparent(definition, fields, field))
            .collect(),
        Shape::Record(_) | Shape::Tuple(_) => TokenStream::new(),
    }
}

fn transparent(definition: &Definition, fields: &Fields, field: &Field) -> TokenStream {
    let (gc, implemented) = (gc(), implemented());
    let (ty, variable, pattern) = (&field.ty, field.variable(), fields.pattern());
    let always_float = definition
        .always_float(field, &implemented, Type::to_token_stream)
        .map(|always| quote!(const ALWAYS_FLOAT: bool = #always;));
    quote! {
        const FLOAT: bool = <#ty as #implemented<#gc>>::FLOAT;
        const IMMEDIATE: bool = <#ty as #implemented<#gc>>::IMMEDIATE;
        #always_float

        #[inline]
        fn into_float(self) -> f64 {
            let #pattern = self;
            <#ty as #implemented<#gc>>::into_float(#variable)
        }
    }
}
