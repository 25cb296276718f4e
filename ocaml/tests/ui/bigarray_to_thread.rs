use ocaml::bigarray::Array1;

#[ocaml::func]
pub fn f(array: Array1<f64>) {
    std::thread::scope(|threads| {
        threads.spawn(|| array.fill(1.0));
    });
}

#[ocaml::func]
pub fn g(array: Array1<f64>) {
    let cells = array.as_cells();
    std::thread::spawn(move || cells[0].set(1.0));
}

fn main() {}
