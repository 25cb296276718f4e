//! Names: near misses of options, and symbols that an exported function must not take.

/// The candidate that is nearly `word`, or starts with it, if there is one.
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    candidates
        .iter()
        .map(|candidate| (distance(word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= candidate.len() / 3 || starts(word, candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

fn starts(word: &str, candidate: &str) -> bool {
    word.len() >= 3 && candidate.starts_with(word)
}

/// The edit distance (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}

/// Why a symbol must not be exported, if so.
pub fn forbidden(symbol: &str) -> Option<&'static str> {
    let mut characters = symbol.chars();
    let first = characters.next();
    if !first.is_some_and(|c| c.is_ascii_alphabetic() || c == '_')
        || !characters.all(|c| c.is_ascii_alphanumeric() || c == '_')
    {
        Some("is not a C identifier")
    } else if symbol.starts_with("caml_") {
        Some("belongs to the OCaml runtime, which owns all names that start with `caml_`")
    } else if C_LIBRARY.contains(&symbol) {
        Some("is a function of the C library, which this one would replace in the whole program")
    } else {
        None
    }
}

/// Short names of the C library that a user may well pick, and that C code in the same program calls.
const C_LIBRARY: &[&str] = &[
    "abort",
    "abs",
    "accept",
    "access",
    "acos",
    "alarm",
    "asin",
    "atan",
    "atan2",
    "atexit",
    "atof",
    "atoi",
    "atol",
    "bind",
    "bsearch",
    "calloc",
    "cbrt",
    "ceil",
    "chdir",
    "chmod",
    "chown",
    "clock",
    "close",
    "closedir",
    "connect",
    "cos",
    "cosh",
    "div",
    "dup",
    "dup2",
    "execve",
    "exit",
    "exp",
    "exp2",
    "expm1",
    "fabs",
    "fclose",
    "feof",
    "fflush",
    "fgets",
    "floor",
    "fma",
    "fmod",
    "fopen",
    "fork",
    "fprintf",
    "fputs",
    "fread",
    "free",
    "frexp",
    "fseek",
    "fstat",
    "ftell",
    "fwrite",
    "getc",
    "getchar",
    "getcwd",
    "getenv",
    "getpid",
    "gets",
    "hypot",
    "index",
    "ioctl",
    "isatty",
    "kill",
    "ldexp",
    "link",
    "listen",
    "log",
    "log10",
    "log1p",
    "log2",
    "longjmp",
    "lseek",
    "main",
    "malloc",
    "memchr",
    "memcmp",
    "memcpy",
    "memmove",
    "memset",
    "mkdir",
    "mmap",
    "modf",
    "munmap",
    "nanosleep",
    "open",
    "opendir",
    "pause",
    "perror",
    "pipe",
    "poll",
    "pow",
    "printf",
    "putc",
    "puts",
    "qsort",
    "raise",
    "rand",
    "random",
    "read",
    "readdir",
    "readlink",
    "realloc",
    "recv",
    "remove",
    "rename",
    "rewind",
    "rindex",
    "rmdir",
    "round",
    "scanf",
    "select",
    "send",
    "setenv",
    "setjmp",
    "shutdown",
    "signal",
    "sin",
    "sinh",
    "sleep",
    "snprintf",
    "socket",
    "sprintf",
    "sqrt",
    "srand",
    "stat",
    "strcat",
    "strchr",
    "strcmp",
    "strcpy",
    "strdup",
    "strlen",
    "strncmp",
    "strncpy",
    "strstr",
    "strtod",
    "strtol",
    "sync",
    "syscall",
    "system",
    "tan",
    "tanh",
    "tee",
    "time",
    "times",
    "truncate",
    "trunc",
    "umask",
    "uname",
    "ungetc",
    "unlink",
    "usleep",
    "utime",
    "wait",
    "waitpid",
    "write",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_found() {
        let options = ["name", "noalloc", "unboxed"];
        assert_eq!(nearest("noaloc", &options), Some("noalloc"));
        assert_eq!(nearest("no_alloc", &options), Some("noalloc"));
        assert_eq!(nearest("unbox", &options), Some("unboxed"));
        assert_eq!(nearest("mut", &["mutable"]), Some("mutable"));
        assert_eq!(nearest("my_gc", &options), None);
        assert_eq!(nearest("gc", &options), None);
    }

    #[test]
    fn symbols_of_others_are_forbidden() {
        assert!(forbidden("read").is_some());
        assert!(forbidden("caml_alloc").is_some());
        assert!(forbidden("3d").is_some());
        assert!(forbidden("a-b").is_some());
        assert!(forbidden("").is_some());
        assert!(forbidden("mylib_read").is_none());
    }
}
