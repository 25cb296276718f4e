use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Result, Token, Type, Visibility};

/// What is said about a constant before its value.
pub struct Constant {
    pub attrs: Vec<Attribute>,
    pub ident: Ident,
    pub ty: Type,
}

impl Parse for Constant {
    fn parse(input: ParseStream) -> Result<Constant> {
        let attrs = input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        input.parse::<Token![const]>()?;
        let ident = input.call(Ident::parse_any)?;
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        input.parse::<Token![=]>()?;
        input.parse::<TokenStream>()?;
        Ok(Constant { attrs, ident, ty })
    }
}
