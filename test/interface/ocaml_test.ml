(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

module Arity = struct
  external arity_0 : unit -> int = "arity_0"
  external arity_1 : int -> int = "arity_1"
  external arity_5 : int -> int -> int -> int -> int -> int = "arity_5"

  external arity_6 : int -> int -> int -> int -> int -> int -> int
    = "arity_6_bytecode" "arity_6"

  external arity_12 :
    int ->
    float ->
    string ->
    int ->
    float ->
    string ->
    int ->
    float ->
    string ->
    int ->
    float ->
    string ->
    string = "arity_12_bytecode" "arity_12"

  external arity_7 : int -> int -> int -> int -> int -> int -> string -> Obj.t
    = "arity_7_bytecode" "arity_7"

  external fibonacci : int32 -> int = "arity_fibonacci"
  external make : int -> Obj.t = "arity_make"
  external make_many : int -> Obj.t array = "arity_make_many"
  external renamed : int -> int = "arity_renamed_symbol"
end

module Arrays = struct
  type meters = float
  type nested = { value : int; next : nested option }
  type tree = Node of tree array [@@boxed]

  external average : float array -> float = "average"
  external floats : float array -> float array = "arrays_floats"
  external meters : meters array -> meters array = "arrays_meters"
  external ints : int array -> int array = "arrays_ints"
  external strings : string array -> string array = "arrays_strings"

  external nested : string option array array -> string option array array
    = "arrays_nested"

  external values : 'a array -> float array = "arrays_values"
  external slice_sum : 'a array -> int = "arrays_slice_sum"
  external range : int -> int array = "arrays_range"
  external range_strings : int -> string array = "arrays_range_strings"
  external make_floats : int -> float -> float array = "arrays_make_floats"
  external get : string array -> int -> string = "arrays_get"
  external sum : int array -> int = "arrays_sum"
  external set : string array -> int -> string -> unit = "arrays_set"
  external u8 : bytes -> bytes array = "arrays_u8"
  external lying_iterator : int -> string array = "arrays_lying_iterator"
  external pair : 'a -> Obj.t array = "arrays_pair"
  external of_values : 'a array -> Obj.t array = "arrays_of_values"
  external units : int -> unit array = "arrays_units"
  external range_length : int -> int = "arrays_range_length"
  external chain : nested -> int = "arrays_chain"
  external tree : tree -> int = "arrays_tree"
end

module Backtraces = struct
  external text : (unit -> unit) -> string option = "backtraces_text"
  external again : (unit -> unit) -> (unit -> unit) -> unit = "backtraces_again"
  external of_rust : unit -> string option = "backtraces_of_rust"
end

module Big_ints = struct
  external big_int : Z.t -> Z.t = "big_int"
  external big_uint : Z.t -> Z.t = "big_uint"
  external big_int_to_string : Z.t -> string = "big_int_to_string"
  external big_int_of_string : string -> Z.t = "big_int_of_string"
  external big_int_and_double : Z.t -> Obj.t = "big_int_and_double"
  external big_int_sum : Z.t array -> Z.t = "big_int_sum"
  external big_int_powers : Z.t -> int -> Z.t array = "big_int_powers"
  external big_uint_power_of_two : int -> Z.t = "big_uint_power_of_two"
  external big_int_of_int : int -> Z.t = "big_int_of_int"
end

module Bigarrays = struct
  external live : unit -> int = "bigarrays_live"

  external counted :
    unit -> (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t
    = "bigarrays_counted"

  external counted3 :
    unit ->
    (float, Bigarray.float64_elt, Bigarray.fortran_layout) Bigarray.Array3.t
    = "bigarrays_counted3"

  external spare_capacity :
    int -> (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t
    = "bigarrays_spare_capacity"

  external copies : int -> bool -> 'a -> Obj.t array = "bigarrays_copies"

  external sum :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t -> float
    = "bigarrays_sum"

  external sum_matrix :
    (float, Bigarray.float32_elt, Bigarray.fortran_layout) Bigarray.Array2.t ->
    float = "bigarrays_sum_matrix"

  external bytes :
    (int, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t ->
    int64 = "bigarrays_bytes"

  external get :
    (int, Bigarray.int_elt, Bigarray.c_layout) Bigarray.Array1.t -> int -> int
    = "bigarrays_get"

  external set :
    (int, Bigarray.int_elt, Bigarray.c_layout) Bigarray.Array1.t ->
    int ->
    int ->
    unit = "bigarrays_set"

  external write :
    int -> int32 -> (int, Bigarray.int_elt, Bigarray.c_layout) Bigarray.Array1.t
    = "bigarrays_write"

  external add :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t ->
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t ->
    unit = "bigarrays_add"

  external sort :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t -> unit
    = "bigarrays_sort"

  external fill_elsewhere :
    (int32, Bigarray.int32_elt, Bigarray.c_layout) Bigarray.Array2.t -> unit
    = "bigarrays_fill_elsewhere"

  external wrong_count :
    unit -> (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array2.t
    = "bigarrays_wrong_count"

  external too_large :
    unit -> (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array2.t
    = "bigarrays_too_large"

  external no_memory :
    unit -> (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t
    = "bigarrays_no_memory"

  external many_dims :
    int array ->
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Genarray.t
    = "bigarrays_many_dims"

  external make :
    int ->
    (int, Bigarray.int8_unsigned_elt, Bigarray.c_layout) Bigarray.Array1.t
    = "bigarrays_make"

  external make_many : int -> int -> int = "bigarrays_make_many"
  external fail : unit -> unit = "bigarrays_fail"

  external keep :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t -> unit
    = "bigarrays_keep"

  external kept :
    unit ->
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t option
    = "bigarrays_kept"

  external rooted :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Genarray.t ->
    float = "bigarrays_rooted"

  external debug :
    (int, Bigarray.int16_signed_elt, Bigarray.c_layout) Bigarray.Array2.t ->
    string = "bigarrays_debug"

  external ndarray_get :
    (float, Bigarray.float64_elt, Bigarray.fortran_layout) Bigarray.Array2.t ->
    int ->
    int ->
    float * float = "bigarrays_ndarray_get"

  external ndarray_scale :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array2.t ->
    float ->
    unit = "bigarrays_ndarray_scale"

  external ndarray_transposed :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array2.t ->
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array2.t
    = "bigarrays_ndarray_transposed"

  external ndarray_orders :
    int ->
    int ->
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array2.t array
    * (float, Bigarray.float64_elt, Bigarray.fortran_layout) Bigarray.Array2.t
      array
    * int = "bigarrays_ndarray_orders"
end

module Buffers = struct
  external floats_sum : floatarray -> float = "buffers_floats_sum"
  external floats_get : floatarray -> int -> float = "buffers_floats_get"
  external floats_double : floatarray -> unit = "buffers_floats_double"
  external floats_copy : floatarray -> floatarray = "buffers_floats_copy"
  external floats_same : floatarray -> floatarray = "buffers_floats_same"
  external bytes_get : bytes -> int -> int = "buffers_bytes_get"
  external bytes_set : bytes -> int -> int -> unit = "buffers_bytes_set"
  external bytes_blit : bytes -> int -> bytes -> unit = "buffers_bytes_blit"
  external bytes_reversed : bytes -> bytes = "buffers_bytes_reversed"
  external bytes_sort : bytes -> unit = "buffers_bytes_sort"
  external bytes_new : int -> bytes = "buffers_bytes_new"
  external bytes_panic : int -> bytes = "buffers_bytes_panic"
  external rooted : bytes -> floatarray -> int * int = "buffers_rooted"
  external buffer_contents : Buffer.t -> bytes = "buffers_buffer_contents"
  external buffer_make : bytes -> Buffer.t = "buffers_buffer_make"
  external ref_new : string -> string ref = "buffers_ref_new"
  external ref_float : float -> float ref = "buffers_ref_float"
  external ref_incr : int ref -> unit = "buffers_ref_incr"
  external ref_append : string ref -> string -> unit = "buffers_ref_append"

  external show : floatarray -> bytes -> Buffer.t -> string ref -> string
    = "buffers_show"
end

module By_hand = struct
  external incr : 'a -> Obj.t = "incr"
  external id : 'a -> Obj.t = "id"
end

module Custom = struct
  module Aligned = struct
    type t
  end

  module Aligned16 = struct
    type t
  end

  module Blob = struct
    type t
  end

  module Bomb = struct
    type t
  end

  module Counter = struct
    type t

    external get_count : t -> int = "custom_counter_get_count"
    external set_count : t -> int -> unit = "custom_counter_set_count"
    external get_label : t -> string = "custom_counter_get_label"
    external make : int -> string -> t = "custom_counter_new"
    external incr : t -> unit = "custom_counter_incr"
    external get : t -> int = "custom_counter_get"
    external label : t -> string = "custom_counter_label"
    external add : t -> t -> int = "custom_counter_plus"
    external swap : t -> t -> unit = "custom_counter_swap"
    external same : t -> t -> bool = "custom_counter_same"
    external finish : t -> int -> int = "custom_counter_finish"
    external describe : t -> string -> Obj.t = "custom_counter_describe"

    external describe_explicitly : t -> string -> Obj.t
      = "custom_counter_describe_explicitly"

    external across : t -> int = "custom_counter_across"
    external many : int -> t array = "custom_counter_many"
  end

  module Here = struct
    type t

    external make : int -> t = "custom_here_new"
    external incr : t -> int = "custom_here_incr"
  end

  module Holder = struct
    type t

    external make : Obj.t -> t = "custom_holder_new"
    external get : t -> Obj.t = "custom_holder_get"
    external dropped : unit -> int * string = "custom_holder_dropped"
  end

  module Journal = struct
    type t

    external make : string -> t = "custom_journal_new"
    external name : t -> string = "custom_journal_name"
    external within : t -> (unit -> unit) -> unit = "custom_journal_within"
    external close : t -> unit = "custom_journal_close"

    external exit_elsewhere : t -> int32 -> unit
      = "custom_journal_exit_elsewhere"
  end

  module Locker = struct
    type t
  end

  module Moody = struct
    type t
  end

  module Old = struct
    type t
  end

  module Older = struct
    type t
  end

  module Point = struct
    type t

    external to_string : t -> string = "custom_point_to_string"
    external debug : t -> string = "custom_point_debug"
    external get_x : t -> int = "custom_point_get_x"
    external make : int -> string -> t = "custom_point_new"
    external y : t -> string = "custom_point_y"

    let pp formatter value = Format.pp_print_string formatter (debug value)
  end

  module Shape = struct
    type t
  end

  module Shared = struct
    type t

    external make : unit -> t = "custom_shared_new"
    external add : t -> unit = "custom_shared_add"
    external add_alone : t -> unit = "custom_shared_add_alone"
    external both : t -> int * int = "custom_shared_both"
  end

  module Stack = struct
    type 'a t

    external make : unit -> string t = "custom_texts_new"
    external push : string t -> string -> unit = "custom_texts_push"
    external pop : string t -> string option = "custom_texts_pop"
  end

  external made_and_dropped : unit -> int * int = "custom_made_and_dropped"
  external private_ : Counter.t -> int = "custom_private"

  external collected_while_borrowed : Counter.t -> int
    = "custom_collected_while_borrowed"

  external sum : Counter.t array -> Counter.t option -> int = "custom_sum"

  external counter_with_finalizer : int -> Counter.t
    = "custom_counter_with_finalizer"

  external finalized : unit -> int = "custom_finalized"
  external close : Counter.t -> unit = "custom_close"
  external conflict : Counter.t -> string * string * string = "custom_conflict"
  external legacy : Counter.t -> int = "custom_legacy"
  external points : Point.t array -> Point.t option -> int = "custom_points"
  external point_as_ref : Point.t -> string = "custom_point_as_ref"
  external aligned : int -> Aligned.t * Aligned16.t = "custom_aligned"
  external is_aligned : Aligned.t -> Aligned16.t -> int = "custom_is_aligned"
  external bomb : unit -> Bomb.t = "custom_bomb"
  external defuse : Bomb.t -> unit = "custom_defuse"
  external explode : Bomb.t -> unit = "custom_explode"
  external moody : int -> Moody.t = "custom_moody"
  external moody_with_finalizer : int -> Moody.t = "custom_moody_with_finalizer"
  external blob : int -> Blob.t = "custom_blob"
  external reserved : int -> Blob.t = "custom_reserved"
  external most_owned : unit -> int = "custom_most_owned"
  external numbers : unit -> int Stack.t = "custom_numbers"
  external numbers_pop : int Stack.t -> int option = "custom_numbers_pop"
  external square : float -> Shape.t = "custom_square"
  external area : Shape.t -> float = "custom_area"
  external old : int -> Old.t = "custom_old"
  external old_with_finalizer : int -> Old.t = "custom_old_with_finalizer"
  external old_finalized : unit -> int = "custom_old_finalized"
  external older : int -> Older.t = "custom_older"
  external lockers : int -> Locker.t array = "custom_lockers"
  external lockers_dropped : unit -> int = "custom_lockers_dropped"
end

module Errors = struct
  external raise : string -> int = "errors_raise"
  external parse : string -> int = "errors_parse"
  external early_return : int -> int = "errors_early_return"
  external reraise : exn -> unit = "errors_reraise"
  external with_buffer : int -> int = "errors_with_buffer"
  external conversion : int -> int -> string -> int = "errors_conversion"

  external conversion_inline : int -> int -> string -> Obj.t
    = "errors_conversion_inline"

  external wrong_type : 'a -> string -> unit = "errors_wrong_type"
  external int_val : 'a -> int = "errors_int_val"
end

module Exits = struct
  external prepare : Obj.t -> bool = "exits_prepare"
  external call : (int -> int) -> int = "exits_call"
  external noisy : (unit -> unit) -> unit = "exits_noisy"
end

module Frames = struct
  module Holder = struct
    type t

    external make : unit -> t = "frames_holder_new"

    external call : t -> (int -> int) -> Obj.t -> int * Obj.t
      = "frames_holder_call"
  end

  external all :
    (int -> int) ->
    Obj.t ->
    string array ->
    int list ->
    string ->
    int * Obj.t * string * int * string = "frames_all"

  external count : (int -> int) -> int -> int = "frames_count"

  type same_result = int -> int

  external same : (int -> int) -> same_result = "frames_same"
  external same_root : Obj.t -> Obj.t = "frames_same_root"
  external misfit : (int -> int) -> Obj.t -> int -> int = "frames_misfit"
  external panic : (unit -> unit) -> Obj.t -> unit = "frames_panic"
  external named_token : (Obj.t -> int) -> Obj.t -> int = "frames_named_token"

  external six :
    Obj.t -> Obj.t -> Obj.t -> Obj.t -> Obj.t -> (unit -> unit) -> Obj.t array
    = "frames_six_bytecode" "frames_six"

  external blocking : (int -> int) -> int -> (int, string) result
    = "frames_blocking"

  external elsewhere : (int -> int) -> int -> int = "frames_elsewhere"
end

module Functions = struct
  type handler = { name : string; run : string -> string }

  external apply : (int -> int) -> int -> int = "functions_apply"
  external unit : (unit -> string) -> string = "functions_unit"

  external many :
    (int -> string -> string) ->
    (int -> int -> int -> int) ->
    (int -> int -> int -> int -> int -> int) ->
    (int -> int -> int -> int -> int -> int -> int -> string -> string) ->
    string * int * int * string = "functions_many"

  external partial : (int -> int -> int) -> int -> int -> int
    = "functions_partial"

  external over : (int -> int -> int) -> int -> int -> int = "functions_over"

  external values : (Obj.t -> Obj.t -> int) -> 'a -> 'b -> int
    = "functions_values"

  external sum_list : (int -> int list) -> int -> int = "functions_sum_list"
  external count : (int -> int) -> int -> int = "functions_count"
  external catch : (unit -> unit) -> string = "functions_catch"
  external catches : (unit -> unit) -> bool = "functions_catches"
  external misfit : (unit -> int) -> int = "functions_misfit"
  external bare : 'a -> int = "functions_bare"
  external all : (int -> int) array -> int -> int array = "functions_all"
  external handler : handler -> string -> string = "functions_handler"

  type adder_result = int -> int

  external adder : int -> adder_result = "functions_adder"

  type join2_result = string -> int -> string

  external join2 : unit -> join2_result = "functions_join2"

  type digits3_result = int -> int -> int -> int

  external digits3 : unit -> digits3_result = "functions_digits3"

  type digits4_result = int -> int -> int -> int -> int

  external digits4 : unit -> digits4_result = "functions_digits4"

  type strings5_result =
    string -> string -> string -> string -> string -> string array

  external strings5 : unit -> strings5_result = "functions_strings5"

  type strings8_result =
    string ->
    string ->
    string ->
    string ->
    string ->
    string ->
    string ->
    string ->
    string array

  external strings8 : unit -> strings8_result = "functions_strings8"

  type counter_result = unit -> int

  external counter : unit -> counter_result = "functions_counter"

  type float_result = float -> float

  external float : unit -> float_result = "functions_float"

  type u8_result = int -> int

  external u8 : unit -> u8_result = "functions_u8"

  type failing_result = string -> unit

  external failing : unit -> failing_result = "functions_failing"

  type panicking_result = unit -> unit

  external panicking : unit -> panicking_result = "functions_panicking"

  type iterate_result = int -> int

  external iterate : (int -> int) -> int -> iterate_result = "functions_iterate"

  type survivor_result = unit -> string

  external survivor : (unit -> unit) -> survivor_result = "functions_survivor"

  type counted_result = int -> int

  external counted : unit -> counted_result = "functions_counted"
  external alive : unit -> int = "functions_alive"
  external keep : (int -> int) -> unit = "functions_keep"
  external kept : int -> int = "functions_kept"
  external import : int -> int * int = "functions_import"
  external import_pair : float array -> float * string = "functions_import_pair"
  external import_raise : string -> unit = "functions_import_raise"
  external import_missing : bool -> unit = "functions_import_missing"
  external named : unit -> int * bool = "functions_named"

  external named_exception : (unit -> unit) -> int option
    = "functions_named_exception"

  external replaced : int -> int = "functions_replaced"
  external raced : int -> int * int = "functions_raced"
  external released : (int -> int) -> int -> int -> int = "functions_released"
  external rust_only : int -> int = "functions_rust_only"

  type bomb_result = unit -> unit

  external bomb : unit -> bomb_result = "functions_bomb"
end

module Lazy_and_seq = struct
  external lazy_peek : int Lazy.t -> int option = "lazy_peek"
  external lazy_peek_float : float Lazy.t -> float option = "lazy_peek_float"
  external lazy_force : int Lazy.t -> int = "lazy_force"

  external lazy_force_string : string Lazy.t -> string * string
    = "lazy_force_string"

  external lazy_from_val : 'a -> Obj.t Lazy.t = "lazy_from_val"
  external lazy_from_float : float -> float Lazy.t = "lazy_from_float"
  external lazy_show : int Lazy.t -> string = "lazy_show"
  external seq_to_array : string Seq.t -> string array = "seq_to_array"
  external seq_sum : int Seq.t -> int = "seq_sum"
  external seq_pairs : (int array * int) Seq.t -> int = "seq_pairs"
  external seq_pair : int array * int -> int = "seq_pair"
  external seq_pair_of : (unit -> int array * int) -> int = "seq_pair_of"
  external seq_drop : Obj.t Seq.t -> int -> Obj.t Seq.t = "seq_drop"
  external seq_errors : int Seq.t -> int * int * bool = "seq_errors"
  external seq_roots : Obj.t Seq.t -> Obj.t array = "seq_roots"
  external seq_words : string -> string Seq.t = "seq_words"
  external seq_floats : int -> float Seq.t = "seq_floats"
  external seq_failing : unit -> int64 Seq.t = "seq_failing"
  external seq_there_and_back : int -> int array = "seq_there_and_back"
  external seq_count : string Seq.t -> int = "seq_count"
end

module Lent = struct
  module Tally = struct
    type t

    external make : int -> t = "lent_new"
    external get : t -> int = "lent_get"
    external incr : t -> unit = "lent_incr"
    external too_large : t -> int = "lent_too_large"
    external incr_and_panic : t -> unit = "lent_incr_and_panic"
    external named : t -> string -> string = "lent_named"
    external again : t -> t -> int * string * string = "lent_again"
    external again_mut : t -> t -> string * string * string = "lent_again_mut"
    external forget : t -> t -> int = "lent_forget"
    external sum : t -> string -> t -> int = "lent_sum"
  end
end

module Lists = struct
  type in_place = {
    array : int option array;
    list : string array list option;
    tuple : (string, int) Hashtbl.t * int option ref;
  }

  external build_tuple : int -> int * int * int = "build_tuple"
  external sum : int list -> int = "lists_sum"
  external linked : string list -> string list = "lists_linked"
  external range : int -> int list = "lists_range"
  external range_strings : int -> string list = "lists_range_strings"
  external cons : string -> string list -> string list = "lists_cons"
  external head : string list -> string option = "lists_head"
  external empty : unit -> bool * int * int option = "lists_empty"
  external length : 'a list -> int = "lists_length"
  external same : 'a -> 'b -> bool = "lists_same"

  external map : (string * int array) list -> (string * int array) list
    = "lists_map"

  external option : int option option -> int option option = "lists_option"

  external result : (int, string) result -> (string, int) result
    = "lists_result"

  external deep :
    (string * (float * bytes list) option) array ->
    (string * (float * bytes list) option) array = "lists_deep"

  external tuple21 :
    int
    * float
    * string
    * bool
    * unit
    * int
    * float
    * string
    * bool
    * unit
    * int
    * float
    * string
    * bool
    * unit
    * int
    * float
    * string
    * bool
    * unit
    * int ->
    int
    * float
    * string
    * bool
    * unit
    * int
    * float
    * string
    * bool
    * unit
    * int
    * float
    * string
    * bool
    * unit
    * int
    * float
    * string
    * bool
    * unit
    * int = "lists_tuple21"

  external constant : int -> Obj.t = "lists_constant"
  external block : int -> int -> Obj.t = "lists_block"
  external as_strings : 'a -> int -> string array = "lists_as_strings"

  external as_string_array : 'a -> bool -> string array
    = "lists_as_string_array"

  external in_place : in_place -> in_place = "lists_in_place"
  external in_place_of_value : 'a -> in_place = "lists_in_place_of_value"
end

module Memory = struct
  external resident : unit -> int = "memory_resident"
  external hold : int -> (int * string) list = "memory_hold"
  external garbage : int -> unit = "memory_garbage"
  external tuple : int -> int * int * int = "memory_tuple"
  external boxes : 'a array -> int = "memory_boxes"
  external boxes_in_place : Obj.t array -> int = "memory_boxes_in_place"
  external boxes_of_value : 'a -> int = "memory_boxes_of_value"
  external boxes_of_lent : 'a array -> int = "memory_boxes_of_lent"

  type large_closure_result = int -> int

  external large_closure : unit -> large_closure_result = "memory_large_closure"

  type boxes_in_closure_result = Obj.t array -> int

  external boxes_in_closure : unit -> boxes_in_closure_result
    = "memory_boxes_in_closure"

  external releases : int -> unit = "memory_releases"
  external calls : (string -> int) -> int -> int = "memory_calls"
end

module Numbers = struct
  external unit : unit -> unit = "numbers_unit"
  external bool : bool -> bool = "numbers_bool"
  external i8 : int -> int = "numbers_i8"
  external u8 : int -> int = "numbers_u8"
  external i16 : int -> int = "numbers_i16"
  external u16 : int -> int = "numbers_u16"
  external isize : int -> int = "numbers_isize"
  external usize : int -> int = "numbers_usize"
  external i32 : int32 -> int32 = "numbers_i32"
  external u32 : int32 -> int32 = "numbers_u32"
  external i64 : int64 -> int64 = "numbers_i64"
  external u64 : int64 -> int64 = "numbers_u64"
  external f32 : float -> float = "numbers_f32"
  external f64 : float -> float = "numbers_f64"
  external add : int -> int -> int = "numbers_add"
  external two_to_the : int32 -> int = "numbers_two_to_the"
  external max_int_plus_one : unit -> int = "numbers_max_int_plus_one"
  external sum_i64 : int64 array -> int64 = "numbers_sum_i64"
  external value_int : int -> Obj.t = "numbers_value_int"
end

module Objects = struct
  type counter =
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int >

  external use :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    int ->
    int * int * string * string = "objects_use"

  external total :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    int = "objects_total"

  external name :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    string = "objects_name"

  external missing :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    int = "objects_missing"

  external wrong :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    int = "objects_wrong"

  external fails :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    string ->
    unit = "objects_fails"

  external twelve :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    int array = "objects_twelve"

  external apply :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    int ->
    int = "objects_apply"

  external count :
    < add : int -> unit
    ; total : int
    ; name : string
    ; join : string -> int -> string
    ; reset : unit -> unit
    ; total' : int
    ; missing : int
    ; fails : string -> unit
    ; twelve :
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int ->
        int array
    ; apply : (int -> int) -> int -> int
    ; .. > ->
    int ->
    counter = "objects_count"

  external bare : 'a -> int = "objects_bare"
end

module Own_exceptions = struct
  exception Closed of string
  exception Constant
  exception One of string
  exception Couple of int * float
  exception Record of { x : float; y : float }
  exception Noted of int
  exception Own_constant
  exception Own_two of int * string array
  exception Own_record of { x : float; y : float }
  exception Wrong of int
  exception Late of int
  exception Raced of int
  exception Std of string

  let () =
    Callback.register "ocaml_test.Closed" [%extension_constructor Closed];
    Callback.register "ocaml_test.Closed:interface" 937457286;
    Callback.register "Own.Constant" [%extension_constructor Constant];
    Callback.register "Own.Constant:interface" 503838717;
    Callback.register "Own.One" [%extension_constructor One];
    Callback.register "Own.One:interface" 57160867;
    Callback.register "Own.Couple" [%extension_constructor Couple];
    Callback.register "Own.Couple:interface" 558191200;
    Callback.register "Own.Record" [%extension_constructor Record];
    Callback.register "Own.Record:interface" 627074836;
    Callback.register "Own.Noted" [%extension_constructor Noted];
    Callback.register "Own.Noted:interface" 605988806;
    Callback.register "Own_constant" [%extension_constructor Own_constant];
    Callback.register "Own_constant:interface" 876815683;
    Callback.register "Own_two" [%extension_constructor Own_two];
    Callback.register "Own_two:interface" 785805377;
    Callback.register "Own_record" [%extension_constructor Own_record];
    Callback.register "Own_record:interface" 451006857;
    Callback.register "Own.Wrong" [%extension_constructor Wrong];
    Callback.register "Own.Wrong:interface" 390345846;
    Callback.register "Own.Late" [%extension_constructor Late];
    Callback.register "Own.Late:interface" 847398411;
    Callback.register "Own.Raced" [%extension_constructor Raced];
    Callback.register "Own.Raced:interface" 134469417;
    Callback.register "Own.Std" [%extension_constructor Std];
    Callback.register "Own.Std:interface" 907338361

  external close : string -> int = "own_exceptions_close"
  external close_by_error : string -> int = "own_exceptions_close_by_error"

  external close_unboxed : (float[@unboxed]) -> (float[@unboxed])
    = "own_exceptions_close_unboxed_bytecode" "own_exceptions_close_unboxed"

  external own : int -> string = "own_exceptions_own"
  external registered : int -> unit = "own_exceptions_registered"
  external wrong : unit -> unit = "own_exceptions_wrong"
  external late : int -> unit = "own_exceptions_late"
  external race : int -> unit = "own_exceptions_race"
  external std : bool -> unit = "own_exceptions_std"
  external value : string -> exn * (int, exn) result = "own_exceptions_value"
  external receive : exn -> string option = "own_exceptions_receive"
  external typed : exn -> string = "own_exceptions_typed"
  external catch : int Lazy.t -> (int, string) result = "own_exceptions_catch"
  external downcast_here : unit -> bool = "own_exceptions_downcast_here"
  external text : exn -> string * string * bool = "own_exceptions_text"
  external parts : exn -> string * Obj.t array = "own_exceptions_parts"
  external is : exn -> string -> bool = "own_exceptions_is"
end

module Panics = struct
  external panic : string -> int = "panics_panic"
  external static : unit -> unit = "panics_static"
  external index : int array -> int -> int = "panics_index"
  external payload : unit -> Obj.t = "panics_payload"
  external error : string -> int = "panics_error"
  external in_payload_drop : unit -> unit = "panics_in_payload_drop"
  external in_drop : unit -> int = "panics_in_drop"
  external dropped : unit -> int = "panics_dropped"
  external elsewhere : unit -> bool * bool = "panics_elsewhere"
  external quiet : bool -> unit = "panics_quiet"
  external resumed : unit -> unit = "panics_resumed"
end

module Poly_variants = struct
  type color =
    [ `Red
    | `Green
    | `dark_blue
    | `Gray of float
    | `Rgb of int * int * int
    | `Pair of int * string
    | `Named of string
    | `A_long_name_whose_hash_does_not_fit_into_31_bits_without_wrapping_around of
      int option
    | `Silent ]

  type mode = [ `read_only | `read_write | `append ]

  type 'a document =
    [ `Nil
    | `Text of 'a
    | `Cat of 'a document * 'a document
    | `All of 'a document array ]

  external hash : string -> int = "poly_variants_hash"
  external runtime_hash : string -> int = "poly_variants_runtime_hash"
  external color : color -> color = "poly_variants_color"

  external under_allocation : color array -> int -> color array
    = "poly_variants_under_allocation"

  external mode : mode -> mode = "poly_variants_mode"

  external document : string document -> string document
    = "poly_variants_document"
end

module Variants = struct
  type shape =
    | Circle of float
    | Rect of float * float
    | Empty
    | Named of { name : string; sides : int }
    | Unknown
    | Poly of (float * float) array

  type 'a tree = Leaf | Node of 'a tree * 'a * 'a tree
  type id = Id of string [@@unboxed]

  type many =
    | C000
    | C001
    | C002
    | C003
    | C004
    | C005
    | C006
    | C007
    | C008
    | C009
    | C010
    | C011
    | C012
    | C013
    | C014
    | C015
    | C016
    | C017
    | C018
    | C019
    | C020
    | C021
    | C022
    | C023
    | C024
    | C025
    | C026
    | C027
    | C028
    | C029
    | C030
    | C031
    | C032
    | C033
    | C034
    | C035
    | C036
    | C037
    | C038
    | C039
    | C040
    | C041
    | C042
    | C043
    | C044
    | C045
    | C046
    | C047
    | C048
    | C049
    | C050
    | C051
    | C052
    | C053
    | C054
    | C055
    | C056
    | C057
    | C058
    | C059
    | C060
    | C061
    | C062
    | C063
    | C064
    | C065
    | C066
    | C067
    | C068
    | C069
    | C070
    | C071
    | C072
    | C073
    | C074
    | C075
    | C076
    | C077
    | C078
    | C079
    | C080
    | C081
    | C082
    | C083
    | C084
    | C085
    | C086
    | C087
    | C088
    | C089
    | C090
    | C091
    | C092
    | C093
    | C094
    | C095
    | C096
    | C097
    | C098
    | C099
    | C100
    | C101
    | C102
    | C103
    | C104
    | C105
    | C106
    | C107
    | C108
    | C109
    | C110
    | C111
    | C112
    | C113
    | C114
    | C115
    | C116
    | C117
    | C118
    | C119
    | C120
    | C121
    | C122
    | C123
    | C124
    | C125
    | C126
    | C127
    | C128
    | C129
    | C130
    | C131
    | C132
    | C133
    | C134
    | C135
    | C136
    | C137
    | C138
    | C139
    | C140
    | C141
    | C142
    | C143
    | C144
    | C145
    | C146
    | C147
    | C148
    | C149
    | C150
    | C151
    | C152
    | C153
    | C154
    | C155
    | C156
    | C157
    | C158
    | C159
    | C160
    | C161
    | C162
    | C163
    | C164
    | C165
    | C166
    | C167
    | C168
    | C169
    | C170
    | C171
    | C172
    | C173
    | C174
    | C175
    | C176
    | C177
    | C178
    | C179
    | C180
    | C181
    | C182
    | C183
    | C184
    | C185
    | C186
    | C187
    | C188
    | C189
    | C190
    | C191
    | C192
    | C193
    | C194
    | C195
    | C196
    | C197
    | C198
    | C199
    | C200
    | C201
    | C202
    | C203
    | C204
    | C205
    | C206
    | C207
    | C208
    | C209
    | C210
    | C211
    | C212
    | C213
    | C214
    | C215
    | C216
    | C217
    | C218
    | C219
    | C220
    | C221
    | C222
    | C223
    | C224
    | C225
    | C226
    | C227
    | C228
    | C229
    | C230
    | C231
    | C232
    | C233
    | C234
    | C235
    | C236
    | C237
    | C238
    | C239
    | C240
    | C241
    | C242
    | C243
    | C244
    | C245
    | C246
    | C247
    | C248
    | C249
    | C250
    | C251
    | C252
    | C253
    | C254
    | C255
    | C256
    | C257
    | C258
    | C259
    | C260
    | C261
    | C262
    | C263
    | C264
    | C265
    | C266
    | C267
    | C268
    | C269
    | C270
    | C271
    | C272
    | C273
    | C274
    | C275
    | C276
    | C277
    | C278
    | C279
    | C280
    | C281
    | C282
    | C283
    | C284
    | C285
    | C286
    | C287
    | C288
    | C289
    | C290
    | C291
    | C292
    | C293
    | C294
    | C295
    | C296
    | C297
    | C298
    | C299

  type angle = Angle of { radians : float } [@@unboxed]
  type corner = { inner : angle; outer : angle }

  type vector =
    | Vec2 of { x : float; y : float }
    | Vec3 of { mutable x : float; y' : float; z : float }

  type event = Key of int | Quit | Silent | Resize of int * int

  type json =
    | Null
    | Bool of bool
    | Number of float
    | Text of string
    | List of json array
    | Object of (string * json) array

  type 'a expression = Value of 'a | Let of string * 'a expression * 'a body
  and 'a body = { steps : 'a expression array; next : 'a body option }

  type many_blocks =
    | B000 of int
    | B001 of int
    | B002 of int
    | B003 of int
    | B004 of int
    | B005 of int
    | B006 of int
    | B007 of int
    | B008 of int
    | B009 of int
    | B010 of int
    | B011 of int
    | B012 of int
    | B013 of int
    | B014 of int
    | B015 of int
    | B016 of int
    | B017 of int
    | B018 of int
    | B019 of int
    | B020 of int
    | B021 of int
    | B022 of int
    | B023 of int
    | B024 of int
    | B025 of int
    | B026 of int
    | B027 of int
    | B028 of int
    | B029 of int
    | B030 of int
    | B031 of int
    | B032 of int
    | B033 of int
    | B034 of int
    | B035 of int
    | B036 of int
    | B037 of int
    | B038 of int
    | B039 of int
    | B040 of int
    | B041 of int
    | B042 of int
    | B043 of int
    | B044 of int
    | B045 of int
    | B046 of int
    | B047 of int
    | B048 of int
    | B049 of int
    | B050 of int
    | B051 of int
    | B052 of int
    | B053 of int
    | B054 of int
    | B055 of int
    | B056 of int
    | B057 of int
    | B058 of int
    | B059 of int
    | B060 of int
    | B061 of int
    | B062 of int
    | B063 of int
    | B064 of int
    | B065 of int
    | B066 of int
    | B067 of int
    | B068 of int
    | B069 of int
    | B070 of int
    | B071 of int
    | B072 of int
    | B073 of int
    | B074 of int
    | B075 of int
    | B076 of int
    | B077 of int
    | B078 of int
    | B079 of int
    | B080 of int
    | B081 of int
    | B082 of int
    | B083 of int
    | B084 of int
    | B085 of int
    | B086 of int
    | B087 of int
    | B088 of int
    | B089 of int
    | B090 of int
    | B091 of int
    | B092 of int
    | B093 of int
    | B094 of int
    | B095 of int
    | B096 of int
    | B097 of int
    | B098 of int
    | B099 of int
    | B100 of int
    | B101 of int
    | B102 of int
    | B103 of int
    | B104 of int
    | B105 of int
    | B106 of int
    | B107 of int
    | B108 of int
    | B109 of int
    | B110 of int
    | B111 of int
    | B112 of int
    | B113 of int
    | B114 of int
    | B115 of int
    | B116 of int
    | B117 of int
    | B118 of int
    | B119 of int
    | B120 of int
    | B121 of int
    | B122 of int
    | B123 of int
    | B124 of int
    | B125 of int
    | B126 of int
    | B127 of int
    | B128 of int
    | B129 of int
    | B130 of int
    | B131 of int
    | B132 of int
    | B133 of int
    | B134 of int
    | B135 of int
    | B136 of int
    | B137 of int
    | B138 of int
    | B139 of int
    | B140 of int
    | B141 of int
    | B142 of int
    | B143 of int
    | B144 of int
    | B145 of int
    | B146 of int
    | B147 of int
    | B148 of int
    | B149 of int
    | B150 of int
    | B151 of int
    | B152 of int
    | B153 of int
    | B154 of int
    | B155 of int
    | B156 of int
    | B157 of int
    | B158 of int
    | B159 of int
    | B160 of int
    | B161 of int
    | B162 of int
    | B163 of int
    | B164 of int
    | B165 of int
    | B166 of int
    | B167 of int
    | B168 of int
    | B169 of int
    | B170 of int
    | B171 of int
    | B172 of int
    | B173 of int
    | B174 of int
    | B175 of int
    | B176 of int
    | B177 of int
    | B178 of int
    | B179 of int
    | B180 of int
    | B181 of int
    | B182 of int
    | B183 of int
    | B184 of int
    | B185 of int
    | B186 of int
    | B187 of int
    | B188 of int
    | B189 of int
    | B190 of int
    | B191 of int
    | B192 of int
    | B193 of int
    | B194 of int
    | B195 of int
    | B196 of int
    | B197 of int
    | B198 of int
    | B199 of int
    | B200 of int
    | B201 of int
    | B202 of int
    | B203 of int
    | B204 of int
    | B205 of int
    | B206 of int
    | B207 of int
    | B208 of int
    | B209 of int
    | B210 of int
    | B211 of int
    | B212 of int
    | B213 of int
    | B214 of int
    | B215 of int
    | B216 of int
    | B217 of int
    | B218 of int
    | B219 of int
    | B220 of int
    | B221 of int
    | B222 of int
    | B223 of int
    | B224 of int
    | B225 of int
    | B226 of int
    | B227 of int
    | B228 of int
    | B229 of int
    | B230 of int
    | B231 of int
    | B232 of int
    | B233 of int
    | B234 of int
    | B235 of int
    | B236 of int
    | B237 of int
    | B238 of int
    | B239 of int
    | B240 of int
    | B241 of int
    | B242 of int
    | B243 of int

  external area : shape -> float = "variants_area"
  external shape : shape -> shape = "variants_shape"
  external tree : string tree -> string tree = "variants_tree"
  external complete_tree : int -> int tree = "variants_complete_tree"
  external id : id -> id = "variants_id"
  external many : many -> int -> many = "variants_many"
  external corner : corner -> corner = "variants_corner"
  external vector : vector -> vector = "variants_vector"
  external event : event -> event = "variants_event"
  external json : json -> json = "variants_json"
  external body : int body -> int body = "variants_body"

  external many_blocks : many_blocks -> int * many_blocks
    = "variants_many_blocks"
end

module Properties = struct
  type record = {
    name : string;
    weight : float;
    tags : string list;
    next : record option;
  }

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

  module Bigarrays = struct
    external prop_bigarray_make : int -> bool -> int -> int -> Obj.t
      = "prop_bigarray_make"

    external prop_bigarray_same : int -> bool -> int -> int -> 'a -> bool
      = "prop_bigarray_same"
  end

  module Derived = struct
    type meters = float
    type length = float
    type counter = { mutable count : int; label : string option }
    type wrapped = { wrapped : float } [@@unboxed]

    type flat = {
      x : float;
      y : meters;
      z : float;
      w : wrapped;
      v : meters;
      s : float;
    }

    type 'a both = { left : 'a; right : 'a }
    type segment = { from : length; to_ : length }
    type cached = { name : string; count : int }

    type vector =
      | Origin
      | Vec2 of { x : float; y : float }
      | Named of { mutable name : string; at' : float option }
      | One of float

    type angle = Angle of { radians : float } [@@unboxed]

    type 'a expression = Value of 'a | Let of string * 'a expression * 'a body
    and 'a body = { steps : 'a expression list; next : 'a body option }

    external prop_counter_make : int -> counter = "prop_counter_make"
    external prop_counter_same : int -> counter -> bool = "prop_counter_same"
    external prop_cached_make : int -> cached = "prop_cached_make"
    external prop_cached_same : int -> cached -> bool = "prop_cached_same"
    external prop_unboxed_make : int -> wrapped array = "prop_unboxed_make"

    external prop_unboxed_same : int -> wrapped array -> bool
      = "prop_unboxed_same"

    external prop_flat_make : int -> flat = "prop_flat_make"
    external prop_flat_same : int -> flat -> bool = "prop_flat_same"
    external prop_segment_make : int -> segment = "prop_segment_make"
    external prop_segment_same : int -> segment -> bool = "prop_segment_same"
    external prop_both_floats_make : int -> float both = "prop_both_floats_make"

    external prop_both_floats_same : int -> float both -> bool
      = "prop_both_floats_same"

    external prop_both_deep_make : int -> string option both both
      = "prop_both_deep_make"

    external prop_both_deep_same : int -> string option both both -> bool
      = "prop_both_deep_same"

    external prop_vector_make : int -> vector = "prop_vector_make"
    external prop_vector_same : int -> vector -> bool = "prop_vector_same"
    external prop_angles_make : int -> angle array = "prop_angles_make"
    external prop_angles_same : int -> angle array -> bool = "prop_angles_same"
    external prop_many_make : int -> Variants.many array = "prop_many_make"

    external prop_many_same : int -> Variants.many array -> bool
      = "prop_many_same"

    external prop_body_make : int -> float array body = "prop_body_make"
    external prop_body_same : int -> float array body -> bool = "prop_body_same"
  end

  module In_place = struct
    external prop_value_make : int -> Obj.t = "prop_value_make"
    external prop_value_same : int -> 'a -> bool = "prop_value_same"

    external prop_in_place_array_make : int -> string option array
      = "prop_in_place_array_make"

    external prop_in_place_array_same : int -> string option array -> bool
      = "prop_in_place_array_same"

    external prop_in_place_floats_make : int -> float array
      = "prop_in_place_floats_make"

    external prop_in_place_floats_same : int -> float array -> bool
      = "prop_in_place_floats_same"

    external prop_in_place_list_make : int -> (string * float) list
      = "prop_in_place_list_make"

    external prop_in_place_list_same : int -> (string * float) list -> bool
      = "prop_in_place_list_same"

    external prop_cons_make : int -> int64 list = "prop_cons_make"
    external prop_cons_same : int -> int64 list -> bool = "prop_cons_same"
    external prop_float_array_make : int -> floatarray = "prop_float_array_make"

    external prop_float_array_same : int -> floatarray -> bool
      = "prop_float_array_same"

    external prop_in_place_bytes_make : int -> bytes
      = "prop_in_place_bytes_make"

    external prop_in_place_bytes_same : int -> bytes -> bool
      = "prop_in_place_bytes_same"

    external prop_filled_bytes_make : int -> bytes = "prop_filled_bytes_make"

    external prop_filled_bytes_same : int -> bytes -> bool
      = "prop_filled_bytes_same"

    external prop_buffer_make : int -> Buffer.t = "prop_buffer_make"
    external prop_buffer_same : int -> Buffer.t -> bool = "prop_buffer_same"
    external prop_ref_make : int -> string option ref = "prop_ref_make"
    external prop_ref_same : int -> string option ref -> bool = "prop_ref_same"
    external prop_ref_float_make : int -> float ref = "prop_ref_float_make"

    external prop_ref_float_same : int -> float ref -> bool
      = "prop_ref_float_same"

    external prop_hashtbl_make : int -> (int, string) Hashtbl.t
      = "prop_hashtbl_make"

    external prop_hashtbl_same : int -> (int, string) Hashtbl.t -> bool
      = "prop_hashtbl_same"

    external prop_hashtbl_strings_make : int -> (string, float) Hashtbl.t
      = "prop_hashtbl_strings_make"

    external prop_hashtbl_strings_same :
      int -> (string, float) Hashtbl.t -> bool = "prop_hashtbl_strings_same"

    external prop_hashtbl_pairs_make : int -> (float * int64, Uchar.t) Hashtbl.t
      = "prop_hashtbl_pairs_make"

    external prop_hashtbl_pairs_same :
      int -> (float * int64, Uchar.t) Hashtbl.t -> bool
      = "prop_hashtbl_pairs_same"

    external prop_lazy_make : int -> string Lazy.t = "prop_lazy_make"
    external prop_lazy_same : int -> string Lazy.t -> bool = "prop_lazy_same"
    external prop_lazy_float_make : int -> float Lazy.t = "prop_lazy_float_make"

    external prop_lazy_float_same : int -> float Lazy.t -> bool
      = "prop_lazy_float_same"

    external prop_values_same : int -> 'a array -> bool = "prop_values_same"

    external prop_in_place_map_same : int -> float Map.Make(String).t -> bool
      = "prop_in_place_map_same"

    external prop_in_place_set_same : int -> Set.Make(String).t -> bool
      = "prop_in_place_set_same"

    external prop_seq_make : int -> string option Seq.t = "prop_seq_make"

    external prop_seq_same : int -> string option Seq.t -> bool
      = "prop_seq_same"
  end

  module Std_types = struct
    external prop_char_make : int -> Uchar.t = "prop_char_make"
    external prop_char_same : int -> Uchar.t -> bool = "prop_char_same"
    external prop_box_str_make : int -> string = "prop_box_str_make"
    external prop_box_str_same : int -> string -> bool = "prop_box_str_same"
    external prop_rc_str_make : int -> string = "prop_rc_str_make"
    external prop_rc_str_same : int -> string -> bool = "prop_rc_str_same"
    external prop_arc_str_make : int -> string = "prop_arc_str_make"
    external prop_arc_str_same : int -> string -> bool = "prop_arc_str_same"
    external prop_path_buf_make : int -> string = "prop_path_buf_make"
    external prop_path_buf_same : int -> string -> bool = "prop_path_buf_same"
    external prop_os_string_make : int -> string = "prop_os_string_make"
    external prop_os_string_same : int -> string -> bool = "prop_os_string_same"
    external prop_fixed_make : int -> string option array = "prop_fixed_make"

    external prop_fixed_same : int -> string option array -> bool
      = "prop_fixed_same"

    external prop_fixed_floats_make : int -> float array
      = "prop_fixed_floats_make"

    external prop_fixed_floats_same : int -> float array -> bool
      = "prop_fixed_floats_same"

    external prop_fixed_bytes_make : int -> bytes = "prop_fixed_bytes_make"

    external prop_fixed_bytes_same : int -> bytes -> bool
      = "prop_fixed_bytes_same"

    external prop_deque_make : int -> int option array = "prop_deque_make"

    external prop_deque_same : int -> int option array -> bool
      = "prop_deque_same"

    external prop_box_slice_make : int -> string array = "prop_box_slice_make"

    external prop_box_slice_same : int -> string array -> bool
      = "prop_box_slice_same"

    external prop_box_bytes_make : int -> bytes = "prop_box_bytes_make"
    external prop_box_bytes_same : int -> bytes -> bool = "prop_box_bytes_same"
    external prop_rc_slice_make : int -> int64 array = "prop_rc_slice_make"

    external prop_rc_slice_same : int -> int64 array -> bool
      = "prop_rc_slice_same"

    external prop_arc_slice_make : int -> float array = "prop_arc_slice_make"

    external prop_arc_slice_same : int -> float array -> bool
      = "prop_arc_slice_same"

    external prop_hash_map_make : int -> (string * float option) list
      = "prop_hash_map_make"

    external prop_hash_map_same : int -> (string * float option) list -> bool
      = "prop_hash_map_same"

    external prop_btree_set_make : int -> string list = "prop_btree_set_make"

    external prop_btree_set_same : int -> string list -> bool
      = "prop_btree_set_same"

    external prop_hash_set_make : int -> int list = "prop_hash_set_make"
    external prop_hash_set_same : int -> int list -> bool = "prop_hash_set_same"

    external prop_pointers_make : int -> (string * float) array
      = "prop_pointers_make"

    external prop_pointers_same : int -> (string * float) array -> bool
      = "prop_pointers_same"

    external prop_arc_floats_make : int -> float array = "prop_arc_floats_make"

    external prop_arc_floats_same : int -> float array -> bool
      = "prop_arc_floats_same"

    external prop_either_make : int -> (float, string) Either.t
      = "prop_either_make"

    external prop_either_same : int -> (float, string) Either.t -> bool
      = "prop_either_same"

    external prop_complex_make : int -> Complex.t array = "prop_complex_make"

    external prop_complex_same : int -> Complex.t array -> bool
      = "prop_complex_same"

    external prop_nativeint_make : int -> nativeint = "prop_nativeint_make"

    external prop_nativeint_same : int -> nativeint -> bool
      = "prop_nativeint_same"

    external prop_seconds_make : int -> float = "prop_seconds_make"
    external prop_seconds_same : int -> float -> bool = "prop_seconds_same"
    external prop_unix_times_make : int -> float array = "prop_unix_times_make"

    external prop_unix_times_same : int -> float array -> bool
      = "prop_unix_times_same"

    external prop_ordering_make : int -> int = "prop_ordering_make"
    external prop_ordering_same : int -> int -> bool = "prop_ordering_same"

    external prop_nonzero_make :
      int ->
      (int * int * int) * (int * int32 * int32) * ((int64 * int64 * int) * int)
      = "prop_nonzero_make"

    external prop_nonzero_same :
      int ->
      (int * int * int) * (int * int32 * int32) * ((int64 * int64 * int) * int) ->
      bool = "prop_nonzero_same"

    external prop_deep_std_make :
      int ->
      (Uchar.t list
      * ((string * (Complex.t, bytes) Either.t) list, nativeint) result array)
      option
      array = "prop_deep_std_make"

    external prop_deep_std_same :
      int ->
      (Uchar.t list
      * ((string * (Complex.t, bytes) Either.t) list, nativeint) result array)
      option
      array ->
      bool = "prop_deep_std_same"

    external prop_cow_make : int -> string = "prop_cow_make"
    external prop_cow_same : int -> string -> bool = "prop_cow_same"
    external prop_cow_path_make : int -> string = "prop_cow_path_make"
    external prop_cow_path_same : int -> string -> bool = "prop_cow_path_same"
    external prop_sign_same : int -> int -> bool = "prop_sign_same"
    external prop_str_same : int -> string -> bool = "prop_str_same"
    external prop_slice_same : int -> bytes -> bool = "prop_slice_same"
    external prop_path_same : int -> string -> bool = "prop_path_same"
    external prop_os_str_same : int -> string -> bool = "prop_os_str_same"
  end

  external prop_unit_make : int -> unit = "prop_unit_make"
  external prop_unit_same : int -> unit -> bool = "prop_unit_same"
  external prop_bool_make : int -> bool = "prop_bool_make"
  external prop_bool_same : int -> bool -> bool = "prop_bool_same"
  external prop_int_make : int -> int = "prop_int_make"
  external prop_int_same : int -> int -> bool = "prop_int_same"
  external prop_uint_make : int -> int = "prop_uint_make"
  external prop_uint_same : int -> int -> bool = "prop_uint_same"
  external prop_u8_make : int -> int = "prop_u8_make"
  external prop_u8_same : int -> int -> bool = "prop_u8_same"
  external prop_i8_make : int -> int = "prop_i8_make"
  external prop_i8_same : int -> int -> bool = "prop_i8_same"
  external prop_u16_make : int -> int = "prop_u16_make"
  external prop_u16_same : int -> int -> bool = "prop_u16_same"
  external prop_i16_make : int -> int = "prop_i16_make"
  external prop_i16_same : int -> int -> bool = "prop_i16_same"
  external prop_i32_make : int -> int32 = "prop_i32_make"
  external prop_i32_same : int -> int32 -> bool = "prop_i32_same"
  external prop_u32_make : int -> int32 = "prop_u32_make"
  external prop_u32_same : int -> int32 -> bool = "prop_u32_same"
  external prop_i64_make : int -> int64 = "prop_i64_make"
  external prop_i64_same : int -> int64 -> bool = "prop_i64_same"
  external prop_u64_make : int -> int64 = "prop_u64_make"
  external prop_u64_same : int -> int64 -> bool = "prop_u64_same"
  external prop_f64_make : int -> float = "prop_f64_make"
  external prop_f64_same : int -> float -> bool = "prop_f64_same"
  external prop_f32_make : int -> float = "prop_f32_make"
  external prop_f32_same : int -> float -> bool = "prop_f32_same"
  external prop_string_make : int -> string = "prop_string_make"
  external prop_string_same : int -> string -> bool = "prop_string_same"
  external prop_bytes_make : int -> bytes = "prop_bytes_make"
  external prop_bytes_same : int -> bytes -> bool = "prop_bytes_same"
  external prop_option_make : int -> string option option = "prop_option_make"

  external prop_option_same : int -> string option option -> bool
    = "prop_option_same"

  external prop_result_make : int -> (float, string) result = "prop_result_make"

  external prop_result_same : int -> (float, string) result -> bool
    = "prop_result_same"

  external prop_tuple_make : int -> int * float * string = "prop_tuple_make"

  external prop_tuple_same : int -> int * float * string -> bool
    = "prop_tuple_same"

  external prop_array_make : int -> int option array = "prop_array_make"
  external prop_array_same : int -> int option array -> bool = "prop_array_same"
  external prop_floats_make : int -> float array = "prop_floats_make"
  external prop_floats_same : int -> float array -> bool = "prop_floats_same"
  external prop_singles_make : int -> float array = "prop_singles_make"
  external prop_singles_same : int -> float array -> bool = "prop_singles_same"
  external prop_list_make : int -> (string * int64) list = "prop_list_make"

  external prop_list_same : int -> (string * int64) list -> bool
    = "prop_list_same"

  external prop_map_make : int -> (string * float array) list = "prop_map_make"

  external prop_map_same : int -> (string * float array) list -> bool
    = "prop_map_same"

  external prop_deep_make :
    int -> ((float array, string) result list * (int * bytes) list) option array
    = "prop_deep_make"

  external prop_deep_same :
    int ->
    ((float array, string) result list * (int * bytes) list) option array ->
    bool = "prop_deep_same"

  external prop_record_make : int -> record = "prop_record_make"
  external prop_record_same : int -> record -> bool = "prop_record_same"
  external prop_point_make : int -> point array = "prop_point_make"
  external prop_point_same : int -> point array -> bool = "prop_point_same"
  external prop_tree_make : int -> tree = "prop_tree_make"
  external prop_tree_same : int -> tree -> bool = "prop_tree_same"
  external prop_json_make : int -> json = "prop_json_make"
  external prop_json_same : int -> json -> bool = "prop_json_same"
end

module Records = struct
  type example = { name : string; i : int }
  type point = { x : float; y : float }
  type meters = float
  type box3 = { x : float; y : meters; z : float }
  type pair = float * float
  type one_float = { x : float } [@@boxed]
  type one_string = { s : string } [@@boxed]
  type wrapped = { x : float } [@@unboxed]
  type unit_ = unit
  type 'a both = { left : 'a; right : 'a }

  type nested = {
    example : example;
    points : point array;
    any : Obj.t;
    both : string option both;
  }

  type counter = { mutable count : int; label : string }
  type cached = { name : string; count : int }
  type labelled = { x : float; y : float }
  type hidden = unit
  type tagged = string
  type length = float
  type segment = { from : length; to_ : length }
  type 'a both_boxed = { left : 'a; right : 'a }
  type 'a wrapper = { wrapped : 'a } [@@unboxed]
  type known = { a : float wrapper; b : meters wrapper wrapper }
  type 'a unknown = { a : 'a wrapper; b : 'a wrapper wrapper }
  type peeked

  external incr_example : example -> example = "incr_example"
  external swap : point -> point = "records_swap"
  external box3 : box3 -> box3 = "records_box3"
  external pair : pair -> pair = "records_pair"
  external one_float : one_float -> one_float = "records_one_float"
  external one_string : one_string -> one_string = "records_one_string"
  external wrapped : wrapped -> wrapped = "records_wrapped"
  external unit : unit_ -> unit_ = "records_unit"
  external both_floats : float both -> float both = "records_both_floats"
  external both_strings : string both -> string both = "records_both_strings"
  external nested : nested -> nested = "records_nested"

  external nested_under_allocation : nested -> int -> nested
    = "records_nested_under_allocation"

  external counter : counter -> counter = "records_counter"
  external cached : cached -> cached = "records_cached"
  external labelled : labelled -> labelled = "records_labelled"
  external hidden : hidden -> hidden = "records_hidden"
  external tagged : tagged -> tagged = "records_tagged"
  external segment : segment -> segment = "records_segment"
  external both_lengths : length both -> length both = "records_both_lengths"

  external boxed_lengths : length both_boxed -> length both_boxed
    = "records_boxed_lengths"

  external lengths : length array -> length array = "records_lengths"
  external known : known -> known = "records_known"
  external unknown : float unknown -> float unknown = "records_unknown"
  external peeked : peeked -> peeked = "records_peeked"
end

module Roots = struct
  external keep : 'a -> int = "roots_keep"
  external get : int -> Obj.t = "roots_get"
  external clear : unit -> unit = "roots_clear"
  external set : int -> 'a -> unit = "roots_set"
  external clear_elsewhere : unit -> unit = "roots_clear_elsewhere"
  external across_gc_point : 'a -> int -> Obj.t = "roots_across_gc_point"
  external typed : int array -> int list -> int = "roots_typed"
  external argument : Obj.t -> Obj.t = "roots_argument"
  external churn : 'a -> int -> bool = "roots_churn"

  external of_immediates_elsewhere : int -> int -> unit
    = "roots_of_immediates_elsewhere"
end

module Signals = struct
  external work : unit -> int = "signals_work"
  external until : bool ref -> bool = "signals_until"
  external dropped : unit -> int = "signals_dropped"
end

module Std_types = struct
  external std_box_str : string -> string = "std_box_str"
  external std_rc_str : string -> string = "std_rc_str"
  external std_arc_str : string -> string = "std_arc_str"
  external std_path_buf : string -> string = "std_path_buf"
  external std_path : string -> string = "std_path"
  external std_os_string : string -> string = "std_os_string"
  external std_os_str : string -> string = "std_os_str"
  external std_char : Uchar.t -> Uchar.t = "std_char"
  external std_char_array : Uchar.t array -> Uchar.t array = "std_char_array"
  external std_bytes4 : bytes -> bytes = "std_bytes4"
  external std_box_bytes : bytes -> bytes = "std_box_bytes"
  external std_ints3 : int array -> int array = "std_ints3"
  external std_floats3 : float array -> float array = "std_floats3"
  external std_strings0 : string array -> string array = "std_strings0"
  external std_box_slice : string array -> string array = "std_box_slice"
  external std_rc_slice : float array -> float array = "std_rc_slice"
  external std_deque : float array -> float array = "std_deque"

  external std_hash_map : (string * int) list -> (string * int) list
    = "std_hash_map"

  external std_btree_set : int list -> int list = "std_btree_set"
  external std_rc : string array -> string array = "std_rc"
  external std_arc_floats : float array -> float array = "std_arc_floats"

  external std_either : (int, string) Either.t -> (int, string) Either.t
    = "std_either"

  external std_complex : Complex.t -> Complex.t = "std_complex"
  external std_nativeint : nativeint -> nativeint = "std_nativeint"
  external std_seconds : float -> float = "std_seconds"
  external std_seconds_array : float array -> float array = "std_seconds_array"
  external std_unix_time : float -> float = "std_unix_time"
  external std_nonzero : int -> int = "std_nonzero"
  external std_nonzero_i64 : int64 -> int64 = "std_nonzero_i64"
  external std_ordering : int -> int = "std_ordering"
  external std_cow : string -> string = "std_cow"
  external std_file_name : string -> string option = "std_file_name"
  external std_hash_set_size : string list -> int = "std_hash_set_size"

  external std_grouped : string array -> (Uchar.t * string array) list
    = "std_grouped"

  external std_compare : int -> int -> int = "std_compare"

  external std_decode_only :
    string array -> float array -> Complex.t -> string -> unit
    = "std_decode_only"

  external std_counted : string array -> int = "std_counted"
  external std_alive : unit -> int = "std_alive"
end

module Stress = struct
  external run : int -> int -> (string -> int -> string) -> int = "stress_run"
end

module Tables = struct
  external make : (string * int) array -> (string, int) Hashtbl.t
    = "tables_make"

  external squares : int -> (int, float) Hashtbl.t = "tables_squares"

  external make_any : ('a * 'b) list -> (Obj.t, Obj.t) Hashtbl.t
    = "tables_make_any"

  external length : (Obj.t, Obj.t) Hashtbl.t -> int * bool = "tables_length"
  external get : (string, int) Hashtbl.t -> string -> int option = "tables_get"

  external get_float : (float, int) Hashtbl.t -> float -> int option
    = "tables_get_float"

  external get_pair :
    (int * string, int) Hashtbl.t -> int * string -> int option
    = "tables_get_pair"

  external bindings : (string, int) Hashtbl.t -> (string * int) array
    = "tables_bindings"

  external sum_of_hashtbl : (int, int) Hashtbl.t -> int
    = "tables_sum_of_hashtbl"

  external map : int Map.Make(String).t -> (string * int) list = "tables_map"
  external map_keys : 'a Map.Make(Int).t -> int array = "tables_map_keys"
  external map_length : 'a Map.Make(String).t -> int = "tables_map_length"

  external map_same : 'a Map.Make(String).t -> 'a Map.Make(String).t
    = "tables_map_same"

  external set : Set.Make(String).t -> string array = "tables_set"
  external set_sum : Set.Make(Int).t -> int = "tables_set_sum"

  external rooted :
    (string, int) Hashtbl.t ->
    unit Map.Make(Int).t ->
    Set.Make(Int).t ->
    int * int * int = "tables_rooted"

  external show :
    (int, int) Hashtbl.t -> int Map.Make(String).t -> Set.Make(Int).t -> string
    = "tables_show"
end

module Text = struct
  external length : string -> int = "text_length"
  external chars : string -> int = "text_chars"
  external echo : string -> string = "text_echo"
  external borrow : string -> string = "text_borrow"
  external repeat : string -> int -> string = "text_repeat"
  external bytes_echo : bytes -> bytes = "text_bytes_echo"
  external bytes_sum : bytes -> int = "text_bytes_sum"
  external bytes_slice : bytes -> int -> int -> bytes = "text_bytes_slice"

  external read_after_allocating : string -> int -> bool
    = "text_read_after_allocating"

  external decode_two : float array -> string -> string = "text_decode_two"
end

module Thread_ends = struct
  external late : (string -> string) -> bool -> int = "thread_ends_late"
  external only : (string -> string) -> int = "thread_ends_only"
  external process : (unit -> unit) -> bool -> unit = "thread_ends_process"
  external never : (string -> string) -> int -> unit = "thread_ends_never"
end

module Threads = struct
  module Promise = struct
    type t
  end

  external sleep : float -> unit = "threads_sleep"
  external blocking_sum : int array -> int = "threads_blocking_sum"
  external blocking_fail : string -> unit = "threads_blocking_fail"
  external blocking_panic : unit -> unit = "threads_blocking_panic"
  external elsewhere : (int -> int) -> int -> int = "threads_elsewhere"
  external attach_directly : unit -> string = "threads_attach_directly"
  external attach_again : unit -> string = "threads_attach_again"

  external release_in_attach : (unit -> unit) -> int
    = "threads_release_in_attach"

  external raised_elsewhere : (unit -> unit) -> string
    = "threads_raised_elsewhere"

  external workers : int -> int -> (int -> string -> string) -> int
    = "threads_workers"

  external serve : int -> (int -> unit) -> unit = "threads_serve"
  external roots_elsewhere : string -> int -> bool = "threads_roots_elsewhere"
  external panic_elsewhere : unit -> string = "threads_panic_elsewhere"

  type closure_elsewhere_result = int -> int

  external closure_elsewhere : unit -> closure_elsewhere_result
    = "threads_closure_elsewhere"

  external attach_late : float -> int = "threads_attach_late"
  external attached : unit -> int = "threads_attached"
  external promise : (int -> int) -> int -> Promise.t = "threads_promise"
  external await : Promise.t -> int = "threads_await"
  external tick : unit -> int = "threads_tick"
end

module Trust = struct
  type sequences = { rows : int Seq.t Seq.t } [@@boxed]
  type smuggler = Obj.t
  type panics = { _first : smuggler; _list : int list; _third : int }
  type with_default = { _numbers : int list; _more : int list }
  type with_skipped = Numbers of int list [@@boxed]

  external buffer : 'a -> Buffer.t = "trust_buffer"
  external hashtbl : 'a -> (Obj.t, Obj.t) Hashtbl.t = "trust_hashtbl"
  external map : 'a -> int Map.Make(Int).t = "trust_map"
  external set : 'a -> Set.Make(Int).t = "trust_set"
  external lazy_ : 'a -> Obj.t Lazy.t = "trust_lazy"
  external ref : 'a -> Obj.t ref = "trust_ref"
  external array : 'a -> Obj.t array = "trust_array"
  external list : 'a -> int list = "trust_list"
  external rooted : 'a -> string array = "trust_rooted"
  external exn : 'a -> exn = "trust_exn"
  external raise : 'a -> unit = "trust_raise"
  external exn_text : 'a -> string = "trust_exn_text"
  external list_length : 'a -> int * int = "trust_list_length"
  external seq : 'a -> Obj.t option = "trust_seq"

  external inside :
    sequences ->
    int Seq.t array ->
    (int, int list Lazy.t ref) Hashtbl.t ->
    int * int list array = "trust_inside"

  external drop_on_error : smuggler * int list * int -> unit
    = "trust_drop_on_error"

  external drop_on_error_inside :
    int list * (smuggler * int option) array -> unit
    = "trust_drop_on_error_inside"

  external drop_on_panic : panics -> unit = "trust_drop_on_panic"
  external drop_in_list : smuggler list * int -> unit = "trust_drop_in_list"
  external smuggled : unit -> string array array = "trust_smuggled"
  external default : with_default -> string Lazy.t = "trust_default"
  external skipped : with_skipped -> string Lazy.t = "trust_skipped"
  external hasher : (int * int list) list -> string Lazy.t = "trust_hasher"

  external call_while_panicking : (unit -> unit) -> unit
    = "trust_call_while_panicking"
end

module Unboxed = struct
  external incrf : (float[@unboxed]) -> (float[@unboxed])
    = "unboxed_incrf_bytecode" "unboxed_incrf"
  [@@noalloc]

  external mixed :
    (float[@unboxed]) ->
    (int32[@unboxed]) ->
    (int64[@unboxed]) ->
    (int[@untagged]) ->
    bool ->
    (float[@unboxed]) ->
    (int[@untagged]) ->
    (float[@unboxed]) = "unboxed_mixed_bytecode" "unboxed_mixed"
  [@@noalloc]

  external checked_div :
    (int64[@unboxed]) -> (int64[@unboxed]) -> (int64[@unboxed])
    = "unboxed_checked_div_bytecode" "unboxed_checked_div"

  external panics : (float[@unboxed]) -> (float[@unboxed])
    = "unboxed_panics_bytecode" "unboxed_panics"

  external untagged : (int[@untagged]) -> (int32[@unboxed]) -> (int[@untagged])
    = "unboxed_untagged_bytecode" "unboxed_untagged"

  external noalloc_add : int -> int -> int = "noalloc_add" [@@noalloc]
  external noalloc_sum : float array -> int = "noalloc_sum" [@@noalloc]
  external noalloc_is_block : 'a -> bool = "noalloc_is_block" [@@noalloc]
  external noalloc_panics : int -> int = "noalloc_panics" [@@noalloc]

  external noalloc_boxes : 'a -> Obj.t array -> int = "noalloc_boxes"
  [@@noalloc]
end

module Weak_roots = struct
  external new_ : 'a -> int = "weak_roots_new"
  external get : int -> Obj.t option = "weak_roots_get"
  external is_alive : int -> bool = "weak_roots_is_alive"
  external upgrade : int -> Obj.t option = "weak_roots_upgrade"
  external clear : unit -> unit = "weak_roots_clear"
  external typed : int list -> unit = "weak_roots_typed"
  external typed_sum : unit -> int option = "weak_roots_typed_sum"
  external churn : 'a -> int -> Obj.t option = "weak_roots_churn"

  external gather : int -> Obj.t option array * Obj.t array
    = "weak_roots_gather"

  external abstract_open : int -> Obj.t = "abstract_open"
  external abstract_next : Obj.t -> int = "abstract_next"
  external abstract_close : Obj.t -> unit = "abstract_close"
  external abstract_same : Obj.t -> Obj.t = "abstract_same"
  external abstract_other : unit -> Obj.t = "abstract_other"
  external abstract_is_null : Obj.t -> bool = "abstract_is_null"
end

let () = Callback.register "Lazy.force" Lazy.force

(* Each raises Failure if the archive is not the one that this was printed from. *)
let () =
  let module Archive = struct
    external check_arity_0 : int -> unit = "arity_0_interface_check"
    external check_arity_1 : int -> unit = "arity_1_interface_check"
    external check_arity_5 : int -> unit = "arity_5_interface_check"
    external check_arity_6 : int -> unit = "arity_6_interface_check"
    external check_arity_12 : int -> unit = "arity_12_interface_check"
    external check_arity_7 : int -> unit = "arity_7_interface_check"

    external check_arity_fibonacci : int -> unit
      = "arity_fibonacci_interface_check"

    external check_arity_make : int -> unit = "arity_make_interface_check"

    external check_arity_make_many : int -> unit
      = "arity_make_many_interface_check"

    external check_arity_renamed_symbol : int -> unit
      = "arity_renamed_symbol_interface_check"

    external check_average : int -> unit = "average_interface_check"
    external check_arrays_floats : int -> unit = "arrays_floats_interface_check"
    external check_arrays_meters : int -> unit = "arrays_meters_interface_check"
    external check_arrays_ints : int -> unit = "arrays_ints_interface_check"

    external check_arrays_strings : int -> unit
      = "arrays_strings_interface_check"

    external check_arrays_nested : int -> unit = "arrays_nested_interface_check"
    external check_arrays_values : int -> unit = "arrays_values_interface_check"

    external check_arrays_slice_sum : int -> unit
      = "arrays_slice_sum_interface_check"

    external check_arrays_range : int -> unit = "arrays_range_interface_check"

    external check_arrays_range_strings : int -> unit
      = "arrays_range_strings_interface_check"

    external check_arrays_make_floats : int -> unit
      = "arrays_make_floats_interface_check"

    external check_arrays_get : int -> unit = "arrays_get_interface_check"
    external check_arrays_sum : int -> unit = "arrays_sum_interface_check"
    external check_arrays_set : int -> unit = "arrays_set_interface_check"
    external check_arrays_u8 : int -> unit = "arrays_u8_interface_check"

    external check_arrays_lying_iterator : int -> unit
      = "arrays_lying_iterator_interface_check"

    external check_arrays_pair : int -> unit = "arrays_pair_interface_check"

    external check_arrays_of_values : int -> unit
      = "arrays_of_values_interface_check"

    external check_arrays_units : int -> unit = "arrays_units_interface_check"

    external check_arrays_range_length : int -> unit
      = "arrays_range_length_interface_check"

    external check_arrays_chain : int -> unit = "arrays_chain_interface_check"
    external check_arrays_tree : int -> unit = "arrays_tree_interface_check"

    external check_backtraces_text : int -> unit
      = "backtraces_text_interface_check"

    external check_backtraces_again : int -> unit
      = "backtraces_again_interface_check"

    external check_backtraces_of_rust : int -> unit
      = "backtraces_of_rust_interface_check"

    external check_big_int : int -> unit = "big_int_interface_check"
    external check_big_uint : int -> unit = "big_uint_interface_check"

    external check_big_int_to_string : int -> unit
      = "big_int_to_string_interface_check"

    external check_big_int_of_string : int -> unit
      = "big_int_of_string_interface_check"

    external check_big_int_and_double : int -> unit
      = "big_int_and_double_interface_check"

    external check_big_int_sum : int -> unit = "big_int_sum_interface_check"

    external check_big_int_powers : int -> unit
      = "big_int_powers_interface_check"

    external check_big_uint_power_of_two : int -> unit
      = "big_uint_power_of_two_interface_check"

    external check_big_int_of_int : int -> unit
      = "big_int_of_int_interface_check"

    external check_bigarrays_live : int -> unit
      = "bigarrays_live_interface_check"

    external check_bigarrays_counted : int -> unit
      = "bigarrays_counted_interface_check"

    external check_bigarrays_counted3 : int -> unit
      = "bigarrays_counted3_interface_check"

    external check_bigarrays_spare_capacity : int -> unit
      = "bigarrays_spare_capacity_interface_check"

    external check_bigarrays_copies : int -> unit
      = "bigarrays_copies_interface_check"

    external check_bigarrays_sum : int -> unit = "bigarrays_sum_interface_check"

    external check_bigarrays_sum_matrix : int -> unit
      = "bigarrays_sum_matrix_interface_check"

    external check_bigarrays_bytes : int -> unit
      = "bigarrays_bytes_interface_check"

    external check_bigarrays_get : int -> unit = "bigarrays_get_interface_check"
    external check_bigarrays_set : int -> unit = "bigarrays_set_interface_check"

    external check_bigarrays_write : int -> unit
      = "bigarrays_write_interface_check"

    external check_bigarrays_add : int -> unit = "bigarrays_add_interface_check"

    external check_bigarrays_sort : int -> unit
      = "bigarrays_sort_interface_check"

    external check_bigarrays_fill_elsewhere : int -> unit
      = "bigarrays_fill_elsewhere_interface_check"

    external check_bigarrays_wrong_count : int -> unit
      = "bigarrays_wrong_count_interface_check"

    external check_bigarrays_too_large : int -> unit
      = "bigarrays_too_large_interface_check"

    external check_bigarrays_no_memory : int -> unit
      = "bigarrays_no_memory_interface_check"

    external check_bigarrays_many_dims : int -> unit
      = "bigarrays_many_dims_interface_check"

    external check_bigarrays_make : int -> unit
      = "bigarrays_make_interface_check"

    external check_bigarrays_make_many : int -> unit
      = "bigarrays_make_many_interface_check"

    external check_bigarrays_fail : int -> unit
      = "bigarrays_fail_interface_check"

    external check_bigarrays_keep : int -> unit
      = "bigarrays_keep_interface_check"

    external check_bigarrays_kept : int -> unit
      = "bigarrays_kept_interface_check"

    external check_bigarrays_rooted : int -> unit
      = "bigarrays_rooted_interface_check"

    external check_bigarrays_debug : int -> unit
      = "bigarrays_debug_interface_check"

    external check_bigarrays_ndarray_get : int -> unit
      = "bigarrays_ndarray_get_interface_check"

    external check_bigarrays_ndarray_scale : int -> unit
      = "bigarrays_ndarray_scale_interface_check"

    external check_bigarrays_ndarray_transposed : int -> unit
      = "bigarrays_ndarray_transposed_interface_check"

    external check_bigarrays_ndarray_orders : int -> unit
      = "bigarrays_ndarray_orders_interface_check"

    external check_buffers_floats_sum : int -> unit
      = "buffers_floats_sum_interface_check"

    external check_buffers_floats_get : int -> unit
      = "buffers_floats_get_interface_check"

    external check_buffers_floats_double : int -> unit
      = "buffers_floats_double_interface_check"

    external check_buffers_floats_copy : int -> unit
      = "buffers_floats_copy_interface_check"

    external check_buffers_floats_same : int -> unit
      = "buffers_floats_same_interface_check"

    external check_buffers_bytes_get : int -> unit
      = "buffers_bytes_get_interface_check"

    external check_buffers_bytes_set : int -> unit
      = "buffers_bytes_set_interface_check"

    external check_buffers_bytes_blit : int -> unit
      = "buffers_bytes_blit_interface_check"

    external check_buffers_bytes_reversed : int -> unit
      = "buffers_bytes_reversed_interface_check"

    external check_buffers_bytes_sort : int -> unit
      = "buffers_bytes_sort_interface_check"

    external check_buffers_bytes_new : int -> unit
      = "buffers_bytes_new_interface_check"

    external check_buffers_bytes_panic : int -> unit
      = "buffers_bytes_panic_interface_check"

    external check_buffers_rooted : int -> unit
      = "buffers_rooted_interface_check"

    external check_buffers_buffer_contents : int -> unit
      = "buffers_buffer_contents_interface_check"

    external check_buffers_buffer_make : int -> unit
      = "buffers_buffer_make_interface_check"

    external check_buffers_ref_new : int -> unit
      = "buffers_ref_new_interface_check"

    external check_buffers_ref_float : int -> unit
      = "buffers_ref_float_interface_check"

    external check_buffers_ref_incr : int -> unit
      = "buffers_ref_incr_interface_check"

    external check_buffers_ref_append : int -> unit
      = "buffers_ref_append_interface_check"

    external check_buffers_show : int -> unit = "buffers_show_interface_check"
    external check_incr : int -> unit = "incr_interface_check"
    external check_id : int -> unit = "id_interface_check"

    external check_custom_counter_get_count : int -> unit
      = "custom_counter_get_count_interface_check"

    external check_custom_counter_set_count : int -> unit
      = "custom_counter_set_count_interface_check"

    external check_custom_counter_get_label : int -> unit
      = "custom_counter_get_label_interface_check"

    external check_custom_counter_new : int -> unit
      = "custom_counter_new_interface_check"

    external check_custom_counter_incr : int -> unit
      = "custom_counter_incr_interface_check"

    external check_custom_counter_get : int -> unit
      = "custom_counter_get_interface_check"

    external check_custom_counter_label : int -> unit
      = "custom_counter_label_interface_check"

    external check_custom_counter_plus : int -> unit
      = "custom_counter_plus_interface_check"

    external check_custom_counter_swap : int -> unit
      = "custom_counter_swap_interface_check"

    external check_custom_counter_same : int -> unit
      = "custom_counter_same_interface_check"

    external check_custom_counter_finish : int -> unit
      = "custom_counter_finish_interface_check"

    external check_custom_counter_describe : int -> unit
      = "custom_counter_describe_interface_check"

    external check_custom_counter_describe_explicitly : int -> unit
      = "custom_counter_describe_explicitly_interface_check"

    external check_custom_counter_across : int -> unit
      = "custom_counter_across_interface_check"

    external check_custom_counter_many : int -> unit
      = "custom_counter_many_interface_check"

    external check_custom_here_new : int -> unit
      = "custom_here_new_interface_check"

    external check_custom_here_incr : int -> unit
      = "custom_here_incr_interface_check"

    external check_custom_holder_new : int -> unit
      = "custom_holder_new_interface_check"

    external check_custom_holder_get : int -> unit
      = "custom_holder_get_interface_check"

    external check_custom_holder_dropped : int -> unit
      = "custom_holder_dropped_interface_check"

    external check_custom_journal_new : int -> unit
      = "custom_journal_new_interface_check"

    external check_custom_journal_name : int -> unit
      = "custom_journal_name_interface_check"

    external check_custom_journal_within : int -> unit
      = "custom_journal_within_interface_check"

    external check_custom_journal_close : int -> unit
      = "custom_journal_close_interface_check"

    external check_custom_journal_exit_elsewhere : int -> unit
      = "custom_journal_exit_elsewhere_interface_check"

    external check_custom_point_to_string : int -> unit
      = "custom_point_to_string_interface_check"

    external check_custom_point_debug : int -> unit
      = "custom_point_debug_interface_check"

    external check_custom_point_get_x : int -> unit
      = "custom_point_get_x_interface_check"

    external check_custom_point_new : int -> unit
      = "custom_point_new_interface_check"

    external check_custom_point_y : int -> unit
      = "custom_point_y_interface_check"

    external check_custom_shared_new : int -> unit
      = "custom_shared_new_interface_check"

    external check_custom_shared_add : int -> unit
      = "custom_shared_add_interface_check"

    external check_custom_shared_add_alone : int -> unit
      = "custom_shared_add_alone_interface_check"

    external check_custom_shared_both : int -> unit
      = "custom_shared_both_interface_check"

    external check_custom_texts_new : int -> unit
      = "custom_texts_new_interface_check"

    external check_custom_texts_push : int -> unit
      = "custom_texts_push_interface_check"

    external check_custom_texts_pop : int -> unit
      = "custom_texts_pop_interface_check"

    external check_custom_made_and_dropped : int -> unit
      = "custom_made_and_dropped_interface_check"

    external check_custom_private : int -> unit
      = "custom_private_interface_check"

    external check_custom_collected_while_borrowed : int -> unit
      = "custom_collected_while_borrowed_interface_check"

    external check_custom_sum : int -> unit = "custom_sum_interface_check"

    external check_custom_counter_with_finalizer : int -> unit
      = "custom_counter_with_finalizer_interface_check"

    external check_custom_finalized : int -> unit
      = "custom_finalized_interface_check"

    external check_custom_close : int -> unit = "custom_close_interface_check"

    external check_custom_conflict : int -> unit
      = "custom_conflict_interface_check"

    external check_custom_legacy : int -> unit = "custom_legacy_interface_check"
    external check_custom_points : int -> unit = "custom_points_interface_check"

    external check_custom_point_as_ref : int -> unit
      = "custom_point_as_ref_interface_check"

    external check_custom_aligned : int -> unit
      = "custom_aligned_interface_check"

    external check_custom_is_aligned : int -> unit
      = "custom_is_aligned_interface_check"

    external check_custom_bomb : int -> unit = "custom_bomb_interface_check"
    external check_custom_defuse : int -> unit = "custom_defuse_interface_check"

    external check_custom_explode : int -> unit
      = "custom_explode_interface_check"

    external check_custom_moody : int -> unit = "custom_moody_interface_check"

    external check_custom_moody_with_finalizer : int -> unit
      = "custom_moody_with_finalizer_interface_check"

    external check_custom_blob : int -> unit = "custom_blob_interface_check"

    external check_custom_reserved : int -> unit
      = "custom_reserved_interface_check"

    external check_custom_most_owned : int -> unit
      = "custom_most_owned_interface_check"

    external check_custom_numbers : int -> unit
      = "custom_numbers_interface_check"

    external check_custom_numbers_pop : int -> unit
      = "custom_numbers_pop_interface_check"

    external check_custom_square : int -> unit = "custom_square_interface_check"
    external check_custom_area : int -> unit = "custom_area_interface_check"
    external check_custom_old : int -> unit = "custom_old_interface_check"

    external check_custom_old_with_finalizer : int -> unit
      = "custom_old_with_finalizer_interface_check"

    external check_custom_old_finalized : int -> unit
      = "custom_old_finalized_interface_check"

    external check_custom_older : int -> unit = "custom_older_interface_check"

    external check_custom_lockers : int -> unit
      = "custom_lockers_interface_check"

    external check_custom_lockers_dropped : int -> unit
      = "custom_lockers_dropped_interface_check"

    external check_errors_raise : int -> unit = "errors_raise_interface_check"
    external check_errors_parse : int -> unit = "errors_parse_interface_check"

    external check_errors_early_return : int -> unit
      = "errors_early_return_interface_check"

    external check_errors_reraise : int -> unit
      = "errors_reraise_interface_check"

    external check_errors_with_buffer : int -> unit
      = "errors_with_buffer_interface_check"

    external check_errors_conversion : int -> unit
      = "errors_conversion_interface_check"

    external check_errors_conversion_inline : int -> unit
      = "errors_conversion_inline_interface_check"

    external check_errors_wrong_type : int -> unit
      = "errors_wrong_type_interface_check"

    external check_errors_int_val : int -> unit
      = "errors_int_val_interface_check"

    external check_exits_prepare : int -> unit = "exits_prepare_interface_check"
    external check_exits_call : int -> unit = "exits_call_interface_check"
    external check_exits_noisy : int -> unit = "exits_noisy_interface_check"

    external check_frames_holder_new : int -> unit
      = "frames_holder_new_interface_check"

    external check_frames_holder_call : int -> unit
      = "frames_holder_call_interface_check"

    external check_frames_all : int -> unit = "frames_all_interface_check"
    external check_frames_count : int -> unit = "frames_count_interface_check"
    external check_frames_same : int -> unit = "frames_same_interface_check"

    external check_frames_same_root : int -> unit
      = "frames_same_root_interface_check"

    external check_frames_misfit : int -> unit = "frames_misfit_interface_check"
    external check_frames_panic : int -> unit = "frames_panic_interface_check"

    external check_frames_named_token : int -> unit
      = "frames_named_token_interface_check"

    external check_frames_six : int -> unit = "frames_six_interface_check"

    external check_frames_blocking : int -> unit
      = "frames_blocking_interface_check"

    external check_frames_elsewhere : int -> unit
      = "frames_elsewhere_interface_check"

    external check_functions_apply : int -> unit
      = "functions_apply_interface_check"

    external check_functions_unit : int -> unit
      = "functions_unit_interface_check"

    external check_functions_many : int -> unit
      = "functions_many_interface_check"

    external check_functions_partial : int -> unit
      = "functions_partial_interface_check"

    external check_functions_over : int -> unit
      = "functions_over_interface_check"

    external check_functions_values : int -> unit
      = "functions_values_interface_check"

    external check_functions_sum_list : int -> unit
      = "functions_sum_list_interface_check"

    external check_functions_count : int -> unit
      = "functions_count_interface_check"

    external check_functions_catch : int -> unit
      = "functions_catch_interface_check"

    external check_functions_catches : int -> unit
      = "functions_catches_interface_check"

    external check_functions_misfit : int -> unit
      = "functions_misfit_interface_check"

    external check_functions_bare : int -> unit
      = "functions_bare_interface_check"

    external check_functions_all : int -> unit = "functions_all_interface_check"

    external check_functions_handler : int -> unit
      = "functions_handler_interface_check"

    external check_functions_adder : int -> unit
      = "functions_adder_interface_check"

    external check_functions_join2 : int -> unit
      = "functions_join2_interface_check"

    external check_functions_digits3 : int -> unit
      = "functions_digits3_interface_check"

    external check_functions_digits4 : int -> unit
      = "functions_digits4_interface_check"

    external check_functions_strings5 : int -> unit
      = "functions_strings5_interface_check"

    external check_functions_strings8 : int -> unit
      = "functions_strings8_interface_check"

    external check_functions_counter : int -> unit
      = "functions_counter_interface_check"

    external check_functions_float : int -> unit
      = "functions_float_interface_check"

    external check_functions_u8 : int -> unit = "functions_u8_interface_check"

    external check_functions_failing : int -> unit
      = "functions_failing_interface_check"

    external check_functions_panicking : int -> unit
      = "functions_panicking_interface_check"

    external check_functions_iterate : int -> unit
      = "functions_iterate_interface_check"

    external check_functions_survivor : int -> unit
      = "functions_survivor_interface_check"

    external check_functions_counted : int -> unit
      = "functions_counted_interface_check"

    external check_functions_alive : int -> unit
      = "functions_alive_interface_check"

    external check_functions_keep : int -> unit
      = "functions_keep_interface_check"

    external check_functions_kept : int -> unit
      = "functions_kept_interface_check"

    external check_functions_import : int -> unit
      = "functions_import_interface_check"

    external check_functions_import_pair : int -> unit
      = "functions_import_pair_interface_check"

    external check_functions_import_raise : int -> unit
      = "functions_import_raise_interface_check"

    external check_functions_import_missing : int -> unit
      = "functions_import_missing_interface_check"

    external check_functions_named : int -> unit
      = "functions_named_interface_check"

    external check_functions_named_exception : int -> unit
      = "functions_named_exception_interface_check"

    external check_functions_replaced : int -> unit
      = "functions_replaced_interface_check"

    external check_functions_raced : int -> unit
      = "functions_raced_interface_check"

    external check_functions_released : int -> unit
      = "functions_released_interface_check"

    external check_functions_rust_only : int -> unit
      = "functions_rust_only_interface_check"

    external check_functions_bomb : int -> unit
      = "functions_bomb_interface_check"

    external check_lazy_peek : int -> unit = "lazy_peek_interface_check"

    external check_lazy_peek_float : int -> unit
      = "lazy_peek_float_interface_check"

    external check_lazy_force : int -> unit = "lazy_force_interface_check"

    external check_lazy_force_string : int -> unit
      = "lazy_force_string_interface_check"

    external check_lazy_from_val : int -> unit = "lazy_from_val_interface_check"

    external check_lazy_from_float : int -> unit
      = "lazy_from_float_interface_check"

    external check_lazy_show : int -> unit = "lazy_show_interface_check"
    external check_seq_to_array : int -> unit = "seq_to_array_interface_check"
    external check_seq_sum : int -> unit = "seq_sum_interface_check"
    external check_seq_pairs : int -> unit = "seq_pairs_interface_check"
    external check_seq_pair : int -> unit = "seq_pair_interface_check"
    external check_seq_pair_of : int -> unit = "seq_pair_of_interface_check"
    external check_seq_drop : int -> unit = "seq_drop_interface_check"
    external check_seq_errors : int -> unit = "seq_errors_interface_check"
    external check_seq_roots : int -> unit = "seq_roots_interface_check"
    external check_seq_words : int -> unit = "seq_words_interface_check"
    external check_seq_floats : int -> unit = "seq_floats_interface_check"
    external check_seq_failing : int -> unit = "seq_failing_interface_check"

    external check_seq_there_and_back : int -> unit
      = "seq_there_and_back_interface_check"

    external check_seq_count : int -> unit = "seq_count_interface_check"
    external check_lent_new : int -> unit = "lent_new_interface_check"
    external check_lent_get : int -> unit = "lent_get_interface_check"
    external check_lent_incr : int -> unit = "lent_incr_interface_check"

    external check_lent_too_large : int -> unit
      = "lent_too_large_interface_check"

    external check_lent_incr_and_panic : int -> unit
      = "lent_incr_and_panic_interface_check"

    external check_lent_named : int -> unit = "lent_named_interface_check"
    external check_lent_again : int -> unit = "lent_again_interface_check"

    external check_lent_again_mut : int -> unit
      = "lent_again_mut_interface_check"

    external check_lent_forget : int -> unit = "lent_forget_interface_check"
    external check_lent_sum : int -> unit = "lent_sum_interface_check"
    external check_build_tuple : int -> unit = "build_tuple_interface_check"
    external check_lists_sum : int -> unit = "lists_sum_interface_check"
    external check_lists_linked : int -> unit = "lists_linked_interface_check"
    external check_lists_range : int -> unit = "lists_range_interface_check"

    external check_lists_range_strings : int -> unit
      = "lists_range_strings_interface_check"

    external check_lists_cons : int -> unit = "lists_cons_interface_check"
    external check_lists_head : int -> unit = "lists_head_interface_check"
    external check_lists_empty : int -> unit = "lists_empty_interface_check"
    external check_lists_length : int -> unit = "lists_length_interface_check"
    external check_lists_same : int -> unit = "lists_same_interface_check"
    external check_lists_map : int -> unit = "lists_map_interface_check"
    external check_lists_option : int -> unit = "lists_option_interface_check"
    external check_lists_result : int -> unit = "lists_result_interface_check"
    external check_lists_deep : int -> unit = "lists_deep_interface_check"
    external check_lists_tuple21 : int -> unit = "lists_tuple21_interface_check"

    external check_lists_constant : int -> unit
      = "lists_constant_interface_check"

    external check_lists_block : int -> unit = "lists_block_interface_check"

    external check_lists_as_strings : int -> unit
      = "lists_as_strings_interface_check"

    external check_lists_as_string_array : int -> unit
      = "lists_as_string_array_interface_check"

    external check_lists_in_place : int -> unit
      = "lists_in_place_interface_check"

    external check_lists_in_place_of_value : int -> unit
      = "lists_in_place_of_value_interface_check"

    external check_memory_resident : int -> unit
      = "memory_resident_interface_check"

    external check_memory_hold : int -> unit = "memory_hold_interface_check"

    external check_memory_garbage : int -> unit
      = "memory_garbage_interface_check"

    external check_memory_tuple : int -> unit = "memory_tuple_interface_check"
    external check_memory_boxes : int -> unit = "memory_boxes_interface_check"

    external check_memory_boxes_in_place : int -> unit
      = "memory_boxes_in_place_interface_check"

    external check_memory_boxes_of_value : int -> unit
      = "memory_boxes_of_value_interface_check"

    external check_memory_boxes_of_lent : int -> unit
      = "memory_boxes_of_lent_interface_check"

    external check_memory_large_closure : int -> unit
      = "memory_large_closure_interface_check"

    external check_memory_boxes_in_closure : int -> unit
      = "memory_boxes_in_closure_interface_check"

    external check_memory_releases : int -> unit
      = "memory_releases_interface_check"

    external check_memory_calls : int -> unit = "memory_calls_interface_check"
    external check_numbers_unit : int -> unit = "numbers_unit_interface_check"
    external check_numbers_bool : int -> unit = "numbers_bool_interface_check"
    external check_numbers_i8 : int -> unit = "numbers_i8_interface_check"
    external check_numbers_u8 : int -> unit = "numbers_u8_interface_check"
    external check_numbers_i16 : int -> unit = "numbers_i16_interface_check"
    external check_numbers_u16 : int -> unit = "numbers_u16_interface_check"
    external check_numbers_isize : int -> unit = "numbers_isize_interface_check"
    external check_numbers_usize : int -> unit = "numbers_usize_interface_check"
    external check_numbers_i32 : int -> unit = "numbers_i32_interface_check"
    external check_numbers_u32 : int -> unit = "numbers_u32_interface_check"
    external check_numbers_i64 : int -> unit = "numbers_i64_interface_check"
    external check_numbers_u64 : int -> unit = "numbers_u64_interface_check"
    external check_numbers_f32 : int -> unit = "numbers_f32_interface_check"
    external check_numbers_f64 : int -> unit = "numbers_f64_interface_check"
    external check_numbers_add : int -> unit = "numbers_add_interface_check"

    external check_numbers_two_to_the : int -> unit
      = "numbers_two_to_the_interface_check"

    external check_numbers_max_int_plus_one : int -> unit
      = "numbers_max_int_plus_one_interface_check"

    external check_numbers_sum_i64 : int -> unit
      = "numbers_sum_i64_interface_check"

    external check_numbers_value_int : int -> unit
      = "numbers_value_int_interface_check"

    external check_objects_use : int -> unit = "objects_use_interface_check"
    external check_objects_total : int -> unit = "objects_total_interface_check"
    external check_objects_name : int -> unit = "objects_name_interface_check"

    external check_objects_missing : int -> unit
      = "objects_missing_interface_check"

    external check_objects_wrong : int -> unit = "objects_wrong_interface_check"
    external check_objects_fails : int -> unit = "objects_fails_interface_check"

    external check_objects_twelve : int -> unit
      = "objects_twelve_interface_check"

    external check_objects_apply : int -> unit = "objects_apply_interface_check"
    external check_objects_count : int -> unit = "objects_count_interface_check"
    external check_objects_bare : int -> unit = "objects_bare_interface_check"

    external check_own_exceptions_close : int -> unit
      = "own_exceptions_close_interface_check"

    external check_own_exceptions_close_by_error : int -> unit
      = "own_exceptions_close_by_error_interface_check"

    external check_own_exceptions_close_unboxed : int -> unit
      = "own_exceptions_close_unboxed_interface_check"

    external check_own_exceptions_own : int -> unit
      = "own_exceptions_own_interface_check"

    external check_own_exceptions_registered : int -> unit
      = "own_exceptions_registered_interface_check"

    external check_own_exceptions_wrong : int -> unit
      = "own_exceptions_wrong_interface_check"

    external check_own_exceptions_late : int -> unit
      = "own_exceptions_late_interface_check"

    external check_own_exceptions_race : int -> unit
      = "own_exceptions_race_interface_check"

    external check_own_exceptions_std : int -> unit
      = "own_exceptions_std_interface_check"

    external check_own_exceptions_value : int -> unit
      = "own_exceptions_value_interface_check"

    external check_own_exceptions_receive : int -> unit
      = "own_exceptions_receive_interface_check"

    external check_own_exceptions_typed : int -> unit
      = "own_exceptions_typed_interface_check"

    external check_own_exceptions_catch : int -> unit
      = "own_exceptions_catch_interface_check"

    external check_own_exceptions_downcast_here : int -> unit
      = "own_exceptions_downcast_here_interface_check"

    external check_own_exceptions_text : int -> unit
      = "own_exceptions_text_interface_check"

    external check_own_exceptions_parts : int -> unit
      = "own_exceptions_parts_interface_check"

    external check_own_exceptions_is : int -> unit
      = "own_exceptions_is_interface_check"

    external check_panics_panic : int -> unit = "panics_panic_interface_check"
    external check_panics_static : int -> unit = "panics_static_interface_check"
    external check_panics_index : int -> unit = "panics_index_interface_check"

    external check_panics_payload : int -> unit
      = "panics_payload_interface_check"

    external check_panics_error : int -> unit = "panics_error_interface_check"

    external check_panics_in_payload_drop : int -> unit
      = "panics_in_payload_drop_interface_check"

    external check_panics_in_drop : int -> unit
      = "panics_in_drop_interface_check"

    external check_panics_dropped : int -> unit
      = "panics_dropped_interface_check"

    external check_panics_elsewhere : int -> unit
      = "panics_elsewhere_interface_check"

    external check_panics_quiet : int -> unit = "panics_quiet_interface_check"

    external check_panics_resumed : int -> unit
      = "panics_resumed_interface_check"

    external check_poly_variants_hash : int -> unit
      = "poly_variants_hash_interface_check"

    external check_poly_variants_runtime_hash : int -> unit
      = "poly_variants_runtime_hash_interface_check"

    external check_poly_variants_color : int -> unit
      = "poly_variants_color_interface_check"

    external check_poly_variants_under_allocation : int -> unit
      = "poly_variants_under_allocation_interface_check"

    external check_poly_variants_mode : int -> unit
      = "poly_variants_mode_interface_check"

    external check_poly_variants_document : int -> unit
      = "poly_variants_document_interface_check"

    external check_variants_area : int -> unit = "variants_area_interface_check"

    external check_variants_shape : int -> unit
      = "variants_shape_interface_check"

    external check_variants_tree : int -> unit = "variants_tree_interface_check"

    external check_variants_complete_tree : int -> unit
      = "variants_complete_tree_interface_check"

    external check_variants_id : int -> unit = "variants_id_interface_check"
    external check_variants_many : int -> unit = "variants_many_interface_check"

    external check_variants_corner : int -> unit
      = "variants_corner_interface_check"

    external check_variants_vector : int -> unit
      = "variants_vector_interface_check"

    external check_variants_event : int -> unit
      = "variants_event_interface_check"

    external check_variants_json : int -> unit = "variants_json_interface_check"
    external check_variants_body : int -> unit = "variants_body_interface_check"

    external check_variants_many_blocks : int -> unit
      = "variants_many_blocks_interface_check"

    external check_prop_bigarray_make : int -> unit
      = "prop_bigarray_make_interface_check"

    external check_prop_bigarray_same : int -> unit
      = "prop_bigarray_same_interface_check"

    external check_prop_counter_make : int -> unit
      = "prop_counter_make_interface_check"

    external check_prop_counter_same : int -> unit
      = "prop_counter_same_interface_check"

    external check_prop_cached_make : int -> unit
      = "prop_cached_make_interface_check"

    external check_prop_cached_same : int -> unit
      = "prop_cached_same_interface_check"

    external check_prop_unboxed_make : int -> unit
      = "prop_unboxed_make_interface_check"

    external check_prop_unboxed_same : int -> unit
      = "prop_unboxed_same_interface_check"

    external check_prop_flat_make : int -> unit
      = "prop_flat_make_interface_check"

    external check_prop_flat_same : int -> unit
      = "prop_flat_same_interface_check"

    external check_prop_segment_make : int -> unit
      = "prop_segment_make_interface_check"

    external check_prop_segment_same : int -> unit
      = "prop_segment_same_interface_check"

    external check_prop_both_floats_make : int -> unit
      = "prop_both_floats_make_interface_check"

    external check_prop_both_floats_same : int -> unit
      = "prop_both_floats_same_interface_check"

    external check_prop_both_deep_make : int -> unit
      = "prop_both_deep_make_interface_check"

    external check_prop_both_deep_same : int -> unit
      = "prop_both_deep_same_interface_check"

    external check_prop_vector_make : int -> unit
      = "prop_vector_make_interface_check"

    external check_prop_vector_same : int -> unit
      = "prop_vector_same_interface_check"

    external check_prop_angles_make : int -> unit
      = "prop_angles_make_interface_check"

    external check_prop_angles_same : int -> unit
      = "prop_angles_same_interface_check"

    external check_prop_many_make : int -> unit
      = "prop_many_make_interface_check"

    external check_prop_many_same : int -> unit
      = "prop_many_same_interface_check"

    external check_prop_body_make : int -> unit
      = "prop_body_make_interface_check"

    external check_prop_body_same : int -> unit
      = "prop_body_same_interface_check"

    external check_prop_value_make : int -> unit
      = "prop_value_make_interface_check"

    external check_prop_value_same : int -> unit
      = "prop_value_same_interface_check"

    external check_prop_in_place_array_make : int -> unit
      = "prop_in_place_array_make_interface_check"

    external check_prop_in_place_array_same : int -> unit
      = "prop_in_place_array_same_interface_check"

    external check_prop_in_place_floats_make : int -> unit
      = "prop_in_place_floats_make_interface_check"

    external check_prop_in_place_floats_same : int -> unit
      = "prop_in_place_floats_same_interface_check"

    external check_prop_in_place_list_make : int -> unit
      = "prop_in_place_list_make_interface_check"

    external check_prop_in_place_list_same : int -> unit
      = "prop_in_place_list_same_interface_check"

    external check_prop_cons_make : int -> unit
      = "prop_cons_make_interface_check"

    external check_prop_cons_same : int -> unit
      = "prop_cons_same_interface_check"

    external check_prop_float_array_make : int -> unit
      = "prop_float_array_make_interface_check"

    external check_prop_float_array_same : int -> unit
      = "prop_float_array_same_interface_check"

    external check_prop_in_place_bytes_make : int -> unit
      = "prop_in_place_bytes_make_interface_check"

    external check_prop_in_place_bytes_same : int -> unit
      = "prop_in_place_bytes_same_interface_check"

    external check_prop_filled_bytes_make : int -> unit
      = "prop_filled_bytes_make_interface_check"

    external check_prop_filled_bytes_same : int -> unit
      = "prop_filled_bytes_same_interface_check"

    external check_prop_buffer_make : int -> unit
      = "prop_buffer_make_interface_check"

    external check_prop_buffer_same : int -> unit
      = "prop_buffer_same_interface_check"

    external check_prop_ref_make : int -> unit = "prop_ref_make_interface_check"
    external check_prop_ref_same : int -> unit = "prop_ref_same_interface_check"

    external check_prop_ref_float_make : int -> unit
      = "prop_ref_float_make_interface_check"

    external check_prop_ref_float_same : int -> unit
      = "prop_ref_float_same_interface_check"

    external check_prop_hashtbl_make : int -> unit
      = "prop_hashtbl_make_interface_check"

    external check_prop_hashtbl_same : int -> unit
      = "prop_hashtbl_same_interface_check"

    external check_prop_hashtbl_strings_make : int -> unit
      = "prop_hashtbl_strings_make_interface_check"

    external check_prop_hashtbl_strings_same : int -> unit
      = "prop_hashtbl_strings_same_interface_check"

    external check_prop_hashtbl_pairs_make : int -> unit
      = "prop_hashtbl_pairs_make_interface_check"

    external check_prop_hashtbl_pairs_same : int -> unit
      = "prop_hashtbl_pairs_same_interface_check"

    external check_prop_lazy_make : int -> unit
      = "prop_lazy_make_interface_check"

    external check_prop_lazy_same : int -> unit
      = "prop_lazy_same_interface_check"

    external check_prop_lazy_float_make : int -> unit
      = "prop_lazy_float_make_interface_check"

    external check_prop_lazy_float_same : int -> unit
      = "prop_lazy_float_same_interface_check"

    external check_prop_values_same : int -> unit
      = "prop_values_same_interface_check"

    external check_prop_in_place_map_same : int -> unit
      = "prop_in_place_map_same_interface_check"

    external check_prop_in_place_set_same : int -> unit
      = "prop_in_place_set_same_interface_check"

    external check_prop_seq_make : int -> unit = "prop_seq_make_interface_check"
    external check_prop_seq_same : int -> unit = "prop_seq_same_interface_check"

    external check_prop_char_make : int -> unit
      = "prop_char_make_interface_check"

    external check_prop_char_same : int -> unit
      = "prop_char_same_interface_check"

    external check_prop_box_str_make : int -> unit
      = "prop_box_str_make_interface_check"

    external check_prop_box_str_same : int -> unit
      = "prop_box_str_same_interface_check"

    external check_prop_rc_str_make : int -> unit
      = "prop_rc_str_make_interface_check"

    external check_prop_rc_str_same : int -> unit
      = "prop_rc_str_same_interface_check"

    external check_prop_arc_str_make : int -> unit
      = "prop_arc_str_make_interface_check"

    external check_prop_arc_str_same : int -> unit
      = "prop_arc_str_same_interface_check"

    external check_prop_path_buf_make : int -> unit
      = "prop_path_buf_make_interface_check"

    external check_prop_path_buf_same : int -> unit
      = "prop_path_buf_same_interface_check"

    external check_prop_os_string_make : int -> unit
      = "prop_os_string_make_interface_check"

    external check_prop_os_string_same : int -> unit
      = "prop_os_string_same_interface_check"

    external check_prop_fixed_make : int -> unit
      = "prop_fixed_make_interface_check"

    external check_prop_fixed_same : int -> unit
      = "prop_fixed_same_interface_check"

    external check_prop_fixed_floats_make : int -> unit
      = "prop_fixed_floats_make_interface_check"

    external check_prop_fixed_floats_same : int -> unit
      = "prop_fixed_floats_same_interface_check"

    external check_prop_fixed_bytes_make : int -> unit
      = "prop_fixed_bytes_make_interface_check"

    external check_prop_fixed_bytes_same : int -> unit
      = "prop_fixed_bytes_same_interface_check"

    external check_prop_deque_make : int -> unit
      = "prop_deque_make_interface_check"

    external check_prop_deque_same : int -> unit
      = "prop_deque_same_interface_check"

    external check_prop_box_slice_make : int -> unit
      = "prop_box_slice_make_interface_check"

    external check_prop_box_slice_same : int -> unit
      = "prop_box_slice_same_interface_check"

    external check_prop_box_bytes_make : int -> unit
      = "prop_box_bytes_make_interface_check"

    external check_prop_box_bytes_same : int -> unit
      = "prop_box_bytes_same_interface_check"

    external check_prop_rc_slice_make : int -> unit
      = "prop_rc_slice_make_interface_check"

    external check_prop_rc_slice_same : int -> unit
      = "prop_rc_slice_same_interface_check"

    external check_prop_arc_slice_make : int -> unit
      = "prop_arc_slice_make_interface_check"

    external check_prop_arc_slice_same : int -> unit
      = "prop_arc_slice_same_interface_check"

    external check_prop_hash_map_make : int -> unit
      = "prop_hash_map_make_interface_check"

    external check_prop_hash_map_same : int -> unit
      = "prop_hash_map_same_interface_check"

    external check_prop_btree_set_make : int -> unit
      = "prop_btree_set_make_interface_check"

    external check_prop_btree_set_same : int -> unit
      = "prop_btree_set_same_interface_check"

    external check_prop_hash_set_make : int -> unit
      = "prop_hash_set_make_interface_check"

    external check_prop_hash_set_same : int -> unit
      = "prop_hash_set_same_interface_check"

    external check_prop_pointers_make : int -> unit
      = "prop_pointers_make_interface_check"

    external check_prop_pointers_same : int -> unit
      = "prop_pointers_same_interface_check"

    external check_prop_arc_floats_make : int -> unit
      = "prop_arc_floats_make_interface_check"

    external check_prop_arc_floats_same : int -> unit
      = "prop_arc_floats_same_interface_check"

    external check_prop_either_make : int -> unit
      = "prop_either_make_interface_check"

    external check_prop_either_same : int -> unit
      = "prop_either_same_interface_check"

    external check_prop_complex_make : int -> unit
      = "prop_complex_make_interface_check"

    external check_prop_complex_same : int -> unit
      = "prop_complex_same_interface_check"

    external check_prop_nativeint_make : int -> unit
      = "prop_nativeint_make_interface_check"

    external check_prop_nativeint_same : int -> unit
      = "prop_nativeint_same_interface_check"

    external check_prop_seconds_make : int -> unit
      = "prop_seconds_make_interface_check"

    external check_prop_seconds_same : int -> unit
      = "prop_seconds_same_interface_check"

    external check_prop_unix_times_make : int -> unit
      = "prop_unix_times_make_interface_check"

    external check_prop_unix_times_same : int -> unit
      = "prop_unix_times_same_interface_check"

    external check_prop_ordering_make : int -> unit
      = "prop_ordering_make_interface_check"

    external check_prop_ordering_same : int -> unit
      = "prop_ordering_same_interface_check"

    external check_prop_nonzero_make : int -> unit
      = "prop_nonzero_make_interface_check"

    external check_prop_nonzero_same : int -> unit
      = "prop_nonzero_same_interface_check"

    external check_prop_deep_std_make : int -> unit
      = "prop_deep_std_make_interface_check"

    external check_prop_deep_std_same : int -> unit
      = "prop_deep_std_same_interface_check"

    external check_prop_cow_make : int -> unit = "prop_cow_make_interface_check"
    external check_prop_cow_same : int -> unit = "prop_cow_same_interface_check"

    external check_prop_cow_path_make : int -> unit
      = "prop_cow_path_make_interface_check"

    external check_prop_cow_path_same : int -> unit
      = "prop_cow_path_same_interface_check"

    external check_prop_sign_same : int -> unit
      = "prop_sign_same_interface_check"

    external check_prop_str_same : int -> unit = "prop_str_same_interface_check"

    external check_prop_slice_same : int -> unit
      = "prop_slice_same_interface_check"

    external check_prop_path_same : int -> unit
      = "prop_path_same_interface_check"

    external check_prop_os_str_same : int -> unit
      = "prop_os_str_same_interface_check"

    external check_prop_unit_make : int -> unit
      = "prop_unit_make_interface_check"

    external check_prop_unit_same : int -> unit
      = "prop_unit_same_interface_check"

    external check_prop_bool_make : int -> unit
      = "prop_bool_make_interface_check"

    external check_prop_bool_same : int -> unit
      = "prop_bool_same_interface_check"

    external check_prop_int_make : int -> unit = "prop_int_make_interface_check"
    external check_prop_int_same : int -> unit = "prop_int_same_interface_check"

    external check_prop_uint_make : int -> unit
      = "prop_uint_make_interface_check"

    external check_prop_uint_same : int -> unit
      = "prop_uint_same_interface_check"

    external check_prop_u8_make : int -> unit = "prop_u8_make_interface_check"
    external check_prop_u8_same : int -> unit = "prop_u8_same_interface_check"
    external check_prop_i8_make : int -> unit = "prop_i8_make_interface_check"
    external check_prop_i8_same : int -> unit = "prop_i8_same_interface_check"
    external check_prop_u16_make : int -> unit = "prop_u16_make_interface_check"
    external check_prop_u16_same : int -> unit = "prop_u16_same_interface_check"
    external check_prop_i16_make : int -> unit = "prop_i16_make_interface_check"
    external check_prop_i16_same : int -> unit = "prop_i16_same_interface_check"
    external check_prop_i32_make : int -> unit = "prop_i32_make_interface_check"
    external check_prop_i32_same : int -> unit = "prop_i32_same_interface_check"
    external check_prop_u32_make : int -> unit = "prop_u32_make_interface_check"
    external check_prop_u32_same : int -> unit = "prop_u32_same_interface_check"
    external check_prop_i64_make : int -> unit = "prop_i64_make_interface_check"
    external check_prop_i64_same : int -> unit = "prop_i64_same_interface_check"
    external check_prop_u64_make : int -> unit = "prop_u64_make_interface_check"
    external check_prop_u64_same : int -> unit = "prop_u64_same_interface_check"
    external check_prop_f64_make : int -> unit = "prop_f64_make_interface_check"
    external check_prop_f64_same : int -> unit = "prop_f64_same_interface_check"
    external check_prop_f32_make : int -> unit = "prop_f32_make_interface_check"
    external check_prop_f32_same : int -> unit = "prop_f32_same_interface_check"

    external check_prop_string_make : int -> unit
      = "prop_string_make_interface_check"

    external check_prop_string_same : int -> unit
      = "prop_string_same_interface_check"

    external check_prop_bytes_make : int -> unit
      = "prop_bytes_make_interface_check"

    external check_prop_bytes_same : int -> unit
      = "prop_bytes_same_interface_check"

    external check_prop_option_make : int -> unit
      = "prop_option_make_interface_check"

    external check_prop_option_same : int -> unit
      = "prop_option_same_interface_check"

    external check_prop_result_make : int -> unit
      = "prop_result_make_interface_check"

    external check_prop_result_same : int -> unit
      = "prop_result_same_interface_check"

    external check_prop_tuple_make : int -> unit
      = "prop_tuple_make_interface_check"

    external check_prop_tuple_same : int -> unit
      = "prop_tuple_same_interface_check"

    external check_prop_array_make : int -> unit
      = "prop_array_make_interface_check"

    external check_prop_array_same : int -> unit
      = "prop_array_same_interface_check"

    external check_prop_floats_make : int -> unit
      = "prop_floats_make_interface_check"

    external check_prop_floats_same : int -> unit
      = "prop_floats_same_interface_check"

    external check_prop_singles_make : int -> unit
      = "prop_singles_make_interface_check"

    external check_prop_singles_same : int -> unit
      = "prop_singles_same_interface_check"

    external check_prop_list_make : int -> unit
      = "prop_list_make_interface_check"

    external check_prop_list_same : int -> unit
      = "prop_list_same_interface_check"

    external check_prop_map_make : int -> unit = "prop_map_make_interface_check"
    external check_prop_map_same : int -> unit = "prop_map_same_interface_check"

    external check_prop_deep_make : int -> unit
      = "prop_deep_make_interface_check"

    external check_prop_deep_same : int -> unit
      = "prop_deep_same_interface_check"

    external check_prop_record_make : int -> unit
      = "prop_record_make_interface_check"

    external check_prop_record_same : int -> unit
      = "prop_record_same_interface_check"

    external check_prop_point_make : int -> unit
      = "prop_point_make_interface_check"

    external check_prop_point_same : int -> unit
      = "prop_point_same_interface_check"

    external check_prop_tree_make : int -> unit
      = "prop_tree_make_interface_check"

    external check_prop_tree_same : int -> unit
      = "prop_tree_same_interface_check"

    external check_prop_json_make : int -> unit
      = "prop_json_make_interface_check"

    external check_prop_json_same : int -> unit
      = "prop_json_same_interface_check"

    external check_incr_example : int -> unit = "incr_example_interface_check"
    external check_records_swap : int -> unit = "records_swap_interface_check"
    external check_records_box3 : int -> unit = "records_box3_interface_check"
    external check_records_pair : int -> unit = "records_pair_interface_check"

    external check_records_one_float : int -> unit
      = "records_one_float_interface_check"

    external check_records_one_string : int -> unit
      = "records_one_string_interface_check"

    external check_records_wrapped : int -> unit
      = "records_wrapped_interface_check"

    external check_records_unit : int -> unit = "records_unit_interface_check"

    external check_records_both_floats : int -> unit
      = "records_both_floats_interface_check"

    external check_records_both_strings : int -> unit
      = "records_both_strings_interface_check"

    external check_records_nested : int -> unit
      = "records_nested_interface_check"

    external check_records_nested_under_allocation : int -> unit
      = "records_nested_under_allocation_interface_check"

    external check_records_counter : int -> unit
      = "records_counter_interface_check"

    external check_records_cached : int -> unit
      = "records_cached_interface_check"

    external check_records_labelled : int -> unit
      = "records_labelled_interface_check"

    external check_records_hidden : int -> unit
      = "records_hidden_interface_check"

    external check_records_tagged : int -> unit
      = "records_tagged_interface_check"

    external check_records_segment : int -> unit
      = "records_segment_interface_check"

    external check_records_both_lengths : int -> unit
      = "records_both_lengths_interface_check"

    external check_records_boxed_lengths : int -> unit
      = "records_boxed_lengths_interface_check"

    external check_records_lengths : int -> unit
      = "records_lengths_interface_check"

    external check_records_known : int -> unit = "records_known_interface_check"

    external check_records_unknown : int -> unit
      = "records_unknown_interface_check"

    external check_records_peeked : int -> unit
      = "records_peeked_interface_check"

    external check_roots_keep : int -> unit = "roots_keep_interface_check"
    external check_roots_get : int -> unit = "roots_get_interface_check"
    external check_roots_clear : int -> unit = "roots_clear_interface_check"
    external check_roots_set : int -> unit = "roots_set_interface_check"

    external check_roots_clear_elsewhere : int -> unit
      = "roots_clear_elsewhere_interface_check"

    external check_roots_across_gc_point : int -> unit
      = "roots_across_gc_point_interface_check"

    external check_roots_typed : int -> unit = "roots_typed_interface_check"

    external check_roots_argument : int -> unit
      = "roots_argument_interface_check"

    external check_roots_churn : int -> unit = "roots_churn_interface_check"

    external check_roots_of_immediates_elsewhere : int -> unit
      = "roots_of_immediates_elsewhere_interface_check"

    external check_signals_work : int -> unit = "signals_work_interface_check"
    external check_signals_until : int -> unit = "signals_until_interface_check"

    external check_signals_dropped : int -> unit
      = "signals_dropped_interface_check"

    external check_std_box_str : int -> unit = "std_box_str_interface_check"
    external check_std_rc_str : int -> unit = "std_rc_str_interface_check"
    external check_std_arc_str : int -> unit = "std_arc_str_interface_check"
    external check_std_path_buf : int -> unit = "std_path_buf_interface_check"
    external check_std_path : int -> unit = "std_path_interface_check"
    external check_std_os_string : int -> unit = "std_os_string_interface_check"
    external check_std_os_str : int -> unit = "std_os_str_interface_check"
    external check_std_char : int -> unit = "std_char_interface_check"

    external check_std_char_array : int -> unit
      = "std_char_array_interface_check"

    external check_std_bytes4 : int -> unit = "std_bytes4_interface_check"
    external check_std_box_bytes : int -> unit = "std_box_bytes_interface_check"
    external check_std_ints3 : int -> unit = "std_ints3_interface_check"
    external check_std_floats3 : int -> unit = "std_floats3_interface_check"
    external check_std_strings0 : int -> unit = "std_strings0_interface_check"
    external check_std_box_slice : int -> unit = "std_box_slice_interface_check"
    external check_std_rc_slice : int -> unit = "std_rc_slice_interface_check"
    external check_std_deque : int -> unit = "std_deque_interface_check"
    external check_std_hash_map : int -> unit = "std_hash_map_interface_check"
    external check_std_btree_set : int -> unit = "std_btree_set_interface_check"
    external check_std_rc : int -> unit = "std_rc_interface_check"

    external check_std_arc_floats : int -> unit
      = "std_arc_floats_interface_check"

    external check_std_either : int -> unit = "std_either_interface_check"
    external check_std_complex : int -> unit = "std_complex_interface_check"
    external check_std_nativeint : int -> unit = "std_nativeint_interface_check"
    external check_std_seconds : int -> unit = "std_seconds_interface_check"

    external check_std_seconds_array : int -> unit
      = "std_seconds_array_interface_check"

    external check_std_unix_time : int -> unit = "std_unix_time_interface_check"
    external check_std_nonzero : int -> unit = "std_nonzero_interface_check"

    external check_std_nonzero_i64 : int -> unit
      = "std_nonzero_i64_interface_check"

    external check_std_ordering : int -> unit = "std_ordering_interface_check"
    external check_std_cow : int -> unit = "std_cow_interface_check"
    external check_std_file_name : int -> unit = "std_file_name_interface_check"

    external check_std_hash_set_size : int -> unit
      = "std_hash_set_size_interface_check"

    external check_std_grouped : int -> unit = "std_grouped_interface_check"
    external check_std_compare : int -> unit = "std_compare_interface_check"

    external check_std_decode_only : int -> unit
      = "std_decode_only_interface_check"

    external check_std_counted : int -> unit = "std_counted_interface_check"
    external check_std_alive : int -> unit = "std_alive_interface_check"
    external check_stress_run : int -> unit = "stress_run_interface_check"
    external check_tables_make : int -> unit = "tables_make_interface_check"

    external check_tables_squares : int -> unit
      = "tables_squares_interface_check"

    external check_tables_make_any : int -> unit
      = "tables_make_any_interface_check"

    external check_tables_length : int -> unit = "tables_length_interface_check"
    external check_tables_get : int -> unit = "tables_get_interface_check"

    external check_tables_get_float : int -> unit
      = "tables_get_float_interface_check"

    external check_tables_get_pair : int -> unit
      = "tables_get_pair_interface_check"

    external check_tables_bindings : int -> unit
      = "tables_bindings_interface_check"

    external check_tables_sum_of_hashtbl : int -> unit
      = "tables_sum_of_hashtbl_interface_check"

    external check_tables_map : int -> unit = "tables_map_interface_check"

    external check_tables_map_keys : int -> unit
      = "tables_map_keys_interface_check"

    external check_tables_map_length : int -> unit
      = "tables_map_length_interface_check"

    external check_tables_map_same : int -> unit
      = "tables_map_same_interface_check"

    external check_tables_set : int -> unit = "tables_set_interface_check"

    external check_tables_set_sum : int -> unit
      = "tables_set_sum_interface_check"

    external check_tables_rooted : int -> unit = "tables_rooted_interface_check"
    external check_tables_show : int -> unit = "tables_show_interface_check"
    external check_text_length : int -> unit = "text_length_interface_check"
    external check_text_chars : int -> unit = "text_chars_interface_check"
    external check_text_echo : int -> unit = "text_echo_interface_check"
    external check_text_borrow : int -> unit = "text_borrow_interface_check"
    external check_text_repeat : int -> unit = "text_repeat_interface_check"

    external check_text_bytes_echo : int -> unit
      = "text_bytes_echo_interface_check"

    external check_text_bytes_sum : int -> unit
      = "text_bytes_sum_interface_check"

    external check_text_bytes_slice : int -> unit
      = "text_bytes_slice_interface_check"

    external check_text_read_after_allocating : int -> unit
      = "text_read_after_allocating_interface_check"

    external check_text_decode_two : int -> unit
      = "text_decode_two_interface_check"

    external check_thread_ends_late : int -> unit
      = "thread_ends_late_interface_check"

    external check_thread_ends_only : int -> unit
      = "thread_ends_only_interface_check"

    external check_thread_ends_process : int -> unit
      = "thread_ends_process_interface_check"

    external check_thread_ends_never : int -> unit
      = "thread_ends_never_interface_check"

    external check_threads_sleep : int -> unit = "threads_sleep_interface_check"

    external check_threads_blocking_sum : int -> unit
      = "threads_blocking_sum_interface_check"

    external check_threads_blocking_fail : int -> unit
      = "threads_blocking_fail_interface_check"

    external check_threads_blocking_panic : int -> unit
      = "threads_blocking_panic_interface_check"

    external check_threads_elsewhere : int -> unit
      = "threads_elsewhere_interface_check"

    external check_threads_attach_directly : int -> unit
      = "threads_attach_directly_interface_check"

    external check_threads_attach_again : int -> unit
      = "threads_attach_again_interface_check"

    external check_threads_release_in_attach : int -> unit
      = "threads_release_in_attach_interface_check"

    external check_threads_raised_elsewhere : int -> unit
      = "threads_raised_elsewhere_interface_check"

    external check_threads_workers : int -> unit
      = "threads_workers_interface_check"

    external check_threads_serve : int -> unit = "threads_serve_interface_check"

    external check_threads_roots_elsewhere : int -> unit
      = "threads_roots_elsewhere_interface_check"

    external check_threads_panic_elsewhere : int -> unit
      = "threads_panic_elsewhere_interface_check"

    external check_threads_closure_elsewhere : int -> unit
      = "threads_closure_elsewhere_interface_check"

    external check_threads_attach_late : int -> unit
      = "threads_attach_late_interface_check"

    external check_threads_attached : int -> unit
      = "threads_attached_interface_check"

    external check_threads_promise : int -> unit
      = "threads_promise_interface_check"

    external check_threads_await : int -> unit = "threads_await_interface_check"
    external check_threads_tick : int -> unit = "threads_tick_interface_check"
    external check_trust_buffer : int -> unit = "trust_buffer_interface_check"
    external check_trust_hashtbl : int -> unit = "trust_hashtbl_interface_check"
    external check_trust_map : int -> unit = "trust_map_interface_check"
    external check_trust_set : int -> unit = "trust_set_interface_check"
    external check_trust_lazy : int -> unit = "trust_lazy_interface_check"
    external check_trust_ref : int -> unit = "trust_ref_interface_check"
    external check_trust_array : int -> unit = "trust_array_interface_check"
    external check_trust_list : int -> unit = "trust_list_interface_check"
    external check_trust_rooted : int -> unit = "trust_rooted_interface_check"
    external check_trust_exn : int -> unit = "trust_exn_interface_check"
    external check_trust_raise : int -> unit = "trust_raise_interface_check"

    external check_trust_exn_text : int -> unit
      = "trust_exn_text_interface_check"

    external check_trust_list_length : int -> unit
      = "trust_list_length_interface_check"

    external check_trust_seq : int -> unit = "trust_seq_interface_check"
    external check_trust_inside : int -> unit = "trust_inside_interface_check"

    external check_trust_drop_on_error : int -> unit
      = "trust_drop_on_error_interface_check"

    external check_trust_drop_on_error_inside : int -> unit
      = "trust_drop_on_error_inside_interface_check"

    external check_trust_drop_on_panic : int -> unit
      = "trust_drop_on_panic_interface_check"

    external check_trust_drop_in_list : int -> unit
      = "trust_drop_in_list_interface_check"

    external check_trust_smuggled : int -> unit
      = "trust_smuggled_interface_check"

    external check_trust_default : int -> unit = "trust_default_interface_check"
    external check_trust_skipped : int -> unit = "trust_skipped_interface_check"
    external check_trust_hasher : int -> unit = "trust_hasher_interface_check"

    external check_trust_call_while_panicking : int -> unit
      = "trust_call_while_panicking_interface_check"

    external check_unboxed_incrf : int -> unit = "unboxed_incrf_interface_check"
    external check_unboxed_mixed : int -> unit = "unboxed_mixed_interface_check"

    external check_unboxed_checked_div : int -> unit
      = "unboxed_checked_div_interface_check"

    external check_unboxed_panics : int -> unit
      = "unboxed_panics_interface_check"

    external check_unboxed_untagged : int -> unit
      = "unboxed_untagged_interface_check"

    external check_noalloc_add : int -> unit = "noalloc_add_interface_check"
    external check_noalloc_sum : int -> unit = "noalloc_sum_interface_check"

    external check_noalloc_is_block : int -> unit
      = "noalloc_is_block_interface_check"

    external check_noalloc_panics : int -> unit
      = "noalloc_panics_interface_check"

    external check_noalloc_boxes : int -> unit = "noalloc_boxes_interface_check"

    external check_weak_roots_new : int -> unit
      = "weak_roots_new_interface_check"

    external check_weak_roots_get : int -> unit
      = "weak_roots_get_interface_check"

    external check_weak_roots_is_alive : int -> unit
      = "weak_roots_is_alive_interface_check"

    external check_weak_roots_upgrade : int -> unit
      = "weak_roots_upgrade_interface_check"

    external check_weak_roots_clear : int -> unit
      = "weak_roots_clear_interface_check"

    external check_weak_roots_typed : int -> unit
      = "weak_roots_typed_interface_check"

    external check_weak_roots_typed_sum : int -> unit
      = "weak_roots_typed_sum_interface_check"

    external check_weak_roots_churn : int -> unit
      = "weak_roots_churn_interface_check"

    external check_weak_roots_gather : int -> unit
      = "weak_roots_gather_interface_check"

    external check_abstract_open : int -> unit = "abstract_open_interface_check"
    external check_abstract_next : int -> unit = "abstract_next_interface_check"

    external check_abstract_close : int -> unit
      = "abstract_close_interface_check"

    external check_abstract_same : int -> unit = "abstract_same_interface_check"

    external check_abstract_other : int -> unit
      = "abstract_other_interface_check"

    external check_abstract_is_null : int -> unit
      = "abstract_is_null_interface_check"
  end in
  Archive.check_arity_0 851318501;
  Archive.check_arity_1 465636499;
  Archive.check_arity_5 754917482;
  Archive.check_arity_6 707846877;
  Archive.check_arity_12 684499685;
  Archive.check_arity_7 1001741161;
  Archive.check_arity_fibonacci 231528469;
  Archive.check_arity_make 647835826;
  Archive.check_arity_make_many 534154574;
  Archive.check_arity_renamed_symbol 36243219;
  Archive.check_average 323007181;
  Archive.check_arrays_floats 142737735;
  Archive.check_arrays_meters 1053594534;
  Archive.check_arrays_ints 809208070;
  Archive.check_arrays_strings 1015967331;
  Archive.check_arrays_nested 979670233;
  Archive.check_arrays_values 234130721;
  Archive.check_arrays_slice_sum 14290248;
  Archive.check_arrays_range 940799088;
  Archive.check_arrays_range_strings 313418865;
  Archive.check_arrays_make_floats 712711188;
  Archive.check_arrays_get 697987282;
  Archive.check_arrays_sum 545008008;
  Archive.check_arrays_set 402302604;
  Archive.check_arrays_u8 925023050;
  Archive.check_arrays_lying_iterator 751713452;
  Archive.check_arrays_pair 701340373;
  Archive.check_arrays_of_values 787720201;
  Archive.check_arrays_units 14706040;
  Archive.check_arrays_range_length 857448424;
  Archive.check_arrays_chain 898512514;
  Archive.check_arrays_tree 317621169;
  Archive.check_backtraces_text 857349483;
  Archive.check_backtraces_again 54667918;
  Archive.check_backtraces_of_rust 243224337;
  Archive.check_big_int 891640267;
  Archive.check_big_uint 565824457;
  Archive.check_big_int_to_string 583915709;
  Archive.check_big_int_of_string 777008895;
  Archive.check_big_int_and_double 597574384;
  Archive.check_big_int_sum 722411949;
  Archive.check_big_int_powers 161547519;
  Archive.check_big_uint_power_of_two 401022305;
  Archive.check_big_int_of_int 770420038;
  Archive.check_bigarrays_live 493021686;
  Archive.check_bigarrays_counted 271191801;
  Archive.check_bigarrays_counted3 1059620797;
  Archive.check_bigarrays_spare_capacity 542055413;
  Archive.check_bigarrays_copies 91164673;
  Archive.check_bigarrays_sum 867997272;
  Archive.check_bigarrays_sum_matrix 781614437;
  Archive.check_bigarrays_bytes 104047115;
  Archive.check_bigarrays_get 983387896;
  Archive.check_bigarrays_set 120983091;
  Archive.check_bigarrays_write 796658589;
  Archive.check_bigarrays_add 425144424;
  Archive.check_bigarrays_sort 678908541;
  Archive.check_bigarrays_fill_elsewhere 986018579;
  Archive.check_bigarrays_wrong_count 1035898157;
  Archive.check_bigarrays_too_large 504011790;
  Archive.check_bigarrays_no_memory 143983370;
  Archive.check_bigarrays_many_dims 53680022;
  Archive.check_bigarrays_make 239051872;
  Archive.check_bigarrays_make_many 778366927;
  Archive.check_bigarrays_fail 249558554;
  Archive.check_bigarrays_keep 834584066;
  Archive.check_bigarrays_kept 498556811;
  Archive.check_bigarrays_rooted 29515516;
  Archive.check_bigarrays_debug 648877208;
  Archive.check_bigarrays_ndarray_get 1048882125;
  Archive.check_bigarrays_ndarray_scale 775385626;
  Archive.check_bigarrays_ndarray_transposed 695097469;
  Archive.check_bigarrays_ndarray_orders 944832321;
  Archive.check_buffers_floats_sum 754928886;
  Archive.check_buffers_floats_get 832343969;
  Archive.check_buffers_floats_double 264584414;
  Archive.check_buffers_floats_copy 1038128204;
  Archive.check_buffers_floats_same 691570732;
  Archive.check_buffers_bytes_get 900464425;
  Archive.check_buffers_bytes_set 136187675;
  Archive.check_buffers_bytes_blit 245048878;
  Archive.check_buffers_bytes_reversed 263315929;
  Archive.check_buffers_bytes_sort 1039283798;
  Archive.check_buffers_bytes_new 19767201;
  Archive.check_buffers_bytes_panic 171711981;
  Archive.check_buffers_rooted 905619200;
  Archive.check_buffers_buffer_contents 119707006;
  Archive.check_buffers_buffer_make 102924066;
  Archive.check_buffers_ref_new 14109365;
  Archive.check_buffers_ref_float 985230336;
  Archive.check_buffers_ref_incr 973579799;
  Archive.check_buffers_ref_append 955386950;
  Archive.check_buffers_show 234312768;
  Archive.check_incr 340802177;
  Archive.check_id 1017031905;
  Archive.check_custom_counter_get_count 888968439;
  Archive.check_custom_counter_set_count 557390774;
  Archive.check_custom_counter_get_label 362296670;
  Archive.check_custom_counter_new 978118057;
  Archive.check_custom_counter_incr 364310938;
  Archive.check_custom_counter_get 664109303;
  Archive.check_custom_counter_label 206842883;
  Archive.check_custom_counter_plus 336126328;
  Archive.check_custom_counter_swap 1047674065;
  Archive.check_custom_counter_same 842960312;
  Archive.check_custom_counter_finish 919778418;
  Archive.check_custom_counter_describe 1049372622;
  Archive.check_custom_counter_describe_explicitly 964775650;
  Archive.check_custom_counter_across 902188779;
  Archive.check_custom_counter_many 143113622;
  Archive.check_custom_here_new 12389906;
  Archive.check_custom_here_incr 509451322;
  Archive.check_custom_holder_new 950497193;
  Archive.check_custom_holder_get 433992138;
  Archive.check_custom_holder_dropped 409405192;
  Archive.check_custom_journal_new 904876815;
  Archive.check_custom_journal_name 273226282;
  Archive.check_custom_journal_within 697521850;
  Archive.check_custom_journal_close 83941720;
  Archive.check_custom_journal_exit_elsewhere 669422461;
  Archive.check_custom_point_to_string 761823177;
  Archive.check_custom_point_debug 1051585248;
  Archive.check_custom_point_get_x 65588149;
  Archive.check_custom_point_new 1058526439;
  Archive.check_custom_point_y 869342996;
  Archive.check_custom_shared_new 322471813;
  Archive.check_custom_shared_add 187643648;
  Archive.check_custom_shared_add_alone 315650043;
  Archive.check_custom_shared_both 882834410;
  Archive.check_custom_texts_new 866482191;
  Archive.check_custom_texts_push 25799547;
  Archive.check_custom_texts_pop 377142158;
  Archive.check_custom_made_and_dropped 695212408;
  Archive.check_custom_private 188464560;
  Archive.check_custom_collected_while_borrowed 1002916633;
  Archive.check_custom_sum 694967449;
  Archive.check_custom_counter_with_finalizer 130515502;
  Archive.check_custom_finalized 812886132;
  Archive.check_custom_close 327262136;
  Archive.check_custom_conflict 47163458;
  Archive.check_custom_legacy 94462830;
  Archive.check_custom_points 734260025;
  Archive.check_custom_point_as_ref 502711692;
  Archive.check_custom_aligned 28066332;
  Archive.check_custom_is_aligned 136759542;
  Archive.check_custom_bomb 1059576479;
  Archive.check_custom_defuse 76358622;
  Archive.check_custom_explode 297511692;
  Archive.check_custom_moody 345279525;
  Archive.check_custom_moody_with_finalizer 50148816;
  Archive.check_custom_blob 115310683;
  Archive.check_custom_reserved 727046282;
  Archive.check_custom_most_owned 692879074;
  Archive.check_custom_numbers 952547704;
  Archive.check_custom_numbers_pop 583866711;
  Archive.check_custom_square 505585074;
  Archive.check_custom_area 1053210192;
  Archive.check_custom_old 24188065;
  Archive.check_custom_old_with_finalizer 575646110;
  Archive.check_custom_old_finalized 734290327;
  Archive.check_custom_older 300529333;
  Archive.check_custom_lockers 516153475;
  Archive.check_custom_lockers_dropped 271749305;
  Archive.check_errors_raise 763591419;
  Archive.check_errors_parse 33195646;
  Archive.check_errors_early_return 612339825;
  Archive.check_errors_reraise 1065983381;
  Archive.check_errors_with_buffer 1029824649;
  Archive.check_errors_conversion 518691479;
  Archive.check_errors_conversion_inline 426274664;
  Archive.check_errors_wrong_type 87948155;
  Archive.check_errors_int_val 357922393;
  Archive.check_exits_prepare 856286242;
  Archive.check_exits_call 646050278;
  Archive.check_exits_noisy 725775000;
  Archive.check_frames_holder_new 626610255;
  Archive.check_frames_holder_call 284781212;
  Archive.check_frames_all 873113838;
  Archive.check_frames_count 353877148;
  Archive.check_frames_same 695283215;
  Archive.check_frames_same_root 1073681256;
  Archive.check_frames_misfit 955424337;
  Archive.check_frames_panic 374156337;
  Archive.check_frames_named_token 1067558022;
  Archive.check_frames_six 91698899;
  Archive.check_frames_blocking 751961612;
  Archive.check_frames_elsewhere 316408007;
  Archive.check_functions_apply 685742432;
  Archive.check_functions_unit 288501573;
  Archive.check_functions_many 77402232;
  Archive.check_functions_partial 568906897;
  Archive.check_functions_over 229543486;
  Archive.check_functions_values 569047371;
  Archive.check_functions_sum_list 517399656;
  Archive.check_functions_count 353629484;
  Archive.check_functions_catch 358291094;
  Archive.check_functions_catches 318429857;
  Archive.check_functions_misfit 101654793;
  Archive.check_functions_bare 558796237;
  Archive.check_functions_all 736508142;
  Archive.check_functions_handler 768737878;
  Archive.check_functions_adder 311381863;
  Archive.check_functions_join2 346877656;
  Archive.check_functions_digits3 448342142;
  Archive.check_functions_digits4 386496420;
  Archive.check_functions_strings5 249864433;
  Archive.check_functions_strings8 129624641;
  Archive.check_functions_counter 139323976;
  Archive.check_functions_float 987645325;
  Archive.check_functions_u8 315128062;
  Archive.check_functions_failing 69706986;
  Archive.check_functions_panicking 37758777;
  Archive.check_functions_iterate 1048549839;
  Archive.check_functions_survivor 134753760;
  Archive.check_functions_counted 255379481;
  Archive.check_functions_alive 772873304;
  Archive.check_functions_keep 54176217;
  Archive.check_functions_kept 948323767;
  Archive.check_functions_import 586458426;
  Archive.check_functions_import_pair 593297323;
  Archive.check_functions_import_raise 193192534;
  Archive.check_functions_import_missing 55768037;
  Archive.check_functions_named 807925080;
  Archive.check_functions_named_exception 406708078;
  Archive.check_functions_replaced 777870559;
  Archive.check_functions_raced 525610959;
  Archive.check_functions_released 354391814;
  Archive.check_functions_rust_only 135826687;
  Archive.check_functions_bomb 507963677;
  Archive.check_lazy_peek 1031481727;
  Archive.check_lazy_peek_float 97425846;
  Archive.check_lazy_force 348318421;
  Archive.check_lazy_force_string 704422088;
  Archive.check_lazy_from_val 1038100205;
  Archive.check_lazy_from_float 636154144;
  Archive.check_lazy_show 519286266;
  Archive.check_seq_to_array 805373151;
  Archive.check_seq_sum 943831616;
  Archive.check_seq_pairs 96894444;
  Archive.check_seq_pair 647842556;
  Archive.check_seq_pair_of 552563526;
  Archive.check_seq_drop 687006327;
  Archive.check_seq_errors 819809391;
  Archive.check_seq_roots 469810101;
  Archive.check_seq_words 946967042;
  Archive.check_seq_floats 447791068;
  Archive.check_seq_failing 71978345;
  Archive.check_seq_there_and_back 983956546;
  Archive.check_seq_count 239720802;
  Archive.check_lent_new 484305115;
  Archive.check_lent_get 788273038;
  Archive.check_lent_incr 124483447;
  Archive.check_lent_too_large 448552637;
  Archive.check_lent_incr_and_panic 607191998;
  Archive.check_lent_named 218837365;
  Archive.check_lent_again 556142357;
  Archive.check_lent_again_mut 248028702;
  Archive.check_lent_forget 675355104;
  Archive.check_lent_sum 344359263;
  Archive.check_build_tuple 1045762845;
  Archive.check_lists_sum 32697548;
  Archive.check_lists_linked 99868533;
  Archive.check_lists_range 160809950;
  Archive.check_lists_range_strings 217260108;
  Archive.check_lists_cons 324772929;
  Archive.check_lists_head 1053920144;
  Archive.check_lists_empty 320307808;
  Archive.check_lists_length 616451477;
  Archive.check_lists_same 421267696;
  Archive.check_lists_map 147450330;
  Archive.check_lists_option 324112555;
  Archive.check_lists_result 400755404;
  Archive.check_lists_deep 131876376;
  Archive.check_lists_tuple21 623489804;
  Archive.check_lists_constant 677330706;
  Archive.check_lists_block 1003110201;
  Archive.check_lists_as_strings 873124196;
  Archive.check_lists_as_string_array 468847490;
  Archive.check_lists_in_place 118563307;
  Archive.check_lists_in_place_of_value 351761204;
  Archive.check_memory_resident 185262485;
  Archive.check_memory_hold 285570010;
  Archive.check_memory_garbage 1042898172;
  Archive.check_memory_tuple 85035908;
  Archive.check_memory_boxes 460884610;
  Archive.check_memory_boxes_in_place 930155582;
  Archive.check_memory_boxes_of_value 325994712;
  Archive.check_memory_boxes_of_lent 267545459;
  Archive.check_memory_large_closure 673641983;
  Archive.check_memory_boxes_in_closure 507085377;
  Archive.check_memory_releases 897999018;
  Archive.check_memory_calls 473066058;
  Archive.check_numbers_unit 924602783;
  Archive.check_numbers_bool 220577590;
  Archive.check_numbers_i8 816951160;
  Archive.check_numbers_u8 391322862;
  Archive.check_numbers_i16 389619346;
  Archive.check_numbers_u16 1041516407;
  Archive.check_numbers_isize 1047689193;
  Archive.check_numbers_usize 792315516;
  Archive.check_numbers_i32 311539751;
  Archive.check_numbers_u32 127972068;
  Archive.check_numbers_i64 1047903821;
  Archive.check_numbers_u64 135435064;
  Archive.check_numbers_f32 195104483;
  Archive.check_numbers_f64 698863717;
  Archive.check_numbers_add 811963553;
  Archive.check_numbers_two_to_the 213103089;
  Archive.check_numbers_max_int_plus_one 301647529;
  Archive.check_numbers_sum_i64 38477081;
  Archive.check_numbers_value_int 781033847;
  Archive.check_objects_use 666717558;
  Archive.check_objects_total 255247977;
  Archive.check_objects_name 596768801;
  Archive.check_objects_missing 291921486;
  Archive.check_objects_wrong 395998834;
  Archive.check_objects_fails 1015384265;
  Archive.check_objects_twelve 693570787;
  Archive.check_objects_apply 285233023;
  Archive.check_objects_count 421955190;
  Archive.check_objects_bare 1023639325;
  Archive.check_own_exceptions_close 1038484169;
  Archive.check_own_exceptions_close_by_error 282599990;
  Archive.check_own_exceptions_close_unboxed 51607091;
  Archive.check_own_exceptions_own 785743240;
  Archive.check_own_exceptions_registered 101031604;
  Archive.check_own_exceptions_wrong 392807241;
  Archive.check_own_exceptions_late 55889727;
  Archive.check_own_exceptions_race 955993412;
  Archive.check_own_exceptions_std 698799643;
  Archive.check_own_exceptions_value 117424673;
  Archive.check_own_exceptions_receive 654759872;
  Archive.check_own_exceptions_typed 409191044;
  Archive.check_own_exceptions_catch 685611509;
  Archive.check_own_exceptions_downcast_here 185601343;
  Archive.check_own_exceptions_text 226186444;
  Archive.check_own_exceptions_parts 241094407;
  Archive.check_own_exceptions_is 912866528;
  Archive.check_panics_panic 54031325;
  Archive.check_panics_static 448959327;
  Archive.check_panics_index 319259197;
  Archive.check_panics_payload 651899679;
  Archive.check_panics_error 511272979;
  Archive.check_panics_in_payload_drop 973745646;
  Archive.check_panics_in_drop 997740472;
  Archive.check_panics_dropped 63744984;
  Archive.check_panics_elsewhere 907239455;
  Archive.check_panics_quiet 185475439;
  Archive.check_panics_resumed 498019014;
  Archive.check_poly_variants_hash 905360310;
  Archive.check_poly_variants_runtime_hash 121049595;
  Archive.check_poly_variants_color 438552435;
  Archive.check_poly_variants_under_allocation 476707811;
  Archive.check_poly_variants_mode 746930655;
  Archive.check_poly_variants_document 911637037;
  Archive.check_variants_area 351924899;
  Archive.check_variants_shape 1058584656;
  Archive.check_variants_tree 926878536;
  Archive.check_variants_complete_tree 891311490;
  Archive.check_variants_id 559105571;
  Archive.check_variants_many 1010837267;
  Archive.check_variants_corner 869821556;
  Archive.check_variants_vector 291178649;
  Archive.check_variants_event 190618998;
  Archive.check_variants_json 831318394;
  Archive.check_variants_body 52753766;
  Archive.check_variants_many_blocks 27186698;
  Archive.check_prop_bigarray_make 693438571;
  Archive.check_prop_bigarray_same 197061903;
  Archive.check_prop_counter_make 767632791;
  Archive.check_prop_counter_same 320126693;
  Archive.check_prop_cached_make 686987738;
  Archive.check_prop_cached_same 488010959;
  Archive.check_prop_unboxed_make 111263926;
  Archive.check_prop_unboxed_same 765340913;
  Archive.check_prop_flat_make 1069792553;
  Archive.check_prop_flat_same 76005801;
  Archive.check_prop_segment_make 483560645;
  Archive.check_prop_segment_same 177575312;
  Archive.check_prop_both_floats_make 182976141;
  Archive.check_prop_both_floats_same 134354992;
  Archive.check_prop_both_deep_make 758488295;
  Archive.check_prop_both_deep_same 1057066592;
  Archive.check_prop_vector_make 29830748;
  Archive.check_prop_vector_same 1025198743;
  Archive.check_prop_angles_make 578383029;
  Archive.check_prop_angles_same 516111965;
  Archive.check_prop_many_make 166387147;
  Archive.check_prop_many_same 361959467;
  Archive.check_prop_body_make 413652973;
  Archive.check_prop_body_same 369122151;
  Archive.check_prop_value_make 338964461;
  Archive.check_prop_value_same 581421453;
  Archive.check_prop_in_place_array_make 599294430;
  Archive.check_prop_in_place_array_same 42911368;
  Archive.check_prop_in_place_floats_make 710214684;
  Archive.check_prop_in_place_floats_same 628460905;
  Archive.check_prop_in_place_list_make 277379832;
  Archive.check_prop_in_place_list_same 741327124;
  Archive.check_prop_cons_make 308100338;
  Archive.check_prop_cons_same 932015318;
  Archive.check_prop_float_array_make 234218827;
  Archive.check_prop_float_array_same 957181085;
  Archive.check_prop_in_place_bytes_make 770718270;
  Archive.check_prop_in_place_bytes_same 777632144;
  Archive.check_prop_filled_bytes_make 76291893;
  Archive.check_prop_filled_bytes_same 603003285;
  Archive.check_prop_buffer_make 248855486;
  Archive.check_prop_buffer_same 880824809;
  Archive.check_prop_ref_make 229084153;
  Archive.check_prop_ref_same 777199361;
  Archive.check_prop_ref_float_make 104338063;
  Archive.check_prop_ref_float_same 572769121;
  Archive.check_prop_hashtbl_make 918789574;
  Archive.check_prop_hashtbl_same 232051203;
  Archive.check_prop_hashtbl_strings_make 543822978;
  Archive.check_prop_hashtbl_strings_same 336629360;
  Archive.check_prop_hashtbl_pairs_make 806510202;
  Archive.check_prop_hashtbl_pairs_same 556671549;
  Archive.check_prop_lazy_make 187465145;
  Archive.check_prop_lazy_same 732221593;
  Archive.check_prop_lazy_float_make 535687998;
  Archive.check_prop_lazy_float_same 594381344;
  Archive.check_prop_values_same 759492453;
  Archive.check_prop_in_place_map_same 497788287;
  Archive.check_prop_in_place_set_same 283725693;
  Archive.check_prop_seq_make 597591179;
  Archive.check_prop_seq_same 744011447;
  Archive.check_prop_char_make 572188341;
  Archive.check_prop_char_same 522177139;
  Archive.check_prop_box_str_make 977066697;
  Archive.check_prop_box_str_same 702855126;
  Archive.check_prop_rc_str_make 689074815;
  Archive.check_prop_rc_str_same 604885505;
  Archive.check_prop_arc_str_make 90510532;
  Archive.check_prop_arc_str_same 508092943;
  Archive.check_prop_path_buf_make 856039813;
  Archive.check_prop_path_buf_same 39610326;
  Archive.check_prop_os_string_make 787802625;
  Archive.check_prop_os_string_same 89039118;
  Archive.check_prop_fixed_make 1008009911;
  Archive.check_prop_fixed_same 783185628;
  Archive.check_prop_fixed_floats_make 466012268;
  Archive.check_prop_fixed_floats_same 317526485;
  Archive.check_prop_fixed_bytes_make 103413103;
  Archive.check_prop_fixed_bytes_same 258779447;
  Archive.check_prop_deque_make 906145072;
  Archive.check_prop_deque_same 648046877;
  Archive.check_prop_box_slice_make 94664214;
  Archive.check_prop_box_slice_same 271646615;
  Archive.check_prop_box_bytes_make 417497038;
  Archive.check_prop_box_bytes_same 129513777;
  Archive.check_prop_rc_slice_make 213397835;
  Archive.check_prop_rc_slice_same 434784860;
  Archive.check_prop_arc_slice_make 485955392;
  Archive.check_prop_arc_slice_same 227762153;
  Archive.check_prop_hash_map_make 616420723;
  Archive.check_prop_hash_map_same 244273905;
  Archive.check_prop_btree_set_make 897290134;
  Archive.check_prop_btree_set_same 271054858;
  Archive.check_prop_hash_set_make 1049057323;
  Archive.check_prop_hash_set_same 649389096;
  Archive.check_prop_pointers_make 48523960;
  Archive.check_prop_pointers_same 823216962;
  Archive.check_prop_arc_floats_make 373935938;
  Archive.check_prop_arc_floats_same 188188858;
  Archive.check_prop_either_make 68677823;
  Archive.check_prop_either_same 121662798;
  Archive.check_prop_complex_make 339971693;
  Archive.check_prop_complex_same 197383987;
  Archive.check_prop_nativeint_make 661980586;
  Archive.check_prop_nativeint_same 883057803;
  Archive.check_prop_seconds_make 1036446855;
  Archive.check_prop_seconds_same 200436010;
  Archive.check_prop_unix_times_make 329835150;
  Archive.check_prop_unix_times_same 365440730;
  Archive.check_prop_ordering_make 362029858;
  Archive.check_prop_ordering_same 779237179;
  Archive.check_prop_nonzero_make 738704172;
  Archive.check_prop_nonzero_same 787279204;
  Archive.check_prop_deep_std_make 874510497;
  Archive.check_prop_deep_std_same 882030967;
  Archive.check_prop_cow_make 1052388422;
  Archive.check_prop_cow_same 411516350;
  Archive.check_prop_cow_path_make 894156881;
  Archive.check_prop_cow_path_same 72770172;
  Archive.check_prop_sign_same 529597236;
  Archive.check_prop_str_same 15589381;
  Archive.check_prop_slice_same 771969910;
  Archive.check_prop_path_same 149678399;
  Archive.check_prop_os_str_same 396180396;
  Archive.check_prop_unit_make 102026085;
  Archive.check_prop_unit_same 611056344;
  Archive.check_prop_bool_make 671584872;
  Archive.check_prop_bool_same 1025708880;
  Archive.check_prop_int_make 690134255;
  Archive.check_prop_int_same 44033603;
  Archive.check_prop_uint_make 929595008;
  Archive.check_prop_uint_same 307486302;
  Archive.check_prop_u8_make 22551805;
  Archive.check_prop_u8_same 620770613;
  Archive.check_prop_i8_make 43299913;
  Archive.check_prop_i8_same 951301332;
  Archive.check_prop_u16_make 899996735;
  Archive.check_prop_u16_same 432739783;
  Archive.check_prop_i16_make 868787380;
  Archive.check_prop_i16_same 1029233818;
  Archive.check_prop_i32_make 115863270;
  Archive.check_prop_i32_same 266531020;
  Archive.check_prop_u32_make 729457232;
  Archive.check_prop_u32_same 408439010;
  Archive.check_prop_i64_make 813258851;
  Archive.check_prop_i64_same 1006066872;
  Archive.check_prop_u64_make 515173691;
  Archive.check_prop_u64_same 195447124;
  Archive.check_prop_f64_make 59153770;
  Archive.check_prop_f64_same 439882428;
  Archive.check_prop_f32_make 462738752;
  Archive.check_prop_f32_same 273688552;
  Archive.check_prop_string_make 1011617326;
  Archive.check_prop_string_same 301705585;
  Archive.check_prop_bytes_make 300165176;
  Archive.check_prop_bytes_same 701727114;
  Archive.check_prop_option_make 266852369;
  Archive.check_prop_option_same 213052397;
  Archive.check_prop_result_make 937542086;
  Archive.check_prop_result_same 30822071;
  Archive.check_prop_tuple_make 970390222;
  Archive.check_prop_tuple_same 515821227;
  Archive.check_prop_array_make 585135542;
  Archive.check_prop_array_same 257484428;
  Archive.check_prop_floats_make 203862922;
  Archive.check_prop_floats_same 386791557;
  Archive.check_prop_singles_make 259699733;
  Archive.check_prop_singles_same 937315;
  Archive.check_prop_list_make 394886016;
  Archive.check_prop_list_same 328791951;
  Archive.check_prop_map_make 457843766;
  Archive.check_prop_map_same 711776154;
  Archive.check_prop_deep_make 424881796;
  Archive.check_prop_deep_same 115099476;
  Archive.check_prop_record_make 440759474;
  Archive.check_prop_record_same 1072535446;
  Archive.check_prop_point_make 817240928;
  Archive.check_prop_point_same 549633301;
  Archive.check_prop_tree_make 442027635;
  Archive.check_prop_tree_same 881433704;
  Archive.check_prop_json_make 950240667;
  Archive.check_prop_json_same 197361503;
  Archive.check_incr_example 1025523235;
  Archive.check_records_swap 357219224;
  Archive.check_records_box3 309211998;
  Archive.check_records_pair 155575975;
  Archive.check_records_one_float 232937784;
  Archive.check_records_one_string 137094851;
  Archive.check_records_wrapped 815175788;
  Archive.check_records_unit 853458222;
  Archive.check_records_both_floats 147728510;
  Archive.check_records_both_strings 403742167;
  Archive.check_records_nested 398060602;
  Archive.check_records_nested_under_allocation 1053046779;
  Archive.check_records_counter 611531975;
  Archive.check_records_cached 524648180;
  Archive.check_records_labelled 74741751;
  Archive.check_records_hidden 827518191;
  Archive.check_records_tagged 897657770;
  Archive.check_records_segment 355304238;
  Archive.check_records_both_lengths 1032680365;
  Archive.check_records_boxed_lengths 91095626;
  Archive.check_records_lengths 1039039193;
  Archive.check_records_known 695016449;
  Archive.check_records_unknown 464529028;
  Archive.check_records_peeked 58226851;
  Archive.check_roots_keep 361738381;
  Archive.check_roots_get 854364719;
  Archive.check_roots_clear 577714838;
  Archive.check_roots_set 830273258;
  Archive.check_roots_clear_elsewhere 712714006;
  Archive.check_roots_across_gc_point 637951623;
  Archive.check_roots_typed 608840399;
  Archive.check_roots_argument 54577272;
  Archive.check_roots_churn 213177358;
  Archive.check_roots_of_immediates_elsewhere 1045055956;
  Archive.check_signals_work 1034009518;
  Archive.check_signals_until 927802570;
  Archive.check_signals_dropped 914880392;
  Archive.check_std_box_str 445414460;
  Archive.check_std_rc_str 979649427;
  Archive.check_std_arc_str 448512190;
  Archive.check_std_path_buf 820345613;
  Archive.check_std_path 994629805;
  Archive.check_std_os_string 445124126;
  Archive.check_std_os_str 883837778;
  Archive.check_std_char 1057177043;
  Archive.check_std_char_array 293883211;
  Archive.check_std_bytes4 1031257823;
  Archive.check_std_box_bytes 2179263;
  Archive.check_std_ints3 463373531;
  Archive.check_std_floats3 489584488;
  Archive.check_std_strings0 32151960;
  Archive.check_std_box_slice 502703298;
  Archive.check_std_rc_slice 320585507;
  Archive.check_std_deque 815804619;
  Archive.check_std_hash_map 964281528;
  Archive.check_std_btree_set 727400379;
  Archive.check_std_rc 418474590;
  Archive.check_std_arc_floats 949479984;
  Archive.check_std_either 1042194167;
  Archive.check_std_complex 227670147;
  Archive.check_std_nativeint 224059777;
  Archive.check_std_seconds 491279700;
  Archive.check_std_seconds_array 953253080;
  Archive.check_std_unix_time 1057667321;
  Archive.check_std_nonzero 181763220;
  Archive.check_std_nonzero_i64 62711476;
  Archive.check_std_ordering 800096608;
  Archive.check_std_cow 171155590;
  Archive.check_std_file_name 472628217;
  Archive.check_std_hash_set_size 224480965;
  Archive.check_std_grouped 832461623;
  Archive.check_std_compare 846830369;
  Archive.check_std_decode_only 814175602;
  Archive.check_std_counted 572436896;
  Archive.check_std_alive 544375326;
  Archive.check_stress_run 244556967;
  Archive.check_tables_make 672140154;
  Archive.check_tables_squares 610691461;
  Archive.check_tables_make_any 937246874;
  Archive.check_tables_length 1034634257;
  Archive.check_tables_get 72080545;
  Archive.check_tables_get_float 540318212;
  Archive.check_tables_get_pair 238261980;
  Archive.check_tables_bindings 572921138;
  Archive.check_tables_sum_of_hashtbl 506203349;
  Archive.check_tables_map 208816734;
  Archive.check_tables_map_keys 213319040;
  Archive.check_tables_map_length 757665442;
  Archive.check_tables_map_same 530382711;
  Archive.check_tables_set 262249445;
  Archive.check_tables_set_sum 342964398;
  Archive.check_tables_rooted 50167466;
  Archive.check_tables_show 123986341;
  Archive.check_text_length 167141519;
  Archive.check_text_chars 1001357718;
  Archive.check_text_echo 862137899;
  Archive.check_text_borrow 273140306;
  Archive.check_text_repeat 1042132128;
  Archive.check_text_bytes_echo 485565382;
  Archive.check_text_bytes_sum 432654;
  Archive.check_text_bytes_slice 156697293;
  Archive.check_text_read_after_allocating 175205451;
  Archive.check_text_decode_two 863057290;
  Archive.check_thread_ends_late 59803907;
  Archive.check_thread_ends_only 724680662;
  Archive.check_thread_ends_process 332078022;
  Archive.check_thread_ends_never 177849255;
  Archive.check_threads_sleep 455796188;
  Archive.check_threads_blocking_sum 874453877;
  Archive.check_threads_blocking_fail 166830202;
  Archive.check_threads_blocking_panic 585708779;
  Archive.check_threads_elsewhere 1001831492;
  Archive.check_threads_attach_directly 148312696;
  Archive.check_threads_attach_again 979059034;
  Archive.check_threads_release_in_attach 195636296;
  Archive.check_threads_raised_elsewhere 417891165;
  Archive.check_threads_workers 492670702;
  Archive.check_threads_serve 893466285;
  Archive.check_threads_roots_elsewhere 809601206;
  Archive.check_threads_panic_elsewhere 258648081;
  Archive.check_threads_closure_elsewhere 359938366;
  Archive.check_threads_attach_late 727800072;
  Archive.check_threads_attached 539011954;
  Archive.check_threads_promise 970915348;
  Archive.check_threads_await 244584213;
  Archive.check_threads_tick 345860667;
  Archive.check_trust_buffer 570197671;
  Archive.check_trust_hashtbl 331631787;
  Archive.check_trust_map 449511812;
  Archive.check_trust_set 931240027;
  Archive.check_trust_lazy 704024305;
  Archive.check_trust_ref 565661463;
  Archive.check_trust_array 1037282274;
  Archive.check_trust_list 560391765;
  Archive.check_trust_rooted 428613670;
  Archive.check_trust_exn 573290824;
  Archive.check_trust_raise 653944878;
  Archive.check_trust_exn_text 361177143;
  Archive.check_trust_list_length 321930544;
  Archive.check_trust_seq 212687744;
  Archive.check_trust_inside 236438170;
  Archive.check_trust_drop_on_error 356282239;
  Archive.check_trust_drop_on_error_inside 234217552;
  Archive.check_trust_drop_on_panic 564374734;
  Archive.check_trust_drop_in_list 271224265;
  Archive.check_trust_smuggled 27373615;
  Archive.check_trust_default 493182333;
  Archive.check_trust_skipped 482255454;
  Archive.check_trust_hasher 635783389;
  Archive.check_trust_call_while_panicking 408441978;
  Archive.check_unboxed_incrf 278249444;
  Archive.check_unboxed_mixed 369959053;
  Archive.check_unboxed_checked_div 24235742;
  Archive.check_unboxed_panics 437458873;
  Archive.check_unboxed_untagged 52377934;
  Archive.check_noalloc_add 896981865;
  Archive.check_noalloc_sum 984709298;
  Archive.check_noalloc_is_block 189250767;
  Archive.check_noalloc_panics 403949394;
  Archive.check_noalloc_boxes 344339041;
  Archive.check_weak_roots_new 410876642;
  Archive.check_weak_roots_get 49039600;
  Archive.check_weak_roots_is_alive 112412538;
  Archive.check_weak_roots_upgrade 255625281;
  Archive.check_weak_roots_clear 160592623;
  Archive.check_weak_roots_typed 35351205;
  Archive.check_weak_roots_typed_sum 555545202;
  Archive.check_weak_roots_churn 813494702;
  Archive.check_weak_roots_gather 83218658;
  Archive.check_abstract_open 673625591;
  Archive.check_abstract_next 286090668;
  Archive.check_abstract_close 546648491;
  Archive.check_abstract_same 639576715;
  Archive.check_abstract_other 699604210;
  Archive.check_abstract_is_null 61105509

(* Note: the function ocaml_test::by_hand::incrf_bytecode is left out: it is a bytecode stub of a function that is written by hand *)

(* Note: the function ocaml_test::functions::functions_many_ints is left out: the type of the argument f is a function of any number of arguments, for which OCaml has no type: write one with `#[ocaml(type = ''…'')]`, or write `#[ocaml::func(type = ''…'')]` *)

(* Note: the function ocaml_test::functions::functions_many_rest is left out: the type of the argument f is a function of any number of arguments, for which OCaml has no type: write one with `#[ocaml(type = ''…'')]`, or write `#[ocaml::func(type = ''…'')]` *)

(* Note: the function ocaml_test::functions::functions_many_texts is left out: the type of the argument f is a function of any number of arguments, for which OCaml has no type: write one with `#[ocaml(type = ''…'')]`, or write `#[ocaml::func(type = ''…'')]` *)

(* Note: the function ocaml_test::functions::functions_many_values is left out: the type of the argument f is a function of any number of arguments, for which OCaml has no type: write one with `#[ocaml(type = ''…'')]`, or write `#[ocaml::func(type = ''…'')]` *)

(* Note: the type ocaml_test::records::Peeked is abstract: something in it depends on bounds of its type parameters *)
