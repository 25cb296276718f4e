external average : float array -> float = "average"
external floats : float array -> float array = "arrays_floats"
external meters : float array -> float array = "arrays_meters"
external ints : int array -> int array = "arrays_ints"
external strings : string array -> string array = "arrays_strings"
external nested : string option array array -> string option array array = "arrays_nested"
external values : float array -> float array = "arrays_values"
external slice_sum : int array -> int = "arrays_slice_sum"
external slice_sum_floats : float array -> int = "arrays_slice_sum"
external range : int -> int array = "arrays_range"
external range_strings : int -> string array = "arrays_range_strings"
external make_floats : int -> float -> float array = "arrays_make_floats"
external get : string array -> int -> string = "arrays_get"
external sum : int array -> int = "arrays_sum"
external set : string array -> int -> string -> unit = "arrays_set"
external u8 : bytes -> bytes array = "arrays_u8"
external lying_iterator : int -> string array = "arrays_lying_iterator"

external pair : 'a -> 'a array = "arrays_pair"
external of_values : 'a array -> 'a array = "arrays_of_values"
external units : int -> unit array = "arrays_units"
external unit_range : int -> int = "arrays_range_length"

type chain = { value : int; next : chain option }
type tree = Node of tree array [@@boxed]

external chain : chain -> int = "arrays_chain"
external tree : tree -> int = "arrays_tree"

let sizes = [ 0; 1; 2; 3; 255; 256; 257; 1000; 100_000 ]

let run () =
  Check.start "arrays";
  Check.case "average" (fun () -> Check.float 2.5 (average [| 1.; 2.; 3.; 4. |]));
  Check.case "float arrays of all sizes are flat" (fun () ->
      List.iter
        (fun n ->
          let a = Array.init n float_of_int in
          Check.same_shape "floats" a (floats a);
          Check.same_shape "newtypes" a (meters a);
          Check.same_shape "Array" (Array.make n 1.5) (make_floats n 1.5);
          if n > 0 then Check.int Check.float_array_tag (Obj.tag (Obj.repr (floats a))))
        sizes);
  Check.case "int and string arrays of all sizes" (fun () ->
      List.iter
        (fun n ->
          Check.same_shape "range" (Array.init n Fun.id) (range n);
          Check.same_shape "ints" (Array.init n Fun.id) (ints (Array.init n Fun.id));
          Check.same_shape "strings" (Array.init n string_of_int) (range_strings n);
          Check.same_shape "strings" (range_strings n) (strings (range_strings n)))
        sizes);
  Check.case "nested arrays" (fun () ->
      let a =
        Array.init 300 (fun i ->
            Array.init (i mod 7) (fun j -> if j = 3 then None else Some (string_of_int (i * j))))
      in
      for _ = 1 to 100 do
        Check.same_shape "nested" a (nested a)
      done);
  Check.case "values of a float array" (fun () ->
      let a = Array.init 1000 float_of_int in
      Check.same_shape "values" a (values a));
  Check.case "a slice of values" (fun () ->
      Check.int 6 (slice_sum [| 1; 2; 3 |]);
      Check.int 0 (slice_sum [||]);
      Check.invalid [ "arrays_slice_sum"; "float" ] (fun () -> slice_sum_floats [| 1. |]));
  Check.case "element access" (fun () ->
      Check.string "b" (get [| "a"; "b" |] 1);
      Check.raises (Invalid_argument "index out of bounds") (fun () -> get [| "a" |] 1);
      Check.int 499500 (sum (Array.init 1000 Fun.id)));
  Check.case "writing" (fun () ->
      let a = Array.make 1000 "" in
      Gc.full_major ();
      for i = 0 to 999 do
        set a i (string_of_int i)
      done;
      Gc.minor ();
      Check.same "written" (Array.init 1000 string_of_int) a;
      Check.raises (Invalid_argument "index out of bounds") (fun () -> set a 1000 ""));
  Check.case "Vec<u8> is bytes, also inside a Vec" (fun () ->
      Check.same_shape "bytes" (Array.make 3 (Bytes.of_string "ab")) (u8 (Bytes.of_string "ab")));
  Check.case "an element that does not fit is named" (fun () ->
      Check.invalid [ "arrays_strings"; "argument 1 (strings)"; "element 1"; "int 7" ] (fun () ->
          strings [| "a"; Obj.magic 7 |]));
  Check.case "an iterator that lies about its length" (fun () ->
      Check.int 1000 (Array.length (lying_iterator 2000));
      for _ = 1 to 10 do
        match lying_iterator 5 with
        | _ -> Check.fail "no exception"
        | exception Failure _ -> Gc.full_major ()
      done);
  Check.case "an array of values is flat when they are floats" (fun () ->
      for i = 1 to Check.times 100_000 do
        let a = pair (float_of_int i) in
        if a.(0) <> float_of_int i then Check.fail "wrong element";
        a.(1) <- 2.5;
        if i mod 10_000 = 0 then Gc.full_major ()
      done;
      Check.same_shape "floats" [| 1.5; 1.5 |] (pair 1.5);
      Check.same_shape "strings" [| "a"; "a" |] (pair "a");
      Check.same_shape "ints" [| 1; 1 |] (pair 1);
      Check.same_shape "iterator" [| 1.; 2.; 3. |] (of_values [| 1.; 2.; 3. |]);
      Check.same_shape "long" (Array.init 1000 float_of_int) (of_values (Array.init 1000 float_of_int));
      Check.same_shape "lists" [| [ 1. ]; [] |] (of_values [| [ 1. ]; [] |]));
  Check.case "arrays too large to exist" (fun () ->
      List.iter
        (fun exponent -> Check.raises Out_of_memory (fun () -> units ((1 lsl exponent) + 1)))
        [ 54; 58; 61 ];
      List.iter
        (fun length -> Check.raises Out_of_memory (fun () -> unit_range length))
        [ max_int; max_int / 8; max_int / 16; 1 lsl 54 ]);
  Check.case "nested deeper than the stack is high" (fun () ->
      let rec deep acc n = if n = 0 then acc else deep { value = 1; next = Some acc } (n - 1) in
      Check.int 501 (chain (deep { value = 1; next = None } 500));
      Check.invalid [ "arrays_chain"; "nested too deeply" ] (fun () -> chain (deep { value = 1; next = None } 1_000_000));
      let rec endless = { value = 1; next = Some endless } in
      Check.invalid [ "nested too deeply" ] (fun () -> chain endless);
      let rec nodes acc n = if n = 0 then acc else nodes (Node [| acc |]) (n - 1) in
      Check.int 1 (tree (nodes (Node [||]) 300));
      Check.invalid [ "nested too deeply" ] (fun () -> tree (nodes (Node [||]) 1_000_000));
      Check.int 501 (chain (deep { value = 1; next = None } 500)))
