//! Externals that are written by hand, right and wrong, held against the archive of the example.

mod common;

use std::path::Path;
use std::process::{Command, Output};

use common::{archive, folder, root, succeed, with_library};

fn check(archive: &Path, file: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-ocaml"));
    command.args(["ocaml", "check", "--ml"]).arg(file).arg(archive);
    command.output().unwrap()
}

/// What is said about a file of this content, which is for the example.
fn messages(test: &str, text: &str) -> (bool, String) {
    messages_of("hello", test, text)
}

fn messages_of(library: &str, test: &str, text: &str) -> (bool, String) {
    let folder = folder(test);
    let file = folder.join("stubs.ml");
    std::fs::write(&file, text).unwrap();
    let output = check(&archive(library), &file);
    let said = String::from_utf8_lossy(&output.stderr).replace(&format!("{}/", folder.display()), "");
    (output.status.success(), said)
}

/// All functions, with other names than in Rust, in another order, and in a module.
const RIGHT: &str = r#"
type figure = Circle of float | Rect of float * float | Empty

module Inner = struct
  type t = { name : string; i : int }

  external next : t -> t = "hello_increment"
end

external surface : figure -> float = "hello_area"
external greet : string -> string = "hello_greet"
external squares : int list -> int list = "hello_squares"
external parse : string -> int = "hello_parse"
external pick : string array -> int -> string = "hello_pick"

let area_of_circle radius = surface (Circle radius)
"#;

#[test]
fn what_fits_is_accepted() {
    let (accepted, said) = messages("check_right", RIGHT);
    assert!(accepted, "{said}");
    assert_eq!(said, "");
}

