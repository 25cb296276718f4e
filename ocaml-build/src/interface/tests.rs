//! Golden tests: shapes of types and functions, and what is printed for them.

use crate::descriptor::{
    Argument, Constructor, Definition, Direction, Exception, Field, Function, Guard, Passing, Place, Shape, Type,
    decode,
};

use super::Interface;
use super::formatted::assert_left_alone;

const INT: Type = Type::named("int", &[]);
const FLOAT: Type = Type::named("float", &[]);
const STRING: Type = Type::named("string", &[]);

macro_rules! interface {
    ($($kind:ident: $item:expr),* $(,)?) => {{
        let mut bytes = Vec::new();
        $(
            bytes.extend({
                const ITEM: $kind = $item;
                const BYTES: [u8; ITEM.encoded_len()] = ITEM.encode();
                BYTES
            });
        )*
        Interface::of_items(decode(&bytes).map(Result::unwrap).collect()).unwrap()
    }};
}

const fn place(module: &'static str, line: u32) -> Place {
    Place {
        module,
        line,
        column: 1,
    }
}

const fn ty(name: &'static str, line: u32, shape: Shape) -> Definition {
    Definition {
        name,
        place: place("lib", line),
        direction: Direction::Both,
        parameters: 0,
        shape,
        doc: "",
    }
}

const fn function(name: &'static str, line: u32, arguments: &'static [Argument], result: Type) -> Function {
    Function {
        name,
        rename: "",
        place: place("lib", line),
        owner: Type::Unknown,
        symbol: name,
        bytecode: "",
        guard: "",
        arguments,
        result,
        result_passing: Passing::Word,
        noalloc: false,
        constant: false,
        text: "",
        doc: "",
    }
}

const fn argument(name: &'static str, ty: Type) -> Argument {
    Argument {
        name,
        label: "",
        optional: false,
        ty,
        passing: Passing::Word,
    }
}

const fn field(name: &'static str, ty: Type) -> Field {
    Field {
        name,
        ty,
        mutable: false,
        doc: "",
    }
}

const fn constructor(name: &'static str, fields: &'static [Field]) -> Constructor {
    Constructor { name, fields, doc: "" }
}

const fn derived(module: &'static str, name: &'static str) -> Type {
    Type::Derived {
        module,
        name,
        arguments: &[],
        guard,
    }
}

/// These tests look at text, not at numbers.
fn guard() -> &'static Guard {
    static GUARD: Guard = Guard { hash: 0, uses: &[] };
    &GUARD
}

/// Prints, and compares with what is expected behind the header.
#[track_caller]
fn assert_ml(interface: Interface, expected: &str) {
    let printed = interface.print().unwrap();
    let (_, ml) = printed.ml.split_once("*)\n\n").unwrap();
    assert_eq!(ml, expected);
    assert_left_alone(&printed, expected);
}

#[test]
fn records() {
    assert_ml(
        interface![
            Definition: ty("Point", 1, Shape::Record { fields: &[field("x", FLOAT), Field { mutable: true, ..field("y", FLOAT) }], unboxed: false }),
            Definition: ty("One", 2, Shape::Record { fields: &[field("only", INT)], unboxed: false }),
            Definition: ty("Id", 3, Shape::Record { fields: &[field("only", INT)], unboxed: true }),
            Definition: ty("Wide", 4, Shape::Record { fields: &[
                field("a_long_name_of_a_field", STRING), field("another_long_name_of_a_field", INT), field("third", INT),
            ], unboxed: false }),
        ],
        "\
type point = { x : float; mutable y : float }
type one = { only : int } [@@boxed]
type id = { only : int } [@@unboxed]

type wide = {
  a_long_name_of_a_field : string;
  another_long_name_of_a_field : int;
  third : int;
}
",
    );
}

#[test]
fn variants() {
    const ALL: &[Constructor] = &[
        constructor("Empty", &[]),
        constructor("Circle", &[field("", FLOAT)]),
        constructor("Pair", &[field("", Type::Tuple(&[&INT, &INT])), field("", INT)]),
        constructor("Rect", &[field("width", FLOAT), field("height", FLOAT)]),
    ];
    assert_ml(
        interface![
            Definition: ty("Small", 1, Shape::Variant { constructors: &[constructor("A", &[]), constructor("B", &[field("", INT)])], unboxed: false }),
            Definition: ty("Shape", 2, Shape::Variant { constructors: ALL, unboxed: false }),
            Definition: ty("Angle", 3, Shape::Variant { constructors: &[constructor("Radians", &[field("", FLOAT)])], unboxed: true }),
            Definition: ty("Color", 4, Shape::PolyVariant(&[constructor("Red", &[]), constructor("gray", &[field("", FLOAT)])])),
        ],
        "\
type small = A | B of int

type shape =
  | Empty
  | Circle of float
  | Pair of (int * int) * int
  | Rect of { width : float; height : float }

type angle = Radians of float [@@unboxed]
type color = [ `Red | `gray of float ]
",
    );
}

