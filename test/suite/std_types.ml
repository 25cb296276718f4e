external box_str : string -> string = "std_box_str"
external rc_str : string -> string = "std_rc_str"
external arc_str : string -> string = "std_arc_str"
external cow : string -> string = "std_cow"
external path_buf : string -> string = "std_path_buf"
external path : string -> string = "std_path"
external os_string : string -> string = "std_os_string"
external os_str : string -> string = "std_os_str"
external file_name : string -> string option = "std_file_name"
external char : Uchar.t -> Uchar.t = "std_char"
external char_array : Uchar.t array -> Uchar.t array = "std_char_array"
external bytes4 : bytes -> bytes = "std_bytes4"
external box_bytes : bytes -> bytes = "std_box_bytes"
external ints3 : int array -> int array = "std_ints3"
external floats3 : float array -> float array = "std_floats3"
external strings0 : string array -> string array = "std_strings0"
external box_slice : string array -> string array = "std_box_slice"
external rc_slice : float array -> float array = "std_rc_slice"
external deque : float array -> float array = "std_deque"
external hash_map : (string * int) list -> (string * int) list = "std_hash_map"
external grouped : string array -> (Uchar.t * string array) list = "std_grouped"
external btree_set : int list -> int list = "std_btree_set"
external hash_set_size : string list -> int = "std_hash_set_size"
external rc : string array -> string array = "std_rc"
external arc_floats : float array -> float array = "std_arc_floats"

(* Stdlib.Either exists from OCaml 4.12 on. *)
type ('a, 'b) either = Left of 'a | Right of 'b

external either : (int, string) either -> (int, string) either = "std_either"
external complex : Complex.t -> Complex.t = "std_complex"
external nativeint : nativeint -> nativeint = "std_nativeint"
external seconds : float -> float = "std_seconds"
external seconds_array : float array -> float array = "std_seconds_array"
external unix_time : float -> float = "std_unix_time"
external nonzero : int -> int = "std_nonzero"
external nonzero_i64 : int64 -> int64 = "std_nonzero_i64"
external ordering : int -> int = "std_ordering"
external compare_ints : int -> int -> int = "std_compare"
external decode_only : string array -> float array -> Complex.t -> string -> unit = "std_decode_only"
external counted : string array -> int = "std_counted"
external alive : unit -> int = "std_alive"

let texts = [ ""; "a"; "h\xc3\xa9llo"; String.make 7 'x'; String.make 8 'x'; String.make 5000 'x' ]

