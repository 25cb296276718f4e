external raise_error : string -> int = "errors_raise"
external parse : string -> int = "errors_parse"
external early_return : int -> int = "errors_early_return"
external reraise : exn -> unit = "errors_reraise"
external with_buffer : int -> int = "errors_with_buffer"
external conversion : int -> int -> string -> int = "errors_conversion"
external conversion_inline : int -> int -> string -> string = "errors_conversion_inline"
external wrong_type : 'a -> string -> unit = "errors_wrong_type"
external int_val : 'a -> int = "errors_int_val"

exception Constant
exception One of string
exception Two of string * int
exception Local of int list

let () =
  Callback.register_exception "errors_constant" Constant;
  Callback.register_exception "errors_one" (One "");
  Callback.register_exception "errors_two" (Two ("", 0));
  Callback.register "errors_value" 3;
  Callback.register "errors_function" (fun x -> x + 1)

let standard =
  [
    ("failwith", Failure "message");
    ("invalid_argument", Invalid_argument "message");
    ("not_found", Not_found);
    ("end_of_file", End_of_file);
    ("zero_divide", Division_by_zero);
    ("stack_overflow", Stack_overflow);
    ("out_of_memory", Out_of_memory);
    ("sys_error", Sys_error "message");
    ("sys_blocked_io", Sys_blocked_io);
    ("match_failure", Match_failure ("file.ml", 1, 2));
    ("assert_failure", Assert_failure ("file.ml", 3, 4));
    ("undefined_recursive_module", Undefined_recursive_module ("file.ml", 5, 6));
    ("array_bound_error", Invalid_argument "index out of bounds");
    ("named_constant", Constant);
    ("named_one", One "payload");
    ("named_two", Two ("payload", 42));
  ]

let targets =
  [ "string"; "bytes"; "float"; "int"; "int64"; "tuple"; "array"; "list"; "option"; "result"; "record"; "floats"; "variant" ]

let run () =
  Check.start "errors";
  List.iter
    (fun (name, exn) ->
      Check.case name (fun () ->
          for _ = 1 to 1000 do
            Check.raises exn (fun () -> raise_error name)
          done))
    standard;
  Check.case "constant exceptions are the same constructor" (fun () ->
      Check.is_true "Not_found" (try ignore (raise_error "not_found"); false with Not_found -> true);
      Check.is_true "Constant" (try ignore (raise_error "named_constant"); false with Constant -> true));
  Check.case "an exception that is not registered" (fun () ->
      match raise_error "unregistered" with
      | _ -> Check.fail "no exception"
      | exception Failure text -> Check.message_with [ "errors_nobody"; "register_exception" ] text);
  Check.case "what is registered but is no exception" (fun () ->
      List.iter
        (fun name ->
          match raise_error name with
          | _ -> Check.fail "no exception"
          | exception Failure text -> Check.message_with [ "register_exception" ] text)
        [ "registered_value"; "registered_function" ]);
  Check.case "? on a Rust error" (fun () ->
      Check.int 42 (parse " 42 ");
      Check.raises (Invalid_argument "negative") (fun () -> parse "-1");
      Check.raises (Failure "invalid digit found in string") (fun () -> parse "x"));
  Check.case "early return" (fun () ->
      Check.int 0 (early_return (-5));
      Check.int 10 (early_return 5));
  Check.case "an OCaml exception raised again is the same" (fun () ->
      List.iter
        (fun exn ->
          match reraise exn with
          | () -> Check.fail "no exception"
          | exception got -> Check.is_true "physically equal" (got == exn))
        [ Local [ 1; 2; 3 ]; Constant; Not_found; Failure "x"; Stdlib.Exit ];
      Check.invalid [ "exception" ] (fun () -> reraise (Obj.magic (object method m = 1 end)));
      Check.invalid [ "exception" ] (fun () -> reraise (Obj.magic (object val v = "x" method m = v end, "x", 1.5)));
      Check.invalid [ "exception" ] (fun () -> reraise (Obj.magic 3));
      Check.invalid [ "exception" ] (fun () -> reraise (Obj.magic "not an exception")));
  Check.case "an error that owns memory" (fun () ->
      Check.raises (Failure "1048576 bytes") (fun () -> with_buffer 1048576));
  Check.case "arguments that do not fit" (fun () ->
      Check.int 6 (conversion 1 2 "abc");
      Check.raises
        (Invalid_argument "errors_conversion: argument 2 (second): 300 is out of range for u8 (0 to 255)")
        (fun () -> conversion 1 300 "abc");
      Check.raises (Invalid_argument "errors_conversion: argument 3 (third): invalid UTF-8 at byte 1: \"a\\xff\"")
        (fun () -> conversion 1 2 "a\xff");
      Check.invalid [ "argument 1 (first)"; "the string \"x\"" ] (fun () -> conversion (Obj.magic "x") 2 "");
      Check.invalid [ "argument 2 (second)"; "the string \"x\"" ] (fun () -> conversion 1 (Obj.magic "x") "");
      Check.invalid [ "argument 3 (third)"; "the int 7" ] (fun () -> conversion 1 2 (Obj.magic 7)));
  Check.case "arguments that do not fit, body inline" (fun () ->
      Check.string "1 2 abc" (conversion_inline 1 2 "abc");
      Check.raises
        (Invalid_argument
           "errors_conversion_inline: argument 2 (second): 300 is out of range for u8 (0 to 255)")
        (fun () -> conversion_inline 1 300 "abc"));
  List.iter
    (fun target ->
      Check.case ("unit, a closure, an object, a lazy value where a " ^ target ^ " is expected") (fun () ->
          let bad v =
            match wrong_type v target with
            | () -> if not (target = "option" && v == Obj.repr ()) then Check.fail "accepted"
            | exception Invalid_argument _ -> ()
          in
          if target <> "int" && target <> "list" && target <> "variant" then bad (Obj.repr ());
          bad (Obj.repr (fun x -> x + Random.int 3));
          bad (Obj.repr (object method m = Random.int 3 end));
          bad (Obj.repr (Sys.opaque_identity (lazy (Random.int 3))));
          bad (Obj.repr stdout);
          if target <> "int" then bad (Obj.repr 12345)))
    targets;
  Check.case "int_val of a block" (fun () ->
      Check.int 3 (int_val 3);
      Check.invalid [ "expected an int"; "the string \"x\"" ] (fun () -> int_val "x"))
