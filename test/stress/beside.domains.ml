let what = "domains"

(* Runs [work] four times at once, beside [main]. *)
let run work main =
  let domains = List.init 4 (fun id -> Domain.spawn (fun () -> work id)) in
  let result = main () in
  List.iter Domain.join domains;
  result
