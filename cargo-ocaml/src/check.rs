//! `cargo ocaml check`: holds externals that are written by hand against an archive.

use std::path::PathBuf;

use ocaml_build::interface::{Interface, check};

/// Check externals that are written by hand against what an archive exports
///
/// OCaml's own type checker compares each external, and the types in it, with what the Rust types say. Nothing in the
/// archive is run, so it may be built for another machine.
#[derive(clap::Args)]
pub struct Options {
    /// The static library, such as target/release/libhello.a
    archive: PathBuf,
    /// A file with externals; may be given several times
    #[arg(long, value_name = "FILE", required = true)]
    ml: Vec<PathBuf>,
    /// A folder with compiled interfaces (.cmi) that the files need; may be given several times
    #[arg(short = 'I', value_name = "FOLDER")]
    includes: Vec<PathBuf>,
}

pub fn run(options: &Options) -> Result<(), String> {
    let interface = Interface::read(&options.archive).map_err(|error| error.to_string())?;
    let report =
        check(&interface, &options.archive, &options.ml, &options.includes).map_err(|error| error.to_string())?;
    for note in &report.notes {
        eprintln!("note: {note}");
    }
    for symbol in &report.unused {
        eprintln!("note: {symbol} is declared nowhere");
    }
    let problems: Vec<&String> = report.mismatches.iter().chain(&report.missing).collect();
    match problems.split_last() {
        None => Ok(()),
        Some((last, others)) => {
            for problem in others {
                eprintln!("error: {problem}");
            }
            Err(format!(
                "{last}\nhelp: `cargo ocaml bindings` prints declarations that fit"
            ))
        }
    }
}
