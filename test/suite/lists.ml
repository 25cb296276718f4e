external build_tuple : int -> int * int * int = "build_tuple"
external sum : int list -> int = "lists_sum"
external linked : string list -> string list = "lists_linked"
external range : int -> int list = "lists_range"
external range_strings : int -> string list = "lists_range_strings"
external cons : string -> string list -> string list = "lists_cons"
external head : string list -> string option = "lists_head"
external empty : unit -> bool * int * int option = "lists_empty"
external length : 'a list -> int = "lists_length"
external same : 'a -> 'a -> bool = "lists_same"
external map : (string * int array) list -> (string * int array) list = "lists_map"
external option : int option option -> int option option = "lists_option"
external result : (int, string) result -> (string, int) result = "lists_result"

type deep = (string * (float * bytes list) option) array

external deep : deep -> deep = "lists_deep"

type big =
  int * float * string * bool * unit * int * float * string * bool * unit * int * float * string * bool
  * unit * int * float * string * bool * unit * int

external tuple21 : big -> big = "lists_tuple21"
external as_strings : 'a -> int -> string array = "lists_as_strings"
external as_string_array : 'a -> bool -> string array = "lists_as_string_array"

type in_place = {
  array : int option array;
  list : string array list option;
  tuple : (string, int) Hashtbl.t * int option ref;
}

external in_place : in_place -> in_place = "lists_in_place"
external in_place_of_value : 'a -> in_place = "lists_in_place_of_value"
external constant : int -> 'a = "lists_constant"
external block : int -> int -> 'a = "lists_block"

type variant = A | B | C of int | D of int

let run () =
  Check.start "lists";
  Check.case "build_tuple" (fun () ->
      for i = 1 to Check.times 1_000_000 do
        let a, b, c = build_tuple i in
        if a <> i + 1 || b <> i + 2 || c <> i + 3 then Check.fail "wrong tuple"
      done);
  Check.case "list in" (fun () ->
      Check.int 0 (sum []);
      Check.int 500_000_500_000 (sum (List.init 1_000_001 Fun.id)));
  Check.case "a value becomes a list or array of strings only if all elements are" (fun () ->
      let strings = [ "a"; "b"; "c" ] in
      let as_strings value = as_strings value 5 in
      Check.same "list" (Array.of_list strings) (as_strings strings);
      Check.same "empty list" [||] (as_strings []);
      let rec circular = "a" :: "b" :: circular in
      Check.same "circular list" [| "a"; "b"; "a"; "b"; "a" |] (as_strings circular);
      let rec tail = "c" :: tail in
      ignore (as_strings ("a" :: "b" :: tail));
      Check.invalid [ "circular" ] (fun () -> linked circular);
      Check.invalid [ "circular" ] (fun () -> linked ("a" :: "b" :: tail));
      Check.invalid [ "element 2"; "string"; "the int 3" ] (fun () ->
          as_strings [ Obj.repr "a"; Obj.repr "b"; Obj.repr 3 ]);
      Check.invalid [ "list" ] (fun () -> as_strings ("a", 5));
      Check.invalid [ "list" ] (fun () -> as_strings ("a", "b"));
      Check.invalid [ "element 1"; "string" ] (fun () -> as_string_array [| Obj.repr "a"; Obj.repr 1 |] true);
      Check.invalid [ "string"; "float" ] (fun () -> as_string_array [| 1.5 |] true);
      Check.same_shape "strings" [| "a"; "b" |] (as_string_array [| "a"; "b" |] true));
  Check.case "what can change goes back to OCaml only where OCaml's types vouch for it" (fun () ->
      let table = Hashtbl.create 1 in
      Hashtbl.add table "a" 1;
      let value = { array = [| None; Some 1 |]; list = Some [ [| "x" |]; [||] ]; tuple = (table, ref None) } in
      let same = in_place value in
      Check.same "record" value same;
      Check.is_true "the same array" (same.array == value.array && fst same.tuple == table && snd same.tuple == snd value.tuple);
      Check.invalid [ "bare `Value`"; "array" ] (fun () -> as_string_array [| "a"; "b" |] false);
      Check.invalid [ "bare `Value`"; "array" ] (fun () -> as_string_array [||] false);
      Check.invalid [ "bare `Value`" ] (fun () -> in_place_of_value value));
  Check.case "list out" (fun () ->
      List.iter
        (fun n ->
          Check.same_shape "range" (List.init n Fun.id) (range n);
          Check.same_shape "strings" (List.init n (Printf.sprintf "string %d")) (range_strings n);
          Check.same_shape "linked" (range_strings n) (linked (range_strings n)))
        [ 0; 1; 2; 100; 10_000 ]);
  Check.case "a list of 10^6 cells" (fun () ->
      let n = 1_000_000 in
      let l = range n in
      Gc.full_major ();
      Check.int n (List.length l);
      List.iteri (fun i x -> if i <> x then Check.fail "element %d is %d" i x) l);
  Check.case "cons, head, length" (fun () ->
      Check.same "cons" [ "a"; "b" ] (cons "a" [ "b" ]);
      Check.same "head" (Some "a") (head [ "a"; "b" ]);
      Check.same "head" None (head []);
      Check.int 0 (length []);
      Check.int 3 (length [ 1; 2; 3 ]));
  Check.case "the empty list made in Rust" (fun () ->
      Check.same "empty" (true, 0, None) (empty ()));
  Check.case "physical equality" (fun () ->
      let a = Sys.opaque_identity (String.make 3 'a') in
      Check.bool true (same a a);
      Check.bool false (same a (String.make 3 'a')));
  Check.case "association lists" (fun () ->
      let l = List.init 1000 (fun i -> (Printf.sprintf "%04d" i, Array.make (i mod 5) i)) in
      Check.same_shape "map" l (map l);
      Check.same "sorted, first binding" [ ("a", [| 1 |]); ("b", [||]) ]
        (map [ ("b", [||]); ("a", [| 1 |]); ("a", [| 2 |]) ]));
  Check.case "options" (fun () ->
      List.iter (fun o -> Check.same_shape "option" o (option o)) [ None; Some None; Some (Some 3) ]);
  Check.case "results" (fun () ->
      Check.same_shape "Error" (Error 3) (result (Ok 3));
      Check.same_shape "Ok" (Ok "x") (result (Error "x")));
  Check.case "deeply nested values" (fun () ->
      let d =
        Array.init 200 (fun i ->
            ( string_of_int i,
              if i mod 3 = 0 then None
              else Some (float_of_int i, List.init (i mod 9) (fun j -> Bytes.make j 'x')) ))
      in
      for _ = 1 to 100 do
        Check.same_shape "deep" d (deep d)
      done);
  Check.case "a tuple of 21" (fun () ->
      let t = (1, 2., "3", true, (), 6, 7., "8", false, (), 11, 12., "13", true, (), 16, 17., "18", false, (), 21) in
      Check.same_shape "tuple" t (tuple21 t));
  Check.case "variants by hand" (fun () ->
      Check.same "constants" [ A; B ] [ constant 0; constant 1 ];
      Check.same_shape "blocks" [ C 5; D 6 ] [ block 0 5; block 1 6 ];
      Check.int 255 (constant 255));
  Check.case "a tuple of the wrong size" (fun () ->
      Check.invalid [ "lists_deep"; "element 0"; "tuple of 2" ] (fun () ->
          deep (Obj.magic [| (1, 2, 3) |])))
