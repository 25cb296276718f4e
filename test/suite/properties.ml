open Random_value
open Property

type record = { name : string; weight : float; tags : string list; next : record option }
type point = { x : float; y : float }

type tree =
  | Leaf
  | Empty
  | Number of float
  | Named of { name : string; value : int32 }
  | Pair of tree * tree
  | Many of tree array
  | Point of point

type json =
  [ `Null
  | `Bool of bool
  | `Float of float
  | `String of string
  | `List of json list
  | `Assoc of (string * json) list
  | `Pair of int * json ]

let rec record : record generator =
 fun random depth ->
  let name = string random depth in
  let weight = float random depth in
  let tags = list string random depth in
  let next = if depth = 0 then None else option record random (depth - 1) in
  { name; weight; tags; next }

let point : point generator =
 fun random depth ->
  let x = float random depth in
  let y = float random depth in
  { x; y }

let rec tree : tree generator =
 fun random depth ->
  let inner = max 0 (depth - 1) in
  match below random (if depth = 0 then 5 else 7) with
  | 0 -> Leaf
  | 1 -> Empty
  | 2 -> Number (float random inner)
  | 3 ->
    let name = string random inner in
    let value = int32 random inner in
    Named { name; value }
  | 4 -> Point (point random inner)
  | 5 ->
    let left = tree random inner in
    let right = tree random inner in
    Pair (left, right)
  | _ -> Many (array tree random inner)

let rec json : json generator =
 fun random depth ->
  let inner = max 0 (depth - 1) in
  match below random (if depth = 0 then 4 else 7) with
  | 0 -> `Null
  | 1 -> `Bool (bool random inner)
  | 2 -> `Float (float random inner)
  | 3 -> `String (string random inner)
  | 4 -> `List (list json random inner)
  | 5 -> `Assoc (list (pair string json) random inner)
  | _ ->
    let number = int random inner in
    let value = json random inner in
    `Pair (number, value)

external unit_make : int -> unit = "prop_unit_make"
external unit_same : int -> unit -> bool = "prop_unit_same"
external bool_make : int -> bool = "prop_bool_make"
external bool_same : int -> bool -> bool = "prop_bool_same"
external int_make : int -> int = "prop_int_make"
external int_same : int -> int -> bool = "prop_int_same"
external uint_make : int -> int = "prop_uint_make"
external uint_same : int -> int -> bool = "prop_uint_same"
external u8_make : int -> int = "prop_u8_make"
external u8_same : int -> int -> bool = "prop_u8_same"
external i8_make : int -> int = "prop_i8_make"
external i8_same : int -> int -> bool = "prop_i8_same"
external u16_make : int -> int = "prop_u16_make"
external u16_same : int -> int -> bool = "prop_u16_same"
external i16_make : int -> int = "prop_i16_make"
external i16_same : int -> int -> bool = "prop_i16_same"
external i32_make : int -> int32 = "prop_i32_make"
external i32_same : int -> int32 -> bool = "prop_i32_same"
external u32_make : int -> int32 = "prop_u32_make"
external u32_same : int -> int32 -> bool = "prop_u32_same"
external i64_make : int -> int64 = "prop_i64_make"
external i64_same : int -> int64 -> bool = "prop_i64_same"
external u64_make : int -> int64 = "prop_u64_make"
external u64_same : int -> int64 -> bool = "prop_u64_same"
external f64_make : int -> float = "prop_f64_make"
external f64_same : int -> float -> bool = "prop_f64_same"
external f32_make : int -> float = "prop_f32_make"
external f32_same : int -> float -> bool = "prop_f32_same"
external string_make : int -> string = "prop_string_make"
external string_same : int -> string -> bool = "prop_string_same"
external bytes_make : int -> bytes = "prop_bytes_make"
external bytes_same : int -> bytes -> bool = "prop_bytes_same"
external option_make : int -> string option option = "prop_option_make"
external option_same : int -> string option option -> bool = "prop_option_same"
external result_make : int -> (float, string) result = "prop_result_make"
external result_same : int -> (float, string) result -> bool = "prop_result_same"
external tuple_make : int -> int * float * string = "prop_tuple_make"
external tuple_same : int -> int * float * string -> bool = "prop_tuple_same"
external array_make : int -> int option array = "prop_array_make"
external array_same : int -> int option array -> bool = "prop_array_same"
external floats_make : int -> float array = "prop_floats_make"
external floats_same : int -> float array -> bool = "prop_floats_same"
external singles_make : int -> float array = "prop_singles_make"
external singles_same : int -> float array -> bool = "prop_singles_same"
external list_make : int -> (string * int64) list = "prop_list_make"
external list_same : int -> (string * int64) list -> bool = "prop_list_same"
external map_make : int -> (string * float array) list = "prop_map_make"
external map_same : int -> (string * float array) list -> bool = "prop_map_same"

type deep = ((float array, string) result list * (int * bytes) list) option array

external deep_make : int -> deep = "prop_deep_make"
external deep_same : int -> deep -> bool = "prop_deep_same"
external record_make : int -> record = "prop_record_make"
external record_same : int -> record -> bool = "prop_record_same"
external point_make : int -> point array = "prop_point_make"
external point_same : int -> point array -> bool = "prop_point_same"
external tree_make : int -> tree = "prop_tree_make"
external tree_same : int -> tree -> bool = "prop_tree_same"
external json_make : int -> json = "prop_json_make"
external json_same : int -> json -> bool = "prop_json_same"

let run () =
  Check.start "properties";
  row "unit" unit unit_make unit_same;
  row "bool" bool bool_make bool_same;
  row "isize" int int_make int_same;
  row "usize" uint uint_make uint_same;
  row "u8" u8 u8_make u8_same;
  row "i8" (signed 8) i8_make i8_same;
  row "u16" u16 u16_make u16_same;
  row "i16" (signed 16) i16_make i16_same;
  row "i32" int32 i32_make i32_same;
  row "u32" int32 u32_make u32_same;
  row "i64" int64 i64_make i64_same;
  row "u64" int64 u64_make u64_same;
  row "f64" float f64_make f64_same;
  row "f32" single f32_make f32_same;
  row "String" string string_make string_same;
  row "Vec<u8>" bytes bytes_make bytes_same;
  row "Option" (option (option string)) option_make option_same;
  row "Result" (result float string) result_make result_same;
  row "tuple" (triple int float string) tuple_make tuple_same;
  row "Vec" (array (option int)) array_make array_same;
  row "Vec<f64>" (array float) floats_make floats_same;
  row "Vec<f32>" (array single) singles_make singles_same;
  row "LinkedList" (list (pair string int64)) list_make list_same;
  row "BTreeMap" (map string (array float)) map_make map_same;
  row "nested" (array (option (pair (list (result (array float) string)) (map int bytes)))) deep_make deep_same;
  row "record" record record_make record_same;
  row "flat record" (array point) point_make point_same;
  row "variant" tree tree_make tree_same;
  row "polymorphic variant" json json_make json_same;
  Properties_std_types.rows ();
  Properties_in_place.rows ();
  Properties_derived.rows ();
  Properties_bigarrays.rows ()
