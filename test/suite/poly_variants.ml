external hash : string -> int = "poly_variants_hash"
external runtime_hash : string -> int = "poly_variants_runtime_hash"

type color =
  [ `Red
  | `Green
  | `dark_blue
  | `Gray of float
  | `Rgb of int * int * int
  | `Pair of int * string
  | `Named of string
  | `A_long_name_whose_hash_does_not_fit_into_31_bits_without_wrapping_around of int option
  | `Silent ]

external color : color -> color = "poly_variants_color"
external under_allocation : color array -> int -> color array = "poly_variants_under_allocation"

type mode = [ `read_only | `read_write | `append ]

external mode : mode -> mode = "poly_variants_mode"

type 'a document = [ `Nil | `Text of 'a | `Cat of 'a document * 'a document | `All of 'a document array ]

external document : string document -> string document = "poly_variants_document"

let colors () : color list =
  [
    `Red; `Green; `dark_blue; `Gray 0.5; `Rgb (1, 2, 255); `Pair (3, "three"); `Named (String.make 20 'n');
    `A_long_name_whose_hash_does_not_fit_into_31_bits_without_wrapping_around (Some 4); `Silent;
  ]

let tag_of value = (Obj.magic value : int)

let run () =
  Check.start "poly_variants";
  Check.case "the hash is the runtime's" (fun () ->
      let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'" in
      let signs = ref (false, false) in
      for i = 0 to Check.times 100_000 do
        let letter k = letters.[(i * 31 + k * k * 7 + i / 64) mod String.length letters] in
        let name = String.init (i mod 70) letter in
        let h = hash name in
        if h <> runtime_hash name then Check.fail "hash of %S" name;
        signs := (fst !signs || h < 0, snd !signs || h > 0);
        if h < -0x4000_0000 || h > 0x3fff_ffff then Check.fail "%d does not fit 31 bits" h
      done;
      Check.is_true "both signs" (!signs = (true, true));
      Check.int (tag_of `Red) (hash "Red");
      Check.int (tag_of `read_only) (hash "read_only");
      Check.int (hash "azdwbie") (hash "c7diagq");
      Check.int (runtime_hash "\xc3\xa9t\xc3\xa9") (hash "\xc3\xa9t\xc3\xa9"));
  Check.case "in and out" (fun () ->
      List.iter (fun c -> Check.same_shape "color" c (color c)) (colors ());
      for i = 1 to Check.times 100_000 do
        (match color (`Rgb (i land 255, 2, 3)) with
        | `Rgb (r, 2, 3) when r = i land 255 -> ()
        | _ -> Check.fail "wrong color");
        match color (`Gray 0.25) with `Gray 0.25 -> () | _ -> Check.fail "wrong gray"
      done);
  Check.case "arguments live through allocation" (fun () ->
      for _ = 1 to 100 do
        let all = Array.concat (List.init 10 (fun _ -> Array.of_list (colors ()))) in
        Check.same_shape "colors" all (under_allocation all 1000)
      done);
  Check.case "renamed tags" (fun () ->
      Check.same_shape "mode" `read_write (mode `read_only);
      Check.same_shape "mode" `append (mode `read_write);
      Check.same_shape "mode" `read_only (mode `append));
  Check.case "recursive and generic" (fun () ->
      let rec make depth : string document =
        if depth = 0 then `Nil
        else `Cat (`All [| `Text (string_of_int depth); `Nil |], `Cat (make (depth - 1), make (depth - 1)))
      in
      Check.same_shape "document" (make 8) (document (make 8)));
  Check.case "unknown tags are errors with type and hash" (fun () ->
      Check.invalid
        [ "poly_variants_color"; "Color"; string_of_int (tag_of `Unheard) ]
        (fun () -> color (Obj.magic `Unheard));
      Check.invalid
        [ "Color"; string_of_int (hash "Unheard"); "argument" ]
        (fun () -> color (Obj.magic (`Unheard 1)));
      Check.invalid
        [ "Color"; string_of_int (hash "Red"); "argument" ]
        (fun () -> color (Obj.magic (`Red 1)));
      Check.invalid
        [ "Color"; string_of_int (hash "Gray"); "constant" ]
        (fun () -> color (Obj.magic `Gray));
      Check.invalid [ "Mode"; "1 field" ] (fun () -> mode (Obj.magic (Some 0)));
      Check.invalid [ "Color"; "string \"text\"" ] (fun () -> color (Obj.magic "text"));
      Check.invalid [ "Color"; "2 fields" ] (fun () -> color (Obj.magic ("text", 1))));
  Check.case "errors have a place" (fun () ->
      Check.invalid [ "Color.Rgb.1: "; "300" ] (fun () -> color (`Rgb (1, 300, 2)));
      Check.invalid [ "the arguments of Color.Rgb"; "2 fields" ] (fun () ->
          color (Obj.magic (`Rgb (1, 2))));
      Check.invalid [ "Color.Gray.0: "; "int 1" ] (fun () -> color (Obj.magic (`Gray 1)));
      Check.invalid [ "Color.Pair.0: tuple.1: " ] (fun () -> color (Obj.magic (`Pair (1, 2))));
      Check.invalid [ "Document.All.0: element 1: Document.Text.0: " ] (fun () ->
          document (`All [| `Nil; `Text (Obj.magic 1) |])));
  Check.case "skipped tags" (fun () ->
      Check.invalid [ "Color.Unnamed: " ] (fun () -> color (`Named "unnamed"));
      Check.invalid [ "Color" ] (fun () -> color (Obj.magic `Unnamed)))
