(* Rust threads that call OCaml, OCaml threads that run while Rust waits. *)

external sleep : float -> unit = "threads_sleep"
external blocking_sum : int array -> int = "threads_blocking_sum"
external blocking_fail : string -> unit = "threads_blocking_fail"
external blocking_panic : unit -> unit = "threads_blocking_panic"
external elsewhere : (int -> int) -> int -> int = "threads_elsewhere"
external attach_again : unit -> string = "threads_attach_again"
external attach_directly : unit -> string = "threads_attach_directly"
external release_in_attach : (unit -> unit) -> int = "threads_release_in_attach"
external workers : int -> int -> (int -> string -> string) -> int = "threads_workers"
external serve : int -> (int -> unit) -> unit = "threads_serve"
external raised_elsewhere : (unit -> unit) -> string = "threads_raised_elsewhere"
external roots_elsewhere : string -> int -> bool = "threads_roots_elsewhere"
external panic_elsewhere : unit -> string = "threads_panic_elsewhere"
external closure_elsewhere : unit -> (int, int) Functions.arrow = "threads_closure_elsewhere"
external attach_late : float -> int = "threads_attach_late"
external attached : unit -> int = "threads_attached"

type promise

external promise : (int -> int) -> int -> promise = "threads_promise"
external await : promise -> int = "threads_await"
external tick : unit -> int = "threads_tick"

exception Local of string

let spawn n work = List.init n (fun id -> Thread.create work id)
let join threads = List.iter Thread.join threads

(* An exception ends an OCaml thread with a message only. *)
let failures = Queue.create ()
let lock = Mutex.create ()

let guarded work id =
  try work id
  with exn ->
    Mutex.lock lock;
    Queue.push (Printexc.to_string exn) failures;
    Mutex.unlock lock

let all_went_well () = Queue.iter (fun failure -> Check.fail "%s" failure) failures

let churn rounds =
  for i = 1 to rounds do
    ignore (Sys.opaque_identity (List.init 100 string_of_int));
    if i mod 100 = 0 then Gc.full_major ();
    if i mod 250 = 0 then Gc.compact ();
    Thread.yield ()
  done

