#!/bin/sh
# The attackers of platform/SECURITY.md against a kiosk, by the commands that people type: content that is signed and
# against the rules, a store that someone wrote to, a disk that rots, a publisher's clock, an owner that changes.
# usage: attacks_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
needs python3 openssl
open_office "$1" "$2"
forge() { rm -rf "$2"; python3 "$here/../publish/forge.py" "$@"; }
sqlite() { python3 -c 'import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database: database.executescript(sys.argv[2])' "$1" "$2"; }
status() { "$kioskctl" status --store store --root root.json --json >status.json; }
is_whole() { cmp "$1/contacts.db" store/current/contacts.db && cmp "$1/content.db" store/current/content.db; }

publish old_catalog
run 0 update --from repository

# Content and publisher together, without the contacts: a number on a page. kioskctl does not publish it, so the thief
# signs by another program.
cp -r old_catalog evil_catalog
sqlite evil_catalog/content.db "UPDATE topic_text SET title = 'Free help: 0886 000 666' WHERE number = 1"
cp -r repository evil
run 1 "$kioskctl" repository publish evil evil_catalog --yes --key c.key --passphrase-file phrase
said "looks like a phone number"
python3 -B "$here/../criteria/forge.py" evil phrase content evil_catalog/content.db c.key c.key
cp -r store before
run 15 update --from evil
said "breaks a rule"
is_whole old_catalog || fail "content against the rules became current"
run 15 update --from evil --json
said '"against_rules"'
# The version that was seen stays seen; what follows is about a kiosk that never met that stick.
rm -r store; mv before store

# Someone writes to the store: another number, with every hash that lies there changed to fit.
cp -r store edited
chmod -R u+w edited
contacts=$(readlink -f edited/current)/contacts.db
old=$(sha256sum <"$contacts" | cut -d' ' -f1)
sqlite "$contacts" "UPDATE contact_number SET dial = '+231770800666', display = '+231 770 800 666', national = ''"
new=$(sha256sum <"$contacts" | cut -d' ' -f1)
grep -rl "$old" edited | xargs sed -i "s/$old/$new/g"
if numbers=$(shown edited 2>/dev/null); then fail "numbers were drawn over an edited store: $numbers"; fi
grep -q "only the emergency numbers" drawn.log || { cat drawn.log; fail "the screen does not say that it has no content"; }
code=0; "$kioskctl" doctor --store edited --root root.json --health health >output 2>&1 || code=$?
[ "$code" = 1 ] || fail "doctor ends with $code over an edited store"
said "error *content version 2"
# No signature leads to anything of it any more, so that it is installed as on the first day.
run 0 "$kioskctl" update --store edited --root root.json --from repository
cmp old_catalog/contacts.db edited/current/contacts.db || fail "what was edited was not put back"

# What rots is mended by the stick that brought it.
for file in contacts.db content.db objects.json proof.json; do
  rotten=$(readlink -f store/current)/$file
  chmod u+w "$rotten"
  printf 'x' | dd of="$rotten" bs=1 seek=100 conv=notrunc 2>/dev/null
  run 13 update --from repository
  run 3 update --from repository
  is_whole old_catalog || fail "$file was not mended"
done

# The key of content and publisher is stolen. What the thief publishes has the very version of what replaces it.
next_edition
cp -r repository stolen
sqlite new_catalog/content.db "UPDATE topic_text SET summary = 'Come to the back door.' WHERE number = 1"
"$kioskctl" repository publish stolen new_catalog --yes --key c.key --passphrase-file phrase >/dev/null
run 0 update --from stolen
status; stolen_version=$(python3 -c 'import json; print(json.load(open("status.json"))["version"])')
"$kioskctl" key create d --passphrase-file phrase >/dev/null
for role in publisher content; do
  run 0 "$kioskctl" repository replace-key repository $role --remove c.pub --add d.pub $keys --key d.key
  [ $role = content ] || cp -r repository replaced
done
keys="$keys --key d.key"
run 0 update --from replaced
is_whole old_catalog || fail "the thief's edition stayed"
status; grep -q "\"version\": $stolen_version" status.json || fail "the test is none: the versions differ"
run 0 "$kioskctl" status --store store --root root.json
run 1 update --from stolen
run 3 update --from repository
is_whole old_catalog || fail "the thief's edition came back"

# Another owner: a root.json of theirs, which only root of the machine can put there.
for name in x y z; do "$kioskctl" key create $name --passphrase-file phrase >/dev/null; done
theirs="--key x.key --key y.key --key z.key --passphrase-file phrase"
"$kioskctl" repository init new_owner --root x.pub --root y.pub --contacts x.pub --contacts y.pub --content z.pub \
  --publisher z.pub $theirs >/dev/null
python3 "$content/../tests/support/own_source.py" new_catalog >source
"$kioskctl" repository publish new_owner new_catalog --yes --numbers source $theirs >/dev/null 2>output || { cat output; exit 1; }
run 5 update --from new_owner
cp new_owner/metadata/1.root.json root.json
run 5 update --from repository
run 0 update --from new_owner
is_whole new_catalog || fail "the new owner's edition is not current"
run 5 update --from repository
status
for owner in new_owner repository; do
  key=$("$kioskctl" repository verify $owner | sed -n 's/.*first day: //p')
  grep -q "$key" status.json || fail "the record does not name the content key of $owner"
done

# The clock of who publishes, against that of the server from which kiosks fetch.
command -v faketime >/dev/null || { echo "faketime is not here: the server's clock is not compared"; exit 0; }
mirror=$here/../criteria/mirror.py
. "$here/../criteria/mirror.sh"
make_certificate 127.0.0.1
start_mirror ok
renew() { faketime -f "$1" "$kioskctl" repository renew late --days 800 --address "$address/repository" \
  --authorities tls.pem $keys $2; }
cp -r repository late
run 1 renew "+40d" ""
said "the server of $address/repository says that it is"
run 1 renew "+40d" "--language fr"
said "le serveur de $address/repository indique le"
cmp repository/metadata/timestamp.json late/metadata/timestamp.json || fail "something was signed under a wrong clock"
run 0 renew "+1s" ""
said "is remembered in late/record/address"
# From now on no one has to think of it.
renew_as_ever() { faketime -f "$1" "$kioskctl" repository renew "${2:-late}" --days 800 --authorities tls.pem $keys ${3:-}; }
run 1 renew_as_ever "+40d"
said "the server of $address/repository says that it is"
cp -r repository unsaid
printf '[update]\nurl = "%s/repository"\n' "$address" >kiosk.toml
run 1 renew_as_ever "+40d" unsaid "--config kiosk.toml"
said "the server of $address/repository says that it is"
run 0 renew_as_ever "+1s" unsaid "--config kiosk.toml"
[ ! -e unsaid/record/address ] || fail "an address of settings was written down"
stop_mirror
run 0 renew_as_ever "+1s"
said "could not be asked"
said "That address is in late/record/address"
run 0 renew_as_ever "+1s" late "--address none"
[ ! -e late/record/address ] || fail "the address was not forgotten"
run 1 renew_as_ever "+1s" late "--address http://127.0.0.1/"
said "Write https://"
echo "no attack was shown"
