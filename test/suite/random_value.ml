(* Random values, the same as src/properties/random.rs makes of the same seed: each generator asks for its numbers in the
   same order in both languages, hence all the `let`s. *)

type t = { mutable state : int }

let mask = 0xFFFF_FFFF
let make seed = { state = seed * 0x9E37_79B1 land mask lor 1 }

(* xorshift32 *)
let bits random =
  let x = random.state in
  let x = x lxor (x lsl 13) land mask in
  let x = x lxor (x lsr 17) in
  let x = x lxor (x lsl 5) land mask in
  random.state <- x;
  x

let below random n = bits random mod n

let bits64 random =
  let high = bits random in
  let low = bits random in
  Int64.logor (Int64.shift_left (Int64.of_int high) 32) (Int64.of_int low)

type 'a generator = t -> int -> 'a

let unit : unit generator = fun _ _ -> ()
let bool : bool generator = fun random _ -> below random 2 = 1

let int : int generator =
 fun random _ ->
  match below random 4 with
  | 0 -> below random 200 - 100
  | 1 -> max_int
  | 2 -> min_int
  | _ -> Int64.to_int (bits64 random)

let uint : int generator = fun random _ -> below random 1_000_000
let u8 : int generator = fun random _ -> below random 256
let u16 : int generator = fun random _ -> below random 65536

let signed bits : int generator =
 fun random _ ->
  let n = below random (1 lsl bits) in
  if n < 1 lsl (bits - 1) then n else n - (1 lsl bits)

let int32 : int32 generator = fun random _ -> Int32.of_int (bits random)
let int64 : int64 generator = fun random _ -> bits64 random

let float : float generator =
 fun random _ ->
  match below random 4 with
  | 0 -> float_of_int (below random 1000) /. 8.
  | 1 -> -0.
  | 2 -> neg_infinity
  | _ ->
    let x = Int64.float_of_bits (bits64 random) in
    if Float.is_nan x then 0.5 else x

let single : float generator = fun random _ -> float_of_int (below random 1000) /. 8.

(* A half-precision number of these bits. *)
let half : float generator =
 fun random _ ->
  let bits = below random 0x7c00 in
  match (bits lsr 10, float_of_int (bits land 1023)) with
  | 0, fraction -> ldexp fraction (-24)
  | exponent, fraction -> ldexp (1024. +. fraction) (exponent - 25)

let char : Uchar.t generator =
 fun random _ ->
  match below random 10 with
  | 0 -> Uchar.of_int 0xE9
  | 1 -> Uchar.of_int 0
  | 2 -> Uchar.of_int 0x65E5
  | 3 -> Uchar.of_int 0x1F42B
  | _ -> Uchar.of_int (Char.code 'a' + below random 26)

let string : string generator =
 fun random depth ->
  let length = below random 20 in
  let buffer = Buffer.create 20 in
  for _ = 1 to length do
    Buffer.add_utf_8_uchar buffer (char random depth)
  done;
  Buffer.contents buffer

let option (a : 'a generator) : 'a option generator =
 fun random depth -> match below random 3 with 0 -> None | _ -> Some (a random depth)

let result (a : 'a generator) (b : 'b generator) : ('a, 'b) result generator =
 fun random depth -> match below random 2 with 0 -> Ok (a random depth) | _ -> Error (b random depth)

let times random depth count (a : 'a generator) =
  let rec go acc n = if n = 0 then List.rev acc else go (a random depth :: acc) (n - 1) in
  go [] count

let list (a : 'a generator) : 'a list generator =
 fun random depth ->
  let count = below random 5 in
  times random depth count a

(* Just so many. *)
let fixed n (a : 'a generator) : 'a array generator = fun random depth -> Array.of_list (times random depth n a)

let array a : 'a array generator = fun random depth -> Array.of_list (list a random depth)

let bytes : bytes generator =
 fun random depth ->
  let codes = list u8 random depth in
  let bytes = Bytes.create (List.length codes) in
  List.iteri (fun i code -> Bytes.set bytes i (Char.chr code)) codes;
  bytes

let bytes_of (a : int array generator) : bytes generator =
 fun random depth -> Bytes.of_seq (Seq.map Char.chr (Array.to_seq (a random depth)))

let map_value f (a : 'a generator) : 'b generator = fun random depth -> f (a random depth)

(* Any bytes: not only text. *)
let raw : string generator = map_value Bytes.to_string bytes

let pair (a : 'a generator) (b : 'b generator) : ('a * 'b) generator =
 fun random depth ->
  let a = a random depth in
  let b = b random depth in
  (a, b)

let triple (a : 'a generator) (b : 'b generator) (c : 'c generator) : ('a * 'b * 'c) generator =
 fun random depth ->
  let a = a random depth in
  let b = b random depth in
  let c = c random depth in
  (a, b, c)

let either (a : 'a generator) (b : 'b generator) : ('a, 'b) Either.t generator =
 fun random depth -> match below random 2 with 0 -> Left (a random depth) | _ -> Right (b random depth)

let complex (a : float generator) : Complex.t generator =
 fun random depth ->
  let re = a random depth in
  let im = a random depth in
  { re; im }

let nativeint : nativeint generator = map_value Int64.to_nativeint int64

(* Whole numbers of 1 / 512 seconds. *)
let seconds : float generator = fun random _ -> float_of_int (bits random) /. 512.

let unix_time : float generator =
 fun random depth -> match below random 2 with 0 -> -.seconds random depth | _ -> seconds random depth

let order : int generator = fun random _ -> compare (below random 3) 1

let nonzero zero instead : 'a generator -> 'a generator = map_value (fun n -> if n = zero then instead else n)

(* In order, each once. *)
let set (a : 'a generator) : 'a list generator = map_value (List.sort_uniq compare) (list a)

(* In the order of the keys, the first binding of each. *)
let map (a : 'a generator) (b : 'b generator) : ('a * 'b) list generator =
 fun random depth ->
  let bindings = list (pair a b) random depth in
  let first (key, _) i = not (List.exists (fun (other, _) -> other = key) (List.filteri (fun j _ -> j < i) bindings)) in
  List.filteri (fun i binding -> first binding i) bindings |> List.sort (fun (a, _) (b, _) -> compare a b)
