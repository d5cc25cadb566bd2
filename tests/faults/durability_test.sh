#!/bin/sh
# The order in which an update writes, syncs and renames is such that a power cut at any moment leaves the old release or
# the new one: durability_check.py has the rules, and tries whether it would notice a missing sync. usage: durability_test.sh KIOSKCTL CONTENT
set -eu
. "$(dirname "$0")/office.sh"
check=$(realpath "$(dirname "$0")/durability_check.py")
needs python3
needs_strace
open_office "$1" "$2"
publish old_catalog
mkdir store
for edition in first second; do
  strace -f -y -s 4096 -o trace -e trace=openat,write,pwrite64,ftruncate,fsync,fdatasync,syncfs,rename,renameat,renameat2,mkdir,symlink,link,linkat \
    "$kioskctl" update --store store --root root.json --from repository >output 2>&1 || { cat output; fail "the $edition update"; }
  said "Updated to version"
  python3 -B "$check" trace store
  [ $edition = second ] || { next_edition; publish new_catalog; }
done
