(* Rows: bigarrays of every kind, number of dimensions and layout. *)

open Bigarray
open Random_value
open Property

external make : int -> bool -> int -> int -> ('a, 'b, 'c) Genarray.t = "prop_bigarray_make"
external same : int -> bool -> int -> int -> ('a, 'b, 'c) Genarray.t -> bool = "prop_bigarray_same"

(* Whatever their number: a `Genarray`. *)
let any = 4

(* The elements are in the order of memory. *)
let bigarray (type l) kind (layout : l layout) element dims : ('a, 'b, l) Genarray.t generator =
 fun random depth ->
  let count = if dims = any then below random 5 else dims in
  let sizes = fixed count (fun random _ -> below random 4) random depth in
  let array = Genarray.create kind layout sizes in
  let elements = fixed (Array.fold_left ( * ) 1 sizes) element random depth in
  let flat = reshape_1 array (Array.length elements) in
  let first = match layout with C_layout -> 0 | Fortran_layout -> 1 in
  Array.iteri (fun i element -> flat.{first + i} <- element) elements;
  array

let layout number kind layout fortran element dims seed =
  let mine = bigarray kind layout element dims (Random_value.make seed) 6 in
  made (make number fortran dims) seed mine;
  received (same number fortran dims) seed mine

(* Each is ten types: five numbers of dimensions in two layouts. *)
let rows () =
  List.iteri
    (fun number (Bigarrays.Kind (name, kind, element, _)) ->
      each ("bigarray of " ^ name ^ ": random arrays in both directions") (fun seed ->
          let dims = seed mod 5 in
          layout number kind c_layout false element dims seed;
          layout number kind fortran_layout true element dims seed))
    Bigarrays.kinds
