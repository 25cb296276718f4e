external run : int -> int -> (string -> int -> string) -> int = "stress_run"

exception Seventh of int

let seconds = match Sys.getenv_opt "STRESS_SECONDS" with Some text -> float_of_string text | None -> 2.
let garbage n = ignore (Sys.opaque_identity (List.init n string_of_int))

let handler text n =
  garbage 20;
  if n mod 7 = 0 then raise (Seventh n);
  if n mod 500 = 0 then Gc.compact ();
  text ^ string_of_int n

let stop = ref false
let rounds = Array.make 4 0
let failures = Array.make 4 None

(* What the other suites do, one after the other, and collections of every kind. *)
let beside id =
  let round i =
    rounds.(id) <- i;
    let n = 100 + (((i * 337) + (id * 11)) mod 1000) in
    Check.same "list" (List.init n (Printf.sprintf "string %d")) (Lists.range_strings n);
    Check.raises (Errors.Two ("payload", 42)) (fun () -> Errors.raise_error "named_two");
    Check.int (i + 1) (Functions.apply (fun x -> garbage 50; x + 1) i);
    Check.int 3 (Frames.nested 3);
    if i mod 10 = 0 then Check.int (i + 3) (Frames.elsewhere (fun x -> garbage 50; x + 3) i);
    Check.string "root" (Roots.across_gc_point (String.concat "" [ "ro"; "ot" ]) 3);
    Check.is_true "tree" (Variants.complete 5 = Variants.complete_tree 5);
    match i mod 100 with 0 -> Gc.compact () | 25 -> Gc.full_major () | 50 -> Gc.minor () | _ -> ()
  in
  let i = ref 0 in
  try
    while not !stop do
      incr i;
      round !i;
      Thread.yield ()
    done
  with exn -> failures.(id) <- Some (Printexc.to_string exn)

let () =
  Check.start "stress";
  (* Half of the time for each of the two times that a case runs. *)
  let milliseconds = int_of_float (seconds *. 500.) in
  let calls = ref 0 in
  Check.case ("eight Rust threads and four " ^ Beside.what) (fun () ->
      stop := false;
      let made =
        Beside.run beside (fun () ->
            Fun.protect ~finally:(fun () -> stop := true) (fun () -> run 8 milliseconds handler))
      in
      calls := !calls + made;
      Array.iter (Option.iter (Check.fail "%s")) failures;
      Check.is_true "calls were made" (made > 8);
      Array.iter (fun n -> Check.is_true "rounds were made" (n > 0)) rounds);
  Printf.printf "   %d calls from Rust, rounds beside: %s\n" !calls
    (String.concat ", " (Array.to_list (Array.map string_of_int rounds)));
  Check.finish ()
