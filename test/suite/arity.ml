external arity_0 : unit -> int = "arity_0"
external arity_1 : int -> int = "arity_1"
external arity_5 : int -> int -> int -> int -> int -> int = "arity_5"
external arity_6 : int -> int -> int -> int -> int -> int -> int = "arity_6_bytecode" "arity_6"

external arity_12 :
  int -> float -> string -> int -> float -> string -> int -> float -> string -> int -> float -> string -> string
  = "arity_12_bytecode" "arity_12"

external arity_7 : int -> int -> int -> int -> int -> int -> string -> int * string
  = "arity_7_bytecode" "arity_7"

external fibonacci : int32 -> int = "arity_fibonacci"
external make : int -> string = "arity_make"
external make_many : int -> string array = "arity_make_many"
external renamed : int -> int = "arity_renamed_symbol"

let run () =
  Check.start "arity";
  Check.case "zero to five arguments" (fun () ->
      Check.int 0 (arity_0 ());
      Check.int 7 (arity_1 7);
      Check.int 54321 (arity_5 1 2 3 4 5));
  Check.case "six, seven and twelve arguments" (fun () ->
      for _ = 1 to 1000 do
        Check.int 654321 (arity_6 1 2 3 4 5 6);
        Check.same "seven" (21, "g") (arity_7 1 2 3 4 5 6 "g");
        Check.string "1 2.5 a 2 3.5 b 3 4.5 c 4 5.5 d" (arity_12 1 2.5 "a" 2 3.5 "b" 3 4.5 "c" 4 5.5 "d")
      done);
  Check.case "errors name the argument among many" (fun () ->
      Check.invalid [ "arity_12"; "argument 12 (l)" ] (fun () ->
          arity_12 1 2.5 "a" 2 3.5 "b" 3 4.5 "c" 4 5.5 "\xff"));
  Check.case "partial application" (fun () ->
      let f = arity_6 1 2 3 in
      Check.int 654321 (f 4 5 6));
  Check.case "recursion and calls between exported functions" (fun () ->
      Check.int 832040 (fibonacci 30l);
      Check.string "made 7" (make 7);
      for _ = 1 to 20 do
        Check.same "many" (Array.init 5000 (Printf.sprintf "made %d")) (make_many 5000)
      done);
  Check.case "a symbol of another name" (fun () -> Check.int 2 (renamed 1))
