(* main MODE: runs all suites; MODE only names the way the program was linked. *)

let () =
  Numbers.run ();
  Text.run ();
  Arrays.run ();
  Bigarrays.run ();
  Lists.run ();
  Records.run ();
  Variants.run ();
  Errors.run ();
  Panics.run ();
  Arity.run ();
  By_hand.run ();
  Unboxed.run ();
  Roots.run ();
  Memory.run ();
  Check.finish ()
