(* Times the roots of one crate; prints `CASE <tab> NANOSECONDS` per line. *)

external setup : unit -> unit = "roots_setup"
external teardown : unit -> unit = "roots_teardown"
external single : int ref -> int -> int = "roots_single"
external batches : int ref -> int -> int -> int -> int = "roots_batches"
external replaced : int ref -> int -> int -> int = "roots_replaced"
external minor : int ref -> int -> int -> int -> int = "roots_minor"

let () =
  setup ();
  let value = Sys.opaque_identity (ref 1) in
  let case name n run = Printf.printf "%s\t%.3f\n%!" name (float (run n) /. float n) in
  let n = 4_000_000 in
  case "23 create and delete" n (single value);
  case "batches of 10, last first" n (fun n -> batches value n 10 1);
  case "batches of 1000, first first" n (fun n -> batches value n 1000 0);
  case "batches of 1000, last first" n (fun n -> batches value n 1000 1);
  case "batches of 1000, at random" n (fun n -> batches value n 1000 2);
  case "batches of 100 000, at random" n (fun n -> batches value n 100_000 2);
  case "one of 1000 replaced" n (fun n -> replaced value n 1000);
  case "one of 100 000 replaced" n (fun n -> replaced value n 100_000);
  case "minor collection, 1000 roots" 20_000 (fun n -> minor value n 1000 0);
  case "minor collection, 1000 roots and 10 new" 20_000 (fun n -> minor value n 1000 10);
  ignore (Sys.opaque_identity !value);
  teardown ()
