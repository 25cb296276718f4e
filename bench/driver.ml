(* Checks cases and times them. Linked with the stubs of each peer in turn.

   driver names            the cases
   driver time NAME...     prints `NAME <tab> NANOSECONDS` of these, which are left out where the peer does not have them
   driver curves           prints `NAME <tab> ELEMENTS <tab> NANOSECONDS PER ELEMENT`
   driver calls N NAME...  only calls: for counting instructions *)

type example = { name : string; i : int }
type floats = (float, Bigarray.float64_elt, Bigarray.c_layout) Bigarray.Array1.t
type shape = Circle of float | Rect of float * float | Empty
type step = [ `Stay | `Go of int | `Turn of int * int ]

type nested = { n1 : int; r1 : nested1 }
and nested1 = { n2 : int; r2 : nested2 }
and nested2 = { n3 : int; r3 : nested3 }
and nested3 = { n4 : int; r4 : nested4 }
and nested4 = { n5 : int }

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
external float_array_made : int -> float array = "bench_float_array_made"
external float_array_copied : int -> float array = "bench_float_array_copied"
external list_sum : int list -> int = "bench_list_sum"
external int_list : int -> int list = "bench_int_list"
external string_list : int -> string list = "bench_string_list"
external error : int -> int = "bench_error"
external result : int -> (int, string) result = "bench_result"
external panic : int -> int = "bench_panic"
external bigarray_sum : floats -> float = "bench_bigarray_sum"
external bigarray : int -> floats = "bench_bigarray"

type custom
type frozen

external custom : int -> custom = "bench_custom"
external custom_get : custom -> int = "bench_custom_get"
external frozen : int -> frozen = "bench_frozen"
external frozen_get : frozen -> int = "bench_frozen_get"
external lent : int -> custom = "bench_lent"
external lent_get : custom -> int = "bench_lent_get"
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

type adder = int -> int

(* Of one argument: it returns a function. *)
external closure : int -> adder = "bench_closure"
external added : custom -> int -> int = "bench_added"
external nested : nested -> nested = "bench_nested"
external step : step -> step = "bench_step"
external hashtbl_sum : (int, int) Hashtbl.t -> int = "bench_hashtbl_sum"
external hashtbl_sum_checked : (int, int) Hashtbl.t -> int = "bench_hashtbl_sum_checked"
external seq_sum : int Seq.t -> int = "bench_seq_sum"
external seq_sum_checked : int Seq.t -> int = "bench_seq_sum_checked"

external unboxed1 : float -> float = "bench_unboxed1_bytecode" "bench_unboxed1" [@@unboxed] [@@noalloc]
external unboxed2 : float -> float -> float = "bench_unboxed2_bytecode" "bench_unboxed2" [@@unboxed] [@@noalloc]

external unboxed3 : float -> float -> float -> float = "bench_unboxed3_bytecode" "bench_unboxed3"
  [@@unboxed] [@@noalloc]

external unboxed4 : float -> float -> float -> float -> float = "bench_unboxed4_bytecode" "bench_unboxed4"
  [@@unboxed] [@@noalloc]

external unboxed5 : float -> float -> float -> float -> float -> float
  = "bench_unboxed5_bytecode" "bench_unboxed5"
  [@@unboxed] [@@noalloc]

external unboxed6 : float -> float -> float -> float -> float -> float -> float
  = "bench_unboxed6_bytecode" "bench_unboxed6"
  [@@unboxed] [@@noalloc]

external unboxed7 : float -> float -> float -> float -> float -> float -> float -> float
  = "bench_unboxed7_bytecode" "bench_unboxed7"
  [@@unboxed] [@@noalloc]

external unboxed8 : float -> float -> float -> float -> float -> float -> float -> float -> float
  = "bench_unboxed8_bytecode" "bench_unboxed8"
  [@@unboxed] [@@noalloc]

let () = Callback.register "bench_succ" succ

(* C has no closures of its own: it applies a function of OCaml's to a value of its own. *)
let () = Callback.register "bench_added" added

(* Where the heap is nearly empty, OCaml 4 gives memory back after most of its major cycles, and each block that is taken
   from the heap is a page fault again; a program whose data stays does not. OCaml 5 never does so by itself. *)
let () = Gc.set { (Gc.get ()) with max_overhead = 1_000_000 }

(* Foreign threads need the threads library, and its modules. *)
let () = ignore (Thread.self ())

let sixteen = "sixteen bytes..."
let example = { name = "example"; i = 41 }
let thousand_floats = Array.init 1000 float_of_int
let thousand_ints = List.init 1000 (fun i -> i)
let ten_thousand_floats = Bigarray.(Array1.of_array Float64 c_layout (Array.init 10_000 float_of_int))
let million = lazy (List.init 1_000_000 (fun i -> i))
let five_deep n = { n1 = n; r1 = { n2 = n; r2 = { n3 = n; r3 = { n4 = n; r4 = { n5 = n } } } } }

let table =
  lazy
    (let table = Hashtbl.create 1000 in
     for i = 1 to 1000 do Hashtbl.replace table i i done;
     table)

let rec seq i n () = if i = n then Seq.Nil else Seq.Cons (i, seq (i + 1) n)
let seen x = Sys.opaque_identity x

let catches i =
  match error (seen i) with n -> n | exception Failure _ -> -1

let raises_result i =
  match result (seen i) with
  | Ok n -> n
  | Error message -> ( match failwith message with n -> n | exception Failure _ -> -1)

let panics i =
  match panic (seen i) with n -> n | exception _ -> -1

(* Name, what must hold, and the loop: both the argument and the result are hidden from the
   optimiser, and nothing stands between the loop and the call. *)
let cases =
  [
    ("00 empty loop", (fun () -> true), fun n -> for _ = 1 to n do ignore (seen ()) done);
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
    ( "13m the same, made in place", (fun () -> float_array_made 1000 = thousand_floats),
      fun n -> for _ = 1 to n do ignore (seen (float_array_made (seen 1000))) done );
    ( "13c the same, copied from memory of its own", (fun () -> float_array_copied 1000 = thousand_floats),
      fun n -> for _ = 1 to n do ignore (seen (float_array_copied (seen 1000))) done );
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
        | exception Failure "negative" -> error 3 = 3),
      fun n -> for _ = 1 to n do ignore (seen (catches (-1))) done );
    ( "18r error to result, raised in OCaml",
      (fun () -> result (-1) = Error "negative" && result 3 = Ok 3),
      fun n -> for _ = 1 to n do ignore (seen (raises_result (-1))) done );
    ( "18p panic to exception", (fun () -> panic 3 = 3),
      fun n -> for _ = 1 to n do ignore (seen (panics (-1))) done );
    ( "19 custom alloc", (fun () -> custom_get (custom 42) = 42),
      fun n -> for _ = 1 to n do ignore (seen (custom (seen 42))) done );
    ( "19f the same, frozen", (fun () -> frozen_get (frozen 42) = 42),
      fun n -> for _ = 1 to n do ignore (seen (frozen (seen 42))) done );
    ( "20 custom access", (fun () -> custom_get (custom 7) = 7),
      fun n ->
        let value = custom 7 in
        for _ = 1 to n do ignore (seen (custom_get (seen value))) done );
    ( "20c the same, checked in C too", (fun () -> lent_get (lent 7) = 7),
      fun n ->
        let value = lent 7 in
        for _ = 1 to n do ignore (seen (lent_get (seen value))) done );
    ( "20f the same, frozen", (fun () -> frozen_get (frozen 7) = 7),
      fun n ->
        let value = frozen 7 in
        for _ = 1 to n do ignore (seen (frozen_get (seen value))) done );
    ( "21 bigarray sum 10000", (fun () -> bigarray_sum ten_thousand_floats = 49995000.0),
      fun n -> for _ = 1 to n do ignore (seen (bigarray_sum (seen ten_thousand_floats))) done );
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
    ( "26 closure of the peer's, called", (fun () -> closure 40 2 = 42),
      fun n ->
        let add = closure 40 in
        for _ = 1 to n do ignore (seen ((seen add) (seen 2))) done );
    ( "26m the same, made and called", (fun () -> closure 40 2 = 42),
      fun n -> for _ = 1 to n do ignore (seen ((seen (closure (seen 40))) (seen 2))) done );
    ( "27 int list in 10^6", (fun () -> list_sum (Lazy.force million) = 499999500000),
      fun n ->
        let million = Lazy.force million in
        for _ = 1 to n do ignore (seen (list_sum (seen million))) done );
    ( "27o int list out 10^6", (fun () -> int_list 1_000_000 = Lazy.force million),
      fun n -> for _ = 1 to n do ignore (seen (int_list (seen 1_000_000))) done );
    ( "27f float array out 10^6", (fun () -> (float_array_made 1_000_000).(999_999) = 999_999.),
      fun n -> for _ = 1 to n do ignore (seen (float_array_made (seen 1_000_000))) done );
    ( "27c the same, copied from memory of its own",
      (fun () -> (float_array_copied 1_000_000).(999_999) = 999_999.),
      fun n -> for _ = 1 to n do ignore (seen (float_array_copied (seen 1_000_000))) done );
    ( "28 record 5 deep in and out", (fun () -> nested (five_deep 1) = five_deep 2),
      fun n ->
        let record = five_deep 1 in
        for _ = 1 to n do ignore (seen (nested (seen record))) done );
    ( "29 Hashtbl, keys and data summed 1000", (fun () -> hashtbl_sum (Lazy.force table) = 1001000),
      fun n ->
        let table = Lazy.force table in
        for _ = 1 to n do ignore (seen (hashtbl_sum (seen table))) done );
    ( "29c the same, checked in C too", (fun () -> hashtbl_sum_checked (Lazy.force table) = 1001000),
      fun n ->
        let table = Lazy.force table in
        for _ = 1 to n do ignore (seen (hashtbl_sum_checked (seen table))) done );
    ( "30 Seq in 100", (fun () -> seq_sum (seq 0 100) = 4950),
      fun n -> for _ = 1 to n do ignore (seen (seq_sum (seen (seq 0 100)))) done );
    ( "30c the same, checked in C too", (fun () -> seq_sum_checked (seq 0 100) = 4950),
      fun n -> for _ = 1 to n do ignore (seen (seq_sum_checked (seen (seq 0 100)))) done );
    ( "31 polymorphic variant in and out",
      (fun () -> step `Stay = `Stay && step (`Go 1) = `Go 2 && step (`Turn (1, 2)) = `Turn (2, 1)),
      fun n ->
        let go = `Go 1 in
        for _ = 1 to n do ignore (seen (step (seen go))) done );
    ( "32 bigarray of 100, handed over",
      (fun () -> bigarray 100 = Bigarray.Array1.sub ten_thousand_floats 0 100),
      fun n -> for _ = 1 to n do ignore (seen (bigarray (seen 100))) done );
    ( "32l bigarray of 10000, handed over", (fun () -> bigarray 10_000 = ten_thousand_floats),
      fun n -> for _ = 1 to n do ignore (seen (bigarray (seen 10_000))) done );
    ( "33.1 unboxed noalloc, 1 argument", (fun () -> unboxed1 1. = 1.),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := unboxed1 !x done;
        ignore (seen !x) );
    ( "33.2 unboxed noalloc, 2 arguments", (fun () -> unboxed2 1. 1. = 2.),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := unboxed2 !x 1. done;
        ignore (seen !x) );
    ( "33.3 unboxed noalloc, 3 arguments", (fun () -> unboxed3 1. 1. 1. = 3.),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := unboxed3 !x 1. 1. done;
        ignore (seen !x) );
    ( "33.4 unboxed noalloc, 4 arguments", (fun () -> unboxed4 1. 1. 1. 1. = 4.),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := unboxed4 !x 1. 1. 1. done;
        ignore (seen !x) );
    ( "33.5 unboxed noalloc, 5 arguments", (fun () -> unboxed5 1. 1. 1. 1. 1. = 5.),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := unboxed5 !x 1. 1. 1. 1. done;
        ignore (seen !x) );
    ( "33.6 unboxed noalloc, 6 arguments", (fun () -> unboxed6 1. 1. 1. 1. 1. 1. = 6.),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := unboxed6 !x 1. 1. 1. 1. 1. done;
        ignore (seen !x) );
    ( "33.7 unboxed noalloc, 7 arguments", (fun () -> unboxed7 1. 1. 1. 1. 1. 1. 1. = 7.),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := unboxed7 !x 1. 1. 1. 1. 1. 1. done;
        ignore (seen !x) );
    ( "33.8 unboxed noalloc, 8 arguments", (fun () -> unboxed8 1. 1. 1. 1. 1. 1. 1. 1. = 8.),
      fun n ->
        let x = ref 0.0 in
        for _ = 1 to n do x := unboxed8 !x 1. 1. 1. 1. 1. 1. 1. done;
        ignore (seen !x) );
  ]

