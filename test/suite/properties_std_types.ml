(* Rows: types of Rust's standard library, and of OCaml's that Rust has no name for. *)

open Random_value
open Property

type nonzeros = (int * int * int) * (int * int32 * int32) * ((int64 * int64 * int) * int)
type pointers = (string * float) array
type steps = (string * (Complex.t, bytes) Either.t) list
type deep = (Uchar.t list * (steps, nativeint) result array) option array

let nonzeros : nonzeros generator =
  let positive = nonzero 0 1 in
  triple
    (triple (nonzero 0 (-128) (signed 8)) (positive u8) (nonzero 0 (-32768) (signed 16)))
    (triple (positive u16) (nonzero 0l Int32.min_int int32) (nonzero 0l 1l int32))
    (pair (triple (nonzero 0L Int64.min_int int64) (nonzero 0L 1L int64) (nonzero 0 1 int)) (positive uint))

let deep : deep generator =
  let steps = map raw (either (complex float) (bytes_of (fixed 3 u8))) in
  array (option (pair (set char) (array (result steps nativeint))))

external char_make : int -> Uchar.t = "prop_char_make"
external char_same : int -> Uchar.t -> bool = "prop_char_same"
external box_str_make : int -> string = "prop_box_str_make"
external box_str_same : int -> string -> bool = "prop_box_str_same"
external rc_str_make : int -> string = "prop_rc_str_make"
external rc_str_same : int -> string -> bool = "prop_rc_str_same"
external arc_str_make : int -> string = "prop_arc_str_make"
external arc_str_same : int -> string -> bool = "prop_arc_str_same"
external cow_make : int -> string = "prop_cow_make"
external cow_same : int -> string -> bool = "prop_cow_same"
external str_same : int -> string -> bool = "prop_str_same"
external path_buf_make : int -> string = "prop_path_buf_make"
external path_buf_same : int -> string -> bool = "prop_path_buf_same"
external os_string_make : int -> string = "prop_os_string_make"
external os_string_same : int -> string -> bool = "prop_os_string_same"
external cow_path_make : int -> string = "prop_cow_path_make"
external cow_path_same : int -> string -> bool = "prop_cow_path_same"
external path_same : int -> string -> bool = "prop_path_same"
external os_str_same : int -> string -> bool = "prop_os_str_same"
external slice_same : int -> bytes -> bool = "prop_slice_same"
external fixed_make : int -> string option array = "prop_fixed_make"
external fixed_same : int -> string option array -> bool = "prop_fixed_same"
external fixed_floats_make : int -> float array = "prop_fixed_floats_make"
external fixed_floats_same : int -> float array -> bool = "prop_fixed_floats_same"
external fixed_bytes_make : int -> bytes = "prop_fixed_bytes_make"
external fixed_bytes_same : int -> bytes -> bool = "prop_fixed_bytes_same"
external deque_make : int -> int option array = "prop_deque_make"
external deque_same : int -> int option array -> bool = "prop_deque_same"
external box_slice_make : int -> string array = "prop_box_slice_make"
external box_slice_same : int -> string array -> bool = "prop_box_slice_same"
external box_bytes_make : int -> bytes = "prop_box_bytes_make"
external box_bytes_same : int -> bytes -> bool = "prop_box_bytes_same"
external rc_slice_make : int -> int64 array = "prop_rc_slice_make"
external rc_slice_same : int -> int64 array -> bool = "prop_rc_slice_same"
external arc_slice_make : int -> float array = "prop_arc_slice_make"
external arc_slice_same : int -> float array -> bool = "prop_arc_slice_same"
external hash_map_make : int -> (string * float option) list = "prop_hash_map_make"
external hash_map_same : int -> (string * float option) list -> bool = "prop_hash_map_same"
external btree_set_make : int -> string list = "prop_btree_set_make"
external btree_set_same : int -> string list -> bool = "prop_btree_set_same"
external hash_set_make : int -> int list = "prop_hash_set_make"
external hash_set_same : int -> int list -> bool = "prop_hash_set_same"
external pointers_make : int -> pointers = "prop_pointers_make"
external pointers_same : int -> pointers -> bool = "prop_pointers_same"
external arc_floats_make : int -> float array = "prop_arc_floats_make"
external arc_floats_same : int -> float array -> bool = "prop_arc_floats_same"
external either_make : int -> (float, string) Either.t = "prop_either_make"
external either_same : int -> (float, string) Either.t -> bool = "prop_either_same"
external complex_make : int -> Complex.t array = "prop_complex_make"
external complex_same : int -> Complex.t array -> bool = "prop_complex_same"
external nativeint_make : int -> nativeint = "prop_nativeint_make"
external nativeint_same : int -> nativeint -> bool = "prop_nativeint_same"
external seconds_make : int -> float = "prop_seconds_make"
external seconds_same : int -> float -> bool = "prop_seconds_same"
external unix_times_make : int -> float array = "prop_unix_times_make"
external unix_times_same : int -> float array -> bool = "prop_unix_times_same"
external ordering_make : int -> int = "prop_ordering_make"
external ordering_same : int -> int -> bool = "prop_ordering_same"
external sign_same : int -> int -> bool = "prop_sign_same"
external nonzero_make : int -> nonzeros = "prop_nonzero_make"
external nonzero_same : int -> nonzeros -> bool = "prop_nonzero_same"
external deep_std_make : int -> deep = "prop_deep_std_make"
external deep_std_same : int -> deep -> bool = "prop_deep_std_same"

