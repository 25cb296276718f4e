external unit : unit -> unit = "numbers_unit"
external bool : bool -> bool = "numbers_bool"
external i8 : int -> int = "numbers_i8"
external u8 : int -> int = "numbers_u8"
external i16 : int -> int = "numbers_i16"
external u16 : int -> int = "numbers_u16"
external isize : int -> int = "numbers_isize"
external usize : int -> int = "numbers_usize"
external i32 : int32 -> int32 = "numbers_i32"
external u32 : int32 -> int32 = "numbers_u32"
external i64 : int64 -> int64 = "numbers_i64"
external u64 : int64 -> int64 = "numbers_u64"
external f32 : float -> float = "numbers_f32"
external f64 : float -> float = "numbers_f64"
external add : int -> int -> int = "numbers_add"
external two_to_the : int32 -> int = "numbers_two_to_the"
external max_int_plus_one : unit -> int = "numbers_max_int_plus_one"
external sum_i64 : int64 array -> int64 = "numbers_sum_i64"
external value_int : int -> int = "numbers_value_int"

let in_range name f min max =
  Check.case (name ^ " at its limits") (fun () ->
      List.iter (fun i -> Check.int i (f i)) [ min; min + 1; 0; 1; max - 1; max ]);
  if min > min_int then
    Check.case (name ^ " below its range") (fun () ->
        Check.invalid [ "numbers_" ^ name; "argument 1"; string_of_int (min - 1); name ] (fun () ->
            f (min - 1)));
  if max < max_int then
    Check.case (name ^ " above its range") (fun () ->
        Check.invalid [ "numbers_" ^ name; "argument 1"; string_of_int (max + 1); name ] (fun () ->
            f (max + 1)))

let run () =
  Check.start "numbers";
  Check.case "unit" (fun () -> Check.is_true "unit" (unit () = ()));
  Check.case "bool" (fun () ->
      Check.bool true (bool true);
      Check.bool false (bool false));
  Check.case "a bool is 0 or 1" (fun () ->
      Check.invalid [ "numbers_bool"; "2" ] (fun () -> bool (Obj.magic 2)));
  in_range "i8" i8 (-128) 127;
  in_range "u8" u8 0 255;
  in_range "i16" i16 (-32768) 32767;
  in_range "u16" u16 0 65535;
  in_range "isize" isize min_int max_int;
  in_range "usize" usize 0 max_int;
  Check.case "int32" (fun () ->
      List.iter
        (fun i ->
          Check.same_shape "i32" i (i32 i);
          Check.same_shape "u32" i (u32 i))
        [ 0l; 1l; -1l; Int32.max_int; Int32.min_int ]);
  Check.case "int64" (fun () ->
      List.iter
        (fun i ->
          Check.same_shape "i64" i (i64 i);
          Check.same_shape "u64" i (u64 i))
        [ 0L; 1L; -1L; Int64.max_int; Int64.min_int ]);
  Check.case "float" (fun () ->
      List.iter
        (fun f -> Check.same_shape "f64" f (f64 f))
        [ 0.; -0.; 1.5; infinity; neg_infinity; min_float; epsilon_float ];
      Check.is_true "nan" (Float.is_nan (f64 nan)));
  Check.case "f32 rounds" (fun () ->
      Check.float 1.5 (f32 1.5);
      Check.float infinity (f32 infinity);
      Check.invalid [ "f32"; "1e300"; "out of range" ] (fun () -> f32 1e300);
      Check.float (Int32.float_of_bits (Int32.bits_of_float 0.1)) (f32 0.1));
  Check.case "the largest int and one more" (fun () ->
      Check.int (1 lsl 61) (two_to_the 61l);
      Check.invalid [ "numbers_two_to_the"; "4611686018427387904" ] (fun () -> two_to_the 62l);
      Check.invalid [ "numbers_max_int_plus_one"; "4611686018427387904" ] (fun () ->
          max_int_plus_one ()));
  Check.case "add" (fun () ->
      for i = 1 to Check.times 1_000_000 do
        Check.int (i + 7) (add i 7)
      done);
  Check.case "overflow in Rust is an error, not a wrong int" (fun () ->
      Check.invalid [ "numbers_add" ] (fun () -> add max_int 1));
  Check.case "boxed numbers in arrays" (fun () ->
      let a = Array.init 1000 Int64.of_int in
      Check.is_true "sum" (sum_i64 a = 499500L));
  Check.case "an int64 where an int32 is expected" (fun () ->
      Check.invalid [ "numbers_i32"; "int32" ] (fun () -> i32 (Obj.magic 1L));
      Check.invalid [ "numbers_i64"; "int64" ] (fun () -> i64 (Obj.magic 1l)));
  Check.case "Value::int" (fun () -> Check.int 42 (value_int 42))
