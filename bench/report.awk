# Reads `PEER <tab> CASE <tab> NANOSECONDS` lines of all rounds; prints the medians and ratios as a
# markdown table.

BEGIN { FS = "\t" }

{
  if (!($2 in known)) { known[$2] = 1; order[++cases] = $2 }
  rounds = ++count[$1, $2]
  time[$1, $2, rounds] = $3
}

function median(peer, name,   n, i, j, x, sorted) {
  n = count[peer, name]
  for (i = 1; i <= n; i++) {
    x = time[peer, name, i]
    for (j = i - 1; j >= 1 && sorted[j] > x; j--) sorted[j + 1] = sorted[j]
    sorted[j + 1] = x
  }
  if (n % 2) return sorted[(n + 1) / 2]
  return (sorted[n / 2] + sorted[n / 2 + 1]) / 2
}

END {
  print "| case | C, ns | Rust, ns | Rust / C |"
  print "|---|---:|---:|---:|"
  for (i = 1; i <= cases; i++) {
    c = median("c", order[i])
    rust = median("rust", order[i])
    ratio = rust / c
    product += log(ratio)
    printf "| %s | %.2f | %.2f | %.2f |\n", order[i], c, rust, ratio
  }
  printf "| geometric mean | | | %.2f |\n", exp(product / cases)
}