#[test]
fn order_recursion_and_parameters() {
    const TREE: Type = Type::Derived {
        module: "lib",
        name: "Tree",
        arguments: &[&Type::Parameter(0)],
        guard,
    };
    const FOREST: Type = Type::named("list", &[&TREE]);
    assert_ml(
        interface![
            Definition: ty("User", 1, Shape::Alias(Type::Derived { module: "lib", name: "Pair", arguments: &[&INT, &derived("lib", "Later")], guard })),
            Definition: Definition { parameters: 1, ..ty("Tree", 2, Shape::Variant { constructors: &[
                constructor("Leaf", &[]),
                constructor("Node", &[field("", Type::Parameter(0)), field("", Type::Derived { module: "lib", name: "Forest", arguments: &[&Type::Parameter(0)], guard })]),
            ], unboxed: false }) },
            Definition: Definition { parameters: 1, ..ty("Forest", 3, Shape::Alias(FOREST)) },
            Definition: Definition { parameters: 2, ..ty("Pair", 4, Shape::Alias(Type::Tuple(&[&Type::Parameter(0), &Type::Parameter(1)]))) },
            Definition: ty("Later", 5, Shape::Alias(INT)),
        ],
        "\
type ('a, 'b) pair = 'a * 'b
type later = int
type user = (int, later) pair

type 'a tree = Leaf | Node of 'a * 'a forest
and 'a forest = 'a tree list
",
    );
}

#[test]
fn symbols_and_attributes() {
    const X: Argument = argument("x", INT);
    const UNBOXED: Argument = Argument {
        passing: Passing::Unboxed,
        ..argument("x", FLOAT)
    };
    const UNTAGGED: Argument = Argument {
        passing: Passing::Untagged,
        ..argument("n", INT)
    };
    assert_ml(
        interface![
            Function: function("lib_unit", 1, &[], INT),
            Function: Function { bytecode: "six_bytecode", ..function("six", 2, &[X, X, X, X, X, X], INT) },
            Function: Function { bytecode: "scale_bytecode", noalloc: true, result_passing: Passing::Unboxed, ..function("scale", 3, &[UNBOXED, UNTAGGED], FLOAT) },
            Function: Function { text: "'a -> 'a", ..function("method", 4, &[argument("x", Type::Any)], Type::Any) },
        ],
        "\
external unit : unit -> int = \"lib_unit\"

external six : int -> int -> int -> int -> int -> int -> int
  = \"six_bytecode\" \"six\"

external scale : (float[@unboxed]) -> (int[@untagged]) -> (float[@unboxed])
  = \"scale_bytecode\" \"scale\"
[@@noalloc]

external method_ : 'a -> 'a = \"method\"
",
    );
}

