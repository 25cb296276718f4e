//! Rows: types of Rust's standard library, and of OCaml's that Rust has no name for.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::ffi::{OsStr, OsString};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use ocaml::{Complex, Either, Int, Nativeint, Seconds, UnixTime};

use super::random::{Arbitrary, Random};
use super::{DEPTH, rows, rows_by, rows_read};

/// Of every integer.
type NonZeros = (
    (NonZero<i8>, NonZero<u8>, NonZero<i16>),
    (NonZero<u16>, NonZero<i32>, NonZero<u32>),
    ((NonZero<i64>, NonZero<u64>, NonZero<isize>), NonZero<usize>),
);

type Pointers = Rc<Vec<Box<(Arc<String>, Rc<f64>)>>>;
/// Not by `PathBuf`, which Rust orders by component.
type Steps = BTreeMap<OsString, Either<Complex, [u8; 3]>>;
type Deep = VecDeque<Option<(BTreeSet<char>, Box<[Rc<Result<Steps, Nativeint>>]>)>>;

rows! {
    prop_char_make prop_char_same: char;
    prop_box_str_make prop_box_str_same: Box<str>;
    prop_rc_str_make prop_rc_str_same: Rc<str>;
    prop_arc_str_make prop_arc_str_same: Arc<str>;
    prop_path_buf_make prop_path_buf_same: PathBuf;
    prop_os_string_make prop_os_string_same: OsString;
    prop_fixed_make prop_fixed_same: [Option<String>; 3];
    prop_fixed_floats_make prop_fixed_floats_same: [f64; 4];
    prop_fixed_bytes_make prop_fixed_bytes_same: [u8; 11];
    prop_deque_make prop_deque_same: VecDeque<Option<isize>>;
    prop_box_slice_make prop_box_slice_same: Box<[String]>;
    prop_box_bytes_make prop_box_bytes_same: Box<[u8]>;
    prop_rc_slice_make prop_rc_slice_same: Rc<[i64]>;
    prop_arc_slice_make prop_arc_slice_same: Arc<[f64]>;
    prop_hash_map_make prop_hash_map_same: HashMap<String, Option<f64>>;
    prop_btree_set_make prop_btree_set_same: BTreeSet<String>;
    prop_hash_set_make prop_hash_set_same: HashSet<isize>;
    prop_pointers_make prop_pointers_same: Pointers;
    prop_arc_floats_make prop_arc_floats_same: Vec<Arc<f64>>;
    prop_either_make prop_either_same: Either<f64, String>;
    prop_complex_make prop_complex_same: Vec<Complex>;
    prop_nativeint_make prop_nativeint_same: Nativeint;
    prop_seconds_make prop_seconds_same: Seconds;
    prop_unix_times_make prop_unix_times_same: Vec<UnixTime>;
    prop_ordering_make prop_ordering_same: Ordering;
    prop_nonzero_make prop_nonzero_same: NonZeros;
    prop_deep_std_make prop_deep_std_same: Deep;
}

rows_by! {
    prop_cow_make prop_cow_same: Cow<'_, str> = String, |_gc, mine| Cow::Owned(mine), |value| *value == *mine;
    prop_cow_path_make prop_cow_path_same: Cow<'_, Path> = PathBuf, |_gc, mine| Cow::Owned(mine), |value| *value == *mine;
}

// An order is read by its sign; what is borrowed has its owner in OCaml.
rows_read! {
    prop_sign_same: Ordering = isize, |value, mine| value == mine.cmp(&0);
    prop_str_same: &str = String, |value, mine| value == mine;
    prop_slice_same: &[u8] = Vec<u8>, |value, mine| value == mine;
    prop_path_same: &Path = PathBuf, |value, mine| value == mine;
    prop_os_str_same: &OsStr = OsString, |value, mine| value == mine;
}
