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
"$root/platform/make-pot" --signing "$list"
if ! diff -u "$root/assets/signing/signing.pot" "$list"; then
  echo "assets/signing/signing.pot is not up to date: run platform/make-pot --signing" >&2
  exit 1
fi
# Every translation for signers is whole: half of a warning in another language is no warning.
for file in "$root"/assets/signing/*.po; do
  if ! msgcmp "$file" "$list"; then
    echo "$file lacks a word of assets/signing/signing.pot" >&2
    exit 1
  fi
done
