use proc_macro2::TokenStream;
use quote::{ToTokens, TokenStreamExt};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Generics, Result, Token, Type, braced, token};

use super::function::Function;

/// `impl Type { … }` or `impl Trait for Type { … }`
pub struct ImplBlock {
    pub attrs: Vec<Attribute>,
    pub unsafety: Option<Token![unsafe]>,
    pub impl_token: Token![impl],
    pub generics: Generics,
    /// The trait, as a type.
    pub of_trait: Option<(Option<Token![!]>, Type, Token![for])>,
    pub self_ty: Type,
    pub brace: token::Brace,
    /// `#![…]`
    pub inner: Vec<Attribute>,
    pub items: Vec<ImplItem>,
}

pub enum ImplItem {
    Function(Box<Function>),
    /// Any other, as it is written.
    Other(TokenStream),
}

impl Parse for ImplBlock {
    fn parse(input: ParseStream) -> Result<ImplBlock> {
        let attrs = input.call(Attribute::parse_outer)?;
        let unsafety = input.parse()?;
        let impl_token = input.parse()?;
        let mut generics: Generics = input.parse()?;
        let negative = input.parse::<Option<Token![!]>>()?;
        let first = input.parse()?;
        let (of_trait, self_ty) = match input.parse::<Option<Token![for]>>()? {
            Some(of) => (Some((negative, first, of)), input.parse()?),
            None => (None, first),
        };
        generics.where_clause = input.parse()?;
        let content;
        let brace = braced!(content in input);
        let inner = content.call(Attribute::parse_inner)?;
        let mut items = Vec::new();
        while !content.is_empty() {
            items.push(content.parse()?);
        }
        Ok(ImplBlock {
            attrs,
            unsafety,
            impl_token,
            generics,
            of_trait,
            self_ty,
            brace,
            inner,
            items,
        })
    }
}

impl Parse for ImplItem {
    fn parse(input: ParseStream) -> Result<ImplItem> {
        match Function::is_next(input) {
            true => Ok(ImplItem::Function(Box::new(input.parse()?))),
            false => Ok(ImplItem::Other(other(input)?)),
        }
    }
}

/// An item up to its semicolon, or to the braces of a macro call.
fn other(input: ParseStream) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut after_bang = false;
    while !input.is_empty() {
        let (is_end, is_block) = (input.peek(Token![;]), after_bang && input.peek(token::Brace));
        // Behind a `!` that is no macro's the item comes apart, which is no harm: nothing looks at it.
        after_bang = input.peek(Token![!]);
        input.parse::<proc_macro2::TokenTree>()?.to_tokens(&mut tokens);
        if is_end || is_block {
            break;
        }
    }
    Ok(tokens)
}

impl ToTokens for ImplBlock {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.unsafety.to_tokens(tokens);
        self.impl_token.to_tokens(tokens);
        self.generics.to_tokens(tokens);
        if let Some((negative, path, of)) = &self.of_trait {
            negative.to_tokens(tokens);
            path.to_tokens(tokens);
            of.to_tokens(tokens);
        }
        self.self_ty.to_tokens(tokens);
        self.generics.where_clause.to_tokens(tokens);
        self.brace.surround(tokens, |tokens| {
            tokens.append_all(&self.inner);
            tokens.append_all(&self.items);
        });
    }
}

impl ToTokens for ImplItem {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            ImplItem::Function(function) => function.to_tokens(tokens),
            ImplItem::Other(other) => other.to_tokens(tokens),
        }
    }
}
