external panic : string -> int = "panics_panic"
external static : unit -> unit = "panics_static"
external index : int array -> int -> int = "panics_index"
external payload : unit -> int = "panics_payload"
external in_payload_drop : unit -> unit = "panics_in_payload_drop"
external in_drop : unit -> int = "panics_in_drop"
external dropped : unit -> int = "panics_dropped"
external elsewhere : unit -> bool * bool = "panics_elsewhere"
external error : string -> int = "panics_error"
external resumed : unit -> unit = "panics_resumed"
external quiet : bool -> unit = "panics_quiet"

exception Rust_panic of string

let registered = ref false

let expect parts f =
  match f () with
  | _ -> Check.fail "no exception"
  | exception Failure text when not !registered -> Check.message_with parts text
  | exception Rust_panic text when !registered -> Check.message_with parts text
  | exception Check.Failed message -> raise (Check.Failed message)
  | exception exn -> Check.fail "got %s" (Printexc.to_string exn)

let cases kind =
  Check.case (kind ^ ": message, file and line, a thousand times") (fun () ->
      let before = dropped () in
      for i = 1 to 1000 do
        expect [ "panics_panic"; "panics.rs:"; string_of_int i ] (fun () -> panic (string_of_int i))
      done;
      Check.int (before + 1000) (dropped ()));
  Check.case (kind ^ ": everything is dropped before the raise") (fun () ->
      let before = dropped () in
      (match panic "x" with
       | _ -> Check.fail "no exception"
       | exception _ -> Check.int (before + 1) (dropped ()));
      match error "text" with
      | _ -> Check.fail "no exception"
      | exception Failure text ->
        Check.int (before + 4) (dropped ());  (* with the panic's one *)
        Check.message_with [ "an error with a buffer" ] text);
  Check.case (kind ^ ": static message, index out of bounds, odd payloads") (fun () ->
      expect [ "a static message"; "panics.rs:" ] static;
      expect [ "index out of bounds"; "panics.rs:" ] (fun () -> index [| 1 |] 5);
      expect [ "not a message" ] payload;
      expect [ "not a message" ] in_payload_drop;
      expect [ "panics_resumed panicked: the second" ] resumed;
      expect [ "destructor" ] in_drop);
  Check.case (kind ^ ": the runtime works afterwards") (fun () ->
      (try static () with _ -> ());
      Gc.full_major ();
      Check.int 2 (index [| 1; 2 |] 1))

let run () =
  Check.start "panics";
  quiet true;
  cases "Failure";
  Check.case "panics that are none of our business" (fun () ->
      Check.same "both caught" (true, true) (elsewhere ()));
  Callback.register_exception "Rust_panic" (Rust_panic "");
  registered := true;
  cases "Rust_panic";
  quiet false
