external twice : int -> int = "embed_twice"
external init_again : unit -> string = "embed_init_again"
external panic : string -> 'a = "embed_panic"
external attach : unit -> string = "embed_attach"

type noisy

external noisy : unit -> noisy = "embed_noisy"

let argument name = Array.exists (String.equal name) Sys.argv

let () =
  at_exit (fun () -> print_string "at_exit.");
  if argument "--init-again" then print_endline (init_again ());
  if argument "--fail" then failwith "no luck today";
  if argument "--panic" then panic "while it starts"

(* Makes work for the collector. *)
let churn () =
  for _ = 1 to 200 do
    ignore (Sys.opaque_identity (List.init 100 string_of_int))
  done;
  Gc.full_major ()

let kept = ref []

let () =
  let register name f = Callback.register name f in
  register "argv" (fun () -> Sys.argv);
  register "print" print_string;
  register "concat" (fun a b -> a ^ b);
  register "twice" (fun x -> churn (); twice x);
  register "apply" (fun f x -> churn (); f x);
  register "panic" (fun message -> (panic message : unit));
  register "caught" (fun message -> try panic message with exn -> Printexc.to_string exn);
  register "raise" (fun message -> (failwith message : unit));
  register "exit" (fun code -> (exit code : unit));
  register "churn" churn;
  register "collect" (fun () -> churn (); Gc.compact ());
  register "attach" attach;
  register "attach_at_exit" (fun () -> at_exit (fun () -> print_string (attach ())));
  register "panic_at_exit" (fun () -> at_exit (fun () -> panic "at exit"));
  register "keep" (fun () -> kept := noisy () :: !kept);
  register "pid" Unix.getpid;
  register "counted" (fun () -> !Counting.Counter.count)
