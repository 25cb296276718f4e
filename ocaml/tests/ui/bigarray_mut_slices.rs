use ocaml::bigarray::Array1;

#[ocaml::func]
pub fn f(array: Array1<f64>) {
    let first = array.as_mut_slice();
    let second = array.as_mut_slice();
    first[0] = second[0];
}

#[ocaml::func]
pub fn g(array: Array1<f64>) {
    let cells = array.as_cells();
    let slice: &mut [f64] = cells;
}

fn main() {}
