(* Nothing refers to this module. *)

let () = Callback.register "next" Counter.next
