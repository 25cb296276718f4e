//! What the Rust linker is told: C libraries that OCaml packages and the runtime need.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::Build;
use super::code::sibling;
use super::tool::Tool;
use crate::toolchain::cargo;
use crate::{Compiler, Error};

/// One instruction for cargo.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// Where libraries are.
    Search(PathBuf),
    /// Everything that is in `lib<name>.a`.
    Whole(String),
    /// What is needed of `lib<name>.a`.
    Static(String),
    /// A shared library, or whatever the linker finds under the name.
    Library(String),
    /// Anything else, for executables of this package only.
    Argument(String),
}

impl Link {
    pub(super) fn emit(&self) {
        match self {
            Link::Search(folder) => println!("cargo::rustc-link-search=native={}", folder.display()),
            // Not bundled: an rlib would copy the runtime.
            Link::Whole(name) => println!("cargo::rustc-link-lib=static:+whole-archive,-bundle={name}"),
            Link::Static(name) => println!("cargo::rustc-link-lib=static:-bundle={name}"),
            Link::Library(name) => println!("cargo::rustc-link-lib=dylib={name}"),
            Link::Argument(argument) => println!("cargo::rustc-link-arg={argument}"),
        }
    }
}

/// What an OCaml archive says that it needs, as `ocamlobjinfo` shows it.
pub(super) fn of_archive(archive: &Path, build: &Build<'_>) -> Result<Vec<Link>, Error> {
    cargo::rerun_if_changed(archive.display());
    let objinfo = Tool::new(objinfo(build.compiler));
    let mut command = objinfo.command();
    command.arg(archive);
    let text = objinfo.run(
        command,
        &format!("reading {}", archive.display()),
        "it must come from the same OCaml",
    )?;
    let field = |name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap_or_default()
    };
    let words = field("Extra C options:")
        .split_whitespace()
        .chain(field("Extra C object files:").split_whitespace());
    let folder = archive.parent().unwrap_or(Path::new("."));
    Ok(links(words, &[folder, &build.compiler.stdlib]))
}

/// `ocamlobjinfo`, which ocamlfind cannot run.
fn objinfo(compiler: &Compiler) -> Vec<OsString> {
    match compiler.command[..] {
        [_] => sibling(compiler, "ocamlobjinfo"),
        _ => vec!["ocamlobjinfo".into()],
    }
}

/// What the runtime needs of the system.
pub(super) fn of_runtime(build: &Build<'_>) -> Result<Vec<Link>, Error> {
    let libraries = build.compiler.config(build.program.code.c_libraries())?;
    Ok(links(libraries.split_whitespace(), &[]))
}

/// Linker options as instructions; `folders` is where archives are looked for.
fn links<'a>(words: impl Iterator<Item = &'a str>, folders: &[&Path]) -> Vec<Link> {
    let mut folders: Vec<PathBuf> = folders.iter().map(|folder| folder.to_path_buf()).collect();
    let mut links = Vec::new();
    for word in words {
        if let Some(folder) = word.strip_prefix("-L") {
            folders.push(folder.into());
            links.push(Link::Search(folder.into()));
        } else if word == "-pthread" {
            links.push(Link::Library("pthread".into()));
        } else if let Some(name) = word.strip_prefix("-l") {
            match folders
                .iter()
                .find(|folder| folder.join(format!("lib{name}.a")).is_file())
            {
                Some(folder) => links.extend([Link::Search(folder.clone()), Link::Static(name.into())]),
                None => links.push(Link::Library(name.into())),
            }
        } else {
            links.push(Link::Argument(word.into()));
        }
    }
    links
}

/// Each library once, where it is named last: after all that need it. (rustc refuses to be told twice.)
pub(super) fn without_repetitions(links: Vec<Link>) -> Vec<Link> {
    let mut kept: Vec<Link> = Vec::new();
    for link in links.into_iter().rev() {
        if matches!(link, Link::Argument(_)) || !kept.contains(&link) {
            kept.push(link);
        }
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_a_linker() {
        let library = |name: &str| Link::Library(name.into());
        let found = links(
            "-L/opt/x/lib -lgmp -pthread -Wl,-z,now".split(' '),
            &[Path::new("/nonexistent")],
        );
        let expected = [
            Link::Search("/opt/x/lib".into()),
            library("gmp"),
            library("pthread"),
            Link::Argument("-Wl,-z,now".into()),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn each_library_once() {
        let [a, b, c] = ["a", "b", "c"].map(|name| Link::Library(name.into()));
        let links = vec![a.clone(), b.clone(), a.clone(), c.clone(), b.clone()];
        assert_eq!(without_repetitions(links), [a, c, b]);
    }
}
