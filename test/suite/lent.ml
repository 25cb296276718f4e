type tally

external make : int -> tally = "lent_new"
external get : tally -> int = "lent_get"
external incr : tally -> unit = "lent_incr"
external too_large : tally -> int = "lent_too_large"
external incr_and_panic : tally -> unit = "lent_incr_and_panic"
external named : tally -> string -> string = "lent_named"
external again : tally -> tally -> int * string * string = "lent_again"
external again_mut : tally -> tally -> string * string * string = "lent_again_mut"
external forget : tally -> tally -> int = "lent_forget"
external sum : tally -> string -> tally -> int = "lent_sum"

let shared = "this Tally is already borrowed"
let exclusive = "this Tally is already mutably borrowed"

(* Nobody uses it. *)
let is_free tally =
  let before = get tally in
  incr tally;
  Check.int (before + 1) (get tally)

(* Lent for ever, so never freed: not to be found lost by a tool that looks for that. *)
let forgotten = ref []

let run () =
  Check.start "lent";
  Check.case "used and given back" (fun () ->
      let tally = make 1 in
      for _ = 1 to Check.times 100_000 do
        incr tally
      done;
      Check.int (Check.times 100_000 + 1) (get tally);
      is_free tally);
  Check.case "after what does not fit, and after a panic" (fun () ->
      let tally = make 1 in
      Check.invalid [ "lent_too_large"; "18446744073709551614" ] (fun () -> too_large tally);
      is_free tally;
      (match incr_and_panic tally with
      | () -> Check.fail "no exception"
      | exception exn -> Check.message_with [ "after 3" ] (Printexc.to_string exn));
      is_free tally;
      Check.invalid [ "lent_named: argument 2 (name)"; "UTF-8" ] (fun () -> named tally "\255");
      is_free tally;
      Check.string "x 6" (named tally "x");
      Check.invalid [ "lent_named: argument 1 (self): expected a Tally" ] (fun () -> named (Obj.magic 1) "\255");
      Check.invalid [ "lent_sum: argument 2 (text)" ] (fun () -> sum tally "\255" (Obj.magic 1));
      Check.invalid [ "lent_sum: argument 3 (other)" ] (fun () -> sum tally "" (Obj.magic 1));
      is_free tally);
  Check.case "the same value twice" (fun () ->
      let tally = make 5 in
      Check.int 13 (sum tally "abc" tally);
      Check.same "shared" (10, shared, shared) (again tally tally);
      is_free tally;
      Check.same "exclusive" (exclusive, exclusive, exclusive) (again_mut tally tally);
      is_free tally);
  Check.case "a guard that is forgotten" (fun () ->
      let tally = make 5 in
      forgotten := tally :: !forgotten;
      for _ = 1 to 3 do
        Check.int 5 (forget tally tally)
      done;
      Check.int 5 (get tally);
      Check.int 10 (sum tally "" tally);
      Check.invalid [ shared ] (fun () -> incr tally);
      Check.int 5 (get tally))
