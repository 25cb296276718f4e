external prepare : 'a -> bool = "exits_prepare"
external call : (int -> int) -> int = "exits_call"
external noisy : (unit -> unit) -> unit = "exits_noisy"

let child = function
  | "at_exit" ->
    if not (prepare (String.make 10 'x')) then exit 2;
    at_exit (fun () ->
        Gc.compact ();
        prerr_endline (Printf.sprintf "Rust says %d" (call succ)))
  | "exit" ->
    at_exit (fun () -> prerr_endline (Printf.sprintf "Rust says %d" (call succ)));
    noisy (fun () -> noisy (fun () -> exit 7))
  | "panic" -> (
    match Panics.panic "traced" with
    | _ -> ()
    | exception Failure text -> prerr_endline ("OCaml has\n" ^ text))
  | "uncaught" -> noisy (fun () -> failwith "uncaught")
  | what -> failwith what

(* The status of a child, and what it has said. *)
let run_child ?(settings = "") what =
  let file = Filename.temp_file "exits" ".err" in
  let command = Filename.quote_command Sys.executable_name ~stderr:file [ "exits"; what ] in
  let status = Sys.command (settings ^ command) in
  let channel = open_in_bin file in
  let text = really_input_string channel (in_channel_length channel) in
  close_in channel;
  Sys.remove file;
  (status, text)

(* In bytecode the program is another file than the one that runs. *)
let run () =
  Check.start "exits";
  if Check.mode = "native" then begin
    Check.case "a panic with a backtrace" (fun () ->
        (* What Rust has said itself comes before. *)
        let caught settings =
          let status, text = run_child ~settings "panic" in
          Check.int 0 status;
          let lines = String.split_on_char '\n' text in
          let rec after = function "OCaml has" :: rest -> rest | _ :: rest -> after rest | [] -> [] in
          after lines
        in
        (match caught "RUST_BACKTRACE=0 " with
         | [ message; "" ] -> Check.message_with [ "panics_panic panicked at "; "panics.rs:"; ": traced" ] message
         | lines -> Check.fail "%d lines" (List.length lines));
        match caught "RUST_BACKTRACE=1 " with
        | message :: frames ->
            Check.message_with [ "panics_panic panicked at "; "panics.rs:"; ": traced" ] message;
            Check.message_with [ "0: "; "panics_panic" ] (String.concat "\n" frames)
        | [] -> Check.fail "nothing");
    Check.case "Rust in at_exit, and roots that are dropped after OCaml" (fun () ->
        let expected = (0, "Rust says 42\ndropped after OCaml\n") in
        Check.same "plain" expected (run_child "at_exit");
        (* The runtime frees all its memory when it ends. *)
        Check.same "cleanup at exit" expected (run_child ~settings:"OCAMLRUNPARAM=c,v=0 " "at_exit"));
    Check.case "exit in a function that Rust calls" (fun () ->
        Check.same "as from OCaml" (7, "Rust says 42\n") (run_child "exit"));
    Check.case "an exception that nobody catches" (fun () ->
        let status, text = run_child "uncaught" in
        Check.int 2 status;
        Check.message_with [ "dropped\n"; "Failure(\"uncaught\")" ] text)
  end
