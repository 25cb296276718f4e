#[ocaml::func(noaloc, name = "read")]
pub async unsafe fn f<T>(&self, x: impl Copy, gc: &ocaml::Runtime) -> impl Copy {
    x
}

fn main() {}
