//! Types of Rust's standard library, and of OCaml's that Rust has no name for.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::ffi::{OsStr, OsString};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use ocaml::{Complex, ConversionError, Either, FromValue, Int, Nativeint, Seconds, UnixTime, Value};

/// Functions that return what they are given.
macro_rules! echo {
    ($($name:ident: $ty:ty;)*) => {$(
        #[ocaml::func]
        pub fn $name(x: $ty) -> $ty {
            x
        }
    )*};
}

echo! {
    std_box_str: Box<str>;
    std_rc_str: Rc<str>;
    std_arc_str: Arc<str>;
    std_path_buf: PathBuf;
    std_path: &Path;
    std_os_string: OsString;
    std_os_str: &OsStr;
    std_char: char;
    std_char_array: Vec<char>;
    std_bytes4: [u8; 4];
    std_box_bytes: Box<[u8]>;
    std_ints3: [Int; 3];
    std_floats3: [f64; 3];
    std_strings0: [String; 0];
    std_box_slice: Box<[String]>;
    std_rc_slice: Rc<[f64]>;
    std_deque: VecDeque<f32>;
    std_hash_map: HashMap<String, Int>;
    std_btree_set: BTreeSet<Int>;
    std_rc: Rc<Vec<Rc<String>>>;
    std_arc_floats: Vec<Arc<f64>>;
    std_either: Either<Int, String>;
    std_complex: Complex;
    std_nativeint: Nativeint;
    std_seconds: Seconds;
    std_seconds_array: Vec<Seconds>;
    std_unix_time: UnixTime;
    std_nonzero: NonZero<u8>;
    std_nonzero_i64: NonZero<i64>;
    std_ordering: Ordering;
}

/// Upper case where needed: what needs no change is borrowed.
#[ocaml::func]
pub fn std_cow(text: Cow<str>) -> Cow<str> {
    assert!(matches!(text, Cow::Borrowed(_)));
    if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(text.to_ascii_uppercase())
    } else {
        text
    }
}

#[ocaml::func]
pub fn std_file_name(path: &Path) -> Option<&OsStr> {
    path.file_name()
}

#[ocaml::func]
pub fn std_hash_set_size(set: HashSet<String>) -> usize {
    set.len()
}

/// Sorted by key: a `HashMap` has no order of its own.
#[ocaml::func]
pub fn std_grouped(words: Vec<String>) -> BTreeMap<char, Rc<[String]>> {
    let mut groups: HashMap<char, Vec<String>> = HashMap::new();
    for word in words {
        let Some(first) = word.chars().next() else { continue };
        groups.entry(first).or_default().push(word);
    }
    groups.into_iter().map(|(first, words)| (first, words.into())).collect()
}

#[ocaml::func]
pub fn std_compare(a: Int, b: Int) -> Ordering {
    a.cmp(&b)
}

#[ocaml::func]
pub fn std_decode_only(_names: [&str; 3], _floats: [f64; 4], _complex: Complex, _text: Cow<str>) {}

static ALIVE: AtomicUsize = AtomicUsize::new(0);

/// A string that is counted while it lives.
pub struct Counted(#[allow(dead_code)] String);

// SAFETY: the conversion is that of a string.
unsafe impl<D> ocaml::Describe<D> for Counted {
    const TYPE: ocaml::Type = ocaml::Type::named("string", &[]);
}

impl Counted {
    fn new(text: String) -> Counted {
        ALIVE.fetch_add(1, Relaxed);
        Counted(text)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Relaxed);
    }
}

// SAFETY: checked to be a string.
unsafe impl<'gc> FromValue<'gc> for Counted {
    fn from_value(value: Value<'gc>) -> Result<Self, ConversionError> {
        String::from_value(value).map(Counted::new)
    }
}

#[ocaml::func]
pub fn std_counted(strings: [Counted; 4]) -> usize {
    drop(strings);
    ALIVE.load(Relaxed)
}

#[ocaml::func]
pub fn std_alive(_unit: ()) -> usize {
    ALIVE.load(Relaxed)
}
