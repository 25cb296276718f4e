(* What Rust exports: printed by cargo ocaml bindings, from the archive. *)

external register : (int -> int) -> unit = "handlers_register"
(** [register handler]: Registers the function that answers requests. *)

external serve : int -> int -> int = "handlers_serve"
(** [serve requests threads]: Serves that many requests with a pool of threads;
    the sum of the responses. OCaml's own threads go on meanwhile.

    {b Errors}

    [Failure] if no handler is registered, or with the text of what the handler
    raises. *)
