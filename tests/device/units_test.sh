#!/usr/bin/env bash
# The systemd units load without complaint and each service's exposure is at most 2.0 (R72, and issue 5).
# usage: units_test.sh SOURCE_FOLDER
set -u
source_folder=$1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failures=0

expect() {  # expect WHAT COMMAND...: the command must succeed and print nothing
  local what=$1 output
  shift
  if ! output=$("$@" 2>&1) || [ -n "$output" ]; then
    printf 'NOT SO: %s\n%s\n' "$what" "$output"
    failures=$((failures + 1))
  fi
}

command -v systemd-analyze >/dev/null || { echo "systemd-analyze is missing: platform/test installs it"; exit 1; }

# A root that holds what the packages would install, and substitutes for what they depend on.
units=$root/usr/lib/systemd/system
mkdir -p "$units" "$root/usr/bin" "$root/usr/lib/kiosk"
cp -r /usr/lib/systemd/system/. "$units" 2>/dev/null || cp -r /lib/systemd/system/. "$units"
cp -r "$source_folder"/platform/systemd/* "$units"
printf '[Unit]\nDescription=stand-in\n[Service]\nExecStart=/usr/bin/cage\n' >"$units/seatd.service"
for program in bin/{cage,kiosk,kioskctl,systemctl,systemd-mount,rmdir,rm,mv,touch,true,udevadm} lib/kiosk/recovery; do
  printf '#!/bin/sh\n' >"$root/usr/$program"
  chmod +x "$root/usr/$program"
done

services=()
for file in "$source_folder"/platform/systemd/*.{service,timer,path}; do
  unit=$(basename "$file")
  # A template is judged as one of its instances: the stick at sda1, the request for a rollback.
  unit=${unit/stick@./stick@sda1.}
  unit=${unit/settings@./settings@sda1.}
  unit=${unit/receipt@./receipt@sda1.}
  unit=${unit/request@./request@rollback.}
  # Of what it prints, only what concerns our own files: other units of the machine may have faults of their own.
  expect "$unit loads" bash -c 'systemd-analyze --man=no --root="$1" verify "$1/usr/lib/systemd/system/$2" 2>&1 | grep -i kiosk; true' \
    - "$root" "$unit"
  [ "${unit##*.}" = service ] && services+=("$unit")
done

[ ${#services[@]} -ge 8 ] || { echo "NOT SO: the services are found"; failures=$((failures + 1)); }
for unit in "${services[@]}"; do
  expect "$unit has an exposure of at most 2.0" bash -c \
    'systemd-analyze security --root="$1" --offline=true --no-pager --threshold=20 "$2" >"$1/report" 2>&1 || cat "$1/report"' \
    - "$root" "$unit"
  grep -q 'Overall exposure level' "$root/report" || { echo "NOT SO: $unit was judged"; failures=$((failures + 1)); }
  printf '%s %s\n' "$unit" "$(sed -n 's/.*level for [^:]*: \([0-9.]*\).*/\1/p' "$root/report")"
done

# A service without a sandbox must not pass: else the check above could not fail.
printf '[Service]\nExecStart=/usr/bin/kiosk\n' >"$units/bare.service"
if systemd-analyze security --root="$root" --offline=true --no-pager --threshold=20 bare.service >/dev/null 2>&1; then
  echo "NOT SO: a service without a sandbox is refused"
  failures=$((failures + 1))
fi

# No way out: cage's -s would allow virtual terminals to be changed.
systemd=$source_folder/platform/systemd
expect "cage is started without -s (R72)" bash -c '! sed "s/ -- .*//" "$1" | grep -E "^ExecStart=.*cage .*-[a-z]*s"' - "$systemd/kiosk.service"
expect "no terminal keeps a login beside the screen" bash -c 'grep -qx "Conflicts=getty@tty1.service" "$1"' - "$systemd/kiosk.service"
expect "no key reaches the kernel" bash -c 'grep -qx "kernel.sysrq = 0" "$1"' - "$source_folder/platform/packaging/60-kiosk.conf"
expect "the screen starts again after every end" bash -c 'grep -qx "Restart=always" "$1"' - "$systemd/kiosk.service"
expect "and never gives up" bash -c 'grep -qx "StartLimitIntervalSec=0" "$1"' - "$systemd/kiosk.service"
expect "a screen that shows nothing is killed" bash -c 'grep -q "^WatchdogSec=" "$1"' - "$systemd/kiosk.service"
expect "libEGL may recognise the compositor" bash -c 'grep -qx "SystemCallFilter=mincore" "$1"' - "$systemd/kiosk.service"
expect "the screen may open neither camera nor anything but screen, input and sound (R17)" bash -c \
  'grep -qx "DevicePolicy=closed" "$1" && ! grep "^DeviceAllow=" "$1" | grep -qvE "=char-(drm|input|alsa) (r|rw)$"' - "$systemd/kiosk.service"