let run () =
  Check.start "std_types";
  Check.case "owners of text" (fun () ->
      List.iter
        (fun text ->
          List.iter (fun echo -> Check.same_shape "text" text (echo text)) [ box_str; rc_str; arc_str; os_string ];
          Check.string (String.uppercase_ascii text) (cow text))
        texts;
      List.iter (fun echo -> Check.invalid [ "UTF-8"; "byte 1" ] (fun () -> echo "a\xff")) [ box_str; rc_str; cow ]);
  Check.case "paths are bytes" (fun () ->
      List.iter
        (fun text -> List.iter (fun echo -> Check.same_shape "path" text (echo text)) [ path_buf; path; os_string; os_str ])
        ("/tmp/\xff\x00x" :: texts);
      Check.same "file name" (Some "b.ml") (file_name "/a/b.ml");
      Check.same "no file name" None (file_name "/");
      Check.invalid [ "std_path"; "argument 1"; "int 3" ] (fun () -> path (Obj.magic 3)));
  Check.case "char is Uchar.t" (fun () ->
      let all = Array.map Uchar.of_int [| 0; 0x41; 0xe9; 0xd7ff; 0xe000; 0x1f42b; 0x10ffff |] in
      Array.iter (fun c -> Check.same_shape "char" c (char c)) all;
      Check.same_shape "array" all (char_array all);
      List.iter
        (fun (code, text) -> Check.invalid [ "std_char"; text; "scalar" ] (fun () -> char (Uchar.unsafe_of_int code)))
        [ (0xd800, "0xd800"); (0xdfff, "0xdfff"); (0x110000, "0x110000"); (1 lsl 33, "0x200000000") ];
      Check.invalid [ "Uchar.t"; "string" ] (fun () -> char (Obj.magic "x")));
  Check.case "arrays of fixed length" (fun () ->
      Check.same_shape "ints" [| 1; 2; 3 |] (ints3 [| 1; 2; 3 |]);
      Check.same_shape "floats" [| 1.; 2.; 3. |] (floats3 [| 1.; 2.; 3. |]);
      Check.int Check.float_array_tag (Obj.tag (Obj.repr (floats3 [| 1.; 2.; 3. |])));
      Check.same_shape "none" [||] (strings0 [||]);
      Check.same_shape "bytes" (Bytes.of_string "\000abc") (bytes4 (Bytes.of_string "\000abc"));
      Check.invalid [ "std_ints3"; "expected 3 elements, found 2" ] (fun () -> ints3 [| 1; 2 |]);
      Check.invalid [ "expected 3 elements, found 4" ] (fun () -> floats3 [| 1.; 2.; 3.; 4. |]);
      Check.invalid [ "expected 0 elements, found 1" ] (fun () -> strings0 [| "" |]);
      Check.invalid [ "expected 4 bytes, found 3" ] (fun () -> bytes4 (Bytes.create 3)));
  Check.case "a later element that does not fit leaks nothing" (fun () ->
      Check.int 0 (counted [| "a"; "b"; "c"; "d" |]);
      Check.invalid [ "element 2"; "int 7" ] (fun () -> counted [| "a"; "b"; Obj.magic 7; Obj.magic 8 |]);
      Check.int 0 (alive ()));
  Check.case "owners of elements" (fun () ->
      List.iter
        (fun n ->
          let strings = Array.init n string_of_int and floats = Array.init n float_of_int in
          Check.same_shape "boxed" strings (box_slice strings);
          Check.same_shape "counted" floats (rc_slice floats);
          Check.same_shape "deque" floats (deque floats);
          Check.same_shape "counted strings" strings (rc strings);
          Check.same_shape "counted floats" floats (arc_floats floats);
          Check.same_shape "bytes" (Bytes.make n 'x') (box_bytes (Bytes.make n 'x')))
        [ 0; 1; 10; 300; 5000 ]);
  Check.case "maps and sets are lists" (fun () ->
      let l = List.init 100 (fun i -> (string_of_int i, i)) in
      Check.same "map" (List.sort compare l) (List.sort compare (hash_map l));
      Check.same "first binding" [ ("a", 1) ] (hash_map [ ("a", 1); ("a", 2) ]);
      Check.same_shape "set" [ 1; 2; 3 ] (btree_set [ 3; 1; 2; 3; 1 ]);
      Check.int 2 (hash_set_size [ "a"; "b"; "a" ]);
      let u c = Uchar.of_char c in
      Check.same_shape "groups"
        [ (u 'a', [| "ab"; "ac" |]); (u 'b', [| "b" |]) ]
        (grouped [| "ab"; "b"; ""; "ac" |]);
      Check.invalid [ "element 1"; "tuple.1" ] (fun () -> hash_map [ ("a", 1); ("b", Obj.magic "c") ]));
  Check.case "Either" (fun () ->
      Check.same_shape "Left" (Left 3) (either (Left 3));
      Check.same_shape "Right" (Right "x") (either (Right "x"));
      Check.invalid [ "Left"; "an int" ] (fun () -> either (Left (Obj.magic "x")));
      Check.invalid [ "Either.t"; "tag 2" ] (fun () -> either (Obj.magic (Obj.with_tag 2 (Obj.repr (Left 1))))));
  Check.case "Complex" (fun () ->
      let z = { Complex.re = 1.5; im = -0. } in
      Check.same_shape "complex" z (complex z);
      Check.invalid [ "Complex.t" ] (fun () -> complex (Obj.magic [| 1.; 2.; 3. |])));
  Check.case "nativeint" (fun () ->
      List.iter (fun n -> Check.same_shape "n" n (nativeint n)) [ 0n; -1n; Nativeint.min_int; Nativeint.max_int ];
      Check.invalid [ "nativeint"; "custom" ] (fun () -> nativeint (Obj.magic 3L)));
  Check.case "lengths of time" (fun () ->
      List.iter (fun x -> Check.float x (seconds x)) [ 0.; 1.; 0.25; 1e9; 1e-9; 1.5e18 ];
      Check.same_shape "flat" [| 0.; 1.5 |] (seconds_array [| 0.; 1.5 |]);
      List.iter
        (fun x -> Check.invalid [ "std_seconds"; "length of time" ] (fun () -> seconds x))
        [ -1.; -1e-300; nan; infinity; neg_infinity; 1e20 ];
      Check.invalid [ "-1.0"; "element 1" ] (fun () -> seconds_array [| 0.; -1. |]));
  Check.case "points of time" (fun () ->
      List.iter (fun x -> Check.float x (unix_time x)) [ 0.; 1.; -1.; 1.75e9; -2.5e9; 0.5; -0.5 ];
      List.iter
        (fun x -> Check.invalid [ "std_unix_time"; "point of time" ] (fun () -> unix_time x))
        [ nan; infinity; neg_infinity; 1e20; -1e20 ]);
  Check.case "nonzero integers" (fun () ->
      Check.int 255 (nonzero 255);
      Check.same_shape "int64" (-1L) (nonzero_i64 (-1L));
      Check.invalid [ "nonzero u8"; "0 is" ] (fun () -> nonzero 0);
      Check.invalid [ "256 is out of range for u8" ] (fun () -> nonzero 256);
      Check.invalid [ "nonzero i64" ] (fun () -> nonzero_i64 0L));
  Check.case "orderings" (fun () ->
      List.iter (fun (n, sign) -> Check.int sign (ordering n)) [ (5, 1); (0, 0); (-7, -1); (max_int, 1); (min_int, -1) ];
      Check.int (-1) (compare_ints 1 2));
  Check.case "decoding allocates nothing, encoding what OCaml would" (fun () ->
      let names = [| "a"; "b"; "c" |] and floats = [| 1.; 2.; 3.; 4. |] and z = Complex.i in
      let three_ints = [| 1; 2; 3 |] and three_floats = [| 1.; 2.; 3. |] in
      Check.allocates 0 (fun () -> decode_only names floats z "text");
      Check.allocates 2 (fun () -> cow "TEXT");
      Check.allocates 3 (fun () -> complex z);
      Check.allocates 4 (fun () -> ints3 three_ints);
      Check.allocates (if Check.float_array_tag = 0 then 4 + (3 * 2) else 4) (fun () -> floats3 three_floats);
      Check.allocates 2 (fun () -> seconds 1.);
      Check.allocates 3 (fun () -> nativeint 1n);
      Check.allocates 0 (fun () -> char Uchar.min);
      Check.allocates 0 (fun () -> compare_ints 1 2))
