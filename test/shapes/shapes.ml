(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

type named = { name : string; count : int }
type point = { x : float; y : float }
type cell = { mutable content : string option; type_ : int }
type one = { only : int } [@@boxed]
type id = { id : int } [@@unboxed]
type couple = int * string
type meters = float
type nothing = unit
type segment = { from : point; length : meters; labels : named array }
type array2 = { list : one list; object_ : id option }
type light = Red | Yellow | Green

type figure =
  | Circle of float
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
type skipping = { kept : int } [@@boxed]

module Errors = struct
  exception Closed of string * int
  exception Once
  exception Often of { times : int; last : float }

  let () =
    Callback.register "shapes.Closed" [%extension_constructor Closed];
    Callback.register "shapes.Closed:interface" 533652574;
    Callback.register "shapes.Once" [%extension_constructor Once];
    Callback.register "shapes.Once:interface" 392761591;
    Callback.register "shapes.Often" [%extension_constructor Often];
    Callback.register "shapes.Often:interface" 970179396

  external close : string -> int = "errors_close"
  external fail : int -> unit = "errors_fail"
end

module Inner = struct
  module Deeper = struct
    type deep = int * named option

    external deep : deep -> deep = "inner_deeper_deep"
  end

  type wrapped = { named : named; deep : Deeper.deep }

  external wrapped : wrapped -> wrapped = "inner_wrapped"
end

module Methods = struct
  type sink =
    < put : string -> unit
    ; move : int -> int
    ; parent : sink option
    ; count' : int >

  type numbered = { sink : sink; number : int }

  module Area = struct
    type t

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

  external move_all : sink list -> int -> int = "methods_move_all"

  external parent :
    < put : string -> unit
    ; move : int -> int
    ; parent : sink option
    ; count' : int
    ; .. > ->
    sink option = "methods_parent"

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
end

module Objects = struct
  type counter
  type snapshot
  type reading = { taken : bool; of_ : snapshot }

  module Counter = struct
    type t = counter

    external get_count : t -> int = "counter_get_count"
    external set_count : t -> int -> unit = "counter_set_count"
    external make : int -> t = "counter_new"
    external add : t -> ?by:int -> unit -> unit = "counter_add"
    external snapshot : t -> snapshot = "counter_snapshot"
    external reading : t -> reading = "counter_reading"
  end

  module Snapshot = struct
    type t = snapshot

    external debug : t -> string = "snapshot_debug"
    external get_count : t -> int = "snapshot_get_count"
    external restore : t -> counter = "snapshot_restore"

    let pp formatter value = Format.pp_print_string formatter (debug value)
  end

  module Stack = struct
    type 'a t

    external of_words : string array -> string t = "objects_words_from_words"
    external pop_word : string t -> string option = "objects_words_pop"
    external of_numbers : int array -> int t = "objects_numbers"
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

let many =
  let module Rust = struct
    external many : unit -> int = "shapes_many"
  end in
  Rust.many ()

let pi =
  let module Rust = struct
    external pi : unit -> float = "shapes_pi"
  end in
  Rust.pi ()

let texts =
  let module Rust = struct
    external texts : unit -> string * string array * bytes = "shapes_texts"
  end in
  Rust.texts ()

let type_ =
  let module Rust = struct
    external type_ : unit -> Uchar.t option = "shapes_constant_type"
  end in
  Rust.type_ ()

let origin =
  let module Rust = struct
    external origin : unit -> point = "shapes_origin"
  end in
  Rust.origin ()

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

external no_argument : unit -> int = "shapes_no_argument"

external six : int -> float -> string -> bool -> Uchar.t -> int option -> string
  = "shapes_six_bytecode" "shapes_six"

external scale : (float[@unboxed]) -> (int[@untagged]) -> (float[@unboxed])
  = "shapes_scale_bytecode" "shapes_scale"
[@@noalloc]

external successor : int -> int = "shapes_successor" [@@noalloc]

external labels :
  ?times:int ->
  in_:string ->
  ?end_:char ->
  callback:(string -> string) ->
  unit ->
  string = "shapes_labels"

external ignore : 'a -> unit = "shapes_ignore"
external pair_of : 'a -> 'b -> 'a * 'b = "shapes_pair_of"
external renamed : int -> int = "shapes_original"
external method_ : int -> int = "shapes_method"

let () = Callback.register "Lazy.force" Lazy.force

(* Each raises Failure if the archive is not the one that this was printed from. *)
let () =
  let module Archive = struct
    external check_errors_close : int -> unit = "errors_close_interface_check"
    external check_errors_fail : int -> unit = "errors_fail_interface_check"

    external check_inner_deeper_deep : int -> unit
      = "inner_deeper_deep_interface_check"

    external check_inner_wrapped : int -> unit = "inner_wrapped_interface_check"

    external check_methods_square : int -> unit
      = "methods_square_interface_check"

    external check_area_get : int -> unit = "area_get_interface_check"
    external check_methods_fill : int -> unit = "methods_fill_interface_check"

    external check_methods_move_all : int -> unit
      = "methods_move_all_interface_check"

    external check_methods_parent : int -> unit
      = "methods_parent_interface_check"

    external check_methods_numbered : int -> unit
      = "methods_numbered_interface_check"

    external check_methods_with : int -> unit = "methods_with_interface_check"

    external check_methods_call_with_two : int -> unit
      = "methods_call_with_two_interface_check"

    external check_counter_get_count : int -> unit
      = "counter_get_count_interface_check"

    external check_counter_set_count : int -> unit
      = "counter_set_count_interface_check"

    external check_counter_new : int -> unit = "counter_new_interface_check"
    external check_counter_add : int -> unit = "counter_add_interface_check"

    external check_counter_snapshot : int -> unit
      = "counter_snapshot_interface_check"

    external check_counter_reading : int -> unit
      = "counter_reading_interface_check"

    external check_snapshot_debug : int -> unit
      = "snapshot_debug_interface_check"

    external check_snapshot_get_count : int -> unit
      = "snapshot_get_count_interface_check"

    external check_snapshot_restore : int -> unit
      = "snapshot_restore_interface_check"

    external check_objects_words_from_words : int -> unit
      = "objects_words_from_words_interface_check"

    external check_objects_words_pop : int -> unit
      = "objects_words_pop_interface_check"

    external check_objects_numbers : int -> unit
      = "objects_numbers_interface_check"

    external check_objects_pop_number : int -> unit
      = "objects_pop_number_interface_check"

    external check_objects_total : int -> unit = "objects_total_interface_check"
    external check_shapes_unit : int -> unit = "shapes_unit_interface_check"
    external check_shapes_bool : int -> unit = "shapes_bool_interface_check"
    external check_shapes_int : int -> unit = "shapes_int_interface_check"
    external check_shapes_byte : int -> unit = "shapes_byte_interface_check"
    external check_shapes_int32 : int -> unit = "shapes_int32_interface_check"
    external check_shapes_int64 : int -> unit = "shapes_int64_interface_check"

    external check_shapes_nativeint : int -> unit
      = "shapes_nativeint_interface_check"

    external check_shapes_float : int -> unit = "shapes_float_interface_check"

    external check_shapes_complex : int -> unit
      = "shapes_complex_interface_check"

    external check_shapes_char : int -> unit = "shapes_char_interface_check"
    external check_shapes_string : int -> unit = "shapes_string_interface_check"
    external check_shapes_text : int -> unit = "shapes_text_interface_check"
    external check_shapes_bytes : int -> unit = "shapes_bytes_interface_check"
    external check_shapes_option : int -> unit = "shapes_option_interface_check"

    external check_shapes_nested_option : int -> unit
      = "shapes_nested_option_interface_check"

    external check_shapes_result : int -> unit = "shapes_result_interface_check"
    external check_shapes_either : int -> unit = "shapes_either_interface_check"
    external check_shapes_pair : int -> unit = "shapes_pair_interface_check"
    external check_shapes_triple : int -> unit = "shapes_triple_interface_check"
    external check_shapes_array : int -> unit = "shapes_array_interface_check"
    external check_shapes_floats : int -> unit = "shapes_floats_interface_check"

    external check_shapes_array_of_pairs : int -> unit
      = "shapes_array_of_pairs_interface_check"

    external check_shapes_three : int -> unit = "shapes_three_interface_check"
    external check_shapes_list : int -> unit = "shapes_list_interface_check"

    external check_shapes_list_of_lists : int -> unit
      = "shapes_list_of_lists_interface_check"

    external check_shapes_bindings : int -> unit
      = "shapes_bindings_interface_check"

    external check_shapes_sorted : int -> unit = "shapes_sorted_interface_check"
    external check_shapes_boxed : int -> unit = "shapes_boxed_interface_check"

    external check_shapes_array_in_place : int -> unit
      = "shapes_array_in_place_interface_check"

    external check_shapes_list_in_place : int -> unit
      = "shapes_list_in_place_interface_check"

    external check_shapes_floatarray : int -> unit
      = "shapes_floatarray_interface_check"

    external check_shapes_bytes_in_place : int -> unit
      = "shapes_bytes_in_place_interface_check"

    external check_shapes_buffer : int -> unit = "shapes_buffer_interface_check"
    external check_shapes_ref : int -> unit = "shapes_ref_interface_check"
    external check_shapes_lazy : int -> unit = "shapes_lazy_interface_check"
    external check_shapes_seq : int -> unit = "shapes_seq_interface_check"

    external check_shapes_hashtbl : int -> unit
      = "shapes_hashtbl_interface_check"

    external check_shapes_map : int -> unit = "shapes_map_interface_check"
    external check_shapes_set : int -> unit = "shapes_set_interface_check"

    external check_shapes_bigarray : int -> unit
      = "shapes_bigarray_interface_check"

    external check_shapes_force : int -> unit = "shapes_force_interface_check"
    external check_shapes_many : int -> unit = "shapes_many_interface_check"
    external check_shapes_pi : int -> unit = "shapes_pi_interface_check"
    external check_shapes_texts : int -> unit = "shapes_texts_interface_check"

    external check_shapes_constant_type : int -> unit
      = "shapes_constant_type_interface_check"

    external check_shapes_origin : int -> unit = "shapes_origin_interface_check"
    external check_shapes_named : int -> unit = "shapes_named_interface_check"
    external check_shapes_point : int -> unit = "shapes_point_interface_check"
    external check_shapes_cell : int -> unit = "shapes_cell_interface_check"
    external check_shapes_one : int -> unit = "shapes_one_interface_check"
    external check_shapes_id : int -> unit = "shapes_id_interface_check"
    external check_shapes_couple : int -> unit = "shapes_couple_interface_check"
    external check_shapes_meters : int -> unit = "shapes_meters_interface_check"

    external check_shapes_nothing : int -> unit
      = "shapes_nothing_interface_check"

    external check_shapes_segment : int -> unit
      = "shapes_segment_interface_check"

    external check_shapes_array2 : int -> unit = "shapes_array2_interface_check"
    external check_shapes_light : int -> unit = "shapes_light_interface_check"
    external check_shapes_figure : int -> unit = "shapes_figure_interface_check"
    external check_shapes_angle : int -> unit = "shapes_angle_interface_check"
    external check_shapes_single : int -> unit = "shapes_single_interface_check"
    external check_shapes_color : int -> unit = "shapes_color_interface_check"
    external check_shapes_tree : int -> unit = "shapes_tree_interface_check"

    external check_shapes_directory : int -> unit
      = "shapes_directory_interface_check"

    external check_shapes_both : int -> unit = "shapes_both_interface_check"
    external check_shapes_chain : int -> unit = "shapes_chain_interface_check"

    external check_shapes_bounded : int -> unit
      = "shapes_bounded_interface_check"

    external check_shapes_borrowed : int -> unit
      = "shapes_borrowed_interface_check"

    external check_shapes_position : int -> unit
      = "shapes_position_interface_check"

    external check_shapes_by_hand : int -> unit
      = "shapes_by_hand_interface_check"

    external check_shapes_skipping : int -> unit
      = "shapes_skipping_interface_check"

    external check_shapes_apply : int -> unit = "shapes_apply_interface_check"

    external check_shapes_no_argument : int -> unit
      = "shapes_no_argument_interface_check"

    external check_shapes_six : int -> unit = "shapes_six_interface_check"
    external check_shapes_scale : int -> unit = "shapes_scale_interface_check"

    external check_shapes_successor : int -> unit
      = "shapes_successor_interface_check"

    external check_shapes_labels : int -> unit = "shapes_labels_interface_check"
    external check_shapes_ignore : int -> unit = "shapes_ignore_interface_check"

    external check_shapes_pair_of : int -> unit
      = "shapes_pair_of_interface_check"

    external check_shapes_original : int -> unit
      = "shapes_original_interface_check"

    external check_shapes_method : int -> unit = "shapes_method_interface_check"
  end in
  Archive.check_errors_close 543586601;
  Archive.check_errors_fail 863197672;
  Archive.check_inner_deeper_deep 604566428;
  Archive.check_inner_wrapped 80672294;
  Archive.check_methods_square 553593103;
  Archive.check_area_get 631031792;
  Archive.check_methods_fill 489190371;
  Archive.check_methods_move_all 950874449;
  Archive.check_methods_parent 17487095;
  Archive.check_methods_numbered 27296989;
  Archive.check_methods_with 602827613;
  Archive.check_methods_call_with_two 822396572;
  Archive.check_counter_get_count 945417374;
  Archive.check_counter_set_count 192760302;
  Archive.check_counter_new 635798464;
  Archive.check_counter_add 1063439576;
  Archive.check_counter_snapshot 118880727;
  Archive.check_counter_reading 136153299;
  Archive.check_snapshot_debug 197192814;
  Archive.check_snapshot_get_count 463004837;
  Archive.check_snapshot_restore 321159732;
  Archive.check_objects_words_from_words 518576499;
  Archive.check_objects_words_pop 211328994;
  Archive.check_objects_numbers 571972242;
  Archive.check_objects_pop_number 512368588;
  Archive.check_objects_total 745089506;
  Archive.check_shapes_unit 704614543;
  Archive.check_shapes_bool 276525073;
  Archive.check_shapes_int 1026942376;
  Archive.check_shapes_byte 825680399;
  Archive.check_shapes_int32 845176639;
  Archive.check_shapes_int64 222893531;
  Archive.check_shapes_nativeint 584856322;
  Archive.check_shapes_float 796590083;
  Archive.check_shapes_complex 1039759351;
  Archive.check_shapes_char 545145012;
  Archive.check_shapes_string 752583831;
  Archive.check_shapes_text 776266131;
  Archive.check_shapes_bytes 460950503;
  Archive.check_shapes_option 123441868;
  Archive.check_shapes_nested_option 307700634;
  Archive.check_shapes_result 788735045;
  Archive.check_shapes_either 744432432;
  Archive.check_shapes_pair 932255215;
  Archive.check_shapes_triple 491319250;
  Archive.check_shapes_array 426034287;
  Archive.check_shapes_floats 522738823;
  Archive.check_shapes_array_of_pairs 795501040;
  Archive.check_shapes_three 639097043;
  Archive.check_shapes_list 896177595;
  Archive.check_shapes_list_of_lists 411495124;
  Archive.check_shapes_bindings 42777848;
  Archive.check_shapes_sorted 730461706;
  Archive.check_shapes_boxed 410569338;
  Archive.check_shapes_array_in_place 258580507;
  Archive.check_shapes_list_in_place 196640295;
  Archive.check_shapes_floatarray 973845925;
  Archive.check_shapes_bytes_in_place 537126303;
  Archive.check_shapes_buffer 228440095;
  Archive.check_shapes_ref 239565370;
  Archive.check_shapes_lazy 811509584;
  Archive.check_shapes_seq 711629520;
  Archive.check_shapes_hashtbl 324577559;
  Archive.check_shapes_map 849448558;
  Archive.check_shapes_set 1023581962;
  Archive.check_shapes_bigarray 472570479;
  Archive.check_shapes_force 273015792;
  Archive.check_shapes_many 532021298;
  Archive.check_shapes_pi 386706653;
  Archive.check_shapes_texts 946801697;
  Archive.check_shapes_constant_type 157120117;
  Archive.check_shapes_origin 179725953;
  Archive.check_shapes_named 768997277;
  Archive.check_shapes_point 991946654;
  Archive.check_shapes_cell 778713149;
  Archive.check_shapes_one 709084420;
  Archive.check_shapes_id 159991721;
  Archive.check_shapes_couple 850249638;
  Archive.check_shapes_meters 580070720;
  Archive.check_shapes_nothing 712493843;
  Archive.check_shapes_segment 1047872803;
  Archive.check_shapes_array2 639847634;
  Archive.check_shapes_light 16072321;
  Archive.check_shapes_figure 941333024;
  Archive.check_shapes_angle 435202007;
  Archive.check_shapes_single 383358014;
  Archive.check_shapes_color 43298611;
  Archive.check_shapes_tree 1030500731;
  Archive.check_shapes_directory 1047632439;
  Archive.check_shapes_both 846740034;
  Archive.check_shapes_chain 100948974;
  Archive.check_shapes_bounded 372034138;
  Archive.check_shapes_borrowed 842996634;
  Archive.check_shapes_position 577361548;
  Archive.check_shapes_by_hand 373004825;
  Archive.check_shapes_skipping 562195842;
  Archive.check_shapes_apply 214511053;
  Archive.check_shapes_no_argument 176172073;
  Archive.check_shapes_six 561613219;
  Archive.check_shapes_scale 140505846;
  Archive.check_shapes_successor 972325502;
  Archive.check_shapes_labels 178055115;
  Archive.check_shapes_ignore 561829624;
  Archive.check_shapes_pair_of 186437211;
  Archive.check_shapes_original 518997595;
  Archive.check_shapes_method 422568067
