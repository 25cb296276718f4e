type example = { name : string; i : int }

external incr_example : example -> example = "incr_example"

type point = { x : float; y : float }

external swap : point -> point = "records_swap"

type real = float
type meters = Meters of real [@@unboxed]
type box3 = { bx : real; by : meters; bz : float }

external box3 : box3 -> box3 = "records_box3"
external pair : float * float -> float * float = "records_pair"

type one_float = { ox : float } [@@boxed]

external one_float : one_float -> one_float = "records_one_float"

type one_string = { s : string } [@@boxed]

external one_string : one_string -> one_string = "records_one_string"

type wrapped = { wx : float } [@@unboxed]

external wrapped : wrapped -> wrapped = "records_wrapped"

type unit_struct = Unit

external unit_struct : unit_struct -> unit_struct = "records_unit"

type 'a both = { left : 'a; right : 'a }

external both_floats : float both -> float both = "records_both_floats"
external both_strings : string both -> string both = "records_both_strings"

type nested = { example : example; points : point array; any : int list; both : string option both }

external nested : nested -> nested = "records_nested"
external nested_under_allocation : nested -> int -> nested = "records_nested_under_allocation"

type counter = { mutable count : int; label : string }

external counter : counter -> counter = "records_counter"

type cached = { name' : string; count' : int }

external cached : cached -> cached = "records_cached"
external labelled : point -> point = "records_labelled"
external hidden : unit -> unit = "records_hidden"
external tagged : string -> string = "records_tagged"

type meter
type 'unit length = float
type 'unit segment = { from : 'unit length; to' : 'unit length }

external segment : meter segment -> meter segment = "records_segment"
external both_lengths : meter length both -> meter length both = "records_both_lengths"
external boxed_lengths : meter length both -> meter length both = "records_boxed_lengths"
external lengths : meter length array -> meter length array = "records_lengths"

type 'a wrapper = { wrapped : 'a } [@@unboxed]
type known = { a : float wrapper; b : meters wrapper wrapper }
type 'a unknown = { a' : 'a wrapper; b' : 'a wrapper wrapper }

external known : known -> known = "records_known"
external unknown : float unknown -> float unknown = "records_unknown"

type peeked = { first : int option; second : int }

external peeked : peeked -> peeked = "records_peeked"

let nested_value () =
  {
    example = { name = String.make 20 'n'; i = 3 };
    points = Array.init 50 (fun i -> { x = float_of_int i; y = -.float_of_int i });
    any = List.init 30 Fun.id;
    both = { left = Some (String.make 3 'l'); right = None };
  }

