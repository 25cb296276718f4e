external work : unit -> int = "signals_work"
external until : bool ref -> bool = "signals_until"
external dropped : unit -> int = "signals_dropped"

exception Alarm

let alarm_in seconds = ignore (Unix.setitimer Unix.ITIMER_REAL { Unix.it_interval = 0.; it_value = seconds })

let with_signal signal behaviour f =
  let before = Sys.signal signal behaviour in
  Fun.protect ~finally:(fun () -> Sys.set_signal signal before) f

(* As from a keyboard: another process sends it, while Rust works. *)
let interrupt_in seconds =
  ignore (Sys.command (Printf.sprintf "(sleep %g; kill -INT %d) >/dev/null 2>&1 &" seconds (Unix.getpid ())))

let run () =
  Check.start "signals";
  Check.case "a handler that raises ends the work" (fun () ->
      let before = dropped () in
      with_signal Sys.sigalrm
        (Sys.Signal_handle (fun _ -> raise Alarm))
        (fun () ->
          alarm_in 0.05;
          Check.raises Alarm work);
      Check.int (before + 1) (dropped ()));
  Check.case "a handler that does not raise" (fun () ->
      let handled = ref false in
      with_signal Sys.sigalrm
        (Sys.Signal_handle
           (fun _ ->
             Gc.compact ();
             handled := true))
        (fun () ->
          alarm_in 0.05;
          Check.bool true (until handled)));
  Check.case "Ctrl-C" (fun () ->
      with_signal Sys.sigint Sys.Signal_default (fun () ->
          Sys.catch_break true;
          interrupt_in 0.1;
          Check.raises Sys.Break work))
