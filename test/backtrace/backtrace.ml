(* RUST_BACKTRACE=1: the exception of a panic carries the backtrace. *)

let () =
  Check.start "backtrace";
  Panics.quiet true;
  Check.case "a panic with its backtrace" (fun () ->
      match Panics.panic "message" with
      | _ -> Check.fail "no exception"
      | exception Failure text ->
        Check.message_with [ "panicked at"; "panics.rs:"; ": message\n"; "0: "; "panics_panic" ] text);
  Check.case "an error is no panic" (fun () ->
      Check.raises (Failure "message") (fun () -> Errors.raise_error "failwith"));
  Check.finish ()
