external close : string -> int = "own_exceptions_close"
external close_by_error : string -> int = "own_exceptions_close_by_error"
external close_unboxed : float -> float = "own_exceptions_close_unboxed_bytecode" "own_exceptions_close_unboxed" [@@unboxed]
external own : int -> string = "own_exceptions_own"
external raise_registered : int -> unit = "own_exceptions_registered"
external wrong : unit -> unit = "own_exceptions_wrong"
external late : int -> unit = "own_exceptions_late"
external race : int -> unit = "own_exceptions_race"
external std : bool -> unit = "own_exceptions_std"
external value : string -> exn * (int, exn) result = "own_exceptions_value"
external receive : exn -> string option = "own_exceptions_receive"
external typed : exn -> string = "own_exceptions_typed"
external catch : int Lazy.t -> (int, string) result = "own_exceptions_catch"
external downcast_here : unit -> bool = "own_exceptions_downcast_here"
external text : exn -> string * string * bool = "own_exceptions_text"
external parts : exn -> string * Obj.t array = "own_exceptions_parts"
external is : exn -> string -> bool = "own_exceptions_is"

exception Closed of string
exception Own_constant
exception Own_two of int * string array
exception Own_record of { x : float; y : float }
exception Late of int
exception Pair of (int * string)
exception Many of int * string * float * int list * float array

let () =
  Callback.register_exception "ocaml_test.Closed" (Closed "");
  Callback.register_exception "Own_constant" Own_constant;
  Callback.register_exception "Own_two" (Own_two (0, [||]));
  Callback.register_exception "Own_record" (Own_record { x = 0.; y = 0. });
  Callback.register "Own.Wrong" 3

let raised f = match f () with _ -> Check.fail "no exception" | exception exn -> exn
let constructor exn = if Obj.tag (Obj.repr exn) = 0 then Obj.field (Obj.repr exn) 0 else Obj.repr exn