#[test]
fn functions_as_arguments_and_results() {
    const ARROW: Type = Type::Arrow {
        arguments: &[&INT, &STRING],
        result: &INT,
    };
    const TAKES_ANY: Type = Type::Arrow {
        arguments: &[&Type::Any],
        result: &Type::Any,
    };
    assert_ml(
        interface![
            Function: function("apply", 1, &[argument("f", ARROW)], INT),
            Function: function("make", 2, &[argument("n", INT)], ARROW),
            Function: function("any", 3, &[argument("f", TAKES_ANY), argument("x", Type::Any)], Type::Any),
            Function: function("write", 4, &[argument("a", Type::Shared(&Type::named("array", &[&Type::Any])))], Type::named("unit", &[])),
        ],
        "\
external apply : (int -> string -> int) -> int = \"apply\"

type make_result = int -> string -> int

external make : int -> make_result = \"make\"
external any : (Obj.t -> 'a) -> 'b -> Obj.t = \"any\"
external write : Obj.t array -> unit = \"write\"
",
    );
}

/// An argument may have more methods; elsewhere, and in itself, an object has its name.
#[test]
fn objects() {
    const LOGGER: Type = derived("lib", "Logger");
    const LOG: Type = Type::Arrow {
        arguments: &[&STRING],
        result: &Type::named("unit", &[]),
    };
    const WIDE: Type = Type::Arrow {
        arguments: &[
            &STRING,
            &LOG,
            &Type::named("list", &[&Type::Tuple(&[&INT, &STRING])]),
            &STRING,
        ],
        result: &Type::Any,
    };
    let methods = interface![
        Definition: ty("Logger", 1, Shape::Object(&[field("log", LOG), Field { doc: "One that logs there.", ..field("parent", Type::named("option", &[&LOGGER])) }, field("log", LOG)])),
        Definition: ty("Nothing", 2, Shape::Object(&[])),
        Definition: ty("Wide", 3, Shape::Object(&[field("a_method_with_a_long_name", WIDE), field("size'", INT)])),
        Function: function("attach", 4, &[argument("to", LOGGER), argument("n", derived("lib", "Nothing"))], LOGGER),
        Function: function("all", 5, &[argument("l", Type::named("list", &[&LOGGER])), argument("f", Type::Arrow { arguments: &[&LOGGER], result: &INT })], INT),
        Function: function("wide", 6, &[argument("w", derived("lib", "Wide"))], INT),
    ];
    assert!(methods.print().unwrap().mli.contains(
        "\
type logger =
  < log : string -> unit ; parent : logger option  (** One that logs there. *) >
"
    ));
    assert_ml(
        methods,
        "\
type logger = < log : string -> unit ; parent : logger option >
type nothing = < >

type wide =
  < a_method_with_a_long_name :
      string -> (string -> unit) -> (int * string) list -> string -> Obj.t
  ; size' : int >

external attach :
  < log : string -> unit ; parent : logger option ; .. > -> < .. > -> logger
  = \"attach\"

external all : logger list -> (logger -> int) -> int = \"all\"

external wide :
  < a_method_with_a_long_name :
      string -> (string -> unit) -> (int * string) list -> string -> 'a
  ; size' : int
  ; .. > ->
  int = \"wide\"
",
    );
}

/// Methods that OCaml cannot have leave out what mentions the object.
#[test]
fn odd_methods_are_told() {
    let printed = interface![
        Definition: ty("Keyword", 1, Shape::Object(&[field("method", INT)])),
        Definition: ty("Twice", 2, Shape::Object(&[field("get", INT), field("get", STRING)])),
        Function: function("f", 3, &[argument("k", derived("lib", "Keyword"))], INT),
    ]
    .print()
    .unwrap();
    let [f, keyword, twice] = &printed.notes[..] else {
        panic!("{:?}", printed.notes)
    };
    assert!(
        f.contains("the argument k has a method `method`, which OCaml cannot name"),
        "{f}"
    );
    assert!(keyword.contains("lib::Keyword is abstract"), "{keyword}");
    assert!(twice.contains("has the method get twice, with two types"), "{twice}");
}

#[test]
fn modules_and_hidden_names() {
    assert_ml(
        interface![
            Definition: Definition { place: place("lib::seq", 1), ..ty("List", 1, Shape::Alias(Type::named("Seq.t", &[&INT]))) },
            Function: Function { place: place("lib::seq", 2), ..function("seq_of_list", 2, &[argument("l", derived("lib::seq", "List"))], INT) },
            Function: function("top", 1, &[argument("l", derived("lib::seq", "List"))], INT),
        ],
        "\
module Seq = struct
  type list_ = int Stdlib.Seq.t

  external of_list : list_ -> int = \"seq_of_list\"
end

external top : Seq.list_ -> int = \"top\"
",
    );
}

/// OCaml cannot name what is hidden where it is needed.
#[test]
fn what_is_hidden_is_told() {
    let printed = interface![
        Definition: Definition { place: place("lib::list", 1), ..ty("T", 1, Shape::Alias(INT)) },
        Definition: Definition { place: place("lib::nested::list", 1), ..ty("T", 1, Shape::Alias(FLOAT)) },
        Function: Function { place: place("lib::nested::list", 2), ..function("f", 2, &[argument("x", derived("lib::list", "T"))], INT) },
    ]
    .print()
    .unwrap();
    let [note] = &printed.notes[..] else {
        panic!("{:?}", printed.notes)
    };
    assert!(
        note.contains(
            "the argument x is List.t, which is hidden in Nested by what has the same name there: rename one"
        ),
        "{note}"
    );
}

#[test]
fn what_is_not_known_is_told() {
    let printed = interface![
        Function: function("f", 1, &[argument("x", Type::named("list", &[&Type::Unknown]))], INT),
        Definition: ty("Opaque", 2, Shape::Opaque),
        Definition: ty("Loop", 3, Shape::Alias(Type::named("list", &[&derived("lib", "Loop")]))),
        Function: function("g", 4, &[argument("x", derived("lib", "Missing"))], INT),
        Function: function("many", 5, &[argument("f", Type::Arrow { arguments: &[&Type::Inexpressible("a function of many")], result: &INT })], INT),
    ]
    .print()
    .unwrap();
    assert!(printed.ml.contains("type opaque\ntype loop\n"), "{}", printed.ml);
    let [f, g, many, loops, opaque] = &printed.notes[..] else {
        panic!("{:?}", printed.notes)
    };
    assert!(
        f.contains("lib::f is left out: the type of the argument x has no description: implement `ocaml::Describe`"),
        "{f}"
    );
    assert!(g.contains("definition is not in the archive"), "{g}");
    assert!(
        many.contains("argument f is a function of many, for which OCaml has no type: write one with `#[ocaml(type"),
        "{many}"
    );
    assert!(loops.contains("lib::Loop is abstract"), "{loops}");
    assert!(opaque.contains("lib::Opaque is abstract"), "{opaque}");
}

/// Two Rust names may be one in OCaml, which would not compile.
#[test]
fn parts_of_one_name_are_told() {
    const FIELDS: &[Field] = &[field("type", INT), field("type_", INT)];
    const CONSTRUCTORS: &[Constructor] = &[constructor("A", &[]), constructor("_A", &[])];
    let printed = interface![
        Definition: ty("Record", 1, Shape::Record { fields: FIELDS, unboxed: false }),
        Definition: ty("Variant", 2, Shape::Variant { constructors: CONSTRUCTORS, unboxed: false }),
    ]
    .print()
    .unwrap();
    assert!(printed.mli.contains("type record\ntype variant\n"), "{}", printed.mli);
    let [record, variant] = &printed.notes[..] else {
        panic!("{:?}", printed.notes)
    };
    assert!(
        record.contains("is called type_ in OCaml, and so is something else there: rename one"),
        "{record}"
    );
    assert!(variant.contains("is called A in OCaml"), "{variant}");
}

/// Types by hand that may have no parentheses around them, in a place where others need some.
#[test]
fn polymorphic_fields_of_exceptions() {
    let printed = interface![
        Exception: Exception { name: "E", place: place("lib", 1), prefix: "", doc: "", fields: &[
            field("f", Type::Text("'a. 'a -> 'a")), field("g", Type::Text("int -> int")),
        ] },
    ]
    .print()
    .unwrap();
    assert_left_alone(&printed, "polymorphic fields");
    assert!(
        printed
            .mli
            .contains("exception E of { f : 'a. 'a -> 'a; g : (int -> int) }"),
        "{}",
        printed.mli
    );
}

/// A module of the crate may be called as the one of OCaml's library that has the type of any value.
#[test]
fn any_value_beside_a_module_obj() {
    const ANY: Type = Type::named("list", &[&Type::Any]);
    let printed = interface![
        Definition: Definition { place: place("lib::obj", 1), ..ty("Obj", 1, Shape::Abstract) },
        Function: function("f", 2, &[argument("x", INT)], ANY),
    ]
    .print()
    .unwrap();
    assert!(
        printed.mli.contains("external f : int -> Stdlib.Obj.t list"),
        "{}",
        printed.mli
    );
}

#[test]
fn modules_that_need_each_other_are_an_error() {
    let error = interface![
        Definition: Definition { place: place("lib::a", 1), ..ty("A", 1, Shape::Alias(derived("lib::b", "B"))) },
        Definition: Definition { place: place("lib::b", 1), ..ty("B", 1, Shape::Alias(INT)) },
        Definition: Definition { place: place("lib::b", 2), ..ty("C", 2, Shape::Alias(derived("lib::a", "A"))) },
    ]
    .print()
    .unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("the module A and the module B need each other"),
        "{error}"
    );
}

