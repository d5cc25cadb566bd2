#!/bin/sh
# Criterion 11: a disk with too little room. An update that needs more is refused before it begins; one whose room is taken
# half way stops, leaves nothing large behind, and finishes once there is room. usage: space_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
needs python3 mkfs.ext4
needs_root
open_office "$1" "$2"
publish old_catalog
cp -r "$content" large
python3 -B "$here/add_pictures.py" large 10 3
"$kioskctl" content build large large_catalog >/dev/null

mkdir disk
later 'umount disk 2>/dev/null || true'
new_disk() {  # MEGABYTES
  umount disk 2>/dev/null || true
  rm -f disk.img
  truncate -s "$1M" disk.img
  mkfs.ext4 -q -F -m 0 disk.img
  mount -o loop disk.img disk 2>/dev/null || skip "no loop device may be mounted here"
}
update_disk() { "$kioskctl" update --store disk/store --root root.json --from repository "$@"; }
left_over() {
  find disk/store/staging disk/store/releases disk/store/objects -type f -printf '%s\n' 2>/dev/null |
    awk '{ s += $1 } END { print s + 0 }'
}

# The disk has less than the 64 MB that stay free and what is needed.
new_disk 90
run 0 update_disk
before=$(sha256sum <disk/store/current/contacts.db)
kept=$(left_over)
cp -r repository old_repository
publish large_catalog
run 6 update_disk
said "MB are needed"
[ $(($(left_over) - kept)) -lt 1000000 ] || fail "a refused update left $(($(left_over) - kept)) bytes"
[ "$(sha256sum <disk/store/current/contacts.db)" = "$before" ] || fail "the old release is gone"
echo "too little room is said before anything is fetched: $(head -1 output)"

for installed in none older; do
  new_disk 180
  [ $installed = none ] || run 0 "$kioskctl" update --store disk/store --root root.json --from old_repository
  kept=$(left_over)
  result=$(python3 -B "$here/at_share.py" $((kept + 16000000)) disk/store \
    'fallocate -l "$(df --output=avail -B1 disk | tail -1)" disk/fill 2>/dev/null || true' \
    "$kioskctl" update --store disk/store --root root.json --from repository 2>said) || fail "$(cat said) $result"
  [ "${result% *}" = 6 ] || { cat said; fail "a disk that filled up ended with $result"; }
  [ $(($(left_over) - kept)) -lt 1000000 ] || fail "it left $(($(left_over) - kept)) bytes behind"
  [ $installed = none ] || cmp old_catalog/content.db disk/store/current/content.db
  rm disk/fill
  run 0 update_disk
  cmp large_catalog/content.db disk/store/current/content.db
  echo "a disk that fills up half way, $installed installed: stopped, cleared up, finished the next time"
done
