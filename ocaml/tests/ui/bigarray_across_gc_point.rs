use ocaml::bigarray::{Array1, Genarray};

#[ocaml::func]
pub fn f(array: Array1<f64>) -> Result<f64, ocaml::Error> {
    let cells = array.as_cells();
    gc.poll()?;
    Ok(cells[0].get())
}

#[ocaml::func]
pub fn g(array: Genarray<f64>) -> Result<usize, ocaml::Error> {
    let dims = array.dims();
    gc.poll()?;
    Ok(dims.len())
}

fn main() {}
