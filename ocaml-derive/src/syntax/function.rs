use proc_macro2::{Group, TokenStream};
use quote::{ToTokens, TokenStreamExt};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Abi, Attribute, Generics, Ident, Result, ReturnType, Token, Visibility, braced, parenthesized, token};

use super::parameter::{Parameter, SelfParameter};

/// A function, of a module or an impl block.
#[derive(Clone)]
pub struct Function {
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    pub sig: Signature,
    /// The block.
    pub body: Group,
}

#[derive(Clone)]
pub struct Signature {
    pub constness: Option<Token![const]>,
    pub asyncness: Option<Token![async]>,
    pub unsafety: Option<Token![unsafe]>,
    pub abi: Option<Abi>,
    pub fn_token: Token![fn],
    pub ident: Ident,
    pub generics: Generics,
    pub paren: token::Paren,
    pub inputs: Punctuated<Parameter, Token![,]>,
    pub output: ReturnType,
}

impl Function {
    /// Whether a function follows.
    pub fn is_next(input: ParseStream) -> bool {
        let ahead = input.fork();
        let begins = || -> Result<bool> {
            Attribute::parse_outer(&ahead)?;
            ahead.parse::<Visibility>()?;
            ahead.parse::<Option<Token![const]>>()?;
            ahead.parse::<Option<Token![async]>>()?;
            ahead.parse::<Option<Token![unsafe]>>()?;
            ahead.parse::<Option<Abi>>()?;
            Ok(ahead.peek(Token![fn]))
        };
        begins().unwrap_or(false)
    }
}

impl Signature {
    /// The `self` of a method.
    pub fn receiver(&self) -> Option<&SelfParameter> {
        match self.inputs.first()? {
            Parameter::Receiver(receiver) => Some(receiver),
            Parameter::Typed(_) | Parameter::Variadic(_) => None,
        }
    }
}

impl Parse for Function {
    fn parse(input: ParseStream) -> Result<Function> {
        Ok(Function {
            attrs: input.call(Attribute::parse_outer)?,
            vis: input.parse()?,
            sig: input.parse()?,
            body: body(input)?,
        })
    }
}

fn body(input: ParseStream) -> Result<Group> {
    let content;
    let braces = braced!(content in input);
    let mut body = Group::new(proc_macro2::Delimiter::Brace, content.parse()?);
    body.set_span(braces.span.join());
    Ok(body)
}

impl Parse for Signature {
    fn parse(input: ParseStream) -> Result<Signature> {
        let inputs;
        let mut sig = Signature {
            constness: input.parse()?,
            asyncness: input.parse()?,
            unsafety: input.parse()?,
            abi: input.parse()?,
            fn_token: input.parse()?,
            ident: input.parse()?,
            generics: input.parse()?,
            paren: parenthesized!(inputs in input),
            inputs: inputs.call(Punctuated::parse_terminated)?,
            output: input.parse()?,
        };
        sig.generics.where_clause = input.parse()?;
        Ok(sig)
    }
}

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.vis.to_tokens(tokens);
        self.sig.to_tokens(tokens);
        self.body.to_tokens(tokens);
    }
}

impl ToTokens for Signature {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.constness.to_tokens(tokens);
        self.asyncness.to_tokens(tokens);
        self.unsafety.to_tokens(tokens);
        self.abi.to_tokens(tokens);
        self.fn_token.to_tokens(tokens);
        self.ident.to_tokens(tokens);
        self.generics.to_tokens(tokens);
        self.paren.surround(tokens, |tokens| self.inputs.to_tokens(tokens));
        self.output.to_tokens(tokens);
        self.generics.where_clause.to_tokens(tokens);
    }
}
