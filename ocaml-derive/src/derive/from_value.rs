//! Writes `impl FromValue`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;

use super::generics::{gc, tied, tied_arguments, without_lifetimes};
use super::{Constructor, Definition, Field, Shape, Variant};

pub fn expand(definition: &Definition) -> TokenStream {
    let gc = gc();
    let implemented = quote!(::ocaml::FromValue);
    let ident = &definition.ident;
    let parameters = without_lifetimes(&definition.generics);
    let arguments = tied_arguments(&definition.generics);
    let bounds = definition.bounds(&implemented);
    let predicates = definition.predicates().into_iter().map(tied);
    let body = body(definition);
    let flat = flat_protocol(definition);
    quote! {
        #[automatically_derived]
        #[allow(unsafe_code, clippy::undocumented_unsafe_blocks)]
        unsafe impl<#gc, #(#parameters),*> #implemented<#gc> for #ident<#(#arguments),*>
        where
            #(#bounds,)*
            #(#predicates,)*
        {
            #[inline]
            fn from_value(
                value: ::ocaml::Value<#gc>,
            ) -> ::core::result::Result<Self, ::ocaml::ConversionError> {
                #body
            }
            #flat
        }
    }
}

fn body(definition: &Definition) -> TokenStream {
    let name = definition.ident.to_string();
    match &definition.shape {
        Shape::Unit => quote! {
            match ::ocaml::private::constant(value, #name)? {
                0 => ::core::result::Result::Ok(Self {}),
                _ => ::core::result::Result::Err(::ocaml::private::unknown_constructor(value, #name)),
            }
        },
        Shape::Transparent { path, field } => {
            let member = &field.member;
            let gc = gc();
            let ty = tied(field.ty.to_token_stream());
            let decoded = quote_spanned!(field.ty.span()=> <#ty as ::ocaml::FromValue<#gc>>::from_value(value));
            quote!(::core::result::Result::Ok(#path { #member: #decoded? }))
        }
        Shape::Record(fields) => {
            let normal = block(quote!(Self), 0, fields, &name, "the record");
            let flat = flat_record(definition, fields, &name);
            quote!(#flat #normal)
        }
        Shape::Tuple(fields) => block(quote!(Self), 0, fields, &name, "the tuple"),
        Shape::Variants(variants) => self::variants(variants, &name),
    }
}

fn block(path: TokenStream, tag: u8, fields: &[Field], name: &str, what: &str) -> TokenStream {
    let size = fields.len();
    let what = format!("{what} {name}");
    let fields = field_inits(fields);
    quote! {
        let block = ::ocaml::private::Block::expect(value, #tag, #size, #what)?;
        ::core::result::Result::Ok(#path { #(#fields),* })
    }
}

fn field_inits(fields: &[Field]) -> Vec<TokenStream> {
    fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let (member, place) = (&field.member, &field.place);
            let ty = tied(field.ty.to_token_stream());
            quote_spanned!(field.ty.span()=> #member: block.field::<#ty>(#index, #place)?)
        })
        .collect()
}

/// OCaml stores a record flat when all its fields are floats, by their types, whatever they are called.
fn flat_record(definition: &Definition, fields: &[Field], name: &str) -> TokenStream {
    if fields.iter().any(|field| definition.is_generic(&field.ty)) {
        return TokenStream::new();
    }
    let gc = gc();
    let size = fields.len();
    let what = format!("the record {name}, which is flat");
    let all_floats = fields.iter().map(|field| {
        let ty = tied(field.ty.to_token_stream());
        quote_spanned!(field.ty.span()=> <#ty as ::ocaml::FromValue<#gc>>::FLOAT)
    });
    let fields = field_inits(fields);
    quote! {
        if ::ocaml::private::FLAT #(&& #all_floats)* {
            let block = ::ocaml::private::FloatBlock::expect(value, #size, #what)?;
            return ::core::result::Result::Ok(Self { #(#fields),* });
        }
    }
}

fn variants(variants: &[Variant], name: &str) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let ident = &variant.ident;
        match &variant.constructor {
            Constructor::Constant(number) => quote! {
                ::ocaml::private::Shape::Constant(#number) => ::core::result::Result::Ok(Self::#ident),
            },
            Constructor::Block { tag, fields } => {
                let block = block(quote!(Self::#ident), *tag, fields, &variant.place, "the constructor");
                quote!(::ocaml::private::Shape::Block(#tag) => { #block })
            }
        }
    });
    quote! {
        match ::ocaml::private::shape(value) {
            #(#arms)*
            _ => ::core::result::Result::Err(::ocaml::private::unknown_constructor(value, #name)),
        }
    }
}

/// A transparent type is a float when its field is one.
fn flat_protocol(definition: &Definition) -> TokenStream {
    let Shape::Transparent { path, field } = &definition.shape else {
        return TokenStream::new();
    };
    let gc = gc();
    let member = &field.member;
    let ty = tied(field.ty.to_token_stream());
    quote! {
        const FLOAT: bool = <#ty as ::ocaml::FromValue<#gc>>::FLOAT;

        #[inline]
        fn from_float(
            float: f64,
            gc: &#gc ::ocaml::Runtime,
        ) -> ::core::result::Result<Self, ::ocaml::ConversionError> {
            ::core::result::Result::Ok(#path {
                #member: <#ty as ::ocaml::FromValue<#gc>>::from_float(float, gc)?,
            })
        }
    }
}
