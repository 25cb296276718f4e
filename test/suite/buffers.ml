external floats_sum : floatarray -> float = "buffers_floats_sum"
external floats_get : floatarray -> int -> float = "buffers_floats_get"
external floats_double : floatarray -> unit = "buffers_floats_double"
external floats_copy : floatarray -> floatarray = "buffers_floats_copy"
external floats_same : floatarray -> floatarray = "buffers_floats_same"
external bytes_get : bytes -> int -> int = "buffers_bytes_get"
external bytes_set : bytes -> int -> int -> unit = "buffers_bytes_set"
external bytes_blit : bytes -> int -> bytes -> unit = "buffers_bytes_blit"
external bytes_reversed : bytes -> bytes = "buffers_bytes_reversed"
external bytes_sort : bytes -> unit = "buffers_bytes_sort"
external bytes_new : int -> bytes = "buffers_bytes_new"
external bytes_panic : int -> bytes = "buffers_bytes_panic"
external rooted : bytes -> floatarray -> int * int = "buffers_rooted"
external buffer_contents : Buffer.t -> bytes = "buffers_buffer_contents"
external buffer_make : string -> Buffer.t = "buffers_buffer_make"
external ref_new : string -> string ref = "buffers_ref_new"
external ref_float : float -> float ref = "buffers_ref_float"
external ref_incr : int ref -> unit = "buffers_ref_incr"
external ref_append : string ref -> string -> unit = "buffers_ref_append"
external show : floatarray -> bytes -> Buffer.t -> string ref -> string = "buffers_show"

let out_of_bounds = Invalid_argument "index out of bounds"
let floats n = Float.Array.init n float_of_int
let sizes = [ 0; 1; 7; 8; 9; 255; 256; 257; 5000 ]

(* Two values: [Buffer.t] must keep its storage twice, as one block. *)
let first_and_last buffer =
  let r = Obj.repr buffer in
  let storage = if Obj.tag (Obj.field r 0) = Obj.string_tag then Obj.field r 0 else Obj.field (Obj.field r 0) 0 in
  (storage, Obj.field r (Obj.size r - 1))

