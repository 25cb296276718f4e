//! What the installed headers say: `caml/m.h`, `caml/version.h`, `caml/domain_state.tbl` and `Makefile.config`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{DomainState, Error, Version};

/// Facts about one installed runtime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headers {
    /// Bits of an OCaml word: 64 or 32.
    pub word_size: u32,
    /// Whether arrays of floats are stored flat (`Double_array_tag`).
    pub flat_float_array: bool,
    /// Whether pointers outside the heap may be stored as values (never from OCaml 5).
    pub naked_pointers: bool,
    /// Header bits above the size that the runtime reserves, usually 0.
    pub reserved_bits: u32,
    /// Version from `caml/version.h`, where it is installed.
    pub version: Option<Version>,
    /// Layout of the domain record, empty before OCaml 4.10.
    pub domain_state: DomainState,
}

impl Headers {
    /// The files read below a standard library folder; a build depends on them.
    pub fn files(stdlib: &Path) -> [PathBuf; 4] {
        let caml = stdlib.join("caml");
        [
            caml.join("m.h"),
            caml.join("version.h"),
            caml.join("domain_state.tbl"),
            stdlib.join("Makefile.config"),
        ]
    }

    /// Reads them. Only `caml/m.h` must exist; `domain_state.tbl` is asked for by the caller, who knows the version.
    pub fn read(stdlib: &Path) -> Result<Self, Error> {
        let [machine, version, table, makefile] = Self::files(stdlib);
        let machine = fs::read_to_string(&machine).map_err(|error| {
            Error::new(
                format!(
                    "the OCaml headers are not installed: cannot read {}: {error}",
                    machine.display()
                ),
                "apt install ocaml (ocaml-nox has the headers too), or reinstall the opam switch",
            )
        })?;
        let read = |path: PathBuf| fs::read_to_string(path).unwrap_or_default();
        Ok(Self::parse(&machine, &read(version), &read(table), &read(makefile)))
    }

    /// The same from the texts of the four files.
    pub fn parse(machine: &str, version: &str, domain_state: &str, makefile: &str) -> Self {
        let defined = |name| define(machine, name).is_some();
        let says = |name, value| assignment(makefile, name) == Some(value);
        let reserved = if defined("WITH_PROFINFO") {
            "PROFINFO_WIDTH"
        } else {
            "HEADER_RESERVED_BITS"
        };
        Self {
            word_size: if defined("ARCH_SIXTYFOUR") { 64 } else { 32 },
            flat_float_array: defined("FLAT_FLOAT_ARRAY") || says("FLAT_FLOAT_ARRAY", "true"),
            naked_pointers: !defined("NO_NAKED_POINTERS") && !says("NAKED_POINTERS", "false"),
            reserved_bits: define(machine, reserved)
                .and_then(|bits| bits.parse().ok())
                .unwrap_or(0),
            version: define(version, "OCAML_VERSION_STRING").and_then(|text| Version::parse(text.trim_matches('"'))),
            domain_state: DomainState::parse(domain_state),
        }
    }
}

/// The text of `#define NAME text`, empty for a bare `#define NAME`.
fn define<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    header.lines().find_map(|line| {
        let line = line
            .trim_start()
            .strip_prefix('#')?
            .trim_start()
            .strip_prefix("define")?;
        let text = line.trim_start().strip_prefix(name)?;
        (text.is_empty() || text.starts_with(char::is_whitespace)).then(|| text.trim())
    })
}

/// The text of `NAME=text`.
fn assignment<'a>(makefile: &'a str, name: &str) -> Option<&'a str> {
    makefile.lines().find_map(|line| {
        let (key, value) = line.split_once('=')?;
        (key.trim() == name).then(|| value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const M_4_13: &str = "#define ARCH_SIXTYFOUR 1\n/* Define ARCH_SIXTYFOUR if */\n#define PROFINFO_WIDTH 0\n\
        /* #undef NO_NAKED_POINTERS */\n/* #undef WITH_PROFINFO */\n#define FLAT_FLOAT_ARRAY 1\n";
    const M_5_3: &str = "#define ARCH_SIXTYFOUR 1\n#define HEADER_RESERVED_BITS 0\n#define NO_NAKED_POINTERS 1\n#define FLAT_FLOAT_ARRAY 1\n";

    #[test]
    fn debian_4_13() {
        let headers = Headers::parse(
            M_4_13,
            "#define OCAML_VERSION 41301\n#define OCAML_VERSION_STRING \"4.13.1\"\n",
            "DOMAIN_STATE(value*, young_limit)\n",
            "FLAT_FLOAT_ARRAY=true\nNAKED_POINTERS=true\n",
        );
        assert_eq!(headers.word_size, 64);
        assert!(headers.flat_float_array);
        assert!(headers.naked_pointers);
        assert_eq!(headers.reserved_bits, 0);
        assert_eq!(headers.version, Some(Version::new(4, 13, 1)));
        assert_eq!(headers.domain_state.offset("young_limit"), Some(0));
    }

    #[test]
    fn plain_5_3() {
        let headers = Headers::parse(M_5_3, "", "", "NAKED_POINTERS=false\n");
        assert!(headers.flat_float_array);
        assert!(!headers.naked_pointers);
        assert_eq!(headers.version, None);
    }

    #[test]
    fn unusual_configurations() {
        let headers = Headers::parse(
            "#undef ARCH_SIXTYFOUR\n",
            "",
            "",
            "FLAT_FLOAT_ARRAY=false\nNAKED_POINTERS=false\n",
        );
        assert_eq!(
            (headers.word_size, headers.flat_float_array, headers.naked_pointers),
            (32, false, false)
        );
        let profiled = Headers::parse("#define WITH_PROFINFO 1\n#define PROFINFO_WIDTH 26\n", "", "", "");
        assert_eq!(profiled.reserved_bits, 26);
        let reserved = Headers::parse("#define HEADER_RESERVED_BITS 8\n", "", "", "");
        assert_eq!(reserved.reserved_bits, 8);
        assert_eq!(define("#define FLAT_FLOAT_ARRAY_X 1", "FLAT_FLOAT_ARRAY"), None);
    }
}
