open Bigarray

type bytes1 = (int, int8_unsigned_elt, c_layout) Array1.t
type floats = (float, float64_elt, c_layout) Array1.t
type ints = (int, int_elt, c_layout) Array1.t
type matrix = (float, float64_elt, c_layout) Array2.t
type fortran_matrix = (float, float64_elt, fortran_layout) Array2.t

external live : unit -> int = "bigarrays_live"
external counted : unit -> floats = "bigarrays_counted"
external counted3 : unit -> (float, float64_elt, fortran_layout) Array3.t = "bigarrays_counted3"
external spare_capacity : int -> floats = "bigarrays_spare_capacity"
external copies : int -> bool -> 'array -> ('a, 'b, 'c) Genarray.t array = "bigarrays_copies"
external sum : floats -> float = "bigarrays_sum"
external sum_anything : 'a -> float = "bigarrays_sum"
external sum_matrix : (float, float32_elt, fortran_layout) Array2.t -> float = "bigarrays_sum_matrix"
external sum_matrix_anything : 'a -> float = "bigarrays_sum_matrix"
external bytes : bytes1 -> int64 = "bigarrays_bytes"
external chars : (char, int8_unsigned_elt, c_layout) Array1.t -> int64 = "bigarrays_bytes"
external get : ints -> int -> int = "bigarrays_get"
external write : int -> int32 -> ints = "bigarrays_write"
external set : ints -> int -> int -> unit = "bigarrays_set"
external add : floats -> floats -> unit = "bigarrays_add"
external sort : floats -> unit = "bigarrays_sort"
external fill_elsewhere : (int32, int32_elt, c_layout) Array2.t -> unit = "bigarrays_fill_elsewhere"
external wrong_count : unit -> matrix = "bigarrays_wrong_count"
external too_large : unit -> matrix = "bigarrays_too_large"
external no_memory : unit -> floats = "bigarrays_no_memory"
external many_dims : int array -> (float, float64_elt, c_layout) Genarray.t = "bigarrays_many_dims"
external make : int -> bytes1 = "bigarrays_make"
external make_many : int -> int -> int = "bigarrays_make_many"
external fail : unit -> unit = "bigarrays_fail"
external keep : floats -> unit = "bigarrays_keep"
external kept : unit -> floats option = "bigarrays_kept"
external rooted : (float, float64_elt, c_layout) Genarray.t -> float = "bigarrays_rooted"
external debug : (int, int16_signed_elt, c_layout) Array2.t -> string = "bigarrays_debug"
external ndarray_get : fortran_matrix -> int -> int -> float * float = "bigarrays_ndarray_get"
external ndarray_scale : matrix -> float -> unit = "bigarrays_ndarray_scale"
external ndarray_transposed : matrix -> matrix = "bigarrays_ndarray_transposed"
external ndarray_transposed_anything : 'a -> matrix = "bigarrays_ndarray_transposed"
external ndarray_orders : int -> int -> matrix array * fortran_matrix array * int = "bigarrays_ndarray_orders"
external resident : unit -> int = "memory_resident"

type kind_and_element = Kind : string * ('a, 'b) kind * 'a Random_value.generator * (int -> 'a) -> kind_and_element

(* In the order of their numbers. *)
let kinds =
  let complex i = { Complex.re = float_of_int i; im = -.float_of_int i /. 3. } in
  let kinds =
    [
      Kind ("float32", Float32, Random_value.single, fun i -> float_of_int i /. 8.);
      Kind ("float64", Float64, Random_value.float, fun i -> float_of_int i /. 3.);
      Kind ("int8_signed", Int8_signed, Random_value.(signed 8), fun i -> i);
      Kind ("int8_unsigned", Int8_unsigned, Random_value.u8, fun i -> i);
      Kind ("int16_signed", Int16_signed, Random_value.(signed 16), fun i -> -1000 * i);
      Kind ("int16_unsigned", Int16_unsigned, Random_value.u16, fun i -> 1000 * i);
      Kind ("int32", Int32, Random_value.int32, fun i -> Int32.mul 1_000_003l (Int32.of_int i));
      Kind ("int64", Int64, Random_value.int64, fun i -> Int64.mul 1_000_000_000_003L (Int64.of_int i));
      Kind ("int", Int, Random_value.int, fun i -> if i mod 2 = 0 then min_int + i else max_int - i);
      Kind ("nativeint", Nativeint, Random_value.nativeint, fun i -> Nativeint.add Nativeint.min_int (Nativeint.of_int i));
      Kind ("complex32", Complex32, Random_value.(complex single), complex);
      Kind ("complex64", Complex64, Random_value.(complex float), complex);
      Kind ("char", Char, Random_value.(map_value Char.chr u8), fun i -> Char.chr (i land 255));
    ]
  in
  let major, minor = Scanf.sscanf Sys.ocaml_version "%d.%d" (fun major minor -> (major, minor)) in
  if (major, minor) < (5, 2) then kinds
  else
    (* Float16, which older compilers do not know. *)
    let float16 : (float, float32_elt) kind = Obj.magic 13 in
    kinds @ [ Kind ("float16", float16, Random_value.half, fun i -> float_of_int i /. 2.) ]

