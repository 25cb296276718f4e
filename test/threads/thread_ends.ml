external late : (string -> string) -> bool -> int = "thread_ends_late"
external only : (string -> string) -> int = "thread_ends_only"
external process : (unit -> unit) -> bool -> unit = "thread_ends_process"
external never : (string -> string) -> int -> unit = "thread_ends_never"

let answer text =
  ignore (Sys.opaque_identity (List.init 100 string_of_int));
  text ^ "!"

(* What needs thread-local values of the framework, which are dropped by then. *)
let with_panics text =
  (match Panics.panic "late" with
  | _ -> failwith "no panic"
  | exception Failure message -> Check.message_with [ "panics_panic panicked"; "late" ] message);
  answer text

let with_marshal text =
  (match (Marshal.from_string (Marshal.to_string (Custom.point 1 text) []) 0 : Custom.point) with
  | point -> if compare point (Custom.point 1 text) <> 0 then failwith "another point"
  (* Where the buffers of this thread are gone. *)
  | exception Failure _ -> ());
  answer text

(* Handlers of signals that raise, now and then: what is raised in a call from Rust is its error. *)
let with_signals work =
  let interval = 0.0005 in
  Sys.set_signal Sys.sigalrm (Sys.Signal_handle (fun _ -> ignore (Functions.apply succ 1)));
  let set interval = ignore (Unix.setitimer Unix.ITIMER_REAL { Unix.it_interval = interval; it_value = interval }) in
  set interval;
  Fun.protect ~finally:(fun () -> set 0.) work

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
  Check.case "panics and Marshal while a thread ends" (fun () ->
      Panics.quiet true;
      for _ = 1 to Check.times 10 do
        List.iter
          (fun answer ->
            Check.int 2 (late answer false);
            Check.int 2 (late answer true);
            Check.int 2 (only answer))
          [ with_panics; with_marshal ]
      done;
      Panics.quiet false);
  Check.case "signal handlers that call Rust while threads come and go" (fun () ->
      with_signals (fun () ->
          for _ = 1 to Check.times 200 do
            Check.int 2 (late answer true);
            Check.int 2 (only answer)
          done));
  if Check.mode = "native" then begin
    let ends ?settings what expected =
      Check.case what (fun () -> Check.same what expected (Exits.run_child ?settings what))
    in
    ends "exit" (7, "at_exit\n");
    ends "process" (7, "");
    ends "busy" (7, "at_exit\n")
  end
