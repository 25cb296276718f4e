(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

module Arity : sig
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
  (** [arity_7 a b c d e f g]: Allocates in a function with many arguments. *)

  external fibonacci : int32 -> int = "arity_fibonacci"
  (** [fibonacci n]: Recursion of an exported function, and a call from another
      one. *)

  external make : int -> Obj.t = "arity_make"
  (** [make i]: An exported function that allocates, called by one that holds
      values. *)

  external make_many : int -> Obj.t array = "arity_make_many"
  external renamed : int -> int = "arity_renamed_symbol"
end

module Arrays : sig
  type meters = float

  type nested = { value : int; next : nested option }
  (** Deeper than the stack is high. *)

  type tree = Node of tree array [@@boxed]

  external average : float array -> float = "average"
  external floats : float array -> float array = "arrays_floats"
  external meters : meters array -> meters array = "arrays_meters"
  external ints : int array -> int array = "arrays_ints"
  external strings : string array -> string array = "arrays_strings"

  external nested : string option array array -> string option array array
    = "arrays_nested"

  external values : 'a array -> float array = "arrays_values"
  (** [values values]: Each element of a float array as a value of its own. *)

  external slice_sum : 'a array -> int = "arrays_slice_sum"
  external range : int -> int array = "arrays_range"
  external range_strings : int -> string array = "arrays_range_strings"
  external make_floats : int -> float -> float array = "arrays_make_floats"
  external get : string array -> int -> string = "arrays_get"
  external sum : int array -> int = "arrays_sum"
  external set : string array -> int -> string -> unit = "arrays_set"
  external u8 : bytes -> bytes array = "arrays_u8"

  external lying_iterator : int -> string array = "arrays_lying_iterator"
  (** [lying_iterator len]: An iterator that lies about its length. *)

  external pair : 'a -> Obj.t array = "arrays_pair"
  (** [pair value]: Nothing but the first element says whether the array is
      flat. *)

  external of_values : 'a array -> Obj.t array = "arrays_of_values"
  external units : int -> unit array = "arrays_units"
  external range_length : int -> int = "arrays_range_length"
  external chain : nested -> int = "arrays_chain"
  external tree : tree -> int = "arrays_tree"
end

module Backtraces : sig
  external text : (unit -> unit) -> string option = "backtraces_text"

  external again : (unit -> unit) -> (unit -> unit) -> unit = "backtraces_again"
  (** [again f other]: Raises it again after another exception was raised and
      dropped. *)

  external of_rust : unit -> string option = "backtraces_of_rust"
end

module Big_ints : sig
  external big_int : Z.t -> Z.t = "big_int"
  external big_uint : Z.t -> Z.t = "big_uint"
  external big_int_to_string : Z.t -> string = "big_int_to_string"
  external big_int_of_string : string -> Z.t = "big_int_of_string"

  external big_int_and_double : Z.t -> Obj.t = "big_int_and_double"
  (** [big_int_and_double number]: A value that it does not own, in a tuple with
      one that it does. *)

  external big_int_sum : Z.t array -> Z.t = "big_int_sum"

  external big_int_powers : Z.t -> int -> Z.t array = "big_int_powers"
  (** [big_int_powers base count]: As many powers of a number as asked for, from
      its first on. *)

  external big_uint_power_of_two : int -> Z.t = "big_uint_power_of_two"
  (** [big_uint_power_of_two n]: 2^n, as a number that is never negative. *)

  external big_int_of_int : int -> Z.t = "big_int_of_int"
  (** [big_int_of_int n]: [int -> Z.t] *)
end

module Bigarrays : sig
  external live : unit -> int = "bigarrays_live"
  (** [live _unit]: How many blocks of the size that [bigarrays_counted] makes
      are in use. *)

  external counted :
    unit -> (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t
    = "bigarrays_counted"
  (** [counted _unit]: 0.0, 1.0, 2.0… *)

  external counted3 :
    unit ->
    (float, Bigarray.float64_elt, Bigarray.fortran_layout) Bigarray.Array3.t
    = "bigarrays_counted3"
  (** [counted3 _unit]: As many elements, in three dimensions. *)

  external spare_capacity :
    int -> (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t
    = "bigarrays_spare_capacity"
  (** [spare_capacity len]: Spare capacity, which is freed with the rest. *)

  external copies : int -> bool -> 'a -> Obj.t array = "bigarrays_copies"

  external sum :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t -> float
    = "bigarrays_sum"

  external sum_matrix :
    (float, Bigarray.float32_elt, Bigarray.fortran_layout) Bigarray.Array2.t ->
    float = "bigarrays_sum_matrix"
  (** [sum_matrix matrix]: The same function under another type. *)

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
  (** [write way shift]: Writes the number in one of several ways. *)

  external add :
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t ->
    (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t ->
    unit = "bigarrays_add"
  (** [add to from]: Both may be the same array, or parts of one. *)

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
  (** [make len]: A new array of [len] bytes, all touched. *)

  external make_many : int -> int -> int = "bigarrays_make_many"
  (** [make_many times len]: [times] arrays of [len] bytes in one call. *)

  external fail : unit -> unit = "bigarrays_fail"
  (** [fail _unit]: Memory is freed also when the function fails after all. *)

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
  (** [ndarray_get matrix i j]: What OCaml shows as [m.{i, j}], seen through
      [ndarray]. *)

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
  (** [ndarray_orders rows columns]: The same matrix in both orders, each made
      of an [ndarray] in C order, one in Fortran order, and a part of a larger
      one; and how many elements were copied in all. *)
end

module Buffers : sig
  external floats_sum : floatarray -> float = "buffers_floats_sum"
  external floats_get : floatarray -> int -> float = "buffers_floats_get"

  external floats_double : floatarray -> unit = "buffers_floats_double"
  (** [floats_double floats]: Doubles each element in place. *)

  external floats_copy : floatarray -> floatarray = "buffers_floats_copy"
  external floats_same : floatarray -> floatarray = "buffers_floats_same"
  external bytes_get : bytes -> int -> int = "buffers_bytes_get"
  external bytes_set : bytes -> int -> int -> unit = "buffers_bytes_set"
  external bytes_blit : bytes -> int -> bytes -> unit = "buffers_bytes_blit"

  external bytes_reversed : bytes -> bytes = "buffers_bytes_reversed"
  (** [bytes_reversed bytes]: Reversed by reading one by one, and by copying;
      both must agree. *)

  external bytes_sort : bytes -> unit = "buffers_bytes_sort"
  (** [bytes_sort bytes]: In place. *)

  external bytes_new : int -> bytes = "buffers_bytes_new"

  external bytes_panic : int -> bytes = "buffers_bytes_panic"
  (** [bytes_panic len]: A panic while a block is filled leaves a complete block
      behind. *)

  external rooted : bytes -> floatarray -> int * int = "buffers_rooted"
  (** [rooted bytes floats]: Kept across a GC point. *)

  external buffer_contents : Buffer.t -> bytes = "buffers_buffer_contents"
  external buffer_make : bytes -> Buffer.t = "buffers_buffer_make"
  external ref_new : string -> string ref = "buffers_ref_new"
  external ref_float : float -> float ref = "buffers_ref_float"
  external ref_incr : int ref -> unit = "buffers_ref_incr"
  external ref_append : string ref -> string -> unit = "buffers_ref_append"

  external show : floatarray -> bytes -> Buffer.t -> string ref -> string
    = "buffers_show"
end

module By_hand : sig
  external incr : 'a -> Obj.t = "incr"
  external id : 'a -> Obj.t = "id"
end

module Custom : sig
  module Aligned : sig
    type t
    (** Aligned more strictly than anything on the OCaml heap. *)
  end

  module Aligned16 : sig
    type t
  end

  module Blob : sig
    type t
    (** Owns memory that the collector should know of. *)
  end

  module Bomb : sig
    type t
    (** A destructor that panics. *)
  end

  module Counter : sig
    type t

    external get_count : t -> int = "custom_counter_get_count"
    external set_count : t -> int -> unit = "custom_counter_set_count"
    external get_label : t -> string = "custom_counter_get_label"
    external make : int -> string -> t = "custom_counter_new"
    external incr : t -> unit = "custom_counter_incr"
    external get : t -> int = "custom_counter_get"

    external label : t -> string = "custom_counter_label"
    (** [label self]: Borrows from [self]: the result is converted while that is
        lent. *)

    external add : t -> t -> int = "custom_counter_plus"
    external swap : t -> t -> unit = "custom_counter_swap"
    external same : t -> t -> bool = "custom_counter_same"

    external finish : t -> int -> int = "custom_counter_finish"
    (** [finish self by]: Takes the value out. *)

    external describe : t -> string -> Obj.t = "custom_counter_describe"
    (** [describe self prefix]: The token, by itself and declared. *)

    external describe_explicitly : t -> string -> Obj.t
      = "custom_counter_describe_explicitly"

    external across : t -> int = "custom_counter_across"
    (** [across self]: Lent across a GC point. *)

    external many : int -> t array = "custom_counter_many"
  end

  module Here : sig
    type t
    (** Only for the thread that made it. *)

    external make : int -> t = "custom_here_new"
    external incr : t -> int = "custom_here_incr"
  end

  module Holder : sig
    type t
    (** A destructor that drops a root, and tries to get at the runtime. *)

    external make : Obj.t -> t = "custom_holder_new"
    external get : t -> Obj.t = "custom_holder_get"

    external dropped : unit -> int * string = "custom_holder_dropped"
    (** [dropped ()]: How many have been dropped, and what the last one was
        told. *)
  end

  module Journal : sig
    type t
    (** Says when it is dropped, which is at the end of the program at the
        latest. *)

    external make : string -> t = "custom_journal_new"
    external name : t -> string = "custom_journal_name"

    external within : t -> (unit -> unit) -> unit = "custom_journal_within"
    (** [within self work]: Calls OCaml while it is lent. *)

    external close : t -> unit = "custom_journal_close"

    external exit_elsewhere : t -> int32 -> unit
      = "custom_journal_exit_elsewhere"
    (** [exit_elsewhere self status]: Another thread ends the program while the
        value is lent to this one. *)
  end

  module Locker : sig
    type t
  end

  module Moody : sig
    type t
    (** An order and a hash that panic. *)
  end

  module Old : sig
    type t
  end

  module Older : sig
    type t
  end

  module Point : sig
    type t
    (** Never lent mutably. *)

    external to_string : t -> string = "custom_point_to_string"
    external debug : t -> string = "custom_point_debug"
    external get_x : t -> int = "custom_point_get_x"
    external make : int -> string -> t = "custom_point_new"
    external y : t -> string = "custom_point_y"

    val pp : Format.formatter -> t -> unit
    (** Prints what [debug] shows. *)
  end

  module Shape : sig
    type t
    (** Anything with an area. *)
  end

  module Shared : sig
    type t
    (** Shared by domains. *)

    external make : unit -> t = "custom_shared_new"
    external add : t -> unit = "custom_shared_add"
    external add_alone : t -> unit = "custom_shared_add_alone"
    external both : t -> int * int = "custom_shared_both"
  end

  module Stack : sig
    type 'a t
    (** A generic type. *)

    external make : unit -> string t = "custom_texts_new"
    external push : string t -> string -> unit = "custom_texts_push"
    external pop : string t -> string option = "custom_texts_pop"
  end

  external made_and_dropped : unit -> int * int = "custom_made_and_dropped"
  external private_ : Counter.t -> int = "custom_private"

  external collected_while_borrowed : Counter.t -> int
    = "custom_collected_while_borrowed"
  (** [collected_while_borrowed counter]: Collections happen while the only
      thing that keeps the value is the borrow. *)

  external sum : Counter.t array -> Counter.t option -> int = "custom_sum"

  external counter_with_finalizer : int -> Counter.t
    = "custom_counter_with_finalizer"

  external finalized : unit -> int = "custom_finalized"
  external close : Counter.t -> unit = "custom_close"

  external conflict : Counter.t -> string * string * string = "custom_conflict"
  (** [conflict counter]: A guard that exists while the same value is asked for
      again. *)

  external legacy : Counter.t -> int = "custom_legacy"

  external points : Point.t array -> Point.t option -> int = "custom_points"
  (** [points points one]: Frozen values are plain references, also in
      containers, and compare by address. *)

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
  (** [reserved bytes]: The memory is there, but nobody touches it. *)

  external most_owned : unit -> int = "custom_most_owned"
  (** [most_owned _unit]: How many MiB all blobs have owned at most since the
      last call. *)

  external numbers : unit -> int Stack.t = "custom_numbers"
  external numbers_pop : int Stack.t -> int option = "custom_numbers_pop"
  external square : float -> Shape.t = "custom_square"
  external area : Shape.t -> float = "custom_area"
  external old : int -> Old.t = "custom_old"
  external old_with_finalizer : int -> Old.t = "custom_old_with_finalizer"
  external old_finalized : unit -> int = "custom_old_finalized"
  external older : int -> Older.t = "custom_older"

  external lockers : int -> Locker.t array = "custom_lockers"
  (** [lockers n]: Allocates in the major heap with the lock held: destructors
      must wait. *)

  external lockers_dropped : unit -> int = "custom_lockers_dropped"
end

module Errors : sig
  external raise : string -> int = "errors_raise"
  external parse : string -> int = "errors_parse"
  external early_return : int -> int = "errors_early_return"
  external reraise : exn -> unit = "errors_reraise"

  external with_buffer : int -> int = "errors_with_buffer"
  (** [with_buffer size]: The error owns a buffer and a boxed error. *)

  external conversion : int -> int -> string -> int = "errors_conversion"

  external conversion_inline : int -> int -> string -> Obj.t
    = "errors_conversion_inline"
  (** [conversion_inline first second third]: The same with an implicit token
      and borrowed arguments. *)

  external wrong_type : 'a -> string -> unit = "errors_wrong_type"
  (** [wrong_type value target]: A value that is not a block, where one is
      expected. *)

  external int_val : 'a -> int = "errors_int_val"
end

module Exits : sig
  external prepare : Obj.t -> bool = "exits_prepare"
  (** [prepare root]: Keeps a root until C's [atexit], another until the
      thread-local values are dropped. *)

  external call : (int -> int) -> int = "exits_call"
  (** [call f]: For OCaml's [at_exit]. *)

  external noisy : (unit -> unit) -> unit = "exits_noisy"
  (** [noisy f]: Says on standard error when its frame is left. *)
end

module Frames : sig
  module Holder : sig
    type t

    external make : unit -> t = "frames_holder_new"

    external call : t -> (int -> int) -> Obj.t -> int * Obj.t
      = "frames_holder_call"
    (** [call self f value]: Two kinds of holders in one shim. *)
  end

  external all :
    (int -> int) ->
    Obj.t ->
    string array ->
    int list ->
    string ->
    int * Obj.t * string * int * string = "frames_all"
  (** [all f value array list text]: [Gc.compact ()] or whatever [f] does,
      between the uses of all arguments. *)

  external count : (int -> int) -> int -> int = "frames_count"

  type same_result = int -> int

  external same : (int -> int) -> same_result = "frames_same"
  (** [same f]: Neither needs the token. *)

  external same_root : Obj.t -> Obj.t = "frames_same_root"

  external misfit : (int -> int) -> Obj.t -> int -> int = "frames_misfit"
  (** [misfit f _root small]: The last argument does not fit: the frames of the
      others are not there yet. *)

  external panic : (unit -> unit) -> Obj.t -> unit = "frames_panic"

  external named_token : (Obj.t -> int) -> Obj.t -> int = "frames_named_token"
  (** [named_token f value]: Written in the shim itself: the token has a name in
      the body only. *)

  external six :
    Obj.t -> Obj.t -> Obj.t -> Obj.t -> Obj.t -> (unit -> unit) -> Obj.t array
    = "frames_six_bytecode" "frames_six"
  (** [six a b c d e f]: More arguments than bytecode passes one by one. *)

  external blocking : (int -> int) -> int -> (int, string) result
    = "frames_blocking"

  external elsewhere : (int -> int) -> int -> int = "frames_elsewhere"
  (** [elsewhere f x]: On another thread, while this one waits without the
      runtime. *)
end

module Functions : sig
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
  (** [partial f x y]: Fewer arguments than the function takes, and more. *)

  external over : (int -> int -> int) -> int -> int -> int = "functions_over"

  external values : (Obj.t -> Obj.t -> int) -> 'a -> 'b -> int
    = "functions_values"

  external sum_list : (int -> int list) -> int -> int = "functions_sum_list"
  external count : (int -> int) -> int -> int = "functions_count"

  external catch : (unit -> unit) -> string = "functions_catch"
  (** [catch f]: What went wrong, as text, and the exception again. *)

  external catches : (unit -> unit) -> bool = "functions_catches"

  external misfit : (unit -> int) -> int = "functions_misfit"
  (** [misfit f]: The function claims another type than it has: its result does
      not fit. *)

  external bare : 'a -> int = "functions_bare"
  (** [bare value]: A function out of a bare value. *)

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
  (** [survivor f]: Calls a function that drops the last reference to the
      closure while it runs. *)

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
  (** [named ()]: What is registered as [functions.number], if it is a number,
      and whether anything is registered as [functions.nothing]. *)

  external named_exception : (unit -> unit) -> int option
    = "functions_named_exception"
  (** [named_exception f]: What the function raises, if that is registered as
      [functions.exception]. *)

  external replaced : int -> int = "functions_replaced"
  external raced : int -> int * int = "functions_raced"

  external released : (int -> int) -> int -> int -> int = "functions_released"
  (** [released f x depth]: Gives up the runtime, and takes it again inside of
      that to call the function, [depth] times in each other. *)

  external rust_only : int -> int = "functions_rust_only"
  (** [rust_only depth]: A Rust closure that Rust itself calls, with nothing of
      OCaml's in between, and which calls itself so. *)

  type bomb_result = unit -> unit

  external bomb : unit -> bomb_result = "functions_bomb"
end

module Lazy_and_seq : sig
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
  (** [seq_pairs seq]: What does not fit is named, beside what only OCaml's
      types vouch for: in an element, an argument, a result. *)

  external seq_pair : int array * int -> int = "seq_pair"
  external seq_pair_of : (unit -> int array * int) -> int = "seq_pair_of"
  external seq_drop : Obj.t Seq.t -> int -> Obj.t Seq.t = "seq_drop"

  external seq_errors : int Seq.t -> int * int * bool = "seq_errors"
  (** [seq_errors seq]: How many elements came before and after the first error,
      and whether the error was the last thing to come. *)

  external seq_roots : Obj.t Seq.t -> Obj.t array = "seq_roots"
  external seq_words : string -> string Seq.t = "seq_words"
  external seq_floats : int -> float Seq.t = "seq_floats"

  external seq_failing : unit -> int64 Seq.t = "seq_failing"
  (** [seq_failing ()]: Panics at 3, once. *)

  external seq_there_and_back : int -> int array = "seq_there_and_back"

  external seq_count : string Seq.t -> int = "seq_count"
  (** [seq_count seq]: What was made of a Rust iterator, given back by OCaml. *)
end

module Lent : sig
  module Tally : sig
    type t

    external make : int -> t = "lent_new"
    external get : t -> int = "lent_get"
    external incr : t -> unit = "lent_incr"

    external too_large : t -> int = "lent_too_large"
    (** [too_large self]: Does not fit an [int]. *)

    external incr_and_panic : t -> unit = "lent_incr_and_panic"

    external named : t -> string -> string = "lent_named"
    (** [named self name]: The text need not be UTF-8. *)

    external again : t -> t -> int * string * string = "lent_again"
    (** [again self same]: Lent again and given back; what is refused meanwhile.
    *)

    external again_mut : t -> t -> string * string * string = "lent_again_mut"

    external forget : t -> t -> int = "lent_forget"
    (** [forget self same]: A guard that is never dropped: the value stays lent.
    *)

    external sum : t -> string -> t -> int = "lent_sum"
    (** [sum self text other]: Three arguments, of which two may be the same
        value. *)
  end
end

module Lists : sig
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
  (** [as_strings value most]: Nothing says what the value is, so every element
      is looked at, and how many there are at most is said by OCaml. *)

  external as_string_array : 'a -> bool -> string array
    = "lists_as_string_array"
  (** [as_string_array value reads]: An array may be written to: it can be read,
      but nothing says that it is one of strings for OCaml. *)

  external in_place : in_place -> in_place = "lists_in_place"
  (** [in_place value]: OCaml's types vouch for all of an argument. *)

  external in_place_of_value : 'a -> in_place = "lists_in_place_of_value"
  (** [in_place_of_value value]: The same record made of a bare value. *)
end

module Memory : sig
  external resident : unit -> int = "memory_resident"
  (** [resident _unit]: Resident memory in KiB (Linux; elsewhere 0). *)

  external hold : int -> (int * string) list = "memory_hold"
  (** [hold n]: Many values held at once while allocating far more than the
      minor heap, and no collection. *)

  external garbage : int -> unit = "memory_garbage"
  (** [garbage pairs]: Allocates [words] garbage words in pairs and returns an
      immediate. *)

  external tuple : int -> int * int * int = "memory_tuple"

  external boxes : 'a array -> int = "memory_boxes"
  (** [boxes values]: Each float is boxed while it is decoded, though nothing of
      that is returned. *)

  external boxes_in_place : Obj.t array -> int = "memory_boxes_in_place"
  (** [boxes_in_place array]: The same for what is read in place. *)

  external boxes_of_value : 'a -> int = "memory_boxes_of_value"
  (** [boxes_of_value value]: The same for what is made of a bare value. *)

  external boxes_of_lent : 'a array -> int = "memory_boxes_of_lent"
  (** [boxes_of_lent values]: The same for what is lent. *)

  type large_closure_result = int -> int

  external large_closure : unit -> large_closure_result = "memory_large_closure"
  (** [large_closure ()]: A closure that has captured so many bytes, in itself
      and behind a pointer. *)

  type boxes_in_closure_result = Obj.t array -> int

  external boxes_in_closure : unit -> boxes_in_closure_result
    = "memory_boxes_in_closure"
  (** [boxes_in_closure ()]: The same in a closure that does not use the
      runtime. *)

  external releases : int -> unit = "memory_releases"
  (** [releases times]: Makes strings, and gives up the runtime after each. *)

  external calls : (string -> int) -> int -> int = "memory_calls"
  (** [calls f calls]: Calls OCaml again and again, with a new string each time.
  *)
end

module Numbers : sig
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

module Objects : sig
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
  (** [< add : int -> unit; total : int; name : string; join : string -> int ->
       string; reset : unit -> unit; … >] *)

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
  (** [count counter calls]: The object itself, and a hundred thousand calls. *)

  external bare : 'a -> int = "objects_bare"
  (** [bare value]: An object out of a bare value. *)
end

module Own_exceptions : sig
  exception Closed of string
  (** [exception Closed of string], which OCaml registers. *)

  exception Constant
  exception One of string
  exception Couple of int * float
  exception Record of { x : float; y : float }
  exception Noted of int
  exception Own_constant
  exception Own_two of int * string array
  exception Own_record of { x : float; y : float }

  exception Wrong of int
  (** What is registered under this name is no exception. *)

  exception Late of int
  (** Raised before OCaml registers it, and afterwards. *)

  exception Raced of int
  (** Domains race for its first use. *)

  exception Std of string
  (** An error of the standard library's kind too. *)

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
  (** [value name]: An exception as a value, not raised. *)

  external receive : exn -> string option = "own_exceptions_receive"
  (** [receive exn]: What the exception is, received as a value: its payload, or
      [None]. *)

  external typed : exn -> string = "own_exceptions_typed"

  external catch : int Lazy.t -> (int, string) result = "own_exceptions_catch"
  (** [catch work]: Runs OCaml code; an exception of ours ends up as its
      payload, others go on. *)

  external downcast_here : unit -> bool = "own_exceptions_downcast_here"
  (** [downcast_here _unit]: Made in Rust and taken apart in Rust, without OCaml
      in between. *)

  external text : exn -> string * string * bool = "own_exceptions_text"
  (** [text exception]: The text of an error that came from OCaml, and of its
      exception. *)

  external parts : exn -> string * Obj.t array = "own_exceptions_parts"
  external is : exn -> string -> bool = "own_exceptions_is"
end

module Panics : sig
  external panic : string -> int = "panics_panic"
  external static : unit -> unit = "panics_static"
  external index : int array -> int -> int = "panics_index"
  external payload : unit -> Obj.t = "panics_payload"

  external error : string -> int = "panics_error"
  (** [error text]: Three counted things to drop before the raise, one of them
      the error itself. *)

  external in_payload_drop : unit -> unit = "panics_in_payload_drop"
  (** [in_payload_drop _unit]: Even the destructor of the payload panics. *)

  external in_drop : unit -> int = "panics_in_drop"
  (** [in_drop _unit]: A destructor that panics at the end of a body that has a
      result. *)

  external dropped : unit -> int = "panics_dropped"

  external elsewhere : unit -> bool * bool = "panics_elsewhere"
  (** [elsewhere _unit]: A panic on another thread, and one that the user
      catches, are not ours. *)

  external quiet : bool -> unit = "panics_quiet"
  (** [quiet quiet]: Silences the report on standard error, which would fill the
      log. *)

  external resumed : unit -> unit = "panics_resumed"
  (** [resumed _unit]: A panic that the user resumes with another message has no
      place of its own. *)
end

module Poly_variants : sig
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
  (** Recursive and generic. *)

  external hash : string -> int = "poly_variants_hash"

  external runtime_hash : string -> int = "poly_variants_runtime_hash"
  (** [runtime_hash name]: The runtime's own function. *)

  external color : color -> color = "poly_variants_color"

  external under_allocation : color array -> int -> color array
    = "poly_variants_under_allocation"
  (** [under_allocation colors times]: Reads borrowed payloads after allocating.
  *)

  external mode : mode -> mode = "poly_variants_mode"

  external document : string document -> string document
    = "poly_variants_document"
end

module Variants : sig
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

  (** An unboxed inline record. *)
  type angle = Angle of { radians : float } [@@unboxed]

  type corner = { inner : angle; outer : angle }
  (** Flat: the angles are floats. *)

  (** Inline records of floats are not flat. *)
  type vector =
    | Vec2 of { x : float; y : float }
    | Vec3 of { mutable x : float; y' : float; z : float }

  (** OCaml has [Key], [Quit], [Silent] and [Resize]. *)
  type event = Key of int | Quit | Silent | Resize of int * int

  (** [Self] behind a vector and inside of a tuple. *)
  type json =
    | Null
    | Bool of bool
    | Number of float
    | Text of string
    | List of json array
    | Object of (string * json) array

  (** Two types that need each other, and a chain. *)
  type 'a expression = Value of 'a | Let of string * 'a expression * 'a body

  and 'a body = { steps : 'a expression array; next : 'a body option }

  (** As many as every OCaml has tags for. *)
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
  (** [many many step]: The constructor [step] places after this one, around the
      corner. *)

  external corner : corner -> corner = "variants_corner"
  external vector : vector -> vector = "variants_vector"
  external event : event -> event = "variants_event"
  external json : json -> json = "variants_json"
  external body : int body -> int body = "variants_body"

  external many_blocks : many_blocks -> int * many_blocks
    = "variants_many_blocks"
end

module Properties : sig
  type record = {
    name : string;
    weight : float;
    tags : string list;
    next : record option;
  }

  type point = { x : float; y : float }
  (** Flat. *)

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

  module Bigarrays : sig
    external prop_bigarray_make : int -> bool -> int -> int -> Obj.t
      = "prop_bigarray_make"

    external prop_bigarray_same : int -> bool -> int -> int -> 'a -> bool
      = "prop_bigarray_same"
  end

  module Derived : sig
    type meters = float

    type length = float
    (** A float whatever the parameter is. *)

    type counter = { mutable count : int; label : string option }
    (** OCaml may write to it. *)

    type wrapped = { wrapped : float } [@@unboxed]

    type flat = {
      x : float;
      y : meters;
      z : float;
      w : wrapped;
      v : meters;
      s : float;
    }
    (** Flat: every field is a float, behind aliases, newtypes and pointers. *)

    type 'a both = { left : 'a; right : 'a }
    (** Not flat, whatever the parameter is. *)

    type segment = { from : length; to_ : length }
    (** Flat, though generic, and through a pointer. The parameter is a phantom.
    *)

    type cached = { name : string; count : int }
    (** OCaml has the fields [name] and [count] only. *)

    (** Inline records, also of floats, which are not flat. *)
    type vector =
      | Origin
      | Vec2 of { x : float; y : float }
      | Named of { mutable name : string; at' : float option }
      | One of float

    type angle = Angle of { radians : float } [@@unboxed]

    (** Two types that need each other. *)
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

  module In_place : sig
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

  module Std_types : sig
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

module Records : sig
  type example = { name : string; i : int }
  type point = { x : float; y : float }
  type meters = float

  type box3 = { x : float; y : meters; z : float }
  (** Flat: every field is a float, behind an alias and a newtype. *)

  type pair = float * float
  (** A tuple: never flat. *)

  type one_float = { x : float } [@@boxed]
  type one_string = { s : string } [@@boxed]
  type wrapped = { x : float } [@@unboxed]
  type unit_ = unit

  type 'a both = { left : 'a; right : 'a }
  (** A parameterised record is never flat. *)

  type nested = {
    example : example;
    points : point array;
    any : Obj.t;
    both : string option both;
  }

  type counter = { mutable count : int; label : string }
  (** OCaml writes to it between two calls. *)

  type cached = { name : string; count : int }
  (** OCaml has the fields [name] and [count] only. *)

  type labelled = { x : float; y : float }
  (** Flat: what OCaml does not have does not count. *)

  type hidden = unit
  (** All fields skipped: a constant. *)

  type tagged = string
  (** One field that is OCaml's: the type itself. *)

  type length = float
  (** A float whatever the parameter is, as [type 'unit length = float]. *)

  type segment = { from : length; to_ : length }
  (** Flat, though generic, and through a pointer. The parameter is a phantom.
  *)

  type 'a both_boxed = { left : 'a; right : 'a }
  (** Never flat: its fields are the parameter, behind pointers that OCaml does
      not have. *)

  type 'a wrapper = { wrapped : 'a } [@@unboxed]
  (** A float if the parameter is one, as
      [type 'a wrapper = Wrapper of 'a [@@unboxed]]. *)

  type known = { a : float wrapper; b : meters wrapper wrapper }
  (** Flat: both are floats where the record is defined. *)

  type 'a unknown = { a : 'a wrapper; b : 'a wrapper wrapper }
  (** Not flat: the parameter may be anything. *)

  type peeked
  (** Bounds on what belongs to a parameter, and not on the parameter. *)

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
  (** [nested_under_allocation n times]: Reads a borrowed record after
      allocating, then returns it. *)

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

module Roots : sig
  external keep : 'a -> int = "roots_keep"
  external get : int -> Obj.t = "roots_get"
  external clear : unit -> unit = "roots_clear"

  external set : int -> 'a -> unit = "roots_set"
  (** [set index value]: Lets a root that exists keep another value. *)

  external clear_elsewhere : unit -> unit = "roots_clear_elsewhere"
  (** [clear_elsewhere _unit]: Drops all roots on a thread that has never seen
      OCaml. *)

  external across_gc_point : 'a -> int -> Obj.t = "roots_across_gc_point"
  (** [across_gc_point value times]: A value kept across GC points within one
      call. *)

  external typed : int array -> int list -> int = "roots_typed"
  external argument : Obj.t -> Obj.t = "roots_argument"

  external churn : 'a -> int -> bool = "roots_churn"
  (** [churn value times]: Creates and drops many roots. *)

  external of_immediates_elsewhere : int -> int -> unit
    = "roots_of_immediates_elsewhere"
  (** [of_immediates_elsewhere threads rounds]: Immediates need no runtime, so a
      safe program can make roots of them on any thread, while OCaml makes its
      own. *)
end

module Signals : sig
  external work : unit -> int = "signals_work"
  (** [work ()]: Works until a signal handler raises; ten seconds at most. *)

  external until : bool ref -> bool = "signals_until"
  (** [until handled]: Works until the signal has been handled, by a function
      that does not raise: the exception is not for [poll]. *)

  external dropped : unit -> int = "signals_dropped"
  (** [dropped ()]: How many times the work was left in the middle, with its
      destructors run. *)
end

module Std_types : sig
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
  (** [std_cow text]: Upper case where needed: what needs no change is borrowed.
  *)

  external std_file_name : string -> string option = "std_file_name"
  external std_hash_set_size : string list -> int = "std_hash_set_size"

  external std_grouped : string array -> (Uchar.t * string array) list
    = "std_grouped"
  (** [std_grouped words]: Sorted by key: a [HashMap] has no order of its own.
  *)

  external std_compare : int -> int -> int = "std_compare"

  external std_decode_only :
    string array -> float array -> Complex.t -> string -> unit
    = "std_decode_only"

  external std_counted : string array -> int = "std_counted"
  external std_alive : unit -> int = "std_alive"
end

module Stress : sig
  external run : int -> int -> (string -> int -> string) -> int = "stress_run"
  (** [run threads milliseconds handler]: Starts that many threads for that
      long, and tells how many calls they have made. *)
end

module Tables : sig
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

module Text : sig
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
  (** [read_after_allocating text times]: Reads the borrowed text again after
      allocating a lot. *)

  external decode_two : float array -> string -> string = "text_decode_two"
end

module Thread_ends : sig
  external late : (string -> string) -> bool -> int = "thread_ends_late"
  (** [late f early]: How often destructors of thread-local values were answered
      by [f]. Those of [early] threads are initialised before the thread
      attaches for the first time, and so dropped after what [attach] keeps for
      the thread. *)

  external only : (string -> string) -> int = "thread_ends_only"
  (** [only f]: The only use of the runtime is when the thread ends. *)

  external process : (unit -> unit) -> bool -> unit = "thread_ends_process"
  (** [process f in_rust]: Another thread calls [f], which ends the process; or
      Rust does. *)

  external never : (string -> string) -> int -> unit = "thread_ends_never"
  (** [never f threads]: Threads that call [f] for ever. *)
end

module Threads : sig
  module Promise : sig
    type t
    (** An [int] that is computed elsewhere: the promise of [Runtime::attach]'s
        documentation. *)
  end

  external sleep : float -> unit = "threads_sleep"
  external blocking_sum : int array -> int = "threads_blocking_sum"
  external blocking_fail : string -> unit = "threads_blocking_fail"
  external blocking_panic : unit -> unit = "threads_blocking_panic"
  external elsewhere : (int -> int) -> int -> int = "threads_elsewhere"
  external attach_directly : unit -> string = "threads_attach_directly"

  external attach_again : unit -> string = "threads_attach_again"
  (** [attach_again ()]: Refused inside of [attach], allowed inside of
      [release]. *)

  external release_in_attach : (unit -> unit) -> int
    = "threads_release_in_attach"

  external raised_elsewhere : (unit -> unit) -> string
    = "threads_raised_elsewhere"

  external workers : int -> int -> (int -> string -> string) -> int
    = "threads_workers"
  (** [workers threads calls f]: Each thread calls [f n ''text''] that many
      times, and checks what comes back. *)

  external serve : int -> (int -> unit) -> unit = "threads_serve"
  (** [serve jobs handler]: A pool of threads takes jobs from a queue and hands
      each to OCaml. *)

  external roots_elsewhere : string -> int -> bool = "threads_roots_elsewhere"
  (** [roots_elsewhere text count]: Roots made by threads that end before the
      roots, and dropped by threads that never saw OCaml. *)

  external panic_elsewhere : unit -> string = "threads_panic_elsewhere"

  type closure_elsewhere_result = int -> int

  external closure_elsewhere : unit -> closure_elsewhere_result
    = "threads_closure_elsewhere"

  external attach_late : float -> int = "threads_attach_late"
  (** [attach_late seconds]: Waits, then lets a thread attach for the first
      time, and only then looks for signals: how often it could attach. *)

  external attached : unit -> int = "threads_attached"
  (** [attached ()]: How often a thread could attach in the last call of that,
      which may have ended with an exception. *)

  external promise : (int -> int) -> int -> Promise.t = "threads_promise"
  external await : Promise.t -> int = "threads_await"
  external tick : unit -> int = "threads_tick"
end

module Trust : sig
  type sequences = { rows : int Seq.t Seq.t } [@@boxed]

  type smuggler = Obj.t
  (** Makes an array of strings of whatever it holds when it is dropped. *)

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
  (** [rooted value]: It is an error, which can be looked at, and no panic. *)

  external exn : 'a -> exn = "trust_exn"
  external raise : 'a -> unit = "trust_raise"
  external exn_text : 'a -> string = "trust_exn_text"

  external list_length : 'a -> int * int = "trust_list_length"
  (** [list_length value]: Reading what is not vouched for. *)

  external seq : 'a -> Obj.t option = "trust_seq"
  (** [seq value]: Any function looks like a sequence: this one must not be
      called. *)

  external inside :
    sequences ->
    int Seq.t array ->
    (int, int list Lazy.t ref) Hashtbl.t ->
    int * int list array = "trust_inside"
  (** [inside sequences array table]: OCaml's types vouch for what is in
      something that they vouch for. *)

  external drop_on_error : smuggler * int list * int -> unit
    = "trust_drop_on_error"

  external drop_on_error_inside :
    int list * (smuggler * int option) array -> unit
    = "trust_drop_on_error_inside"

  external drop_on_panic : panics -> unit = "trust_drop_on_panic"
  external drop_in_list : smuggler list * int -> unit = "trust_drop_in_list"
  external smuggled : unit -> string array array = "trust_smuggled"

  external default : with_default -> string Lazy.t = "trust_default"
  (** [default record]: What the function for a skipped field makes has not come
      from OCaml. *)

  external skipped : with_skipped -> string Lazy.t = "trust_skipped"
  external hasher : (int * int list) list -> string Lazy.t = "trust_hasher"

  external call_while_panicking : (unit -> unit) -> unit
    = "trust_call_while_panicking"
end

module Unboxed : sig
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
  (** [noalloc_boxes values array]: Decoding floats as values makes boxes, and
      OCaml has not saved where the minor heap is free. *)
end

module Weak_roots : sig
  external new_ : 'a -> int = "weak_roots_new"
  (** [new_ value]: Remembers a value; its number. *)

  external get : int -> Obj.t option = "weak_roots_get"

  external is_alive : int -> bool = "weak_roots_is_alive"
  (** [is_alive index]: Looks without giving the value to OCaml. *)

  external upgrade : int -> Obj.t option = "weak_roots_upgrade"
  (** [upgrade index]: A strong root of what may be dead. *)

  external clear : unit -> unit = "weak_roots_clear"
  (** [clear _unit]: Drops all, half of them on a thread that never saw OCaml.
  *)

  external typed : int list -> unit = "weak_roots_typed"
  external typed_sum : unit -> int option = "weak_roots_typed_sum"

  external churn : 'a -> int -> Obj.t option = "weak_roots_churn"
  (** [churn value times]: Makes, reads and drops; the last value read. *)

  external gather : int -> Obj.t option array * Obj.t array
    = "weak_roots_gather"
  (** [gather count]: Reads many weak roots into an array, while allocating more
      than the minor heap holds. *)

  external abstract_open : int -> Obj.t = "abstract_open"
  external abstract_next : Obj.t -> int = "abstract_next"
  external abstract_close : Obj.t -> unit = "abstract_close"
  external abstract_same : Obj.t -> Obj.t = "abstract_same"
  external abstract_other : unit -> Obj.t = "abstract_other"
  external abstract_is_null : Obj.t -> bool = "abstract_is_null"
end
