//! Mistakes in the user's code, collected so that all of them are reported at once.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Error;

/// The mistakes found so far.
#[derive(Default)]
pub struct Errors(Vec<Error>);

impl Errors {
    /// Adds a mistake on these tokens, with the way out of it.
    pub fn at(&mut self, tokens: impl ToTokens, problem: impl std::fmt::Display, help: impl std::fmt::Display) {
        self.0
            .push(Error::new_spanned(tokens, format!("{problem}\nhelp: {help}")));
    }

    /// Adds what the parser says.
    pub fn push(&mut self, error: Error) {
        self.0.push(error);
    }

    /// The result if there was no mistake, otherwise all of them as `compile_error!`s.
    pub fn finish<T>(self, result: T) -> Result<T, TokenStream> {
        match self.0.into_iter().reduce(|mut all, error| {
            all.combine(error);
            all
        }) {
            None => Ok(result),
            Some(errors) => Err(errors.to_compile_error()),
        }
    }

    #[cfg(test)]
    pub fn messages(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}
