(* main MODE: runs all suites; MODE only names the way the program was linked. *)

let () =
  Numbers.run ();
  Text.run ();
  Arrays.run ();
  Bigarrays.run ();
  Lists.run ();
  Std_types.run ();
  Buffers.run ();
  Tables.run ();
  Lazy_and_seq.run ();
  Records.run ();
  Variants.run ();
  Poly_variants.run ();
  Errors.run ();
  Own_exceptions.run ();
  Panics.run ();
  Arity.run ();
  By_hand.run ();
  Unboxed.run ();
  Properties.run ();
  Roots.run ();
  Weak_roots.run ();
  Memory.run ();
  Check.finish ()
