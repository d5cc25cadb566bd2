#!/bin/sh
# Criterion 6: an older stick and a replayed timestamp are called older, and a version that a thief has driven up is undone by
# a root with new keys. usage: older_test.sh KIOSKCTL CONTENT
set -eu
here=$(realpath "$(dirname "$0")")
. "$here/../faults/office.sh"
needs python3 openssl
open_office "$1" "$2"
publish old_catalog
cp -r repository older
next_edition
publish new_catalog
run 0 update --from repository
run 4 update --from older
said "is older"
cp -r repository replayed
cp older/metadata/timestamp.json replayed/metadata/
run 4 update --from replayed
said "is older"
cmp new_catalog/content.db store/current/content.db

cp -r repository driven_up
python3 -B "$here/forge.py" driven_up phrase version 4611686018427387904 c.key
run 3 update --from driven_up
run 4 update --from repository
run 0 "$kioskctl" key create d --passphrase-file phrase
run 0 "$kioskctl" repository replace-key repository publisher --remove c.pub --add d.pub $keys --key d.key
keys="$keys --key d.key"
cp -r changed newer
for file in newer/topics/*.en.md; do echo "And another." >>"$file"; break; done
run 0 "$kioskctl" content build newer newer_catalog
publish newer_catalog
run 0 update --from repository
cmp newer_catalog/content.db store/current/content.db
run 1 update --from driven_up
cmp newer_catalog/content.db store/current/content.db
echo "older is called older; a version driven up by a stolen key is undone by a new root"
