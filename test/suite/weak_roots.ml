external make : 'a -> int = "weak_roots_new"
external get : int -> 'a option = "weak_roots_get"
external is_alive : int -> bool = "weak_roots_is_alive"
external upgrade : int -> 'a option = "weak_roots_upgrade"
external clear : unit -> unit = "weak_roots_clear"
external typed : int list -> unit = "weak_roots_typed"
external typed_sum : unit -> int option = "weak_roots_typed_sum"
external churn : 'a -> int -> 'a option = "weak_roots_churn"
external gather : int -> 'a option array * ('a * 'a) array = "weak_roots_gather"

type counter
type other

external open_ : int -> counter = "abstract_open"
external next : counter -> int = "abstract_next"
external close : counter -> unit = "abstract_close"
external same : counter -> counter = "abstract_same"
external other : unit -> other = "abstract_other"
external is_null : other -> bool = "abstract_is_null"

let fresh i = Sys.opaque_identity (ref (string_of_int i))

(* Two cycles: a value that became garbage during one is found by the next. *)
let collect () =
  Gc.full_major ();
  Gc.full_major ()

let static = "a constant of the program"

(* Values come and go while the major collector is at work: what is alive must be found intact. *)
let churn_under_marking rounds =
  let live = Array.make 64 None in
  for round = 1 to rounds do
    let slot = round mod 64 in
    let value = fresh round in
    let weak = make value in
    if round mod 3 = 0 then live.(slot) <- Some (weak, round, value);
    (* The only reference is the weak one, and then what was read from it. *)
    (match get weak with
     | Some (found : string ref) ->
       if round mod 5 = 0 then live.(slot) <- Some (weak, round, found);
       if !found <> string_of_int round then Check.fail "another value: %S" !found
     | None -> Check.fail "a value in use is gone");
    ignore (Gc.major_slice 100);
    if round mod 7 = 0 then Gc.minor ();
    let old = live.((round * 13) mod 64) in
    match old with
    | Some (weak, round, value) -> (
      match get weak with
      | Some found ->
        if found != value then Check.fail "not the same value";
        if !found <> string_of_int round then Check.fail "another value: %S" !found
      | None -> Check.fail "a value in use is gone")
    | None -> ()
  done

(* A value is read from its weak root in the middle of marking and stored where the marker has been already. *)
let rescued rounds =
  let old = Array.make 100 (ref "") in
  Gc.full_major ();
  for round = 1 to rounds do
    let weak = make (fresh round) in
    Gc.minor ();
    for _ = 0 to round mod 5 do
      ignore (Gc.major_slice 500)
    done;
    (match get weak with
     | Some value -> old.(round mod 100) <- value
     | None -> old.(round mod 100) <- ref (string_of_int round));
    if round mod 50 = 0 then Gc.full_major ();
    let seen = max 1 (round - 99) in
    for i = seen to round do
      if !(old.(i mod 100)) <> string_of_int i then Check.fail "round %d: %S for %d" round !(old.(i mod 100)) i
    done
  done

