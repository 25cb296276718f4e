type counter
type point
type aligned
type aligned16
type here
type bomb
type moody
type blob
type texts
type numbers
type shape
type old
type older
type shared
type locker
type journal
type holder

external make : int -> string -> counter = "custom_counter_new"
external incr : counter -> unit = "custom_counter_incr"
external get : counter -> int = "custom_counter_get"
external label : counter -> string = "custom_counter_label"
external plus : counter -> counter -> int = "custom_counter_plus"
external swap : counter -> counter -> unit = "custom_counter_swap"
external same : counter -> counter -> bool = "custom_counter_same"
external finish : counter -> int -> int = "custom_counter_finish"
external describe : counter -> string -> string = "custom_counter_describe"
external describe_explicitly : counter -> string -> string = "custom_counter_describe_explicitly"
external across : counter -> int = "custom_counter_across"
external many : int -> counter array = "custom_counter_many"
external get_count : counter -> int = "custom_counter_get_count"
external set_count : counter -> int -> unit = "custom_counter_set_count"
external get_label : counter -> string = "custom_counter_get_label"
external private_ : counter -> int = "custom_private"
external made_and_dropped : unit -> int * int = "custom_made_and_dropped"
external collected_while_borrowed : counter -> int = "custom_collected_while_borrowed"
external sum : counter array -> counter option -> int = "custom_sum"
external close : counter -> unit = "custom_close"
external conflict : counter -> string * string * string = "custom_conflict"
external legacy : counter -> int = "custom_legacy"
external point : int -> string -> point = "custom_point_new"
external point_x : point -> int = "custom_point_get_x"
external point_y : point -> string = "custom_point_y"
external point_to_string : point -> string = "custom_point_to_string"
external point_debug : point -> string = "custom_point_debug"
external points : point array -> point option -> int = "custom_points"
external point_as_ref : point -> string = "custom_point_as_ref"
external aligned : int -> aligned * aligned16 = "custom_aligned"
external is_aligned : aligned -> aligned16 -> int = "custom_is_aligned"
external here : int -> here = "custom_here_new"
external here_incr : here -> int = "custom_here_incr"
external bomb : unit -> bomb = "custom_bomb"
external defuse : bomb -> unit = "custom_defuse"
external explode : bomb -> unit = "custom_explode"
external moody : int -> moody = "custom_moody"
external blob : int -> blob = "custom_blob"
external texts : unit -> texts = "custom_texts_new"
external push : texts -> string -> unit = "custom_texts_push"
external pop : texts -> string option = "custom_texts_pop"
external numbers : unit -> numbers = "custom_numbers"
external numbers_pop : numbers -> int option = "custom_numbers_pop"
external square : float -> shape = "custom_square"
external area : shape -> float = "custom_area"
external old : int -> old = "custom_old"
external old_finalized : unit -> int = "custom_old_finalized"
external older : int -> older = "custom_older"
external shared : unit -> shared = "custom_shared_new"
external shared_add : shared -> unit = "custom_shared_add"
external shared_add_alone : shared -> unit = "custom_shared_add_alone"
external shared_both : shared -> int * int = "custom_shared_both"
external lockers : int -> locker array = "custom_lockers"
external lockers_dropped : unit -> int = "custom_lockers_dropped"

external old_with_finalizer : int -> old = "custom_old_with_finalizer"
external with_finalizer : int -> counter = "custom_counter_with_finalizer"
external finalized : unit -> int = "custom_finalized"
external moody_with_finalizer : int -> moody = "custom_moody_with_finalizer"
external reserved : int -> blob = "custom_reserved"
external most_owned : unit -> int = "custom_most_owned"
external hold : 'a -> holder = "custom_holder_new"
external held : holder -> 'a = "custom_holder_get"
external holders_dropped : unit -> int * string = "custom_holder_dropped"
external journal : string -> journal = "custom_journal_new"
external journal_name : journal -> string = "custom_journal_name"
external journal_within : journal -> (unit -> unit) -> unit = "custom_journal_within"
external journal_close : journal -> unit = "custom_journal_close"
external journal_exit_elsewhere : journal -> int32 -> unit = "custom_journal_exit_elsewhere"

