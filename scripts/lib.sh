# Sourced by the other scripts: the repository's root, messages, choosing an OCaml compiler.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Panics are part of the demo and of the tests; their backtraces are noise.
export RUST_BACKTRACE=0

say() { printf '==> %s\n' "$*" >&2; }

die() {
  printf 'error: %s\n' "$1" >&2
  shift
  local line
  for line in "$@"; do printf '  help: %s\n' "$line" >&2; done
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# OCaml that opam installed is reachable only through opam's own environment.
use_opam() {
  if ! have ocamlopt && have opam; then
    eval "$(opam env 2>/dev/null || true)"
  fi
}

# hide_system_libraries: Debian's dune looks into /usr/lib/ocaml for every compiler, also one that cannot read what is
# there. A package found earlier, whose condition never holds, counts as not installed.
hide_system_libraries() {
  export OCAMLPATH=$target/hidden
  mkdir -p "$OCAMLPATH/zarith"
  echo 'exists_if = "never"' >"$OCAMLPATH/zarith/META"
}

# use_ocaml [PREFIX]: the compiler in PREFIX, or the one on PATH. Sets `ocaml_version` and `target`,
# the directory that cargo and dune build in: compilers never share one.
use_ocaml() {
  local base=${CARGO_TARGET_DIR:-$root/target}
  case $base in /*) ;; *) base=$root/$base ;; esac
  target=$base
  if [ -n "${1:-}" ]; then
    [ -x "$1/bin/ocamlopt" ] || die "no OCaml compiler in $1" "expected $1/bin/ocamlopt"
    unset OCAMLPATH OCAMLLIB CAMLLIB CAML_LD_LIBRARY_PATH OCAMLFIND_CONF OPAM_SWITCH_PREFIX
    export PATH="$1/bin:$PATH" OCAMLOPT="$1/bin/ocamlopt"
    ocaml_version=$("$OCAMLOPT" -version)
    target=$base/ocaml-$ocaml_version
    hide_system_libraries
  else
    use_opam
    have ocamlopt || die "no OCaml compiler found" "scripts/setup installs one"
    ocaml_version=$(ocamlopt -version)
  fi
  export CARGO_TARGET_DIR=$target
}
