//! Links OCaml code into a Rust program, from its build script.
//!
//! The compiler makes one object of all OCaml code (`-output-obj`); together with the whole runtime it becomes an archive
//! that the Rust linker takes in as it is. C libraries of OCaml packages are linked as usual.

mod c_library;
mod code;
mod dune;
mod package;
mod runtime;
mod tool;

use std::env;
use std::path::{Path, PathBuf};

use crate::toolchain::cargo;
use crate::{Compiler, Error, Toolchain};
use c_library::Link;
use code::Code;
use tool::Tool;

/// OCaml code to be linked into a Rust program, for a build script.
///
/// ```no_run
/// // in build.rs
/// ocaml_build::Program::new()
///     .file("src/hello.ml")
///     .package("unix")
///     .link();
/// ```
///
/// The Rust side starts the code with `ocaml::Runtime::init` (feature `link` of the crate `ocaml`). A process has one OCaml
/// program: of all packages that end up in an executable, one may call [`link`](Program::link). If it has a library,
/// cargo links the OCaml code with that, and the executable must use something of it, or say `use library_name as _;`.
///
/// Modules may declare an `external` for any `#[ocaml::func]` of the crates that are linked.
#[derive(Clone, Debug, Default)]
pub struct Program {
    sources: Vec<Source>,
    packages: Vec<String>,
    flags: Vec<String>,
    code: Code,
    runtime_variant: Option<String>,
}

/// OCaml code, in the order of initialisation.
#[derive(Clone, Debug)]
enum Source {
    File(PathBuf),
    Dune { root: PathBuf, library: PathBuf },
}

impl Program {
    /// A program without modules of its own.
    pub fn new() -> Program {
        Program::default()
    }

    /// Adds a module: a file `name.ml`, relative to the package's folder, after those that it uses. An interface `name.mli`
    /// beside it is compiled too.
    pub fn file(mut self, path: impl Into<PathBuf>) -> Program {
        self.sources.push(Source::File(path.into()));
        self
    }

    /// Adds a library of a dune project, after those that it uses: all its modules are linked. `root` is the folder of the
    /// project, `library` what dune calls the archive, without its extension: `"src/hello"` for `(library (name hello))` in
    /// `src/dune`. [Files](Program::file) that follow may use it. What it uses from outside of the project is named with [`package`](Program::package).
    pub fn dune(mut self, root: impl Into<PathBuf>, library: impl Into<PathBuf>) -> Program {
        let (root, library) = (root.into(), library.into());
        self.sources.push(Source::Dune { root, library });
        self
    }

    /// Adds a package, with those that it uses: one that comes with OCaml (`unix`, `threads.posix`, `str`, …), or any that
    /// `ocamlfind` knows. With `threads.posix` OCaml's threads are started, so that `ocaml::Runtime::attach` works.
    pub fn package(mut self, name: impl Into<String>) -> Program {
        self.packages.push(name.into());
        self
    }

    /// Adds an option for the compilation of the [files](Program::file), for instance `"-w"`, then `"+a"`.
    pub fn flag(mut self, flag: impl Into<String>) -> Program {
        self.flags.push(flag.into());
        self
    }

    /// Links bytecode and its interpreter instead of native code.
    pub fn bytecode(mut self) -> Program {
        self.code = Code::Byte;
        self
    }

    /// Links another variant of the runtime: `"d"` is the one that checks itself.
    pub fn runtime_variant(mut self, variant: impl Into<String>) -> Program {
        self.runtime_variant = Some(variant.into());
        self
    }

    /// Compiles the code and tells cargo to link it.
    ///
    /// What the OCaml compiler complains about is shown as an error of the build script, which ends. On docs.rs, where there
    /// is no OCaml, nothing is done.
    ///
    /// # Panics
    ///
    /// Outside of a build script.
    pub fn link(&self) {
        if env::var_os("DOCS_RS").is_some() {
            return;
        }
        let out = env::var_os("OUT_DIR").expect("OUT_DIR is set by cargo: this is for build scripts");
        let package = env::var("CARGO_PKG_NAME").expect("CARGO_PKG_NAME is set by cargo");
        let linked = toolchain().and_then(|(toolchain, compiler)| {
            toolchain.emit_watched();
            // What compilers, dune and findlib read.
            ["OCAMLPARAM", "OCAMLPATH", "OCAMLFIND_CONF"]
                .iter()
                .for_each(cargo::rerun_if_env_changed);
            Build::new(self, &compiler, Path::new(&out))?.run(&format!("{package}_ocaml"))
        });
        match linked {
            Ok(links) => links.iter().for_each(Link::emit),
            Err(error) => {
                cargo::print_error(error);
                std::process::exit(1);
            }
        }
    }
}

fn toolchain() -> Result<(Toolchain, Compiler), Error> {
    let toolchain = Toolchain::find()?;
    let compiler = toolchain.compiler.clone().ok_or_else(|| {
        Error::new(
            "OCaml code cannot be compiled: OCAML_VERSION and OCAML_WHERE_PATH say that there is no compiler to ask",
            "unset them, and set OCAMLOPT if ocamlopt is not on PATH",
        )
    })?;
    Ok((toolchain, compiler))
}