let run () =
  Check.start "weak_roots";
  Check.case "what is in use is there, and identical" (fun () ->
      let value = fresh 1 in
      let weak = make value in
      List.iter
        (fun collect ->
          collect ();
          match get weak with
          | Some found -> Check.is_true "identical" (found == value)
          | None -> Check.fail "gone")
        [ ignore; Gc.minor; Gc.full_major; Gc.compact; Gc.minor ];
      Check.string "1" !value);
  Check.case "what is not in use goes away" (fun () ->
      let young = make (fresh 2) in
      Gc.minor ();
      let promoted = ref (Some (fresh 3)) in
      Gc.full_major ();
      let old = make (Option.get !promoted) in
      Check.bool true (is_alive old);
      promoted := None;
      collect ();
      Gc.compact ();
      Check.bool false (is_alive young);
      Check.bool false (is_alive old);
      Check.is_true "none" (get old = (None : string ref option)));
  Check.case "what the collector does not free is there for ever" (fun () ->
      let weak = List.map make [ Obj.repr 3; Obj.repr None; Obj.repr static; Obj.repr [||] ] in
      collect ();
      Check.same "values" [ Some (Obj.repr 3); Some (Obj.repr None); Some (Obj.repr static); Some (Obj.repr [||]) ]
        (List.map get weak));
  Check.case "values of all kinds" (fun () ->
      let n = Random.int 10 in
      let function_ = Sys.opaque_identity (fun x -> x + n) in
      let values =
        [ Obj.repr (float_of_int n); Obj.repr (Bytes.create 10_000); Obj.repr [| 1.; float_of_int n |];
          Obj.repr function_; Obj.repr (Int64.of_int n); Obj.repr (Array.make 1000 n) ]
      in
      let weak = List.map make values in
      collect ();
      Gc.compact ();
      List.iter2 (fun value weak -> Check.is_true "identical" (match get weak with Some v -> v == value | None -> false))
        values weak);
  Check.case "upgraded, a value stays" (fun () ->
      let weak = make (fresh 4) in
      (match (upgrade weak : string ref option) with
       | Some value -> Check.string "4" !value
       | None -> ());
      let value = fresh 5 in
      let weak = make value in
      Check.is_true "identical" (upgrade weak = Some value && Option.get (upgrade weak) == value));
  Check.case "of a type" (fun () ->
      let list = List.init 10 (fun i -> i + Random.int 1) in
      typed list;
      Gc.compact ();
      Check.same "sum" (Some 45) (typed_sum ());
      Check.same "list" 10 (List.length list));
  Check.case "while the collector marks" (fun () -> churn_under_marking (Check.times 20_000));
  Check.case "read in the middle of marking" (fun () -> rescued (Check.times 3_000));
  Check.case "many at once" (fun () ->
      let count = Check.times 20_000 in
      let values = Array.init count (fun i -> if i mod 2 = 0 then Some (fresh i) else None) in
      for i = 0 to count - 1 do
        ignore (make (match values.(i) with Some value -> value | None -> fresh i))
      done;
      collect ();
      let found, copies = gather count in
      Array.iteri
        (fun i value ->
          match (value, found.(i)) with
          | Some value, Some found -> if value != found then Check.fail "%d is another one" i
          | Some _, None -> Check.fail "%d is gone" i
          | None, Some found -> if !found <> string_of_int i then Check.fail "%d is %S" i !found
          | None, None -> ())
        values;
      Array.iter (fun (a, b) -> if a != b then Check.fail "a copy differs") copies);
  Check.case "making and dropping leaves memory flat" (fun () ->
      clear ();
      let value = fresh 6 in
      Memory.grows_less_than 20_000 "weak roots" (fun n ->
          for _ = 1 to n / 100 do
            Check.is_true "identical" (match churn value 100 with Some v -> v == value | None -> false)
          done));
  clear ();
  Check.case "a pointer in an abstract block" (fun () ->
      let counter = open_ 41 in
      Gc.compact ();
      Check.int 42 (next counter);
      Check.int 43 (next (same counter));
      Check.int Obj.abstract_tag (Obj.tag (Obj.repr counter));
      close counter;
      Check.bool true (is_null (other ()));
      Memory.grows_less_than 20_000 "abstract blocks" (fun n ->
          for _ = 1 to n do
            ignore (Sys.opaque_identity (other ()))
          done));
  Check.case "what is no abstract pointer, or one of another type" (fun () ->
      let bad value = Check.invalid [ "argument 1"; "an abstract pointer to "; "Counter" ] (fun () -> next (Obj.obj value)) in
      bad (Obj.repr (other ()));
      bad (Obj.repr 3);
      bad (Obj.repr "text");
      bad (Obj.repr (Weak.create 1 : int ref Weak.t));
      bad (Obj.repr (Weak.create 3 : int ref Weak.t));
      bad (Obj.repr (1, 2, 3));
      bad (Obj.new_block Obj.abstract_tag 3))
