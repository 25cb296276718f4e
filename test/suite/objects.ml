class counter =
  object (self)
    val mutable total = 0
    method add by = total <- total + by
    method total = total
    method total' = self#total + 1
    method name = "counter"
    method join (text : string) n = text ^ string_of_int n
    method reset () = total <- 0
    method fails text : unit = failwith text
    method twelve (a : int) b c d e f g h i j k l = [| a; b; c; d; e; f; g; h; i; j; k; l |]
    method apply (f : int -> int) (x : int) = f x
    method private hidden = 0
  end

class doubled =
  object
    inherit counter as super
    method! add by = super#add (2 * by)
    method! name = ignore (Sys.opaque_identity (List.init 1000 string_of_int)); Gc.minor (); super#name ^ "!"
    method one_more = ()
  end

external use : < .. > -> int -> int * int * string * string = "objects_use"
external total : < .. > -> int = "objects_total"
external name : < .. > -> string = "objects_name"
external missing : < .. > -> int = "objects_missing"
external wrong : < .. > -> int = "objects_wrong"
external fails : < .. > -> string -> unit = "objects_fails"
external twelve : < .. > -> int array = "objects_twelve"
external apply : < .. > -> int -> int = "objects_apply"
external count : (< .. > as 'a) -> int -> 'a = "objects_count"
external bare : 'a -> int = "objects_bare"
external not_an_object : 'a -> int = "objects_total"

exception Exn of int

let run () =
  Check.start "objects";
  Check.case "methods" (fun () ->
      Check.same "counter" (4, 5, "counter", "counter4") (use (new counter) 2);
      Check.same "overridden" (8, 9, "counter!", "counter!8") (use (new doubled) 2));
  Check.case "an object without a class" (fun () ->
      let n = Sys.opaque_identity 7 in
      Check.int 7 (total (object method total = n end));
      Check.int 8 (total (object (self) method total = self#other + 1 method other = n end)));
  Check.case "twelve arguments, and functions" (fun () ->
      Check.same "all" (Array.init 12 succ) (twelve (new counter));
      Check.int 42 (apply (new counter) 21));
  Check.case "exceptions of a method" (fun () -> Check.raises (Failure "x") (fun () -> fails (new counter) "x"));
  Check.case "a method that is missing" (fun () ->
      let no_method name = Check.invalid [ "the OCaml object has no method " ^ name ] in
      no_method "missing" (fun () -> missing (new counter));
      no_method "total" (fun () -> total (object end));
      no_method "total" (fun () -> total (object method a = 0 end));
      no_method "total" (fun () -> total (object method a = 0 method b = 1 method c = 2 end));
      (* Not public. *)
      no_method "total" (fun () -> total (object method private total = 0 method a = 1 end)));
  Check.case "a result that does not fit" (fun () ->
      let counter = new counter in
      counter#add 256;
      Check.invalid [ "result of an OCaml function"; "256" ] (fun () -> wrong counter));
  Check.case "what is no object" (fun () ->
      let refused value = Check.invalid [ "an object" ] (fun () -> not_an_object value) in
      refused (Obj.repr 1);
      refused (Obj.repr "text");
      refused (Obj.repr succ);
      refused (Obj.repr (1, 2));
      refused (Obj.repr (Exn 1));
      refused (Obj.repr Not_found);
      refused (Obj.repr [%extension_constructor Exn]));
  Check.case "a bare value" (fun () -> Check.invalid [ "this object"; "bare" ] (fun () -> bare (new counter)));
  Check.case "many calls" (fun () ->
      let counter = new counter in
      let n = Check.times 100_000 in
      Check.is_true "the same object" (count counter n == counter);
      Check.int n counter#total)
