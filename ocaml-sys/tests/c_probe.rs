//! The layouts and constants of this crate against a C program compiled with the real headers.
//!
//! The C compiler is only needed here. The test executable does not link the OCaml runtime: no symbol of it is used.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::mem::{align_of, offset_of, size_of};
use std::path::Path;
use std::process::Command;

use ocaml_sys::bigarray::{self, Bigarray, BigarrayProxy, Kind, Layout, Managed};
use ocaml_sys::*;

/// A C expression of integer type, and what this crate says it is.
type Check = (String, i128);

#[test]
fn constants_and_layouts_are_those_of_the_headers() {
    let Some(stdlib) = ocaml_build::Toolchain::find().expect("an OCaml to compare with").stdlib else {
        unreachable!("a toolchain that was found has a standard library");
    };
    let checks = checks();
    let answers = ask_c(&stdlib, &checks);
    let wrong: Vec<_> = checks
        .iter()
        .filter(|(expression, ours)| answers[expression] != *ours)
        .collect();
    for (expression, ours) in &wrong {
        println!("{expression}: C says {}, ocaml-sys says {ours}", answers[expression]);
    }
    assert!(checks.len() > 120, "the list is not cut short: {}", checks.len());
    assert!(wrong.is_empty(), "{} of {} differ", wrong.len(), checks.len());
}

/// Compiles and runs one C program that prints every expression.
fn ask_c(stdlib: &Path, checks: &[Check]) -> BTreeMap<String, i128> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("c_probe-{VERSION_STRING}"));
    std::fs::create_dir_all(&folder).expect("the temporary folder can be made");
    let (source, program) = (folder.join("probe.c"), folder.join("probe"));
    std::fs::write(&source, c_source(checks)).expect("the source can be written");
    let compiler = std::env::var_os("CC").unwrap_or("cc".into());
    let output = Command::new(&compiler)
        .arg("-I")
        .arg(stdlib)
        .args(["-w".as_ref(), "-o".as_ref(), program.as_os_str(), source.as_os_str()])
        .output()
        .unwrap_or_else(|error| panic!("cannot run the C compiler {compiler:?}: {error}; apt install gcc, or set CC"));
    assert!(
        output.status.success(),
        "cc failed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let output = Command::new(&program).output().expect("the probe runs");
    let text = String::from_utf8(output.stdout).expect("the probe prints ASCII");
    let values = text.lines().map(|line| line.parse().expect("one number per line"));
    checks
        .iter()
        .map(|(expression, _)| expression.clone())
        .zip(values)
        .collect()
}

fn c_source(checks: &[Check]) -> String {
    let mut source = String::from(PRELUDE);
    for (expression, _) in checks {
        writeln!(source, "  printf(\"%lld\\n\", (long long)({expression}));").expect("a String grows");
    }
    source + "  return 0;\n}\n"
}

