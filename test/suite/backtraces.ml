external text : (unit -> unit) -> string option = "backtraces_text"
external again : (unit -> unit) -> (unit -> unit) -> unit = "backtraces_again"
external of_rust : unit -> string option = "backtraces_of_rust"

exception Deep of int
exception Other

(* No tail calls: each of them is a line. *)
let rec deep n =
  if n = 0 then raise (Deep 1);
  deep (n - 1);
  ignore (Sys.opaque_identity n)

let other () = raise Other

let recording f =
  let before = Printexc.backtrace_status () in
  Printexc.record_backtrace true;
  Fun.protect ~finally:(fun () -> Printexc.record_backtrace before) f

let lines text = List.filter (( <> ) "") (String.split_on_char '\n' text)
let count part text = List.length (List.filter (fun line -> Check.contains line part) (lines text))

(* What OCaml itself prints of an exception that does not leave it. *)
let in_ocaml f =
  match f () with
  | () -> ""
  | exception _ -> Printexc.get_backtrace ()

(* Not in the toplevel, whose code has no places. *)
let has_places = recording (fun () -> in_ocaml (fun () -> deep 1)) <> ""

let run () =
  Check.start "backtraces";
  Check.case "not recorded" (fun () ->
      let before = Printexc.backtrace_status () in
      Printexc.record_backtrace false;
      Check.same "none" None (text (fun () -> deep 3));
      Printexc.record_backtrace before);
  Check.case "an error of Rust has none" (fun () -> recording (fun () -> Check.same "none" None (of_rust ())));
  if has_places then begin
    Check.case "as OCaml prints it" (fun () ->
        recording (fun () ->
            let f () = deep 5; ignore (Sys.opaque_identity 0) in
            let expected = lines (in_ocaml f) in
            let got = lines (Option.get (text f)) in
            Check.is_true "six calls and the raise" (List.length got >= 7);
            (* OCaml's goes on below the call, or ends with it. *)
            List.iteri
              (fun i line ->
                if i < 7 then
                  Check.string (List.nth expected i) line)
              got;
            Check.is_true "no exception, no backtrace" (text ignore = None)));
    Check.case "long ones" (fun () ->
        recording (fun () ->
            let text = Option.get (text (fun () -> deep 5000)) in
            Check.is_true "as long as they get" (List.length (lines text) > 500)));
    Check.case "raised again" (fun () ->
        recording (fun () ->
            match again (fun () -> deep 5) other with
            | () -> Check.fail "no exception"
            | exception exn ->
              let text = Printexc.get_backtrace () in
              Check.same "the exception" (Deep 1) exn;
              (* Bytecode and OCaml 5 start a new backtrace for what is not raised by OCaml code. *)
              if Sys.backend_type = Sys.Native && Sys.ocaml_version < "5" then begin
                Check.int 6 (count "Backtraces.deep" text);
                Check.is_true text (Check.contains (List.hd (lines text)) "Raised at");
                Check.int 0 (count "Backtraces.other" text)
              end))
  end
