external peek : int Lazy.t -> int option = "lazy_peek"
external peek_float : float Lazy.t -> float option = "lazy_peek_float"
external force : int Lazy.t -> int = "lazy_force"
external force_string : string Lazy.t -> string * string = "lazy_force_string"
external from_val : 'a -> 'a Lazy.t = "lazy_from_val"
external from_float : float -> float Lazy.t = "lazy_from_float"
external show : int Lazy.t -> string = "lazy_show"
external to_array : string Seq.t -> string array = "seq_to_array"
external sum : int Seq.t -> int = "seq_sum"
external drop : 'a Seq.t -> int -> 'a Seq.t = "seq_drop"
external words : string -> string Seq.t = "seq_words"
external floats : int -> float Seq.t = "seq_floats"
external failing : unit -> int64 Seq.t = "seq_failing"
external there_and_back : int -> int array = "seq_there_and_back"
external count : string Seq.t -> int = "seq_count"
external errors : int Seq.t -> int * int * bool = "seq_errors"
external pairs : (int array * int) Seq.t -> int = "seq_pairs"
external pair : int array * int -> int = "seq_pair"
external pair_of : (unit -> int array * int) -> int = "seq_pair_of"
external roots : 'a Seq.t -> 'a array = "seq_roots"

exception Stop

let suspended n = lazy (Sys.opaque_identity n + 1)
let rec upto n i () = if i > n then Seq.Nil else Seq.Cons (i, upto n (i + 1))

(* Raises after so many elements. *)
let rec raising n () = if n = 0 then raise Stop else Seq.Cons (n, raising (n - 1))

let before_registration () =
  let l = suspended 1 in
  match force l with
  | _ -> ()
  | exception Failure message -> Check.message_with [ "Lazy.force"; "Callback.register" ] message