/// Stand-ins let macros that read memory work on local data; nothing of the runtime is linked.
const PRELUDE: &str = r#"
#define CAML_INTERNALS
#define CAML_NAME_SPACE
#include <stddef.h>
#include <stdio.h>
#include <caml/mlvalues.h>
#include <caml/memory.h>
#include <caml/minor_gc.h>
#include <caml/custom.h>
#include <caml/bigarray.h>
#include <caml/fail.h>
#include <caml/callback.h>
#include <caml/roots.h>
#include <caml/version.h>
#if OCAML_VERSION < 50000
#include <caml/major_gc.h>
#endif
#if OCAML_VERSION >= 41000
#include <caml/domain_state.h>
#endif
#ifdef FLAT_FLOAT_ARRAY
#define FLAT 1
#else
#define FLAT 0
#endif
#if OCAML_VERSION >= 50000 || defined(NO_NAKED_POINTERS)
#define NAKED 0
#else
#define NAKED 1
#endif
static value block[4];
#define SIZE_OF(s, f) sizeof(((s *)0)->f)
int main(void) {
  block[0] = (value)((3 << 10) | 252); block[3] = (value)((unsigned long long)5 << (8 * sizeof(value) - 8));
"#;

fn checks() -> Vec<Check> {
    let mut all = Vec::new();
    versions(&mut all);
    values(&mut all);
    tags(&mut all);
    domain_state(&mut all);
    structs(&mut all);
    bigarrays(&mut all);
    exceptions(&mut all);
    all
}

/// `check!(list: "C expression" => rust expression, …)`
macro_rules! check {
    ($list:ident: $($c:expr => $rust:expr),+ $(,)?) => { $($list.push((String::from($c), $rust as i128));)+ };
}

/// Size of a struct, and offset and size of each field.
macro_rules! check_struct {
    ($list:ident: $c:literal = $rust:ty { $($field:ident as $c_field:literal: $size:expr),+ $(,)? }) => {
        check!($list: format!("sizeof({})", $c) => size_of::<$rust>(), format!("_Alignof({})", $c) => align_of::<$rust>());
        $(
            check!($list: format!("offsetof({}, {})", $c, $c_field) => offset_of!($rust, $field));
            let size: Option<usize> = $size;
            if let Some(size) = size { check!($list: format!("SIZE_OF({}, {})", $c, $c_field) => size); }
        )+
    };
}

fn versions(list: &mut Vec<Check>) {
    let (major, minor, patch) = VERSION;
    check!(list:
        "OCAML_VERSION" => major * 10000 + minor * 100 + patch,
        "FLAT" => FLAT_FLOAT_ARRAY,
        "NAKED" => NAKED_POINTERS,
        "sizeof(value)" => size_of::<Value>(),
        "sizeof(header_t)" => size_of::<Header>(),
        "sizeof(mlsize_t)" => size_of::<Mlsize>(),
        "sizeof(intnat)" => size_of::<Intnat>(),
        "(value)-1 < 0" => Value::MIN < 0,
        "(uintnat)-1 > 0" => Uintnat::MAX > 0,
        "(mlsize_t)-1 > 0" => Mlsize::MAX > 0,
    );
}

fn values(list: &mut Vec<Check>) {
    check!(list:
        "Val_unit" => UNIT,
        "Val_false" => FALSE,
        "Val_true" => TRUE,
        "Val_emptylist" => EMPTY_LIST,
        "Val_int(0)" => NONE,
        "Val_long(-42)" => val_int(-42),
        "Long_val((value)-83)" => int_val(-83),
        "Max_long" => MAX_INT,
        "Min_long" => MIN_INT,
        "Max_young_wosize" => MAX_YOUNG_WOSIZE,
        "Max_wosize" => MAX_WOSIZE,
        "Is_long(3)" => is_long(3),
        "Is_block((value)8)" => is_block(8),
        "Tag_hd(0xABCDEF)" => tag_hd(0xABCDEF),
        "Wosize_hd(0xABCDEF)" => wosize_hd(0xABCDEF),
        "Wosize_hd((header_t)-1)" => wosize_hd(Header::MAX),
        "Is_exception_result(10)" => is_exception_result(10),
        "Is_exception_result(8)" => is_exception_result(8),
        "Make_exception_result((value)16)" => make_exception_result(16),
        "Extract_exception((value)18)" => extract_exception(18),
        "(char *)&Field((value)&block[1], 2) - (char *)&block[1]" => 2 * size_of::<Value>(),
        "(char *)Data_custom_val((value)&block[1]) - (char *)&block[1]" => size_of::<Value>(),
        "Wosize_val((value)&block[1])" => 3,
    );
    #[cfg(not(ocaml_5))]
    check!(list: "Phase_idle" => PHASE_IDLE);
    let block: [Value; 4] = [(3 << 10) | 252, 0, 0, 5 << (Value::BITS - 8)];
    let value = &raw const block[1] as Value;
    // SAFETY: `block` is laid out as a string of three words with a header.
    let (tag, wosize, length) = unsafe { (tag_val(value), wosize_val(value), string_length(value)) };
    check!(list:
        "Tag_val((value)&block[1]) + 0" => tag,
        "Wosize_val((value)&block[1]) + 0" => wosize,
        "Bosize_val((value)&block[1]) - 1 - Byte_u((value)&block[1], Bosize_val((value)&block[1]) - 1)" => length,
    );
    for length in [0, 1, 7, 8, 9, 2047] {
        check!(list: format!("({length} + sizeof(value)) / sizeof(value)") => string_wosize(length));
    }
}

fn tags(list: &mut Vec<Check>) {
    check!(list:
        "Lazy_tag" => tag::LAZY,
        "Closure_tag" => tag::CLOSURE,
        "Object_tag" => tag::OBJECT,
        "Infix_tag" => tag::INFIX,
        "Forward_tag" => tag::FORWARD,
        "No_scan_tag" => tag::NO_SCAN,
        "Abstract_tag" => tag::ABSTRACT,
        "String_tag" => tag::STRING,
        "Double_tag" => tag::DOUBLE,
        "Double_array_tag" => tag::DOUBLE_ARRAY,
        "Custom_tag" => tag::CUSTOM,
    );
    if VERSION >= (5, 0, 0) {
        check!(list: "Cont_tag" => tag::CONT);
    }
    if VERSION >= (5, 2, 0) {
        check!(list: "Forcing_tag" => tag::FORCING);
    }
}

/// Every field of the domain record, and the size of the whole.
fn domain_state(list: &mut Vec<Check>) {
    assert_eq!(DOMAIN_STATE_FIELDS.is_empty(), VERSION < (4, 10, 0));
    for (name, offset) in DOMAIN_STATE_FIELDS {
        check!(list: format!("offsetof(caml_domain_state, {name})") => *offset);
    }
    for name in [
        "young_ptr",
        "young_limit",
        "young_trigger",
        "young_start",
        "young_end",
        "local_roots",
    ] {
        if VERSION >= (4, 10, 0) {
            assert!(DOMAIN_STATE_FIELDS.iter().any(|(field, _)| *field == name), "{name}");
            check!(list: format!("SIZE_OF(caml_domain_state, {name})") => size_of::<usize>());
        }
    }
    for (name, size) in [
        ("minor_heap_wsz", size_of::<usize>()),
        ("stat_heap_wsz", size_of::<usize>()),
        ("shared_heap", size_of::<usize>()),
        ("extra_heap_resources_minor", size_of::<f64>()),
        ("backtrace_active", size_of::<usize>()),
        ("backtrace_pos", size_of::<usize>()),
        ("backtrace_buffer", size_of::<usize>()),
        ("backtrace_last_exn", size_of::<Value>()),
    ] {
        if DOMAIN_STATE_FIELDS.iter().any(|(field, _)| *field == name) {
            check!(list: format!("SIZE_OF(caml_domain_state, {name})") => size);
        }
    }
    if VERSION >= (5, 0, 0) {
        check!(list:
            "SIZE_OF(caml_domain_state, id)" => size_of::<i32>(),
            "SIZE_OF(caml_domain_state, minor_tables)" => size_of::<usize>(),
            "SCANNING_ONLY_YOUNG_VALUES" => 1,
        );
    }
}

fn structs(list: &mut Vec<Check>) {
    let word = Some(size_of::<Value>());
    check_struct!(list: "struct caml__roots_block" = RootsBlock {
        next as "next": word, ntables as "ntables": word, nitems as "nitems": word, tables as "tables": Some(5 * size_of::<Value>()),
    });
    check_struct!(list: "struct caml_custom_elt" = CustomElement { block as "block": word, mem as "mem": word, max as "max": word });
    check_struct!(list: "struct caml_custom_table" = CustomTable {
        base as "base": word, end as "end": word, threshold as "threshold": word, ptr as "ptr": word,
        limit as "limit": word, size as "size": word, reserve as "reserve": word,
    });
    check_struct!(list: "struct caml_ephe_ref_elt" = EphemeronElement { ephe as "ephe": word, offset as "offset": word });
    check_struct!(list: "struct caml_ref_table" = Table<*mut Value> { base as "base": word, reserve as "reserve": word });
    if VERSION >= (5, 0, 0) {
        check_struct!(list: "struct caml_minor_tables" = MinorTables {
            major_ref as "major_ref": None, ephe_ref as "ephe_ref": None, custom as "custom": None,
        });
    }
    custom_operations_struct(list);
}

/// The first seven fields on every version, the eighth from 4.08.
fn custom_operations_struct(list: &mut Vec<Check>) {
    let word = size_of::<Value>();
    check!(list: "sizeof(struct custom_operations)" => if VERSION >= (4, 8, 0) { 8 * word } else { 7 * word });
    for (name, offset) in [
        ("identifier", offset_of!(custom_operations, identifier)),
        ("finalize", offset_of!(custom_operations, finalize)),
        ("compare", offset_of!(custom_operations, compare)),
        ("hash", offset_of!(custom_operations, hash)),
        ("serialize", offset_of!(custom_operations, serialize)),
        ("deserialize", offset_of!(custom_operations, deserialize)),
        ("compare_ext", offset_of!(custom_operations, compare_ext)),
    ] {
        check!(list: format!("offsetof(struct custom_operations, {name})") => offset);
    }
    if VERSION >= (4, 8, 0) {
        check_struct!(list: "struct custom_fixed_length" = custom_fixed_length { bsize_32 as "bsize_32": None, bsize_64 as "bsize_64": None });
        check!(list: "offsetof(struct custom_operations, fixed_length)" => offset_of!(custom_operations, fixed_length));
    }
}

fn bigarrays(list: &mut Vec<Check>) {
    let word = Some(size_of::<Value>());
    check_struct!(list: "struct caml_ba_array" = Bigarray {
        data as "data": word, num_dims as "num_dims": word, flags as "flags": word, proxy as "proxy": word, dim as "dim": None,
    });
    check_struct!(list: "struct caml_ba_proxy" = BigarrayProxy { refcount as "refcount": word, data as "data": word, size as "size": word });
    check!(list:
        "CAML_BA_FLOAT32" => Kind::FLOAT32, "CAML_BA_FLOAT64" => Kind::FLOAT64,
        "CAML_BA_SINT8" => Kind::SINT8, "CAML_BA_UINT8" => Kind::UINT8,
        "CAML_BA_SINT16" => Kind::SINT16, "CAML_BA_UINT16" => Kind::UINT16,
        "CAML_BA_INT32" => Kind::INT32, "CAML_BA_INT64" => Kind::INT64,
        "CAML_BA_CAML_INT" => Kind::CAML_INT, "CAML_BA_NATIVE_INT" => Kind::NATIVE_INT,
        "CAML_BA_COMPLEX32" => Kind::COMPLEX32, "CAML_BA_COMPLEX64" => Kind::COMPLEX64,
        "CAML_BA_CHAR" => Kind::CHAR,
        "CAML_BA_KIND_MASK" => bigarray::KIND_MASK,
        "CAML_BA_C_LAYOUT" => Layout::C_LAYOUT, "CAML_BA_FORTRAN_LAYOUT" => Layout::FORTRAN_LAYOUT,
        "CAML_BA_LAYOUT_MASK" => bigarray::LAYOUT_MASK,
        "CAML_BA_EXTERNAL" => Managed::EXTERNAL, "CAML_BA_MANAGED" => Managed::MANAGED,
        "CAML_BA_MAPPED_FILE" => Managed::MAPPED_FILE,
        "CAML_BA_MANAGED_MASK" => bigarray::MANAGED_MASK,
        "CAML_BA_MAX_NUM_DIMS" => bigarray::MAX_NUM_DIMS,
    );
    if VERSION >= (5, 2, 0) {
        check!(list: "CAML_BA_FLOAT16" => Kind::FLOAT16, "CAML_BA_SUBARRAY" => bigarray::SUBARRAY);
    }
}

fn exceptions(list: &mut Vec<Check>) {
    check!(list:
        "OUT_OF_MEMORY_EXN" => Predefined::OutOfMemory,
        "SYS_ERROR_EXN" => Predefined::SysError,
        "FAILURE_EXN" => Predefined::Failure,
        "INVALID_EXN" => Predefined::InvalidArgument,
        "END_OF_FILE_EXN" => Predefined::EndOfFile,
        "ZERO_DIVIDE_EXN" => Predefined::DivisionByZero,
        "NOT_FOUND_EXN" => Predefined::NotFound,
        "MATCH_FAILURE_EXN" => Predefined::MatchFailure,
        "STACK_OVERFLOW_EXN" => Predefined::StackOverflow,
        "SYS_BLOCKED_IO" => Predefined::SysBlockedIo,
        "ASSERT_FAILURE_EXN" => Predefined::AssertFailure,
        "UNDEFINED_RECURSIVE_MODULE_EXN" => Predefined::UndefinedRecursiveModule,
    );
}
