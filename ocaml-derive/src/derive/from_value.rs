//! Writes `impl FromValue`.
//!
//! The variables of the expansion have long names: a constant or function of the user called `value` would otherwise be
//! found in their place, or found by the user's `default` function in place of its own.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::generics::{gc, parameters, tied, tied_arguments};
use super::{Constructor, Definition, Fields, Shape, Tag};

pub fn expand(definition: &Definition) -> TokenStream {
    let gc = gc();
    let implemented = implemented();
    let (ident, lints) = (&definition.ident, &definition.lints);
    // The impl has one lifetime for all of the type's.
    let (_, parameters) = parameters(&definition.generics);
    let parameters = parameters.into_iter().map(tied);
    let arguments = tied_arguments(&definition.generics);
    let bounds = definition.bounds(&implemented).into_iter().map(tied);
    let defaults = definition.default_bounds().into_iter().map(tied);
    let predicates = definition.predicates().map(tied);
    let body = body(definition);
    let checked = checked(definition);
    let protocol = protocol(definition);
    let inline = definition.inline();
    quote! {
        #[automatically_derived]
        #(#lints)*
        unsafe impl<#gc, #(#parameters),*> #implemented<#gc> for #ident<#(#arguments),*>
        where
            #(#bounds,)*
            #(#defaults,)*
            #(#predicates,)*
        {
            #inline
            fn from_value(
                ocaml_value: ::ocaml::Value<#gc>,
            ) -> ::core::result::Result<Self, ::ocaml::ConversionError> {
                #body
            }

            const CHECKED: bool = #checked;
            #protocol
        }
    }
}

