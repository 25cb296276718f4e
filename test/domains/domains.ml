(* Four domains in Rust at once: allocation, errors, roots, while other domains collect. *)

let domains = 4

(* A minor collection stops every domain: with a tiny minor heap that is nearly all that happens. And all wait for those
   that have no core to run on. *)
let slower =
  (if (Gc.get ()).minor_heap_size <= 4096 then 10 else 1)
  * if Domain.recommended_domain_count () < domains then 4 else 1

let times n = Check.times (max 1 (n / slower))

let in_parallel work =
  let spawned = List.init domains (fun id -> Domain.spawn (fun () -> work id)) in
  List.iter Domain.join spawned

let allocate id =
  for i = 1 to times 300 do
    let n = 100 + (((i * 337) + (id * 11)) mod 2000) in
    Check.same "list" (List.init n (Printf.sprintf "string %d")) (Lists.range_strings n);
    Check.same "array" (Array.init n string_of_int) (Arrays.range_strings n);
    Check.same "floats" (Array.make n 1.5) (Arrays.make_floats n 1.5);
    let nested = Records.nested_value () in
    Check.same "record" nested (Records.nested_under_allocation nested 500);
    Check.same "tree" (Variants.complete 6) (Variants.complete_tree 6);
    match i mod 50 with
    | 0 -> Gc.compact ()
    | 25 -> Gc.full_major ()
    | _ -> ()
  done

let raise_errors _ =
  for _ = 1 to times 10_000 do
    Check.raises (Errors.Two ("payload", 42)) (fun () -> Errors.raise_error "named_two")
  done

(* All domains raise an exception for the first time at once: there is one constructor. *)
let raced = Array.make domains None

let race_for_an_exception () =
  let ready = Atomic.make 0 in
  in_parallel (fun id ->
      Atomic.incr ready;
      while Atomic.get ready < domains do
        Domain.cpu_relax ()
      done;
      match Own_exceptions.race id with
      | () -> Check.fail "no exception"
      | exception exn -> raced.(id) <- Some exn);
  Gc.full_major ();
  let exns = Array.map Option.get raced in
  Array.iteri
    (fun id exn ->
      Check.string (Printf.sprintf "Own.Raced(%d)" id) (Printexc.to_string exn);
      Check.is_true "one constructor" (Own_exceptions.constructor exn == Own_exceptions.constructor exns.(0)))
    exns

let raise_own _ =
  for i = 1 to times 10_000 do
    Check.raises (Own_exceptions.Closed "x") (fun () -> Own_exceptions.close "x");
    match Own_exceptions.own 1 with
    | _ -> Check.fail "no exception"
    | exception exn -> if i mod 100 = 0 then Check.string "Own.One(\"payload\")" (Printexc.to_string exn)
  done

let roots _ =
  for _ = 1 to times 50 do
    for j = 1 to 20 do
      let value = String.make j 'r' in
      Check.string value (Roots.across_gc_point value 3);
      Check.string value (Roots.argument value)
    done;
    Check.is_true "same value" (Roots.churn (String.make 3 'c') 1000)
  done

(* Each domain makes arrays, and parts of one that all share; whoever is last frees the memory. *)
let bigarrays () =
  for round = 1 to times 20 do
    let whole = Bigarrays.counted () in
    in_parallel (fun id ->
        let parts = Array.make 10 whole in
        for i = 1 to 300 do
          let part = Bigarray.Array1.sub whole ((10 * i) + id) 3 in
          Check.float (float_of_int ((30 * i) + (3 * id) + 3)) (Bigarrays.sum part);
          parts.(i mod 10) <- part;
          Check.same "bytes" (Int64.of_int (i * 40)) (Bigarrays.bytes (Bigarrays.make (i * 40)));
          if (i + round) mod 100 = 0 then Gc.full_major ()
        done;
        ignore (Sys.opaque_identity parts))
  done;
  Bigarrays.expect_live 0

