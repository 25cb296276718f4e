(* Rows: OCaml's own types, read in place by Rust. *)

open Random_value
open Property

module Strings = Map.Make (String)
module String_set = Set.Make (String)

let buffer_of bytes =
  let buffer = Buffer.create (Bytes.length bytes) in
  Buffer.add_bytes buffer bytes;
  buffer

let table ?(random = false) key data =
  map_value
    (fun bindings ->
      let table = Hashtbl.create ~random 16 in
      List.iter (fun (key, data) -> Hashtbl.add table key data) bindings;
      table)
    (list (pair key data))

(* What Rust has built, OCaml finds. *)
let found table =
  Hashtbl.iter (fun key data -> if not (List.mem data (Hashtbl.find_all table key)) then Check.fail "not found") table;
  table

let map_of key data = map_value (fun bindings -> Strings.of_seq (List.to_seq bindings)) (map key data)
let set_of element = map_value String_set.of_list (set element)
let seq element = map_value (fun elements -> Seq.map Fun.id (List.to_seq elements)) (list element)

(* With a result that was computed: a block stands for it until a collection takes it away. *)
let forced a =
  map_value
    (fun result ->
      let suspended = lazy (Sys.opaque_identity result) in
      ignore (Lazy.force suspended);
      suspended)
    a

external random_hashtbl_same : int -> (int, string) Hashtbl.t -> bool = "prop_hashtbl_same"
external forced_same : int -> string Lazy.t -> bool = "prop_lazy_same"
external forced_float_same : int -> float Lazy.t -> bool = "prop_lazy_float_same"
external value_make : int -> string option array = "prop_value_make"
external value_same : int -> string option array -> bool = "prop_value_same"
external values_same : int -> string option array -> bool = "prop_values_same"
external in_place_array_make : int -> string option array = "prop_in_place_array_make"
external in_place_array_same : int -> string option array -> bool = "prop_in_place_array_same"
external in_place_floats_make : int -> float array = "prop_in_place_floats_make"
external in_place_floats_same : int -> float array -> bool = "prop_in_place_floats_same"
external in_place_list_make : int -> (string * float) list = "prop_in_place_list_make"
external in_place_list_same : int -> (string * float) list -> bool = "prop_in_place_list_same"
external cons_make : int -> int64 list = "prop_cons_make"
external cons_same : int -> int64 list -> bool = "prop_cons_same"
external float_array_make : int -> floatarray = "prop_float_array_make"
external float_array_same : int -> floatarray -> bool = "prop_float_array_same"
external in_place_bytes_make : int -> bytes = "prop_in_place_bytes_make"
external in_place_bytes_same : int -> bytes -> bool = "prop_in_place_bytes_same"
external filled_bytes_make : int -> bytes = "prop_filled_bytes_make"
external filled_bytes_same : int -> bytes -> bool = "prop_filled_bytes_same"
external buffer_make : int -> Buffer.t = "prop_buffer_make"
external buffer_same : int -> Buffer.t -> bool = "prop_buffer_same"
external ref_make : int -> string option ref = "prop_ref_make"
external ref_same : int -> string option ref -> bool = "prop_ref_same"
external ref_float_make : int -> float ref = "prop_ref_float_make"
external ref_float_same : int -> float ref -> bool = "prop_ref_float_same"
external hashtbl_make : int -> (int, string) Hashtbl.t = "prop_hashtbl_make"
external hashtbl_same : int -> (int, string) Hashtbl.t -> bool = "prop_hashtbl_same"
external hashtbl_strings_make : int -> (string, float) Hashtbl.t = "prop_hashtbl_strings_make"
external hashtbl_strings_same : int -> (string, float) Hashtbl.t -> bool = "prop_hashtbl_strings_same"
external hashtbl_pairs_make : int -> (float * int64, Uchar.t) Hashtbl.t = "prop_hashtbl_pairs_make"
external hashtbl_pairs_same : int -> (float * int64, Uchar.t) Hashtbl.t -> bool = "prop_hashtbl_pairs_same"
external in_place_map_same : int -> float Strings.t -> bool = "prop_in_place_map_same"
external in_place_set_same : int -> String_set.t -> bool = "prop_in_place_set_same"
external seq_make : int -> string option Seq.t = "prop_seq_make"
external seq_same : int -> string option Seq.t -> bool = "prop_seq_same"
external lazy_make : int -> string Lazy.t = "prop_lazy_make"
external lazy_same : int -> string Lazy.t -> bool = "prop_lazy_same"
external lazy_float_make : int -> float Lazy.t = "prop_lazy_float_make"
external lazy_float_same : int -> float Lazy.t -> bool = "prop_lazy_float_same"

let rows () =
  row "Value" (array (option string)) value_make value_same;
  reads "&[Value]" (array (option string)) values_same;
  row "Array" (array (option string)) in_place_array_make in_place_array_same;
  row "Array<f64>" (array float) in_place_floats_make in_place_floats_same;
  row "List" (list (pair string float)) in_place_list_make in_place_list_same;
  row "List, cell by cell" (list int64) cons_make cons_same;
  row "FloatArray" (map_value Float.Array.of_list (list float)) float_array_make float_array_same;
  row "Bytes" bytes in_place_bytes_make in_place_bytes_same;
  row "Bytes, filled in place" bytes filled_bytes_make filled_bytes_same;
  row "Buffer" (map_value buffer_of bytes) buffer_make buffer_same;
  row "Ref" (map_value ref (option string)) ref_make ref_same;
  row "Ref<f64>" (map_value ref float) ref_float_make ref_float_same;
  row ~seen:found "Hashtbl" (table int string) hashtbl_make hashtbl_same;
  row ~seen:found "Hashtbl of strings" (table string float) hashtbl_strings_make hashtbl_strings_same;
  row ~seen:found "Hashtbl of pairs" (table (pair float int64) char) hashtbl_pairs_make hashtbl_pairs_same;
  reads "Map" (map_of string float) in_place_map_same;
  reads "Set" (set_of string) in_place_set_same;
  reads ~calls:true "Seq" (seq (option string)) seq_same;
  (* A closure, which is not compared: its elements are. *)
  each "Seq: random values from Rust" (fun seed ->
      let mine = list (option string) (Random_value.make seed) 6 in
      Check.same_shape (Printf.sprintf "seed %d" seed) mine (List.of_seq (seq_make seed)));
  row "Lazy" (map_value Lazy.from_val string) lazy_make lazy_same;
  row "Lazy<f64>" (map_value Lazy.from_val float) lazy_float_make lazy_float_same;
  reads "Hashtbl, randomised" (table ~random:true int string) random_hashtbl_same;
  reads "Lazy, forced" (forced string) forced_same;
  reads "Lazy<f64>, forced" (forced float) forced_float_same
