external keep : 'a -> int = "roots_keep"
external get : int -> 'a = "roots_get"
external set : int -> 'a -> unit = "roots_set"
external clear : unit -> unit = "roots_clear"
external clear_elsewhere : unit -> unit = "roots_clear_elsewhere"
external across_gc_point : 'a -> int -> 'a = "roots_across_gc_point"
external typed : int array -> int list -> int = "roots_typed"
external argument : 'a -> 'a = "roots_argument"
external churn : 'a -> int -> bool = "roots_churn"

let fill n =
  clear ();
  for i = 0 to n - 1 do
    Check.int i (keep (Printf.sprintf "root %d" i, [ i ]))
  done

let verify n =
  for i = 0 to n - 1 do
    Check.same "root" (Printf.sprintf "root %d" i, [ i ]) (get i)
  done

external of_immediates_elsewhere : int -> int -> unit = "roots_of_immediates_elsewhere"

let run () =
  Check.start "roots";
  Check.case "roots survive collections" (fun () ->
      let n = 10_000 in
      fill n;
      verify n;
      Gc.minor ();
      verify n;
      Gc.compact ();
      verify n;
      ignore (Sys.opaque_identity (List.init 100_000 string_of_int));
      verify n;
      clear ();
      Check.raises Not_found (fun () -> get 0));
  Check.case "a root keeps another value" (fun () ->
      clear ();
      let n = 1000 and old = String.make 20 'o' in
      Gc.minor ();
      for i = 0 to n - 1 do
        Check.int i (keep (if i mod 2 = 0 then Obj.repr i else Obj.repr (string_of_int i)))
      done;
      for round = 1 to 20 do
        (* In every order: immediate, old and young, in slots that a collection has and has not seen. *)
        for i = 0 to n - 1 do
          match (i + round) mod 3 with
          | 0 -> set i round
          | 1 -> set i old
          | _ -> set i (Printf.sprintf "%d in round %d" i round)
        done;
        if round mod 3 = 0 then Gc.minor ();
        if round mod 7 = 0 then Gc.compact ();
        ignore (Sys.opaque_identity (List.init 1000 string_of_int));
        for i = 0 to n - 1 do
          match (i + round) mod 3 with
          | 0 -> Check.int round (get i)
          | 1 -> Check.string old (get i)
          | _ -> Check.string (Printf.sprintf "%d in round %d" i round) (get i)
        done
      done;
      clear ());
  Check.case "what a root kept before is not kept alive" (fun () ->
      clear ();
      let finalised = ref 0 in
      let slot = keep 0 in
      for i = 1 to 100 do
        let block = ref i in
        Gc.finalise (fun _ -> incr finalised) block;
        set slot block;
        if i mod 10 = 0 then Gc.minor ()
      done;
      for _ = 1 to 3 do Gc.full_major () done;
      Check.int 99 !finalised;
      set slot 0;
      for _ = 1 to 3 do Gc.full_major () done;
      Check.int 100 !finalised;
      clear ());
  Check.case "dropped on a thread that never saw OCaml" (fun () ->
      for _ = 1 to 10 do
        fill 2000;
        Gc.minor ();
        clear_elsewhere ();
        Gc.full_major ()
      done);
  Check.case "a dropped root keeps nothing alive" (fun () ->
      let finalised = ref 0 in
      clear ();
      for i = 1 to 100 do
        let block = ref i in
        Gc.finalise (fun _ -> incr finalised) block;
        ignore (keep block)
      done;
      Gc.full_major ();
      Check.int 0 !finalised;
      clear ();
      Gc.full_major ();
      Gc.full_major ();
      Gc.full_major ();
      Check.int 100 !finalised);
  Check.case "across GC points in one call" (fun () ->
      Check.string (String.make 10 'x') (across_gc_point (String.make 10 'x') 100));
  Check.case "a signal handler's exception arrives at poll" (fun () ->
      let before = Sys.signal Sys.sigusr1 (Sys.Signal_handle (fun _ -> raise Exit)) in
      let result =
        try
          Unix.kill (Unix.getpid ()) Sys.sigusr1;
          ignore (across_gc_point "x" 10);
          false
        with Exit -> true
      in
      Sys.set_signal Sys.sigusr1 before;
      Check.is_true "raised" result);
  Check.case "typed roots and roots as arguments" (fun () ->
      Check.int 7 (typed [| 1 |] [ 1; 2; 3 ]);
      Check.string "arg" (argument "arg"));
  Check.case "creating and dropping" (fun () ->
      Check.is_true "same value" (churn (String.make 3 'c') (Check.times 1_000_000)));
  Check.case "roots of immediates on threads that never saw OCaml" (fun () ->
      of_immediates_elsewhere 4 (Check.times 100_000);
      Check.is_true "same value" (churn (String.make 3 'c') (Check.times 1_000_000)))
