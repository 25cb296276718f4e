external late : (string -> string) -> bool -> int = "thread_ends_late"
external only : (string -> string) -> int = "thread_ends_only"
external process : (unit -> unit) -> bool -> unit = "thread_ends_process"
external never : (string -> string) -> int -> unit = "thread_ends_never"

let answer text =
  ignore (Sys.opaque_identity (List.init 100 string_of_int));
  text ^ "!"

(* For a process of its own. *)
let child what =
  at_exit (fun () -> prerr_endline "at_exit");
  let exits () =
    Gc.full_major ();
    exit 7
  in
  match what with
  | "exit" -> process exits false
  | "process" -> process Gc.full_major true
  | "busy" ->
    never answer 4;
    never (fun _ -> failwith "not for long") 2;
    for _ = 1 to 50 do
      Thread.yield ();
      Gc.minor ()
    done;
    exit 7
  | what -> failwith what

(* For a program with OCaml's threads. *)
let run () =
  Check.start "thread_ends";
  Check.case "thread-local values that attach when they are dropped" (fun () ->
      for _ = 1 to Check.times 100 do
        Check.int 2 (late answer false);
        Check.int 2 (late answer true);
        Check.int 2 (only answer)
      done);
  if Check.mode = "native" then begin
    let ends ?settings what expected =
      Check.case what (fun () -> Check.same what expected (Exits.run_child ?settings what))
    in
    ends "exit" (7, "at_exit\n");
    ends "process" (7, "");
    ends "busy" (7, "at_exit\n")
  end
