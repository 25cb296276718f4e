(* Values of each type go through the function that the printed interface has for it. *)

module Strings = Map.Make (String)
module Ints = Set.Make (Int)

(* The same value comes back, of the same blocks. *)
let same name f values = Check.case name (fun () -> List.iter (fun value -> Check.same_shape name value (f value)) values)

let library () =
  Check.start "shapes";
  let open Shapes in
  same "unit" unit [ () ];
  same "bool" bool [ true; false ];
  same "int" int [ 0; -1; max_int; min_int ];
  same "byte" byte [ 0; 255 ];
  same "int32" int32 [ 0l; Int32.min_int ];
  same "int64" int64 [ 0L; Int64.max_int ];
  same "nativeint" nativeint [ 0n; Nativeint.min_int ];
  same "float" float [ 0.; -1.5; infinity ];
  same "complex" complex [ Complex.i ];
  same "char" char [ Uchar.min; Uchar.of_int 0x1f600 ];
  same "string" string [ ""; "Gr\xc3\xb6\xc3\x9fe" ];
  same "text" text [ ""; "abc" ];
  same "bytes" bytes [ Bytes.empty; Bytes.of_string "\x00\xff" ];
  same "option" option [ None; Some 1 ];
  same "nested_option" nested_option [ None; Some None; Some (Some true) ];
  same "result" result [ Ok 1; Error "no" ];
  same "either" either [ Either.Left 1; Either.Right "r" ];
  same "pair" pair [ (1, "a") ];
  same "triple" triple [ (1, (2.5, true), None); (1, (2.5, false), Some Uchar.max) ];
  same "array" array [ [||]; [| 1; 2 |] ];
  same "floats" floats [ [||]; [| 1.; nan |] ];
  same "array_of_pairs" array_of_pairs [ [| (1, "a"); (2, "b") |] ];
  same "three" three [ [| 1; 2; 3 |] ];
  same "list" list [ []; [ 1; 2 ] ];
  same "list_of_lists" list_of_lists [ [ []; [ "a"; "b" ] ] ];
  same "bindings" bindings [ [ ("a", 1); ("b", 2) ] ];
  same "sorted" sorted [ [ 1; 2; 3 ] ];
  same "boxed" boxed [ 7 ];
  same "array_in_place" array_in_place [ [| 1; 2 |] ];
  same "list_in_place" list_in_place [ [ "a" ] ];
  same "floatarray" floatarray [ Float.Array.of_list [ 1.; 2. ] ];
  same "bytes_in_place" bytes_in_place [ Bytes.of_string "abc" ];
  same "ref" ref [ { contents = 1 } ];
  same "map" map [ Strings.singleton "a" 1; Strings.empty ];
  same "set" set [ Ints.of_list [ 3; 1; 2 ] ];
  same "bigarray" bigarray [ Bigarray.Array1.init Bigarray.float64 Bigarray.c_layout 3 float_of_int ];
  Check.case "buffer" (fun () ->
      let b = Buffer.create 1 in
      Buffer.add_string b "abc";
      Check.string "abc" (Buffer.contents (buffer b)));
  Check.case "constants" (fun () ->
      Check.int 12 many;
      Check.float (4. *. atan 1.) pi;
      Check.same "texts" ("größer", [| "a"; "b" |], Bytes.of_string "\000\255") texts;
      Check.same "a keyword" (Some (Uchar.of_char 'x')) type_;
      Check.same_shape "a record" { x = 0.; y = 0. } origin);
  Check.case "lazy" (fun () -> Check.int 3 (Lazy.force (lazy_ (lazy (1 + 2))));
      Check.int 3 (force (lazy (Sys.opaque_identity 1 + 2))));
  Check.case "seq" (fun () -> Check.same "seq" [ 1; 2 ] (List.of_seq (seq (List.to_seq [ 1; 2 ]))));
  Check.case "hashtbl" (fun () ->
      let table = Hashtbl.create 1 in
      Hashtbl.add table "a" 1;
      Check.int 1 (Hashtbl.find (hashtbl table) "a"))

let derived () =
  let open Shapes in
  let p = { x = 1.; y = -2. } and n = { name = "n"; count = 1 } in
  same "named" named [ n ];
  same "point" point [ p ];
  same "cell" cell [ { content = None; type_ = 1 }; { content = Some "c"; type_ = 2 } ];
  same "one" one [ { only = 1 } ];
  same "id" id [ { id = 1 } ];
  same "couple" couple [ (1, "b") ];
  same "meters" meters [ 2.5 ];
  same "nothing" nothing [ () ];
  same "segment" segment [ { from = p; length = 3.; labels = [| n; n |] } ];
  same "array2" array2 [ { list = [ { only = 1 } ]; object_ = Some { id = 2 } } ];
  same "light" light [ Red; Yellow; Green ];
  same "figure" figure [ Circle 1.; Rect { width = 1.; height = 2. }; Path ([| p |], true); Empty ];
  same "angle" angle [ Radians 1. ];
  same "single" single [ Single 1 ];
  same "color" color [ `Red; `dark_blue; `Gray 0.5; `Rgb (1, 2, 3) ];
  same "tree" tree [ Leaf; Node (Node (Leaf, 1, Leaf), 2, Leaf) ];
  same "directory" directory
    [ { entries = [| File { name = "f"; size = 1L }; Directory ("d", { entries = [||] }) |] } ];
  same "both" both [ { first = 1; second = { first = "a"; second = 1.5 } } ];
  same "chain" chain [ End; Link ((1, true), Link ((2, false), End)) ];
  same "bounded" bounded [ { items = [| 1; 2 |] } ];
  same "borrowed" borrowed [ { text = "t"; any = ("a", 1) } ];
  same "position" position [ Lexing.dummy_pos ];
  same "by_hand" by_hand [ { letter = ('a', 1) } ];
  same "skipping" skipping [ { kept = 1 } ];
  same "inner" Inner.wrapped [ { named = n; deep = (1, Some n) } ];
  same "deeper" Inner.Deeper.deep [ (1, None) ]

