(* Without OCaml's threads library: the runtime can be released, and no other thread can have it. *)

external sleep : float -> unit = "threads_sleep"
external blocking_sum : int array -> int = "threads_blocking_sum"
external elsewhere : (int -> int) -> int -> int = "threads_elsewhere"
external attach_directly : unit -> string = "threads_attach_directly"
external attach_again : unit -> string = "threads_attach_again"

let run () =
  Check.start "without_threads";
  Check.case "releasing" (fun () ->
      sleep 0.001;
      Check.int 6 (blocking_sum [| 1; 2; 3 |]));
  Check.case "attaching again on the thread that released" (fun () ->
      Check.is_true "nested" (Check.contains (attach_again ()) "holds the OCaml runtime already"));
  Check.case "attaching another thread is refused" (fun () ->
      Check.is_true "refused" (attach_directly () <> "attached");
      match elsewhere succ 1 with
      | _ -> Check.fail "no exception"
      | exception Failure message -> Check.is_true message (Check.contains message "threads library"))
