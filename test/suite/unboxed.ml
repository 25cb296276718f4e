external incrf : float -> float = "unboxed_incrf_bytecode" "unboxed_incrf" [@@unboxed] [@@noalloc]

external mixed :
  (float[@unboxed]) -> (int32[@unboxed]) -> (int64[@unboxed]) -> (int[@untagged]) -> bool -> (float[@unboxed]) ->
  (int[@untagged]) -> (float[@unboxed]) = "unboxed_mixed_bytecode" "unboxed_mixed" [@@noalloc]

external checked_div : int64 -> int64 -> int64 = "unboxed_checked_div_bytecode" "unboxed_checked_div" [@@unboxed]
external panics : float -> float = "unboxed_panics_bytecode" "unboxed_panics" [@@unboxed]

external untagged : (int[@untagged]) -> (int32[@unboxed]) -> (int[@untagged])
  = "unboxed_untagged_bytecode" "unboxed_untagged"

external add : int -> int -> int = "noalloc_add" [@@noalloc]
external sum : float array -> int = "noalloc_sum" [@@noalloc]
external is_block : 'a -> bool = "noalloc_is_block" [@@noalloc]
external noalloc_panics : int -> int = "noalloc_panics" [@@noalloc]

external boxes : 'a -> 'b array -> int = "noalloc_boxes" [@@noalloc]

let really_input_string_all channel =
  let buffer = Buffer.create 100 in
  (try
     while true do
       Buffer.add_channel buffer channel 1
     done
   with End_of_file -> ());
  close_in channel;
  Buffer.contents buffer

let run () =
  Check.start "unboxed";
  Check.case "a noalloc function that decodes floats as values" (fun () ->
      let floats = Array.init 20 float_of_int in
      let live = ref [] in
      for i = 1 to Check.times 20_000 do
        let before = (string_of_int i, i) in
        if boxes floats floats <> 20 then Check.fail "wrong floats";
        live := (before, string_of_int i) :: (if i mod 500 = 0 then [] else !live);
        List.iter (fun ((a, n), b) -> if a <> b || a <> string_of_int n then Check.fail "overwritten")
          (if i mod 100 = 0 then !live else [])
      done);
  Check.case "floats" (fun () ->
      for i = 1 to Check.times 1_000_000 do
        if incrf (float_of_int i) <> float_of_int (i + 1) then Check.fail "wrong"
      done);
  Check.case "all kinds at once" (fun () ->
      Check.float 31.5 (mixed 1.5 2l 3L 4 true 5. 16);
      Check.float (-31.5) (mixed 1.5 2l 3L 4 false 5. 16));
  Check.case "an error in an unboxed function" (fun () ->
      Check.is_true "quotient" (checked_div 7L 2L = 3L);
      for _ = 1 to 1000 do
        Check.raises Division_by_zero (fun () -> checked_div 7L 0L)
      done);
  Check.case "a panic in an unboxed function" (fun () ->
      Check.float 3. (panics 9.);
      match panics (-1.) with
      | _ -> Check.fail "no exception"
      | exception Check.Failed m -> raise (Check.Failed m)
      | exception exn -> Check.message_with [ "negative"; "unboxed.rs" ] (Printexc.to_string exn));
  Check.case "untagged ints" (fun () ->
      Check.int (1 lsl 61) (untagged 1 61l);
      Check.int (-2) (untagged (-1) 1l);
      Check.invalid [ "unboxed_untagged"; "4611686018427387904" ] (fun () -> untagged 1 62l));
  Check.case "noalloc" (fun () ->
      Check.int 3 (add 1 2);
      Check.int 499500 (sum (Array.init 1000 float_of_int));
      Check.bool true (is_block "x");
      Check.bool false (is_block 1));
  if Check.mode = "native" then
    Check.case "a panic in a noalloc function names it and ends the process" (fun () ->
        let input, output = Unix.pipe () in
        flush_all ();
        match Unix.fork () with
        | 0 ->
          Unix.dup2 output Unix.stderr;
          ignore (noalloc_panics 13);
          Unix._exit 0
        | pid ->
          Unix.close output;
          let text = really_input_string_all (Unix.in_channel_of_descr input) in
          let _, status = Unix.waitpid [] pid in
          (match status with
           | Unix.WSIGNALED s -> Check.int Sys.sigabrt s
           | _ -> Check.fail "not aborted");
          Check.message_with [ "noalloc_panics"; "thirteen" ] text)