(* The name of an exception declared here, which differs between OCaml's ways to link. *)
let name_of exn : string = Obj.obj (Obj.field (constructor exn) 0)

let printed =
  [
    Not_found;
    Failure "a \"b\"\n\t\\\xff";
    Invalid_argument "x";
    Stack_overflow;
    Out_of_memory;
    End_of_file;
    Division_by_zero;
    Sys_error "no such file";
    Match_failure ("file.ml", 1, 2);
    Assert_failure ("dir/file.ml", 30, 4);
    Undefined_recursive_module ("file.ml", 5, 6);
    Stdlib.Exit;
    Closed "x";
    Own_constant;
    Own_two (max_int, [| "a" |]);
    Own_record { x = 1.; y = -0.1 };
    Pair (1, "x");
    Many (-3, "text", 1e100, [ 1 ], [| 1. |]);
    Many (0, "", 3., [], [||]);
    Unix.Unix_error (Unix.ENOENT, "open", "x");
  ]

(* As Printexc without printers: other libraries have registered some. *)
let to_string exn =
  match exn with
  | Unix.Unix_error _ -> "Unix.Unix_error(Unix.ENOENT, \"open\", \"x\")"
  | exn -> Printexc.to_string exn

let run () =
  Check.start "own_exceptions";
  Check.case "one that OCaml registered is matched by its declaration" (fun () ->
      for i = 1 to Check.times 1000 do
        let name = string_of_int i in
        (match close name with
         | _ -> Check.fail "no exception"
         | exception Closed got -> Check.string name got);
        Check.raises (Closed name) (fun () -> close_by_error name)
      done);
  Check.case "from an unboxed function" (fun () ->
      Check.float 1.5 (close_unboxed 1.5);
      Check.raises (Closed "unboxed") (fun () -> close_unboxed 0.));
  Check.case "constant, several arguments, inline record" (fun () ->
      Check.is_true "constant" (match raise_registered 0 with () -> false | exception Own_constant -> true);
      Check.raises (Own_two (7, [| "a"; "b" |])) (fun () -> raise_registered 1);
      match raise_registered 2 with
      | () -> Check.fail "no exception"
      | exception Own_record { x; y } ->
        Check.float 1. x;
        Check.float 2. y);
  Check.case "made by Rust: Printexc prints name and arguments" (fun () ->
      Check.string "none" (own 9);
      List.iteri
        (fun i expected -> Check.string expected (Printexc.to_string (raised (fun () -> own i))))
        [
          "Own.Constant"; "Own.One(\"payload\")"; "Own.Couple(42, 1.5)"; "Own.Record(1., 2.)"; "Own.Noted(4)";
        ]);
  Check.case "made by Rust: a proper constructor, always the same" (fun () ->
      let made = constructor (raised (fun () -> own 1)) in
      Check.int Obj.object_tag (Obj.tag made);
      Check.int 2 (Obj.size made);
      let id () : int = Obj.obj (Obj.field (constructor (raised (fun () -> own 1))) 1) in
      let first = id () in
      Gc.compact ();
      Check.int first (id ());
      Check.is_true "identical" (made == constructor (raised (fun () -> own 1)));
      let module M = struct exception Fresh end in
      Check.is_true "an id of its own" (first <> Obj.obj (Obj.field (constructor M.Fresh) 1));
      Check.is_true "another one" (made != constructor (raised (fun () -> own 2)));
      Check.is_true "a constant is its constructor" (raised (fun () -> own 0) == raised (fun () -> own 0));
      Check.is_true "handlers" (match own 0 with _ -> false | exception Not_found -> false | exception _ -> true));
  Check.case "a registered value that is no exception" (fun () ->
      match wrong () with
      | () -> Check.fail "no exception"
      | exception Failure text -> Check.message_with [ "Own.Wrong"; "no exception"; "register_exception" ] text);
  Check.case "registered after its first use" (fun () ->
      if Printexc.to_string (raised (fun () -> late 1)) = "Own.Late(1)" then begin
        let before = raised (fun () -> late 1) in
        Callback.register_exception "Own.Late" (Late 0);
        Check.is_true "not the same" (constructor before != constructor (Late 0))
      end;
      Check.raises (Late 2) (fun () -> late 2));
  Check.case "of a type that is a Rust error too" (fun () ->
      Check.raises (Failure "both") (fun () -> std false);
      Check.string "Own.Std(\"both\")" (Printexc.to_string (raised (fun () -> std true))));
  Check.case "as a value" (fun () ->
      match value "x" with
      | Closed "x", Error exn -> Check.string "Own.Constant" (Printexc.to_string exn)
      | _ -> Check.fail "not the exceptions expected");
  Check.case "received as a value" (fun () ->
      let receives expected exn = Check.same "received" expected (receive exn) in
      receives (Some "name") (Closed "name");
      receives (Some "OwnConstant") Own_constant;
      receives (Some "OwnTwo(3, [\"x\"])") (Own_two (3, [| "x" |]));
      receives (Some "OwnRecord { x: 1.0, y: 2.0 }") (Own_record { x = 1.; y = 2. });
      receives None Not_found;
      receives None (Pair (1, ""));
      List.iteri
        (fun i expected -> receives (Some expected) (raised (fun () -> own i)))
        [ "Constant"; "One(\"payload\")"; "Two(42, 1.5)"; "Record { x: 1.0, y: 2.0 }"; "Noted(4, None)" ];
      Check.string "name" (typed (Closed "name"));
      Check.invalid [ "argument 1"; "the exception Closed"; "Not_found" ] (fun () -> typed Not_found);
      Check.invalid [ "an exception"; "the int 3" ] (fun () -> typed (Obj.magic 3)));
  Check.case "received with arguments that do not fit" (fun () ->
      let exn = Closed "" in
      let bad arguments = Obj.obj (Obj.repr arguments) in
      let closed = Obj.obj (constructor exn) in
      Check.invalid [ "Closed.0"; "a string"; "the int 1" ] (fun () -> receive (bad (closed, 1)));
      Check.invalid [ "the exception Closed" ] (fun () -> receive (bad (closed, "x", "y")));
      Check.invalid [ "the exception Closed" ] (fun () -> receive closed);
      let constant = raised (fun () -> own 0) in
      Check.invalid [ "Constant without arguments" ] (fun () -> receive (bad (constant, 1))));
  Check.case "received from a call into OCaml" (fun () ->
      let catches expected work = Check.same "outcome" expected (catch work) in
      catches (Ok 3) (lazy 3);
      catches (Error "inside") (lazy (raise (Closed "inside")));
      catches (Error "from Rust") (lazy (close "from Rust"));
      let exn = Own_two (1, [||]) in
      Check.is_true "others stay identical" (raised (fun () -> catch (lazy (raise exn))) == exn);
      let bad : exn = Obj.obj (Obj.repr (constructor (Closed ""), 1)) in
      Check.invalid [ "Closed.0"; "a string" ] (fun () -> catch (lazy (raise bad)));
      Check.is_true "in Rust alone" (downcast_here ()));
  Check.case "text as Printexc has it" (fun () ->
      List.iter
        (fun exn ->
          let error, exception_, debug = text exn in
          Check.string (to_string exn) error;
          Check.string (to_string exn) exception_;
          Check.is_true "debug" debug)
        (List.filter (function Unix.Unix_error _ -> false | _ -> true) printed);
      let shown, _, _ = text (Unix.Unix_error (Unix.ENOENT, "open", "x")) in
      Check.message_with [ "Unix.Unix_error("; ", \"open\", \"x\")" ] shown);
  Check.case "floats in text" (fun () ->
      let module M = struct exception F of float end in
      let show x =
        let shown, _, _ = text (M.F x) in
        Check.string (Printexc.to_string (M.F x)) shown
      in
      List.iter show [ 0.; -0.; 1.; 0.1; 1e-5; 123456.; 1e12; 1e11; infinity; neg_infinity; nan; epsilon_float; max_float ];
      let state = Random.State.make [| 11 |] in
      for _ = 1 to Check.times 10_000 do
        show (Int64.float_of_bits (Random.State.int64 state Int64.max_int));
        show (Random.State.float state 1e6)
      done);
  Check.case "name, arguments, registration" (fun () ->
      Check.same "parts" (name_of (Closed ""), [| Obj.repr "x" |]) (parts (Closed "x"));
      Check.same "parts" ("Not_found", [||]) (parts Not_found);
      Check.int 5 (Array.length (snd (parts (Many (1, "", 0., [], [||])))));
      Check.is_true "registered" (is (Closed "x") "ocaml_test.Closed");
      Check.bool false (is (Closed "x") "Own_constant");
      Check.bool false (is (Closed "x") "nobody's");
      Check.bool false (is (Closed "x") "a\000b"));
  Check.case "a million raises leave memory flat" (fun () ->
      Memory.grows_less_than 20_000 "registered" (fun n ->
          for _ = 1 to n do
            match close "a payload of some length, in a string" with _ -> () | exception Closed _ -> ()
          done);
      Memory.grows_less_than 20_000 "made by Rust" (fun n ->
          for i = 1 to n do
            match own (i land 3) with _ -> () | exception _ -> ()
          done))
