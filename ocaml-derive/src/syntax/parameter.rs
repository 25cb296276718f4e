use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Lifetime, Result, Token, Type};

/// A parameter of a function.
#[derive(Clone)]
pub enum Parameter {
    Receiver(SelfParameter),
    Typed(Typed),
    /// `...`
    Variadic(TokenStream),
}

/// `self`, `&'a mut self`, `self: Box<Self>`.
#[derive(Clone)]
pub struct SelfParameter {
    pub attrs: Vec<Attribute>,
    pub reference: Option<(Token![&], Option<Lifetime>)>,
    pub mutability: Option<Token![mut]>,
    pub self_token: Token![self],
    pub ty: Option<(Token![:], Type)>,
}

/// `pattern: Type`
#[derive(Clone)]
pub struct Typed {
    pub attrs: Vec<Attribute>,
    pub pattern: Pattern,
    pub colon: Token![:],
    pub ty: Type,
}

/// What binds an argument.
#[derive(Clone)]
pub struct Pattern(TokenStream);

impl Pattern {
    /// The variable, if the whole argument is bound to one.
    pub fn ident(&self) -> Option<Ident> {
        let mut tokens = ungrouped(self.0.clone()).into_iter().peekable();
        while tokens.next_if(|token| is_word(token, &["ref", "mut"])).is_some() {}
        let Some(TokenTree::Ident(ident)) = tokens.next() else {
            return None;
        };
        let is_whole = match tokens.next() {
            None => true,
            Some(token) => matches!(token, TokenTree::Punct(at) if at.as_char() == '@'),
        };
        (is_whole && ident != "_").then_some(ident)
    }
}

fn is_word(token: &TokenTree, words: &[&str]) -> bool {
    matches!(token, TokenTree::Ident(ident) if words.iter().any(|word| ident == word))
}

/// Without what the compiler puts around a pattern that a macro by example inserts.
fn ungrouped(tokens: TokenStream) -> TokenStream {
    let mut all = tokens.clone().into_iter();
    match (all.next(), all.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => ungrouped(group.stream()),
        _ => tokens,
    }
}

impl Parse for Parameter {
    fn parse(input: ParseStream) -> Result<Parameter> {
        let attrs = input.call(Attribute::parse_outer)?;
        if input.peek(Token![...]) {
            return Ok(Parameter::Variadic(input.parse::<Token![...]>()?.into_token_stream()));
        }
        if is_receiver(input) {
            return Ok(Parameter::Receiver(receiver(attrs, input)?));
        }
        let pattern: Pattern = input.parse()?;
        let colon: Token![:] = input.parse()?;
        if input.peek(Token![...]) {
            let dots: Token![...] = input.parse()?;
            return Ok(Parameter::Variadic(quote::quote!(#pattern #colon #dots)));
        }
        Ok(Parameter::Typed(Typed {
            attrs,
            pattern,
            colon,
            ty: input.parse()?,
        }))
    }
}

fn is_receiver(input: ParseStream) -> bool {
    let ahead = input.fork();
    if ahead.parse::<Token![&]>().is_ok() {
        let _ = ahead.parse::<Option<Lifetime>>();
    }
    let _ = ahead.parse::<Option<Token![mut]>>();
    ahead.peek(Token![self])
}

fn receiver(attrs: Vec<Attribute>, input: ParseStream) -> Result<SelfParameter> {
    Ok(SelfParameter {
        attrs,
        reference: match input.parse::<Option<Token![&]>>()? {
            Some(and) => Some((and, input.parse()?)),
            None => None,
        },
        mutability: input.parse()?,
        self_token: input.parse()?,
        ty: match input.parse::<Option<Token![:]>>()? {
            Some(colon) => Some((colon, input.parse()?)),
            None => None,
        },
    })
}

impl Parse for Pattern {
    /// Up to the colon of the type: no pattern has one that does not belong to a path or stand in parentheses.
    fn parse(input: ParseStream) -> Result<Pattern> {
        let mut tokens = TokenStream::new();
        while !input.is_empty() && (!input.peek(Token![:]) || input.peek(Token![::])) {
            match input.parse::<Option<Token![::]>>()? {
                Some(colons) => colons.to_tokens(&mut tokens),
                None => input.parse::<TokenTree>()?.to_tokens(&mut tokens),
            }
        }
        match tokens.is_empty() {
            true => Err(input.error("expected a pattern")),
            false => Ok(Pattern(tokens)),
        }
    }
}

impl ToTokens for Parameter {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Parameter::Receiver(receiver) => receiver.to_tokens(tokens),
            Parameter::Typed(typed) => typed.to_tokens(tokens),
            Parameter::Variadic(variadic) => variadic.to_tokens(tokens),
        }
    }
}

impl ToTokens for SelfParameter {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        if let Some((and, lifetime)) = &self.reference {
            and.to_tokens(tokens);
            lifetime.to_tokens(tokens);
        }
        self.mutability.to_tokens(tokens);
        self.self_token.to_tokens(tokens);
        if let Some((colon, ty)) = &self.ty {
            colon.to_tokens(tokens);
            ty.to_tokens(tokens);
        }
    }
}

impl ToTokens for Typed {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.pattern.to_tokens(tokens);
        self.colon.to_tokens(tokens);
        self.ty.to_tokens(tokens);
    }
}

impl ToTokens for Pattern {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
