#!/bin/sh
# A disk that is full, and one that the kernel has made read-only because it fails: the screen goes on and restarts, an
# update says what is wrong and damages nothing, staff read of it in the log, from doctor and in the health report, and
# when the disk takes changes again so does the kiosk. usage: disk_test.sh KIOSKCTL CONTENT
set -eu
if [ -z "${SMALL_DISK:-}" ]; then
  unshare --user --map-root-user --mount true 2>/dev/null ||
    { echo "skipped: no file system may be mounted here (unshare --user --mount)"; exit 77; }
  SMALL_DISK=yes exec unshare --user --map-root-user --mount "$0" "$@"
fi
faults=$(realpath "$(dirname "$0")")
. "$faults/office.sh"
needs unshare Xvfb python3
open_office "$1" "$2"
. "$faults/screen.sh"

disk=$work/disk
mkdir "$disk"
mount -t tmpfs -o size=160m none "$disk"
later 'umount "$disk"'

places="--store $disk/store --health $disk/health"
update_disk() { "$kioskctl" update $places --root root.json --from repository; }
doctor() { "$kioskctl" doctor $places --config none.toml --settings none.toml --built-in old_catalog --root root.json --json; }
# finding WHAT: how doctor finds it, and what it has seen.
finding() { doctor | python3 -c 'import json, sys
for one in json.load(sys.stdin)["findings"]:
    if one["what"] == sys.argv[1]: print(one["state"], one["seen"])' "$1"; }
health() { "$kioskctl" health $places --root root.json --settings none.toml --json; }
# All that counts: what was begun and not renamed (*.new) is overwritten the next time.
everything() {
  (cd "$disk" && find . \( -path ./store/status -o -path ./health \) -prune -o -type f ! -name ballast ! -name lock ! -name '*.new' -exec sha256sum {} + | sort)
}
screen_options() { echo "--windowed 640x400 $places --root root.json --built-in old_catalog --counts $disk/counts.csv"; }

publish old_catalog
update_disk >/dev/null
mkdir -p "$disk/health"
open_display 640x400

# After the fault has come: $1 is what it is called.
screen_bears_it() {
  goes_on "$1 while it runs"
  stop_screen
  start_screen $(screen_options)
  goes_on "$1 from its start"
  grep -q 'The office will not see how this screen is' "$work/log" || { cat "$work/log"; fail "$1: nothing in the log"; }
  [ "$(wc -l <"$work/log")" -le 12 ] || { cat "$work/log"; fail "$1: the log is full of it"; }
}

start_screen $(screen_options)
goes_on "a disk with room"
before=$(everything)
next_edition
publish new_catalog

dd if=/dev/zero of="$disk/ballast" bs=64k 2>/dev/null || true
while echo x >>"$disk/ballast" 2>/dev/null; do :; done
screen_bears_it "a full disk"
run 6 update_disk
said "[1-9][0-9] MB are needed"
[ "$(everything)" = "$before" ] || fail "a full disk: an update changed what was there"
case $(finding disk) in "error 0 MB are free."*) ;; *) doctor; fail "a full disk: doctor says nothing of it" ;; esac
health | python3 -c 'import json, sys
report = json.load(sys.stdin)
assert report["disk_free"] == 0 and report["disk_read_only"] is False, report
assert report.get("presented") is not False, report  # what could not be noted is not known'
# Nor is there room to begin on a kiosk that was never updated.
mkdir "$work/never_updated"
mount -t tmpfs -o nr_inodes=1 none "$work/never_updated"
later 'umount "$work/never_updated"'
run 6 "$kioskctl" update --store "$work/never_updated/store" --root root.json --from repository
said "[1-9][0-9] MB are needed"
echo "a full disk: borne"

rm "$disk/ballast"
mount -o remount,ro "$disk"
screen_bears_it "a read-only disk"
code=0; update_disk >output 2>&1 || code=$?
[ $code -ne 0 ] || fail "a read-only disk: an update said that it went well"
said "Read-only file system"
[ "$(everything)" = "$before" ] || fail "a read-only disk: an update changed what was there"
case $(finding disk) in "error "*"can be read only"*) ;; *) doctor; fail "a read-only disk: doctor says nothing of it" ;; esac
health | python3 -c 'import json, sys
report = json.load(sys.stdin)
assert report["disk_read_only"] is True, report
assert report.get("presented") is not False, report'
"$kioskctl" health $places --settings none.toml | grep -q "cannot be written any more" || fail "a read-only disk: health says nothing of it"
echo "a read-only disk: borne"

mount -o remount,rw "$disk"
stop_screen
start_screen $(screen_options)
goes_on "a disk that is well again"
update_disk >/dev/null || fail "no update after the disk was well again"
cmp new_catalog/contacts.db "$disk/store/current/contacts.db" || fail "the update did not bring the new numbers"
grep -q '"presented":true' "$disk/health/screen.json" || fail "the screen's note is not written again"
echo "a disk that is well again: used"
