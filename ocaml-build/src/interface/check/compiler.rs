//! Asks the OCaml compiler about a module.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

use super::signature::Declaration;
use crate::{Compiler, Error};

/// What messages call the text that is checked.
const CHECKED: &str = "check";

/// A module whose source is a file, compiled into a folder of its own.
pub struct Module {
    /// In OCaml.
    pub name: String,
    file: PathBuf,
    source: String,
    compiler: Vec<OsString>,
    includes: Vec<PathBuf>,
    folder: Folder,
}

/// What the compiler says.
pub enum Verdict {
    Right,
    /// The line that it does not like, from 0.
    Wrong {
        line: usize,
        message: String,
    },
}

/// A temporary folder, which does not outlive this.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Folder, Error> {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("cargo-ocaml-check-{}-{number}", std::process::id()));
        match fs::create_dir_all(&folder) {
            Ok(()) => Ok(Folder(folder)),
            Err(error) => Err(Error::new(
                format!("cannot make the folder {}: {error}", folder.display()),
                "set TMPDIR to a folder that can be written to",
            )),
        }
    }

    fn write(&self, name: &str, text: &str) -> Result<PathBuf, Error> {
        let path = self.0.join(name);
        match fs::write(&path, text) {
            Ok(()) => Ok(path),
            Err(error) => Err(Error::new(
                format!("cannot write {}: {error}", path.display()),
                "set TMPDIR to a folder with room",
            )),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system, as all temporary files are.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Module {
    /// Compiles the file.
    pub fn new(file: &Path, includes: &[PathBuf]) -> Result<Module, Error> {
        let shown = file.display();
        let source = fs::read_to_string(file).map_err(|error| {
            Error::new(
                format!("cannot read {shown}: {error}"),
                "name the .ml file of the externals",
            )
        })?;
        let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let is_name = stem.starts_with(|first: char| first.is_ascii_alphabetic())
            && stem.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '\'');
        if file.extension().is_none_or(|extension| extension != "ml") || !is_name {
            return Err(Error::new(
                format!("{shown} is no OCaml module"),
                "name the .ml file of the externals",
            ));
        }
        let mut name = stem.to_owned();
        name[..1].make_ascii_uppercase();
        let module = Module {
            name,
            file: file.to_owned(),
            compiler: Compiler::find(&|name| env::var_os(name).filter(|value| !value.is_empty()))?.command,
            includes: includes.to_vec(),
            folder: Folder::new()?,
            source,
        };
        // Messages are about the user's file. Its .mli, if there is one, may hide what is to be checked.
        let text = format!("# 1 {:?}\n{}", shown.to_string(), module.source);
        let copy = module.folder.write(&format!("{stem}.ml"), &text)?;
        module.succeed(module.run(&["-c"], &copy)?)?;
        Ok(module)
    }

    pub fn display(&self) -> String {
        self.file.display().to_string()
    }

    /// Whether a symbol is mentioned in the source.
    pub fn mentions(&self, symbol: &str) -> bool {
        !symbol.is_empty() && self.line(symbol).is_some()
    }

    fn line(&self, symbol: &str) -> Option<usize> {
        let symbol = format!("\"{symbol}\"");
        self.source.lines().position(|line| line.contains(&symbol))
    }

    /// Where the type of this name is defined, if there is one only.
    pub fn place_of_type(&self, name: &str) -> String {
        let defines = |line: &str| {
            let line = line.trim_start();
            let rest = line.strip_prefix("type ").or(line.strip_prefix("and "));
            let head = rest.and_then(|rest| rest.split('=').next()).unwrap_or_default();
            head.split_whitespace().next_back() == Some(name)
        };
        let mut lines = self.source.lines().enumerate().filter(|(_, line)| defines(line));
        match (lines.next(), lines.next()) {
            (Some((line, _)), None) => format!("{}:{}", self.display(), line + 1),
            _ => self.display(),
        }
    }

    /// Where an external is declared.
    pub fn place(&self, declaration: &Declaration) -> String {
        let symbol = declaration.symbols.last().map_or("", String::as_str);
        match self.line(symbol) {
            Some(line) => format!("{}:{}", self.display(), line + 1),
            None => self.display(),
        }
    }

    /// The signature, as the compiler prints it.
    pub fn signature(&self) -> Result<String, Error> {
        let stem = self.file.file_name().unwrap_or_default();
        let output = self.succeed(self.run(&["-i"], &self.folder.0.join(stem))?)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Whether a module of these lines, which may use this one, is well typed.
    pub fn accepts(&self, lines: &[String]) -> Result<Verdict, Error> {
        let text = format!("# 1 {CHECKED:?}\n{}\n", lines.join("\n"));
        let output = self.run(&["-i"], &self.folder.write("cargo_ocaml_check.ml", &text)?)?;
        if output.status.success() {
            return Ok(Verdict::Right);
        }
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        let line = message
            .split_once(&format!("File \"{CHECKED}\", line"))
            .and_then(|(_, rest)| {
                let digits = rest.trim_start_matches(['s', ' ']);
                digits
                    .split(|c: char| !c.is_ascii_digit())
                    .next()?
                    .parse::<usize>()
                    .ok()
            });
        match (line, message.split_once("Error: ")) {
            (Some(line), Some((_, why))) if line > 0 => Ok(Verdict::Wrong {
                line: line - 1,
                message: why.trim_end().to_owned(),
            }),
            _ => Err(self.failed(&message)),
        }
    }

    fn run(&self, options: &[&str], file: &Path) -> Result<Output, Error> {
        let mut command = Command::new(&self.compiler[0]);
        command.args(&self.compiler[1..]).args(["-w", "-a", "-color", "never"]);
        command.arg("-I").arg(&self.folder.0);
        for include in &self.includes {
            command.arg("-I").arg(include);
        }
        command.args(options).arg(file).output().map_err(|error| {
            Error::new(
                format!("cannot run {}: {error}", self.compiler[0].to_string_lossy()),
                "set OCAMLOPT to a compiler that runs",
            )
        })
    }

    fn succeed(&self, output: Output) -> Result<Output, Error> {
        match output.status.success() {
            true => Ok(output),
            false => Err(self.failed(&String::from_utf8_lossy(&output.stderr))),
        }
    }

    fn failed(&self, message: &str) -> Error {
        Error::new(
            format!("{} does not compile:\n{}", self.display(), message.trim_end()),
            "build it first; -I names folders with the compiled interfaces that it needs",
        )
    }
}
