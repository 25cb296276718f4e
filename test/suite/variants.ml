type shape =
  | Circle of float
  | Rect of float * float
  | Empty
  | Named of { name : string; sides : int }
  | Unknown
  | Poly of (float * float) array

external area : shape -> float = "variants_area"
external shape : shape -> shape = "variants_shape"

type 'a tree = Leaf | Node of 'a tree * 'a * 'a tree

external tree : string tree -> string tree = "variants_tree"
external complete_tree : int -> int tree = "variants_complete_tree"

type id = Id of string [@@unboxed]

external id : id -> id = "variants_id"

(* 300 constant constructors: an int is one, as far as the representation goes. *)
external many : int -> int -> int = "variants_many"

let shapes () =
  [
    Circle 1.5; Rect (2., 3.); Empty; Named { name = "hexagon"; sides = 6 }; Unknown;
    Poly (Array.init 10 (fun i -> (float_of_int i, 0.))); Poly [||];
  ]

let rec complete depth = if depth = 0 then Leaf else Node (complete (depth - 1), depth, complete (depth - 1))

let run () =
  Check.start "variants";
  Check.case "in" (fun () ->
      Check.float 6. (area (Rect (2., 3.)));
      Check.float 0. (area Empty);
      Check.float 6. (area (Named { name = "hexagon"; sides = 6 })));
  Check.case "in and out" (fun () ->
      for _ = 1 to 1000 do
        List.iter (fun s -> Check.same_shape "shape" s (shape s)) (shapes ())
      done);
  Check.case "recursive and generic" (fun () ->
      let rec strings depth =
        if depth = 0 then Leaf else Node (strings (depth - 1), string_of_int depth, strings (depth - 1))
      in
      Check.same_shape "tree" (strings 8) (tree (strings 8));
      Check.same_shape "made" (complete 14) (complete_tree 14));
  Check.case "unboxed" (fun () -> Check.same_shape "id" (Id "x") (id (Id "x")));
  Check.case "more than 255 constant constructors" (fun () ->
      for i = 0 to 299 do
        Check.int ((i + 7) mod 300) (many i 7)
      done);
  Check.case "unknown constructors name type and tag" (fun () ->
      Check.invalid [ "variants_area"; "Shape"; "constant constructor number 2" ] (fun () ->
          area (Obj.magic 2));
      Check.invalid [ "Shape"; "tag 7" ] (fun () ->
          let block = Obj.new_block 7 1 in
          Obj.set_field block 0 (Obj.repr 0);
          area (Obj.obj block));
      Check.invalid [ "Shape.Named.sides"; "300"; "u8" ] (fun () ->
          area (Named { name = ""; sides = 300 }));
      Check.invalid [ "Many"; "300" ] (fun () -> many 300 0))