#[test]
fn the_printed_interface_fits() {
    let output = check(&archive("hello"), &root().join("examples/hello/stubs.ml"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    // The guards are no functions of `#[ocaml::func]`.
    assert!(!said.contains("error"), "{said}");
}

/// All shapes of types, and more than a thousand functions: OCaml's type checker takes what is printed for what Rust says.
#[test]
fn the_printed_interfaces_of_the_suites_fit() {
    let folder = folder("check_suites");
    let modules = with_library(&folder, &[]);
    succeed(Command::new("ocamlopt").arg("-c").args(modules).current_dir(&folder));
    for (library, file) in [
        ("shapes", "test/shapes/shapes.ml"),
        ("ocaml_test", "test/interface/ocaml_test.ml"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-ocaml"));
        command.args(["ocaml", "check", "-I"]).arg(&folder).arg("--ml");
        let output = command.arg(root().join(file)).arg(archive(library)).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        // What cannot be printed is declared nowhere.
        let nowhere = said.lines().filter(|line| line.ends_with("is declared nowhere"));
        assert!(
            nowhere.clone().all(|line| line.starts_with("note: functions_many_")),
            "{said}"
        );
    }
}

#[test]
fn objects_are_compared_by_their_methods() {
    const OBJECTS: &str = "type sink = < put : string -> unit; move : int -> int; parent : sink option; count' : int >\n\
        external fill : sink -> string array -> int = \"methods_fill\"\n\
        external parent : < put : string -> unit; move : int -> int; parent : sink option; count' : int; name : string; .. >\n\
        \x20 -> sink option = \"methods_parent\"\n";
    let (accepted, said) = messages_of("shapes", "check_objects", OBJECTS);
    assert!(accepted, "{said}");
    let wrong = OBJECTS.replace("put : string", "put : bytes");
    let (accepted, said) = messages_of("shapes", "check_other_objects", &wrong);
    assert!(!accepted && said.contains("stubs.ml:2: fill is not"), "{said}");
}

#[test]
fn instances_of_generic_types_are_compared() {
    const INSTANCES: &str = "type inner = { first : string; second : float }\n\
        type both = { first : int; second : inner }\n\
        external both : both -> both = \"shapes_both\"\n\
        type chain = End | Link of (int * bool) * chain\n\
        external chain : chain -> chain = \"shapes_chain\"\n";
    let (accepted, said) = messages_of("shapes", "check_instances", INSTANCES);
    assert!(accepted && !said.contains("is not checked"), "{said}");
    let wrong = INSTANCES
        .replace("second : float", "second : int")
        .replace("int * bool", "bool * int");
    let (accepted, said) = messages_of("shapes", "check_other_instances", &wrong);
    assert!(!accepted);
    assert!(
        said.contains("stubs.ml:1: the type Stubs.inner is not shapes::Both<string, float> of Rust"),
        "{said}"
    );
    assert!(
        said.contains("stubs.ml:4: the type Stubs.chain is not shapes::Chain<int * bool> of Rust"),
        "{said}"
    );
    // Some parameters, but not all.
    let some = "type ('a, 'b) inner = { first : 'a; second : 'b }\n\
        type 'a both = { first : int; second : 'a }\n\
        external both : (string, float) inner both -> (string, float) inner both = \"shapes_both\"\n";
    let (accepted, said) = messages_of("shapes", "check_some_parameters", some);
    assert!(accepted && said.contains("is not checked: it has parameters"), "{said}");
}

/// The blocks would be the same; but for OCaml a field is its name.
#[test]
fn other_names_are_told_with_a_way_out() {
    let (accepted, said) = messages(
        "check_names",
        &RIGHT.replace("{ name : string; i : int }", "{ label : string; i : int }"),
    );
    assert!(!accepted);
    let expected = "\
error: stubs.ml:5: the type Stubs.Inner.t is not hello::Example of Rust
  Rust:  type example = { name : string; i : int }
  OCaml: type t = { label : string; i : int; }
";
    assert!(said.starts_with(expected), "{said}");
    assert!(said.contains("help: names count for OCaml"), "{said}");
}

#[test]
fn another_type_is_shown_with_both() {
    let (accepted, said) = messages(
        "check_types",
        &RIGHT
            .replace("greet : string -> string", "greet : bytes -> string")
            .replace("pick : string array -> int", "pick : 'a -> int"),
    );
    assert!(!accepted);
    assert_eq!(
        said,
        "\
error: stubs.ml:11: greet is not what Rust exports
  Rust:  external greet : string -> string = \"hello_greet\"
  OCaml: external greet : bytes -> string = \"hello_greet\"
error: stubs.ml:14: pick is not what Rust exports
  Rust:  external pick : string array -> int -> string = \"hello_pick\"
  OCaml: external pick : 'a -> int -> string = \"hello_pick\"
help: `cargo ocaml bindings` prints declarations that fit
"
    );
}

#[test]
fn attributes_and_stubs_are_compared() {
    let (accepted, said) = messages(
        "check_attributes",
        "external parse : string -> (int[@untagged]) = \"byte\" \"hello_parse\"\n\
         external area : int list -> int list = \"hello_squares\" [@@noalloc]\n",
    );
    assert!(!accepted);
    assert!(
        said.contains("stubs.ml:1: parse") && said.contains("[@untagged]"),
        "{said}"
    );
    assert!(
        said.contains("stubs.ml:2: area") && said.contains("[@@noalloc]"),
        "{said}"
    );
}

/// A field too many, in a type that all functions with it share: told once.
#[test]
fn another_definition_is_shown() {
    let (accepted, said) = messages(
        "check_definitions",
        &RIGHT
            .replace("{ name : string; i : int }", "{ i : int; name : string }")
            .replace("| Empty", "| Empty | Full"),
    );
    assert!(!accepted);
    assert!(
        said.contains("the type Stubs.Inner.t is not hello::Example of Rust"),
        "{said}"
    );
    assert!(
        said.contains("the type Stubs.figure is not hello::Shape of Rust") && said.contains("Full"),
        "{said}"
    );
    assert_eq!(said.matches("error: ").count(), 2, "{said}");
}

#[test]
fn missing_and_unused_symbols_are_listed() {
    let (accepted, said) = messages(
        "check_symbols",
        "external greet : string -> string = \"hello_greet\"\n\
         external wave : string -> string = \"hello_wave\"\n\
         external id : 'a -> 'a = \"%identity\"\n",
    );
    assert!(!accepted);
    assert!(
        said.contains("error: stubs.ml:2: wave: the archive has no symbol hello_wave"),
        "{said}"
    );
    assert!(said.contains("note: hello_area is declared nowhere"), "{said}");
    assert!(!said.contains("identity"), "{said}");
}

#[test]
fn a_file_that_does_not_compile_is_told() {
    let (accepted, said) = messages("check_syntax", "external greet : strin -> string = \"hello_greet\"\n");
    assert!(!accepted);
    assert!(
        said.contains("stubs.ml does not compile") && said.contains("line 1") && said.contains("strin"),
        "{said}"
    );
}
