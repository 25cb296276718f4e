#[unsafe(no_mangle)]
pub extern "C" fn f(unit: ocaml::Raw) -> ocaml::Raw {
    ocaml::body!(gc: (unit) {
        gc.poll()?;
        Ok::<_, ocaml::Error>(unit)
    })
}

fn main() {}