let live () =
  let made, dropped = made_and_dropped () in
  made - dropped

(* Blocks die in one cycle and are swept in the next. *)
let collect () =
  for _ = 1 to 3 do
    Gc.full_major ()
  done

(* In a frame of its own, so that no register or stack slot keeps the values. *)
let[@inline never] make_and_lose n =
  for i = 1 to n do
    let counter = make i "lost" in
    incr counter;
    if get counter <> i + 1 then Check.fail "wrong count"
  done

let[@inline never] lose_with_finalizer n =
  for i = 1 to n do
    let counter = with_finalizer i in
    incr counter;
    if get counter <> i + 1 then Check.fail "wrong count";
    if i mod 3 = 0 then close counter
    else if i mod 100 = 1 then Check.int (i + 4) (collected_while_borrowed counter)
  done

let[@inline never] lose_borrowed () = Check.int 10 (collected_while_borrowed (make 7 "borrowed"))

let fails part f =
  match f () with
  | _ -> Check.fail "no exception"
  | exception (Failure text | Panics.Rust_panic text) -> Check.message_with [ part ] text

(* The same program again: its status, and what it says. *)
let child_ends what check =
  if Check.mode = "native" || Check.mode = "bytecode" then begin
    let file = Filename.temp_file "custom" ".err" in
    let command = Filename.quote_command Sys.executable_name ~stderr:file [ "dies"; what ] in
    let status = Sys.command command in
    let channel = open_in_bin file in
    let text = really_input_string channel (in_channel_length channel) in
    close_in channel;
    Sys.remove file;
    check status text
  end

let child_dies what parts =
  child_ends what (fun status text ->
      if status = 0 then Check.fail "the child has survived";
      Check.message_with parts text)

(* How often each of these has been dropped. *)
let child_drops what expected_status expected =
  child_ends what (fun status text ->
      Check.int expected_status status;
      let count name =
        let part = "dropped: " ^ name ^ "." in
        let found = ref 0 in
        for i = 0 to String.length text - String.length part do
          if String.sub text i (String.length part) = part then Stdlib.incr found
        done;
        !found
      in
      List.iter
        (fun (name, times) ->
          if count name <> times then Check.fail "%S dropped %d times: %s" name (count name) text)
        expected)

let journals = ref []

let child what =
  let keep name =
    let made = journal name in
    journals := made :: !journals;
    made
  in
  match what with
  | "drop" ->
    ignore (Sys.opaque_identity (bomb ()));
    collect ()
  | "hash" -> ignore (Sys.opaque_identity (Hashtbl.hash [ point 1 "cannot be hashed" ]))
  | "exit" ->
    ignore (Sys.opaque_identity (journal "collected"));
    collect ();
    let first = keep "first" in
    ignore (keep "panics");
    journal_close (keep "closed");
    ignore (keep "last");
    at_exit (fun () -> if journal_name first <> "first" then prerr_endline "dropped: too early.");
    exit 7
  | "end" -> ignore (keep "first")
  | "uncaught" ->
    ignore (keep "first");
    failwith "nobody catches this"
  | "in use" ->
    ignore (keep "first");
    let other = keep "other" in
    journal_within other (fun () -> exit 3)
  | "elsewhere" ->
    ignore (keep "first");
    journal_exit_elsewhere (keep "other") 5l
  | "fork" -> (
    ignore (keep "first");
    match Unix.fork () with
    | 0 -> exit 0
    | pid -> (
      match Unix.waitpid [] pid with
      | _, Unix.WEXITED 0 -> ()
      | _ -> prerr_endline "dropped: badly."))
  | "quick" ->
    ignore (keep "first");
    Unix.kill (Unix.getpid ()) Sys.sigkill
  | what -> failwith what

