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
    } else if is_reserved(symbol) {
        Some("is reserved for the C implementation, as all names that start with two underscores or one and a capital")
    } else if is_c_library(symbol) {
        Some("is a function of the C library, which this one would replace in the whole program")
    } else {
        None
    }
}

/// The global names of the GNU and musl C libraries and their mathematics, in ASCII order: Rust's own standard library
/// and OCaml's runtime call many of them.
const C_LIBRARY: &str = include_str!("c_library.txt");

fn is_c_library(symbol: &str) -> bool {
    C_LIBRARY.lines().any(|name| name == symbol)
}

/// Names that C reserves for its implementation.
fn is_reserved(symbol: &str) -> bool {
    symbol.starts_with("__") || symbol.starts_with('_') && symbol[1..].starts_with(|c: char| c.is_ascii_uppercase())
}

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
        for name in [
            "read",
            "realpath",
            "symlink",
            "rint",
            "gettimeofday",
            "pthread_create",
            "bcmp",
            "main",
            "_exit",
        ] {
            assert!(forbidden(name).is_some(), "{name}");
        }
        assert!(forbidden("_Unwind_Resume").is_some());
        assert!(forbidden("__rust_alloc").is_some());
        assert!(forbidden("caml_alloc").is_some());
        assert!(forbidden("3d").is_some());
        assert!(forbidden("a-b").is_some());
        assert!(forbidden("").is_some());
        assert!(forbidden("mylib_read").is_none());
    }
}
