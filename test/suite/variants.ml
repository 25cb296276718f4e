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

type angle = Angle of { radians : float } [@@unboxed]
type corner = { inner : angle; outer : angle }

external corner : corner -> corner = "variants_corner"

type vector = Vec2 of { x : float; y : float } | Vec3 of { mutable x : float; y' : float; z : float }

external vector : vector -> vector = "variants_vector"

type event = Key of char | Quit | Silent | Resize of int * int

external event : event -> event = "variants_event"

type json =
  | Null
  | Bool of bool
  | Number of float
  | Text of string
  | List of json array
  | Object of (string * json) array

external json : json -> json = "variants_json"

type 'a expression = Value of 'a | Let of string * 'a expression * 'a body
and 'a body = { steps : 'a expression array; next : 'a body option }

external body : int body -> int body = "variants_body"

(* 244 constructors with an argument: any block is one, as far as the representation goes. *)
external many_blocks : Obj.t -> int * Obj.t = "variants_many_blocks"

let block tag argument =
  let block = Obj.new_block tag 1 in
  Obj.set_field block 0 (Obj.repr argument);
  block

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
  Check.case "unboxed inline record" (fun () ->
      let c = { inner = Angle { radians = 1. }; outer = Angle { radians = 2. } } in
      Check.same_shape "corner" { inner = c.outer; outer = c.inner } (corner c));
  Check.case "inline records of floats" (fun () ->
      for _ = 1 to Check.times 100_000 do
        match vector (Vec3 { x = 1.; y' = 2.; z = 3. }) with
        | Vec3 { x = 1.; y' = 2.; z = 3. } -> ()
        | _ -> Check.fail "wrong vector"
      done;
      Check.same_shape "two" (Vec2 { x = 1.; y = 2. }) (vector (Vec2 { x = 1.; y = 2. }));
      Check.same_shape "three"
        (Vec3 { x = 1.; y' = 2.; z = 3. })
        (vector (Vec3 { x = 1.; y' = 2.; z = 3. })));
  Check.case "skipped constructors and arguments" (fun () ->
      List.iter
        (fun e -> Check.same_shape "event" e (event e))
        [ Key 'x'; Quit; Silent; Resize (3, 4) ];
      Check.invalid [ "variants_event"; "Event.Start: " ] (fun () -> event (Key 's'));
      Check.invalid [ "Event.Internal: " ] (fun () -> event (Key 'i')));
  Check.case "recursive through Vec, Option and another type" (fun () ->
      let j =
        Object
          [|
            ("a", List [| Null; Bool true; Number 1.5; Text "t" |]);
            ("b", List [||]);
            ("c", Object [| ("d", List [| List [| Null |] |]) |]);
          |]
      in
      let rec chain n =
        let steps = [| Value n; Let ("x", Value 1, { steps = [||]; next = None }) |] in
        { steps; next = (if n = 0 then None else Some (chain (n - 1))) }
      in
      for _ = 1 to 100 do
        Check.same_shape "json" j (json j);
        Check.same_shape "body" (chain 20) (body (chain 20))
      done);
  Check.case "244 constructors with an argument" (fun () ->
      for tag = 0 to 243 do
        let argument, back = many_blocks (block tag (tag * 3)) in
        Check.int (tag * 3) argument;
        Check.int tag (Obj.tag back);
        Check.int 1 (Obj.size back)
      done;
      Check.invalid [ "ManyBlocks"; "tag 252" ] (fun () -> many_blocks (Obj.repr "text")));
  Check.case "unknown constructors name type and tag" (fun () ->
      Check.invalid [ "variants_area"; "Shape"; "constant constructor number 2" ] (fun () ->
          area (Obj.magic 2));
      Check.invalid [ "Shape"; "tag 7" ] (fun () -> area (Obj.obj (block 7 0)));
      Check.invalid [ "Shape"; "tag 1"; "size 1" ] (fun () -> area (Obj.obj (block 1 3)));
      Check.invalid [ "Vector.Vec3.y': "; "int 2" ] (fun () ->
          let wrong = Obj.repr (Vec3 { x = 1.; y' = 2.; z = 3. }) in
          Obj.set_field wrong 1 (Obj.repr 2);
          vector (Obj.obj wrong));
      Check.invalid [ "Event.Resize.2: " ] (fun () -> event (Resize (1, Obj.magic "x")));
      Check.invalid [ "Json.Object.0: element 1: tuple.1: Json.Bool.0: "; "int 7" ] (fun () ->
          json (Object [| ("", Null); ("", Bool (Obj.magic 7)) |]));
      Check.invalid [ "Shape.Named.sides"; "300"; "u8" ] (fun () ->
          area (Named { name = ""; sides = 300 }));
      Check.invalid [ "Many"; "300" ] (fun () -> many 300 0))
