external length : string -> int = "text_length"
external chars : string -> int = "text_chars"
external echo : string -> string = "text_echo"
external borrow : string -> string = "text_borrow"
external repeat : string -> int -> string = "text_repeat"
external bytes_echo : bytes -> bytes = "text_bytes_echo"
external bytes_sum : bytes -> int = "text_bytes_sum"
external string_sum : string -> int = "text_bytes_sum"
external bytes_slice : bytes -> int -> int -> bytes = "text_bytes_slice"
external read_after_allocating : string -> int -> bool = "text_read_after_allocating"
external decode_two : float array -> string -> string = "text_decode_two"

let text n = String.init n (fun i -> Char.chr (32 + (i mod 95)))

let run () =
  Check.start "text";
  Check.case "every length to 2100" (fun () ->
      for n = 0 to 2100 do
        let s = text n in
        Check.int n (length s);
        Check.string s (echo s);
        Check.same_shape "bytes" (Bytes.of_string s) (bytes_echo (Bytes.of_string s))
      done);
  Check.case "interior NUL" (fun () ->
      let s = "a\000b\000\000" in
      Check.int 5 (length s);
      Check.string s (echo s);
      Check.string "\000\000" (repeat "\000" 2));
  Check.case "UTF-8" (fun () ->
      let s = "h\xc3\xa9llo \xf0\x9f\x90\xab" in
      Check.int 7 (chars s);
      Check.string s (echo s));
  Check.case "invalid UTF-8 names the byte" (fun () ->
      Check.invalid [ "text_length"; "argument 1 (text)"; "UTF-8"; "byte 3" ] (fun () ->
          length "abc\xff");
      Check.invalid [ "text_echo"; "byte 9" ] (fun () -> echo "123456789\xc3");
      Check.invalid [ "byte 0" ] (fun () -> length "\x80");
      Check.invalid [ "byte 2100" ] (fun () -> length (text 2100 ^ "\xc3\x28")));
  Check.case "bytes hold anything, and a string will do" (fun () ->
      Check.int 510 (bytes_sum (Bytes.make 2 '\xff'));
      Check.int 510 (string_sum "\xff\xff"));
  Check.case "a borrowed slice" (fun () ->
      Check.same "slice" (Bytes.of_string "cd") (bytes_slice (Bytes.of_string "abcdef") 2 4);
      Check.raises (Invalid_argument "text_bytes_slice") (fun () ->
          bytes_slice (Bytes.of_string "abc") 2 9));
  Check.case "a borrowed string returned" (fun () ->
      let s = text 100 in
      Check.string s (borrow s);
      Check.is_true "a copy" (borrow s != s));
  Check.case "borrowed text after allocation" (fun () ->
      for _ = 1 to 20 do
        Check.is_true "same" (read_after_allocating (text 100) 5000)
      done);
  Check.case "arguments decoded one after another" (fun () ->
      for i = 1 to Check.times 1_000_000 do
        let expected = Printf.sprintf "%d:3" (i land 7) in
        Check.string expected (decode_two [| 1.; 2. |] (string_of_int (i land 7)))
      done);
  Check.case "large strings" (fun () ->
      let s = text 3_000_000 in
      for _ = 1 to 20 do
        Check.is_true "equal" (echo s = s)
      done)
