(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

external register : (int -> int) -> unit = "handlers_register"
external serve : int -> int -> int = "handlers_serve"

(* Each raises Failure if the archive is not the one that this was printed from. *)
let () =
  let module Archive = struct
    external check_handlers_register : int -> unit
      = "handlers_register_interface_check"

    external check_handlers_serve : int -> unit
      = "handlers_serve_interface_check"
  end in
  Archive.check_handlers_register 83477149;
  Archive.check_handlers_serve 952221001
