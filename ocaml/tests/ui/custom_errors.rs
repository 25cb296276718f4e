//! Every mistake of `#[derive(Custom)]` and `#[ocaml::methods]` is reported, each in its place.

#[derive(ocaml::Custom)]
#[ocaml(frozen, local, hahs, compare = "x", debug, debug)]
pub struct Wrong {
    #[ocaml(set)]
    a: i64,
    #[ocaml(gte)]
    b: i64,
}

#[derive(ocaml::Custom)]
#[ocaml(hash, heap_size)]
pub struct Hashed(#[ocaml(get)] i64);

#[derive(ocaml::Custom)]
#[ocaml(marshal, to_string)]
pub struct Generic<'a, T>(&'a T);

#[derive(ocaml::Custom)]
#[ocaml(frozen, drop_at_exit)]
pub struct Dropped(i64);

#[derive(ocaml::Custom)]
pub struct Fine(i64);

#[ocaml::methods(prefx = "x")]
impl<T> Clone for Fine {
    fn clone(&self) -> Self {
        Fine(self.0)
    }
}

#[ocaml::methods]
impl Fine {
    pub fn generic<T>(&self, _: T) {}

    pub async fn later(&self) {}

    pub fn held(self: Box<Self>) {}

    #[ocaml(nam = "x")]
    pub fn named(&self) {}

    #[ocaml(name = "caml_fine")]
    pub fn runtime(&self) {}
}

fn main() {}
