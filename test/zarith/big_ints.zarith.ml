(* Numbers of any size, against those that Zarith makes itself. *)

external id : Z.t -> Z.t = "big_int"
external id_uint : Z.t -> Z.t = "big_uint"
external to_string : Z.t -> string = "big_int_to_string"
external of_string : string -> Z.t = "big_int_of_string"
external and_double : Z.t -> Z.t * Z.t = "big_int_and_double"
external sum : Z.t array -> Z.t = "big_int_sum"
external powers : Z.t -> int -> Z.t array = "big_int_powers"
external power_of_two : int -> Z.t = "big_uint_power_of_two"
external of_int : int -> Z.t = "big_int_of_int"

(* The same to Zarith and to everything that looks inside: comparison, hashing, marshalling both ways. *)
let same expected got =
  if not (Z.equal expected got) then
    Check.fail "expected %s, got %s" (Z.to_string expected) (Z.to_string got);
  Check.same_shape "number" expected got;
  Check.int 0 (Z.compare expected got);
  Check.int 0 (compare got expected);
  Check.bool (Z.fits_int expected) (Obj.is_int (Obj.repr got));
  Check.int (Hashtbl.hash expected) (Hashtbl.hash got);
  Check.int (Z.hash expected) (Z.hash got);
  let copy : Z.t = Marshal.from_string (Marshal.to_string got []) 0 in
  if not (Z.equal expected copy) then Check.fail "marshalled: %s is now %s" (Z.to_string expected) (Z.to_string copy)

let both_ways number =
  same number (id number);
  same number (id (id number));
  Check.string (Z.to_string number) (to_string number);
  same number (of_string (Z.to_string number))

let around number = List.iter both_ways [ Z.pred number; number; Z.succ number ]

let random_bits bits =
  let bytes = String.init ((bits + 7) / 8) (fun _ -> Char.chr (Random.int 256)) in
  Z.extract (Z.of_bits bytes) 0 bits

(* Often a few bits away from a whole number of limbs, and with runs of zeros. *)
let random () =
  let limbs = Random.int 10 in
  let bits = max 1 ((64 * limbs) + Random.int 7 - 3) in
  let number = random_bits bits in
  let number =
    match Random.int 3 with
    | 0 -> Z.shift_left number (Random.int 130)
    | 1 -> Z.logor number (Z.shift_left Z.one (bits - 1))
    | _ -> number
  in
  if Random.bool () then Z.neg number else number

let two_to n = Z.shift_left Z.one n

let () =
  Check.start "big_ints";
  Check.case "where one kind of number ends" (fun () ->
      List.iter
        (fun n ->
          around n;
          around (Z.neg n))
        (Z.zero :: Z.of_int max_int :: Z.of_int min_int
        :: List.map two_to [ 31; 32; 61; 62; 63; 64; 65; 127; 128; 129; 191; 192; 1000; 64 * 300 ]);
      List.iter (fun n -> same (Z.of_int n) (of_int n)) [ 0; 1; -1; max_int; min_int ]);
  Check.case "random numbers" (fun () ->
      Random.init 42;
      for _ = 1 to Check.times 100_000 do
        both_ways (random ())
      done);
  Check.case "decoding allocates nothing, encoding a header, two words and the limbs" (fun () ->
      let limbs number = (Z.numbits number + Sys.word_size - 1) / Sys.word_size in
      let words number = if Z.fits_int number then 0 else 3 + limbs number in
      List.iter
        (fun bits ->
          let number = two_to bits in
          Check.allocates (words number) (fun () -> id number))
        [ 0; 61; 62; 63; 64; 128; 1000 ]);
  Check.case "numbers in arrays and tuples" (fun () ->
      Random.init 7;
      for i = 1 to Check.times 300 do
        let numbers = Array.init (i mod 50) (fun _ -> random ()) in
        same (Array.fold_left Z.add Z.zero numbers) (sum numbers);
        let n, double = and_double (random ()) in
        same (Z.add n n) double
      done;
      let base = Z.of_string "-123456789012345678901" in
      Array.iteri (fun i power -> same (Z.pow base (i + 1)) power) (powers base 300));
  Check.case "large numbers" (fun () ->
      let n = Z.pred (two_to 1_000_000) in
      same n (id n);
      same (Z.neg n) (id (Z.neg n));
      Random.init 3;
      let n = random_bits 300_000 in
      same n (id n));
  Check.case "numbers that are never negative" (fun () ->
      List.iter (fun n -> same (two_to n) (power_of_two n)) [ 0; 1; 61; 62; 63; 64; 128; 10_000 ];
      List.iter
        (fun n -> same (two_to n) (id_uint (two_to n)))
        [ 0; 61; 62; 63; 64; 128 ];
      same Z.zero (id_uint Z.zero);
      same (Z.of_int max_int) (id_uint (Z.of_int max_int));
      List.iter
        (fun n -> Check.invalid [ "big_uint"; "argument 1 (number)"; "0 or more"; "negative" ] (fun () -> id_uint n))
        [ Z.minus_one; Z.of_int min_int; Z.neg (two_to 64) ]);
  Check.case "what is no number" (fun () ->
      let refused v = Check.invalid [ "big_int"; "a Z.t" ] (fun () -> id (Obj.magic v)) in
      refused (Obj.repr "x");
      refused (Obj.repr 1L);
      refused (Obj.repr (1, 2));
      refused (Obj.repr 1.5));
  Check.case "numbers are not kept, and stay what they are" (fun () ->
      let numbers = Array.init 2000 (fun i -> Z.add (two_to 64) (Z.of_int i)) in
      let copies = Array.map id numbers in
      Gc.compact ();
      Array.iteri (fun i copy -> same numbers.(i) copy) copies;
      Array.iteri (fun i copy -> Check.string (Z.to_string numbers.(i)) (to_string copy)) copies);
  Check.finish ()
