#!/bin/sh
# Criterion 20: without network, stick or store, the release that came with the program is shown.
# usage: built_in_test.sh KIOSKCTL CONTENT
set -eu
. "$(dirname "$0")/../faults/office.sh"
needs python3
open_office "$1" "$2"
mkdir empty
for store in empty none; do
  shown $store old_catalog >numbers || fail "nothing was drawn with the store \"$store\""
  grep -qx 116 numbers || fail "with the store \"$store\" the screen shows: $(cat numbers)"
done
echo "with an empty store and with none the screen shows: $(tr '\n' ' ' <numbers)"
