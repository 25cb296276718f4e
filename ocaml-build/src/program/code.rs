//! Native code or bytecode: what is called differently.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use super::tool::Tool;
use crate::Compiler;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Code {
    #[default]
    Native,
    Byte,
}

impl Code {
    /// Extension of a compiled module.
    pub(super) fn unit(self) -> &'static str {
        match self {
            Code::Native => "cmx",
            Code::Byte => "cmo",
        }
    }

    /// Extension of a library.
    pub(super) fn archive(self) -> &'static str {
        match self {
            Code::Native => "cmxa",
            Code::Byte => "cma",
        }
    }

    pub(super) fn is_archive(self, file: &Path) -> bool {
        file.extension().is_some_and(|extension| extension == self.archive())
    }

    /// The findlib predicates that choose archives.
    pub(super) fn predicates(self) -> &'static str {
        match self {
            Code::Native => "native,mt,mt_posix",
            Code::Byte => "byte,mt,mt_posix",
        }
    }

    /// The runtime's archive is `lib<name><variant>.a`.
    pub(super) fn runtime(self) -> &'static str {
        match self {
            Code::Native => "asmrun",
            Code::Byte => "camlrun",
        }
    }

    /// What `-config` calls the C libraries that the runtime needs.
    pub(super) fn c_libraries(self) -> &'static str {
        match self {
            Code::Native => "native_c_libraries",
            Code::Byte => "bytecomp_c_libraries",
        }
    }

    /// The compiler: for bytecode the `ocamlc` that belongs to `ocamlopt`.
    pub(super) fn compiler(self, compiler: &Compiler) -> Tool {
        match self {
            Code::Native => Tool::new(compiler.command.clone()),
            Code::Byte => Tool::new(sibling(compiler, "ocamlc")),
        }
    }
}

/// The command of another program that is installed with the compiler: `ocamlopt` is replaced in its name.
pub(super) fn sibling(compiler: &Compiler, name: &str) -> Vec<OsString> {
    let mut command = compiler.command.clone();
    let last = command.last_mut().expect("a command is not empty");
    let path = Path::new(last);
    let file = path.file_name().and_then(OsStr::to_str).unwrap_or("ocamlopt");
    *last = path.with_file_name(file.replace("ocamlopt", name)).into();
    command
}
