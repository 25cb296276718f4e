//! Whether OCaml stores a record flat: when all its fields are floats, by their types, whatever these are called.
//!
//! That is so also where OCaml is built without flat float arrays. OCaml decides it where the record is defined. A field of a type parameter is never a float then, whatever the
//! parameter will be; a field of a generic type is one if the type is a float for every parameter, such as
//! `struct Length<Unit>(f64, PhantomData<Unit>)`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{GenericArgument, PathArguments, Type};

use super::generics::gc;
use super::{Definition, Field, Fields, bare};

impl Definition {
    /// The condition under which the record is flat; `None` if it cannot be. `in_impl` makes a type fit the impl.
    pub fn is_flat(
        &self,
        fields: &Fields,
        implemented: &TokenStream,
        in_impl: impl Fn(&Type) -> TokenStream,
    ) -> Option<TokenStream> {
        let all = fields
            .ocaml()
            .map(|field| self.always_float(field, implemented, &in_impl))
            .collect::<Option<Vec<_>>>()?;
        Some(quote!(true #(&& #all)*))
    }

    /// Whether a field is a float whatever the type parameters are: an expression, or `None` if it is not.
    pub fn always_float(
        &self,
        field: &Field,
        implemented: &TokenStream,
        in_impl: impl Fn(&Type) -> TokenStream,
    ) -> Option<TokenStream> {
        let gc = gc();
        let ty = in_impl(&field.ty);
        if !self.is_generic(&field.ty) {
            Some(quote_spanned!(field.ty.span()=> <#ty as #implemented<#gc>>::FLOAT))
        } else if !self.is_parameter(pointee(&field.ty)) {
            Some(quote_spanned!(field.ty.span()=> <#ty as #implemented<#gc>>::ALWAYS_FLOAT))
        } else {
            None
        }
    }
}

/// What a `Box`, `Rc` or `Arc` points to: in OCaml it is just that.
fn pointee(ty: &Type) -> &Type {
    let Type::Path(path) = bare(ty) else {
        return ty;
    };
    match path.path.segments.last().map(|last| (&last.ident, &last.arguments)) {
        Some((name, PathArguments::AngleBracketed(arguments)))
            if ["Box", "Rc", "Arc"].iter().any(|pointer| name == pointer) =>
        {
            match arguments.args.first() {
                Some(GenericArgument::Type(inner)) => pointee(inner),
                _ => ty,
            }
        }
        _ => ty,
    }
}
