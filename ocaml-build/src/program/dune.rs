//! Libraries that dune builds.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::Build;
use super::tool::Tool;
use crate::toolchain::cargo;
use crate::{Compiler, Error};

/// Builds the archive of a library.
pub(super) fn library(root: &Path, library: &Path, build: &Build<'_>) -> Result<PathBuf, Error> {
    if !root.join("dune-project").is_file() {
        return Err(Error::new(
            format!(
                "`{}` is not a dune project: it has no file dune-project",
                root.display()
            ),
            "the path is relative to the folder of the package's Cargo.toml",
        ));
    }
    watch(root);
    let archive = library.with_extension(build.program.code.archive());
    let folder = build_dir(&build.out);
    let dune = Tool::new(vec!["dune".into()]);
    let mut command = dune.command();
    // Started in its folder: from elsewhere dune says that it enters it.
    command
        .current_dir(root)
        .args(["build", "--root", ".", "--build-dir"])
        .arg(&folder)
        .arg(&archive);
    if let Some(path) = path_with(build.compiler) {
        command.env("PATH", path);
    }
    let doing = format!("dune build {} in {}", archive.display(), root.display());
    dune.run(
        command,
        &doing,
        "name a library of this project, as in `dune(\"ocaml\", \"src/hello\")`, that dune can build",
    )?;
    Ok(folder.join("default").join(archive))
}

/// Where dune leaves the interfaces of a library, and what the native compiler knows about its modules.
pub(super) fn interfaces(library: &Path, out: &Path) -> Vec<PathBuf> {
    let archive = build_dir(out).join("default").join(library);
    let name = archive.file_name().unwrap_or_default().to_string_lossy();
    let objects = archive.with_file_name(format!(".{name}.objs"));
    vec![objects.join("byte"), objects.join("native")]
}

/// Beside the folder for files.
fn build_dir(out: &Path) -> PathBuf {
    out.with_file_name("dune")
}

/// dune takes the compiler from `PATH`.
fn path_with(compiler: &Compiler) -> Option<OsString> {
    let folder = compiler.program()?.parent()?.to_owned();
    let folders = env::var_os("PATH").unwrap_or_default();
    env::join_paths([folder].into_iter().chain(env::split_paths(&folders))).ok()
}

/// Tells cargo about every file, but not about what dune builds in place.
fn watch(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let ours = !matches!(name.to_string_lossy().as_bytes(), [b'.' | b'_', ..]);
        if ours && path.is_dir() {
            watch(&path);
        } else if ours {
            cargo::rerun_if_changed(path.display());
        }
    }
}
