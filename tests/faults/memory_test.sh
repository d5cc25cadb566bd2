#!/bin/sh
# Memory that runs out ends the screen's program, soon and not as if all were well, so that it is started again; what it drew
# before that is what it always draws. And the units say who goes first: the updater, never half of the screen.
# usage: memory_test.sh KIOSKCTL CONTENT SYSTEMD_FOLDER
set -eu
units=$(realpath "$3")
. "$(dirname "$0")/office.sh"
needs prlimit python3

# has FILE LINE: the unit holds this very line.
has() { grep -qx -- "$2" "$units/$1" || fail "$1 does not say $2"; }
has kiosk.service "MemoryMax=75%"
has kiosk.service "OOMScoreAdjust=-500"
has kiosk.service "OOMPolicy=kill"
has kiosk.service "Restart=always"
has kiosk-.service.d/sandbox.conf "OOMScoreAdjust=500"
for unit in "$units"/kiosk-*.service; do
  grep -qE '^OOMScoreAdjust=' "$unit" && fail "$unit takes itself out of the order"
  if grep -qE '^ExecStart=.*kioskctl (update|health)' "$unit"; then
    grep -qE '^MemoryMax=[0-9]+M$' "$unit" || fail "$unit may take all memory"
  fi
done

# Its shadow of all memory is data too: under any limit it ends before main().
grep -q __asan_init "$(dirname "$1")/kiosk" && skip "a program with an address sanitizer cannot start with a limit of its data"

open_office "$1" "$2"
kiosk=$(dirname "$kioskctl")/kiosk
export LIBGL_ALWAYS_SOFTWARE=1 MESA_SHADER_CACHE_DISABLE=true
printf 'tap language-en\nwait 1\ntap section-help\nwait 1\ndump help\n' >help.script
draw() { "$@" "$kiosk" --catalog old_catalog --script help.script --tour drawn >log 2>&1; }
draw env || { cat log; fail "the program draws nothing with all memory there is"; }
mv drawn right

ended=0 drew=0
for megabytes in 8 16 24 32 40 48 56 64 72 80 96 112 128 192 256 384 512; do
  rm -rf drawn
  code=0
  draw timeout 60 prlimit --data=$((megabytes << 20)) --core=0 || code=$?
  [ $code -ne 124 ] || fail "with $megabytes MB the program hangs"
  if [ $code = 0 ]; then
    drew=$((drew + 1))
    cmp right/help.json drawn/help.json || fail "with $megabytes MB something else is drawn"
  else
    ended=$((ended + 1))
  fi
done
[ $ended -gt 2 ] && [ $drew -gt 0 ] || fail "the limits tried nothing: $ended ended, $drew drew"
echo "$ended amounts of memory were too little and ended the program, $drew were enough"
