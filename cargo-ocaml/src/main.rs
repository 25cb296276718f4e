//! `cargo ocaml`: the OCaml side of Rust crates. Thin over `ocaml-build`.

mod bindings;
mod check;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The OCaml side of Rust crates.
#[derive(Parser)]
#[command(name = "cargo ocaml", bin_name = "cargo ocaml", version)]
struct Command {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Bindings(bindings::Options),
    Check(check::Options),
}

fn main() -> ExitCode {
    // Cargo passes the name of the subcommand first.
    let mut arguments: Vec<_> = std::env::args_os().collect();
    if arguments.get(1).is_some_and(|first| first == "ocaml") {
        arguments.remove(1);
    }
    let done = match Command::parse_from(arguments).what {
        What::Bindings(options) => bindings::run(&options),
        What::Check(options) => check::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
