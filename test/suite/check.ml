(* The harness: a suite is a list of named cases; each prints `ok` or `FAIL` on a line of its own. *)

let mode = if Array.length Sys.argv > 1 then Sys.argv.(Array.length Sys.argv - 1) else "native"
let passed = ref 0
let failed = ref 0
let suite = ref ""

exception Failed of string

let fail format = Printf.ksprintf (fun message -> raise (Failed message)) format

(* Loops are long in native code and shorter in bytecode; TEST_SCALE shortens them further. *)
let scale =
  let wanted = match Sys.getenv_opt "TEST_SCALE" with Some scale -> float_of_string scale | None -> 1. in
  if mode = "native" then wanted else wanted *. 0.1

let times n = max 1 (int_of_float (float_of_int n *. scale))

(* Each case runs twice, the second time on a heap that has just been compacted. *)
let case name run =
  let once () =
    match run () with
    | () -> None
    | exception Failed message -> Some message
    | exception exn -> Some (Printexc.to_string exn)
  in
  let result =
    match once () with
    | Some _ as failure -> failure
    | None ->
      Gc.compact ();
      once ()
  in
  match result with
  | None ->
    incr passed;
    Printf.printf "ok %s/%s: %s\n%!" !suite mode name
  | Some message ->
    incr failed;
    Printf.printf "FAIL %s/%s: %s: %s\n%!" !suite mode name message

let start name = suite := name

(* Every check is a moment between two calls: TEST_COMPACT=n compacts the heap at every n-th. *)
let between_calls =
  match Sys.getenv_opt "TEST_COMPACT" with
  | None -> fun () -> ()
  | Some n ->
    let n = int_of_string n in
    let checks = ref 0 in
    fun () ->
      incr checks;
      if !checks mod n = 0 then Gc.compact ()

let is_true what condition =
  between_calls ();
  if not condition then fail "%s does not hold" what

let equal show expected got =
  between_calls ();
  if compare expected got <> 0 then fail "expected %s, got %s" (show expected) (show got)

let int = equal string_of_int
let bool = equal string_of_bool
let string = equal (Printf.sprintf "%S")
let float = equal (Printf.sprintf "%h")

let same what expected got =
  between_calls ();
  if compare expected got <> 0 then fail "%s differs" what

(* Not only equal: built of the same blocks, as OCaml's own marshaller sees them. *)
let same_shape what expected got =
  same what expected got;
  let shape x = Marshal.to_string x [ Marshal.No_sharing ] in
  if shape expected <> shape got then fail "%s has another representation" what

(* How many words `f` takes from the minor heap, where OCaml counts each of them, and which is empty before: Rust takes from
   the major heap what does not fit. The least of a few runs: signals and the like allocate too. *)
let allocates words f =
  between_calls ();
  let run f =
    Gc.minor ();
    let before = Gc.minor_words () in
    ignore (Sys.opaque_identity (f ()));
    int_of_float (Gc.minor_words () -. before)
  in
  let least f = List.fold_left min max_int (List.init 20 (fun _ -> run f)) in
  if mode = "native" then begin
    let found = least f - least ignore in
    if found <> words then fail "%d words allocated, expected %d" found words
  end

(* A forced collection of OCaml 5.3 holds its major collector back for as much as it went through, also from what OCaml
   itself allocates: in a toplevel, with a compiler in its heap, for gigabytes. Arrays of OCaml's own use that up, until
   the collector has done whole cycles unforced. *)
let use_up_what_forced_collections_allow () =
  let cycles () = (Gc.quick_stat ()).Gc.major_collections in
  let enough = cycles () + 2 in
  while cycles () < enough do
    for _ = 1 to 10 do
      ignore (Sys.opaque_identity (Bigarray.Array1.create Bigarray.char Bigarray.c_layout 1_000_000))
    done
  done

(* What a float array looks like, which is decided where OCaml is built; records of floats are always flat. *)
let float_array_tag = Obj.tag (Obj.repr (Sys.opaque_identity [| 1.; 2. |]))

let raises expected f =
  between_calls ();
  match f () with
  | _ -> fail "no exception, expected %s" (Printexc.to_string expected)
  | exception Failed message -> raise (Failed message)
  | exception exn ->
    if compare exn expected <> 0 then
      fail "expected %s, got %s" (Printexc.to_string expected) (Printexc.to_string exn)

let contains text part =
  let n = String.length part in
  let rec at i = i + n <= String.length text && (String.sub text i n = part || at (i + 1)) in
  at 0

let message_with parts text =
  List.iter (fun part -> if not (contains text part) then fail "%S does not mention %S" text part) parts

let invalid parts f =
  between_calls ();
  match f () with
  | _ -> fail "no exception, expected Invalid_argument"
  | exception Invalid_argument text -> message_with parts text
  | exception Failed message -> raise (Failed message)
  | exception exn -> fail "expected Invalid_argument, got %s" (Printexc.to_string exn)

let finish () =
  Printf.printf "%d passed, %d failed\n%!" !passed !failed;
  if !failed > 0 then exit 1
