//! Programs that are run, and files that are written.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::Error;

/// A program with its leading arguments.
pub(super) struct Tool(Vec<OsString>);

impl Tool {
    pub(super) fn new(command: Vec<OsString>) -> Tool {
        Tool(command)
    }

    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.0[0]);
        command.args(&self.0[1..]);
        // OCaml colours its messages for terminals; cargo shows them as they are.
        command.env("OCAML_COLOR", "never");
        command
    }

    /// Runs it; what it prints on standard error is a warning if it succeeds, and the error if not.
    pub(super) fn run(&self, command: Command, doing: &str, help: &str) -> Result<String, Error> {
        let output = self.output(command)?;
        let complaints = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(Error::new(
                format!("{doing} failed ({}):\n{}", output.status, complaints.trim_end()),
                help,
            ));
        }
        let lines = complaints.trim_end().lines();
        lines.for_each(|line| println!("cargo::warning={line}"));
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    pub(super) fn output(&self, mut command: Command) -> Result<Output, Error> {
        command.output().map_err(|error| {
            Error::new(
                format!("cannot run `{}`: {error}", self.name()),
                "it belongs to OCaml, dune, findlib or binutils: apt install ocaml ocaml-dune ocaml-findlib binutils",
            )
        })
    }

    fn name(&self) -> String {
        self.0
            .iter()
            .map(|word| word.to_string_lossy())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// An empty folder: modules that are not part of the program any more must not be found.
pub(super) fn fresh_folder(folder: &Path) -> Result<(), Error> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| file_error("removed", folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| file_error("made", folder, &error))
}

pub(super) fn write(file: &Path, text: &str) -> Result<(), Error> {
    fs::write(file, text).map_err(|error| file_error("written", file, &error))
}

pub(super) fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    let bytes = fs::read(from).map_err(|error| file_error("read", from, &error))?;
    fs::write(to, bytes).map_err(|error| file_error("written", to, &error))
}

fn file_error(done: &str, file: &Path, error: &std::io::Error) -> Error {
    Error::new(
        format!("{} cannot be {done}: {error}", file.display()),
        "see whether its folder exists and may be written",
    )
}