/// Whether every field is.
fn checked(definition: &Definition) -> TokenStream {
    let (gc, implemented) = (gc(), implemented());
    let fields = definition.fields().filter(|field| field.is_ocaml()).map(|field| {
        let ty = tied(&field.ty);
        quote_spanned!(field.ty.span()=> <#ty as #implemented<#gc>>::CHECKED)
    });
    quote!(true #(&& #fields)*)
}

fn implemented() -> TokenStream {
    quote!(::ocaml::FromValue)
}

fn body(definition: &Definition) -> TokenStream {
    let name = definition.ident.unraw().to_string();
    match &definition.shape {
        Shape::Unit(fields) => {
            let made = constant(fields);
            quote! {
                match ::ocaml::private::constant(ocaml_value, #name)? {
                    0 => ::core::result::Result::Ok(#made),
                    _ => ::core::result::Result::Err(::ocaml::private::unknown_constructor(ocaml_value, #name)),
                }
            }
        }
        Shape::Transparent(fields) => decoded(fields, quote!(ocaml_value)),
        Shape::Record(fields) => {
            let flat = flat_record(definition, fields, &name);
            let normal = block(fields, 0, quote!(ocaml_value), &format!("the record {name}"));
            quote!(#flat #normal)
        }
        Shape::Tuple(fields) => block(fields, 0, quote!(ocaml_value), &format!("the tuple {name}")),
        Shape::Variant(constructors) => variant(constructors, &name),
        Shape::PolyVariant(constructors) => poly_variant(constructors, &name),
    }
}

/// A value without a field that is OCaml's.
fn constant(fields: &Fields) -> TokenStream {
    fields.construct(|_, _| TokenStream::new())
}

/// A value whose only OCaml field is `value`.
fn decoded(fields: &Fields, value: TokenStream) -> TokenStream {
    let (gc, implemented) = (gc(), implemented());
    let made = fields.construct(|_, field| {
        let (ty, place) = (tied(&field.ty), &field.place);
        let decoded = quote_spanned!(field.ty.span()=> <#ty as #implemented<#gc>>::from_value(#value));
        quote!(::ocaml::private::at(#decoded, #place)?)
    });
    quote!(::core::result::Result::Ok(#made))
}

/// A value whose OCaml fields are those of the block `value`.
fn block(fields: &Fields, tag: u8, value: TokenStream, what: &str) -> TokenStream {
    let size = fields.size();
    let made = from_block(fields);
    quote! {
        let ocaml_block = ::ocaml::private::Block::expect(#value, #tag, #size, #what)?;
        ::core::result::Result::Ok(#made)
    }
}

fn from_block(fields: &Fields) -> TokenStream {
    fields.construct(|index, field| {
        let (ty, place) = (tied(&field.ty), &field.place);
        quote_spanned!(field.ty.span()=> ocaml_block.field::<#ty>(#index, #place)?)
    })
}

fn flat_record(definition: &Definition, fields: &Fields, name: &str) -> Option<TokenStream> {
    let is_flat = definition.is_flat(fields, &implemented(), |ty| tied(ty))?;
    let size = fields.size();
    let what = format!("the record {name}, which is flat");
    let made = from_block(fields);
    Some(quote! {
        if #is_flat {
            let ocaml_block = ::ocaml::private::FloatBlock::expect(ocaml_value, #size, #what)?;
            return ::core::result::Result::Ok(#made);
        }
    })
}

fn variant(constructors: &[Constructor], name: &str) -> TokenStream {
    let arms = constructors.iter().filter_map(|constructor| match constructor.tag {
        Tag::Constant(number) => {
            let made = constant(&constructor.fields);
            Some(quote! {
                ::ocaml::private::Shape::Constant(#number) => ::core::result::Result::Ok(#made),
            })
        }
        Tag::Block(tag) => {
            let (shape, made) = (shape(tag), from_block(&constructor.fields));
            Some(quote! {
                ::ocaml::private::Shape::Block(#shape, ocaml_block) => {
                    let ocaml_block = ocaml_block.known::<#shape>();
                    ::core::result::Result::Ok(#made)
                }
            })
        }
        Tag::Hash(_) | Tag::Skipped => None,
    });
    let shapes = constructors.iter().filter_map(|constructor| match constructor.tag {
        Tag::Block(tag) => {
            let (shape, size) = (shape(tag), constructor.fields.size());
            Some(quote!(const #shape: usize = ::ocaml::private::arguments(#tag, #size);))
        }
        _ => None,
    });
    quote! {
        #(#shapes)*
        match ::ocaml::private::shape(ocaml_value) {
            #(#arms)*
            _ => ::core::result::Result::Err(::ocaml::private::unknown_constructor(ocaml_value, #name)),
        }
    }
}

/// The name of the constant for a constructor with arguments.
fn shape(tag: u8) -> Ident {
    format_ident!("OCAML_SHAPE_{tag}", span = Span::mixed_site())
}

fn poly_variant(constructors: &[Constructor], name: &str) -> TokenStream {
    let arms = constructors.iter().filter_map(|constructor| match constructor.tag {
        Tag::Constant(hash) => {
            let made = constant(&constructor.fields);
            Some(quote! {
                ::ocaml::private::PolyShape::Constant(#hash) => ::core::result::Result::Ok(#made),
            })
        }
        Tag::Hash(hash) => {
            let made = argument(constructor);
            Some(quote!(::ocaml::private::PolyShape::Argument(#hash, ocaml_argument) => { #made }))
        }
        Tag::Block(_) | Tag::Skipped => None,
    });
    quote! {
        match ::ocaml::private::poly_shape(ocaml_value) {
            #(#arms)*
            _ => ::core::result::Result::Err(::ocaml::private::unknown_tag(ocaml_value, #name)),
        }
    }
}

/// The argument of a polymorphic variant: several are a tuple.
fn argument(constructor: &Constructor) -> TokenStream {
    match constructor.fields.size() {
        1 => decoded(&constructor.fields, quote!(ocaml_argument)),
        _ => {
            let what = format!("the arguments of {}", constructor.place);
            block(&constructor.fields, 0, quote!(ocaml_argument), &what)
        }
    }
}

/// A transparent type is a float when its field is one.
fn protocol(definition: &Definition) -> TokenStream {
    let Shape::Transparent(fields) = &definition.shape else {
        return TokenStream::new();
    };
    let (gc, implemented) = (gc(), implemented());
    let float = fields.ocaml().map(|field| {
        let ty = tied(&field.ty);
        quote!(<#ty as #implemented<#gc>>::FLOAT)
    });
    let always_float = fields
        .ocaml()
        .filter_map(|field| definition.always_float(field, &implemented, |ty| tied(ty)))
        .map(|always| quote!(const ALWAYS_FLOAT: bool = #always;));
    let made = fields.construct(|_, field| {
        let ty = tied(&field.ty);
        quote!(<#ty as #implemented<#gc>>::from_float(ocaml_float, ocaml_gc)?)
    });
    quote! {
        #(const FLOAT: bool = #float;)*
        #(#always_float)*

        #[inline]
        fn from_float(
            ocaml_float: f64,
            ocaml_gc: &#gc ::ocaml::Runtime,
        ) -> ::core::result::Result<Self, ::ocaml::ConversionError> {
            ::core::result::Result::Ok(#made)
        }
    }
}