let run () =
  Check.start "buffers";
  Check.case "floatarray: read" (fun () ->
      List.iter
        (fun n ->
          let a = floats n in
          Check.float (float_of_int (n * (n - 1) / 2)) (floats_sum a);
          Check.same_shape "copy" a (floats_copy a);
          Check.is_true "same" (floats_same a == a))
        sizes;
      Check.float 2. (floats_get (floats 3) 2);
      Check.raises out_of_bounds (fun () -> floats_get (floats 3) 3);
      Check.invalid [ "buffers_floats_sum"; "floatarray"; "string" ] (fun () -> floats_sum (Obj.magic "x"));
      Check.invalid [ "floatarray" ] (fun () -> floats_sum (Obj.magic [| 1 |])));
  Check.case "floatarray: write" (fun () ->
      let a = floats 1000 in
      Check.raises out_of_bounds (fun () -> floats_double a);
      Check.same_shape "doubled" (Float.Array.init 1000 (fun i -> 2. *. float_of_int i)) a);
  Check.case "bytes: read" (fun () ->
      List.iter
        (fun n ->
          let b = Bytes.init n (fun i -> Char.chr (i land 255)) in
          let reversed = Bytes.init n (fun i -> Bytes.get b (n - 1 - i)) in
          Check.same_shape "reversed" reversed (bytes_reversed b))
        sizes;
      Check.int 98 (bytes_get (Bytes.of_string "abc") 1);
      Check.raises out_of_bounds (fun () -> bytes_get (Bytes.of_string "abc") 3);
      Check.invalid [ "buffers_bytes_get"; "bytes"; "int 5" ] (fun () -> bytes_get (Obj.magic 5) 0));
  Check.case "bytes: write" (fun () ->
      let b = Bytes.of_string "hello world" in
      bytes_set b 0 (Char.code 'J');
      bytes_blit b 6 (Bytes.of_string "there");
      bytes_blit b 11 Bytes.empty;
      Check.same_shape "written" (Bytes.of_string "Jello there") b;
      Check.raises out_of_bounds (fun () -> bytes_set b 11 0);
      Check.raises out_of_bounds (fun () -> bytes_blit b 7 (Bytes.of_string "there"));
      Check.raises out_of_bounds (fun () -> bytes_blit b 12 Bytes.empty);
      Check.same "unchanged" (Bytes.of_string "Jello there") b;
      bytes_sort b;
      Check.same "sorted" (Bytes.of_string " Jeeehllort") b);
  Check.case "bytes: made in place" (fun () ->
      List.iter (fun n -> Check.same_shape "new" (Bytes.init n (fun i -> Char.chr (i land 255))) (bytes_new n)) sizes;
      Panics.quiet true;
      List.iter
        (fun n ->
          (match bytes_panic n with _ -> Check.fail "no exception" | exception _ -> ());
          Gc.full_major ())
        sizes;
      Panics.quiet false);
  Check.case "bytes and float arrays across a GC point" (fun () ->
      Check.same "lengths" (3, 5) (rooted (Bytes.make 3 'x') (floats 5)));
  Check.case "Buffer.t: read" (fun () ->
      let b = Buffer.create 4 in
      Check.same "empty" Bytes.empty (buffer_contents b);
      for i = 1 to 1000 do
        Buffer.add_string b (string_of_int i);
        Check.same "content" (Buffer.to_bytes b) (buffer_contents b)
      done;
      Buffer.truncate b 3;
      Check.same "truncated" (Bytes.of_string "123") (buffer_contents b);
      Check.invalid [ "buffers_buffer_contents"; "Buffer.t" ] (fun () -> buffer_contents (Obj.magic (1, 2)));
      let broken = Obj.dup (Obj.repr b) in
      Obj.set_field broken 1 (Obj.repr 1_000_000);
      Check.invalid [ "Buffer.position"; "1000000" ] (fun () -> buffer_contents (Obj.obj broken)));
  Check.case "Buffer.t: made" (fun () ->
      List.iter
        (fun n ->
          let content = String.init n (fun i -> Char.chr (i land 255)) in
          let made = buffer_make content in
          Check.string content (Buffer.contents made);
          let expected = Buffer.create n in
          Buffer.add_string expected content;
          (* `Buffer.create 0` has room for one byte, which nobody has written. *)
          if n > 0 then Check.same_shape "buffer" expected made;
          let first, last = first_and_last made in
          Check.is_true "one block" (first == last);
          Buffer.add_string made "more";
          Check.string (content ^ "more") (Buffer.contents made);
          Buffer.reset made;
          Check.string "" (Buffer.contents made))
        sizes);
  Check.case "references" (fun () ->
      Check.same_shape "new" (ref "x") (ref_new "x");
      Check.same_shape "float" (ref 1.5) (ref_float 1.5);
      let counter = ref 0 in
      for _ = 1 to 1000 do
        ref_incr counter
      done;
      Check.int 1000 !counter;
      (* A young string in an old reference must survive. *)
      let text = ref "" in
      Gc.full_major ();
      for i = 1 to 200 do
        ref_append text (string_of_int (i mod 10));
        if i mod 50 = 0 then Gc.minor ()
      done;
      Check.string (String.init 200 (fun i -> Char.chr (48 + ((i + 1) mod 10)))) !text;
      Check.invalid [ "buffers_ref_incr"; "contents"; "string" ] (fun () -> ref_incr (Obj.magic (ref "x")));
      Check.invalid [ "a ref"; "int 3" ] (fun () -> ref_incr (Obj.magic 3)));
  Check.case "Debug" (fun () ->
      let b = Buffer.create 3 in
      Buffer.add_string b "q";
      Check.string {|[0.0, 1.0] b"a\n" Buffer(b"q") Ref(Ok("r"))|} (show (floats 2) (Bytes.of_string "a\n") b (ref "r")));
  Check.case "decoding allocates nothing, encoding what OCaml would" (fun () ->
      let a = floats 10 and b = Bytes.of_string "xyz" and counter = ref 0 in
      Check.allocates 0 (fun () -> floats_same a);
      Check.allocates 11 (fun () -> floats_copy a);
      Check.allocates 2 (fun () -> bytes_reversed b);
      Check.allocates 0 (fun () -> bytes_get b 0);
      Check.allocates 0 (fun () -> ref_incr counter);
      Check.allocates 4 (fun () -> ref_new "x");
      (* The bytes and the records. *)
      Check.allocates (2 + if Sys.ocaml_version >= "5.2" then 3 + 4 else 5) (fun () -> buffer_make "xyz"))
