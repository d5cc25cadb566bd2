#!/bin/sh
# The list of interface words that translators work from is the one that the program asks for.
set -eu
root=$1
list=$(mktemp)
trap 'rm -f "$list"' EXIT
"$root/platform/make-pot" "$list"
if ! diff -u "$root/content/ui/kiosk.pot" "$list"; then
  echo "content/ui/kiosk.pot is not up to date: run platform/make-pot" >&2
  exit 1
fi