let run () =
  Check.start "threads";
  Check.case "attaching where the runtime is held" (fun () ->
      Check.is_true "nested" (Check.contains (attach_directly ()) "holds the OCaml runtime already");
      Check.is_true "nested" (Check.contains (attach_again ()) "holds the OCaml runtime already"));
  Check.case "a root in the frame, used by another thread" (fun () ->
      for k = Sys.opaque_identity 1 to Check.times 100 do
        let f x = Gc.compact (); x + k in
        Check.int (41 + k) (Frames.elsewhere f 41);
        Check.same "blocking" (Ok (41 + k)) (Frames.blocking f 41);
        Check.same "blocking" (Error "Failure(\"no\")") (Frames.blocking (fun _ -> failwith "no") k)
      done);
  Check.case "released, other threads run" (fun () ->
      let ran = ref 0 in
      let stop = ref false in
      let threads =
        spawn 2 (fun _ ->
            while not !stop do
              incr ran;
              Thread.yield ()
            done)
      in
      let before = !ran in
      sleep 0.05;
      let during = !ran - before in
      stop := true;
      join threads;
      Check.is_true "the others ran" (during > 0));
  Check.case "blocking functions" (fun () ->
      Check.int 6 (blocking_sum [| 1; 2; 3 |]);
      Check.raises (Failure "no") (fun () -> blocking_fail "no");
      (match blocking_panic () with
      | () -> Check.fail "no exception"
      | exception Failure message -> Check.is_true message (Check.contains message "while blocking"));
      ignore (tick ()));
  Check.case "a Rust thread calls OCaml" (fun () ->
      Check.int 42 (elsewhere succ 41);
      Gc.compact ();
      Check.int 42 (elsewhere (fun x -> churn 10; x + 1) 41));
  Check.case "exceptions on a Rust thread" (fun () ->
      Check.is_true "text" (Check.contains (raised_elsewhere (fun () -> raise (Local "there"))) "there");
      Check.string "none" (raised_elsewhere ignore));
  Check.case "released inside of attach, and attached again" (fun () ->
      let calls = ref 0 in
      Check.int 3 (release_in_attach (fun () -> incr calls));
      Check.int 3 !calls);
  Check.case "a panic on a Rust thread" (fun () ->
      Check.is_true "panic" (Check.contains (panic_elsewhere ()) "on its own thread");
      ignore (tick ()));
  Check.case "many Rust threads, many OCaml threads" (fun () ->
      let threads = spawn 4 (guarded (fun _ -> churn (Check.times 2000))) in
      let calls = Check.times 20_000 in
      let sum = workers 8 calls (fun n text -> text ^ string_of_int n) in
      join threads;
      all_went_well ();
      Check.int (8 * calls) sum);
  Check.case "a pool of Rust threads serves a handler" (fun () ->
      let seen = ref 0 in
      let n = Check.times 1_000_000 in
      let threads = spawn 2 (guarded (fun _ -> churn (Check.times 500))) in
      serve n (fun _ -> incr seen);
      join threads;
      all_went_well ();
      Check.int n !seen);
  Check.case "roots of threads that end" (fun () ->
      Check.is_true "roots" (roots_elsewhere "text" (Check.times 5000)));
  Check.case "a Rust closure that OCaml threads share" (fun () ->
      let f = closure_elsewhere () in
      let n = Check.times 10_000 in
      join
        (spawn 4
           (guarded (fun id ->
                for i = 1 to n do
                  if f i <> i + 1 then Check.fail "thread %d: wrong result" id;
                  if i land 255 = 0 then Thread.yield ()
                done)));
      all_went_well ());
  Check.case "threads that come and go" (fun () ->
      for i = 1 to Check.times 300 do
        Check.int (i + 1) (elsewhere succ i)
      done);
  Check.case "Thread.exit in a function that Rust calls" (fun () ->
      if Check.mode = "native" then begin
        let ends what =
          let status, text = Exits.run_child what in
          match Sys.ocaml_version < "4.14" with
          | true ->
            Check.is_true "aborted" (status <> 0);
            Check.message_with [ "fatal: Thread.exit was called by OCaml code that Rust had called" ] text;
            Check.is_true "no destructor" (not (Check.contains text "dropped"))
          | false -> Check.same "an exception" (0, "dropped\njoined\n") (status, text)
        in
        ends "thread";
        ends "main";
        ends "thread_of_rust"
      end);
  Check.case "signals while released" (fun () ->
      let seen = ref 0 in
      Sys.set_signal Sys.sigalrm (Sys.Signal_handle (fun _ -> incr seen));
      ignore (Unix.setitimer Unix.ITIMER_REAL { Unix.it_interval = 0.; it_value = 0.02 });
      sleep 0.1;
      ignore (tick ());
      Unix.sleepf 0.01;
      Check.int 1 !seen);
  Check.case "a signal that waits while threads attach for the first time" (fun () ->
      Sys.set_signal Sys.sigalrm (Sys.Signal_handle (fun _ -> raise (Local "alarm")));
      ignore (Unix.setitimer Unix.ITIMER_REAL { Unix.it_interval = 0.; it_value = 0.02 });
      Check.raises (Local "alarm") (fun () -> attach_late 0.1);
      Check.int 10 (attached ()));
  Check.case "promises" (fun () ->
      let threads = spawn 2 (guarded (fun _ -> churn (Check.times 50))) in
      let promises = List.init (Check.times 200) (promise (fun x -> ignore (List.init 100 string_of_int); x + 1)) in
      List.iteri (fun i promise -> Check.int ((i * i) + 1) (await promise)) promises;
      Check.raises (Failure "this promise has been awaited") (fun () -> await (List.hd promises));
      (match await (promise (fun _ -> raise (Local "there")) 1) with
      | _ -> Check.fail "no exception"
      | exception Failure text -> Check.message_with [ "there" ] text);
      join threads;
      all_went_well ();
      (* Nobody waits for these. *)
      ignore (Sys.opaque_identity (List.init 10 (promise succ)));
      Gc.full_major ())

let noisy () = Exits.noisy (fun () -> (Thread.exit [@alert "-deprecated"] [@warning "-3"]) ())

let leaves on_a_thread =
  on_a_thread noisy;
  (* Before OCaml 4.14 the process ends when the thread does, which is after it has been joined. *)
  Thread.delay 1.;
  prerr_endline "joined"

let () =
  match Sys.argv with
  | [| _; "exits"; "thread" |] -> leaves (fun f -> Thread.join (Thread.create f ()))
  | [| _; "exits"; "main" |] ->
    (* Which the C library ends in another way while there are others. *)
    ignore (Thread.create Thread.delay 10.);
    leaves (fun f -> try f () with _ -> ())
  | [| _; "exits"; "thread_of_rust" |] ->
    leaves (fun f -> match Frames.elsewhere (fun _ -> f (); 0) 0 with _ -> () | exception Failure _ -> ())
  | [| _; "exits"; what |] -> Thread_ends.child what
  | _ ->
    run ();
    Thread_ends.run ();
    Check.finish ()
