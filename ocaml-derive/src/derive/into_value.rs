//! Writes `impl IntoValue`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericParam, Member};

use super::generics::{gc, without_lifetimes};
use super::{Constructor, Definition, Field, Shape, Variant};

pub fn expand(definition: &Definition) -> TokenStream {
    let gc = gc();
    let implemented = quote!(::ocaml::IntoValue);
    let ident = &definition.ident;
    let lifetimes = definition
        .generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Lifetime(parameter) => Some(parameter),
            _ => None,
        });
    let parameters = parameters(definition);
    let (_, arguments, _) = definition.generics.split_for_impl();
    let bounds = definition.bounds(&implemented);
    let predicates = definition.predicates();
    let body = body(definition);
    let protocol = protocol(definition);
    quote! {
        #[automatically_derived]
        #[allow(unsafe_code, clippy::undocumented_unsafe_blocks)]
        unsafe impl<#gc, #(#lifetimes,)* #(#parameters),*> #implemented<#gc> for #ident #arguments
        where
            #(#bounds,)*
            #(#predicates,)*
        {
            #[inline]
            fn into_value(self, gc: &#gc ::ocaml::Runtime) -> ::ocaml::Value<#gc> {
                #body
            }
            #protocol
        }
    }
}

/// Type and const parameters, with the user's own lifetimes in their bounds.
fn parameters(definition: &Definition) -> Vec<TokenStream> {
    if definition.generics.lifetimes().next().is_none() {
        return without_lifetimes(&definition.generics);
    }
    let mut generics = definition.generics.clone();
    generics
        .type_params_mut()
        .for_each(|parameter| parameter.default = None);
    generics
        .const_params_mut()
        .for_each(|parameter| parameter.default = None);
    generics
        .params
        .iter()
        .filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)))
        .map(|parameter| quote!(#parameter))
        .collect()
}

fn body(definition: &Definition) -> TokenStream {
    match &definition.shape {
        Shape::Unit => quote! {
            let _ = gc;
            ::ocaml::Value::int(0)
        },
        Shape::Transparent { path, field } => {
            let gc = gc();
            let member = &field.member;
            let ty = &field.ty;
            let encoded = quote_spanned!(ty.span()=> <#ty as ::ocaml::IntoValue<#gc>>::into_value(field, gc));
            quote! {
                let #path { #member: field } = self;
                #encoded
            }
        }
        Shape::Record(fields) => {
            let pattern = pattern(quote!(Self), fields);
            let flat = flat_record(definition, fields);
            let block = block(0, fields);
            quote! {
                let #pattern = self;
                #flat
                #block
            }
        }
        Shape::Tuple(fields) => {
            let pattern = pattern(quote!(Self), fields);
            let block = block(0, fields);
            quote! {
                let #pattern = self;
                #block
            }
        }
        Shape::Variants(variants) => self::variants(variants),
    }
}

/// The variable that holds a field. A prefix keeps it apart from everything else.
fn variable(field: &Field) -> Ident {
    match &field.member {
        Member::Named(name) => format_ident!("field_{}", name, span = Span::mixed_site()),
        Member::Unnamed(index) => format_ident!("field_{}", index.index, span = Span::mixed_site()),
    }
}

fn pattern(path: TokenStream, fields: &[Field]) -> TokenStream {
    let fields = fields.iter().map(|field| {
        let (member, variable) = (&field.member, variable(field));
        quote!(#member: #variable)
    });
    quote!(#path { #(#fields),* })
}

fn block(tag: u8, fields: &[Field]) -> TokenStream {
    let gc = gc();
    let values = fields.iter().map(|field| {
        let (ty, variable) = (&field.ty, variable(field));
        quote_spanned!(ty.span()=> <#ty as ::ocaml::IntoValue<#gc>>::into_value(#variable, gc))
    });
    quote!(::ocaml::private::block(gc, #tag, [#(#values),*]))
}

/// OCaml stores a record flat when all its fields are floats, by their types, whatever they are called.
fn flat_record(definition: &Definition, fields: &[Field]) -> TokenStream {
    if fields.iter().any(|field| definition.is_generic(&field.ty)) {
        return TokenStream::new();
    }
    let gc = gc();
    let all_floats = fields.iter().map(|field| {
        let ty = &field.ty;
        quote_spanned!(ty.span()=> <#ty as ::ocaml::IntoValue<#gc>>::FLOAT)
    });
    let floats = fields.iter().map(|field| {
        let (ty, variable) = (&field.ty, variable(field));
        quote!(<#ty as ::ocaml::IntoValue<#gc>>::into_float(#variable))
    });
    quote! {
        if ::ocaml::private::FLAT #(&& #all_floats)* {
            return ::ocaml::private::float_block(gc, [#(#floats),*]);
        }
    }
}

fn variants(variants: &[Variant]) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let ident = &variant.ident;
        match &variant.constructor {
            Constructor::Constant(number) => quote!(Self::#ident => ::ocaml::Value::int(#number),),
            Constructor::Block { tag, fields } => {
                let pattern = pattern(quote!(Self::#ident), fields);
                let block = block(*tag, fields);
                quote!(#pattern => #block,)
            }
        }
    });
    quote! {
        let _ = gc;
        match self {
            #(#arms)*
        }
    }
}

/// What the library needs to know of the representation.
fn protocol(definition: &Definition) -> TokenStream {
    let gc = gc();
    match &definition.shape {
        Shape::Unit => quote!(
            const IMMEDIATE: bool = true;
        ),
        Shape::Variants(variants) => {
            let immediate = variants
                .iter()
                .all(|variant| matches!(variant.constructor, Constructor::Constant(_)));
            quote!(const IMMEDIATE: bool = #immediate;)
        }
        Shape::Transparent { path, field } => {
            let (ty, member) = (&field.ty, &field.member);
            quote! {
                const FLOAT: bool = <#ty as ::ocaml::IntoValue<#gc>>::FLOAT;
                const IMMEDIATE: bool = <#ty as ::ocaml::IntoValue<#gc>>::IMMEDIATE;

                #[inline]
                fn into_float(self) -> f64 {
                    let #path { #member: field } = self;
                    <#ty as ::ocaml::IntoValue<#gc>>::into_float(field)
                }
            }
        }
        Shape::Record(_) | Shape::Tuple(_) => TokenStream::new(),
    }
}