let run () =
  Check.start "records";
  Check.case "a borrowing record in and out" (fun () ->
      for i = 1 to Check.times 1_000_000 do
        let e = incr_example { name = "x"; i } in
        if e.name <> "x" || e.i <> i + 1 then Check.fail "wrong record"
      done;
      Check.same_shape "record" { name = "abc"; i = 42 } (incr_example { name = "abc"; i = 41 }));
  Check.case "a record of floats is flat" (fun () ->
      Check.same_shape "point" { x = 2.; y = 1. } (swap { x = 1.; y = 2. });
      Check.int Obj.double_array_tag (Obj.tag (Obj.repr (swap { x = 1.; y = 2. }))));
  Check.case "flat behind an alias, a newtype and an f32" (fun () ->
      Check.same_shape "box3" { bx = 2.; by = Meters 4.; bz = 6. }
        (box3 { bx = 1.; by = Meters 2.; bz = 3. }));
  Check.case "a tuple of floats is not flat" (fun () -> Check.same_shape "pair" (2., 1.) (pair (1., 2.)));
  Check.case "records of one field" (fun () ->
      Check.same_shape "float" { ox = 2. } (one_float { ox = 1. });
      Check.same_shape "string" { s = "a!" } (one_string { s = "a" });
      Check.same_shape "unboxed" { wx = 2. } (wrapped { wx = 1. });
      Check.same_shape "unit" Unit (unit_struct Unit));
  Check.case "a parameterised record is not flat" (fun () ->
      Check.same_shape "floats" { left = 2.; right = 1. } (both_floats { left = 1.; right = 2. });
      Check.same_shape "strings" { left = "b"; right = "a" } (both_strings { left = "a"; right = "b" }));
  Check.case "nested records" (fun () ->
      for _ = 1 to 1000 do
        let n = nested_value () in
        Check.same_shape "nested" n (nested n)
      done);
  Check.case "nested records under allocation" (fun () ->
      for _ = 1 to 100 do
        let n = nested_value () in
        Check.same_shape "nested" n (nested_under_allocation n 2000)
      done);
  Check.case "mutable and renamed fields" (fun () ->
      let c = { count = 0; label = "c" } in
      for i = 1 to 1000 do
        c.count <- (counter c).count;
        Check.int i c.count
      done;
      let d = counter c in
      d.count <- 0;
      Check.same_shape "counter" { count = 0; label = "c" } d);
  Check.case "skipped fields" (fun () ->
      for i = 1 to Check.times 100_000 do
        let c = cached { name' = "n"; count' = i } in
        if c.name' <> "n0" || c.count' <> i + 42 then Check.fail "wrong record"
      done;
      Check.same_shape "cached" { name' = "x0"; count' = 43 } (cached { name' = "x"; count' = 1 });
      Check.same_shape "flat" { x = 2.; y = 1. } (labelled { x = 1.; y = 2. });
      Check.same_shape "nothing left" () (hidden ());
      Check.same_shape "one left" "x0" (tagged "x"));
  Check.case "generic types around a float" (fun () ->
      for _ = 1 to Check.times 100_000 do
        let s = segment { from = 1.; to' = 2. } in
        if s.from <> 2. || s.to' <> 1. then Check.fail "wrong record"
      done;
      Check.same_shape "segment" { from = 2.; to' = 1. } (segment { from = 1.; to' = 2. });
      Check.int Obj.double_array_tag (Obj.tag (Obj.repr (segment { from = 1.; to' = 2. })));
      Check.same_shape "parameter" { left = 1.; right = 2. } (both_lengths { left = 1.; right = 2. });
      Check.same_shape "boxed parameter" { left = 1.; right = 2. } (boxed_lengths { left = 1.; right = 2. });
      Check.same_shape "array" [| 1.; 2. |] (lengths [| 1.; 2. |]);
      let k = { a = { wrapped = 1. }; b = { wrapped = { wrapped = Meters 2. } } } in
      Check.same_shape "known" k (known k);
      let u = { a' = { wrapped = 1. }; b' = { wrapped = { wrapped = 2. } } } in
      Check.same_shape "unknown" u (unknown u));
  Check.case "what belongs to a parameter" (fun () ->
      Check.same_shape "some" { first = Some 1; second = 2 } (peeked { first = Some 1; second = 2 });
      Check.same_shape "none" { first = None; second = 2 } (peeked { first = None; second = 2 }));
  Check.case "wrong blocks are errors with the place" (fun () ->
      Check.invalid [ "incr_example"; "argument 1 (e)"; "int 0" ] (fun () -> incr_example (Obj.magic 0));
      Check.invalid [ "Example.name"; "int 1" ] (fun () -> incr_example (Obj.magic (1, 2)));
      Check.invalid [ "incr_example"; "3 fields" ] (fun () -> incr_example (Obj.magic (1, 2, 3)));
      Check.invalid [ "Counter.label: "; "int 7" ] (fun () -> counter (Obj.magic (1, 7)));
      Check.invalid [ "Cached.count: "; "string" ] (fun () -> cached (Obj.magic ("", "x")));
      Check.invalid [ "Cached"; "4 fields" ] (fun () -> cached (Obj.magic (1, 2, 3, 4)));
      Check.invalid [ "Hidden"; "1" ] (fun () -> hidden (Obj.magic 1));
      Check.invalid [ "Wrapped.x: "; "int 3" ] (fun () -> wrapped (Obj.magic 3));
      Check.invalid [ "Unknown.b: Wrapper.wrapped: Wrapper.wrapped: " ] (fun () -> unknown (Obj.magic (1., 2)));
      Check.invalid [ "records_swap" ] (fun () -> swap (Obj.magic (1., 2.)));
      Check.invalid [ "records_swap" ] (fun () -> swap (Obj.magic [| 1.; 2.; 3. |])))
