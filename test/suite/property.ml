(* How a row of the table of types is proven: Rust and OCaml make the same random values, and each compares what crosses with
   its own. *)

(* Words that `run` takes from the minor heap, which is empty before. *)
let words run x =
  Gc.minor ();
  let before = Gc.minor_words () in
  let result = Sys.opaque_identity (run x) in
  let after = Gc.minor_words () in
  (result, int_of_float (after -. before))

let nothing = snd (words (fun _ -> ()) 0)

(* What the blocks of a value need, headers included, each counted once. Empty arrays and constant constructors need
   nothing. *)
let needs value =
  let seen = ref [] in
  let rec needs value =
    if Obj.is_int value || Obj.size value = 0 || List.memq value !seen then 0
    else begin
      seen := value :: !seen;
      if Obj.tag value >= Obj.no_scan_tag then 1 + Obj.size value
      else
        let rec fields sum i = if i = Obj.size value then sum else fields (sum + needs (Obj.field value i)) (i + 1) in
        fields (1 + Obj.size value) 0
    end
  in
  needs (Obj.repr value)

(* Encoding takes from the OCaml heap just what the value is made of. *)
let encoding_allocates make seed =
  let made, taken = words make seed in
  let needed = needs made in
  if taken - nothing <> needed then Check.fail "made of %d words, takes %d" needed (taken - nothing)

(* Decoding takes nothing. *)
let decoding_allocates same seed value =
  let _, taken = words (fun value -> same seed value) value in
  if taken <> nothing then Check.fail "decoding takes %d words" (taken - nothing)

let sometimes seed = seed mod 1000 = 0 && Check.mode = "native"

let each name run =
  Check.case name (fun () ->
      for seed = 1 to Check.times 100_000 do
        run seed
      done)

(* OCaml to Rust. [calls]: what decoding calls may allocate. *)
let received ?(calls = false) same seed mine =
  if not (same seed mine) then Check.fail "seed %d: Rust received another value" seed;
  if sometimes seed && not calls then decoding_allocates same seed mine

(* Rust to OCaml. [seen] puts in order what Rust has no order for. *)
let made ?(seen = Fun.id) make seed mine =
  let theirs = seen (make seed) in
  if compare mine theirs <> 0 then Check.fail "seed %d: Rust made another value" seed;
  if seed mod 10 = 0 then Check.same_shape (Printf.sprintf "seed %d" seed) mine theirs;
  if sometimes seed then encoding_allocates make seed

(* A type that Rust only reads. *)
let reads ?calls name (generate : 'a Random_value.generator) same =
  each (name ^ ": random values from OCaml") (fun seed ->
      received ?calls same seed (generate (Random_value.make seed) 6))

let row ?seen name (generate : 'a Random_value.generator) make same =
  each (name ^ ": random values in both directions") (fun seed ->
      let mine = generate (Random_value.make seed) 6 in
      made ?seen make seed mine;
      received same seed mine)
