#!/usr/bin/env bash
# What executors run: finds Node and gives it the rows. Whoever refuses reads the rows all the same, because
# Spark shows a script's words only when it could hand over its input.
set -uo pipefail

refuse() {
  printf 'vygoda on %s: %s\n' "$HOSTNAME" "$1" >&2
  cat > /dev/null
  exit "$2"
}

# VYGODA_NODE (spark.executorEnv.VYGODA_NODE), an archive unpacked as `node`, or what is installed.
node=$(command -v "${VYGODA_NODE:-node/bin/node}" node | head -n 1)
[[ -n $node ]] || refuse 'there is no Node here: install Node 20 or newer on every executor, or ship it (src/cluster/README.md)' 127
"$node" "$(dirname "${BASH_SOURCE[0]}")/vygoda-stream.mjs" "$@" || refuse "the rows of this part were not taken" $?
