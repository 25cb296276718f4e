external make : (string * int) array -> (string, int) Hashtbl.t = "tables_make"
external squares : int -> (int, float) Hashtbl.t = "tables_squares"
external make_any : ('a * 'b) list -> ('a, 'b) Hashtbl.t = "tables_make_any"
external length : ('a, 'b) Hashtbl.t -> int * bool = "tables_length"
external get : (string, int) Hashtbl.t -> string -> int option = "tables_get"
external get_float : (float, int) Hashtbl.t -> float -> int option = "tables_get_float"
external get_pair : (int * string, int) Hashtbl.t -> int * string -> int option = "tables_get_pair"
external bindings : (string, int) Hashtbl.t -> (string * int) array = "tables_bindings"

module Strings = Map.Make (String)
module Ints = Map.Make (Int)
module String_set = Set.Make (String)
module Int_set = Set.Make (Int)

module By_length = Hashtbl.Make (struct
  type t = int

  let equal = Int.equal
  let hash n = n mod 3
end)

external sum_of_hashtbl : int By_length.t -> int = "tables_sum_of_hashtbl"
external map : int Strings.t -> (string * int) list = "tables_map"
external map_keys : 'a Ints.t -> int array = "tables_map_keys"
external map_length : 'a Ints.t -> int = "tables_map_length"
external map_same : 'a Ints.t -> 'a Ints.t = "tables_map_same"
external set : String_set.t -> string array = "tables_set"
external set_sum : Int_set.t -> int = "tables_set_sum"
external rooted : ('a, 'b) Hashtbl.t -> 'c Ints.t -> Int_set.t -> int * int * int = "tables_rooted"
external show : (int, int) Hashtbl.t -> int Strings.t -> Int_set.t -> string = "tables_show"

let sizes = [ 0; 1; 2; 16; 31; 32; 33; 34; 64; 65; 1000; 20_000 ]

let table_of bindings =
  let table = Hashtbl.create ~random:false 16 in
  List.iter (fun (key, data) -> Hashtbl.add table key data) bindings;
  table

let bindings_of table = Array.of_list (List.rev (Hashtbl.fold (fun key data l -> (key, data) :: l) table []))
let numbered n = List.init n (fun i -> (string_of_int i, i))