(* Written to by one domain while others read: each element is old or new. *)
let shared_bigarray () =
  let array = Bigarrays.counted () in
  let read, write = (0., 1e9) in
  Bigarray.Array1.fill array read;
  let writer = Domain.spawn (fun () -> Bigarray.Array1.fill array write) in
  for _ = 1 to times 100 do
    let sum = Bigarrays.sum array in
    Check.float 0. (Float.rem sum write)
  done;
  Domain.join writer;
  Check.float (write *. 12_345.) (Bigarrays.sum array)

(* Two domains take the first part of an array at once: both parts are counted in the same place, or else the elements would
   be freed while one is in use, as those of OCaml's own arrays may be. It is the fourth word, behind the operations. *)
let first_parts () =
  let count = times 1000 in
  let whole = Array.init count (fun i -> Bigarrays.make (1 + (i mod 2000))) in
  let turn = Atomic.make 0 in
  let parts () =
    Array.mapi
      (fun i array ->
        Atomic.incr turn;
        while Atomic.get turn < 2 * (i + 1) do
          Domain.cpu_relax ()
        done;
        Bigarray.Array1.sub array 0 1)
      whole
  in
  let other = Domain.spawn parts in
  let mine = parts () in
  let theirs = Domain.join other in
  let proxy array = Obj.raw_field (Obj.repr array) 4 in
  Array.iteri (fun i part -> Check.is_true "one proxy" (proxy part = proxy theirs.(i))) mine

(* Roots made by a domain that ends, read and dropped by another. *)
let inherited () =
  for _ = 1 to times 20 do
    Roots.clear ();
    let made = Domain.join (Domain.spawn (fun () -> Array.init 100 (fun i -> Roots.keep (string_of_int i)))) in
    Gc.compact ();
    Array.iteri (fun i index -> Check.string (string_of_int i) (Roots.get index)) made;
    Domain.join (Domain.spawn Roots.clear)
  done

(* The same, which all domains let keep other values at once: none of them owns the memory of those roots. *)
let set_by_others () =
  for round = 1 to times 3 do
    Roots.clear ();
    let n = 200 in
    let made = Domain.join (Domain.spawn (fun () -> Array.init n (fun i -> Roots.keep (string_of_int i)))) in
    let last = Array.make n (Obj.repr 0) in
    in_parallel (fun id ->
        for step = 1 to times 40 do
          for i = 0 to (n / domains) - 1 do
            let at = (i * domains) + id in
            last.(at) <- (if step mod 4 = 0 then Obj.repr step else Obj.repr (Printf.sprintf "%d %d %d" round step at));
            Roots.set made.(at) last.(at);
            ignore (Sys.opaque_identity (List.init 5 string_of_int));
            Check.same "value" last.(at) (Roots.get made.(at))
          done;
          if step mod 20 = 0 then Gc.compact ()
        done);
    Gc.full_major ();
    Array.iteri (fun at index -> Check.same "value" last.(at) (Roots.get index)) made
  done

(* One value used by all: none of the shared uses is lost, and of the exclusive ones those that did not conflict count. *)
let shared_value () =
  let value = Custom.shared () in
  let n = times 10_000 in
  let done_alone = Atomic.make 0 in
  let retry f =
    let rec go () =
      match f () with
      | () -> ()
      | exception Invalid_argument text ->
        Check.message_with [ "this Shared is already" ] text;
        Domain.cpu_relax ();
        go ()
    in
    go ()
  in
  in_parallel (fun id ->
      for i = 1 to n do
        retry (fun () -> Custom.shared_add value);
        if (i + id) mod 4 = 0 then begin
          retry (fun () -> Custom.shared_add_alone value);
          Atomic.incr done_alone
        end
      done);
  Check.same "counts" (domains * n, Atomic.get done_alone) (Custom.shared_both value)

(* Made here, dropped by whichever domain collects; each once. *)
let dropped_anywhere () =
  Custom.collect ();
  let before = Custom.live () in
  let mailbox = Array.init domains (fun _ -> Atomic.make (Custom.make 0 "first")) in
  in_parallel (fun id ->
      for i = 1 to times 4_000 do
        Atomic.set mailbox.((id + 1) mod domains) (Custom.make i "sent");
        let received = Atomic.get mailbox.(id) in
        Check.is_true "a count" (Custom.get received >= 0);
        if i mod 1000 = 0 then Gc.full_major ()
      done);
  Array.iter (fun place -> Atomic.set place (Custom.make 0 "last")) mailbox;
  Custom.collect ();
  Check.int (before + domains) (Custom.live ());
  ignore (Sys.opaque_identity mailbox)

(* Each holds a root that another domain has made, and is dropped by any. *)
let holders () =
  Custom.collect ();
  let before, _ = Custom.holders_dropped () in
  let n = times 20_000 in
  let mailbox = Array.init domains (fun _ -> Atomic.make (Custom.hold (ref 0))) in
  in_parallel (fun id ->
      for i = 1 to n do
        Atomic.set mailbox.((id + 1) mod domains) (Custom.hold (ref i));
        let found = !(Custom.held (Atomic.get mailbox.(id))) in
        if found < 0 || found > n then Check.fail "wrong value";
        if i mod 4000 = 0 then Gc.full_major ()
      done);
  Array.iter (fun place -> Atomic.set place (Custom.hold (ref 0))) mailbox;
  Custom.collect ();
  let after, _ = Custom.holders_dropped () in
  Check.int (before + (domains * (n + 1))) after;
  ignore (Sys.opaque_identity mailbox)

(* Destructors that wait for the end of a function when their domain ends run all the same, at the end of its thread. *)
let waiting () =
  Custom.collect ();
  let before = Custom.lockers_dropped () in
  let rounds = 20 and n = 300 in
  for _ = 1 to rounds do
    Domain.join (Domain.spawn (fun () -> ignore (Sys.opaque_identity (Custom.lockers n))))
  done;
  let rec wait tries =
    Custom.collect ();
    ignore (Custom.lockers 0);
    let dropped = Custom.lockers_dropped () - before in
    if dropped < rounds * n && tries > 0 then begin
      Unix.sleepf 0.01;
      wait (tries - 1)
    end
    else Check.int (rounds * n) dropped
  in
  wait 500

(* A type that is not Sync belongs to the thread that made the value. *)
let local_value () =
  let mine = Custom.here 1 in
  Check.int 2 (Custom.here_incr mine);
  let elsewhere () =
    Check.invalid [ "this Here belongs to the thread that made it" ] (fun () -> Custom.here_incr mine);
    Check.invalid [ "belongs to the thread" ] (fun () -> compare mine (Custom.here 1));
    Check.int 8 (Custom.here_incr (Custom.here 7));
    Custom.here 1
  in
  let theirs = Domain.join (Domain.spawn elsewhere) in
  Check.int 3 (Custom.here_incr mine);
  Check.invalid [ "belongs to the thread" ] (fun () -> Custom.here_incr theirs)

(* Joined by OCaml code that Rust has called, where its own domain is in the middle of a call too. *)
let joined_in_a_call () =
  let there x = Domain.join (Domain.spawn (fun () -> Functions.apply (fun x -> Gc.full_major (); x + 1) x)) in
  Check.int 42 (Functions.apply there 41);
  in_parallel (fun id -> Check.int (id + 1) (Functions.apply there id));
  let raises () = Functions.catch (fun () -> Domain.join (Domain.spawn (fun () -> raise Not_found))) in
  Check.raises Not_found raises

(* Roots in the frames of a function, in each domain its own. *)
let frames id =
  Frames.all_of (id + 1) Gc.minor;
  for i = 1 to times 100 do
    Check.int 20 (Frames.nested 20);
    let k = Sys.opaque_identity i in
    Check.int k (Frames.count (fun _ -> Gc.minor (); k) 1)
  done

type _ Effect.t += Ask : int Effect.t

(* A handler on this side of Rust does not see what is performed on the other; one on the same side does. *)
let effects () =
  let answering work =
    Effect.Deep.try_with work ()
      {
        effc =
          (fun (type a) (performed : a Effect.t) ->
            match performed with
            | Ask -> Some (fun (k : (a, _) Effect.Deep.continuation) -> Effect.Deep.continue k 41)
            | _ -> None);
      }
  in
  let ask x = x + Effect.perform Ask in
  Check.raises (Effect.Unhandled Ask) (fun () -> answering (fun () -> Functions.apply ask 1));
  Check.int 42 (Functions.apply (fun x -> answering (fun () -> ask x)) 1);
  Check.int 42 (answering (fun () -> ask (Functions.apply Fun.id 1)))

(* Rust closures and functions of OCaml's, called by all domains at once. *)
let closures id =
  let add = Functions.adder id in
  for i = 1 to times 10_000 do
    Check.int (i + id) (add i);
    Check.int (i + 1) (Functions.apply (fun x -> x + 1) i);
    if i mod 2000 = 0 then Gc.full_major ()
  done

(* All domains use a function that is imported by two modules for the first time at once. *)
let race_for_an_import () =
  Callback.register "functions.raced" (fun x -> Gc.minor (); x + 1);
  let ready = Atomic.make 0 in
  in_parallel (fun id ->
      Atomic.incr ready;
      while Atomic.get ready < domains do
        Domain.cpu_relax ()
      done;
      for i = 1 to times 1000 do
        Check.same "raced" (i + 1, i + 1) (Functions.raced i);
        if id = 0 && i mod 100 = 0 then Callback.register "functions.raced" (fun x -> Gc.minor (); x + 1)
      done)

(* Giving up the runtime and taking it again in a domain that is not the first; methods; as many arguments as there are. *)
let calls id =
  for i = 1 to times 1000 do
    Check.int (i + 4) (Functions.released (fun x -> if x mod 100 = 0 then Gc.major (); x + 1) i 3);
    Check.int (i + id) (Functions.many_ints (fun a b -> Gc.minor (); a + b) [| i; id |]);
    let name = String.make 3 (Char.chr (97 + id)) in
    Check.string name (Objects.name (object method name = Gc.minor (); name end));
    Check.raises (Failure "bottom") (fun () -> Functions.rust_only 3)
  done

let () =
  Check.start "domains";
  Check.case "four domains race for the first use of an import" race_for_an_import;
  Check.case "calls in four domains" (fun () -> in_parallel calls);
  Check.case "frames in four domains" (fun () -> in_parallel frames);
  Check.case "allocation in four domains" (fun () -> in_parallel allocate);
  Check.case "errors in four domains" (fun () -> in_parallel raise_errors);
  Check.case "four domains race for the first use of an exception" race_for_an_exception;
  Check.case "exceptions of one's own in four domains" (fun () -> in_parallel raise_own);
  Check.case "roots in four domains" (fun () -> in_parallel roots);
  Check.case "roots of a domain that has ended" inherited;
  Check.case "roots of a domain that has ended, set by others" set_by_others;
  Check.case "bigarrays in four domains" bigarrays;
  Check.case "a bigarray shared by two domains" shared_bigarray;
  Check.case "first parts of a bigarray" first_parts;
  Check.case "a value used by four domains" shared_value;
  Check.case "values dropped by any domain" dropped_anywhere;
  Check.case "values that hold roots of other domains" holders;
  Check.case "destructors that wait when their domain ends" waiting;
  Check.case "a value that belongs to a thread" local_value;
  Check.case "effects end at a call from Rust" effects;
  Check.case "a domain joined in a call from Rust" joined_in_a_call;
  Check.case "functions in four domains" (fun () -> in_parallel closures);
  Check.case "all at once" (fun () ->
      in_parallel (fun id ->
          match id with
          | 0 | 1 -> allocate id
          | 2 -> raise_errors id
          | _ -> roots id));
  Check.finish ()
