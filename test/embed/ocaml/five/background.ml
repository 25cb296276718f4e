(* Works for ever, at the side. *)

let work () =
  while true do
    ignore (Sys.opaque_identity (List.init 10 string_of_int))
  done

let () = Callback.register "thread_exit" (fun () -> (Thread.exit [@alert "-deprecated"] [@warning "-3"]) ())
let () = Callback.register "background" (fun () -> ignore (Domain.spawn work))
