(* Counts words. Rust calls what is registered below, and OCaml calls the Rust function `is_noise`. *)

external is_noise : string -> bool = "embed_is_noise"

module Words = Map.Make (String)

let count text =
  let add counts word =
    let n = try Words.find word counts with Not_found -> 0 in
    Words.add word (n + 1) counts
  in
  String.split_on_char ' ' (String.lowercase_ascii text)
  |> List.filter (fun word -> word <> "" && not (is_noise word))
  |> List.fold_left add Words.empty
  |> Words.bindings

let () =
  Callback.register "count" count;
  Callback.register "parse" int_of_string;
  Callback.register "map" (fun f list -> List.map f list);
  at_exit (fun () -> print_string "OCaml says goodbye\n")
