(* Calls from several domains at once, each as often. Prints `CASE <tab> DOMAINS <tab> NANOSECONDS`, by the clock on the
   wall, of which each call of a domain takes so many. For OCaml 5. *)

type custom

external add_int : int -> int -> int = "bench_add_int"
external echo : string -> string = "bench_echo"
external triple : int -> int * int * int = "bench_triple"
external string_list : int -> string list = "bench_string_list"
external custom : int -> custom = "bench_custom"
external custom_get : custom -> int = "bench_custom_get"
external root : int ref -> unit = "bench_root"
external callback : (int -> int) -> int -> int = "bench_callback"

let seen x = Sys.opaque_identity x

(* Name, how many calls a domain makes, and the loop. *)
let cases =
  [
    ("02 add int", 20_000_000, fun n -> for _ = 1 to n do ignore (seen (add_int (seen 40) (seen 2))) done);
    ("07 string echo 16 B", 5_000_000, fun n -> for _ = 1 to n do ignore (seen (echo (seen "sixteen bytes..."))) done);
    ("08 triple out", 10_000_000, fun n -> for _ = 1 to n do ignore (seen (triple (seen 1))) done);
    ("16 string list out 1000", 10_000, fun n -> for _ = 1 to n do ignore (seen (string_list (seen 1000))) done);
    ("17 callback", 5_000_000, fun n -> for _ = 1 to n do ignore (seen (callback (seen succ) (seen 41))) done);
    ("19 custom alloc", 1_000_000, fun n -> for _ = 1 to n do ignore (seen (custom (seen 42))) done);
    ( "20 custom access, each domain its own", 20_000_000,
      fun n ->
        let value = custom 7 in
        for _ = 1 to n do ignore (seen (custom_get (seen value))) done );
    ( "23 root", 5_000_000,
      fun n ->
        let value = ref 1 in
        for _ = 1 to n do ignore (seen (root (seen value))) done );
  ]

let time (name, calls, run) =
  List.iter
    (fun domains ->
      let start = Unix.gettimeofday () in
      let others = List.init (domains - 1) (fun _ -> Domain.spawn (fun () -> run calls)) in
      run calls;
      List.iter Domain.join others;
      let seconds = Unix.gettimeofday () -. start in
      Printf.printf "%s\t%d\t%.3f\n%!" name domains (seconds *. 1e9 /. float_of_int calls))
    [ 1; 2; 4 ]

let () = List.iter time cases