/// Two types in bodies of functions, of which descriptors know the module and the name.
#[test]
fn types_of_one_name_are_an_error() {
    const A: Definition = ty("Local", 3, Shape::Alias(INT));
    const B: Definition = ty("Local", 7, Shape::Alias(STRING));
    let bytes = [
        &A.encode::<{ A.encoded_len() }>()[..],
        &B.encode::<{ B.encoded_len() }>(),
    ]
    .concat();
    let error = Interface::of_items(decode(&bytes).map(Result::unwrap).collect()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "lib has two types that are called Local, in lines 3 and 7, and functions that use them cannot be told apart\nhelp: rename one of them"
    );
    // Each way that values go has a descriptor of its own, and that of a type may be in two object files.
    const RECEIVED: Definition = Definition {
        direction: Direction::Received,
        ..A
    };
    const GIVEN: Definition = Definition {
        direction: Direction::Given,
        ..A
    };
    assert_eq!(
        interface![Definition: RECEIVED, Definition: GIVEN, Definition: RECEIVED]
            .types
            .len(),
        1
    );
}

#[test]
fn letters_beyond_ascii_are_numbers() {
    assert_ml(
        interface![
            Definition: ty("Gr\u{f6}\u{df}e", 1, Shape::Record { fields: &[field("h\u{f6}he", INT), field("b", INT)], unboxed: false }),
            Definition: ty("Farbe", 2, Shape::Variant { constructors: &[constructor("\u{d6}l", &[]), constructor("Gr\u{fc}n", &[])], unboxed: false }),
            Function: Function { place: place("lib::\u{f6}l", 1), symbol: "a", ..function("ma\u{df}", 1, &[], INT) },
        ],
        "\
type gru00f6u00dfe = { hu00f6he : int; b : int }
type farbe = U00d6l | Gru00fcn

module U00f6l = struct
  external mau00df : unit -> int = \"a\"
end
",
    );
}