let all_dims = [ [||]; [| 0 |]; [| 1 |]; [| 100 |]; [| 3; 5 |]; [| 4; 0 |]; [| 2; 3; 4 |]; [| 2; 3; 2; 4 |] ]

let make_generic (type l) kind (layout : l layout) element dims =
  let array = Genarray.create kind layout dims in
  let n = Array.fold_left ( * ) 1 dims in
  let flat = reshape_1 array n in
  let first = match layout with C_layout -> 0 | Fortran_layout -> 1 in
  for i = 0 to n - 1 do
    flat.{first + i} <- element i
  done;
  array

let marshalled x = Marshal.to_string x []

let same_array what expected array =
  Check.int 0 (compare expected array);
  Check.int 0 (compare array expected);
  Check.is_true (what ^ ": equal") (expected = array);
  Check.int (Hashtbl.hash expected) (Hashtbl.hash array);
  Check.string (marshalled expected) (marshalled array);
  let back = Marshal.from_string (marshalled array) 0 in
  Check.is_true (what ^ ": unmarshalled") (back = expected)

let every_kind layout fortran =
  List.iteri
    (fun number (Kind (name, kind, _, element)) ->
      List.iter
        (fun dims ->
          let array = make_generic kind layout element dims in
          Array.iter (same_array name array) (copies number fortran array);
          (* An array with an owner in Rust is an argument like any other. *)
          Array.iter
            (fun copy -> Array.iter (same_array name array) (copies number fortran copy))
            (copies number fortran array))
        all_dims)
    kinds

let expects what parts f = Check.invalid ([ "expected a bigarray of " ^ what ] @ parts) f

let wrong_types () =
  let c1 kind = Array1.create kind c_layout 3 in
  let float64 = "float64 with 1 dimension in C layout" in
  let sum_of parts x = expects float64 parts (fun () -> sum_anything x) in
  sum_of [ "found a bigarray of float32 with 1 dimension in C layout"; "argument 1 (array)" ] (c1 Float32);
  sum_of [ "found a bigarray of int64" ] (c1 Int64);
  sum_of [ "found a bigarray of char" ] (c1 Char);
  sum_of [ "float64 with 1 dimension in Fortran layout" ] (Array1.create Float64 fortran_layout 3);
  sum_of [ "found a bigarray of float64 with 2 dimensions in C layout" ] (Array2.create Float64 c_layout 3 3);
  sum_of [ "with 0 dimensions" ] (Array0.create Float64 c_layout);
  sum_of [ "found the int 3" ] 3;
  sum_of [ "found the float 1.5" ] 1.5;
  sum_of [ (if Check.float_array_tag = 0 then "found a block with tag 0" else "found a float array") ] [| 1.5 |];
  sum_of [ "found a custom block" ] 3L;
  sum_of [ "found the string" ] "floats";
  expects "float32 with 2 dimensions in Fortran layout" [ "3 dimensions in C layout" ] (fun () ->
      sum_matrix_anything (Array3.create Float64 c_layout 1 1 1));
  expects "char with any number of dimensions in C layout" [ "found a bigarray of int32 with 1" ] (fun () ->
      copies 12 false (c1 Int32));
  Check.invalid [ "expected an array"; "a bigarray of float64 with 1 dimension in C layout" ] (fun () ->
      Arrays.average (Obj.magic (c1 Float64)));
  Check.invalid [ "expected a bigarray of float64 with 2 dimensions" ] (fun () -> ndarray_transposed_anything 1.)

(* OCaml 4 lets an empty array be reshaped to sizes whose product is 0 only because it overflows. *)
let impossible_dimensions () =
  let empty = Genarray.create Int c_layout [| 0 |] in
  match reshape empty [| 1 lsl 32; 1 lsl 32 |] with
  | exception (Out_of_memory | Invalid_argument _) -> ()
  | huge -> Check.invalid [ "impossible dimensions"; "4294967296" ] (fun () -> copies 8 false huge)