let rows () =
  row "char" char char_make char_same;
  row "Box<str>" string box_str_make box_str_same;
  row "Rc<str>" string rc_str_make rc_str_same;
  row "Arc<str>" string arc_str_make arc_str_same;
  row "Cow<str>" string cow_make cow_same;
  reads "&str" string str_same;
  row "PathBuf" raw path_buf_make path_buf_same;
  row "OsString" raw os_string_make os_string_same;
  row "Cow<Path>" raw cow_path_make cow_path_same;
  reads "&Path" raw path_same;
  reads "&OsStr" raw os_str_same;
  reads "&[u8]" bytes slice_same;
  row "[A; N]" (fixed 3 (option string)) fixed_make fixed_same;
  row "[f64; N]" (fixed 4 float) fixed_floats_make fixed_floats_same;
  row "[u8; N]" (bytes_of (fixed 11 u8)) fixed_bytes_make fixed_bytes_same;
  row "VecDeque" (array (option int)) deque_make deque_same;
  row "Box<[A]>" (array string) box_slice_make box_slice_same;
  row "Box<[u8]>" bytes box_bytes_make box_bytes_same;
  row "Rc<[A]>" (array int64) rc_slice_make rc_slice_same;
  row "Arc<[f64]>" (array float) arc_slice_make arc_slice_same;
  row ~seen:(List.sort compare) "HashMap" (map string (option float)) hash_map_make hash_map_same;
  row "BTreeSet" (set string) btree_set_make btree_set_same;
  row ~seen:(List.sort compare) "HashSet" (set int) hash_set_make hash_set_same;
  row "Rc, Box and Arc" (array (pair string float)) pointers_make pointers_same;
  row "Vec<Arc<f64>>" (array float) arc_floats_make arc_floats_same;
  row "Either" (either float string) either_make either_same;
  row "Complex" (array (complex float)) complex_make complex_same;
  row "Nativeint" nativeint nativeint_make nativeint_same;
  row "Seconds" seconds seconds_make seconds_same;
  row "UnixTime" (array unix_time) unix_times_make unix_times_same;
  row "Ordering" order ordering_make ordering_same;
  reads "Ordering, by its sign" int sign_same;
  row "NonZero" nonzeros nonzero_make nonzero_same;
  row "nested types of the standard library" deep deep_std_make deep_std_same