expect "no core file is written (R70)" bash -c 'grep -qx "LimitCORE=0" "$1"' - "$systemd/kiosk.service"
expect "the screen may open no internet socket (R63, R69)" bash -c 'grep -qx "RestrictAddressFamilies=AF_UNIX AF_NETLINK" "$1"' - "$systemd/kiosk.service"
expect "the network is looked at at a random time, whatever visitors do (R69)" bash -c \
  'grep -q "^RandomizedDelaySec=" "$1" && ! grep -rlE "^(Wants|Requires|OnSuccess|Unit)=.*kiosk-update" "$2"/kiosk.service "$2"/kiosk-stick*' \
  - "$systemd/kiosk-update.timer" "$systemd"

expect "the updater never writes to a stick" bash -c 'grep -q "^  -o ro,nosuid,nodev,noexec," "$1" && ! grep -q ReadWritePaths "$1"' - \
  "$systemd/kiosk-stick@.service"
expect "nothing is written to a stick for its settings either" bash -c \
  'grep -q "^  -o ro,nosuid,nodev,noexec," "$1" && ! grep -q ReadWritePaths "$1"' - "$systemd/kiosk-stick-settings@.service"
expect "settings on a stick are judged against those of the package, and before the updater mounts the same stick" bash -c \
  'grep -q -- "--from-stick .* --config /etc/kiosk/kiosk.toml" "$1" && grep -qx "After=.*kiosk-stick-settings@%i.service" "$2" &&
   grep -qx "Wants=kiosk-stick-settings@%i.service" "$2"' - "$systemd/kiosk-stick-settings@.service" "$systemd/kiosk-stick@.service"
expect "no unit mounts by itself, in a view of the file systems that ends with its process" bash -c \
  '! grep -rE "^Exec[A-Za-z]*=[^ ]*/mount " "$1"' - "$systemd"
expect "a receipt is written only where the settings ask for it, and they are asked before the stick is mounted" bash -c \
  '[ "$(grep -nE "^Exec" "$1" | head -n 1 | grep -c "ExecCondition=/usr/bin/kioskctl health --receipt-wanted ")" = 1 ]' - \
  "$systemd/kiosk-receipt@.service"

# Otherwise the screen proves a release in one folder and the updater looks for the proof in another.
expect "every unit that writes content names the health folder of the screen" bash -c \
  '! grep -rhE "^ExecStart=/usr/bin/kioskctl (update|rollback) " "$1" | grep -vE -- " --health /var/lib/kiosk-health( |$)"' - "$systemd"

# An update that systemd ends tells no one how it ended, and starts from further back.
deadline=$(sed -n 's/.*std::chrono::seconds total{\([0-9]*\)};.*/\1/p' "$source_folder/kiosk/http/client.h")
limit=$(systemd-analyze timespan "$(sed -n 's/^TimeoutStartSec=//p' "$systemd/kiosk-update.service")" | sed -n 's/.*μs: \([0-9]*\)000000$/\1/p')
expect "the updater gives the network up five minutes before systemd gives the updater up" \
  test "${deadline:-0}" -gt 0 -a "$((deadline + 300))" -le "${limit:-0}"

# Of what staff may ask for at the screen, each has a unit that does it and is told of the file.
for request in rollback restart update reboot expired owner settings.toml; do
  expect "the request $request is heard" grep -q "kiosk-request@$request.path\$" /dev/stdin \
    <"$source_folder/platform/packaging/debian/kiosk-device.links"
  [ -e "$systemd/kiosk-request-$request.service" ] || { echo "NOT SO: the request $request is acted on"; failures=$((failures + 1)); }
done
# What they have in common knows the file by %j, the part of the unit's name after its last hyphen.
expect "a request is known by its file's whole name" bash -c \
  'ls "$1" | sed -n "s/^kiosk-request-\(.*\)\.service$/\1/p" | grep -e -; true' - "$systemd"

[ $failures -eq 0 ]
