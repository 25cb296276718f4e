// What a type that dereferences to a function has by the names that `call!` needs is not what is called.
struct Other(ocaml::Function<(String,), isize>);

impl std::ops::Deref for Other {
    type Target = ocaml::Function<(String,), isize>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Other {
    fn encode<Arguments>(&self, _: &ocaml::Runtime, _: Arguments) -> [isize; 1] {
        [42]
    }
}

#[ocaml::func]
pub fn f(function: ocaml::Function<(String,), isize>) -> Result<isize, ocaml::Error> {
    let other = Other(function);
    ocaml::call!(gc, other, 1.5)
}

fn main() {}
