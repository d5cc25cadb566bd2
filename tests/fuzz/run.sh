#!/bin/sh
# Lets each fuzz target run for some seconds from its corpus; what it finds stays in BUILD/tests/fuzz/NAME.
# usage: run.sh BUILD SECONDS
set -eu
build=$(realpath "$1") seconds=$2
here=$(realpath "$(dirname "$0")")
found=0
for corpus in "$here"/corpus/*; do
  name=$(basename "$corpus")
  mkdir -p "$build/tests/fuzz/$name"
  cd "$build/tests/fuzz/$name"
  # libgettextpo keeps what it was reading when it gives up.
  leaks=1; [ "$name" != po ] || leaks=0
  if ASAN_OPTIONS=detect_leaks=$leaks ../"${name}_fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
    -close_fd_mask=1 -print_final_stats=1 . "$corpus" >log 2>&1; then
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' log) executions, nothing found"
  else
    echo "$name: FOUND, see $PWD/log"; tail -n 20 log; found=1
  fi
done
exit $found
