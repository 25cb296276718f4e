//! What the tests of the command share.
#![allow(dead_code, reason = "each test program uses a part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

pub fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// The archive of a package of the workspace, as it is shipped: optimised.
pub fn archive(name: &str) -> PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let folder = BUILT.get_or_init(|| {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args([
            "build",
            "--quiet",
            "--release",
            "-p",
            "hello",
            "-p",
            "handlers",
            "-p",
            "ocaml-test",
            "-p",
            "shapes",
            "--target-dir",
        ]);
        succeed(cargo.arg(target).current_dir(root()));
        target.join("release")
    });
    folder.join(format!("lib{name}.a"))
}

/// An empty folder for this test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What the interface of the suites needs of OCaml's library, and from which version 4 on that has it. What is printed is
/// older syntax: it compiles with OCaml 4.06.
const LATER: &[(&str, u32, &str)] = &[
    ("seq.mli", 7, "type 'a t\n"),
    ("float.mli", 7, "type t = float\nval compare : t -> t -> int\n"),
    ("bool.mli", 8, "type t = bool\nval compare : t -> t -> int\n"),
    ("int.mli", 8, "type t = int\nval compare : t -> t -> int\n"),
    ("either.mli", 12, "type ('a, 'b) t = Left of 'a | Right of 'b\n"),
];

/// The second part of the version, of OCaml 4.
pub fn minor() -> Option<u32> {
    let version = succeed(Command::new("ocamlopt").arg("-version")).stdout;
    let version = String::from_utf8_lossy(&version);
    version.strip_prefix("4.")?.split('.').next()?.parse().ok()
}

/// These files, behind what they need of Zarith and of OCaml's library in a later version.
pub fn with_library<'f>(folder: &Path, files: &[&'f str]) -> Vec<&'f str> {
    let minor = minor();
    let later = LATER
        .iter()
        .filter(|(_, since, _)| minor.is_some_and(|minor| minor < *since));
    let modules = later.map(|(file, _, signature)| (*file, *signature));
    let mut all = Vec::new();
    for (file, signature) in modules.chain([("z.mli", "type t\n")]) {
        std::fs::write(folder.join(file), signature).unwrap();
        all.push(file);
    }
    all.extend(files);
    all
}
