(* OCaml registers a handler; a pool of Rust threads calls it a million times while OCaml's own threads work. *)

(* HANDLERS_REQUESTS makes it shorter. *)
let requests =
  match Sys.getenv_opt "HANDLERS_REQUESTS" with Some n -> int_of_string n | None -> 1_000_000

(* The handler runs on Rust's threads, one at a time: OCaml's runtime is held by one thread at once. *)
let served = ref 0

let handler request =
  incr served;
  if request land 0xffff = 0 then Gc.minor ();
  String.length (string_of_int request)

let finished = ref false

(* A thread of OCaml's own. *)
let worker () =
  let rounds = ref 0 in
  while not !finished do
    incr rounds;
    ignore (Sys.opaque_identity (List.init 100 string_of_int));
    Thread.yield ()
  done;
  !rounds

let () =
  let rounds = Array.make 2 0 in
  let threads = List.init 2 (fun i -> Thread.create (fun () -> rounds.(i) <- worker ()) ()) in
  Stubs.register handler;
  let digits = Stubs.serve requests 4 in
  finished := true;
  List.iter Thread.join threads;
  let expected = ref 0 in
  for request = 0 to requests - 1 do
    expected := !expected + String.length (string_of_int request)
  done;
  Printf.printf "every request served   %b\n" (!served = requests);
  Printf.printf "every answer received  %b\n" (digits = !expected);
  Printf.printf "OCaml's threads ran    %b\n" (Array.for_all (fun n -> n > 0) rounds);
  (* A handler that raises ends the work with an error. *)
  Stubs.register (fun request -> if request = 10 then raise Not_found else request);
  match Stubs.serve 100 4 with
  | _ -> print_endline "no exception"
  | exception Failure message -> Printf.printf "a handler that raises  %s\n" message
