//! The fields of a struct or constructor: those that OCaml has, and those that only Rust has.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Member, Type};

/// All fields, in their order, with the path that makes a value of them: `Self` or `Self::Circle`.
pub struct Fields {
    pub path: TokenStream,
    /// The name of the constructor of an unboxed variant.
    pub constructor: Option<String>,
    pub all: Vec<Field>,
}

pub struct Field {
    pub member: Member,
    pub ty: Type,
    /// In OCaml; empty if it has none.
    pub name: String,
    pub doc: String,
    /// The type in OCaml, if the user has written it.
    pub text: Option<String>,
    pub source: Source,
    /// Whether OCaml may write to it, which conversions need not know.
    pub mutable: Option<Ident>,
    /// How error messages call it, such as `Example.name`.
    pub place: String,
}

/// Where a field's value comes from.
pub enum Source {
    OCaml,
    /// Skipped: from `Default`.
    Default,
    /// Skipped: from this function.
    Function(ExprPath),
    /// A `PhantomData`, which is nothing at run time.
    Phantom,
}

impl Field {
    pub fn is_ocaml(&self) -> bool {
        matches!(self.source, Source::OCaml)
    }

    /// The variable that holds the field. A prefix keeps it apart from everything else.
    pub fn variable(&self) -> Ident {
        match &self.member {
            Member::Named(name) => format_ident!("field_{}", name, span = Span::mixed_site()),
            Member::Unnamed(index) => format_ident!("field_{}", index.index, span = Span::mixed_site()),
        }
    }
}

impl Fields {
    /// Those that OCaml has, in their order.
    pub fn ocaml(&self) -> impl Iterator<Item = &Field> {
        self.all.iter().filter(|field| field.is_ocaml())
    }

    /// How many fields OCaml has.
    pub fn size(&self) -> usize {
        self.ocaml().count()
    }

    /// A value of these fields. `decode` makes the expression for the field with this number in OCaml.
    pub fn construct(&self, decode: impl Fn(usize, &Field) -> TokenStream) -> TokenStream {
        let mut index = 0;
        let fields = self.all.iter().map(|field| {
            let (member, ty) = (&field.member, &field.ty);
            let content = match &field.source {
                Source::OCaml => {
                    index += 1;
                    decode(index - 1, field)
                }
                Source::Default => {
                    quote_spanned!(ty.span()=> ::ocaml::private::untrusting(::core::default::Default::default))
                }
                Source::Function(path) => {
                    // The closure is the macro's in the eyes of lints.
                    let span = Span::mixed_site().located_at(path.span());
                    let call = quote_spanned!(path.span()=> #path());
                    quote_spanned!(span=> ::ocaml::private::untrusting(|| #call))
                }
                Source::Phantom => quote_spanned!(ty.span()=> ::core::marker::PhantomData),
            };
            quote_spanned!(ty.span()=> #member: #content)
        });
        let path = &self.path;
        quote!(#path { #(#fields),* })
    }

    /// A pattern that puts OCaml's fields into their variables.
    pub fn pattern(&self) -> TokenStream {
        let fields = self.all.iter().filter_map(|field| {
            let (member, variable) = (&field.member, field.variable());
            match &field.source {
                Source::OCaml => Some(quote!(#member: #variable,)),
                Source::Phantom => Some(quote_spanned!(field.ty.span()=> #member: ::core::marker::PhantomData,)),
                Source::Default | Source::Function(_) => None,
            }
        });
        let path = &self.path;
        quote!(#path { #(#fields)* .. })
    }
}
