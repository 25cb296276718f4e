//! Random interfaces are printed, and ocamlformat leaves them alone. `scripts/ocamlformat` says with `OCAML_BUILD_OCAMLFORMAT`
//! where that is; without it, nothing may panic, and no line may end with a space.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::descriptor::{
    Direction, ExceptionItem, FunctionItem, Item, Module, OwnedArgument, OwnedConstructor, OwnedField, OwnedShape,
    OwnedType, Passing, TypeItem,
};

use super::{Interface, Printed};

/// What ocamlformat makes of an implementation (`ml`) or interface (`mli`); none if it is not there.
fn formatted(kind: &str, text: &str) -> Option<String> {
    let tool = std::env::var_os("OCAML_BUILD_OCAMLFORMAT")?;
    let mut command = Command::new(tool);
    let name = format!("random.{kind}");
    command.args([
        "--enable-outside-detected-project",
        "--disable-conf-files",
        "--name",
        &name,
        "-",
    ]);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("ocamlformat runs");
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin.write_all(text.as_bytes()).expect("ocamlformat reads");
    drop(stdin);
    let output = child.wait_with_output().expect("ocamlformat ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.is_empty(),
        "ocamlformat complains\n{said}\n{text}"
    );
    Some(String::from_utf8(output.stdout).expect("the text is UTF-8"))
}

#[test]
fn random_interfaces_are_left_alone() {
    let count = std::env::var("OCAML_BUILD_FUZZ").map_or(40, |count| count.parse().expect("a number"));
    for seed in 1..=count {
        let mut random = Random(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(seed));
        let interface = Interface::of_items(random.items()).unwrap();
        let printed = interface.print().unwrap();
        assert_left_alone(&printed, &format!("seed {seed}"));
    }
}