/// One run of a build script.
struct Build<'a> {
    program: &'a Program,
    compiler: &'a Compiler,
    tool: Tool,
    out: PathBuf,
    packages: Vec<package::Package>,
}

impl<'a> Build<'a> {
    fn new(program: &'a Program, compiler: &'a Compiler, out: &Path) -> Result<Build<'a>, Error> {
        let out = out.join("ocaml");
        tool::fresh_folder(&out)?;
        Ok(Build {
            packages: package::resolve(&program.packages, program.code, compiler)?,
            tool: program.code.compiler(compiler),
            program,
            compiler,
            out,
        })
    }

    /// What must be linked, in this order.
    fn run(&self, name: &str) -> Result<Vec<Link>, Error> {
        let objects = self.objects()?;
        let archives: Vec<PathBuf> = self
            .packages
            .iter()
            .filter_map(|package| package.archive.clone())
            .collect();
        let object = self.link_object(&archives, &objects)?;
        let mut links = runtime::archive(self, &object, name)?;
        for archive in archives
            .iter()
            .chain(&objects)
            .filter(|file| self.program.code.is_archive(file))
        {
            links.extend(c_library::of_archive(archive, self)?);
        }
        links.extend(c_library::of_runtime(self)?);
        Ok(c_library::without_repetitions(links))
    }

    /// Compiles every source; the results in the same order.
    fn objects(&self) -> Result<Vec<PathBuf>, Error> {
        if self.program.sources.is_empty() {
            return Err(Error::new(
                "the program has no OCaml code",
                "add modules with `file`, or a library with `dune`",
            ));
        }
        let mut objects = Vec::from_iter(self.anchor()?);
        for source in &self.program.sources {
            objects.push(match source {
                Source::File(path) => self.compile(path)?,
                Source::Dune { root, library } => dune::library(root, library, self)?,
            });
        }
        Ok(objects)
    }

    /// A module that uses `Thread`: OCaml links, and so starts, what is used.
    fn anchor(&self) -> Result<Option<PathBuf>, Error> {
        if !self.packages.iter().any(|package| package.name == "threads") {
            return Ok(None);
        }
        let source = self.out.join("ocaml_build_start_threads.ml");
        tool::write(&source, "let () = ignore (Sys.opaque_identity (Thread.self ()))\n")?;
        self.compile_unit(&source, self.program.code.unit(), &[]).map(Some)
    }

    /// Compiles a module, and its interface if it has one.
    fn compile(&self, source: &Path) -> Result<PathBuf, Error> {
        if source.extension().is_none_or(|extension| extension != "ml") {
            return Err(Error::new(
                format!("`{}` is not an OCaml module", source.display()),
                "name a file that ends in .ml; the .mli beside it is found by itself",
            ));
        }
        cargo::rerun_if_changed(source.display());
        let interface = source.with_extension("mli");
        if !source.is_file() {
            return Err(Error::new(
                format!("there is no file `{}`", source.display()),
                "paths are relative to the folder of the package's Cargo.toml",
            ));
        }
        if interface.is_file() {
            cargo::rerun_if_changed(interface.display());
            self.compile_unit(&interface, "cmi", &self.program.flags)?;
        }
        self.compile_unit(source, self.program.code.unit(), &self.program.flags)
    }

    fn compile_unit(&self, source: &Path, extension: &str, flags: &[String]) -> Result<PathBuf, Error> {
        let stem = source.file_stem().expect("a source has a name");
        let output = self.out.join(stem).with_extension(extension);
        let mut command = self.tool.command();
        command.args(["-c", "-g"]).args(flags).arg("-I").arg(&self.out);
        for folder in self
            .packages
            .iter()
            .map(|package| package.folder.clone())
            .chain(self.of_dune())
        {
            command.arg("-I").arg(folder);
        }
        command.arg("-o").arg(&output).arg(source);
        let help = "for an unbound module: add its file before this one, or its package (`package(\"unix\")`)";
        self.tool
            .run(command, &format!("compiling {}", source.display()), help)?;
        Ok(output)
    }

    /// Where the modules of dune's libraries are.
    fn of_dune(&self) -> impl Iterator<Item = PathBuf> {
        self.program.sources.iter().flat_map(|source| match source {
            Source::File(_) => Vec::new(),
            Source::Dune { library, .. } => dune::interfaces(library, &self.out),
        })
    }

    /// One object of all modules.
    fn link_object(&self, archives: &[PathBuf], objects: &[PathBuf]) -> Result<PathBuf, Error> {
        // No module has such a name.
        let object = self.out.join("all.modules.o");
        let mut command = self.tool.command();
        command.args(["-output-obj", "-g"]);
        // A module that nothing refers to would be left out of an archive.
        if objects.iter().any(|file| self.program.code.is_archive(file)) {
            command.arg("-linkall");
        }
        command.arg("-o").arg(&object).args(archives).args(objects);
        let help = "add what is missing, by `file`, `dune` or `package`: each before what uses it";
        self.tool.run(command, "linking the OCaml modules", help)?;
        Ok(object)
    }
}

#[cfg(test)]
mod tests;
