(* Nothing fails where Zarith cannot be had; but it is said which cases were not run. *)

let () =
  Printf.printf "zarith is not installed for OCaml %s: the cases of big_ints are not run (%s)\n" Sys.ocaml_version
    Check.mode;
  print_endline "  help: apt install libzarith-ocaml-dev, or opam install zarith"
