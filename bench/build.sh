# Builds the driver with the stubs of each peer; sourced by the scripts beside it, after scripts/lib.sh.

# The OCaml program, a file beside this one.
program=driver

# What the program calls and the given object or archive does not define.
missing() {
  comm -23 <(grep -o '"bench_[a-z0-9_]*"' "$root/bench/$program.ml" | tr -d '"' | grep -v '_bytecode$\|^bench_succ$' | sort -u) \
    <(nm --defined-only "$@" 2>/dev/null | awk '$2 ~ /[TW]/ { print $3 }' | sort -u)
}

# build_peers PROFILE PEER...: links bench_PEER_SHIFT (for another program: its name, PEER and SHIFT) in $work, for shifts of 16, 32, 48 and 64 bytes. $peers are those
# that build with this OCaml.
build_peers() {
  local profile=$1 peer objects extra
  shift
  work=$target/bench/$ocaml_version-$profile
  mkdir -p "$work"
  peers=
  say "building with OCaml $ocaml_version"
  cp "$root/bench/$program.ml" "$root"/bench/peers/c/*.c "$work/"
  (
    cd "$work"
    ocamlopt -I +unix -I +threads -O3 -c "$program.ml" 2>/dev/null
    ocamlopt -ccopt -O2 -c idiomatic.c
    ocamlopt -ccopt -O2 -c tuned.c
    objcopy --weaken idiomatic.o untuned.o
    for shift in 16 32 48 64; do
      printf '.text\n.p2align 6\n.skip %d, 0x90\n.section .note.GNU-stack,"",@progbits\n' "$shift" |
        cc -c -x assembler - -o "shift_$shift.o"
    done
  )
  for peer in "$@"; do
    case $peer in
      c) objects="$work/idiomatic.o" extra= ;;
      tuned) objects="$work/tuned.o $work/untuned.o" extra= ;;
      *)
        # The build scripts of published crates do not notice another OCaml: a folder for each.
        if ! cargo build --quiet --profile "$profile" --manifest-path "$root/bench/peers/$peer/Cargo.toml" \
          --target-dir "$work/$peer" 2>"$work/$peer.log"; then
          [ "$peer" != rust ] || { cat "$work/$peer.log" >&2; die "the crate does not build"; }
          say "$peer does not build with OCaml $ocaml_version ($work/$peer.log): left blank"
          continue
        fi
        objects=$work/$peer/$profile/libbench.a
        extra="-cclib -lpthread -cclib -ldl -cclib -lm"
        ;;
    esac
    link_peer "$peer" || {
      [ "$peer" != rust ] || die "the crate does not link"
      say "$peer does not link with OCaml $ocaml_version ($work/$peer.log): left blank"
      continue
    }
    peers="$peers $peer"
  done
}

link_peer() {
  local absent shift
  absent=$(missing $objects)
  [ "$peer" != rust ] || [ -z "$absent" ] || die "not in the crate: $absent"
  {
    echo '#include <caml/mlvalues.h>'
    echo '#include <caml/fail.h>'
    for symbol in $absent; do echo "value $symbol(value v) { (void)v; caml_failwith(\"missing\"); }"; done
  } >"$work/missing_$peer.c"
  (
    cd "$work"
    ocamlopt -c "missing_$peer.c"
    for shift in 16 32 48 64; do
      ocamlopt -ccopt "$work/shift_$shift.o" -I +unix -I +threads unix.cmxa threads.cmxa "$program.cmx" \
        $objects "missing_$peer.o" $extra -o "${program/driver/bench}_${peer}_$shift"
    done
  ) >"$work/$peer.log" 2>&1
}
