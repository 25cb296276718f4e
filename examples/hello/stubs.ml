(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

type example = { name : string; i : int }
type shape = Circle of float | Rect of float * float | Empty

external greet : string -> string = "hello_greet"
external increment : example -> example = "hello_increment"
external area : shape -> float = "hello_area"
external squares : int list -> int list = "hello_squares"
external parse : string -> int = "hello_parse"
external pick : string array -> int -> string = "hello_pick"

(* Each raises Failure if the archive is not the one that this was printed from. *)
let () =
  let module Archive = struct
    external check_hello_greet : int -> unit = "hello_greet_interface_check"

    external check_hello_increment : int -> unit
      = "hello_increment_interface_check"

    external check_hello_area : int -> unit = "hello_area_interface_check"
    external check_hello_squares : int -> unit = "hello_squares_interface_check"
    external check_hello_parse : int -> unit = "hello_parse_interface_check"
    external check_hello_pick : int -> unit = "hello_pick_interface_check"
  end in
  Archive.check_hello_greet 898458944;
  Archive.check_hello_increment 449875674;
  Archive.check_hello_area 739316820;
  Archive.check_hello_squares 533396287;
  Archive.check_hello_parse 1005269576;
  Archive.check_hello_pick 476429643