/// The same items in another order are the same text, and what is derived twice is there once.
#[test]
fn the_text_is_deterministic() {
    const A: Definition = ty("A", 1, Shape::Alias(INT));
    const B: Definition = ty("B", 2, Shape::Alias(derived("lib", "A")));
    let (one, other) = (
        interface![Definition: A, Definition: B, Definition: A].print().unwrap(),
        interface![Definition: B, Definition: A].print().unwrap(),
    );
    assert_eq!(one, other);
}

#[test]
fn documentation_is_in_the_interface() {
    let printed = interface![
        Definition: Definition { doc: "A `point`.", ..ty("Point", 1, Shape::Record { fields: &[Field { doc: "To the right.", ..field("x", FLOAT) }, field("y", FLOAT)], unboxed: false }) },
        Function: Function { doc: "Adds.", ..function("add", 2, &[argument("a", INT), argument("b", INT)], INT) },
    ]
    .print()
    .unwrap();
    assert!(
        printed.mli.ends_with(
            "\
type point = { x : float;  (** To the right. *) y : float }
(** A [point]. *)

external add : int -> int -> int = \"add\"
(** [add a b]: Adds. *)
"
        ),
        "{}",
        printed.mli
    );
    assert!(!printed.ml.contains("Adds"));
}

/// What is no sentence begins a paragraph of its own behind the names of the arguments.
#[test]
fn documentation_that_begins_with_a_block() {
    for (doc, expected) in [
        ("```\nf(a)\n```", "\n\n    {@rust[\n      f(a)\n    ]} *)"),
        ("- one\n- two", "\n\n    - one\n    - two *)"),
        ("# Use\nOnce.", "\n\n    {b Use}\n\n    Once. *)"),
        ("| a |\n|---|", "\n\n    {@text[\n      | a |\n      |---|\n    ]} *)"),
        ("> Quoted.", "\n\n    Quoted. *)"),
        ("```f``` once.", " [f] once. *)"),
    ] {
        let mut interface = interface![Function: function("f", 1, &[argument("a", INT)], INT)];
        interface.functions[0].doc = doc.to_owned();
        let printed = interface.print().unwrap();
        assert_left_alone(&printed, doc);
        let (_, mli) = printed.mli.split_once("(** [f a]:").unwrap();
        assert_eq!(mli.trim_end(), expected);
    }
}

const fn abstract_type(name: &'static str, line: u32) -> Definition {
    ty(name, line, Shape::Abstract)
}

const COUNTER: Type = derived("lib", "Counter");