let curves =
  [
    ("int list in", fun n ->
        let list = List.init n (fun i -> i) in
        fun () -> ignore (seen (list_sum (seen list))));
    ("int list out", fun n () -> ignore (seen (int_list (seen n))));
    ("float array out", fun n () -> ignore (seen (float_array_made (seen n))));
    ("string list out", fun n () -> ignore (seen (string_list (seen n))));
  ]

let seconds run n =
  let start = Sys.time () in
  run n;
  Sys.time () -. start

(* Windows of time in one process. What else the machine does is in some of them. *)
let windows = 5

(* Doubles the number of calls until they take long enough for the clock, and for the collector's work to be in it; then the
   median of as many again. *)
let nanoseconds ?(first = 16) run =
  Gc.full_major ();
  let rec enough n = if seconds run n < 0.02 then enough (n * 2) else n in
  let n = enough first in
  let times = Array.init windows (fun _ -> seconds run n) in
  Array.sort compare times;
  times.(windows / 2) *. 1e9 /. float_of_int n

(* What a peer does not have raises this. *)
let is_missing = function Failure "missing" -> true | _ -> false

let chosen names =
  let is_chosen (name, _, _) = List.mem name names in
  let has (name, holds, _) =
    match holds () with
    | true -> true
    | false -> failwith ("wrong result: " ^ name)
    | exception error when is_missing error -> false
  in
  List.filter has (List.filter is_chosen cases)

let time (name, _, run) =
  (* One call of these takes long enough. *)
  let first = if String.length name > 3 && String.sub name 0 2 = "27" then 1 else 16 in
  Printf.printf "%s\t%.3f\n%!" name (nanoseconds ~first run)

let rec sizes n = if n > 10_000_000 then [] else n :: sizes (n * 10)

let curve (name, make) =
  let point elements =
    let call = make elements in
    let run n = for _ = 1 to n do call () done in
    let per_call = nanoseconds ~first:1 run in
    Printf.printf "%s\t%d\t%.4f\n%!" name elements (per_call /. float_of_int elements)
  in
  List.iter point (sizes 1)

let () =
  match List.tl (Array.to_list Sys.argv) with
  | [ "names" ] -> List.iter (fun (name, _, _) -> print_endline name) cases
  | [ "curves" ] -> List.iter curve curves
  | "time" :: names -> List.iter time (chosen names)
  | "calls" :: n :: names ->
      List.iter (fun (_, _, run) -> run (int_of_string n)) (chosen names)
  | _ -> prerr_endline "usage: driver names | time NAME... | curves | calls N NAME..."; exit 2
