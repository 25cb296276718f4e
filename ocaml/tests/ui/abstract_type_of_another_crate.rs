//! Only a type of the same crate is described as an abstract type, with all its parameters known.

ocaml::abstract_type!(Text = String);

pub struct Stack<T>(Vec<T>);

ocaml::abstract_type!(Stack = Stack);

fn main() {}
