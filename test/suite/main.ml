(* main MODE: runs all suites; MODE only names the way the program was linked. *)

let suites () =
  Numbers.run ();
  Without_zarith.run ();
  Text.run ();
  Arrays.run ();
  Bigarrays.run ();
  Lists.run ();
  Std_types.run ();
  Buffers.run ();
  Tables.run ();
  Lazy_and_seq.run ();
  Trust.run ();
  Records.run ();
  Variants.run ();
  Poly_variants.run ();
  Errors.run ();
  Backtraces.run ();
  Frames.run ();
  Functions.run ();
  Objects.run ();
  Own_exceptions.run ();
  Panics.run ();
  Signals.run ();
  Exits.run ();
  Arity.run ();
  By_hand.run ();
  Unboxed.run ();
  Properties.run ();
  Roots.run ();
  Without_threads.run ();
  Weak_roots.run ();
  Memory.run ();
  Custom.run ();
  Lent.run ();
  Check.finish ()

(* Under a tool that sees every byte of memory, where each step is slow: what allocates, fails and finalizes. *)
let leaks () =
  Text.run ();
  Arrays.run ();
  Bigarrays.run ();
  Lazy_and_seq.run ();
  Records.run ();
  Errors.run ();
  Frames.run ();
  Functions.run ();
  Own_exceptions.run ();
  Panics.run ();
  By_hand.run ();
  Roots.run ();
  Weak_roots.run ();
  Custom.run ();
  Lent.run ();
  Check.finish ()

(* main dies WHAT, main exits WHAT: the children that suites start to see how they end. *)
let () =
  match Sys.argv with
  | [| _; "dies"; what |] -> Custom.child what
  | [| _; "exits"; what |] -> Exits.child what
  | [| _; "leaks" |] -> leaks ()
  | _ -> suites ()
