#!/usr/bin/env bash
# Public rule engines on one decision table: decisions a CPU-second, median of five runs, one core. Installs them from npm.
# usage: run.sh > peers.tsv
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
npm install --no-audit --no-fund --no-package-lock --silent >&2
for peer in zen json-rules-engine feelin plain; do
  taskset -c 0 node "$peer.mjs"
done