/// What is printed has no line that ends with a space, and ocamlformat would change nothing.
#[track_caller]
pub fn assert_left_alone(printed: &Printed, what: &str) {
    for (kind, text) in [("ml", &printed.ml), ("mli", &printed.mli)] {
        let behind = text.lines().find(|line| line.ends_with(' '));
        assert_eq!(behind, None, "{what}, {kind}");
        let Some(formatted) = formatted(kind, text) else {
            continue;
        };
        let mut lines = text.lines().zip(formatted.lines());
        let differs = lines.find(|(is, should)| is != should);
        assert_eq!(differs, None, "{what}, {kind}");
        assert_eq!(text.len(), formatted.len(), "{what}, {kind}");
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        // xorshift
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit
    }

    fn one_in(&mut self, limit: usize) -> bool {
        self.below(limit) == 0
    }

    fn one<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// So many things, with their numbers.
    fn some<T>(&mut self, least: usize, most: usize, mut make: impl FnMut(&mut Self, usize) -> T) -> Vec<T> {
        let count = least + self.below(most - least + 1);
        (0..count).map(|index| make(self, index)).collect()
    }

    fn name(&mut self, first: &str, index: usize) -> String {
        let most = if self.one_in(20) { 30 } else { 12 };
        let parts = self.some(0, most / 4, |random, _| {
            random.one(&["_a", "_bcd", "_efghi", "_jklmnopq"])
        });
        format!("{first}{index}{}", parts.concat())
    }

    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        for module in ["lib", "lib::inner", "lib::inner::deeper"] {
            let names: Vec<String> = self.some(0, 5, |random, index| random.name("T", index));
            for (name, line) in names.iter().zip(1..) {
                let shape = self.shape(module, &names);
                let parameters = match shape {
                    OwnedShape::Abstract | OwnedShape::Alias(OwnedType::Parameter(_)) => self.one(&[&0, &1, &2, &30]),
                    // References have no arguments.
                    _ => &0,
                };
                items.push(Item::Type(TypeItem {
                    name: name.clone(),
                    module: Module::from(module),
                    line,
                    column: 1,
                    direction: Direction::Both,
                    parameters: *parameters,
                    shape,
                    doc: self.doc(),
                    hash: u64::from(line),
                }));
            }
            for item in self.some(0, 3, |random, index| random.exception(module, index as u32, &names)) {
                items.push(Item::Exception(item));
            }
            for item in self.some(0, 6, |random, index| random.function(module, index, &names)) {
                items.push(Item::Function(item));
            }
        }
        items
    }

    fn shape(&mut self, module: &str, names: &[String]) -> OwnedShape {
        match self.below(10) {
            0 => OwnedShape::Abstract,
            1 => OwnedShape::Alias(OwnedType::Parameter(0)),
            2 => OwnedShape::Alias(self.ty(module, &[], 4)),
            3..=5 => OwnedShape::Record {
                fields: self.fields(module, names),
                unboxed: false,
            },
            6 | 7 => OwnedShape::Variant {
                constructors: self.constructors(module, names, true),
                unboxed: false,
            },
            8 => OwnedShape::PolyVariant(self.constructors(module, names, false)),
            _ => OwnedShape::Object(self.fields(module, names)),
        }
    }

    fn fields(&mut self, module: &str, names: &[String]) -> Vec<OwnedField> {
        self.some(1, 4, |random, index| OwnedField {
            name: random.name("f", index),
            ty: random.ty(module, names, 3),
            mutable: random.one_in(4),
            doc: random.doc(),
        })
    }

    fn constructors(&mut self, module: &str, names: &[String], records: bool) -> Vec<OwnedConstructor> {
        self.some(1, 5, |random, index| OwnedConstructor {
            name: random.name("C", index),
            fields: match records && random.one_in(3) {
                true => random.fields(module, names),
                false => random.payload(module, names),
            },
            doc: random.doc(),
        })
    }

    fn payload(&mut self, module: &str, names: &[String]) -> Vec<OwnedField> {
        self.some(0, 3, |random, _| OwnedField {
            name: String::new(),
            ty: random.ty(module, names, 3),
            mutable: false,
            doc: String::new(),
        })
    }

    fn exception(&mut self, module: &str, index: u32, names: &[String]) -> ExceptionItem {
        ExceptionItem {
            name: self.name("E", index as usize),
            module: Module::from(module),
            line: index + 1,
            column: 1,
            prefix: self.one(&["", "lib", "A.Prefix"]).to_owned(),
            fields: match self.one_in(2) {
                true => self.fields(module, names),
                false => self.payload(module, names),
            },
            doc: self.doc(),
            hash: u64::from(index),
        }
    }

    fn function(&mut self, module: &str, index: usize, names: &[String]) -> FunctionItem {
        let symbol = self.name(&module.replace("::", "_"), index);
        let constant = self.one_in(6);
        let most = if constant { 0 } else { 5 };
        FunctionItem {
            name: self.name("g", index),
            rename: String::new(),
            module: Module::from(module),
            line: index as u32 + 1,
            column: 1,
            owner: OwnedType::Unknown,
            bytecode: match self.one_in(5) {
                true => format!("{symbol}_bytecode"),
                false => String::new(),
            },
            guard: match self.one_in(2) {
                true => format!("{symbol}_interface_check"),
                false => String::new(),
            },
            symbol,
            arguments: self.some(0, most, |random, index| {
                let passing = match random.below(8) {
                    0 => Passing::Unboxed,
                    1 => Passing::Untagged,
                    _ => Passing::Word,
                };
                OwnedArgument {
                    name: format!("x{index}"),
                    label: if random.one_in(4) {
                        random.name("l", index)
                    } else {
                        String::new()
                    },
                    optional: random.one_in(2),
                    ty: match passing {
                        Passing::Unboxed => OwnedType::Named("float".to_owned(), Vec::new()),
                        Passing::Untagged => OwnedType::Named("int".to_owned(), Vec::new()),
                        Passing::Word => random.ty(module, names, 3),
                    },
                    passing,
                }
            }),
            result: self.ty(module, names, 3),
            result_passing: Passing::Word,
            noalloc: self.one_in(5),
            constant,
            text: if self.one_in(10) {
                self.text().to_owned()
            } else {
                String::new()
            },
            doc: self.doc(),
            hash: index as u64,
        }
    }

    fn text(&mut self) -> &'static str {
        self.one(&[
            "?flag:bool -> 'a list -> [> `A | `B of int*string ] -> unit",
            "(int->int)->(module Set.S)",
            "< a : int; b : string list; .. > -> (int as 'a) -> unit",
            "label : (int -> (float [@unboxed])) -> Map.Make(String).t",
            "( int , string ) result -> ((int)) -> [ `A | `B ] list array",
            "int * (int * int) -> [< `Abc of int | `Def of string list ] -> _ option",
        ])
    }

    fn ty(&mut self, module: &str, names: &[String], depth: usize) -> OwnedType {
        let limit = if depth == 0 { 4 } else { 13 };
        let named = |name: &str, types| OwnedType::Named(name.to_owned(), types);
        match self.below(limit) {
            0 => named("int", Vec::new()),
            1 => named("string", Vec::new()),
            2 => named("Bigarray.int_elt", Vec::new()),
            3 => match names.len() {
                0 => OwnedType::Any,
                count => OwnedType::Derived(Module::from(module), names[self.below(count)].clone(), Vec::new()),
            },
            4 | 5 => {
                let name = self.one(&[
                    "list",
                    "array",
                    "option",
                    "Seq.t",
                    "Weak.t",
                    "A_long_module.Another.with_a_type",
                ]);
                named(name, vec![self.ty(module, names, depth - 1)])
            }
            6 => {
                let name = self.one(&["result", "Hashtbl.t", "Either.t"]);
                named(name, self.some(2, 2, |random, _| random.ty(module, names, depth - 1)))
            }
            7 => named(
                "Bigarray.Array1.t",
                self.some(3, 3, |random, _| random.ty(module, names, depth - 1)),
            ),
            8 | 9 => OwnedType::Tuple(self.some(2, 4, |random, _| random.ty(module, names, depth - 1))),
            10 | 11 => OwnedType::Arrow(
                self.some(1, 3, |random, _| random.ty(module, names, depth - 1)),
                Box::new(self.ty(module, names, depth - 1)),
            ),
            _ => OwnedType::Text(self.text().to_owned()),
        }
    }

    /// Documentation in Markdown; often none.
    fn doc(&mut self) -> String {
        if self.one_in(2) {
            return String::new();
        }
        self.some(1, 1 + usize::from(self.0 % 3 == 0) * 3, |random, _| random.block())
            .join("\n")
    }

    fn block(&mut self) -> String {
        let blank = self.one(&["", "\n"]);
        let block = match self.below(12) {
            0 => "```\nlet x = 1;\n    if y { [z] }\n\n# hidden\n```".to_owned(),
            1 => "```text\n  indented \"text\n```".to_owned(),
            2 => "| a | b |\n|---|---|\n| 1 | 2 |".to_owned(),
            3 => format!("# {}", self.words(4)),
            4 => format!("- {}\n- {}", self.words(30), self.words(5)),
            5 => format!("1. {}\n\n2. {}\n   - {}", self.words(30), self.words(5), self.words(3)),
            6 => format!("\n    {}", self.words(5)),
            7 => format!("> {}", self.words(12)),
            _ => self.words(60),
        };
        format!("{block}\n{blank}")
    }

    fn words(&mut self, most: usize) -> String {
        let words = self.some(1, most, |random, _| {
            random.one(&[
                "a",
                "of",
                "the",
                "word",
                "longer",
                "sentence.",
                "considerably",
                "`code`",
                "`some more code`",
                "`a[0]`",
                "`]a[`",
                "`a\\`",
                "`\\[`",
                "**bold**",
                "**bold text `with code` in it**",
                "[link](https://a.org/b)",
                "[a long link](https://a.org/b)'s",
                "[`Item`]",
                "<https://ocaml.org>",
                "{brace}",
                "[bracket]",
                "@since",
                "a@b",
                "-",
                "+",
                "-1",
                "+x",
                "\"quoted\"",
                "(*",
                "*)",
                "{|",
                "\\",
                "\\*",
                "\\n",
                "a\\",
                "%d",
                "$x$",
                "'a'",
                "…",
                "größe",
                "&lt;",
                "x_y",
                "2 * 3",
                "`a  b`",
                "`- c`",
                "`x -> y`,",
                "(`z`)",
                "#",
                "!",
                "{b",
                "{!x}",
            ])
        });
        words.join(" ")
    }
}
