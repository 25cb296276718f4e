external apply : (int -> int) -> int -> int = "functions_apply"
external unit : (unit -> string) -> string = "functions_unit"

external many :
  (int -> string -> string) ->
  (int -> int -> int -> int) ->
  (int -> int -> int -> int -> int -> int) ->
  (int -> int -> int -> int -> int -> int -> int -> string -> string) ->
  string * int * int * string = "functions_many"

external partial : (int -> int -> int) -> int -> int -> int = "functions_partial"
external over : (int -> int -> int) -> int -> int -> int = "functions_over"
external values : ('a -> 'b -> int) -> 'a -> 'b -> int = "functions_values"
external sum_list : (int -> int list) -> int -> int = "functions_sum_list"
external count : (int -> int) -> int -> int = "functions_count"
external catch : (unit -> unit) -> string = "functions_catch"
external catches : (unit -> unit) -> bool = "functions_catches"
external misfit : (unit -> int) -> int = "functions_misfit"
external bare : 'a -> int = "functions_bare"
external all : (int -> int) array -> int -> int array = "functions_all"

type handler = { name : string; run : string -> string }

external handler : handler -> string -> string = "functions_handler"

(* `external f : unit -> unit -> int` would declare a function of two arguments; the name of a type does not. *)
type ('a, 'b) arrow = 'a -> 'b

external raced : int -> int * int = "functions_raced"
external released : (int -> int) -> int -> int -> int = "functions_released"
external rust_only : int -> int = "functions_rust_only"
external bomb : unit -> (unit, unit) arrow = "functions_bomb"
external adder : int -> (int, int) arrow = "functions_adder"
external join2 : unit -> (string, int -> string) arrow = "functions_join2"
external digits3 : unit -> (int, int -> int -> int) arrow = "functions_digits3"
external digits4 : unit -> (int, int -> int -> int -> int) arrow = "functions_digits4"

external strings5 : unit -> (string, string -> string -> string -> string -> string array) arrow
  = "functions_strings5"

external strings8 :
  unit ->
  ( string,
    string -> string -> string -> string -> string -> string -> string -> string array )
  arrow = "functions_strings8"

external counter : unit -> (unit, int) arrow = "functions_counter"
external float_half : unit -> (float, float) arrow = "functions_float"
external u8 : unit -> (int, int) arrow = "functions_u8"
external failing : unit -> (string, unit) arrow = "functions_failing"
external panicking : unit -> (unit, unit) arrow = "functions_panicking"
external iterate : (int -> int) -> int -> (int, int) arrow = "functions_iterate"
external survivor : (unit -> unit) -> (unit, string) arrow = "functions_survivor"
external counted : unit -> (int, int) arrow = "functions_counted"
external alive : unit -> int = "functions_alive"
external keep : (int -> int) -> unit = "functions_keep"
external kept : int -> int = "functions_kept"
external import : int -> int * int = "functions_import"
external import_pair : float array -> float * string = "functions_import_pair"
external import_raise : string -> unit = "functions_import_raise"
external import_missing : bool -> unit = "functions_import_missing"

external many_ints : 'f -> int array -> int = "functions_many_ints"
external many_values : ('a -> 'b) -> 'a array -> 'c = "functions_many_values"
external many_texts : 'f -> string = "functions_many_texts"
external many_rest : 'f -> int -> int = "functions_many_rest"
external named : unit -> int * bool = "functions_named"
external named_exception : (unit -> unit) -> int option = "functions_named_exception"
external replaced : int -> int = "functions_replaced"

exception Private of int list
exception Numbered of int

let () =
  Callback.register "functions.apply" (fun f x -> f x);
  Callback.register "functions.length" String.length;
  Callback.register "functions.raise" (fun text -> raise (Private [ String.length text ]));
  Callback.register "functions.number" 7;
  Callback.register "functions.pair" (fun array text -> (Array.fold_left ( +. ) 0. array, text ^ "!"))

(* Mutually recursive: their closures are parts of one block. *)
let rec is_even n = if n = 0 then 1 else is_odd (n - 1)
and is_odd n = if n = 0 then 0 else is_even (n - 1)

let infix k =
  let rec f x = if x > 100 then x else g (x + k)
  and g x = f (x * 2) in
  (f, g)

(* An external hides how many arguments a closure takes; the type checker then applies all at once. *)
let opaque = Sys.opaque_identity

let garbage () = ignore (opaque (List.init 1000 string_of_int))

