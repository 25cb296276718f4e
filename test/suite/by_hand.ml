external incr : int -> int = "incr"
external incr_by_hand : int -> int = "incr_by_hand"
external pair : 'a -> 'b -> 'a * 'b * string = "by_hand_pair"
external error : int -> unit = "by_hand_error"
external incrf : float -> float = "incrf_bytecode" "incrf" [@@unboxed] [@@noalloc]
external id : 'a -> 'a = "id"

let run () =
  Check.start "by_hand";
  Check.case "native_func" (fun () -> Check.int 42 (incr 41));
  Check.case "body!" (fun () ->
      Check.int 42 (incr_by_hand 41);
      for i = 1 to Check.times 100_000 do
        Check.same "pair" (i, "b", "pair") (pair i "b")
      done;
      Check.raises (Failure "error 7") (fun () -> error 7);
      Check.invalid [ "expected an int" ] (fun () -> incr_by_hand (Obj.magic "x")));
  Check.case "unboxed by hand with bytecode_func" (fun () -> Check.float 2.5 (incrf 1.5));
  Check.case "identity" (fun () ->
      let x = Sys.opaque_identity [ 1; 2 ] in
      Check.is_true "same" (id x == x))
