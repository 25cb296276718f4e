//! What build scripts print: `cfg`s, metadata for dependents, and when to run again.
//!
//! The `cfg`s: `ocaml_5`, `ocaml_4_08` … `ocaml_4_14`, `ocaml_5_1` … `ocaml_5_4`, each meaning "at least that version";
//! `ocaml_flat_float_array`; `ocaml_naked_pointers`.

use std::env;
use std::fmt::Display;

use crate::{Headers, Toolchain};

/// Version `cfg`s with the first version they hold for.
const VERSION_CFGS: [(&str, u32, u32); 12] = [
    ("ocaml_4_08", 4, 8),
    ("ocaml_4_09", 4, 9),
    ("ocaml_4_10", 4, 10),
    ("ocaml_4_11", 4, 11),
    ("ocaml_4_12", 4, 12),
    ("ocaml_4_13", 4, 13),
    ("ocaml_4_14", 4, 14),
    ("ocaml_5", 5, 0),
    ("ocaml_5_1", 5, 1),
    ("ocaml_5_2", 5, 2),
    ("ocaml_5_3", 5, 3),
    ("ocaml_5_4", 5, 4),
];
const FLAT_FLOAT_ARRAY: &str = "ocaml_flat_float_array";
const NAKED_POINTERS: &str = "ocaml_naked_pointers";

impl Toolchain {
    /// The `cfg`s that hold for this toolchain.
    pub fn cfgs(&self) -> Vec<&'static str> {
        let versions = VERSION_CFGS
            .iter()
            .filter(|(_, major, minor)| self.version.at_least(*major, *minor));
        let mut cfgs: Vec<_> = versions.map(|(name, ..)| *name).collect();
        cfgs.extend(self.headers.flat_float_array.then_some(FLAT_FLOAT_ARRAY));
        cfgs.extend(self.headers.naked_pointers.then_some(NAKED_POINTERS));
        cfgs
    }

    /// Prints, for the build script of the crate with `links = "ocaml"`: the `cfg`s of that crate, the metadata that
    /// [`emit_cfgs_from_dep`] reads in its dependents (`DEP_OCAML_*`), and the files and variables to watch.
    pub fn emit(&self) {
        let cfgs = self.cfgs();
        print_cfgs(&cfgs);
        metadata("cfgs", cfgs.join(" "));
        metadata("version", self.version);
        if let Some(stdlib) = &self.stdlib {
            metadata("where", stdlib.display());
            Headers::files(stdlib)
                .iter()
                .for_each(|file| rerun_if_changed(file.display()));
        }
        self.emit_watched();
    }

    /// A switch of compiler must rebuild everything that has its layout compiled in.
    pub(crate) fn emit_watched(&self) {
        Self::VARIABLES.iter().for_each(rerun_if_env_changed);
        let Some(compiler) = &self.compiler else {
            return;
        };
        ["OPAM_SWITCH_PREFIX", "OCAMLLIB", "CAMLLIB"]
            .iter()
            .for_each(rerun_if_env_changed);
        if compiler.from_path() {
            rerun_if_env_changed("PATH");
        }
        if let Some(program) = compiler.program() {
            rerun_if_changed(program.display());
        }
    }
}

/// Prints the `cfg`s that `ocaml-sys` found, for the build script of a crate that depends on it directly.
///
/// The whole script is `fn main() { ocaml_build::emit_cfgs_from_dep() }`. Without `DEP_OCAML_CFGS` (the crate does not
/// depend on `ocaml-sys`) it prints an error and exits with code 1.
pub fn emit_cfgs_from_dep() {
    rerun_if_changed("build.rs");
    match env::var("DEP_OCAML_CFGS") {
        Ok(cfgs) => print_cfgs(&cfgs.split_whitespace().collect::<Vec<_>>()),
        Err(_) => {
            print_error("DEP_OCAML_CFGS is not set\nhelp: add `ocaml-sys` to the dependencies of this package");
            std::process::exit(1);
        }
    }
}

/// Prints a message of several lines as errors of the build script.
pub fn print_error(message: impl Display) {
    message
        .to_string()
        .lines()
        .for_each(|line| println!("cargo::error={line}"));
}

fn print_cfgs(active: &[&str]) {
    let known = VERSION_CFGS
        .iter()
        .map(|(name, ..)| *name)
        .chain([FLAT_FLOAT_ARRAY, NAKED_POINTERS]);
    known.for_each(|name| println!("cargo::rustc-check-cfg=cfg({name})"));
    active.iter().for_each(|name| println!("cargo::rustc-cfg={name}"));
}

fn metadata(key: &str, value: impl Display) {
    println!("cargo::metadata={key}={value}");
}

pub(crate) fn rerun_if_changed(path: impl Display) {
    println!("cargo::rerun-if-changed={path}");
}

pub(crate) fn rerun_if_env_changed(name: impl Display) {
    println!("cargo::rerun-if-env-changed={name}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Version;

    #[test]
    fn cfgs_mean_at_least() {
        let mut toolchain = Toolchain::assumed();
        assert_eq!(toolchain.cfgs().len(), 12, "all but ocaml_5_4 and ocaml_naked_pointers");
        toolchain.version = Version::new(4, 10, 2);
        toolchain.headers.naked_pointers = true;
        let expected = [
            "ocaml_4_08",
            "ocaml_4_09",
            "ocaml_4_10",
            FLAT_FLOAT_ARRAY,
            NAKED_POINTERS,
        ];
        assert_eq!(toolchain.cfgs(), expected);
        toolchain.version = Version::OLDEST;
        toolchain.headers.flat_float_array = false;
        assert_eq!(toolchain.cfgs(), [NAKED_POINTERS]);
    }
}
