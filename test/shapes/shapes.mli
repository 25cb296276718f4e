(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

type named = { name : string;  (** What it is called. *) count : int }
(** A record: [name] and a count. *)

type point = { x : float; y : float }
(** Flat. *)

type cell = { mutable content : string option; type_ : int }
type one = { only : int } [@@boxed]
type id = { id : int } [@@unboxed]
type couple = int * string

type meters = float
(** A newtype. *)

type nothing = unit
(** No field. *)

type segment = { from : point; length : meters; labels : named array }

type array2 = { list : one list; object_ : id option }
(** The predefined type of that name is not hidden. *)

type light = Red | Yellow | Green

(** A figure. *)
type figure =
  | Circle of float  (** By its radius. *)
  | Rect of { width : float; height : float }
  | Path of point array * bool
  | Empty

type angle = Radians of float [@@unboxed]
type single = Single of int [@@boxed]
type color = [ `Red | `dark_blue | `Gray of float | `Rgb of int * int * int ]
type tree = Leaf | Node of tree * int * tree

type directory = { entries : entry array } [@@boxed]

and entry =
  | File of { name : string; size : int64 }
  | Directory of string * directory

type ('a, 'b) both = { first : 'a; second : 'b }
type 'a chain = End | Link of 'a * 'a chain
type 'a bounded = { items : 'a array } [@@boxed]
type borrowed = { text : string; any : string * int }

type by_hand = { letter : Char.t * int } [@@boxed]
(** A field whose type is written by hand. *)

type skipping = { kept : int } [@@boxed]

module Errors : sig
  exception Closed of string * int
  (** Something is closed. *)

  exception Once

  exception Often of { times : int; last : float }
  (** With a record. *)

  external close : string -> int = "errors_close"
  external fail : int -> unit = "errors_fail"
end

module Inner : sig
  module Deeper : sig
    type deep = int * named option

    external deep : deep -> deep = "inner_deeper_deep"
    (** [deep value]: Its symbol begins with the names of its modules. *)
  end

  type wrapped = { named : named; deep : Deeper.deep }

  external wrapped : wrapped -> wrapped = "inner_wrapped"
  (** [wrapped value]: The type of another module. *)
end

module Methods : sig
  type sink =
    < put : string -> unit  (** One more line. *)
    ; move : int -> int
    ; parent : sink option
    ; count' : int >
  (** Takes lines. *)

  type numbered = { sink : sink; number : int }

  module Area : sig
    type t
    (** Anything with an area. *)

    external square : float -> t = "methods_square"
    external get : t -> float = "area_get"
  end

  external fill :
    < put : string -> unit
    ; move : int -> int
    ; parent : sink option
    ; count' : int
    ; .. > ->
    string array ->
    int = "methods_fill"
  (** [fill sink lines]: Any object that has the methods, and more. *)

  external move_all : sink list -> int -> int = "methods_move_all"

  external parent :
    < put : string -> unit
    ; move : int -> int
    ; parent : sink option
    ; count' : int
    ; .. > ->
    sink option = "methods_parent"
  (** [parent sink]: A method that gives an object. *)

  external numbered : numbered -> numbered = "methods_numbered"

  external with_ :
    (sink -> int) ->
    < put : string -> unit
    ; move : int -> int
    ; parent : sink option
    ; count' : int
    ; .. > ->
    int = "methods_with"

  external call_with_two : (int -> int -> int) -> int -> int -> int
    = "methods_call_with_two"
  (** [call_with_two f a b]: OCaml has no type for a function of any number of
      arguments, but one for each number. *)
end

module Objects : sig
  type counter
  type snapshot

  type reading = { taken : bool; of_ : snapshot }
  (** A record between the two. *)

  module Counter : sig
    type t = counter
    (** Counts. *)

    external get_count : t -> int = "counter_get_count"
    (** [get_count this]: The count. *)

    external set_count : t -> int -> unit = "counter_set_count"
    external make : int -> t = "counter_new"

    external add : t -> ?by:int -> unit -> unit = "counter_add"
    (** [add self ?by _unit]: Counts up. *)

    external snapshot : t -> snapshot = "counter_snapshot"
    (** [snapshot self]: A method that gives a value of another type. *)

    external reading : t -> reading = "counter_reading"
  end

  module Snapshot : sig
    type t = snapshot
    (** Needs the module of the counter, which needs this. *)

    external debug : t -> string = "snapshot_debug"
    external get_count : t -> int = "snapshot_get_count"
    external restore : t -> counter = "snapshot_restore"

    val pp : Format.formatter -> t -> unit
    (** Prints what [debug] shows. *)
  end

  module Stack : sig
    type 'a t

    external of_words : string array -> string t = "objects_words_from_words"
    external pop_word : string t -> string option = "objects_words_pop"

    external of_numbers : int array -> int t = "objects_numbers"
    (** [of_numbers numbers]: In the module of the type. *)

    external pop_number : int t -> int option = "objects_pop_number"
  end

  external total : counter array -> int = "objects_total"
end

