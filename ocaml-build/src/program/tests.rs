//! Programs that cannot be linked say why; what a program that can be is made of.

use std::ffi::OsString;
use std::fs;

use super::*;

/// An empty folder for a test.
fn folder(test: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("ocaml-build-{}-{test}", std::process::id()));
    tool::fresh_folder(&folder).expect("the temporary folder can be written");
    folder
}

/// Writes the files, builds the program that `program` describes, removes all.
fn build(test: &str, files: &[(&str, &str)], program: impl FnOnce(&Path) -> Program) -> Result<Vec<Link>, Error> {
    let folder = folder(test);
    for (name, text) in files {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("the folder can be made");
        fs::write(file, text).expect("the file can be written");
    }
    let program = program(&folder);
    let (_, compiler) = toolchain().expect("these tests need OCaml");
    let links = Build::new(&program, &compiler, &folder.join("out")).and_then(|build| build.run("test_ocaml"));
    fs::remove_dir_all(folder).expect("the folder can be removed");
    links
}

#[track_caller]
fn fails(result: Result<Vec<Link>, Error>, parts: &[&str]) {
    let message = result.expect_err("not linked").to_string();
    for part in parts.iter().chain(&["\nhelp: "]) {
        assert!(message.contains(part), "{part:?} is missing in:\n{message}");
    }
}

#[test]
fn the_message_of_the_compiler_has_its_place() {
    let files = [("a.ml", "let x = 1\nlet y : string = x + 1\n")];
    let result = build("types", &files, |folder| Program::new().file(folder.join("a.ml")));
    fails(result, &["compiling ", "a.ml\", line 2, characters 17-22", "string"]);
}

#[test]
fn an_interface_is_compiled_first() {
    let files = [("a.mli", "val x : int\n"), ("a.ml", "let x = \"text\"\n")];
    let result = build("interface", &files, |folder| Program::new().file(folder.join("a.ml")));
    fails(result, &["a.ml", "does not match the interface"]);
}

#[test]
fn modules_in_the_wrong_order() {
    let files = [("a.ml", "let x = B.x\n"), ("b.ml", "let x = 1\n")];
    let result = build("order", &files, |folder| {
        Program::new().file(folder.join("a.ml")).file(folder.join("b.ml"))
    });
    fails(result, &["Unbound module", "add its file before this one"]);
}

#[test]
fn files_that_are_none() {
    fails(
        build("missing", &[], |_| Program::new().file("src/missing.ml")),
        &["there is no file `src/missing.ml`", "Cargo.toml"],
    );
    fails(
        build("rust", &[("a.rs", "")], |folder| {
            Program::new().file(folder.join("a.rs"))
        }),
        &["a.rs` is not an OCaml module"],
    );
}

#[test]
fn packages_that_are_none() {
    let result = build("package", &[], |_| Program::new().package("no-such-package.sub"));
    fails(
        result,
        &[
            "no OCaml package `no-such-package.sub`",
            "opam install no-such-package, or apt",
        ],
    );
}

#[test]
fn no_code_at_all() {
    fails(build("empty", &[], |_| Program::new()), &["no OCaml code", "`file`"]);
}

#[test]
fn projects_that_are_none() {
    let no_project = build("no-project", &[], |folder| Program::new().dune(folder, "src/hello"));
    fails(no_project, &["is not a dune project"]);
    let files = [
        ("dune-project", "(lang dune 2.0)\n"),
        ("dune", "(library (name a))\n"),
        ("a.ml", "let x = 1 +. 1.\n"),
    ];
    let ill_typed = build("ill-typed", &files, |folder| Program::new().dune(folder, "a"));
    fails(
        ill_typed,
        &["dune build a.cmxa in ", "a.ml\", line 1", "expected of type"],
    );
    let elsewhere = build("elsewhere", &files[..2], |folder| Program::new().dune(folder, "src/b"));
    fails(elsewhere, &["src/b.cmxa", "name a library"]);
}

#[test]
fn a_runtime_that_is_not_installed() {
    let result = build("variant", &[("a.ml", "")], |folder| {
        Program::new().file(folder.join("a.ml")).runtime_variant("_none")
    });
    fails(result, &["has no runtime libasmrun_none.a", "configure"]);
}

#[test]
fn what_is_linked() {
    let program = |code: fn(Program) -> Program| {
        let files = [("a.ml", "let () = at_exit (fun () -> print_float (Unix.time ()))\n")];
        let links = build("linked", &files, |folder| {
            code(
                Program::new()
                    .package("threads")
                    .package("unix")
                    .file(folder.join("a.ml")),
            )
        });
        links.expect("a correct program")
    };
    for links in [program(|native| native), program(Program::bytecode)] {
        let is_static = |link: &&Link| matches!(link, Link::Static(name) if name.starts_with("unix") || name.starts_with("threads"));
        assert!(
            matches!(&links[..2], [Link::Search(_), Link::Whole(name)] if name == "test_ocaml"),
            "{links:?}"
        );
        assert_eq!(links.iter().filter(is_static).count(), 2, "{links:?}");
        assert!(links.contains(&Link::Library("m".into())), "{links:?}");
    }
}

#[test]
fn bytecode_is_compiled_beside_native_code() {
    let (_, mut compiler) = toolchain().expect("these tests need OCaml");
    let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
    for (native, byte) in [
        (&["/opt/ocaml/bin/ocamlopt"][..], &["/opt/ocaml/bin/ocamlc"][..]),
        (&["ocamlopt.opt"], &["ocamlc.opt"]),
        (
            &["ocamlfind", "-toolchain", "x", "ocamlopt"],
            &["ocamlfind", "-toolchain", "x", "ocamlc"],
        ),
    ] {
        compiler.command = words(native);
        assert_eq!(code::sibling(&compiler, "ocamlc"), words(byte));
    }
}
