#!/bin/sh
# tuf-js reads a repository of ours, and we read one that was signed in JavaScript with Ed25519, RSA-PSS and ECDSA. The peer
# comes from npm and is never shipped. usage: interop_test.sh KIOSKCTL TUF_CLIENT CONTENT
set -eu
kioskctl=$1 tuf_client=$2 content=$3
here=$(cd "$(dirname "$0")" && pwd)
command -v node >/dev/null && command -v npm >/dev/null || { echo "node or npm is not here: skipped"; exit 77; }
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
cp "$here"/package.json "$here"/*.mjs .
timeout 120 npm install --no-audit --no-fund >npm.log 2>&1 || { echo "npm's packages cannot be had: skipped"; exit 77; }

serve() {
  : >port
  node serve.mjs "$1" >port &
  server=$!
  tries=0
  until grep -q . port; do tries=$((tries + 1)); [ $tries -lt 100 ] || exit 1; sleep 0.1; done
  address=http://127.0.0.1:$(cat port)
}

echo "four words nobody guesses" >phrase
for name in a b c; do "$kioskctl" key create $name --passphrase-file phrase >/dev/null; done
all="--key a.key --key b.key --key c.key --passphrase-file phrase"
"$kioskctl" repository init ours --root a.pub --root b.pub --contacts a.pub --contacts b.pub --content c.pub \
  --publisher c.pub $all >/dev/null
"$kioskctl" content build "$content" catalog >/dev/null
python3 "$here/../support/own_source.py" catalog >source
"$kioskctl" repository publish ours catalog --yes --numbers source $all >/dev/null
# A key that was exchanged since the first root, too.
"$kioskctl" key create d --passphrase-file phrase >/dev/null
"$kioskctl" repository replace-key ours publisher --remove c.pub --add d.pub $all --key d.key >/dev/null
serve ours
node read_with_tuf_js.mjs "$address" ours/metadata/1.root.json read contacts/contacts.db content/content.db.zst
cmp read/targets/contacts.db catalog/contacts.db
kill "$server"
echo "tuf-js reads ours"

node sign_with_models.mjs theirs
serve theirs
mkdir metadata targets
"$tuf_client" --metadata-dir metadata init theirs/metadata/1.root.json
"$tuf_client" --metadata-dir metadata --metadata-url "$address/metadata/" --target-name number.txt --target-dir targets \
  --target-base-url "$address/targets/" download
cmp targets/* theirs/targets/*
echo "we read what was signed in JavaScript"