#[test]
fn abstract_types_have_modules() {
    const STACK: Type = Type::Derived {
        module: "lib",
        name: "Stack",
        arguments: &[&STRING],
        guard,
    };
    assert_ml(
        interface![
            Definition: abstract_type("Counter", 1),
            Definition: Definition { parameters: 1, ..abstract_type("Stack", 2) },
            Function: Function { owner: COUNTER, symbol: "counter_new", ..function("new", 3, &[argument("n", INT)], COUNTER) },
            Function: Function { owner: COUNTER, symbol: "counter_incr", ..function("counter_incr", 4, &[argument("self", COUNTER)], INT) },
            Function: Function { owner: STACK, rename: "take", symbol: "pop", ..function("pop", 5, &[argument("self", STACK)], STRING) },
            Function: function("lib_sum", 6, &[argument("c", Type::named("list", &[&COUNTER]))], INT),
            Function: Function { owner: STACK, symbol: "stack_make", ..function("make", 5, &[], STACK) },
            Function: Function { owner: STACK, symbol: "stack_new", ..function("new", 6, &[argument("s", STRING)], STACK) },
            // The type of a module has no module of its own there.
            Definition: Definition { place: place("lib::file", 1), ..abstract_type("File", 1) },
            Function: Function { place: place("lib::file", 2), ..function("file_open", 2, &[], derived("lib::file", "File")) },
        ],
        "\
module Counter = struct
  type t

  external make : int -> t = \"counter_new\"
  external incr : t -> int = \"counter_incr\"
end

module File = struct
  type t

  external open_ : unit -> t = \"file_open\"
end

module Stack = struct
  type 'a t

  external take : string t -> string = \"pop\"
  external make : unit -> string t = \"stack_make\"
  external new_ : string -> string t = \"stack_new\"
end

external sum : Counter.t list -> int = \"lib_sum\"
",
    );
}

#[test]
fn what_is_debugged_can_be_printed() {
    const DEBUG: Function = Function {
        owner: COUNTER,
        rename: "debug",
        ..function("counter_debug", 2, &[argument("this", COUNTER)], STRING)
    };
    let printed = interface![
        Definition: abstract_type("Counter", 1),
        Function: DEBUG,
    ]
    .print()
    .unwrap();
    assert!(
        printed.mli.contains("  (** Prints what [debug] shows. *)\n")
            && printed.mli.contains("  val pp : Format.formatter -> t -> unit\n"),
        "{}",
        printed.mli
    );
    assert_ml(
        interface![
            Definition: abstract_type("Counter", 1),
            Function: DEBUG,
        ],
        "\
module Counter = struct
  type t

  external debug : t -> string = \"counter_debug\"

  let pp formatter value = Format.pp_print_string formatter (debug value)
end
",
    );
    // One of the user's own stays, and a module that hides OCaml's is no hindrance.
    let own = interface![
        Definition: abstract_type("Counter", 1),
        Function: DEBUG,
        Function: Function { owner: COUNTER, ..function("counter_pp", 3, &[argument("this", COUNTER)], STRING) },
    ];
    assert!(!own.print().unwrap().ml.contains("let pp"));
    let hidden = interface![
        Definition: abstract_type("Counter", 1),
        Function: DEBUG,
        Definition: Definition { place: place("lib::format", 3), ..ty("Width", 3, Shape::Alias(INT)) },
    ];
    assert!(hidden.print().unwrap().ml.contains("Stdlib.Format.pp_print_string"));
}

#[test]
fn methods_that_need_each_others_types() {
    const POINT: Type = derived("lib", "Point");
    const NODE: Type = derived("lib::tree", "Node");
    assert_ml(
        interface![
            Definition: abstract_type("Counter", 1),
            Definition: abstract_type("Point", 2),
            Function: Function { owner: COUNTER, ..function("to_point", 3, &[argument("self", COUNTER)], POINT) },
            Function: Function { owner: POINT, ..function("to_counter", 4, &[argument("self", POINT)], COUNTER) },
            // A record in between.
            Definition: ty("Pair", 5, Shape::Record { fields: &[field("a", NODE), field("b", INT)], unboxed: false }),
            Definition: Definition { place: place("lib::tree", 1), ..abstract_type("Node", 1) },
            Function: Function { place: place("lib::tree", 2), owner: NODE, ..function("pair", 2, &[argument("self", NODE)], derived("lib", "Pair")) },
        ],
        "\
type node
type counter
type point
type pair = { a : node; b : int }

module Counter = struct
  type t = counter

  external to_point : t -> point = \"to_point\"
end

module Point = struct
  type t = point

  external to_counter : t -> counter = \"to_counter\"
end

module Tree = struct
  module Node = struct
    type t = node

    external pair : t -> pair = \"pair\"
  end
end
",
    );
}