let floats_of list = Array1.of_array Float64 c_layout (Array.of_list list)

(* What [f] does to files of its own is undone. *)
let with_mapped_file content f =
  let name = Filename.temp_file "bigarrays" ".data" in
  let file = Unix.openfile name [ Unix.O_RDWR ] 0o600 in
  let written = Unix.write_substring file content 0 (String.length content) in
  Check.int (String.length content) written;
  Fun.protect
    ~finally:(fun () ->
      Unix.close file;
      Sys.remove name)
    (fun () -> f file)

let mapped_files () =
  with_mapped_file (String.make 8192 '\001') (fun file ->
      let map kind pos n = array1_of_genarray (Unix.map_file file ~pos kind c_layout true [| n |]) in
      let mapped = map Int8_unsigned 0L 8192 in
      Check.same "bytes" 8192L (bytes mapped);
      let floats = map Float64 4096L 4 in
      Array1.fill floats 2.5;
      Check.float 10. (sum floats);
      Check.float 5. (sum (Array1.sub floats 1 2));
      Check.invalid [ "not aligned to 8 bytes" ] (fun () -> sum (map Float64 4L 4)))

let expect_live n =
  (* A dead array that is old is freed by the next whole cycle; one that is young may need another. *)
  Gc.full_major ();
  Gc.full_major ();
  Check.int n (live ())

let first_floats n = List.init n float_of_int
let list_of array = List.init (Array1.dim array) (fun i -> array.{i})

(* Each part, and parts of parts, alone keeps all the memory, and the last one gives it back. *)
let parts_outlive_the_whole () =
  expect_live 0;
  let alone what part expected =
    let part = part () in
    expect_live 1;
    Gc.compact ();
    Check.same what expected (list_of (Sys.opaque_identity part));
    Check.float (List.fold_left ( +. ) 0. expected) (sum part)
  in
  let case what part expected =
    alone what part expected;
    expect_live 0
  in
  case "sub" (fun () -> Array1.sub (counted ()) 0 10) (first_floats 10);
  case "sub of sub" (fun () -> Array1.sub (Array1.sub (counted ()) 100 200) 3 2) [ 103.; 104. ];
  case "reshape" (fun () -> Array1.sub (reshape_1 (genarray_of_array1 (counted ())) 12_345) 1 2) [ 1.; 2. ];
  case "slice"
    (fun () -> Array2.slice_left (reshape_2 (genarray_of_array1 (counted ())) 3 4115) 2)
    (List.init 4115 (fun i -> float_of_int (8230 + i)));
  case "change_layout"
    (fun () -> Array1.change_layout (Array1.sub (Array1.change_layout (counted ()) fortran_layout) 2 3) c_layout)
    [ 1.; 2.; 3. ];
  case "slice of three dimensions"
    (fun () ->
      let plane = Array3.slice_right_2 (counted3 ()) 823 in
      array1_of_genarray (Genarray.change_layout (reshape (genarray_of_array2 plane) [| 15 |]) c_layout))
    (List.init 15 (fun i -> float_of_int (12_330 + i)));
  case "empty part" (fun () -> Array1.sub (counted ()) 12_345 0) [];
  case "spare capacity" (fun () -> spare_capacity 200) (List.init 200 (fun _ -> 1.5))

