//! Runs the OCaml compiler once and reads what `-config` prints.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Error, Version};

/// An OCaml native compiler that answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiler {
    /// Program and leading arguments, for instance `ocamlfind ocamlopt`.
    pub command: Vec<OsString>,
    /// Its version.
    pub version: Version,
    /// Its standard library folder (`ocamlopt -where`).
    pub stdlib: PathBuf,
}

impl Compiler {
    /// The candidates of the environment, best first. An explicit choice is the only candidate.
    pub(crate) fn find(variable: &dyn Fn(&str) -> Option<OsString>) -> Result<Self, Error> {
        if let Some(chosen) = variable("OCAMLOPT") {
            return Self::ask(split(&chosen)).map_err(|reason| bad_choice("OCAMLOPT", &chosen, &reason));
        }
        if let Some(toolchain) = variable("OCAMLFIND_TOOLCHAIN") {
            let command = [
                "ocamlfind".into(),
                "-toolchain".into(),
                toolchain.clone(),
                "ocamlopt".into(),
            ];
            return Self::ask(command.to_vec())
                .map_err(|reason| bad_choice("OCAMLFIND_TOOLCHAIN", &toolchain, &reason));
        }
        let candidates = [vec!["ocamlopt".into()], vec!["ocamlfind".into(), "ocamlopt".into()]];
        let tried = candidates.iter().map(|command| display(command)).collect::<Vec<_>>();
        candidates
            .into_iter()
            .find_map(|command| Self::ask(command).ok())
            .ok_or_else(|| Error::absent(&tried))
    }

    /// Runs `command -config`; the error is the reason in a few words.
    fn ask(command: Vec<OsString>) -> Result<Self, String> {
        let output = Command::new(&command[0])
            .args(&command[1..])
            .arg("-config")
            .output()
            .map_err(|error| format!("cannot run `{}`: {error}", display(&command)))?;
        let (text, complaints) = (
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
        // ocamlfind only warns of a toolchain it does not know, and then runs the default compiler.
        if !output.status.success() || complaints.contains("Undefined toolchain") {
            return Err(format!(
                "`{} -config` failed ({}): {}",
                display(&command),
                output.status,
                complaints.trim()
            ));
        }
        let (version, stdlib) = parse_config(&text).ok_or_else(|| {
            format!(
                "`{} -config` printed no version and standard_library",
                display(&command)
            )
        })?;
        Ok(Self {
            command,
            version,
            stdlib,
        })
    }

    /// What `ocamlopt -config` prints as the variable `name`.
    ///
    /// # Errors
    ///
    /// If it cannot be run, or prints no such variable.
    pub fn config(&self, name: &str) -> Result<String, Error> {
        let command = display(&self.command);
        let missing = |reason: &str| {
            Error::new(
                format!("`{command} -config` does not say `{name}`{reason}"),
                "reinstall OCaml, or set OCAMLOPT to another one",
            )
        };
        let output = Command::new(&self.command[0])
            .args(&self.command[1..])
            .arg("-config")
            .output()
            .map_err(|error| missing(&format!(": {error}")))?;
        let text = String::from_utf8_lossy(&output.stdout);
        field(&text, name).map(str::to_owned).ok_or_else(|| missing(""))
    }

    /// The program's file, looked up in `PATH` when it is a bare name.
    pub fn program(&self) -> Option<PathBuf> {
        let program = Path::new(&self.command[0]);
        if program.components().count() > 1 {
            return Some(program.to_owned());
        }
        env::split_paths(&env::var_os("PATH")?)
            .map(|folder| folder.join(program))
            .find(|file| file.is_file())
    }

    /// Whether the program was found through `PATH`.
    pub fn from_path(&self) -> bool {
        Path::new(&self.command[0]).components().count() == 1
    }
}

fn bad_choice(variable: &str, value: &OsStr, reason: &str) -> Error {
    Error::new(
        format!(
            "{variable}={} is not a usable OCaml compiler: {reason}",
            value.to_string_lossy()
        ),
        format!("unset {variable} to use the ocamlopt of PATH, or set it to one that runs"),
    )
}

/// `OCAMLOPT` may hold arguments (`ocamlfind ocamlopt`) unless the whole text is a file.
fn split(command: &OsStr) -> Vec<OsString> {
    match command.to_str() {
        Some(text) if !Path::new(text).exists() && !text.trim().is_empty() => {
            text.split_whitespace().map(OsString::from).collect()
        }
        _ => vec![command.to_owned()],
    }
}

fn display(command: &[OsString]) -> String {
    command
        .iter()
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `version:` and `standard_library:` of the output of `-config`.
fn parse_config(text: &str) -> Option<(Version, PathBuf)> {
    Some((
        Version::parse(field(text, "version")?)?,
        PathBuf::from(field(text, "standard_library")?),
    ))
}

fn field<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        (key == name).then(|| value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_config() {
        let text = "version: 4.13.1\nstandard_library_default: /usr/lib/ocaml\nstandard_library: /opt/my ocaml\n";
        assert_eq!(
            parse_config(text),
            Some((Version::new(4, 13, 1), PathBuf::from("/opt/my ocaml")))
        );
        assert_eq!(parse_config("version: 4.13.1\n"), None);
        assert_eq!(parse_config("standard_library: C:\\ocaml\nversion: x\n"), None);
    }

    #[test]
    fn splits_arguments() {
        assert_eq!(split(OsStr::new("ocamlfind ocamlopt")), ["ocamlfind", "ocamlopt"]);
        assert_eq!(split(OsStr::new("/usr")), ["/usr"]);
    }

    #[test]
    fn an_explicit_choice_is_not_replaced() {
        let variable = |name: &str| (name == "OCAMLOPT").then(|| OsString::from("/nonexistent/ocamlopt"));
        let error = Compiler::find(&variable).unwrap_err();
        assert!(!error.is_absent());
        let text = error.to_string();
        assert!(
            text.starts_with("OCAMLOPT=/nonexistent/ocamlopt is not a usable OCaml compiler: cannot run"),
            "{text}"
        );
        assert!(text.contains("help: unset OCAMLOPT"), "{text}");
    }
}
