//! A raw pointer stays on its thread, also inside of `Abstract`.

use ocaml::Abstract;

fn send(pointer: Abstract<u8>) {
    std::thread::spawn(move || pointer.as_ptr().is_null());
}

fn main() {}