let run () =
  Check.start "lazy_and_seq";
  before_registration ();
  Callback.register "Lazy.force" Lazy.force;
  Check.case "peek computes nothing" (fun () ->
      let l = suspended 1 in
      Check.same "suspended" None (peek l);
      Check.same "suspended" None (peek l);
      Check.is_true "still" (not (Lazy.is_val l));
      ignore (Lazy.force l);
      Check.same "forced" (Some 2) (peek l);
      Gc.compact ();
      Check.same "forced and moved" (Some 2) (peek l);
      Check.same "made of a value" (Some 5) (peek (Lazy.from_val 5));
      let f = lazy (Sys.opaque_identity 1.5) in
      Check.same "float" None (peek_float f);
      ignore (Lazy.force f);
      Gc.full_major ();
      Check.same "float" (Some 1.5) (peek_float f);
      Check.invalid [ "lazy_peek"; "an int" ] (fun () -> peek (Obj.magic (Lazy.from_val "x"))));
  Check.case "peek while it is being forced" (fun () ->
      let rec l = lazy (match peek l with None -> 1 | Some _ -> 2) in
      Check.int 1 (Lazy.force l));
  Check.case "force" (fun () ->
      for i = 1 to Check.times 10_000 do
        let l = suspended i in
        Check.int (i + 1) (force l);
        Check.int (i + 1) (force l);
        Check.is_true "forced" (Lazy.is_val l);
        Check.int (i + 1) (Lazy.force l)
      done;
      let count = ref 0 in
      let l =
        lazy
          (incr count;
           Gc.full_major ();
           String.make 3 'x')
      in
      Check.same "twice" ("xxx", "xxx") (force_string l);
      Check.int 1 !count);
  Check.case "force: exceptions" (fun () ->
      let l = lazy (raise Stop) in
      Check.raises Stop (fun () -> force l);
      Check.raises Stop (fun () -> force l);
      Check.raises Stop (fun () -> Lazy.force l);
      let rec itself = lazy (force itself + 1) in
      Check.raises Lazy.Undefined (fun () -> Lazy.force itself);
      Check.invalid [ "an int"; "string" ] (fun () -> force (Obj.magic (lazy (String.make 1 'x')))));
  Check.case "from_val" (fun () ->
      Check.same_shape "int" (Lazy.from_val 3) (from_val 3);
      Check.same_shape "string" (Lazy.from_val "x") (from_val "x");
      Check.same_shape "float" (Lazy.from_val 1.5) (from_float 1.5);
      Check.same_shape "float" (Lazy.from_val 1.5) (from_val 1.5);
      Check.float 1.5 (Lazy.force (from_float 1.5));
      let inner = suspended 1 in
      Check.int 2 (Lazy.force (Lazy.force (from_val inner)));
      let outer = from_val (suspended 2) in
      Check.is_true "a value" (Lazy.is_val outer);
      Check.int 3 (Lazy.force (Lazy.force outer)));
  Check.case "Debug" (fun () ->
      Check.string "Lazy(_)" (show (suspended 1));
      Check.string "Lazy(Ok(7))" (show (Lazy.from_val 7)));
  Check.case "sequences" (fun () ->
      List.iter
        (fun n ->
          let l = List.init n string_of_int in
          Check.same_shape "array" (Array.of_list l) (to_array (List.to_seq l));
          Check.int (n * (n + 1) / 2) (sum (upto n 1)))
        [ 0; 1; 2; 1000; 100_000 ];
      Check.same "empty" [||] (to_array Seq.empty);
      Check.same "mapped" [| "1"; "2" |] (to_array (Seq.map string_of_int (upto 2 1))));
  Check.case "a Rust iterator is a sequence" (fun () ->
      Check.same "words" [ "a"; "bc"; "d" ] (List.of_seq (words " a bc  d"));
      Check.same "none" [] (List.of_seq (words ""));
      let n = Check.times 100_000 in
      let sum = Seq.fold_left (fun sum x -> if int_of_float x land 0xfff = 0 then Gc.full_major (); sum +. x) 0. (floats n) in
      Check.float (float_of_int (n * (n - 1) / 2)) sum;
      Check.same "there and back" (Array.init 1000 Fun.id) (there_and_back 1000);
      Check.int 3 (count (words "a b c")));
  Check.case "a Rust iterator gives each element once" (fun () ->
      let seq = words "a b" in
      (match seq () with
      | Seq.Cons ("a", rest) ->
        Check.invalid [ "computed before"; "Seq.memoize" ] (fun () -> ignore (seq ()));
        Gc.compact ();
        Check.same "rest" [ "b" ] (List.of_seq rest);
        Check.invalid [ "computed before" ] (fun () -> ignore (rest ()))
      | _ -> Check.fail "no element"));
  Check.case "a Rust iterator that panics" (fun () ->
      match failing () () with
      | Seq.Nil -> Check.fail "no element"
      | Seq.Cons (_, rest) -> (
        match rest () with
        | Seq.Nil -> Check.fail "no element"
        | Seq.Cons (_, rest) -> (
          (match rest () with
          | _ -> Check.fail "no exception"
          | exception Failure message -> Check.is_true message (Check.contains message "three"));
          match rest () with
          | Seq.Cons (4L, _) -> ()
          | _ -> Check.fail "the iterator goes on")));
  Check.case "sequences that collect at each step" (fun () ->
      let seq =
        Seq.map
          (fun i ->
            if i mod 100 = 0 then Gc.compact () else Gc.minor ();
            string_of_int i)
          (upto 500 1)
      in
      Check.same "array" (Array.init 500 (fun i -> string_of_int (i + 1))) (to_array seq);
      Check.same "roots" (Array.init 500 (fun i -> string_of_int (i + 1))) (roots seq));
  Check.case "the rest of a sequence" (fun () ->
      Check.same "rest" [ 4; 5 ] (List.of_seq (drop (upto 5 1) 3));
      Check.same "nothing left" [] (List.of_seq (drop (upto 5 1) 9)));
  Check.case "exceptions end a sequence" (fun () ->
      Check.raises Stop (fun () -> sum (raising 10));
      Check.raises Stop (fun () -> sum (raising 0));
      Check.same "errors" (10, 1, true) (errors (raising 10)));
  Check.case "an element that does not fit does not end a sequence" (fun () ->
      let seq : int Seq.t = List.to_seq [ 1; Obj.magic "x"; 3 ] in
      Check.same "errors" (2, 1, false) (errors seq));
  Check.case "what is no sequence" (fun () ->
      Check.invalid [ "seq_pairs"; "300" ] (fun () -> pairs (List.to_seq [ ([||], 1); ([| 1 |], 300) ]));
      Check.int 2 (pairs (List.to_seq [ ([||], 1); ([| 1 |], 200) ]));
      Check.invalid [ "seq_pair"; "300" ] (fun () -> pair ([| 1 |], 300));
      Check.invalid [ "seq_pair_of"; "300" ] (fun () -> pair_of (fun () -> ([| 1 |], 300)));
      Check.invalid [ "seq_sum"; "Seq.t"; "int 3" ] (fun () -> sum (Obj.magic 3));
      Check.invalid [ "Seq.node" ] (fun () -> sum (fun () -> Obj.magic "x"));
      Check.invalid [ "Seq.node" ] (fun () -> sum (Obj.magic (fun () () -> 1)));
      Check.invalid [ "Seq.t" ] (fun () -> sum (fun () -> Obj.magic (1, 2)));
      Check.same "errors" (0, 1, true) (errors (fun () -> Obj.magic (1, 2))));
  Check.case "a sequence that calls Rust that reads a sequence" (fun () ->
      let seq = Seq.map (fun n -> string_of_int (sum (upto n 1))) (upto 100 1) in
      Check.same "array" (Array.init 100 (fun i -> string_of_int ((i + 1) * (i + 2) / 2))) (to_array seq));
  Check.case "peeking allocates nothing" (fun () ->
      let l = suspended 1 in
      Check.allocates 0 (fun () -> peek l))