let run () =
  Check.start "tables";
  Check.case "hash tables are built as OCaml builds them" (fun () ->
      List.iter
        (fun n ->
          let l = numbered n in
          let table = make (Array.of_list l) in
          Check.same_shape "table" (table_of l) table;
          Check.int n (Hashtbl.length table);
          List.iter (fun (key, data) -> Check.int data (Hashtbl.find table key)) l;
          Check.int (n * (n - 1) / 2) (Hashtbl.fold (fun _ data sum -> data + sum) table 0);
          Check.is_true "absent" (not (Hashtbl.mem table "absent")))
        sizes;
      let table = squares 1000 in
      Check.same_shape "squares" (table_of (List.init 1000 (fun i -> (i, float_of_int (i * i))))) table;
      Check.same_shape "any keys"
        (table_of [ ((1, "a"), [ 1. ]); ((2, "b"), []) ])
        (make_any [ ((1, "a"), [ 1. ]); ((2, "b"), []) ]));
  Check.case "a hash table from Rust grows, shrinks and is copied" (fun () ->
      let table = make (Array.of_list (numbered 40)) in
      for i = 40 to 999 do
        Hashtbl.add table (string_of_int i) i
      done;
      Check.same_shape "grown" (table_of (numbered 1000)) table;
      Check.same "copy" (bindings_of table) (bindings_of (Hashtbl.copy table));
      List.iter (fun (key, _) -> Hashtbl.remove table key) (numbered 1000);
      Check.int 0 (Hashtbl.length table);
      Hashtbl.reset table;
      Check.same_shape "reset" (table_of []) table);
  Check.case "bindings of one key hide each other" (fun () ->
      let table = make [| ("a", 1); ("b", 2); ("a", 3) |] in
      Check.same "all" [ 3; 1 ] (Hashtbl.find_all table "a");
      Check.same "found" (Some 3) (get table "a"));
  Check.case "hash tables are read" (fun () ->
      List.iter
        (fun n ->
          let table = table_of (numbered n) in
          Check.same "length" (n, n = 0) (length table);
          Check.same "bindings" (bindings_of table) (bindings table))
        sizes);
  Check.case "keys are found" (fun () ->
      let l = numbered 3000 in
      let table = table_of l in
      List.iter (fun (key, data) -> Check.same "found" (Some data) (get table key)) l;
      List.iter (fun key -> Check.same "absent" None (get table key)) [ ""; "x"; "-1"; "3000" ];
      let randomised = Hashtbl.create ~random:true 1 in
      List.iter (fun (key, data) -> Hashtbl.add randomised key data) l;
      List.iter (fun (key, data) -> Check.same "found" (Some data) (get randomised key)) l;
      let floats = table_of [ (0., 0); (1.5, 1); (infinity, 2) ] in
      List.iter
        (fun (key, data) -> Check.same "float" data (get_float floats key))
        [ (-0., Some 0); (1.5, Some 1); (infinity, Some 2); (2., None) ];
      let pairs = table_of (List.init 100 (fun i -> ((i, string_of_int i), i))) in
      Check.same "pair" (Some 42) (get_pair pairs (42, "42"));
      Check.same "pair" None (get_pair pairs (42, "43")));
  Check.case "hash tables of Hashtbl.Make are iterated over" (fun () ->
      let table = By_length.create 3 in
      for i = 1 to 1000 do
        By_length.add table i i
      done;
      Check.int 500_500 (sum_of_hashtbl table));
  Check.case "what is no hash table" (fun () ->
      let invalid value = Check.invalid [ "tables_bindings" ] (fun () -> bindings (Obj.magic value)) in
      invalid (Obj.repr 1);
      invalid (Obj.repr (1, 2, 3, 4));
      invalid (Obj.repr (0, [||], 0, 16));
      invalid (Obj.repr (0, [| 1.; 2. |], 0, 16));
      invalid (Obj.repr (0, [| 0; 0; 0 |], 0, 16));
      invalid (Obj.repr (0, [| 0; 7 |], 0, 16));
      invalid (Obj.repr (0, [| Some 1; None |], 0, 16));
      Check.invalid [ "tables_bindings"; "key of a Hashtbl.t" ] (fun () ->
          bindings (Obj.magic (table_of [ (1, 1) ])));
      Check.invalid [ "tables_bindings"; "data of a Hashtbl.t" ] (fun () ->
          bindings (Obj.magic (table_of [ ("a", "b") ])));
      Check.invalid [ "tables_get"; "seed" ] (fun () -> get (Obj.magic (0, [| 0 |], "seed", 16)) "x"));
  Check.case "maps" (fun () ->
      List.iter
        (fun n ->
          let m = List.fold_left (fun m (key, data) -> Strings.add key data m) Strings.empty (numbered n) in
          Check.same_shape "bindings" (Strings.bindings m) (map m))
        sizes;
      let m = ref Ints.empty in
      for i = 1 to 100_000 do
        m := Ints.add (i * 7919 mod 100_003) "x" !m
      done;
      Check.same "keys" (Array.of_list (List.map fst (Ints.bindings !m))) (map_keys !m);
      Check.int 100_000 (map_length !m);
      Check.is_true "same" (map_same !m == !m));
  Check.case "sets" (fun () ->
      List.iter
        (fun n ->
          let s = String_set.of_list (List.map fst (numbered n)) in
          Check.same_shape "elements" (Array.of_list (String_set.elements s)) (set s);
          Check.int (n * (n - 1) / 2) (set_sum (Int_set.of_list (List.init n Fun.id))))
        sizes);
  Check.case "what is no map or set" (fun () ->
      let map value = Check.invalid [ "tables_map"; "a map" ] (fun () -> map (Obj.magic value)) in
      map (Obj.repr 1);
      map (Obj.repr (0, 1, 2));
      map (Obj.repr (7, "a", 1, 0, 1));
      map (Obj.repr (0, "a", 1, (0, "b"), 2));
      (* As high as its parent: not a tree that OCaml makes. *)
      map (Obj.repr (0, "a", 1, (0, "b", 2, 0, 1), 1));
      map (Obj.repr ((0, "b", 2, 0, 1000), "a", 1, 0, 1001));
      (* Not a constant, which nobody may write to. *)
      let endless = Obj.repr (Sys.opaque_identity 0, "a", 1, 0, 3) in
      Obj.set_field endless 0 endless;
      map endless;
      Check.int 0 (map_length (Obj.magic endless));
      Check.invalid [ "tables_map_keys"; "key of a map"; "string" ] (fun () ->
          map_keys (Obj.magic (Strings.singleton "a" 1))));
  Check.case "tables across a GC point" (fun () ->
      Check.same "lengths" (3, 2, 1)
        (rooted (table_of (numbered 3)) (Ints.add 1 () (Ints.singleton 2 ())) (Int_set.singleton 5)));
  Check.case "Debug" (fun () ->
      Check.string {|{1: 2} {"a": 1, "b": 2} {Ok(3), Ok(4)}|}
        (show (table_of [ (1, 2) ]) (Strings.add "b" 2 (Strings.singleton "a" 1)) (Int_set.of_list [ 4; 3 ])));
  Check.case "decoding allocates nothing, encoding what OCaml would" (fun () ->
      let m = List.fold_left (fun m i -> Ints.add i i m) Ints.empty (List.init 1000 Fun.id) in
      let s = Int_set.of_list (List.init 1000 Fun.id) in
      let t = By_length.create 3 in
      By_length.add t 1 1;
      Check.allocates 0 (fun () -> map_length m);
      Check.allocates 0 (fun () -> set_sum s);
      Check.allocates 0 (fun () -> sum_of_hashtbl t);
      (* The record, 16 buckets, and for each binding a cell and a float. *)
      Check.allocates (5 + 17 + (10 * (4 + 2))) (fun () -> squares 10))
