(* Reached by the names that it registers. *)
