//! The archives of the workspace: their interfaces are printed, and OCaml compiles and links them.

mod common;

use std::path::Path;
use std::process::{Command, Output};

use ocaml_build::interface::{Interface, OwnedShape};

use common::{archive, folder, minor, root, succeed, with_library};

fn bindings(archive: &Path, output: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-ocaml"));
    command
        .args(["ocaml", "bindings"])
        .arg(archive)
        .arg("-o")
        .arg(output)
        .args(more);
    command.output().unwrap()
}

/// Every warning is an error, but for what Zarith's type `Z.t` stands for, which need not be installed.
fn compile(folder: &Path, files: &[&str], more: &[&str]) {
    let mut command = Command::new("ocamlopt");
    succeed(
        command
            .args(["-w", "+a-70", "-warn-error", "+a"])
            .args(more)
            .args(files)
            .current_dir(folder),
    );
}

const LIBRARIES: [&str; 6] = ["-cclib", "-lpthread", "-cclib", "-ldl", "-cclib", "-lm"];

/// Links the executable `program`.
fn link(folder: &Path, files: &[&str]) {
    compile(folder, files, &[&["-o", "program"][..], &LIBRARIES].concat());
}

/// What is committed is what `scripts/bindings` prints.
#[test]
fn printed_interfaces_are_up_to_date() {
    for (name, folder, file) in [
        ("hello", "examples/hello", "stubs"),
        ("handlers", "examples/handlers", "stubs"),
        ("shapes", "test/shapes", "shapes"),
        ("ocaml_test", "test/interface", "ocaml_test"),
    ] {
        let output = bindings(&archive(name), &root().join(folder), &["--name", file, "--check"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}\nhelp: scripts/bindings");
    }
}

#[test]
fn what_is_not_up_to_date_is_told() {
    let folder = folder("stale");
    let archive = archive("hello");
    assert!(bindings(&archive, &folder, &[]).status.success());
    assert!(bindings(&archive, &folder, &["--check"]).status.success());
    let file = folder.join("hello.mli");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("greet : string", "greet : bytes")).unwrap();
    let output = bindings(&archive, &folder, &["--check"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        error.contains("hello.mli:") && error.contains("found:    external greet : bytes"),
        "{error}"
    );
}

#[test]
fn ocaml_compiles_the_interface_of_the_test_suites() {
    let folder = folder("suites");
    let output = bindings(&archive("ocaml_test"), &folder, &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = with_library(&folder, &["ocaml_test.mli", "ocaml_test.ml"]);
    // OCaml 4.06 warns of types without `[@@unboxed]` that have it.
    let options = if minor() == Some(6) {
        &["-c", "-w", "-61"][..]
    } else {
        &["-c"]
    };
    compile(&folder, &files, options);
}

/// For OCaml's parser, what is said of a type belongs to the type, and what is said of a part of it to that. `-dsource` prints
/// what it has attached to an item as `[@@ocaml.doc]`, and to a field, constructor or tag as `[@ocaml.doc]`.
#[test]
fn documentation_belongs_to_what_it_is_about() {
    let folder = folder("documented");
    let mut seen = [0, 0];
    for name in ["hello", "shapes", "ocaml_test"] {
        let archive = archive(name);
        assert!(bindings(&archive, &folder, &[]).status.success());
        let file = format!("{name}.mli");
        let mut compile = Command::new("ocamlc");
        compile.args(["-c", "-dsource", "-w", "-a+50", "-warn-error", "+50"]);
        let parsed = succeed(compile.args(with_library(&folder, &[&file])).current_dir(&folder)).stderr;
        let parsed = String::from_utf8(parsed).unwrap();
        let parsed = parsed.split_whitespace().collect::<Vec<_>>().join(" ");
        for ty in &Interface::read(&archive).unwrap().types {
            let parts: Vec<&str> = match &ty.shape {
                OwnedShape::Record { fields, .. } => fields.iter().map(|field| field.doc.as_str()).collect(),
                OwnedShape::Variant { constructors, .. } | OwnedShape::PolyVariant(constructors) => constructors
                    .iter()
                    .map(|constructor| constructor.doc.as_str())
                    .collect(),
                _ => Vec::new(),
            };
            let parts = parts.into_iter().map(|doc| ("[@ocaml.doc", doc));
            for (attribute, doc) in parts.chain([("[@@ocaml.doc", ty.doc.as_str())]) {
                // Enough to know it by, before a line ends.
                let start: Vec<&str> = doc.split_whitespace().take(3).collect();
                let start = start.join(" ");
                if start.is_empty() || start.contains(|c: char| !c.is_ascii_alphanumeric() && !" ,.:".contains(c)) {
                    continue;
                }
                let attached = format!("{attribute} \" {start}");
                assert!(parsed.contains(&attached), "{name}: {}: no {attached}", ty.name);
                seen[usize::from(attribute == "[@@ocaml.doc")] += 1;
            }
        }
    }
    assert!(!seen.contains(&0), "{seen:?}");
}

/// Each symbol that the printed module names is in the archive, that of bytecode too, and each guard has the number that was
/// printed for it.
#[test]
fn the_interface_of_the_test_suites_links() {
    let folder = folder("suites_linked");
    let archive = archive("ocaml_test");
    assert!(bindings(&archive, &folder, &[]).status.success());
    let files = with_library(&folder, &["ocaml_test.mli", "ocaml_test.ml", "program.ml"]);
    std::fs::write(
        folder.join("program.ml"),
        "let () = print_int (Ocaml_test.Numbers.add 40 2)\n",
    )
    .unwrap();
    for compiler in ["ocamlopt", "ocamlc"] {
        let mut command = Command::new(compiler);
        command.args(["-w", "-a", "-o", "program"]);
        if compiler == "ocamlc" {
            command.arg("-custom");
        }
        command.args(&files).arg(&archive);
        succeed(command.args(LIBRARIES).current_dir(&folder));
        let printed = succeed(&mut Command::new(folder.join("program"))).stdout;
        assert_eq!(String::from_utf8_lossy(&printed), "42", "{compiler}");
    }
}

fn has_descriptor(path: &Path) -> bool {
    let bytes = std::fs::read(path).unwrap();
    bytes.windows(5).any(|window| window == b"OCRS\x04")
}

/// Links a program with the archive, and looks for descriptors in it.
#[test]
fn nothing_of_it_is_in_the_program() {
    let folder = folder("linked");
    let archive = archive("hello");
    assert!(bindings(&archive, &folder, &[]).status.success());
    std::fs::write(
        folder.join("program.ml"),
        "let () = print_string (Hello.greet \"OCaml\")\n",
    )
    .unwrap();
    let archive_path = archive.to_str().unwrap();
    link(&folder, &["hello.mli", "hello.ml", "program.ml", archive_path]);
    let printed = succeed(&mut Command::new(folder.join("program"))).stdout;
    assert_eq!(String::from_utf8_lossy(&printed), "Hello, OCaml! This is Rust.");
    assert!(has_descriptor(&archive));
    assert!(!has_descriptor(&folder.join("program")));
}

/// Link-time optimisation and `strip` leave the descriptors in the archive, and `--gc-sections` has nothing to keep.
#[test]
fn descriptors_survive_link_time_optimisation_and_strip() {
    let folder = folder("optimised");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lto");
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["build", "--quiet", "--release", "-p", "hello", "--target-dir"])
        .arg(&target)
        .envs([
            ("CARGO_PROFILE_RELEASE_LTO", "fat"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1"),
            ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
        ]);
    succeed(cargo.current_dir(root()));
    let archive = folder.join("libhello.a");
    std::fs::copy(target.join("release/libhello.a"), &archive).unwrap();
    succeed(Command::new("strip").arg("-S").arg(&archive));
    let committed = root().join("examples/hello");
    let output = bindings(&archive, &committed, &["--name", "stubs", "--check"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(bindings(&archive, &folder, &[]).status.success());
    std::fs::write(
        folder.join("program.ml"),
        "let () = print_string (Hello.greet \"OCaml\")\n",
    )
    .unwrap();
    let mut files = vec!["hello.mli", "hello.ml", "program.ml", archive.to_str().unwrap()];
    if cfg!(target_os = "linux") {
        files.extend(["-ccopt", "-Wl,--gc-sections"]);
    }
    link(&folder, &files);
    let printed = succeed(&mut Command::new(folder.join("program"))).stdout;
    assert_eq!(String::from_utf8_lossy(&printed), "Hello, OCaml! This is Rust.");
    assert!(!has_descriptor(&folder.join("program")));
}

/// A module that was printed from another archive raises an exception when the program starts.
#[test]
fn a_stale_archive_is_an_exception() {
    let folder = folder("foreign");
    let archive = archive("hello");
    assert!(bindings(&archive, &folder, &[]).status.success());
    let file = folder.join("hello.ml");
    let text = std::fs::read_to_string(&file).unwrap();
    let (before, number) = text.split_once("Archive.check_hello_area ").unwrap();
    let stale = format!("{before}Archive.check_hello_area 1{number}");
    std::fs::write(&file, stale).unwrap();
    std::fs::write(folder.join("program.ml"), "let () = print_string \"started\"\n").unwrap();
    link(
        &folder,
        &["hello.mli", "hello.ml", "program.ml", archive.to_str().unwrap()],
    );
    let output = Command::new(folder.join("program")).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(
        error.contains("Failure") && error.contains("hello_area is not what OCaml was told"),
        "{error}"
    );
}

/// An exception whose declaration was printed from another archive is not raised with arguments of other types.
#[test]
fn a_stale_exception_is_another_exception() {
    let folder = folder("stale_exception");
    let archive = archive("shapes");
    assert!(bindings(&archive, &folder, &[]).status.success());
    let file = folder.join("shapes.ml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(
        &file,
        text.replace("\"shapes.Closed:interface\" ", "\"shapes.Closed:interface\" 1"),
    )
    .unwrap();
    std::fs::write(
        folder.join("program.ml"),
        "let () =\n  match Shapes.Errors.close \"door\" with\n  | (_ : int) -> ()\n  | exception Failure text -> print_string text\n",
    )
    .unwrap();
    let files = ["shapes.mli", "shapes.ml", "program.ml", archive.to_str().unwrap()];
    let mut command = Command::new("ocamlopt");
    command.args(["-w", "-a", "-o", "program"]);
    command.args(with_library(&folder, &files)).args(LIBRARIES);
    succeed(command.current_dir(&folder));
    let printed = succeed(&mut Command::new(folder.join("program"))).stdout;
    let printed = String::from_utf8_lossy(&printed);
    assert!(
        printed.contains("the exception shapes.Closed is not what OCaml was told"),
        "{printed}"
    );
}
