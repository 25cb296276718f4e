//! `cargo ocaml bindings`: prints the OCaml interface of an archive.

use std::path::{Path, PathBuf};

use ocaml_build::interface::Interface;

/// Print the .ml and .mli of what an archive exports to OCaml
///
/// The types, the externals and their documentation come from the archive that cargo builds from Rust code. Nothing in it is run, so
/// it may be built for another machine.
#[derive(clap::Args)]
pub struct Options {
    /// The static library, such as target/release/libhello.a
    archive: PathBuf,
    /// The folder of the two files
    #[arg(short, long, value_name = "FOLDER", default_value = ".")]
    output: PathBuf,
    /// The name of the files [default: that of the archive, without `lib` and what follows a dot]
    #[arg(long)]
    name: Option<String>,
    /// Write nothing, and fail if the files are not what would be written
    #[arg(long)]
    check: bool,
}

pub fn run(options: &Options) -> Result<(), String> {
    let interface = Interface::read(&options.archive).map_err(|error| error.to_string())?;
    let printed = interface.print().map_err(|error| error.to_string())?;
    for note in &printed.notes {
        eprintln!("note: {note}");
    }
    let name = match &options.name {
        Some(name) => name.clone(),
        None => name(&options.archive)?,
    };
    for (extension, text) in [("ml", &printed.ml), ("mli", &printed.mli)] {
        let path = options.output.join(format!("{name}.{extension}"));
        match options.check {
            true => check(&path, text)?,
            false => write(&path, text)?,
        }
    }
    Ok(())
}

/// `hello` for `target/release/libhello.a`.
fn name(archive: &Path) -> Result<String, String> {
    let stem = archive.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let name = stem.strip_prefix("lib").unwrap_or(stem);
    let is_name =
        name.starts_with(|first: char| first.is_alphabetic()) && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    match is_name {
        true => Ok(name.to_owned()),
        false => Err(format!(
            "`{name}` is no name of an OCaml module\nhelp: choose one: --name my_lib"
        )),
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    // An unchanged file keeps its time, so that nothing is built again.
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    std::fs::write(path, text).map_err(|error| {
        format!(
            "cannot write {}: {error}\nhelp: -o names a folder that exists",
            path.display()
        )
    })
}

fn check(path: &Path, text: &str) -> Result<(), String> {
    let help = "help: run `cargo ocaml bindings` with the same options, without --check";
    let found =
        std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}\n{help}", path.display()))?;
    let Some((number, (is, should))) = difference(&found, text) else {
        return Ok(());
    };
    Err(format!(
        "{}:{number} is not what the archive exports\n  found:    {is}\n  expected: {should}\n{help}",
        path.display()
    ))
}

/// The first line that is different, and its number.
fn difference<'a>(found: &'a str, expected: &'a str) -> Option<(usize, (&'a str, &'a str))> {
    if found == expected {
        return None;
    }
    let (mut found, mut expected) = (found.lines(), expected.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (found.next(), expected.next()) {
            (Some(a), Some(b)) if a == b => {}
            (None, None) => return Some((number, ("another end of lines", "line feeds"))),
            (a, b) => return Some((number, (a.unwrap_or("the end"), b.unwrap_or("the end")))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_archives() {
        assert_eq!(name("target/release/libhello.a".as_ref()).as_deref(), Ok("hello"));
        assert_eq!(name("hello.lib".as_ref()).as_deref(), Ok("hello"));
        assert!(name("lib2d.a".as_ref()).is_err());
    }

    #[test]
    fn the_first_difference_is_told() {
        assert_eq!(difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(difference("a\nb\n", "a\nc\n"), Some((2, ("b", "c"))));
        assert_eq!(difference("a\n", "a\nc\n"), Some((2, ("the end", "c"))));
        assert!(difference("a\r\n", "a\n").is_some());
    }
}
