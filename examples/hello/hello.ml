(* The OCaml side of the example. [Stubs] has an [external] for each Rust function
   in src/lib.rs, printed by cargo ocaml bindings. *)

open Stubs

(* A Rust panic raises this exception, because it is registered under this name. *)
exception Rust_panic of string

let () = Callback.register_exception "Rust_panic" (Rust_panic "")

(* The place in the source is left out: a panic's message is "…: what happened". *)
let what_happened message =
  let rec find i =
    if i + 1 >= String.length message then message
    else if message.[i] = ':' && message.[i + 1] = ' ' then
      String.sub message (i + 2) (String.length message - i - 2)
    else find (i + 1)
  in
  find 0

let () =
  Printf.printf "string     %s\n" (greet "OCaml");
  let e = increment { name = "counter"; i = 41 } in
  Printf.printf "record     { name = %S; i = %d }\n" e.name e.i;
  Printf.printf "variant    circle %.2f, rectangle %.2f, empty %.2f\n"
    (area (Circle 1.0)) (area (Rect (2.0, 3.0))) (area Empty);
  Printf.printf "list       %s\n"
    (String.concat ", " (List.map string_of_int (squares [ 1; 2; 3; 4 ])));
  (match parse "forty-two" with
  | n -> Printf.printf "exception  none, got %d\n" n
  | exception Failure message -> Printf.printf "exception  Failure %S\n" message);
  (match pick [| "a"; "b"; "c" |] 7 with
  | word -> Printf.printf "panic      none, got %s\n" word
  | exception Rust_panic message ->
      Printf.printf "panic      Rust_panic %S\n" (what_happened message));
  print_endline "           ... and the program goes on."