#[test]
fn exceptions_are_registered() {
    const fn exception(name: &'static str, prefix: &'static str, fields: &'static [Field]) -> Exception {
        Exception {
            name,
            place: place("lib", 1),
            prefix,
            fields,
            doc: "",
        }
    }
    let interface = interface![
        Exception: exception("Closed", "lib::files", &[]),
        Exception: exception("Refused", "My.Lib", &[field("", STRING), field("", INT)]),
        Exception: exception("Limit", "", &[field("most", FLOAT)]),
        Exception: exception("Odd", "", &[field("", Type::Unknown)]),
    ];
    let printed = interface.print().unwrap();
    assert!(!printed.mli.contains("Callback"));
    assert_eq!(printed.notes.len(), 1);
    let (_, ml) = printed.ml.split_once("*)\n\n").unwrap();
    let (ml, _) = ml
        .split_once("\n(* Note: the exception lib::Odd is left out: ")
        .unwrap();
    assert_eq!(
        ml,
        "\
exception Closed
exception Limit of { most : float }
exception Refused of string * int

let () =
  Callback.register \"lib.Closed\" [%extension_constructor Closed];
  Callback.register \"lib.Closed:interface\" 139531518;
  Callback.register \"Limit\" [%extension_constructor Limit];
  Callback.register \"Limit:interface\" 103204097;
  Callback.register \"My.Lib.Refused\" [%extension_constructor Refused];
  Callback.register \"My.Lib.Refused:interface\" 12472286
"
    );
}

#[test]
fn constants_are_values() {
    let interface = interface![
        Function: Function { constant: true, doc: "The most.", ..function("most", 1, &[], INT) },
        Function: Function { constant: true, place: place("lib::inner", 2), ..function("inner_none", 2, &[], Type::named("option", &[&INT])) },
    ];
    let printed = interface.print().unwrap();
    assert_eq!(printed.notes.len(), 0);
    let (_, ml) = printed.ml.split_once("*)\n\n").unwrap();
    let (ml, _) = ml.split_once("\n(* Each raises").unwrap_or((ml, ""));
    assert_eq!(
        ml,
        "\
module Inner = struct
  let none =
    let module Rust = struct
      external none : unit -> int option = \"inner_none\"
    end in
    Rust.none ()
end

let most =
  let module Rust = struct
    external most : unit -> int = \"most\"
  end in
  Rust.most ()
"
    );
    let (_, mli) = printed.mli.split_once("*)\n\n").unwrap();
    assert_eq!(
        mli,
        "\
module Inner : sig
  val none : int option
end

val most : int
(** The most. *)
"
    );
}

#[test]
fn lazy_values_can_be_forced() {
    const LAZY: Type = Type::named("Lazy.t", &[&INT]);
    let interface = interface![Function: function("force", 1, &[argument("l", LAZY)], INT)];
    let printed = interface.print().unwrap();
    assert!(
        printed
            .ml
            .contains("\nlet () = Callback.register \"Lazy.force\" Lazy.force\n")
    );
    assert!(!printed.mli.contains("Callback"));
    let shadowed = interface![
        Function: Function { place: place("lib::lazy", 1), ..function("force", 1, &[argument("l", LAZY)], INT) },
        Function: function("top", 2, &[argument("i", INT)], INT),
    ];
    let printed = shadowed.print().unwrap();
    assert!(
        printed
            .ml
            .contains("Callback.register \"Lazy.force\" Stdlib.Lazy.force\n"),
        "{}",
        printed.ml
    );
    let shadowed = interface![
        Function: Function { place: place("lib::callback", 1), ..function("force", 1, &[argument("l", LAZY)], INT) },
        Exception: Exception { name: "Closed", place: place("lib", 1), prefix: "lib", fields: &[], doc: "" },
    ];
    let printed = shadowed.print().unwrap();
    assert!(
        printed
            .ml
            .contains("Stdlib.Callback.register \"Lazy.force\" Lazy.force\n"),
        "{}",
        printed.ml
    );
    assert!(
        printed.ml.contains("  Stdlib.Callback.register \"lib.Closed\" ["),
        "{}",
        printed.ml
    );
    let without = interface![Function: function("force", 1, &[argument("i", INT)], INT)];
    assert!(!without.print().unwrap().ml.contains("Lazy"));
}

