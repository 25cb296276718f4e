(* Zarith's numbers in a program that lacks Zarith: small ones are immediates, others an error. (test/zarith has it.) *)

external id : Obj.t -> Obj.t = "big_int"
external of_string : string -> Obj.t = "big_int_of_string"
external power_of_two : int -> Obj.t = "big_uint_power_of_two"

let run () =
  Check.start "without_zarith";
  Check.case "small numbers" (fun () ->
      List.iter
        (fun n ->
          Check.same "number" (Obj.repr n) (id (Obj.repr n));
          Check.same "number" (Obj.repr n) (of_string (string_of_int n)))
        [ 0; 1; -1; max_int; min_int ]);
  Check.case "large numbers" (fun () ->
      let refused f = Check.invalid [ "Zarith"; "link"; "zarith" ] f in
      refused (fun () -> of_string (Printf.sprintf "%d0" max_int));
      refused (fun () -> of_string "-4611686018427387905");
      refused (fun () -> power_of_two 62));
  Check.case "what is no number" (fun () ->
      Check.invalid [ "big_int"; "a Z.t" ] (fun () -> id (Obj.repr 1L)))
