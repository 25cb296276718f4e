//! Packages: from a name to archives.
//!
//! Those that come with OCaml are found beside its standard library, without findlib: it may be set up for another
//! compiler. All others are asked of `ocamlfind`.

use std::path::{Path, PathBuf};

use super::code::Code;
use super::tool::Tool;
use crate::{Compiler, Error};

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Package {
    pub(super) name: String,
    /// Where its interfaces are.
    pub(super) folder: PathBuf,
    /// None for a package that only has interfaces, or is part of the standard library.
    pub(super) archive: Option<PathBuf>,
}

/// The packages of these names and all that they use, each once, before those that use it.
pub(super) fn resolve(names: &[String], code: Code, compiler: &Compiler) -> Result<Vec<Package>, Error> {
    let mut packages: Vec<Package> = Vec::new();
    for name in names {
        for package in one(name, code, compiler)? {
            if !packages.iter().any(|known| known.name == package.name) {
                packages.push(package);
            }
        }
    }
    Ok(packages)
}

fn one(name: &str, code: Code, compiler: &Compiler) -> Result<Vec<Package>, Error> {
    if let Some(packages) = of_ocaml(name, code, &compiler.stdlib) {
        return Ok(packages);
    }
    let mut packages = Vec::new();
    for (name, archive) in ask_findlib(name, code)? {
        match of_ocaml(&name, code, &compiler.stdlib) {
            Some(own) => packages.extend(own),
            None => packages.push(archive),
        }
    }
    Ok(packages)
}

/// A package that comes with OCaml, and what it uses.
fn of_ocaml(name: &str, code: Code, stdlib: &Path) -> Option<Vec<Package>> {
    let uses: &[&str] = match name {
        "unix" | "str" | "dynlink" | "runtime_events" => &[],
        "threads" | "threads.posix" => &["unix"],
        // Part of the standard library since OCaml 4.07.
        "bigarray" | "bytes" | "stdlib-shims" => return Some(Vec::new()),
        _ => return None,
    };
    let mut packages: Vec<Package> = uses
        .iter()
        .filter_map(|name| of_ocaml(name, code, stdlib))
        .flatten()
        .collect();
    let library = name.split('.').next().unwrap_or(name);
    let file = Path::new(library).with_extension(code.archive());
    // A folder of its own: threads always, the others since OCaml 5.
    let own = stdlib.join(library);
    let folder = if own.join(&file).is_file() {
        own
    } else {
        stdlib.to_owned()
    };
    packages.push(Package {
        // Two names of a library are one.
        name: library.to_owned(),
        archive: Some(folder.join(file)),
        folder,
    });
    Some(packages)
}

fn ask_findlib(name: &str, code: Code) -> Result<Vec<(String, Package)>, Error> {
    let ocamlfind = Tool::new(vec!["ocamlfind".into()]);
    let mut command = ocamlfind.command();
    command.args([
        "query",
        "-recursive",
        "-predicates",
        code.predicates(),
        "-format",
        "%p|%d|%a",
        name,
    ]);
    let missing = |reason: &str| {
        Error::new(
            format!("there is no OCaml package `{name}`: {reason}"),
            format!(
                "opam install {0}, or apt install lib{0}-ocaml-dev",
                name.split('.').next().unwrap_or(name)
            ),
        )
    };
    let output = ocamlfind
        .output(command)
        .map_err(|_| missing("ocamlfind, which knows packages, is not installed either"))?;
    if !output.status.success() {
        return Err(missing(String::from_utf8_lossy(&output.stderr).trim()));
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text.lines().flat_map(parse).collect())
}

/// A line of the answer: name, folder, archives.
fn parse(line: &str) -> Vec<(String, Package)> {
    let mut fields = line.split('|');
    let (Some(name), Some(folder)) = (fields.next(), fields.next()) else {
        return Vec::new();
    };
    let folder = PathBuf::from(folder);
    let archives: Vec<_> = fields
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .map(|file| folder.join(file))
        .collect();
    let package = |(number, archive): (usize, Option<PathBuf>)| Package {
        name: if number == 0 {
            name.to_owned()
        } else {
            format!("{name}#{number}")
        },
        folder: folder.clone(),
        archive,
    };
    let archives = if archives.is_empty() {
        vec![None]
    } else {
        archives.into_iter().map(Some).collect()
    };
    archives
        .into_iter()
        .enumerate()
        .map(|archive| (name.to_owned(), package(archive)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_findlib() {
        let package = |line: &str| {
            let packages = parse(line).into_iter();
            packages
                .map(|(name, package)| (name, package.name, package.archive))
                .collect::<Vec<_>>()
        };
        let file = |name: &str| Some(PathBuf::from("/lib/ocaml/x").join(name));
        let (name, second) = ("x.sub".to_owned(), "x.sub#1".to_owned());
        assert_eq!(
            package("x.sub|/lib/ocaml/x|x.cmxa"),
            [(name.clone(), name.clone(), file("x.cmxa"))]
        );
        assert_eq!(package("x.sub|/lib/ocaml/x|"), [(name.clone(), name.clone(), None)]);
        assert_eq!(
            package("x.sub|/lib/ocaml/x|a.cmxa b.cmxa"),
            [
                (name.clone(), name.clone(), file("a.cmxa")),
                (name, second, file("b.cmxa"))
            ]
        );
        assert_eq!(package("warning: nothing"), []);
    }

    #[test]
    fn packages_of_ocaml_need_no_findlib() {
        let names = |name: &str| {
            let packages = of_ocaml(name, Code::Native, Path::new("/nonexistent"))?.into_iter();
            Some(packages.map(|package| package.name).collect::<Vec<_>>())
        };
        assert_eq!(names("threads.posix"), Some(vec!["unix".into(), "threads".into()]));
        assert_eq!(names("threads"), names("threads.posix"));
        assert_eq!(names("bigarray"), Some(Vec::new()));
        assert_eq!(names("zarith"), None);
    }
}
