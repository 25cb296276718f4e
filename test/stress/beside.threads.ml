let what = "threads"

(* Runs [work] four times at once, beside [main]. *)
let run work main =
  let threads = List.init 4 (Thread.create work) in
  let result = main () in
  List.iter Thread.join threads;
  result
