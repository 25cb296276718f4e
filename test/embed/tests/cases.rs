//! Runs the cases of `src/main.rs`.

use std::process::{Command, Output};

const THREADS: bool = cfg!(feature = "threads");

fn run(case: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_embedding"))
        .arg(case)
        .env("RUST_BACKTRACE", "0")
        .output()
        .expect("the program can be run")
}

/// The case ends with this exit code and prints this.
#[track_caller]
fn ends(case: &str, code: i32, expected: &str) {
    let output = run(case);
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert_eq!(
        output.status.code(),
        Some(code),
        "{:?}\n{stdout}\n{stderr}",
        output.status
    );
    assert_eq!(stdout, expected, "{stderr}");
}

/// OCaml finalises what is left only before OCaml 5, and where nothing else runs.
fn finalised() -> &'static str {
    match ocaml::sys::VERSION {
        (..5, ..) if !THREADS => "dropped\n",
        _ => "",
    }
}

#[test]
fn init() {
    ends("init", 0, &format!("not flushed.at_exit.{}ended\n", finalised()));
}

#[test]
fn arguments() {
    ends("arguments", 0, "at_exit.");
    ends("byte_0", 0, "at_exit.");
}

#[test]
fn second_start() {
    ends("second_start", 0, "at_exit.");
    ends("start_after_the_end", 0, "at_exit.");
    let refused = "OCaml runs already: a process has one runtime, which is started once; use the token that is there, \
                   or `Runtime::attach`\nat_exit.";
    ends("start_while_starting", 0, refused);
}

#[test]
fn exceptions_in_initialisers() {
    ends("exception_in_an_initialiser", 0, "at_exit.ended\n");
    ends("panic_in_an_initialiser", 0, "at_exit.");
}

#[test]
fn callbacks() {
    ends("callbacks", 0, "at_exit.");
}

#[test]
fn roots() {
    ends("roots_across_the_end", 0, "at_exit.");
}

#[test]
fn attaching() {
    if THREADS {
        ends("attached_threads", 0, "at_exit.ended\n");
    }
    let nested =
        "this thread holds the OCaml runtime already: use the token `gc` that it has, or attach inside of `gc.release`";
    ends("attach_where_it_is_held", 0, &format!("{nested}at_exit."));
    ends("attach_after_the_end", 0, "at_exit.");
}

#[test]
fn panics() {
    ends("panics", 0, "at_exit.");
    ends("panic_of_main", 101, "not flushed.at_exit.");
}

#[test]
fn what_is_alive_at_the_end() {
    if THREADS {
        ends("threads_alive_at_exit", 0, "at_exit.ended\n");
        ends("background_at_the_end", 0, "at_exit.ended\n");
    }
}

/// Before OCaml 4.14 it would jump over Rust's frames, into one that is gone.
#[test]
fn thread_exit() {
    if !THREADS {
        return;
    }
    for (case, end) in [("thread_exit", "at_exit."), ("thread_exit_later", "")] {
        if ocaml::sys::VERSION >= (4, 14, 0) {
            ends(case, 0, &format!("left\nThread.Exit\n{end}"));
            continue;
        }
        let output = run(case);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), None, "{:?}\n{stderr}", output.status);
        assert!(
            stderr.contains("fatal: Thread.exit was called by OCaml code that Rust had called"),
            "{stderr}"
        );
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    }
}

#[test]
fn other_threads() {
    ends("another_thread", 0, "at_exit.ended\n");
    ends("persist", 0, "goes on\n");
}

#[test]
fn threads_that_race() {
    ends("starts_at_once", 0, "started\n");
}

#[test]
fn thread_local_values() {
    let expected = format!("at_exit.{}ended\n", finalised());
    ends("thread_local", 0, &expected);
    ends("thread_local_of_main", 0, &expected);
}

#[test]
fn exit_in_ocaml() {
    ends("exit_in_ocaml", 3, "at_exit.");
}
