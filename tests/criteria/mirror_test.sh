#!/bin/sh
# Criterion 14: a mirror that misbehaves in every way ends an update within its deadline, below 100 MB, and with nothing on
# the disk above its signed size; what serves the right bytes at all is taken. usage: mirror_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
mirror=$here/mirror.py
needs python3 openssl
open_office "$1" "$2"
. "$here/mirror.sh"
make_certificate 127.0.0.1
publish old_catalog
largest=$(find repository old_catalog -type f -printf '%s\n' | sort -n | tail -1)
deadline=40  # seconds for the update; twenty more for the start of a program on a busy machine

for mode in ok norange slow cut short endless longer altered redirect busy captive empty range_lie silent drip header; do
  case $mode in
    ok | norange | slow | cut) wanted="0" ;;
    *) wanted="1 7 9 12" ;;
  esac
  rm -rf store
  start_mirror $mode
  result=$(python3 -B "$here/measure.py" $((deadline + 20)) "$kioskctl" update --store store --root root.json \
    --from "$address/repository" --authorities tls.pem --deadline-seconds $deadline) || fail "$mode: $result"
  stop_mirror
  code=${result%% *} memory=${result##* }
  case " $wanted " in *" $code "*) ;; *) fail "$mode ended with $code: $result" ;; esac
  [ "$memory" -lt 100000 ] || fail "$mode took $memory kB of memory"
  over=$(find store -type f -size +"$largest"c -print)
  [ -z "$over" ] || fail "$mode left more than was signed for: $over"
  [ "$code" = 0 ] || [ ! -e store/current ] || fail "$mode: something became current"
  echo "$mode: exit $code, $memory kB"
done
