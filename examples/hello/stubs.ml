(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

type example = { name : string; i : int }
type shape = Circle of float | Rect of float * float | Empty

external greet : string -> string = "hello_greet"
external increment : example -> example = "hello_increment"
external area : shape -> float = "hello_area"
external squares : int list -> int list = "hello_squares"
external parse : string -> int = "hello_parse"
external pick : string array -> int -> string = "hello_pick"