#[test]
fn labels_and_types_by_hand() {
    const X: Argument = Argument {
        label: "x",
        ..argument("x", Type::Text("int -> int"))
    };
    const MODE: Argument = Argument {
        label: "mode",
        optional: true,
        ..argument("m", Type::named("option", &[&Type::Tuple(&[&INT, &INT])]))
    };
    const TYPE: Argument = Argument {
        label: "type",
        ..argument("ty", Type::named("list", &[&Type::Text("int * int")]))
    };
    let interface = interface![
        Function: Function { doc: "Does.", ..function("f", 1, &[MODE, X, TYPE, argument("y", INT)], INT) },
    ];
    assert_ml(
        interface.clone(),
        "\
external f :
  ?mode:int * int -> x:(int -> int) -> type_:(int * int) list -> int -> int
  = \"f\"
",
    );
    assert!(
        interface
            .print()
            .unwrap()
            .mli
            .contains("(** [f ?mode ~x ~type_ y]: Does. *)")
    );
}

/// The numbers are those of the archive: see `crate::descriptor::Guard`.
#[test]
fn the_archive_is_compared() {
    fn point() -> &'static Guard {
        static GUARD: Guard = Guard {
            hash: POINT.hash(),
            uses: &[],
        };
        &GUARD
    }
    const POINT: Definition = ty(
        "Point",
        1,
        Shape::Record {
            fields: &[field("x", FLOAT)],
            unboxed: false,
        },
    );
    const NORM: Function = Function {
        guard: "norm_interface_check",
        ..function(
            "norm",
            2,
            &[argument(
                "p",
                Type::Derived {
                    module: "lib",
                    name: "Point",
                    arguments: &[],
                    guard: point,
                },
            )],
            FLOAT,
        )
    };
    static GUARD: Guard = Guard {
        hash: NORM.hash(),
        uses: &NORM.uses::<{ NORM.uses_len() }>(),
    };
    let printed = interface![Definition: POINT, Function: NORM].print().unwrap();
    let line = format!("  Archive.check_norm {}\n", GUARD.number());
    assert!(printed.ml.contains(&line), "{}", printed.ml);
    assert!(!printed.mli.contains("Archive"));
    // Without the definition nothing is known.
    assert!(!interface![Function: NORM].print().unwrap().ml.contains("Archive"));
}

#[test]
fn maps_of_modules_that_are_hidden() {
    assert_ml(
        interface![
            Function: Function { place: place("lib::string", 1), ..function("string_map", 1, &[argument("m", Type::named("Map.Make(String).t", &[&INT]))], INT) },
        ],
        "\
module String = struct
  external map : int Map.Make(Stdlib.String).t -> int = \"string_map\"
end
",
    );
}

/// A thousand functions and their types are read and printed within a second, in this unoptimised build too.
#[test]
fn many_functions_are_printed_at_once() {
    use object::write::Object;
    use object::{Architecture, BinaryFormat, Endianness, SectionKind};

    const POINT: Type = derived("lib", "T0000");
    const TYPE: Definition = ty(
        "T0000",
        1,
        Shape::Record {
            fields: &[field("x", INT), field("y", STRING)],
            unboxed: false,
        },
    );
    const FUNCTION: Function = Function {
        doc: "Does something with a point and a number.",
        guard: "f0000_interface_check",
        ..function("f0000", 1, &[argument("point", POINT), argument("number", INT)], POINT)
    };
    let mut bytes = Vec::new();
    for number in 0..1000 {
        let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
        let name = leak(format!("f{number:04}"));
        let guard = leak(format!("f{number:04}_interface_check"));
        let place = place("lib", number + 1);
        let function = Function {
            name,
            symbol: name,
            guard,
            place,
            ..FUNCTION
        };
        bytes.extend(function.encode::<{ FUNCTION.encoded_len() }>());
        let name = leak(format!("T{number:04}"));
        bytes.extend(Definition { name, place, ..TYPE }.encode::<{ TYPE.encoded_len() }>());
    }
    let mut object = Object::new(BinaryFormat::Elf, Architecture::Aarch64, Endianness::Little);
    let name = crate::descriptor::ELF_SECTION.as_bytes().to_vec();
    let section = object.add_section(Vec::new(), name, SectionKind::ReadOnlyData);
    object.append_section_data(section, &bytes, 1);
    let file = object.write().unwrap();

    let start = std::time::Instant::now();
    let printed = Interface::of_bytes("many.o", &file).unwrap().print().unwrap();
    let took = start.elapsed();
    assert_eq!(printed.mli.matches("external ").count(), 1000);
    assert_eq!(printed.ml.matches("  Archive.check_").count(), 1000);
    assert!(took.as_secs_f64() < 1.0, "{took:?}");
}
