#!/usr/bin/env bash
# platform/systemd/recovery, on a made-up machine: a folder for / and a systemctl that writes down what it was asked.
# usage: recovery_test.sh SOURCE_FOLDER
set -u
recovery=$1/platform/systemd/recovery
machine=$(mktemp -d)
trap 'rm -rf "$machine"' EXIT
failures=0

power_on() {
  rm -rf "$machine/run" "$machine/asked"
  mkdir -p "$machine/proc" "$machine/run" "$machine/var/lib"
  : >"$machine/asked"
}

new_machine() {
  rm -rf "$machine"
  mkdir -p "$machine"
  printf '#!/bin/sh\necho "$*" >>"%s/asked"\n' "$machine" >"$machine/systemctl"
  chmod +x "$machine/systemctl"
  power_on
}

ends_at() {  # ends_at UPTIME [RESULT]
  echo "$1.25 0.00" >"$machine/proc/uptime"
  SERVICE_RESULT=${2:-watchdog} EXIT_CODE=killed EXIT_STATUS=KILL "$recovery" "$machine" "$machine/systemctl" 2>"$machine/said"
}

is() {  # is WHAT EXPECTED ACTUAL
  [ "$2" = "$3" ] && return
  printf 'NOT SO: %s\n  expected: %s\n  is:       %s\n' "$1" "$2" "$3"
  failures=$((failures + 1))
}

asked() { tr '\n' ';' <"$machine/asked"; }
renderer() { cat "$machine/run/kiosk-recovery/renderer" 2>/dev/null || echo card; }
shown() { cat "$machine/run/kiosk-recovery/content" 2>/dev/null || echo content; }

new_machine
for uptime in 30 40 50; do ends_at $uptime; done
is "three ends are met by starting again and nothing else" "" "$(asked)"
ends_at 60
is "the fourth restarts seatd too" "--no-block restart seatd.service;" "$(asked)"
ends_at 70
ends_at 80
is "the sixth restarts the machine" "--no-block restart seatd.service;--no-block restart seatd.service;--no-block reboot;" "$(asked)"
is "and content is still what is shown" content "$(shown)"

power_on
for uptime in 30 40 50 60 70 80 90; do ends_at $uptime; done
is "a machine that has restarted for this does not do so again" "" "$(grep reboot "$machine/asked")"
is "but shows the emergency numbers" "KIOSK_CONTENT=--catalog /usr/share/kiosk/no-catalog" "$(shown)"
ends_at 100
is "and goes on doing so" "KIOSK_CONTENT=--catalog /usr/share/kiosk/no-catalog" "$(shown)"
ends_at 900
is "ten quiet minutes later it tries the content again" content "$(shown)"
for uptime in 910 920 930 940 950; do ends_at $uptime; done
is "and may restart once more" "--no-block reboot" "$(tail -n 1 "$machine/asked")"

new_machine
ends_at 30
is "one session that shows nothing may have had another reason" card "$(renderer)"
ends_at 40
is "after two the processor draws" WLR_RENDERER=pixman "$(renderer)"
touch "$machine/run/kiosk-recovery/shown"
ends_at 900
is "and goes on doing so when there was a picture" WLR_RENDERER=pixman "$(renderer)"
power_on
is "until the machine restarts" card "$(renderer)"

new_machine
mkdir -p "$machine/run/kiosk-recovery"
for uptime in 30 40 50; do
  ends_at $uptime
  touch "$machine/run/kiosk-recovery/shown"
  ends_at $((uptime + 5))
done
is "a card that has shown something in between is not given up" card "$(renderer)"
ends_at 56
touch "$machine/run/kiosk-recovery/shown"
ends_at 58 success
ends_at 60
is "nor is one that has shown something until an orderly end" card "$(renderer)"
touch "$machine/run/kiosk-recovery/shown"
ends_at 65 success
ends_at 70
ends_at 80
is "a picture before an orderly end does not count for the next session" WLR_RENDERER=pixman "$(renderer)"

new_machine
for uptime in 30 40 50 60 70 80 90 100; do ends_at $uptime success; done
is "orderly ends are no faults" "" "$(asked)"

new_machine
mkdir -p "$machine/run/kiosk-recovery"
for uptime in 30 40 50 60 70 80 90 100; do
  touch "$machine/run/kiosk-recovery/stopped"
  ends_at $uptime core-dump
done
is "nor are stops that were ordered, even if cage aborts at them" "" "$(asked)"
for uptime in 110 120 130; do ends_at $uptime; done
is "and they excuse no later fault" "" "$(asked)"
ends_at 140
is "which are counted from the first" "--no-block restart seatd.service;" "$(asked)"

new_machine
for uptime in 1000 2000 3000 4000 5000 6000 7000; do ends_at $uptime; done
is "a fault now and then never escalates" "" "$(asked)"

new_machine
mkdir -p "$machine/var/lib/kiosk-recovery"
ln -s /proc/kiosk-no-such-place/restarted "$machine/var/lib/kiosk-recovery/restarted"
for uptime in 30 40 50 60 70 80; do ends_at $uptime; done
is "a disk that takes no note means no restart, lest it never end" "" "$(grep reboot "$machine/asked")"
is "but the emergency numbers" "KIOSK_CONTENT=--catalog /usr/share/kiosk/no-catalog" "$(shown)"

new_machine
ends_at 30
is "what was decided is said once, with its priority" 1 "$(grep -c '^<4>kiosk recovery: ' "$machine/said")"

[ $failures -eq 0 ]
