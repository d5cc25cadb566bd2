#!/bin/sh
# Criterion 4: a stick on which somebody has changed a number, with fewer keys than two people hold, changes none on the screen.
# usage: tampered_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
needs python3 openssl
open_office "$1" "$2"
publish old_catalog
run 0 update --from repository
right=$(shown store)
echo "$right" | grep -qx 0770800911 || fail "the kiosk shows no 0770800911, but: $right"
next_edition
publish new_catalog
sed 's/770800911/770800666/g' new_catalog/contacts.db >thief.db
cmp -s thief.db new_catalog/contacts.db && fail "there is no number to change"

# tried NAME CODE: a kiosk with the old edition ends the stick NAME with CODE and a reason, and shows the right number.
tried() {
  rm -rf kiosk; cp -r store kiosk
  run "$2" "$kioskctl" update --store kiosk --root root.json --from "$1"
  reason=$(tail -1 output)
  [ "$(shown kiosk)" = "$right" ] || fail "$1: the screen shows $(shown kiosk)"
  echo "$1: exit $2, $reason"
}
stick() { rm -rf "$1"; mkdir "$1"; cp -r repository "$1/kiosk-repository"; }
forge() { python3 -B "$here/forge.py" "$1/kiosk-repository" phrase "$2" "$3" thief.db c.key $4; }

stick one_digit_changed
for file in one_digit_changed/kiosk-repository/targets/contacts/*; do cp thief.db "$file"; done
# This edition changes no number, and contacts.db is not fetched again; so a kiosk without content looks at it too.
tried one_digit_changed 0
run 1 "$kioskctl" update --store fresh --root root.json --from one_digit_changed
[ ! -e fresh/current ] || fail "one_digit_changed: a fresh kiosk shows it"
echo "one_digit_changed, by a kiosk that needs the file: exit 1, $(tail -1 output)"

stick one_signature_replaced
python3 - <<'P'
import json
path = "one_signature_replaced/kiosk-repository/metadata/timestamp.json"
data = json.load(open(path))
data["signatures"][0]["sig"] = data["signatures"][0]["sig"][::-1]
json.dump(data, open(path, "w"))
P
tried one_signature_replaced 1
stick signed_by_one_of_two; forge signed_by_one_of_two number contacts a.key
tried signed_by_one_of_two 1
stick signed_by_the_content_key; forge signed_by_the_content_key number contacts "c.key c.key"
tried signed_by_the_content_key 1
# What the content key may not say it says in vain: the rest of its metadata is genuine, and so is what is installed.
stick listed_by_the_content_role; forge listed_by_the_content_role number content c.key
tried listed_by_the_content_role 0
cmp new_catalog/contacts.db kiosk/current/contacts.db
