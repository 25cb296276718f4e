//! The one error type: what is wrong, and the next command to type.

use std::fmt;

/// Why no usable OCaml toolchain was found. Displayed as two lines: the problem, and a `help:` line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    problem: String,
    help: String,
    absent: bool,
}

impl Error {
    pub(crate) fn new(problem: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            problem: problem.into(),
            help: help.into(),
            absent: false,
        }
    }

    /// No compiler is installed at all, as opposed to one that is set up wrongly.
    pub(crate) fn absent(tried: &[String]) -> Self {
        Self {
            problem: format!("no OCaml compiler found (tried {})", tried.join(", ")),
            help: "apt install ocaml, or eval $(opam env); for documentation only: feature `without-ocamlopt`".into(),
            absent: true,
        }
    }

    /// True when nothing was configured and no compiler could be run: the case in which documentation and lints may
    /// go on with [`Toolchain::assumed`](crate::Toolchain::assumed).
    pub fn is_absent(&self) -> bool {
        self.absent
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\nhelp: {}", self.problem, self.help)
    }
}

impl std::error::Error for Error {}
