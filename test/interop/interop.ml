(* Functions written with ocaml-interop and with this project's crate. *)

external reversed : string list -> string list = "interop_reversed"
external same : 'a -> 'a = "interop_same"
external roots : string -> string = "interop_roots"
external immediate : int -> int * int = "interop_immediate"
external churn : string -> int -> bool = "interop_churn"
external keep : string -> string = "interop_keep"
external kept : unit -> string option = "interop_kept"

let () =
  Check.start "interop";
  Check.case "values" (fun () ->
      Check.same "reversed" [ "c"; "b"; "a" ] (reversed [ "a"; "b"; "c" ]);
      Check.same "long" (List.init 10_000 (fun i -> string_of_int (9_999 - i))) (reversed (List.init 10_000 string_of_int));
      let value = String.make 3 'v' in
      Check.is_true "the same value" (same value == value);
      Check.int 7 (same 7));
  Check.case "roots" (fun () ->
      let text = String.make 5 't' in
      Check.is_true "the same value" (roots text == text);
      Check.same "an immediate" (7, 7) (immediate 7));
  Check.case "many roots" (fun () -> Check.is_true "same" (churn (String.make 5 'c') (Check.times 100_000)));
  Check.case "a function of ocaml-interop" (fun () ->
      Check.string "KEEP" (keep "keep");
      Gc.compact ();
      Check.same "kept" (Some "keep") (kept ());
      Check.same "gone" None (kept ()));
  Check.finish ()
