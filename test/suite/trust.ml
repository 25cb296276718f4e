(* Values that look like what they are not. Where OCaml took one for it, the process would crash. *)

type letters = { mutable bytes : bytes; mutable position : int; mutable length : int; rest : bytes }
type inner = { mutable buffer : bytes; mutable capacity : int }
type letters_5_2 = { mutable inner : inner; mutable position : int; rest : bytes }
type tail = Nil | Other of string
type cell = { mutable head : int; mutable tail : tail }
type 'a panics = { first : 'a; list : int list; third : int }
type sequences = { rows : int Seq.t Seq.t } [@@boxed]
type with_default = { numbers : int list; more : int list }
type with_skipped = Numbers of int list [@@boxed]

module Map = Map.Make (Int)
module Set = Set.Make (Int)

external buffer : 'a -> Buffer.t = "trust_buffer"
external hashtbl : int * (int * int) array * int * int -> (int, string) Hashtbl.t = "trust_hashtbl"
external map : int * int * int * int * int -> string Map.t = "trust_map"
external set : int * int * int * int -> Set.t = "trust_set"
external lazy_ : float -> float Lazy.t = "trust_lazy"
external ref_ : int option -> string ref = "trust_ref"
external array : int * int -> string array = "trust_array"
external list : 'a -> int list = "trust_list"
external rooted : 'a -> string array = "trust_rooted"
external list_length : 'a -> int * int = "trust_list_length"
external exn : 'a -> exn = "trust_exn"
external raise_ : 'a -> unit = "trust_raise"
external exn_text : 'a -> string = "trust_exn_text"
external seq : 'a -> 'b option = "trust_seq"

external inside :
  sequences -> int Seq.t array -> (int, int list Lazy.t ref) Hashtbl.t -> int * int list array = "trust_inside"

external drop_on_error : int array * int list * int -> unit = "trust_drop_on_error"
external drop_on_error_inside : int list * (int array * int option) array -> unit = "trust_drop_on_error_inside"
external drop_on_panic : int array panics -> unit = "trust_drop_on_panic"
external drop_in_list : int array list * int -> unit = "trust_drop_in_list"
external default : with_default -> string Lazy.t = "trust_default"
external skipped : with_skipped -> string Lazy.t = "trust_skipped"
external hasher : (int * int list) list -> string Lazy.t = "trust_hasher"
external call_while_panicking : (unit -> unit) -> unit = "trust_call_while_panicking"
external smuggled : unit -> string array array = "trust_smuggled"

let refused what f = Check.invalid [ "trust_" ^ what; "bare `Value`" ] f
let version = Scanf.sscanf Sys.ocaml_version "%d.%d" (fun major minor -> (major, minor))

let run () =
  Check.start "trust";
  Check.case "what is made of a bare Value does not go back, whatever it holds" (fun () ->
      let bytes = Bytes.of_string "xyz" in
      refused "buffer" (fun () ->
          if version >= (5, 2) then
            buffer { inner = { buffer = bytes; capacity = 1_000_000_000 }; position = 3; rest = bytes }
          else buffer { bytes; position = 3; length = 1_000_000_000; rest = bytes });
      refused "hashtbl" (fun () -> hashtbl (1, [| (1, 2) |], 0, 16));
      refused "map" (fun () -> map (0, 1, 33, 0, 1));
      refused "set" (fun () -> set (0, 1, 33, 1));
      refused "lazy" (fun () -> lazy_ 1.5);
      refused "ref" (fun () -> ref_ (Some 1));
      refused "array" (fun () -> array (1, 2));
      refused "list" (fun () -> list { head = 1; tail = Nil }));
  Check.case "nor is it held by a root as something" (fun () ->
      let refused =
        "what this root would hold was made of a bare `Value`, and nothing says what OCaml takes it for: \
         return the `Value`, or receive an argument of this type"
      in
      match rooted [| ref 1 |] with
      | [| array; element; value; bytes |] ->
          Check.string refused array;
          Check.string ("element 0: " ^ refused) element;
          Check.string "" value;
          Check.message_with [ "expected bytes" ] bytes
      | _ -> Check.fail "another number of messages");
  Check.case "it can be read" (fun () ->
      Check.same "list" (1, 1) (list_length { head = 1; tail = Nil });
      Check.same "list" (3, 6) (list_length [ 1; 2; 3 ]);
      Check.same "list" (0, 0) (list_length []);
      Check.invalid [ "list" ] (fun () -> list_length { head = 1; tail = Other "x" }));
  Check.case "any function looks like a sequence" (fun () ->
      refused "seq" (fun () -> seq (fun array -> Array.unsafe_set array 1_000_000_000 1)));
  Check.case "a constructor and something else look like an exception" (fun () ->
      let pair = ([%extension_constructor Failure], 42) in
      refused "exn" (fun () -> exn pair);
      Check.invalid [ "bare `Value`" ] (fun () -> raise_ pair);
      Check.string "Failure(42)" (exn_text pair));
  Check.case "all that is in an argument is vouched for" (fun () ->
      let table = Hashtbl.create 1 in
      let list = [ 7 ] in
      Hashtbl.add table 1 (ref (lazy (Sys.opaque_identity list)));
      Hashtbl.add table 2 (ref (Lazy.from_val list));
      let seq = List.to_seq [ 1; 2 ] in
      let sum, lists = inside { rows = List.to_seq [ seq; seq ] } [| seq; Seq.empty; seq |] table in
      Check.int 12 sum;
      Check.is_true "the same" (Array.for_all (fun l -> l == list) lists && Array.length lists = 2));
  Check.case "what is dropped while an argument is decoded is not vouched for" (fun () ->
      let array = [| 1; 2; 3 |] in
      Check.invalid [ "trust_drop_on_error"; "1000" ] (fun () -> drop_on_error ([||], [], 1000));
      Check.invalid [ "trust_drop_on_error"; "1000" ] (fun () -> drop_on_error (array, [], 1000));
      Check.invalid [ "trust_drop_on_error_inside"; "1000" ] (fun () ->
          drop_on_error_inside ([ 1 ], [| (array, None); (array, Some 1000) |]));
      (match drop_on_panic { first = array; list = []; third = 1 } with
      | () -> Check.fail "no panic"
      | exception _ -> ());
      drop_in_list ([ array; array ], 1);
      Check.int 0 (Array.length (smuggled ())));
  Check.case "nor what is dropped while an argument is decoded while something else panics" (fun () ->
      let array = [| 1; 2; 3 |] in
      let decode () = try drop_on_panic { first = array; list = []; third = 1 } with _ -> () in
      Panics.quiet true;
      call_while_panicking decode;
      Panics.quiet false;
      Check.int 0 (Array.length (smuggled ())));
  Check.case "nor what stands for something that OCaml does not have" (fun () ->
      refused "default" (fun () -> default { numbers = [ 1 ]; more = [] });
      refused "skipped" (fun () -> skipped (Numbers [ 1 ]));
      refused "hasher" (fun () -> hasher [ (1, [ 2 ]) ]))
