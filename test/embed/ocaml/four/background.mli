(* Reached by the name that it registers. *)