external unit : unit -> unit = "shapes_unit"
external bool : bool -> bool = "shapes_bool"
external int : int -> int = "shapes_int"
external byte : int -> int = "shapes_byte"
external int32 : int32 -> int32 = "shapes_int32"
external int64 : int64 -> int64 = "shapes_int64"
external nativeint : nativeint -> nativeint = "shapes_nativeint"
external float : float -> float = "shapes_float"
external complex : Complex.t -> Complex.t = "shapes_complex"
external char : Uchar.t -> Uchar.t = "shapes_char"
external string : string -> string = "shapes_string"
external text : string -> string = "shapes_text"
external bytes : bytes -> bytes = "shapes_bytes"
external option : int option -> int option = "shapes_option"

external nested_option : bool option option -> bool option option
  = "shapes_nested_option"

external result : (int, string) result -> (int, string) result = "shapes_result"

external either : (int, string) Either.t -> (int, string) Either.t
  = "shapes_either"

external pair : int * string -> int * string = "shapes_pair"

external triple :
  int * (float * bool) * Uchar.t option -> int * (float * bool) * Uchar.t option
  = "shapes_triple"

external array : int array -> int array = "shapes_array"
external floats : float array -> float array = "shapes_floats"

external array_of_pairs : (int * string) array -> (int * string) array
  = "shapes_array_of_pairs"

external three : int array -> int array = "shapes_three"
external list : int list -> int list = "shapes_list"

external list_of_lists : string list list -> string list list
  = "shapes_list_of_lists"

external bindings : (string * int) list -> (string * int) list
  = "shapes_bindings"

external sorted : int list -> int list = "shapes_sorted"
external boxed : int -> int = "shapes_boxed"
external array_in_place : int array -> int array = "shapes_array_in_place"
external list_in_place : string list -> string list = "shapes_list_in_place"
external floatarray : floatarray -> floatarray = "shapes_floatarray"
external bytes_in_place : bytes -> bytes = "shapes_bytes_in_place"
external buffer : Buffer.t -> Buffer.t = "shapes_buffer"
external ref : int ref -> int ref = "shapes_ref"
external lazy_ : int Lazy.t -> int Lazy.t = "shapes_lazy"
external seq : int Seq.t -> int Seq.t = "shapes_seq"

external hashtbl : (string, int) Hashtbl.t -> (string, int) Hashtbl.t
  = "shapes_hashtbl"

external map : int Map.Make(String).t -> int Map.Make(String).t = "shapes_map"
external set : Set.Make(Int).t -> Set.Make(Int).t = "shapes_set"

external bigarray :
  (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t ->
  (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t
  = "shapes_bigarray"

external force : int Lazy.t -> int = "shapes_force"
(** [force lazy]: The printed module registers what this needs. *)

val many : int
(** How many there are of something. *)

val pi : float
val texts : string * string array * bytes

val type_ : Uchar.t option
(** A name that is a keyword in OCaml and in Rust. *)

val origin : point
(** A record. *)

external named : named -> named = "shapes_named"
external point : point -> point = "shapes_point"
external cell : cell -> cell = "shapes_cell"
external one : one -> one = "shapes_one"
external id : id -> id = "shapes_id"
external couple : couple -> couple = "shapes_couple"
external meters : meters -> meters = "shapes_meters"
external nothing : nothing -> nothing = "shapes_nothing"
external segment : segment -> segment = "shapes_segment"
external array2 : array2 -> array2 = "shapes_array2"
external light : light -> light = "shapes_light"
external figure : figure -> figure = "shapes_figure"
external angle : angle -> angle = "shapes_angle"
external single : single -> single = "shapes_single"
external color : color -> color = "shapes_color"
external tree : tree -> tree = "shapes_tree"
external directory : directory -> directory = "shapes_directory"

external both :
  (int, (string, float) both) both -> (int, (string, float) both) both
  = "shapes_both"

external chain : (int * bool) chain -> (int * bool) chain = "shapes_chain"
external bounded : int bounded -> int bounded = "shapes_bounded"
external borrowed : borrowed -> borrowed = "shapes_borrowed"
external position : Lexing.position -> Lexing.position = "shapes_position"
external by_hand : by_hand -> by_hand = "shapes_by_hand"
external skipping : skipping -> skipping = "shapes_skipping"

external apply : (int -> string -> int option) -> int -> int option
  = "shapes_apply"
(** [apply f n]: A function goes in, its result comes out. *)

external no_argument : unit -> int = "shapes_no_argument"

external six : int -> float -> string -> bool -> Uchar.t -> int option -> string
  = "shapes_six_bytecode" "shapes_six"

external scale : (float[@unboxed]) -> (int[@untagged]) -> (float[@unboxed])
  = "shapes_scale_bytecode" "shapes_scale"
[@@noalloc]
(** [scale x by]: Numbers without boxes. *)

external successor : int -> int = "shapes_successor" [@@noalloc]

external labels :
  ?times:int ->
  in_:string ->
  ?end_:char ->
  callback:(string -> string) ->
  unit ->
  string = "shapes_labels"
(** [labels ?times ~in_ ?end_ ~callback _unit]: Labels, one of which is a
    keyword, and arguments that may be left out. *)

external ignore : 'a -> unit = "shapes_ignore"
(** [ignore _value]: Any value. *)

external pair_of : 'a -> 'b -> 'a * 'b = "shapes_pair_of"
(** [pair_of a b]: The type says more than Rust's. *)

external renamed : int -> int = "shapes_original"
(** [renamed n]: Another name in OCaml. *)

external method_ : int -> int = "shapes_method"
(** [method_ n]: What would be a keyword gets a [_]. *)
