(* Rows: derived types, with all that the attributes can say. *)

open Random_value
open Property

type counter = { mutable count : int; label : string option }
type cached = { name : string; count' : int }
type real = float
type meters = Meters of real [@@unboxed]
type wrapped = { wrapped : real } [@@unboxed]
type flat = { x : real; y : meters; z : float; w : wrapped; v : meters; s : float }
type meter
type 'unit length = float
type 'unit segment = { from : 'unit length; to' : 'unit length }
type 'a both = { left : 'a; right : 'a }

type vector =
  | Origin
  | Vec2 of { x : float; y : float }
  | Named of { mutable name : string; at' : float option }
  | One of float

type angle = Angle of { radians : float } [@@unboxed]
type 'a expression = Value of 'a | Let of string * 'a expression * 'a body
and 'a body = { steps : 'a expression list; next : 'a body option }

let counter : counter generator = map_value (fun (count, label) -> { count; label }) (pair int (option string))
let cached : cached generator = map_value (fun (name, count') -> { name; count' }) (pair string int)
let wrapped : wrapped generator = map_value (fun wrapped -> { wrapped }) float

let flat : flat generator =
  map_value
    (fun ((x, y, z), (w, v, s)) -> { x; y = Meters y; z; w = { wrapped = w }; v = Meters v; s })
    (pair (triple float float single) (triple float float seconds))

let segment : meter segment generator = map_value (fun (from, to') -> { from; to' }) (pair float float)
let both a : 'a both generator = map_value (fun (left, right) -> { left; right }) (pair a a)

let vector : vector generator =
 fun random depth ->
  match below random 4 with
  | 0 -> Origin
  | 1 ->
    let x, y = pair float float random depth in
    Vec2 { x; y }
  | 2 ->
    let name, at' = pair string (option float) random depth in
    Named { name; at' }
  | _ -> One (float random depth)

let angle : angle generator = map_value (fun radians -> Angle { radians }) float

(* 300 constant constructors: an int is one, as far as the representation goes. *)
let many : int generator = fun random _ -> below random 300

let rec expression a : 'a expression generator =
 fun random depth ->
  match below random (if depth = 0 then 1 else 2) with
  | 0 -> Value (a random depth)
  | _ ->
    let name = string random depth in
    let bound = expression a random (depth - 1) in
    let body = body a random (depth - 1) in
    Let (name, bound, body)

and body a : 'a body generator =
 fun random depth ->
  let steps = if depth = 0 then [] else list (expression a) random (depth / 2) in
  let next = if depth = 0 then None else option (body a) random (depth - 1) in
  { steps; next }

external counter_make : int -> counter = "prop_counter_make"
external counter_same : int -> counter -> bool = "prop_counter_same"
external cached_make : int -> cached = "prop_cached_make"
external cached_same : int -> cached -> bool = "prop_cached_same"
external unboxed_make : int -> wrapped array = "prop_unboxed_make"
external unboxed_same : int -> wrapped array -> bool = "prop_unboxed_same"
external flat_make : int -> flat = "prop_flat_make"
external flat_same : int -> flat -> bool = "prop_flat_same"
external segment_make : int -> meter segment = "prop_segment_make"
external segment_same : int -> meter segment -> bool = "prop_segment_same"
external both_floats_make : int -> float both = "prop_both_floats_make"
external both_floats_same : int -> float both -> bool = "prop_both_floats_same"
external both_deep_make : int -> string option both both = "prop_both_deep_make"
external both_deep_same : int -> string option both both -> bool = "prop_both_deep_same"
external vector_make : int -> vector = "prop_vector_make"
external vector_same : int -> vector -> bool = "prop_vector_same"
external angles_make : int -> angle array = "prop_angles_make"
external angles_same : int -> angle array -> bool = "prop_angles_same"
external many_make : int -> int array = "prop_many_make"
external many_same : int -> int array -> bool = "prop_many_same"
external body_make : int -> float array body = "prop_body_make"
external body_same : int -> float array body -> bool = "prop_body_same"

let rows () =
  row "mutable and renamed fields" counter counter_make counter_same;
  row "skipped fields with defaults" cached cached_make cached_same;
  row "unboxed record" (array wrapped) unboxed_make unboxed_same;
  row "flat record of aliases and newtypes" flat flat_make flat_same;
  row "flat generic record" segment segment_make segment_same;
  row "generic record of floats" (both float) both_floats_make both_floats_same;
  row "generic record of generic records" (both (both (option string))) both_deep_make both_deep_same;
  row "inline records" vector vector_make vector_same;
  row "unboxed inline record" (array angle) angles_make angles_same;
  row "300 constant constructors" (array many) many_make many_same;
  row "recursive generic types" (body (array float)) body_make body_same
