//! Puts together the environment, the compiler and the headers.

pub mod cargo;
mod compiler;
mod domain_state;
mod headers;
mod version;

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub use compiler::Compiler;
pub use domain_state::DomainState;
pub use headers::Headers;
pub use version::Version;

use crate::Error;

/// A usable OCaml, or the one assumed for documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toolchain {
    /// The compiler that was asked; `None` when the environment gave everything, or nothing is installed.
    pub compiler: Option<Compiler>,
    /// Its version, at least [`Version::OLDEST`].
    pub version: Version,
    /// The standard library folder; `None` when assumed.
    pub stdlib: Option<PathBuf>,
    /// What the headers say.
    pub headers: Headers,
}

impl Toolchain {
    /// The environment variables that decide the answer.
    pub const VARIABLES: [&str; 4] = ["OCAMLOPT", "OCAML_VERSION", "OCAML_WHERE_PATH", "OCAMLFIND_TOOLCHAIN"];

    /// Finds the toolchain of the process environment (see the crate's table of variables).
    pub fn find() -> Result<Self, Error> {
        Self::find_with(&|name| env::var_os(name).filter(|value| !value.is_empty()))
    }

    /// The same with the environment as a function.
    pub fn find_with(variable: &dyn Fn(&str) -> Option<OsString>) -> Result<Self, Error> {
        let version = variable("OCAML_VERSION")
            .map(|text| stated_version(&text.to_string_lossy()))
            .transpose()?;
        let stdlib = variable("OCAML_WHERE_PATH").map(PathBuf::from);
        if let Some(stdlib) = &stdlib {
            stated_stdlib(stdlib)?;
        }
        let (compiler, version, stdlib) = match (version, stdlib) {
            (Some(version), Some(stdlib)) => (None, version, stdlib),
            (version, stdlib) => {
                let compiler = Compiler::find(variable)?;
                let version = version.unwrap_or(compiler.version);
                let stdlib = stdlib.unwrap_or_else(|| compiler.stdlib.clone());
                (Some(compiler), version, stdlib)
            }
        };
        let headers = headers(version.supported()?, &stdlib)?;
        Ok(Self {
            compiler,
            version,
            stdlib: Some(stdlib),
            headers,
        })
    }

    /// 64-bit OCaml 5.3, for documentation and lints on a machine without OCaml. Nothing built with it may be linked.
    pub fn assumed() -> Self {
        let version = Version::new(5, 3, 0);
        let machine = "#define ARCH_SIXTYFOUR 1\n#define NO_NAKED_POINTERS 1\n#define FLAT_FLOAT_ARRAY 1\n";
        let headers = Headers::parse(machine, "", include_str!("assumed-5.3.tbl"), "");
        Self {
            compiler: None,
            version,
            stdlib: None,
            headers,
        }
    }
}

fn stated_version(text: &str) -> Result<Version, Error> {
    Version::parse(text).ok_or_else(|| {
        Error::new(
            format!("OCAML_VERSION={text} is not an OCaml version"),
            "write it as `ocamlopt -version` does, such as OCAML_VERSION=5.3.0, or unset it",
        )
    })
}

fn stated_stdlib(stdlib: &Path) -> Result<(), Error> {
    if stdlib.join("caml").join("m.h").is_file() {
        return Ok(());
    }
    Err(Error::new(
        format!(
            "OCAML_WHERE_PATH={} has no OCaml headers: there is no caml/m.h in it",
            stdlib.display()
        ),
        "set it to what `ocamlopt -where` prints, or unset it",
    ))
}

/// Reads the headers and holds them against the version.
fn headers(version: Version, stdlib: &Path) -> Result<Headers, Error> {
    let mut headers = Headers::read(stdlib)?;
    if let Some(installed) = headers.version.filter(|installed| *installed != version) {
        return Err(Error::new(
            format!(
                "the compiler is OCaml {version}, but the headers in {} are of {installed}",
                stdlib.display()
            ),
            "make OCAML_VERSION and OCAML_WHERE_PATH agree, or unset both",
        ));
    }
    let needed: &[&str] = match version {
        v if v.at_least(5, 0) => &[
            "young_limit",
            "young_ptr",
            "young_trigger",
            "local_roots",
            "minor_tables",
            "id",
        ],
        v if v.at_least(4, 10) => &[
            "young_limit",
            "young_ptr",
            "young_trigger",
            "local_roots",
            "custom_table",
        ],
        _ => &[],
    };
    if let Some(missing) = needed.iter().find(|name| headers.domain_state.offset(name).is_none()) {
        return Err(Error::new(
            format!(
                "{}/caml/domain_state.tbl of OCaml {version} does not list `{missing}`",
                stdlib.display()
            ),
            "reinstall OCaml, or use a version between 4.06 and 5.4",
        ));
    }
    headers.naked_pointers &= version < Version::new(5, 0, 0);
    Ok(headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment<'a>(variables: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<OsString> + 'a {
        move |name| {
            let (_, text) = variables.iter().find(|(variable, _)| *variable == name)?;
            Some(OsString::from(text))
        }
    }

    #[test]
    fn with_version_and_path_no_compiler_is_run() {
        let found = Toolchain::find().expect("these tests need OCaml");
        let (version, stdlib) = (found.version.to_string(), found.stdlib.expect("a compiler says where"));
        let variables = [
            ("OCAML_VERSION", version.as_str()),
            ("OCAML_WHERE_PATH", stdlib.to_str().unwrap()),
            ("OCAMLOPT", "/nonexistent/ocamlopt"),
        ];
        let stated = Toolchain::find_with(&environment(&variables)).unwrap();
        assert!(stated.compiler.is_none());
        assert_eq!(stated.version.to_string(), version);
    }

    #[test]
    fn a_variable_that_does_not_help_is_named() {
        for (variable, text) in [
            ("OCAML_VERSION", "four"),
            ("OCAML_WHERE_PATH", "/nonexistent"),
            ("OCAMLOPT", "/nonexistent/ocamlopt"),
            ("OCAMLFIND_TOOLCHAIN", "nonexistent"),
        ] {
            let error = Toolchain::find_with(&environment(&[(variable, text)]))
                .unwrap_err()
                .to_string();
            assert!(error.contains(variable) && error.contains("help:"), "{error}");
        }
    }
}