let functions () =
  let open Shapes in
  Check.case "apply" (fun () ->
      Check.same "apply" (Some 44) (apply (fun n text -> Some (n + int_of_string text)) 22));
  Check.case "no_argument" (fun () -> Check.int 42 (no_argument ()));
  Check.case "six" (fun () ->
      Check.string "1 2.5 c true e Some(3)" (six 1 2.5 "c" true (Uchar.of_char 'e') (Some 3)));
  Check.case "unboxed" (fun () -> Check.float 7.5 (scale 2.5 3));
  Check.case "noalloc" (fun () -> Check.int 2 (successor 1));
  Check.case "labels" (fun () ->
      let callback = String.uppercase_ascii in
      Check.string "AB" (labels ~in_:"ab" ~callback ());
      Check.string "ABABC" (labels ~callback ~end_:'c' ~times:2 ~in_:"ab" ()));
  Check.case "any value" (fun () ->
      ignore 1;
      ignore "a";
      let (a : string), (b : int) = pair_of "a" 1 in
      Check.same "pair" ("a", 1) (a, b));
  Check.case "names" (fun () -> Check.int 3 (renamed 1 + method_ 2))

let objects () =
  let open Shapes.Objects in
  Check.case "methods" (fun () ->
      let c = Counter.make 1 in
      Counter.add c ();
      Counter.add c ~by:10 ();
      Check.int 12 (Counter.get_count c);
      let before = Counter.snapshot c in
      Counter.set_count c 5;
      Check.int 17 (total [| c; Snapshot.restore before |]);
      Check.bool true (compare before (Counter.snapshot c) > 0);
      Check.string "<Snapshot { count: 12 }>" (Format.asprintf "<%a>" Snapshot.pp before);
      let { taken; of_ } = Counter.reading c in
      Check.bool true taken;
      Check.int 5 (Snapshot.get_count of_));
  Check.case "generic" (fun () ->
      let words = Stack.of_words [| "a"; "b" |] and numbers = Stack.of_numbers [| 1 |] in
      Check.same "words" (Some "b") (Stack.pop_word words);
      Check.same "number" (Some 1) (Stack.pop_number numbers);
      Check.same "number" None (Stack.pop_number numbers))

class lines =
  object
    val mutable lines : string list = []
    val mutable at = 0
    method put line = lines <- line :: lines
    method move by = at <- at + by; at
    method parent : Shapes.Methods.sink option = None
    method count' = List.length lines
    method all = List.rev lines
  end

class child (parent : Shapes.Methods.sink) =
  object
    inherit lines
    method! parent = Some parent
  end

let methods () =
  let open Shapes.Methods in
  Check.case "objects" (fun () ->
      let sink = new lines in
      let closed = (sink :> sink) in
      let child = new child closed in
      Check.int 2 (fill sink [| "a"; "b" |]);
      Check.same "lines" [ "a"; "b" ] sink#all;
      Check.int 3 (fill closed [| "c" |]);
      Check.int 9 (move_all [ closed; (child :> sink); closed ] 3 - 3);
      Check.bool true (parent sink = None);
      Check.bool true (match parent child with Some it -> it == closed | None -> false);
      Check.int 3 (with_ (fun sink -> sink#count') sink));
  Check.case "an object in a record" (fun () ->
      let closed = (new lines :> sink) in
      let back = numbered { sink = closed; number = 7 } in
      Check.bool true (back.sink == closed);
      Check.int 7 back.number);
  Check.case "any number of arguments" (fun () -> Check.int 7 (call_with_two ( + ) 3 4));
  Check.case "conversions by hand" (fun () -> Check.float 6.25 (Area.get (Area.square 2.5)))

let errors () =
  let open Shapes.Errors in
  Check.case "exceptions" (fun () ->
      Check.raises (Closed ("door", 7)) (fun () -> close "door");
      fail 0;
      Check.raises Once (fun () -> fail 1);
      Check.raises (Often { times = 2; last = 0.5 }) (fun () -> fail 2))

let () =
  library ();
  derived ();
  functions ();
  objects ();
  methods ();
  errors ();
  Check.finish ()