(* Up to 1 KiB of elements are copied before OCaml 5, and give the vector's memory back at once. *)
let few_are_copied = Sys.ocaml_version < "5"

let few_elements () =
  let alone what few part expected =
    let part = part () in
    expect_live (if few && few_are_copied then 0 else 1);
    Gc.compact ();
    Check.same what expected (list_of (Sys.opaque_identity part));
    ignore (Sys.opaque_identity part)
  in
  let ones n = List.init n (fun _ -> 1.5) in
  alone "129" false (fun () -> spare_capacity 129) (ones 129);
  alone "128" true (fun () -> spare_capacity 128) (ones 128);
  alone "1" true (fun () -> spare_capacity 1) (ones 1);
  alone "none" true (fun () -> spare_capacity 0) [];
  alone "a part" true (fun () -> Array1.sub (Array1.sub (spare_capacity 100) 10 50) 1 2) (ones 2);
  alone "no part" true (fun () -> Array1.sub (spare_capacity 100) 100 0) [];
  alone "another layout" true
    (fun () -> Array1.change_layout (Array1.sub (Array1.change_layout (spare_capacity 100) fortran_layout) 3 2) c_layout)
    (ones 2);
  expect_live 0;
  (* Bytes, on both sides of where they are handed over. *)
  for n = 1020 to 1028 do
    let array = Sys.opaque_identity (make n) in
    Gc.compact ();
    Check.same "bytes" (Int64.of_int n) (bytes (Array1.sub array 0 n))
  done

let many_parts_at_once () =
  let parts =
    List.init 50 (fun i ->
        let whole = counted () in
        let parts = List.init (i mod 7) (fun j -> Array1.sub whole (100 * j) 2) in
        if i mod 3 = 0 then whole :: parts else parts)
  in
  let owned = List.length (List.filter (fun parts -> parts <> []) (Sys.opaque_identity parts)) in
  expect_live owned;
  List.iter
    (List.iteri (fun _ part ->
         let first = part.{0} in
         Check.float (first +. 1.) part.{1}))
    (Sys.opaque_identity parts);
  ignore (Sys.opaque_identity parts)

let young_and_old () =
  for i = 1 to Check.times 300 do
    let array = Sys.opaque_identity (make (i * 50)) in
    if i mod 10 = 0 then Gc.minor ();
    let part = Array1.sub array 1 (Array1.dim array - 1) in
    if i mod 15 = 0 then Gc.full_major ();
    Check.same "sum" (Int64.of_int ((i * 50) - 1)) (bytes part)
  done

(* Dead arrays may take as much again as a part of the heap, which other suites have made large; and OCaml 5 begins late
   (with its own arrays, too). *)
let stays_flat what f =
  f ();
  Check.use_up_what_forced_collections_allow ();
  let before = resident () in
  for _ = 1 to 10 do
    f ();
    let grown = resident () - before in
    if grown > 600_000 then Check.fail "%s: resident memory grew by %d KiB" what grown
  done

let equal_to_ocaml's_own () =
  let own = floats_of (first_floats 12_345) in
  let ours = counted () in
  same_array "floats" own ours;
  ours.{12_344} <- -1.;
  Check.is_true "less" (compare ours own < 0 && compare own ours > 0);
  let table = Hashtbl.create 10 in
  Hashtbl.add table own "own";
  Check.is_true "found" (Hashtbl.find_opt table (counted ()) = Some "own");
  Array1.blit own ours;
  Check.is_true "blit" (ours = own);
  Array1.fill ours 1.;
  Check.float 12_345. (sum ours)

let run () =
  Check.start "bigarrays";
  Check.case "every kind in C layout" (fun () -> every_kind c_layout false);
  Check.case "every kind in Fortran layout" (fun () -> every_kind fortran_layout true);
  Check.case "sums" (fun () ->
      Check.float 6. (sum (floats_of [ 1.; 2.; 3. ]));
      Check.float 0. (sum (floats_of []));
      let matrix = Array2.of_array Float32 fortran_layout [| [| 1.; 2. |]; [| 3.; 4. |] |] in
      Check.float 10. (sum_matrix matrix);
      Check.same "bytes" 510L (bytes (Array1.of_array Int8_unsigned c_layout [| 255; 255 |]));
      Check.same "chars" 195L (chars (Array1.of_array Char c_layout [| 'a'; 'b' |])));
  Check.case "elements" (fun () ->
      let array = Array1.of_array Int c_layout [| 1; min_int; max_int |] in
      Check.same "read" [ 1; min_int; max_int ] (List.map (get array) [ 0; 1; 2 ]);
      set array 1 42;
      Check.int 42 array.{1};
      let out_of_bounds = Invalid_argument "index out of bounds" in
      Check.raises out_of_bounds (fun () -> get array 3);
      Check.raises out_of_bounds (fun () -> set array 3 0);
      Check.invalid [ "-1" ] (fun () -> get array (-1)));
  Check.case "an int that OCaml would read as another one is not written" (fun () ->
      let bits = Sys.int_size in
      for way = 0 to 7 do
        let array = write way (Int32.of_int (bits - 2)) in
        Check.int (1 lsl (bits - 2)) array.{0};
        Check.int 1 (Array1.dim array);
        List.iter
          (fun shift -> Check.invalid [ "bigarrays_write"; "out of range for OCaml's int" ] (fun () -> write way (Int32.of_int shift)))
          [ bits - 1; bits ]
      done);
  Check.case "shared memory" (fun () ->
      let array = floats_of [ 1.; 2.; 3.; 4. ] in
      add array array;
      add (Array1.sub array 0 2) (Array1.sub array 1 2);
      Check.same "added" [ 6.; 10.; 6.; 8. ] (list_of array);
      sort array;
      Check.same "sorted" [ 6.; 6.; 8.; 10. ] (list_of array);
      let matrix = Array2.create Int32 c_layout 50 31 in
      fill_elsewhere matrix;
      Check.is_true "filled" (matrix = (Array2.fill matrix 7l; matrix)));
  Check.case "wrong types are named" wrong_types;
  Check.case "impossible dimensions" impossible_dimensions;
  Check.case "mapped files" mapped_files;
  Check.case "arrays that cannot be made" (fun () ->
      Check.invalid [ "7 elements"; "[2, 3]" ] wrong_count;
      Check.raises Out_of_memory too_large;
      Check.raises Out_of_memory no_memory;
      Check.int 16 (Genarray.num_dims (many_dims (Array.make 16 1)));
      Check.invalid [ "at most 16 dimensions, not 17" ] (fun () -> many_dims (Array.make 17 1)));
  Check.case "compare, hash and Marshal" equal_to_ocaml's_own;
  Check.case "parts outlive the whole" parts_outlive_the_whole;
  Check.case "few elements" few_elements;
  Check.case "many parts at once" many_parts_at_once;
  Check.case "everything is freed" (fun () ->
      for _ = 1 to 10 do
        (try fail () with Not_found -> ());
        ignore (Sys.opaque_identity (counted ()))
      done;
      expect_live 0);
  Check.case "young and old" young_and_old;
  Check.case "roots" (fun () ->
      keep (counted ());
      expect_live 1;
      (match kept () with
      | Some array -> Check.float 12_344. array.{12_344}
      | None -> Check.fail "nothing was kept");
      Check.is_true "taken" (kept () = None);
      expect_live 0;
      Check.float 4. (rooted (genarray_of_array2 (Array2.of_array Float64 c_layout [| [| 1.; 2. |]; [| 3.; 4. |] |]))));
  Check.case "debug" (fun () ->
      let array = Array2.of_array Int16_signed c_layout [| [| 1; -2; 3 |] |] in
      Check.string "Bigarray { dims: [1, 3], elements: [1, -2, 3] }" (debug array));
  Check.case "ndarray" (fun () ->
      let matrix = Array2.of_array Float64 fortran_layout [| [| 1.; 2.; 3. |]; [| 4.; 5.; 6. |] |] in
      for i = 1 to 2 do
        for j = 1 to 3 do
          Check.same "element" (matrix.{i, j}, matrix.{i, j}) (ndarray_get matrix (i - 1) (j - 1))
        done
      done;
      let matrix = Array2.of_array Float64 c_layout [| [| 1.; 2. |]; [| 3.; 4. |]; [| 5.; 6. |] |] in
      let transposed = Array2.of_array Float64 c_layout [| [| 1.; 3.; 5. |]; [| 2.; 4.; 6. |] |] in
      same_array "transposed" transposed (ndarray_transposed matrix);
      ndarray_scale matrix 10.;
      Check.same "scaled" [ 10.; 30.; 50. ] (List.init 3 (fun i -> matrix.{i, 0}));
      let orders rows columns copied =
        let cs, fortrans, found = ndarray_orders rows columns in
        let expected = Array.init rows (fun i -> Array.init columns (fun j -> float_of_int ((100 * i) + j))) in
        let c = Array2.of_array Float64 c_layout expected in
        let fortran = Array2.of_array Float64 fortran_layout expected in
        Array.iter (same_array "C order" c) cs;
        Array.iter (same_array "Fortran order" fortran) fortrans;
        Check.int (copied * rows * columns) found
      in
      (* An array in the wrong order is copied: one of the first three, two of the others. *)
      orders 30 40 3;
      orders 3 4 (if few_are_copied then 6 else 3));
  Check.case "2000 arrays of 1 MB, in 2000 calls" (fun () ->
      stays_flat "calls" (fun () ->
          for _ = 1 to 200 do
            ignore (Sys.opaque_identity (make 1_000_000))
          done));
  Check.case "2000 arrays of 1 MB, in 10 calls" (fun () ->
      stays_flat "few calls" (fun () -> Check.int 200_000_000 (make_many 200 1_000_000)));
  Check.case "10^6 arrays of 4 kB" (fun () ->
      stays_flat "4 kB" (fun () ->
          for _ = 1 to Check.times 100_000 do
            ignore (Sys.opaque_identity (make 4096))
          done));
  Check.case "10^6 small arrays" (fun () ->
      stays_flat "small" (fun () ->
          for i = 1 to Check.times 100_000 do
            ignore (Sys.opaque_identity (make (i land 7)))
          done))
