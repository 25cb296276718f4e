//! What must not compile, one rule in one file, and spellings that must.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The `.stderr` files are what this rustc says when the whole workspace is built, whose features name more types
/// (`cargo test --workspace --test ui`). Otherwise the cases must be rejected too, in other words.
const RUSTC: &str = "rustc 1.95.";

const FEATURES: bool = cfg!(all(feature = "interop", feature = "ndarray", feature = "num-bigint"));

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    let folder = if FEATURES && says_what_we_expect() {
        PathBuf::from("tests/ui")
    } else {
        println!("the messages are not compared: they are those of {RUSTC}x for the whole workspace");
        // SAFETY: no other thread of this test exists yet.
        unsafe { std::env::set_var("TRYBUILD", "overwrite") };
        copy_of_cases()
    };
    cases.compile_fail(folder.join("*.rs"));
    cases.pass("tests/ui/pass/*.rs");
}

fn says_what_we_expect() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("rustc runs");
    String::from_utf8_lossy(&version.stdout).starts_with(RUSTC)
}

/// A folder with the cases and without their messages.
fn copy_of_cases() -> PathBuf {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    fs::create_dir_all(&copy).expect("a folder for the cases");
    for case in fs::read_dir("tests/ui").expect("the cases") {
        let case = case.expect("a case").path();
        if case.extension().is_some_and(|extension| extension == "rs") {
            fs::copy(&case, copy.join(case.file_name().expect("a name"))).expect("a copy");
        }
    }
    copy
}
