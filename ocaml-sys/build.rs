//! Hands what `ocaml-build` finds to rustc: `cfg`s, metadata for dependents, and the constants in `$OUT_DIR/config.rs`.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, process};

use ocaml_build::{Error, Toolchain};

/// Set while clippy drives the build; its result is never linked.
const CLIPPY: [&str; 3] = ["CLIPPY_ARGS", "RUSTC_WORKSPACE_WRAPPER", "RUSTC_WRAPPER"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=DOCS_RS");
    match toolchain().and_then(for_this_target) {
        Ok(toolchain) => {
            toolchain.emit();
            let file = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("config.rs");
            fs::write(file, config(&toolchain)).expect("OUT_DIR can be written");
        }
        Err(message) => {
            ocaml_build::print_error(message);
            process::exit(1);
        }
    }
}

fn toolchain() -> Result<Toolchain, String> {
    if env::var_os("CARGO_FEATURE_WITHOUT_OCAMLOPT").is_some() || env::var_os("DOCS_RS").is_some() {
        return Ok(Toolchain::assumed());
    }
    Toolchain::find().or_else(|error| {
        CLIPPY
            .iter()
            .for_each(|name| println!("cargo::rerun-if-env-changed={name}"));
        watch_for_a_compiler();
        if error.is_absent() && linting() {
            Ok(Toolchain::assumed())
        } else {
            Err(Error::to_string(&error))
        }
    })
}

/// After a failure, or a guess for clippy, the next build must look again.
fn watch_for_a_compiler() {
    Toolchain::VARIABLES
        .iter()
        .chain(&["PATH"])
        .for_each(|name| println!("cargo::rerun-if-env-changed={name}"));
}

fn linting() -> bool {
    let wrapped = |name| env::var(name).is_ok_and(|value| value.contains("clippy-driver"));
    env::var_os("CLIPPY_ARGS").is_some() || wrapped("RUSTC_WORKSPACE_WRAPPER") || wrapped("RUSTC_WRAPPER")
}

/// An OCaml of another word size has other layouts: refuse it here rather than crash later.
fn for_this_target(toolchain: Toolchain) -> Result<Toolchain, String> {
    let width = env::var("CARGO_CFG_TARGET_POINTER_WIDTH").unwrap_or_default();
    let word_size = toolchain.headers.word_size.to_string();
    if toolchain.stdlib.is_none() || width == word_size {
        return Ok(toolchain);
    }
    Err(format!(
        "this OCaml is a {word_size}-bit one, but the Rust target {} has {width} bits\n\
         help: point OCAMLOPT at an OCaml for the target, or build with another `--target`",
        env::var("TARGET").unwrap_or_default()
    ))
}

/// The text of `config.rs`.
fn config(toolchain: &Toolchain) -> String {
    let (version, headers) = (toolchain.version, &toolchain.headers);
    let state = &headers.domain_state;
    let mut text = String::new();
    let mut constant = |line: String| writeln!(text, "pub(crate) const {line};").expect("a String grows");
    constant(format!(
        "VERSION: (u32, u32, u32) = ({}, {}, {})",
        version.major, version.minor, version.patch
    ));
    constant(format!("VERSION_STRING: &str = {:?}", version.to_string()));
    constant(format!("RESERVED_BITS: u32 = {}", headers.reserved_bits));
    let fields: Vec<_> = state.fields().collect();
    constant(format!("DOMAIN_STATE_FIELDS: &[(&str, usize)] = &{fields:?}"));
    for name in [
        "young_ptr",
        "young_limit",
        "young_trigger",
        "young_start",
        "young_end",
        "local_roots",
        "last_return_address",
        "bottom_of_stack",
    ] {
        constant(format!(
            "{}: usize = {}",
            name.to_uppercase(),
            state.offset(name).unwrap_or(usize::MAX)
        ));
    }
    for name in [
        "custom_table",
        "minor_tables",
        "id",
        "memprof_young_trigger",
        "minor_heap_wsz",
        "stat_heap_wsz",
        "shared_heap",
        "extra_heap_resources_minor",
        "ephe_info",
        "backtrace_active",
        "backtrace_pos",
        "backtrace_buffer",
        "backtrace_last_exn",
    ] {
        constant(format!(
            "{}: Option<usize> = {:?}",
            name.to_uppercase(),
            state.offset(name)
        ));
    }
    text
}
