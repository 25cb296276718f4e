(* plugin_host SUITES MAIN MODE: loads the suites, and with them the Rust archive; MODE is for them. *)

let () =
  try
    Dynlink.loadfile Sys.argv.(1);
    Dynlink.loadfile Sys.argv.(2)
  with Dynlink.Error error -> failwith (Dynlink.error_message error)
