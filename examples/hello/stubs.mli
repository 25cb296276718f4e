(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

type example = { name : string; i : int }
(** The record [{ name : string; i : int }]. The name still lies on OCaml's
    heap. *)

(** The variant [Circle of float | Rect of float * float | Empty]. *)
type shape = Circle of float | Rect of float * float | Empty

external greet : string -> string = "hello_greet"
(** [greet name]: A string comes in without a copy, and a new one goes out. *)

external increment : example -> example = "hello_increment"
(** [increment example]: A record comes in, a changed one goes out. *)

external area : shape -> float = "hello_area"

external squares : int list -> int list = "hello_squares"
(** [squares numbers]: Lists cross in both directions. *)

external parse : string -> int = "hello_parse"
(** [parse text]: [Err] raises an exception; any Rust error does, here that of
    [str::parse]. *)

external pick : string array -> int -> string = "hello_pick"
(** [pick words i]: A bug does not end the program: the panic of an index out of
    bounds is an exception in OCaml. *)
