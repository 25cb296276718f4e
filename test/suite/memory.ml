external resident : unit -> int = "memory_resident"
external hold : int -> (int * string) list = "memory_hold"
external garbage : int -> unit = "memory_garbage"
external boxes : float array -> int = "memory_boxes"
external boxes_in_place : float array -> int = "memory_boxes_in_place"
external boxes_of_value : float array -> int = "memory_boxes_of_value"
external boxes_of_lent : float array array -> int = "memory_boxes_of_lent"

type boxes = float array -> int

external boxes_in_closure : unit -> boxes = "memory_boxes_in_closure"
external large_closure : unit -> (int, int) Functions.arrow = "memory_large_closure"
external releases : int -> unit = "memory_releases"
external calls : (string -> int) -> int -> int = "memory_calls"
external tuple : int -> int * int * int = "memory_tuple"

(* The first tenth is for what the heap and the allocator need once. *)
let grows_less_than kib what f =
  f (Check.times 100_000);
  Gc.compact ();
  let before = resident () in
  f (Check.times 1_000_000);
  Gc.compact ();
  let grown = resident () - before in
  (* Outside of Linux nothing tells: the loops have run at least. *)
  if before > 0 && grown > kib then Check.fail "%s: resident memory grew by %d KiB" what grown

exception Signalled

(* Handlers run, and raise while there is someone to catch it, wherever OCaml polls; never inside of Rust. *)
let with_signals work =
  let seen = ref 0 in
  let caught = ref false in
  let timer interval = ignore (Unix.setitimer Unix.ITIMER_REAL { Unix.it_interval = interval; it_value = interval }) in
  let handler _ =
    incr seen;
    if !caught && !seen mod 7 = 0 then raise Signalled
  in
  Sys.set_signal Sys.sigalrm (Sys.Signal_handle handler);
  timer 0.0005;
  for _ = 1 to Check.times 2000 do
    try
      caught := true;
      work ();
      caught := false
    with Signalled -> caught := false
  done;
  timer 0.;
  if !seen = 0 then Check.fail "no signal arrived"

let with_memory_profiler work =
  let open Gc.Memprof in
  let sampled = ref 0 in
  let sample _ =
    incr sampled;
    Some ()
  in
  ignore (start ~sampling_rate:0.1 { null_tracker with alloc_minor = sample; alloc_major = sample });
  for _ = 1 to Check.times 500 do
    work ()
  done;
  stop ();
  if !sampled = 0 then Check.fail "nothing was sampled"

let allocate () =
  let n = 300 in
  Check.same "list" (List.init n (Printf.sprintf "string %d")) (Lists.range_strings n);
  Check.same "tree" (Variants.complete 5) (Variants.complete_tree 5);
  Check.same "array" (Array.init n string_of_int) (Arrays.range_strings n)

let run () =
  Check.start "memory";
  Check.case "signal handlers that raise, every half millisecond" (fun () -> with_signals allocate);
  Check.case "the memory profiler samples" (fun () -> with_memory_profiler allocate);
  Check.case "many values at once, more than the minor heap" (fun () ->
      let expected = List.init 50_000 (fun i -> (i, Printf.sprintf "value %d" i)) in
      Check.same_shape "list" expected (hold 50_000));
  Check.case "a loop that allocates only in Rust is bounded" (fun () ->
      let words () = (Gc.quick_stat ()).Gc.heap_words in
      let before = words () in
      for i = 1 to Check.times 3_000_000 do
        ignore (Sys.opaque_identity (tuple i))
      done;
      Gc.full_major ();
      let grown = words () - before in
      if grown > 4_000_000 then Check.fail "the heap grew by %d words" grown);
  Check.case "so is one that calls what returns no value, and allocates while it reads its arguments" (fun () ->
      let words () = (Gc.quick_stat ()).Gc.heap_words in
      let floats = Array.make 1000 1.5 in
      Check.use_up_what_forced_collections_allow ();
      let bounded what call argument =
        let before = words () in
        for _ = 1 to Check.times 20_000 do
          ignore (Sys.opaque_identity (call argument))
        done;
        let grown = words () - before in
        if grown > 4_000_000 then Check.fail "%s: the heap grew by %d words" what grown
      in
      bounded "argument" boxes floats;
      bounded "in place" boxes_in_place floats;
      bounded "value" boxes_of_value floats;
      bounded "lent" boxes_of_lent [| floats |];
      bounded "closure" (boxes_in_closure ()) floats);
  Check.case "so is one in Rust that calls OCaml code that allocates nothing" (fun () ->
      let words () = (Gc.quick_stat ()).Gc.heap_words in
      let n = Check.times 500_000 in
      Check.use_up_what_forced_collections_allow ();
      let before = words () in
      Check.int (n * 1000) (calls String.length n);
      let grown = words () - before in
      if grown > 4_000_000 then Check.fail "the heap grew by %d words" grown);
  Check.case "so is one in Rust that gives up the runtime" (fun () ->
      let words () = (Gc.quick_stat ()).Gc.heap_words in
      Check.use_up_what_forced_collections_allow ();
      let before = words () in
      releases (Check.times 500_000);
      let grown = words () - before in
      if grown > 4_000_000 then Check.fail "the heap grew by %d words" grown);
  Check.case "a loop of large results needs a few times as much as one of them" (fun () ->
      let words () = (Gc.quick_stat ()).Gc.heap_words in
      let elements = 3_000_000 in
      let control = Gc.get () in
      Gc.compact ();
      Check.use_up_what_forced_collections_allow ();
      (* What is compacted, and when, depends on what else there is. *)
      Gc.set { control with Gc.max_overhead = 1_000_000 };
      let before = words () in
      for _ = 1 to 10 do
        ignore (Sys.opaque_identity (Lists.range elements))
      done;
      let grown = (words () - before) / (3 * elements) in
      Gc.set control;
      Gc.compact ();
      if grown > 3 then Check.fail "the heap grew by %d of them" grown);
  Check.case "Rust closures that own much are dropped in time" (fun () ->
      grows_less_than 65_536 "closures" (fun n ->
          for _ = 1 to n / 10 do
            Check.int 2 ((large_closure ()) 9_999)
          done));
  Check.case "garbage made in one call is bounded by later calls" (fun () ->
      for _ = 1 to 50 do
        garbage 100_000
      done;
      Gc.full_major ());
  Check.case "10^6 raised errors leak nothing" (fun () ->
      grows_less_than 5120 "errors" (fun n ->
          for _ = 1 to n do
            try ignore (Errors.raise_error "named_two") with Errors.Two _ -> ()
          done));
  Check.case "10^6 raised errors that own 1 MiB leak nothing" (fun () ->
      grows_less_than 5120 "errors with buffers" (fun n ->
          for _ = 1 to n do
            try ignore (Errors.with_buffer 1048576) with Failure _ -> ()
          done));
  Panics.quiet true;
  Check.case "10^5 panics with a live 1 MiB vector leak nothing" (fun () ->
      grows_less_than 5120 "panics" (fun n ->
          for _ = 1 to n / 10 do
            try ignore (Panics.panic "x") with _ -> ()
          done));
  Panics.quiet false
