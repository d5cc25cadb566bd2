#!/bin/sh
# Criteria 3 and 12: sticks with vfat and exFAT, through FUSE, so that no driver of the kernel is needed. Read by `update`;
# the one with exFAT written by `repository export`, pulled out and rotting at 10, 50 and 90 %: the update says so within
# five seconds, and the next one fetches only what is missing.
# usage: stick_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
needs python3 mkfs.exfat mount.exfat-fuse losetup
needs_root
[ -c /dev/fuse ] || skip "there is no /dev/fuse"
open_office "$1" "$2"
cp -r "$content" large
python3 -B "$here/add_pictures.py" large 10 3
"$kioskctl" content build large large_catalog >/dev/null
publish large_catalog
total=$(du -sb repository/objects repository/targets | awk '{ sum += $1 } END { print sum }')

if command -v fusefat >/dev/null; then
  mkdir vfat
  truncate -s 96M vfat.img
  mkfs.vfat vfat.img >/dev/null
  fusefat -o rw+ vfat.img vfat >/dev/null
  later 'umount vfat 2>/dev/null || true'
  # Filled by copying: this driver knows no modes at all, unlike the kernel's, and `export` sets one.
  mkdir vfat/kiosk-repository
  cp -r repository/* vfat/kiosk-repository/
  umount vfat
  fusefat -o ro vfat.img vfat >/dev/null
  run 0 update --from vfat
  cmp large_catalog/contacts.db store/current/contacts.db
  cmp large_catalog/content.db store/current/content.db
  umount vfat
  rm -rf store vfat.img
  echo "a stick with vfat is read"
else
  echo "fusefat is not here: no stick with vfat"
fi

# The driver wants a block device.
driver= device=
plug_in() {  # [OPTIONS]
  mkdir -p stick
  device=$(losetup -f --show stick.img) || skip "no loop device can be had here"
  mount.exfat-fuse -d ${1:+-o "$1"} "$device" stick >driver.log 2>&1 &
  driver=$!
  tries=0
  until mountpoint -q stick; do tries=$((tries + 1)); [ $tries -lt 100 ] || skip "FUSE does not mount here"; sleep 0.1; done
}
pull_out() {
  [ -z "$driver" ] || { kill -9 "$driver" 2>/dev/null; wait "$driver" 2>/dev/null; } || true
  umount -l stick 2>/dev/null || true
  [ -z "$device" ] || losetup -d "$device" 2>/dev/null || true
  driver= device=
}
later pull_out

truncate -s 96M stick.img
mkfs.exfat stick.img >/dev/null
plug_in
run 0 "$kioskctl" repository export repository stick --system-disk
said "safe to remove"
umount stick; wait "$driver" || true
losetup -d "$device"
cp stick.img whole.img

plug_in ro
run 0 update --from stick
said "Updated to version"
cmp large_catalog/contacts.db store/current/contacts.db
cmp large_catalog/content.db store/current/content.db
pull_out
echo "a stick with exFAT is written and read"

for fault in yank rot; do
  for share in 10 50 90; do
    rm -rf store; cp whole.img stick.img
    plug_in ro
    case $fault in
      yank) action="kill -9 $driver" ;;
      # The rest of the medium is gone; what the driver holds in memory is dropped.
      rot) action="truncate -s 1M stick.img; echo 3 >/proc/sys/vm/drop_caches" ;;
    esac
    result=$(python3 -B "$here/at_share.py" $((total * share / 100)) store "$action" \
      "$kioskctl" update --store store --root root.json --from stick 2>said) || fail "$fault at $share %: $(cat said) $result"
    code=${result% *} seconds=${result#* }
    [ "$code" = 7 ] || { cat said; fail "$fault at $share % ended with $code"; }
    grep -q "removed too early" said || { cat said; fail "$fault at $share %: not the sentence"; }
    [ "${seconds%.*}" -lt 5 ] || fail "$fault at $share % was noticed after $seconds s"
    [ ! -e store/current ] || fail "$fault at $share %: something became current"
    pull_out
    held=$(find store/staging store/objects -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum + 0 }')
    cp whole.img stick.img
    plug_in ro
    run 0 update --from stick --json
    fetched=$(sed -n 's/.*"bytes_fetched": \([0-9]*\).*/\1/p' output)
    [ $((held + fetched)) -le $((total + 1000000)) ] || fail "$fault at $share %: $fetched fetched although $held were there"
    cmp large_catalog/content.db store/current/content.db
    pull_out
    echo "$fault at $share %: said after $seconds s; $held bytes were kept, $fetched of $total fetched the next time"
  done
done
