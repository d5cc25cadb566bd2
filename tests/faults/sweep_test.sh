#!/bin/sh
# Cuts an update short at one system call after another: killed, EIO, ENOSPC. After each, what is current must be the old
# release or the new one, whole, and the next update must finish. usage: sweep_test.sh KIOSKCTL CONTENT [EVERY]
# EVERY: try every so many calls only.
set -eu
. "$(dirname "$0")/office.sh"
every=${3:-1}
needs_strace
open_office "$1" "$2"
publish old_catalog
"$kioskctl" update --store old_store --root root.json --from repository >/dev/null
old=$(sha256sum <old_store/current/content.db)
next_edition
publish new_catalog
new=$(sha256sum <new_catalog/content.db)
[ "$old" != "$new" ] || fail "the two editions are one"

broken=0 tried=0
for call in openat write fsync syncfs rename symlink unlink mkdir; do
  rm -rf store; cp -a old_store store
  strace -f -c -o counts -e trace=$call "$kioskctl" update --store store --root root.json --from repository >/dev/null 2>&1 || true
  count=$(awk -v c=$call '$NF == c { print $4 }' counts)
  for fault in signal=KILL error=EIO error=ENOSPC; do
    n=1
    while [ $n -le "${count:-0}" ]; do
      rm -rf store; cp -a old_store store
      strace -f -o /dev/null -e trace=$call -e inject=$call:$fault:when=$n \
        "$kioskctl" update --store store --root root.json --from repository >/dev/null 2>&1 || true
      now=$(sha256sum <store/current/content.db) || now=none
      tried=$((tried + 1))
      if [ "$now" != "$old" ] && [ "$now" != "$new" ]; then
        echo "BROKEN: $call $n $fault left neither release"; broken=$((broken + 1))
      else
        update --from repository >/dev/null 2>&1 || true
        [ "$(sha256sum <store/current/content.db)" = "$new" ] || { echo "STUCK: $call $n $fault"; broken=$((broken + 1)); }
      fi
      n=$((n + every))
    done
  done
done
echo "$tried cuts, $broken broken"
[ $broken = 0 ]
