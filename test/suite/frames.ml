external all : (int -> int) -> 'a -> string array -> int list -> string -> int * 'a * string * int * string
  = "frames_all"

external count : (int -> int) -> int -> int = "frames_count"
type int_function = int -> int

external same : int_function -> int_function = "frames_same"
external same_root : 'a -> 'a = "frames_same_root"
external misfit : (int -> int) -> 'a -> int -> int = "frames_misfit"
external panic : (unit -> unit) -> 'a -> unit = "frames_panic"
external named_token : ('a -> int) -> 'a -> int = "frames_named_token"

external six : 'a -> 'a -> 'a -> 'a -> 'a -> (unit -> unit) -> 'a array
  = "frames_six_bytecode" "frames_six"

external elsewhere : (int -> int) -> int -> int = "frames_elsewhere"
external blocking : (int -> int) -> int -> (int, string) result = "frames_blocking"

type holder

external holder : unit -> holder = "frames_holder_new"
external call : holder -> (int -> int) -> 'a -> int * 'a = "frames_holder_call"

let opaque = Sys.opaque_identity
let garbage () = ignore (opaque (List.init 1000 string_of_int))

(* A call with fresh arguments, all of them young. *)
let all_of k collect =
  let f i = collect (); i + k in
  let value = ref (string_of_int k) in
  let sum, same, joined, total, text =
    all f value (Array.init 3 (fun i -> string_of_int (i + k))) (List.init 10 (( + ) k)) (string_of_int k)
  in
  Check.int ((3 * k) + 3) sum;
  Check.is_true "the same value" (same == value);
  Check.string (string_of_int k) !same;
  Check.string (String.concat "" (List.init 3 (fun i -> string_of_int (i + k)))) joined;
  Check.int ((10 * k) + 45) total;
  Check.string (string_of_int k) text

(* Frames within frames: each call of Rust calls OCaml, which calls Rust. *)
let rec nested depth =
  if depth = 0 then (garbage (); 0)
  else count (fun i -> if i = 0 then nested (depth - 1) + 1 else (garbage (); 0)) 2

let run () =
  Check.start "frames";
  Check.case "what moves is found again" (fun () ->
      for k = opaque 1 to Check.times 1000 do
        all_of k garbage
      done;
      all_of (opaque 1) Gc.minor;
      all_of (opaque 1) Gc.full_major;
      all_of (opaque 1) Gc.compact);
  Check.case "10^6 calls of a closure that only the frame knows" (fun () ->
      let n = Check.times 1_000_000 in
      Check.int n (count (let one = opaque 1 in fun _ -> one) n);
      for k = opaque 1 to n do
        if count (fun i -> i + k) 1 <> k then Check.fail "another result"
      done);
  Check.case "immediates, static data, infix closures" (fun () ->
      Check.int 7 (same_root (opaque 7));
      Check.same "static" [ 1; 2 ] (same_root [ 1; 2 ]);
      let rec even n = n = 0 || odd (n - 1) and odd n = n > 0 && even (n - 1) in
      Check.int 3 (count (fun i -> Bool.to_int (even i)) 6);
      Check.int 1 (named_token (fun x -> garbage (); Bool.to_int (odd x)) 7));
  Check.case "the same function, the same value" (fun () ->
      let k = opaque 3 in
      let f x = x + k and list = [ k ] in
      Check.int 8 (same f 5);
      Check.is_true "list" (same_root list == list));
  Check.case "not a function, and another argument that does not fit" (fun () ->
      Check.invalid [ "frames_count"; "argument 1 (f)"; "a function" ] (fun () -> count (Obj.magic [| 1 |]) 1);
      Check.invalid [ "frames_all"; "argument 3 (array)" ] (fun () -> all succ 1 (Obj.magic "array") [] "");
      for _ = 1 to 1000 do
        Check.invalid [ "frames_misfit"; "argument 3 (small)"; "300" ] (fun () -> misfit succ [ 1 ] 300);
        garbage ()
      done;
      Check.int 301 (misfit (fun n -> garbage (); n + opaque 300) [ 1 ] 1));
  Check.case "left by an exception and by a panic" (fun () ->
      for k = opaque 1 to Check.times 10_000 do
        let exn = Failure (string_of_int k) in
        (match count (fun _ -> raise exn) 1 with
        | _ -> Check.fail "no exception"
        | exception e -> Check.is_true "the same exception" (e == exn));
        match panic garbage (string_of_int k) with
        | () -> Check.fail "no panic"
        | exception _ -> ()
      done;
      panic garbage 1;
      Check.int 3 (count (fun i -> Gc.compact (); i) 3));
  Check.case "frames within frames" (fun () ->
      let depth = 200 in
      Check.int depth (nested depth);
      let rec thrown depth = if depth = 0 then raise Exit else count (fun _ -> garbage (); thrown (depth - 1)) 1 in
      Check.raises Exit (fun () -> thrown depth);
      Check.int depth (nested depth));
  Check.case "six arguments" (fun () ->
      let strings = Array.init 5 (fun i -> string_of_int (opaque i)) in
      let s i = strings.(i) in
      Check.same "five" [| "0"; "1"; "2"; "3"; "4" |] (six (s 0) (s 1) (s 2) (s 3) (s 4) Gc.compact));
  Check.case "with a value that is lent mutably" (fun () ->
      let holder = holder () and k = opaque 10 in
      let value = string_of_int k in
      let rec f n =
        if n > 1 then n
        else begin
          Check.invalid [ "already mutably" ] (fun () -> call holder f value);
          Gc.compact ();
          n + k
        end
      in
      Check.same "first" (11, "10") (call holder f value);
      Check.same "second" (2, "10") (call holder f value))
