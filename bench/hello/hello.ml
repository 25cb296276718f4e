external hello : string -> string = "bench_hello"

let () =
  print_endline (hello "world");
  (* What an idle program holds in memory. *)
  if Array.length Sys.argv > 1 then begin
    let status = open_in "/proc/self/status" in
    try
      while true do
        let line = input_line status in
        if String.length line > 6 && String.sub line 0 6 = "VmRSS:" then print_endline line
      done
    with End_of_file -> ()
  end