let run () =
  Check.start "functions";
  Check.case "one argument" (fun () ->
      Check.int 42 (apply succ 41);
      Check.int 43 (apply (( + ) 2) 41);
      let n = opaque 5 in
      Check.int 15 (apply (fun x -> x * n) 3));
  Check.case "no argument is a unit" (fun () -> Check.string "hello" (unit (fun () -> "hello")));
  Check.case "two to eight arguments" (fun () ->
      Check.same "many"
        ("two1", 123, 12345, "1234567eight")
        (many
           (fun n text -> text ^ string_of_int n)
           (fun a b c -> (100 * a) + (10 * b) + c)
           (fun a b c d e -> (10000 * a) + (1000 * b) + (100 * c) + (10 * d) + e)
           (fun a b c d e f g text ->
             garbage ();
             String.concat "" (List.map string_of_int [ a; b; c; d; e; f; g ]) ^ text)));
  Check.case "partial and over-application" (fun () ->
      Check.int 7 (partial ( + ) 3 4);
      Check.int 7 (partial (fun x -> let y = x * 2 in fun z -> y + z - 3) 3 4);
      Check.int 7 (over ( + ) 3 4);
      Check.int 10 (over (fun x -> garbage (); let y = x * 2 in fun z -> y + z) 3 4));
  Check.case "closures inside of a block" (fun () ->
      Check.int 1 (apply is_even 10);
      Check.int 1 (apply is_odd 11);
      let f, g = infix (opaque 3) in
      Check.int (f 1) (apply f 1);
      Check.int (g 1) (apply g 1);
      Check.int (g 1) (count g 2 - apply g 0));
  Check.case "arguments that are values" (fun () ->
      Check.int 6 (values (fun a b -> String.length a + List.length b) "four" [ 1; 2 ]));
  Check.case "a result that stays on the heap" (fun () -> Check.int 45 (sum_list (fun n -> List.init n Fun.id) 10));
  Check.case "functions that collect" (fun () ->
      let n = Check.times 10_000 in
      let sum = count (fun i -> if i mod 1000 = 0 then Gc.compact () else garbage (); i) n in
      Check.int (n * (n - 1) / 2) sum);
  Check.case "10^6 calls" (fun () -> Check.int 1_000_000 (count (fun _ -> 1) 1_000_000));
  Check.case "exceptions come back and are raised again" (fun () ->
      let exn = Private [ 1; 2 ] in
      (match catch (fun () -> raise exn) with
      | _ -> Check.fail "no exception"
      | exception e -> Check.is_true "the same exception" (e == exn));
      Check.raises Not_found (fun () -> catch (fun () -> raise Not_found));
      Check.string "nothing" (catch ignore);
      Check.is_true "caught" (catches (fun () -> failwith "x"));
      Check.is_true "not caught" (not (catches ignore));
      for _ = 1 to Check.times 100_000 do
        if not (catches (fun () -> raise (Private []))) then Check.fail "not caught"
      done);
  Check.case "exceptions through nested calls" (fun () ->
      let rec nest n = if n = 0 then raise (Private [ n ]) else apply (fun n -> nest n) (n - 1) in
      Check.raises (Private [ 0 ]) (fun () -> nest 100));
  Check.case "a result that does not fit" (fun () ->
      Check.int 255 (misfit (fun () -> 255));
      Check.invalid [ "result of an OCaml function"; "256" ] (fun () -> misfit (fun () -> 256)));
  Check.case "a bare value is not called" (fun () ->
      Check.invalid [ "this function"; "bare" ] (fun () -> bare String.length);
      Check.invalid [ "a function" ] (fun () -> bare 7));
  Check.case "functions in arrays and records" (fun () ->
      Check.same "all" [| 3; 4; 6 |] (all [| succ; (( + ) 2); (( * ) 3) |] 2 |> Array.map Fun.id);
      Check.string "n: x!" (handler { name = "n"; run = (fun s -> s ^ "!") } "x"));
  Check.case "kept between calls" (fun () ->
      let n = opaque 10 in
      keep (fun x -> x + n);
      Gc.compact ();
      Check.int 11 (kept 1);
      keep succ;
      Gc.full_major ();
      Check.int 2 (kept 1));
  Check.case "a Rust closure" (fun () ->
      let add = adder 2 in
      Gc.compact ();
      Check.int 42 (add 40);
      Check.int 42 (opaque add 40);
      Check.same "map" [ 3; 4; 5 ] (List.map add [ 1; 2; 3 ]);
      Check.int 7 (apply (adder 3) 4);
      Check.float 1.5 (float_half () 3.));
  Check.case "Rust closures with more arguments" (fun () ->
      Check.string "a1" ((opaque (join2 ())) "a" 1);
      Check.int 123 ((opaque (digits3 ())) 1 2 3);
      Check.int 1234 ((opaque (digits4 ())) 1 2 3 4);
      let s = [| "a"; "b"; "c"; "d"; "e"; "f"; "g"; "h" |] in
      Check.same "5" (Array.sub s 0 5) ((opaque (strings5 ())) "a" "b" "c" "d" "e");
      Check.same "8" s ((opaque (strings8 ())) "a" "b" "c" "d" "e" "f" "g" "h"));
  Check.case "Rust closures, argument by argument" (fun () ->
      let f = opaque (digits4 ()) in
      let f1 = opaque (f 1) in
      Gc.compact ();
      let f12 = opaque (f1 2) in
      let f13 = opaque (f1 3) in
      garbage ();
      let f123 = opaque (f12 3) in
      Gc.minor ();
      Check.int 1234 (f123 4);
      Check.int 1235 (f123 5);
      Check.int 1399 (f13 9 9);
      Check.same "map" [ 1230; 1231 ] (List.map f123 [ 0; 1 ]);
      let g = opaque (strings8 ()) in
      let g = opaque (g "a" "b" "c") in
      let g = opaque (g "d" "e" "f" "g") in
      Gc.compact ();
      Check.same "8" [| "a"; "b"; "c"; "d"; "e"; "f"; "g"; "h" |] (g "h");
      Check.same "8 again" [| "a"; "b"; "c"; "d"; "e"; "f"; "g"; "i" |] (g "i"));
  Check.case "Rust closures through the standard library" (fun () ->
      Check.int 321 (List.fold_left (opaque (digits3 ()) 0) 3 [ 2; 1 ] + 321 - ((10 * ((10 * 3) + 2)) + 1));
      Check.same "sorted" [ 1; 2; 3 ] (List.sort (fun a b -> (adder 0) (compare a b)) [ 3; 1; 2 ]));
  Check.case "a Rust closure without arguments" (fun () ->
      let next = counter () in
      Check.int 0 (next ());
      Check.int 1 (next ()));
  Check.case "errors of Rust closures" (fun () ->
      let f = opaque (u8 ()) in
      Check.int 255 (f 255);
      Check.invalid [ "argument 1"; "256"; "u8" ] (fun () -> f 256);
      Check.raises (Failure "text") (fun () -> failing () "text");
      match panicking () () with
      | () -> Check.fail "no exception"
      | exception Failure message -> Check.is_true message (Check.contains message "in a closure"));
  Check.case "Rust closures that call OCaml" (fun () ->
      Check.int 1024 (iterate (fun x -> garbage (); 2 * x) 10 1);
      let rec deep n = if n = 0 then succ else iterate (deep (n - 1)) 1 in
      Check.int 6 (deep 50 5);
      Check.raises Not_found (fun () -> iterate (fun _ -> raise Not_found) 1 1));
  Check.case "a Rust closure that nobody needs any more while it runs" (fun () ->
      let cell = ref ignore in
      cell := (fun () -> ignore (survivor (fun () -> cell := ignore; Gc.full_major (); garbage (); Gc.compact ()) ()));
      !cell ();
      let f = ref (survivor (fun () -> ())) in
      f := survivor (fun () -> f := survivor ignore; Gc.full_major (); Gc.compact ());
      Check.string (String.concat "" (List.init 10 (fun _ -> "still here"))) (!f ()));
  Check.case "Rust closures are dropped, once" (fun () ->
      Gc.full_major ();
      Gc.full_major ();
      let before = alive () in
      let kept = List.init 100 (fun _ -> counted ()) in
      for i = 1 to Check.times 100_000 do
        let f = opaque (counted ()) in
        if f i <> i then Check.fail "wrong result"
      done;
      Gc.full_major ();
      Gc.full_major ();
      Check.int 100 (alive () - before);
      List.iteri (fun i f -> Check.int i (f i)) kept);
  Check.case "10^6 calls of a Rust closure" (fun () ->
      let add = opaque (adder 1) in
      let sum = ref 0 in
      for i = 1 to 1_000_000 do
        sum := !sum + add i;
        if i land 0xffff = 0 then garbage ()
      done;
      Check.int (500_000_500_000 + 1_000_000) !sum);
  Check.case "10^6 allocations around Rust closures" (fun () ->
      let join = opaque (join2 ()) in
      for i = 1 to Check.times 1_000_000 do
        let text = join (string_of_int i) i in
        if String.length text < 2 then Check.fail "wrong text"
      done);
  Check.case "comparing and hashing Rust closures" (fun () ->
      let f = adder 1 in
      Check.raises (Invalid_argument "compare: functional value") (fun () -> compare f (adder 1));
      ignore (Hashtbl.hash f);
      match Marshal.to_string f [ Marshal.Closures ] with
      | _ -> Check.fail "marshalled"
      | exception Invalid_argument _ -> ());
  Check.case "imported functions" (fun () ->
      Check.same "import" (42, 4) (import 21);
      Check.same "pair" (3., "text!") (import_pair [| 1.; 2. |]);
      Check.raises (Private [ 4 ]) (fun () -> import_raise "four");
      Gc.compact ();
      Check.same "again" (2, 4) (import 1));
  Check.case "what is not registered" (fun () ->
      let failure words f =
        match f () with
        | () -> Check.fail "no exception"
        | exception Failure message -> List.iter (fun word -> Check.is_true message (Check.contains message word)) words
      in
      failure [ "nothing is registered as functions.missing"; "Callback.register" ] (fun () -> import_missing true);
      failure [ "no function is registered as functions.number" ] (fun () -> import_missing false));
  Check.case "imported functions that are registered again" (fun () ->
      Callback.register "functions.replaced" succ;
      Check.int 2 (replaced 1);
      Callback.register "functions.replaced" (fun x -> 10 * x);
      Gc.compact ();
      Check.int 10 (replaced 1);
      Callback.register "functions.replaced" "no function";
      (match replaced 1 with
      | _ -> Check.fail "no exception"
      | exception Failure message -> Check.is_true message (Check.contains message "no function"));
      Callback.register "functions.replaced" pred;
      Check.int 0 (replaced 1));
  Check.case "as many arguments as there are" (fun () ->
      Check.int 3 (many_ints ( + ) [| 1; 2 |]);
      Check.int 5 (many_ints succ [| 4 |]);
      Check.int 123456789
        (many_ints
           (fun a b c d e f g h i ->
             garbage ();
             List.fold_left (fun n digit -> (10 * n) + digit) 0 [ a; b; c; d; e; f; g; h; i ])
           (Array.init 9 succ));
      Check.int 10 (many_ints (fun a b -> garbage (); fun c -> Gc.minor (); fun d -> a + b + c + d) [| 1; 2; 3; 4 |]);
      let rec sum n x = if n = 0 then Obj.repr x else Obj.repr (fun y -> garbage (); sum (n - 1) (x + y)) in
      Check.int 5050 (many_ints (sum 99 1) (Array.init 99 (fun i -> i + 2)));
      Check.string "abcdefghijklmn"
        (many_texts (fun a b c d e f g h i j k l m n -> Gc.compact (); String.concat "" [ a; b; c; d; e; f; g; h; i; j; k; l; m; n ])));
  Check.case "as many values as there are" (fun () ->
      let one, two = (String.make 3 '1', String.make 3 '2') in
      Check.is_true "the same values"
        (match many_values (fun a b -> garbage (); (a, b)) [| one; two |] with a, b -> a == one && b == two));
  Check.case "too many arguments, and too few" (fun () ->
      Check.invalid [ "takes 2 arguments"; "3 were passed" ] (fun () -> many_ints ( + ) [| 1; 2; 3 |]);
      Check.invalid [ "takes 1 arguments"; "9 were passed" ] (fun () -> many_ints succ (Array.make 9 1));
      Check.invalid [ "result of an OCaml function"; "a function" ] (fun () -> many_ints ( + ) [| 1 |]);
      Check.invalid [ "result of an OCaml function" ] (fun () -> many_ints succ [||]);
      Check.invalid [ "this function"; "bare" ] (fun () -> many_rest ( + ) 1);
      Check.raises Not_found (fun () -> many_ints (fun _ -> raise Not_found) [| 1; 2; 3 |]));
  Check.case "released and attached, again and again" (fun () ->
      Check.int 101 (released (fun x -> garbage (); x + 1) 0 100);
      (* Each of them in a call from OCaml. *)
      let rec deep n = if n = 0 then (Gc.full_major (); 0) else 1 + released (fun _ -> deep (n - 1)) n 0 in
      Check.int 200 (deep 200);
      match released (fun x -> if x = 3 then raise (Private [ x ]) else x + 1) 0 5 with
      | _ -> Check.fail "no exception"
      | exception Failure text -> Check.message_with [ "Private" ] text);
  Check.case "a Rust closure that only Rust calls" (fun () ->
      List.iter (fun depth -> Check.raises (Failure "bottom") (fun () -> rust_only depth)) [ 0; 1; 1000 ]);
  Panics.quiet true;
  Check.case "a panic whose value cannot be dropped" (fun () ->
      match (opaque (bomb ())) () with
      | () -> Check.fail "no exception"
      | exception Failure text -> Check.message_with [ "panicked"; "a value that is not a message" ] text);
  Panics.quiet false;
  Check.case "values and exceptions that are registered" (fun () ->
      Check.same "named" (7, false) (named ());
      Callback.register_exception "functions.exception" (Numbered 0);
      Check.same "the one" (Some 3) (named_exception (fun () -> raise (Numbered 3)));
      Check.same "none" None (named_exception ignore);
      Check.raises (Private [ 1 ]) (fun () -> named_exception (fun () -> raise (Private [ 1 ]))))