let run () =
  Check.start "custom";
  Check.case "methods" (fun () ->
      let a = make 1 "a" in
      incr a;
      incr a;
      Check.int 3 (get a);
      Check.string "a" (label a);
      let b = make 10 "b" in
      Check.int 13 (plus a b);
      swap a b;
      Check.int 10 (get a);
      Check.int 13 (get b);
      Check.bool true (same a a);
      Check.bool false (same a b);
      Check.string "> a: 10" (describe a "> ");
      Check.string "> a: 10" (describe_explicitly a "> ");
      Check.int 10 (private_ a));
  Check.case "fields" (fun () ->
      let a = make 1 "label" in
      set_count a 41;
      incr a;
      Check.int 42 (get_count a);
      Check.string "label" (get_label a);
      Check.string "7, y" (point_to_string (point 7 "y"));
      Check.string "Point { x: 7, y: \"y\" }" (point_debug (point 7 "y")));
  Check.case "the same block twice" (fun () ->
      let a = make 1 "a" in
      Check.invalid [ "custom_counter_swap"; "argument 2 (other)"; "this Counter is already mutably borrowed" ]
        (fun () -> swap a a);
      Check.invalid [ "already mutably borrowed" ] (fun () -> plus a a);
      Check.int 1 (get a);
      incr a;
      Check.int 2 (get a));
  Check.case "guards" (fun () ->
      let a = make 1 "a" in
      Check.same "messages"
        ( "this Counter is already borrowed",
          "this Counter is already mutably borrowed",
          "this Counter is already mutably borrowed" )
        (conflict a);
      incr a;
      Check.int 2 (get a));
  Check.case "what is something else" (fun () ->
      let wrong x = get (Obj.magic x) in
      Check.invalid [ "custom_counter_get: argument 1 (self): expected a Counter, found the int 3" ] (fun () -> wrong 3);
      Check.invalid [ "expected a Counter, found a Point" ] (fun () -> wrong (point 1 ""));
      Check.invalid [ "expected a Point, found a Counter" ] (fun () -> point_x (Obj.magic (make 1 "")));
      Check.invalid [ "expected a Counter, found the string" ] (fun () -> wrong "x");
      Check.invalid [ "expected a Counter, found a custom block" ] (fun () -> wrong 1L);
      Check.invalid [ "expected a Counter" ] (fun () -> incr (Obj.magic [ 1 ]));
      Check.invalid [ "expected a Counter" ] (fun () -> sum [| make 1 ""; Obj.magic 0 |] None);
      Check.invalid [ "expected a Stack<i"; "found a Stack<String>" ] (fun () -> numbers_pop (Obj.magic (texts ())));
      Check.invalid [ "expected a Stack<String>, found a Stack<i" ] (fun () -> pop (Obj.magic (numbers ())));
      (* Not a custom block, though its first word looks like one's. *)
      let words = String.init 16 (fun i -> Char.chr ((Obj.magic (Obj.field (Obj.repr (make 1 "")) 0) lsr (8 * (i mod 8))) land 255)) in
      Check.invalid [ "expected a Counter" ] (fun () -> wrong words));
  Check.case "in containers" (fun () ->
      Check.int 6 (sum (many 4) None);
      Check.int 16 (sum (many 4) (Some (make 10 "")));
      Check.int 6 (points [| point 1 ""; point 2 "" |] (Some (point 3 "")));
      Check.string "text" (point_as_ref (point 1 "text"));
      Check.string "text" (point_y (point 1 "text")));
  Check.case "lent across GC points" (fun () ->
      for i = 1 to 100 do
        Check.int (i + 2) (across (make i "across"))
      done);
  Check.case "dropped once" (fun () ->
      collect ();
      let before = live () in
      let n = Check.times 1_000_000 in
      make_and_lose n;
      collect ();
      Check.int before (live ());
      (* Those that survive a while. *)
      let kept = many 10_000 in
      Gc.minor ();
      Array.iteri (fun i counter -> if get counter <> i then Check.fail "wrong count") (Sys.opaque_identity kept);
      Check.int (before + 10_000) (live ());
      Array.fill kept 0 10_000 kept.(0);
      collect ();
      Check.int (before + 1) (live ());
      ignore (Sys.opaque_identity kept));
  Check.case "collected while borrowed" (fun () ->
      collect ();
      let before = live () in
      for _ = 1 to 1000 do
        lose_borrowed ()
      done;
      collect ();
      Check.int before (live ()));
  Check.case "closed, and taken out" (fun () ->
      let before = live () in
      let a = make 5 "a" in
      close a;
      Check.int before (live ());
      Check.invalid [ "this Counter is closed" ] (fun () -> get a);
      Check.invalid [ "this Counter is closed" ] (fun () -> incr a);
      Check.invalid [ "this Counter is closed" ] (fun () -> close a);
      let b = make 5 "b" in
      Check.int 7 (finish b 2);
      Check.int before (live ());
      Check.invalid [ "argument 1 (self): this Counter is closed" ] (fun () -> finish b 2);
      let c = make 5 "c" in
      (* A call that fails takes nothing. *)
      Check.invalid [ "argument 2 (by)" ] (fun () -> finish c (Obj.magic "x"));
      Check.int 5 (get c);
      collect ();
      ignore (Sys.opaque_identity (a, b)));
  Check.case "the spellings of 1.x" (fun () ->
      Check.int 6 (legacy (make 1 "a"));
      collect ();
      let before = old_finalized () in
      let lose () = Check.bool true (compare (old 1) (old 2) > 0) in
      (Sys.opaque_identity lose) ();
      ignore (Sys.opaque_identity (older 1));
      collect ();
      (* Finalizer and destructor once for each. *)
      Check.int (before + 2002) (old_finalized ()));
  Check.case "a finalizer for one value" (fun () ->
      collect ();
      let before = old_finalized () in
      let lose () =
        Check.bool true (compare (old_with_finalizer 1) (old 2) > 0);
        Check.bool true (compare (old 1) (old_with_finalizer 2) > 0)
      in
      (Sys.opaque_identity lose) ();
      collect ();
      Check.int (before + 2_002_004) (old_finalized ());
      (* Closed, lent while the block dies, young and old. *)
      let n = Check.times 100_000 in
      let live_before = live () and before = finalized () in
      lose_with_finalizer n;
      collect ();
      Check.int live_before (live ());
      Check.int (before + n) (finalized ());
      Check.invalid [ "expected a Counter, found a Old" ] (fun () -> get (Obj.magic (old_with_finalizer 1)));
      Check.bool true (moody 1 < moody_with_finalizer 2 && moody_with_finalizer 2 < moody 3 && moody 4 = moody_with_finalizer 4));
  Check.case "alignment" (fun () ->
      let all = List.init 100 aligned in
      Gc.compact ();
      List.iteri (fun i (a, b) -> Check.int i (is_aligned a b)) all);
  Check.case "compare and hash" (fun () ->
      let a = point 1 "a" and b = point 1 "b" in
      Check.bool true (compare a b < 0 && compare b a > 0 && a <> b && a = point 1 "a");
      Check.int (Hashtbl.hash a) (Hashtbl.hash (point 1 "a"));
      Check.bool false (Hashtbl.hash a = Hashtbl.hash b);
      let table = Hashtbl.create 16 in
      for i = 1 to 1000 do
        Hashtbl.replace table (point i "key") i
      done;
      Gc.compact ();
      for i = 1 to 1000 do
        Check.int i (Hashtbl.find table (point i "key"))
      done;
      Check.bool true (square 2. < square 3.);
      Check.float 9. (area (square 3.));
      Check.bool true (compare (Obj.repr (square 2.)) (Obj.repr 3) > 0);
      Check.bool true (compare (Obj.repr 5) (Obj.repr (square 2.)) > 0);
      Check.raises (Invalid_argument "compare: abstract value") (fun () -> compare (make 1 "") (make 2 ""));
      Check.bool true (compare (here 1) (here 2) < 0);
      (* Of different types: in some order. *)
      let point = Obj.repr (point 1 "") and moody = Obj.repr (moody 1) in
      Check.int 0 (compare point moody + compare moody point);
      Check.bool true (point <> moody));
  Panics.quiet true;
  Check.case "a comparison that panics is an exception" (fun () ->
      for _ = 1 to 1000 do
        fails "not today" (fun () -> compare (moody 0) (moody 1))
      done;
      fails "not today" (fun () -> [ moody 1; moody 0 ] = [ moody 1; moody 0 ]);
      Check.bool true (moody 1 < moody 2));
  Check.case "Marshal" (fun () ->
      let value = (point 42 "text", [ point (-1) "" ]) in
      let copy = Marshal.from_string (Marshal.to_string value []) 0 in
      Check.same "copy" value copy;
      Check.is_true "another block" (fst copy != fst value);
      Check.string "text" (point_y (fst copy));
      let big = point 1 (String.make 100_000 'x') in
      Check.same "big" big (Marshal.from_bytes (Marshal.to_bytes big []) 0);
      let many = Array.init 20_000 (fun i -> point (i + 100) (string_of_int i)) in
      Check.same "many" many (Marshal.from_string (Marshal.to_string many []) 0);
      collect ();
      fails "thirteen" (fun () -> Marshal.to_string [ point 13 "" ] []);
      let bytes = Marshal.to_string (point 1 "panic") [] in
      fails "the deserializer panicked" (fun () -> (Marshal.from_string bytes 0 : point));
      let bytes = Bytes.of_string (Marshal.to_string (point 1 "text") []) in
      Bytes.set bytes (Bytes.length bytes - 1) '\xff';
      fails "invalid utf-8" (fun () -> (Marshal.from_bytes bytes 0 : point));
      Check.same "afterwards" value (Marshal.from_string (Marshal.to_string value []) 0);
      (match Marshal.to_string (make 1 "") [] with
       | _ -> Check.fail "no exception"
       | exception Invalid_argument _ -> ()));
  Check.case "a destructor that panics" (fun () ->
      fails "the bomb" (fun () -> explode (bomb ()));
      let kept = bomb () in
      defuse kept;
      child_dies "drop" [ "the bomb"; "fatal: the destructor of a"; "Bomb" ]);
  Check.case "a hash that panics" (fun () ->
      Check.is_true "another one" (Hashtbl.hash (point 1 "can be") <> 0);
      child_dies "hash" [ "told to"; "fatal: hashing a"; "Point"; "OCaml lets no exception leave `Hashtbl.hash`" ]);
  Panics.quiet false;
  Check.case "dropped at the end of the program" (fun () ->
      child_drops "exit" 7
        [ ("collected", 1); ("closed", 1); ("first", 1); ("panics", 1); ("last", 1); ("too early", 0) ];
      child_ends "exit" (fun _ text ->
          Check.message_with [ "the destructor of a `"; "Journal` panicked at the end of the program" ] text);
      child_drops "end" 0 [ ("first", 1) ];
      child_drops "uncaught" 2 [ ("first", 1) ];
      child_drops "in use" 3 [ ("first", 1); ("other, used", 0); ("other", 0) ];
      child_drops "elsewhere" 5 [ ("first", 1); ("other", 0) ];
      child_drops "fork" 0 [ ("first", 2); ("badly", 0) ];
      child_drops "quick" 137 [ ("first", 0) ]);
  Check.case "generic types" (fun () ->
      let stack = texts () in
      push stack "a";
      push stack "b";
      Check.same "b" (Some "b") (pop stack);
      Check.same "a" (Some "a") (pop stack);
      Check.same "none" None (pop stack);
      Check.same "2" (Some 2) (numbers_pop (numbers ())));
  Check.case "memory that dropped values own is bounded" (fun () ->
      let run n =
        for _ = 1 to n do
          ignore (Sys.opaque_identity (blob 1_000_000))
        done
      in
      Check.use_up_what_forced_collections_allow ();
      run 100;
      let before = Memory.resident () in
      run 5000;
      let grown = Memory.resident () - before in
      if before > 0 && grown > 1_500_000 then Check.fail "resident memory grew by %d KiB" grown);
  Check.case "what is dropped on the floor or read again is bounded" (fun () ->
      let mib = 1 lsl 20 in
      let bounded what n make =
        Check.use_up_what_forced_collections_allow ();
        collect ();
        ignore (most_owned ());
        for _ = 1 to n do
          ignore (Sys.opaque_identity (make ()))
        done;
        let most = most_owned () in
        if most > 1500 then Check.fail "%s: %d MiB at once" what most
      in
      (* Each is reason enough for a slice of the collector's, which has a whole compiler to go through in the toplevel. *)
      let times n = Check.times (if Check.mode = "native" then n else n / 20) in
      (* A million: every case runs twice. *)
      bounded "made" (times 500_000) (fun () -> reserved mib);
      let written = Marshal.to_string (reserved mib) [] in
      bounded "read" (times 20_000) (fun () -> (Marshal.from_string written 0 : blob)));
  Check.case "values that hold roots" (fun () ->
      let before, _ = holders_dropped () in
      let n = Check.times 200_000 in
      let lose n =
        let kept = Array.make 1000 (hold (ref 0)) in
        for i = 1 to n do
          kept.(i * 7 mod 1000) <- hold (ref i);
          let holder = kept.(i * 13 mod 1000) in
          if !(held holder) < 0 || !(held holder) > n then Check.fail "wrong value"
        done
      in
      (Sys.opaque_identity lose) n;
      collect ();
      let after, attached = holders_dropped () in
      Check.int (before + n + 1) after;
      Check.message_with [ "Err(" ] attached);
  Check.case "values that come back" (fun () ->
      (* By a finaliser of OCaml's, and out of a weak array while the collector is at work. *)
      let back = ref [] in
      let lose i =
        let value = make i "back" in
        Gc.finalise (fun value -> back := value :: !back) value
      in
      for i = 1 to 1000 do
        lose i
      done;
      collect ();
      Check.int 1000 (List.length !back);
      Check.int 500500 (List.fold_left (fun sum value -> sum + get value) 0 !back);
      back := [];
      let weak = Weak.create 100 in
      for i = 1 to Check.times 100_000 do
        Weak.set weak (i mod 100) (Some (make i "weak"));
        if i mod 10 = 0 then ignore (Gc.major_slice 50);
        match Weak.get weak (i * 31 mod 100) with
        | Some value -> incr value
        | None -> ()
      done);
  Check.case "compared while lent mutably" (fun () ->
      let a = journal "a" in
      journal_within a (fun () ->
          let busy = Check.invalid [ "this Journal is already mutably borrowed" ] in
          busy (fun () -> a = journal "b");
          busy (fun () -> [ journal "a" ] < [ a ]));
      Check.bool true (a = journal "a, used"));
  Check.case "10^6 values leak nothing" (fun () ->
      Memory.grows_less_than 5120 "counters" make_and_lose);
  Check.case "destructors wait while a function allocates" (fun () ->
      let before = lockers_dropped () in
      let total = 100 * 300 in
      for _ = 1 to 100 do
        ignore (Sys.opaque_identity (lockers 300))
      done;
      collect ();
      collect ();
      (* Those that wait do so until the next function of ours. *)
      ignore (lockers 0);
      Check.int (before + total) (lockers_dropped ()))
