#!/bin/sh
# Criterion 10: a power cut at one call after another of an update, on a real ext4: the updater is killed there, and what is
# on the medium at that moment is what a copy of its image shows after replaying the journal. What is current must be the old
# release or the new one, whole, and the next update must finish. The mount holds everything back that was not synced
# (commit=300), and does not do programs the favour that hides missing syncs (noauto_da_alloc).
# usage: crash_test.sh KIOSKCTL CONTENT [EVERY]
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
every=${3:-1}
needs mkfs.ext4
needs_root
needs_strace
open_office "$1" "$2"
publish old_catalog
mkdir disk
later 'umount disk 2>/dev/null || true'
truncate -s 128M empty.img
mkfs.ext4 -q -F -m 0 empty.img
mounted() { mount -o loop,commit=300,noauto_da_alloc "$1" disk 2>/dev/null || skip "no loop device may be mounted here"; }
options="--store disk/store --root root.json --from repository"

cp --sparse=always empty.img old.img
mounted old.img
"$kioskctl" update $options >/dev/null
old=$(sha256sum <disk/store/current/content.db)
umount disk
next_edition
publish new_catalog
new=$(sha256sum <new_catalog/content.db)
[ "$old" != "$new" ] || fail "the two editions are one"

calls=fsync,syncfs,rename,renameat2,symlink,mkdir,unlink,write
cp --sparse=always old.img live.img
mounted live.img
strace -f -o counts -e trace=$calls "$kioskctl" update $options >/dev/null
umount disk
count=$(grep -c '(' counts)
broken=0 tried=0 n=1
while [ $n -le $((count + 1)) ]; do
  cp --sparse=always old.img live.img
  mounted live.img
  # One call more than there are: the update ends by itself, and the power goes then.
  strace -f -o /dev/null -e trace=$calls -e inject=$calls:signal=KILL:when=$n "$kioskctl" update $options >/dev/null 2>&1 || true
  cp --sparse=always live.img cut.img
  umount disk
  mounted cut.img
  now=$(sha256sum <disk/store/current/content.db 2>/dev/null) || now=none
  tried=$((tried + 1))
  if [ "$now" != "$old" ] && [ "$now" != "$new" ]; then
    echo "BROKEN: a cut at call $n of $count left neither release"; broken=$((broken + 1))
  elif [ $n -gt "$count" ] && [ "$now" != "$new" ]; then
    echo "LOST: the update said that it was done"; broken=$((broken + 1))
  else
    "$kioskctl" update $options >/dev/null 2>&1 || true
    [ "$(sha256sum <disk/store/current/content.db)" = "$new" ] || { echo "STUCK: call $n"; broken=$((broken + 1)); }
  fi
  umount disk
  [ $n -gt "$count" ] && break
  n=$((n + every)); [ $n -le "$count" ] || n=$((count + 1))
done
# Would it be noticed? An update whose syncs all do nothing says that it is done, and the power goes.
cp --sparse=always old.img live.img
mounted live.img
strace -f -o /dev/null -e trace=fsync,fdatasync,syncfs -e inject=fsync,fdatasync,syncfs:retval=0 \
  "$kioskctl" update $options >/dev/null
cp --sparse=always live.img cut.img
umount disk
mounted cut.img
[ "$(sha256sum <disk/store/current/content.db 2>/dev/null)" != "$new" ] || fail "a program that never syncs would pass"
umount disk
echo "without its syncs the same update is lost"
echo "$tried power cuts on ext4, $broken broken"
[ $broken = 0 ] || fail "see above"
