//! Writes the impls of an exception.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::describe::fields;
use super::generics::gc;
use super::{Exception, Exceptions, Field};
use crate::describe::{descriptor, place};

pub fn expand(exceptions: &Exceptions) -> TokenStream {
    let gc = gc();
    let (ident, lints) = (&exceptions.ident, &exceptions.lints);
    let type_name = ident.to_string();
    let count = exceptions.all.len();
    let module = match &exceptions.module {
        Some(module) => quote!(#module),
        None => quote!(::core::module_path!()),
    };
    let constructors = exceptions.all.iter().map(|exception| constructor(exception, &module));
    let all = || exceptions.all.iter().enumerate();
    let encode = all().map(|(index, exception)| encode(index, exception));
    let decode = all().map(|(index, exception)| decode(index, exception));
    let names = all().map(|(index, exception)| {
        let path = &exception.fields.path;
        quote!(#path { .. } => OCAML_CONSTRUCTORS[#index].name(),)
    });
    let from = exceptions.from.then(|| {
        quote! {
            #[automatically_derived]
            #(#lints)*
            impl ::core::convert::From<#ident> for ::ocaml::Error {
                #[cold]
                fn from(exception: #ident) -> ::ocaml::Error {
                    ::ocaml::Error::own(exception)
                }
            }
        }
    });
    quote! {
        const _: () = {
            static OCAML_CONSTRUCTORS: [::ocaml::private::Constructor; #count] = [#(#constructors),*];

            #[automatically_derived]
            #(#lints)*
            unsafe impl<OcamlDirection> ::ocaml::Describe<OcamlDirection> for #ident {
                const TYPE: ::ocaml::Type = ::ocaml::Type::named("exn", &[]);
                const EXCEPTION: bool = true;
            }

            #[automatically_derived]
            #(#lints)*
            unsafe impl<#gc> ::ocaml::IntoValue<#gc> for #ident {
                fn into_value(self, ocaml_gc: &#gc ::ocaml::Runtime) -> ::ocaml::Value<#gc> {
                    match self {
                        #(#encode)*
                    }
                }
                const EXCEPTION: bool = true;
            }

            #[automatically_derived]
            #(#lints)*
            unsafe impl<#gc> ::ocaml::FromValue<#gc> for #ident {
                fn from_value(
                    ocaml_value: ::ocaml::Value<#gc>,
                ) -> ::core::result::Result<Self, ::ocaml::ConversionError> {
                    ::ocaml::private::exception_from_value(ocaml_value, #type_name)
                }
            }

            #[automatically_derived]
            #(#lints)*
            unsafe impl ::ocaml::Exception for #ident {
                fn exception_name(&self) -> &'static str {
                    match self {
                        #(#names)*
                    }
                }

                fn from_exn(
                    ocaml_exn: ::ocaml::Exn<'_>,
                ) -> ::core::option::Option<::core::result::Result<Self, ::ocaml::ConversionError>> {
                    #(#decode)*
                    ::core::option::Option::None
                }
            }
        };
        #from
    }
}

/// The constructor of an exception, which leaves the descriptor.
fn constructor(exception: &Exception, prefix: &TokenStream) -> TokenStream {
    let (name, doc, place) = (&exception.name, &exception.doc, place(exception.span));
    let fields = fields(&exception.fields, &quote!(::ocaml::private::Given));
    let descriptor = descriptor(
        quote!(Exception),
        quote! {
            ::ocaml::private::interface::Exception {
                name: #name,
                place: #place,
                prefix: #prefix,
                fields: #fields,
                doc: #doc,
            }
        },
    );
    quote! {
        {
            #[allow(unused_imports)]
            use ::ocaml::private::Undescribed as _;
            #descriptor
            ::ocaml::private::Constructor::new(#prefix, #name, ocaml_guard)
        }
    }
}

/// The arm that builds an exception.
fn encode(index: usize, exception: &Exception) -> TokenStream {
    let pattern = exception.fields.pattern();
    let arguments: Vec<_> = exception.fields.ocaml().map(encoded).collect();
    let built = match arguments.len() {
        0 => quote!(ocaml_constructor),
        _ => quote!(::ocaml::private::block(ocaml_gc, 0, [ocaml_constructor, #(#arguments),*])),
    };
    quote!(#pattern => OCAML_CONSTRUCTORS[#index].build(ocaml_gc, |ocaml_constructor| #built),)
}

fn encoded(field: &Field) -> TokenStream {
    let gc = gc();
    let (ty, variable) = (&field.ty, field.variable());
    quote_spanned!(ty.span()=> <#ty as ::ocaml::IntoValue<#gc>>::into_value(#variable, ocaml_gc))
}

/// The test for an exception, and what it is in Rust.
fn decode(index: usize, exception: &Exception) -> TokenStream {
    let what = format!("the exception {}", exception.name);
    let size = exception.fields.size();
    let checked = match size {
        0 => quote!(::ocaml::private::constant_exception(ocaml_exn, #what)?;),
        // The constructor comes before the arguments.
        _ => quote! {
            let ocaml_block = ::ocaml::private::Block::expect(ocaml_exn.value(), 0, #size + 1, #what)?;
        },
    };
    let made = exception.fields.construct(|index, field| {
        let (ty, place) = (&field.ty, &field.place);
        quote_spanned!(ty.span()=> ocaml_block.field::<#ty>(#index + 1, #place)?)
    });
    quote! {
        if OCAML_CONSTRUCTORS[#index].matches(ocaml_exn) {
            return ::core::option::Option::Some((|| {
                #checked
                ::core::result::Result::Ok(#made)
            })());
        }
    }
}
