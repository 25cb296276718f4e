(* Checks every case, then times it. Linked once with the C stubs and once with the Rust crate.

   driver              prints `CASE NANOSECONDS` per line
   driver PREFIX...    only the cases whose names start with one of these *)

type example = { name : string; i : int }
type floats = (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t
type shape = Circle of float | Rect of float * float | Empty

external noop : unit -> unit = "bench_noop"
external add_int : int -> int -> int = "bench_add_int"
external add_float : float -> float -> float = "bench_add_float"

external add_unboxed : float -> float -> float
  = "bench_add_unboxed_bytecode" "bench_add_unboxed"
  [@@unboxed] [@@noalloc]

external add_int64 : int64 -> int64 -> int64 = "bench_add_int64"
external strlen : string -> int = "bench_strlen"
external echo : string -> string = "bench_echo"
external triple : int -> int * int * int = "bench_triple"
external record : example -> example = "bench_record"
external record_shared : example -> example = "bench_record_shared"
external area : shape -> float = "bench_area"
external option : int option -> int option = "bench_option"
external float_sum : float array -> float = "bench_float_sum"
external float_array : int -> float array = "bench_float_array"
external list_sum : int list -> int = "bench_list_sum"
external int_list : int -> int list = "bench_int_list"
external string_list : int -> string list = "bench_string_list"
external error : int -> int = "bench_error"
external bigarray_sum : floats -> float = "bench_bigarray_sum"
external bigarray : int -> floats = "bench_bigarray"

type custom
type frozen

external custom : int -> custom = "bench_custom"
external custom_get : custom -> int = "bench_custom_get"
external frozen : int -> frozen = "bench_frozen"
external frozen_get : frozen -> int = "bench_frozen_get"
external root : int ref -> unit = "bench_root"

external six : int -> int -> int -> int -> int -> int -> int
  = "bench_six_bytecode" "bench_six"
external six_checked : int -> int -> int -> int -> int -> int -> int
  = "bench_six_bytecode" "bench_six_checked"

external callback : (int -> int) -> int -> int = "bench_callback"
external callback_twice : (int -> int) -> int -> int = "bench_callback_twice"
external named_callback : int -> int = "bench_named_callback"
external release : unit -> unit = "bench_release"
external attach : int -> unit = "bench_attach"

let () = Callback.register "bench.succ" succ

(* Foreign threads need the threads library, and its modules. *)
let () = ignore (Thread.self ())

let sixteen = "sixteen bytes..."
let example = { name = "example"; i = 41 }
let thousand_floats = Array.init 1000 float_of_int
let thousand_ints = List.init 1000 (fun i -> i)
let ten_thousand_floats = Bigarray.(Array1.of_array Float64 c_layout (Array.init 10_000 float_of_int))
let seen x = Sys.opaque_identity x

let catches i =
  match error (seen i) with n -> n | exception Failure _ -> -1

(* Name, what must hold, and the loop: both the argument and the result are hidden from the
   optimiser, and nothing stands between the loop and the call. *)
let cases =
  [
    ( "01 noop", (fun () -> noop () = ()),
      fun n -> for _ = 1 to n do ignore (seen (noop (seen ()))) done );
    ( "02 add int", (fun () -> add_int 40 2 = 42 && add_int (-3) 1 = -2),
      fun n -> for _ = 1 to n do ignore (seen (add_int (seen 40) (seen 2))) done );
    ( "03 add float boxed", (fun () -> add_float 1.5 2.0 = 3.5),
      fun n -> for _ = 1 to n do ignore (seen (add_float (seen 1.5) (seen 2.0))) done );
    ( "04 add float unboxed noalloc", (fun () -> add_unboxed 1.5 2.0 = 3.5),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := add_unboxed !x 2.0 done;
        ignore (seen !x) );
    ( "05 add int64 boxed", (fun () -> add_int64 40L 2L = 42L),
      fun n -> for _ = 1 to n do ignore (seen (add_int64 (seen 40L) (seen 2L))) done );
    ( "06 string length", (fun () -> strlen sixteen = 16 && strlen "" = 0),
      fun n -> for _ = 1 to n do ignore (seen (strlen (seen sixteen))) done );
    ( "07 string echo 16 B", (fun () -> echo sixteen = sixteen && echo sixteen != sixteen),
      fun n -> for _ = 1 to n do ignore (seen (echo (seen sixteen))) done );
    ( "08 triple out", (fun () -> triple 1 = (1, 2, 3)),
      fun n -> for _ = 1 to n do ignore (seen (triple (seen 1))) done );
    ( "09 record in and out", (fun () -> record example = { name = "example"; i = 42 }),
      fun n -> for _ = 1 to n do ignore (seen (record (seen example))) done );
    ( "09s the same, name shared",
      (fun () ->
        let changed = record_shared example in
        changed.i = 42 && changed.name == example.name),
      fun n -> for _ = 1 to n do ignore (seen (record_shared (seen example))) done );
    ( "10 variant in",
      (fun () -> area (Rect (2.0, 3.0)) = 6.0 && area (Circle 2.0) = 12.0 && area Empty = 0.0),
      fun n ->
        let rect = Rect (2.0, 3.0) in
        for _ = 1 to n do ignore (seen (area (seen rect))) done );
    ( "11 option in and out", (fun () -> option (Some 41) = Some 42 && option None = None),
      fun n ->
        let some = Some 41 in
        for _ = 1 to n do ignore (seen (option (seen some))) done );
    ( "12 float array sum 1000", (fun () -> float_sum thousand_floats = 499500.0),
      fun n -> for _ = 1 to n do ignore (seen (float_sum (seen thousand_floats))) done );
    ( "13 float array out 1000", (fun () -> float_array 1000 = thousand_floats),
      fun n -> for _ = 1 to n do ignore (seen (float_array (seen 1000))) done );
    ( "14 int list in 1000", (fun () -> list_sum thousand_ints = 499500),
      fun n -> for _ = 1 to n do ignore (seen (list_sum (seen thousand_ints))) done );
    ( "15 int list out 1000", (fun () -> int_list 1000 = thousand_ints),
      fun n -> for _ = 1 to n do ignore (seen (int_list (seen 1000))) done );
    ( "16 string list out 1000",
      (fun () -> string_list 1000 = List.init 1000 (fun _ -> "8 bytes.")),
      fun n -> for _ = 1 to n do ignore (seen (string_list (seen 1000))) done );
    ( "17 callback", (fun () -> callback succ 41 = 42),
      fun n -> for _ = 1 to n do ignore (seen (callback (seen succ) (seen 41))) done );
    ( "17t callback twice", (fun () -> callback_twice succ 40 = 42),
      fun n -> for _ = 1 to n do ignore (seen (callback_twice (seen succ) (seen 41))) done );
    ( "17n callback by name", (fun () -> named_callback 41 = 42),
      fun n -> for _ = 1 to n do ignore (seen (named_callback (seen 41))) done );
    ( "18 error to exception",
      (fun () ->
        match error (-1) with
        | _ -> false
        | exception Failure m -> m = "negative" && error 3 = 3),
      fun n -> for _ = 1 to n do ignore (seen (catches (-1))) done );
    ( "19 custom alloc", (fun () -> custom_get (custom 42) = 42),
      fun n -> for _ = 1 to n do ignore (seen (custom (seen 42))) done );
    ( "19f the same, frozen", (fun () -> frozen_get (frozen 42) = 42),
      fun n -> for _ = 1 to n do ignore (seen (frozen (seen 42))) done );
    ( "20 custom access", (fun () -> custom_get (custom 7) = 7),
      fun n ->
        let value = custom 7 in
        for _ = 1 to n do ignore (seen (custom_get (seen value))) done );
    ( "20f the same, frozen", (fun () -> frozen_get (frozen 7) = 7),
      fun n ->
        let value = frozen 7 in
        for _ = 1 to n do ignore (seen (frozen_get (seen value))) done );
    ( "21 bigarray sum 10000", (fun () -> bigarray_sum ten_thousand_floats = 49995000.0),
      fun n -> for _ = 1 to n do ignore (seen (bigarray_sum (seen ten_thousand_floats))) done );
    ( "21m bigarray made of 100 floats",
      (fun () -> bigarray 100 = Bigarray.Array1.sub ten_thousand_floats 0 100),
      fun n -> for _ = 1 to n do ignore (seen (bigarray (seen 100))) done );
    ( "22 six arguments", (fun () -> six 1 2 3 4 5 6 = 21),
      fun n ->
        for _ = 1 to n do
          ignore (seen (six (seen 1) (seen 2) (seen 3) (seen 4) (seen 5) (seen 6)))
        done );
    ( "22c the same, checked in C too", (fun () -> six_checked 1 2 3 4 5 6 = 21),
      fun n ->
        for _ = 1 to n do
          ignore (seen (six_checked (seen 1) (seen 2) (seen 3) (seen 4) (seen 5) (seen 6)))
        done );
    ( "23 root", (fun () -> root (ref 1) = ()),
      fun n ->
        let value = ref 1 in
        for _ = 1 to n do ignore (seen (root (seen value))) done );
    ( "24 release and acquire", (fun () -> release () = ()),
      fun n -> for _ = 1 to n do ignore (seen (release (seen ()))) done );
    (* On a thread that OCaml has not started; registered once, as by attach. *)
    ("25 attach", (fun () -> attach 3 = ()), attach);
  ]

let seconds run n =
  let start = Sys.time () in
  run n;
  Sys.time () -. start

(* Doubles the number of calls until they take long enough for the clock. *)
let nanoseconds run =
  Gc.full_major ();
  let rec go n =
    let time = seconds run n in
    if time < 0.03 then go (n * 2) else time *. 1e9 /. float_of_int n
  in
  go 16

let starts_with prefix s =
  String.length s >= String.length prefix
  && String.sub s 0 (String.length prefix) = prefix

let () =
  let wanted = List.tl (Array.to_list Sys.argv) in
  let chosen (name, _, _) =
    wanted = [] || List.exists (fun prefix -> starts_with prefix name) wanted
  in
  let cases = List.filter chosen cases in
  List.iter
    (fun (name, holds, _) -> if not (holds ()) then failwith ("wrong result: " ^ name))
    cases;
  List.iter
    (fun (name, _, run) -> Printf.printf "%s\t%.3f\n%!" name (nanoseconds run))
    cases
